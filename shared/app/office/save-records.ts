/** Records of the office that a person edits in place: profile, signers, indicators, holidays, retention, defaults. */
import { signerSchema, type Indicator } from '../../domain/office/model';
import { withBehalfMark } from '../../domain/office/signer-authority';
import type { View } from '../../records';
import type { OfficeTables } from '../../domain/office/model';
import { fail, ok } from '../../result';
import { changeOffice, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { behalfMark, ruleProfiles } from '../rule-profiles';
import { validated } from '../validation';

export function saveProfile(app: App): Handler<'office.saveProfile'> {
  return async (input, context) => {
    const profiles = await ruleProfiles(app);
    if (!profiles.ok) return profiles;
    return revisionOf(
      await changeOffice(app, context, 'office.saveProfile', (draft) => {
        const standing = draft.get('profile', 'profile');
        if (standing && standing.officeId !== input.officeId)
          return fail(
            'BAD_REQUEST',
            'Mã nhận dạng của cơ quan không đổi được: các biểu mẫu đã phát mang mã này.',
          );
        if (!profiles.value.some(({ id }) => id === input.ruleProfileId))
          return fail('BAD_REQUEST', 'Không có thể thức này; hãy chọn một trong các thể thức có sẵn.', {
            fieldErrors: { ruleProfileId: 'Không có thể thức này.' },
          });
        if (input.term.to < input.term.from)
          return fail('BAD_REQUEST', 'Nhiệm kỳ kết thúc trước khi bắt đầu.', {
            fieldErrors: { 'term.to': 'Nhiệm kỳ kết thúc trước khi bắt đầu.' },
          });
        draft.put('profile', input);
        return ok(null);
      }),
    );
  };
}

export function saveSigner(app: App): Handler<'office.saveSigner'> {
  return async (input, context) => {
    const signer = validated(signerSchema, {
      ...input,
      id: input.id ?? app.ports.ids.next(),
      authority: withBehalfMark(input.authority, await behalfMark(app)),
    });
    if (!signer.ok) return signer;
    const done = await changeOffice(app, context, 'office.saveSigner', (draft) => {
      if (input.id !== undefined && !draft.get('signers', input.id))
        return fail('NOT_FOUND', 'Không tìm thấy người ký này.');
      if (signer.value.isDefault)
        for (const other of draft.list('signers'))
          if (other.isDefault && other.id !== signer.value.id)
            draft.put('signers', { ...other, isDefault: false });
      draft.put('signers', signer.value);
      return ok({ id: signer.value.id, authority: signer.value.authority });
    });
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}

export function removeSigner(app: App): Handler<'office.removeSigner'> {
  return async ({ id }, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.removeSigner', (draft) => {
        if (!draft.get('signers', id)) return fail('NOT_FOUND', 'Không tìm thấy người ký này.');
        draft.remove('signers', id);
        return ok(null);
      }),
    );
}

/** Codes that an indicator names must stand in the catalogue, with the kinds that its arithmetic needs. */
function indicatorFaults(indicator: Indicator, view: View<OfficeTables>): Record<string, string> {
  const errors: Record<string, string> = {};
  const known = (code: string): boolean =>
    code !== indicator.id && view.get('indicators', code) !== undefined;
  if (indicator.kind === 'P') {
    if (indicator.numerator === null || !known(indicator.numerator))
      errors['numerator'] = 'Chọn chỉ tiêu tử số có trong danh mục.';
    if (indicator.denominator === null || !known(indicator.denominator))
      errors['denominator'] = 'Chọn chỉ tiêu mẫu số có trong danh mục.';
  }
  if (indicator.kind === 'R' && (indicator.rateOf.length === 0 || !indicator.rateOf.every(known)))
    errors['rateOf'] = 'Chọn ít nhất một chỉ tiêu có trong danh mục để tính bình quân.';
  if (indicator.notAbove !== null && !known(indicator.notAbove))
    errors['notAbove'] = `Không có chỉ tiêu ${indicator.notAbove} trong danh mục.`;
  if (indicator.minimum !== null && indicator.maximum !== null && indicator.maximum < indicator.minimum)
    errors['maximum'] = 'Giá trị lớn nhất nhỏ hơn giá trị nhỏ nhất.';
  return errors;
}

export function saveIndicator(app: App): Handler<'office.saveIndicator'> {
  return async (input, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.saveIndicator', (draft) => {
        const errors = indicatorFaults(input, draft);
        if (Object.keys(errors).length > 0)
          return fail('BAD_REQUEST', Object.values(errors).join(' '), { fieldErrors: errors });
        draft.put('indicators', input);
        return ok(null);
      }),
    );
}

export function saveHoliday(app: App): Handler<'office.saveHoliday'> {
  return async (input, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.saveHoliday', (draft) => {
        draft.put('holidays', input);
        return ok(null);
      }),
    );
}

export function removeHoliday(app: App): Handler<'office.removeHoliday'> {
  return async ({ id }, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.removeHoliday', (draft) => {
        if (!draft.get('holidays', id)) return fail('NOT_FOUND', 'Không tìm thấy ngày nghỉ này.');
        draft.remove('holidays', id);
        return ok(null);
      }),
    );
}

export function saveRetention(app: App): Handler<'office.saveRetention'> {
  return async (input, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.saveRetention', (draft) => {
        draft.put('retention', input);
        return ok(null);
      }),
    );
}

export function saveDefaults(app: App): Handler<'office.saveDefaults'> {
  return async (input, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.saveDefaults', (draft) => {
        draft.put('defaults', input);
        return ok(null);
      }),
    );
}
