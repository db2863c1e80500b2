import { describe, expect, it } from 'vitest';
import type { RawCell, RawForm } from '../../../../../shared/ports/documents';
import type { FormContext } from '../../../../../shared/domain/report/judge-form';
import { identifyForm, judgeForm } from '../../../../../shared/domain/report/judge-form';
import { CATALOGUE, owed, unit } from './support/build';

const FILE = 'Q1-TDP 12.xlsx';
const EXPECTED = { fileName: FILE, app: 'vpdu-desk', formVersion: 1, officeIds: ['an-binh'] };
const IDENTITY = {
  app: 'vpdu-desk',
  formVersion: '1',
  officeId: 'an-binh',
  dossierId: 'kh-07',
  unitId: 'A',
  period: '2026-03',
  issuedAt: '2026-03-01T00:00:00Z',
  fingerprint: 'abc',
};
const CODES = ['HN02', 'DV01', 'DV02', 'VB02', 'KP01', 'NX01'];
const ADDRESS = {
  officeId: 'an-binh',
  dossierId: 'kh-07',
  unitId: 'A',
  period: '2026-03',
  fingerprint: 'abc',
};
const CONTEXT: FormContext = {
  fileName: FILE,
  dossierKnown: true,
  unit: unit('A', { name: 'Chi bộ Tổ dân phố số 12' }),
  period: owed('2026-03', ['A'], CODES, { lastDay: '2026-03-16' }),
  catalogue: CATALOGUE,
  fingerprint: 'abc',
};

type Written = number | string | Partial<RawCell>;

function cell(code: string, value: Written | undefined): RawCell {
  const at = {
    sheet: code.startsWith('NX') ? 'Thuyết minh' : 'Số liệu',
    cell: `D${10 + CODES.indexOf(code)}`,
  };
  if (value === undefined) return { ...at, type: 'empty', number: null, text: '' };
  if (typeof value === 'number') return { ...at, type: 'number', number: value, text: String(value) };
  if (typeof value === 'string') return { ...at, type: 'text', number: null, text: value };
  return { ...at, type: 'text', number: null, text: '', ...value };
}

function form(values: Readonly<Record<string, Written>>): RawForm {
  return {
    identity: IDENTITY,
    cells: Object.fromEntries([...CODES, 'NIL'].map((code) => [code, cell(code, values[code])])),
    rowCodes: Object.fromEntries(CODES.slice(0, 5).map((code) => [code, code])),
    rowLabels: {},
    computed: {},
    heads: [],
    sheets: ['Số liệu', 'Thuyết minh', '_vpdu'],
  };
}

const faults = (raw: RawForm, context: FormContext = CONTEXT) => {
  const judged = judgeForm(raw, ADDRESS, context);
  return judged.ok ? [] : judged.faults;
};

describe('identifyForm', () => {
  it('reads whose form it is', () => {
    expect(identifyForm(form({}), EXPECTED)).toEqual({ ok: true, value: ADDRESS });
  });

  it.each([
    [
      'not-a-form',
      { identity: null, cells: {}, rowCodes: {}, rowLabels: {}, computed: {}, heads: [], sheets: ['Sheet1'] },
    ],
    ['identity-missing', { ...form({}), identity: null }],
    ['wrong-app', { ...form({}), identity: { ...IDENTITY, app: 'khác' } }],
    ['wrong-version', { ...form({}), identity: { ...IDENTITY, formVersion: '2' } }],
    ['other-office', { ...form({}), identity: { ...IDENTITY, officeId: 'hoa-binh' } }],
    ['identity-missing', { ...form({}), identity: { ...IDENTITY, unitId: '' } }],
    ['bad-period', { ...form({}), identity: { ...IDENTITY, period: '2026-13' } }],
  ] satisfies [string, RawForm][])('refuses: %s', (code, raw) => {
    const judged = identifyForm(raw, EXPECTED);
    expect(judged.ok ? [] : judged.faults.map((fault) => fault.code)).toEqual([code]);
    expect(judged.ok ? '' : judged.faults[0]?.message).toMatch(/^Tệp “Q1-TDP 12\.xlsx”: .+\.$/);
  });
});

describe('judgeForm', () => {
  it('takes figures, yes/no, texts and decimals, and says where they stand', () => {
    const judged = judgeForm(
      form({ HN02: '35.599', DV01: 50, DV02: 45, VB02: 'Có', KP01: '12,5', NX01: 'Tốt' }),
      ADDRESS,
      CONTEXT,
    );
    expect(judged).toEqual({
      ok: true,
      value: {
        values: { HN02: 35599, DV01: 50, DV02: 45, VB02: 1, KP01: 12.5 },
        narrative: { NX01: 'Tốt' },
        nil: false,
        sheet: 'Số liệu',
        cells: {
          HN02: 'D10',
          DV01: 'D11',
          DV02: 'D12',
          VB02: 'D13',
          KP01: 'D14',
          NX01: "'Thuyết minh'!D15",
        },
      },
    });
  });

  it('leaves an empty cell out: nothing, never 0', () => {
    const judged = judgeForm(form({ HN02: 3 }), ADDRESS, CONTEXT);
    expect(judged.ok && judged.value.values).toEqual({ HN02: 3 });
  });

  it('names file, sheet, cell, what was written and what to do', () => {
    expect(faults(form({ HN02: 'ba mươi' }))).toEqual([
      {
        sheet: 'Số liệu',
        cell: 'D10',
        code: 'not-a-number',
        indicator: 'HN02',
        message:
          'Tệp “Q1-TDP 12.xlsx”, trang tính “Số liệu”, ô D10: “ba mươi” không phải là số (HN02, Chỉ tiêu HN02). Sửa thành 30 rồi thả lại tệp.',
        parts: { written: 'ba mươi', why: '“ba mươi” không phải là số.', expected: 'Sửa thành 30.' },
      },
    ]);
  });

  it.each([
    ['formula', { HN02: { type: 'formula', number: 30, text: '=10+20' } }],
    ['error-value', { HN02: { type: 'error', text: '#REF!' } }],
    ['date', { HN02: { type: 'date', text: '2026-03-15' } }],
    ['not-a-number', { HN02: { type: 'boolean', text: 'TRUE' } }],
    ['not-a-number', { HN02: '30 người' }],
    ['ambiguous-number', { KP01: '1.5' }],
    ['negative', { HN02: -3 }],
    ['not-integer', { HN02: 2.5 }],
    ['not-integer', { HN02: '1,500' }],
    ['out-of-range', { HN02: 1e15 }],
    ['not-yes-no', { VB02: 'có lẽ' }],
    ['too-long', { NX01: 'a'.repeat(8001) }],
    ['above', { DV01: 40, DV02: 45 }],
    ['nil-unclear', { NIL: 'hình như' }],
    ['nil-unclear', { NIL: { type: 'formula', text: '="x"' } }],
    ['nil-with-figures', { NIL: 'x', HN02: 3 }],
    ['empty', {}],
  ] satisfies [string, Record<string, Written>][])('refuses: %s %j', (code, values) => {
    const found = faults(form(values));
    expect(found.map((fault) => fault.code)).toEqual([code]);
    expect(found[0]?.message).toMatch(/^Tệp “Q1-TDP 12\.xlsx”.*rồi thả lại tệp\.$/);
  });

  it('says of a formula that nobody computed what happened and what to do, at its cell', () => {
    const bare = { type: 'formula', number: null, text: '' } as const;
    const found = faults(form({ HN02: bare, NX01: bare, NIL: bare }));
    expect(found.map((fault) => [fault.code, fault.cell])).toEqual([
      ['nil-unclear', 'D9'],
      ['formula', 'D10'],
      ['formula', 'D15'],
    ]);
    expect(found[1]?.parts).toEqual({
      written: '(công thức)',
      why: 'Ô là công thức chưa có kết quả: tệp được lưu bằng một chương trình không tính công thức.',
      expected: 'Mở tệp bằng Excel hoặc WPS để xem kết quả, xóa công thức và gõ số vào ô, bấm lưu.',
    });
    expect(found[2]?.message).toContain('gõ nội dung vào ô');
    expect(found.map(({ message }) => message).join(' ')).not.toContain('“”');
  });

  it('names every fault, not only the first', () => {
    const found = faults(form({ HN02: 'nhiều', DV01: -1, KP01: { type: 'error', text: '#N/A' } }));
    expect(found.map((fault) => fault.cell)).toEqual(['D11', 'D10', 'D14']);
  });

  it('takes a nil report, with zeros and texts too', () => {
    const judged = judgeForm(form({ NIL: 'X', HN02: 0, NX01: 'Không có' }), ADDRESS, CONTEXT);
    expect(judged.ok && judged.value.nil).toBe(true);
  });

  it('wants what is required, unless nil', () => {
    const catalogue = CATALOGUE.map((item) => (item.id === 'DV01' ? { ...item, required: true } : item));
    expect(faults(form({ HN02: 1 }), { ...CONTEXT, catalogue }).map((fault) => fault.code)).toEqual([
      'required',
    ]);
    expect(faults(form({ NIL: 'x' }), { ...CONTEXT, catalogue })).toEqual([]);
    const expected = (code: string) =>
      faults(form({ KP01: 1 }), {
        ...CONTEXT,
        catalogue: CATALOGUE.map((item) => (item.id === code ? { ...item, required: true } : item)),
      })[0]?.parts?.expected;
    expect(expected('DV01')).toMatch(/^Ghi một số nguyên/u);
    expect(expected('NX01')).toMatch(/^Ghi nội dung bằng chữ/u);
  });

  it('refuses rows that were sorted or swapped: the printed code is not the one of the name', () => {
    const raw = form({ HN02: 1, DV01: 50 });
    const swapped = { ...raw, rowCodes: { ...raw.rowCodes, HN02: 'DV01', DV01: 'HN02' } };
    const found = faults(swapped);
    expect(found.map((fault) => [fault.code, fault.sheet, fault.cell, fault.indicator])).toEqual([
      ['row-moved', 'Số liệu', 'D10', 'HN02'],
    ]);
    expect(found[0]?.message).toMatch(
      /^Tệp “Q1-TDP 12\.xlsx”, trang tính “Số liệu”, ô D10: .*mã DV01.*ô D11 .*mã HN02.*Hoàn tác/,
    );
  });

  it('still names what is wrong in the cells of moved rows, by the indicator that each row prints', () => {
    const raw = form({ HN02: 'nhiều', DV01: 2.5, KP01: -1 });
    const sorted = { ...raw, rowCodes: { ...raw.rowCodes, HN02: 'KP01', DV01: 'HN02', KP01: 'DV01' } };
    const found = faults(sorted);
    expect(found.map((fault) => [fault.code, fault.cell, fault.indicator])).toEqual([
      ['row-moved', 'D10', 'HN02'],
      ['not-integer', 'D11', 'HN02'],
      ['not-a-number', 'D10', 'KP01'],
      ['negative', 'D14', 'DV01'],
    ]);
  });

  it('refuses a row without its code beside rows that have theirs; a sheet without any code is taken', () => {
    const raw = form({ HN02: 1 });
    const rest = Object.fromEntries(Object.entries(raw.rowCodes).filter(([code]) => code !== 'DV02'));
    expect(faults({ ...raw, rowCodes: rest }).map((fault) => [fault.code, fault.indicator])).toEqual([
      ['row-moved', 'DV02'],
    ]);
    expect(faults({ ...raw, rowCodes: {} })).toEqual([]);
  });

  it('refuses two names on one cell', () => {
    const raw = form({ HN02: 1 });
    const two = { ...raw, cells: { ...raw.cells, DV02: cell('DV01', 7), DV01: cell('DV01', 7) } };
    expect(faults(two).map((fault) => [fault.code, fault.cell, fault.indicator])).toEqual([
      ['names-overlap', 'D11', 'DV02'],
    ]);
    const onNil = {
      ...raw,
      cells: { ...raw.cells, NIL: cell('HN02', undefined), HN02: cell('HN02', undefined) },
    };
    expect(faults(onNil).map((fault) => fault.code)).toContain('names-overlap');
  });

  it('refuses a form whose cells lost their names', () => {
    const raw = form({ HN02: 1 });
    const cells = Object.fromEntries(
      Object.entries(raw.cells).filter(([code]) => code !== 'DV01' && code !== 'NIL'),
    );
    const found = faults({ ...raw, cells });
    expect(found.map((fault) => [fault.code, fault.indicator])).toEqual([
      ['name-missing', 'DV01'],
      ['name-missing', null],
    ]);
  });

  it.each([
    ['unknown-dossier', { dossierKnown: false }],
    ['unknown-unit', { unit: null }],
    ['period-not-asked', { period: null }],
    ['not-expected', { unit: unit('Z') }],
    ['not-expected', { unit: unit('A', { successors: [{ unitId: 'B', from: '2026-03-01' }] }) }],
    ['not-expected', { unit: unit('A', { activeTo: '2026-02-01' }) }],
    ['fingerprint', { fingerprint: 'other' }],
  ] satisfies [string, Partial<FormContext>][])('refuses: %s', (code, change) => {
    expect(faults(form({ HN02: 1 }), { ...CONTEXT, ...change }).map((fault) => fault.code)).toEqual([code]);
  });

  it('still takes the report of a unit that closed within the covered days', () => {
    const closed = unit('A', { activeTo: '2026-03-10' });
    expect(faults(form({ HN02: 1 }), { ...CONTEXT, unit: closed })).toEqual([]);
  });
});
