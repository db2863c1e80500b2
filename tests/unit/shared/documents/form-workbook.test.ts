import { describe, expect, it } from 'vitest';
import type { FormInput } from '../../../../shared/documents/form-input';
import { formFileName, formWorkbook } from '../../../../shared/documents/form-workbook';
import type { CellModel, WorkbookModel } from '../../../../shared/documents/sheet-model';
import {
  catalogue,
  CODES,
  CREATED_AT,
  entries,
  office,
  periods,
  plan,
} from '../../../golden/documents/an-binh';

const indicators = CODES.map((code) => catalogue.find((indicator) => indicator.id === code)!);
const input: FormInput = {
  office,
  dossierId: 'd-1',
  plan,
  planNumberText: '07-KH/ĐU',
  period: periods[1]!,
  unit: entries.find((entry) => entry.id === 'u3')!,
  indicators: indicators.map((indicator) =>
    indicator.id === 'HN01' ? { ...indicator, required: true } : indicator,
  ),
  previous: { HN01: 3, DV01: 40, VB02: 1 },
  cumulative: {},
  issuedAt: CREATED_AT,
  fingerprint: 'f'.repeat(64),
};
const form = formWorkbook(input);

const cellsOf = (model: WorkbookModel, sheet: string): readonly CellModel[] =>
  model.sheets.find((one) => one.name === sheet)!.cells;
const named = (model: WorkbookModel): Map<string, CellModel> =>
  new Map(
    model.sheets.flatMap((sheet) =>
      sheet.cells.flatMap((cell) => (cell.name ? [[cell.name, cell] as const] : [])),
    ),
  );
const textsOf = (cells: readonly CellModel[]): readonly string[] =>
  cells.flatMap((cell) => (cell.value.kind === 'text' ? [cell.value.text] : []));

describe('a form', () => {
  it('says to whom, through whom and by whom reports go', () => {
    const routed = formWorkbook({
      ...input,
      period: {
        ...input.period,
        via: 'Ban Xây dựng Đảng',
        receivedBy: 'Ban Thường vụ Đảng ủy',
        consolidatedBy: 'Văn phòng Đảng ủy',
      },
    });
    expect(textsOf(cellsOf(routed, 'Hướng dẫn')).join('\n')).toMatch(
      /Gửi về Ban Thường vụ Đảng ủy \(qua Ban Xây dựng Đảng\) chậm nhất .+\. Nơi tổng hợp: Văn phòng Đảng ủy\./u,
    );
    expect(textsOf(cellsOf(routed, 'Số liệu')).join('\n')).toMatch(/Hạn nộp: .+, qua Ban Xây dựng Đảng\./u);
    const plain = formWorkbook({ ...input, period: { ...input.period, via: '', receivedBy: '' } });
    const words = plain.sheets.flatMap((sheet) => textsOf(sheet.cells)).join('\n');
    expect(words).not.toContain('qua Ban');
    expect(words).not.toContain('Nơi tổng hợp');
  });

  it('explains the star only where a row has one', () => {
    const starred = (model: WorkbookModel): boolean =>
      model.sheets.some((sheet) => textsOf(sheet.cells).some((text) => text.includes('(*)')));
    expect(starred(form)).toBe(true);
    const none = indicators.map((indicator) => ({ ...indicator, required: false }));
    expect(starred(formWorkbook({ ...input, indicators: none }))).toBe(false);
  });

  it('has its sheets in order, the identity hidden', () => {
    expect(form.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['Số liệu', 'visible'],
      ['Thuyết minh', 'visible'],
      ['Hướng dẫn', 'visible'],
      ['_vpdu', 'hidden'],
    ]);
  });
  it('says in column A and B of _vpdu what it is', () => {
    const identity = textsOf(cellsOf(form, '_vpdu'));
    expect(identity).toEqual([
      'app', 'vpdu-desk', 'formVersion', '1', 'officeId', 'an-binh', 'dossierId', 'd-1', 'unitId', 'u3',
      'period', '2026-Q1', 'issuedAt', CREATED_AT, 'fingerprint', 'f'.repeat(64),
    ]); // prettier-ignore
  });
  it('names every input cell and no computed one', () => {
    expect([...named(form).keys()].sort()).toEqual(
      [
        'ct_NIL',
        'ct_HN01',
        'ct_HN02',
        'ct_DV01',
        'ct_DV02',
        'ct_TT01',
        'ct_TT05',
        'ct_MX01',
        'ct_VB02',
        'ct_NX02',
      ].sort(),
    );
  });
  it('unlocks and checks exactly the input cells', () => {
    const names = named(form);
    for (const cell of names.values()) {
      expect(cell.style?.unlocked).toBe(true);
      expect(cell.validation).toBeDefined();
      expect(cell.value.kind).toBe('empty');
    }
    const unlocked = form.sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.style?.unlocked));
    expect(unlocked).toHaveLength(names.size);
    expect(form.sheets.every((sheet) => sheet.protect)).toBe(true);
    expect(names.get('ct_HN01')?.validation).toMatchObject({ kind: 'integer', minimum: 0 });
    expect(names.get('ct_VB02')?.validation).toMatchObject({ kind: 'list', values: ['Có', 'Không'] });
    expect(names.get('ct_NIL')?.validation).toMatchObject({ kind: 'list', values: ['x'] });
    expect(names.get('ct_NX02')?.validation).toMatchObject({ kind: 'text' });
  });
  it('computes the percentage from the input cells of its parts', () => {
    const names = named(form);
    const [part, whole] = ['ct_DV02', 'ct_DV01'].map((name) => `E${names.get(name)!.row}`);
    const formulas = cellsOf(form, 'Số liệu').flatMap((cell) =>
      cell.value.kind === 'formula' ? [cell.value.formula] : [],
    );
    expect(formulas).toContain(
      `IF(AND(ISNUMBER(${part}),ISNUMBER(${whole})),IF(${whole}>0,ROUND(${part}/${whole}*100,2),""),"")`,
    );
    // 15/12/2025–14/3/2026 is 90 days.
    expect(formulas.some((formula) => formula.includes('/(90/7)'))).toBe(true);
  });
  it('shows last period beside, sections, units and required marks', () => {
    const cells = cellsOf(form, 'Số liệu');
    const row = named(form).get('ct_HN01')!.row;
    expect(cells.find((cell) => cell.row === row && cell.column === 6)?.value).toMatchObject({ value: 3 });
    expect(textsOf(cells)).toContain('Hội nghị quán triệt, học tập, tuyên truyền đã tổ chức (*)');
    expect(textsOf(cells)).toContain('Mạng xã hội');
    expect(textsOf(cells).slice(0, 60)).toEqual(
      expect.arrayContaining(['STT', 'Mã', 'Nội dung', 'Đơn vị tính', 'Kỳ này', 'Kỳ trước', 'Ghi chú']),
    );
    expect(textsOf(cells)).toContain('Có');
  });
  it('prints the hour of an extension, not the common one', () => {
    const due = (extra: object) =>
      textsOf(
        cellsOf(formWorkbook({ ...input, period: { ...input.period, time: '16:00' }, ...extra }), 'Số liệu'),
      ).find((text) => text.includes('Hạn nộp'));
    expect(due({})).toContain('Hạn nộp: 16h00 thứ Hai, ngày 16/03/2026');
    expect(due({ lastDay: '2026-03-18', lastHour: null })).toContain('Hạn nộp: thứ Tư, ngày 18/03/2026');
    expect(due({ lastDay: '2026-03-16', lastHour: '20:00' })).toContain('Hạn nộp: 20h00 thứ Hai');
  });

  it('prints its code, the privacy sentence, and the due date with weekday and the body it goes through', () => {
    const texts = textsOf(cellsOf(form, 'Số liệu'));
    expect(texts).toContain('Mã biểu AB-26Q1-003');
    expect(texts).toContain('Không ghi họ tên, địa chỉ, số điện thoại, tài khoản của công dân.');
    expect(texts.find((text) => text.includes('Hạn nộp'))).toBe(
      'Số liệu từ ngày 15/12/2025 đến ngày 14/03/2026. Hạn nộp: thứ Hai, ngày 16/03/2026, qua Ban Xây dựng Đảng.',
    );
    expect(form.sheets[0]!.print).toMatchObject({ orientation: 'portrait', fitToWidth: true });
  });
  it('prints the extended day of the unit', () => {
    const extended = formWorkbook({ ...input, lastDay: '2026-03-18' });
    expect(textsOf(cellsOf(extended, 'Số liệu')).join(' ')).toContain('thứ Tư, ngày 18/03/2026');
  });
  it('adds the running total only when there is one', () => {
    expect(textsOf(cellsOf(form, 'Số liệu'))).not.toContain('Lũy kế trước kỳ này');
    const later = formWorkbook({ ...input, cumulative: { HN01: 9 } });
    expect(textsOf(cellsOf(later, 'Số liệu'))).toContain('Lũy kế trước kỳ này');
  });
  it('does not ask for what the application counts itself', () => {
    const all = formWorkbook({ ...input, indicators: catalogue });
    expect([...named(all).keys()].filter((name) => name.startsWith('ct_BC'))).toEqual([]);
    expect(new Set(named(all).keys()).size).toBe(
      all.sheets.flatMap((sheet) => sheet.cells).filter((cell) => cell.name !== undefined).length,
    );
  });
});

describe('formFileName', () => {
  it('is a name that Windows accepts', () => {
    expect(formFileName({ name: 'Chi bộ A/B: số 1' }, '2026-Q1')).toBe('2026-Q1 – Chi bộ A-B- số 1.xlsx');
  });
});
