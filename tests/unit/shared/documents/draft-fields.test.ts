import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draftFields,
  draftPieces,
  fieldText,
  proposedText,
  resolveDraft,
  typedNumbers,
} from '../../../../shared/documents/draft-fields';
import { summaryInput } from '../../../golden/documents/an-binh';

const input = summaryInput();
const fields = draftFields(input);
const textOf = (key: string) => fields.find((field) => field.key === key)?.text;

describe('fields of a draft', () => {
  it('say the consolidation’s own figures, vi-VN', () => {
    const { totals, cumulative } = input;
    expect(Number(textOf('HN02')?.replaceAll('.', ''))).toBe(totals.totals['HN02']);
    expect(Number(textOf('HN02.luyke')?.replaceAll('.', ''))).toBe(cumulative.totals['HN02']);
    expect(textOf('DV03.daBaoCao')).toMatch(/^\d+,\d\d%$/);
    expect(Number(textOf('donVi.phaiBaoCao'))).toBe(input.status.expected);
    expect(Number(textOf('donVi.chuaBaoCao'))).toBe(input.status.expected - input.status.received);
  });

  it('never hold texts, counts of what people say, or counts of reports as indicators', () => {
    expect(fields.filter(({ key }) => /^(NX|NB|TL|BC)/.test(key))).toEqual([]);
  });

  it('are resolved in place; an unknown one is named and left as it was written', () => {
    const resolved = resolveDraft('Có {{ hn02 }} lượt, {{HN99}} cuộc.', fields);
    expect(resolved.text).toBe(`Có ${textOf('HN02') ?? ''} lượt, {{HN99}} cuộc.`);
    expect(resolved.problems).toMatchObject([{ kind: 'unknown-field', what: '{{HN99}}' }]);
    expect(resolved.problems[0]?.message).toContain('{{HN99}}');
  });

  it('that nobody has told yet are printed as such, and said', () => {
    const untold = [{ key: 'HN02', label: 'HN02', group: '', text: null }];
    const resolved = resolveDraft('{{HN02}}', untold);
    expect(resolved.text).toBe('chưa có số liệu');
    expect(resolved.problems.map(({ kind }) => kind)).toEqual(['empty-field']);
  });

  it('cut a text without losing a letter (any text)', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{{', '}}', '{', '\n', '{{HN02}}', '{{DV03.luyke}}'));
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join('');
        const joined = draftPieces(text)
          .map((each) => (each.kind === 'text' ? each.text : each.raw))
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });

  it('written into any text are found there again (round trip)', () => {
    const plain = fc.string().filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(plain, plain, fc.constantFrom(...fields), (before, after, field) => {
        const found = draftPieces(before + fieldText(field.key) + after).flatMap((each) =>
          each.kind === 'field' ? [each.key] : [],
        );
        expect(found).toEqual([field.key]);
      }),
    );
  });
});

describe('numbers typed by hand', () => {
  it.each([
    ['Có 17 buổi, 1.234 lượt, đạt 99,16%.', ['17', '1.234', '99,16%']],
    ['Thực hiện Kế hoạch số 07-KH/ĐU ngày 15/01/2026, Nghị quyết 27-NQ/TU.', []],
    ['1. Ưu điểm\n2. Quý 1 năm 2026, nhiệm kỳ 2025–2030', []],
    ['{{HN02}} lượt và chỉ tiêu HN02', []],
    ['5 mô hình', ['5']],
  ])('%s', (text, numbers) => {
    expect(typedNumbers(text)).toEqual(numbers);
  });

  it('are questioned unless a field says the same, and never in a part that a person writes alone', () => {
    const known = [{ key: 'HN01', label: 'HN01', group: '', text: '17' }];
    expect(resolveDraft('17 buổi', known).problems).toEqual([]);
    expect(resolveDraft('18 buổi', known).problems).toMatchObject([{ kind: 'typed-number', what: '18' }]);
    expect(resolveDraft('18 buổi', known, { askAboutNumbers: false }).problems).toEqual([]);
  });
});

it('proposes sentences whose figures are fields that all exist', () => {
  const indicators = input.indicators.filter(({ id }) => input.totals.indicators.includes(id));
  const proposed = proposedText(indicators);
  expect(proposed).toContain('{{HN02}}');
  expect(typedNumbers(proposed)).toEqual([]);
  expect(resolveDraft(proposed, fields).problems.filter(({ kind }) => kind === 'unknown-field')).toEqual([]);
});
