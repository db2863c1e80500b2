import { PLAN_ID, planSchema } from '../../domain/plan/model';
import { fail, ok, type Result } from '../../result';
import { changeDossier, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { ruleProfiles } from '../rule-profiles';
import { validated } from '../validation';

/** Corrects header fields; a later reading leaves them as they are. */
export function saveHeader(app: App): Handler<'plan.saveHeader'> {
  return async ({ dossierId, fields }, context) => {
    const patch = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    if (typeof patch['title'] === 'string' && patch['title'].trim() === '')
      return fail('BAD_REQUEST', 'Chưa ghi trích yếu của kế hoạch.', {
        fieldErrors: { title: 'Ghi trích yếu.' },
      });
    const profileId = patch['ruleProfileId'];
    const profiles = await ruleProfiles(app);
    if (!profiles.ok) return profiles;
    if (profileId !== undefined && !profiles.value.some(({ id }) => id === profileId))
      return fail('BAD_REQUEST', 'Không có thể thức này; hãy chọn một trong các thể thức có sẵn.', {
        fieldErrors: { ruleProfileId: 'Không có thể thức này.' },
      });
    return revisionOf(
      await changeDossier(app, context, dossierId, 'plan.saveHeader', (draft): Result<null> => {
        const plan = draft.get('plan', PLAN_ID);
        if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
        const touched = [...new Set([...plan.touched, ...Object.keys(patch)])];
        const next = validated(planSchema, { ...plan, ...patch, touched });
        if (!next.ok) return next;
        draft.put('plan', next.value);
        const document = draft.get('documents', dossierId);
        if (document && document.title !== next.value.title)
          draft.put('documents', { ...document, title: next.value.title });
        return ok(null);
      }),
    );
  };
}
