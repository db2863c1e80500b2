import { describe, expect, it } from 'vitest';
import { cellAddress, type CellModel, type SheetModel } from '../../../../shared/documents/sheet-model';
import { summaryWorkbook } from '../../../../shared/documents/summary-workbook';
import { roundHalfUp } from '../../../../shared/text/numbers';
import { summaryInput } from '../../../golden/documents/an-binh';

const input = summaryInput();
const workbook = summaryWorkbook(input);
const sheet = (name: string): SheetModel => workbook.sheets.find((one) => one.name === name)!;

/** What a spreadsheet program computes from the formulas, by a second way. */
function evaluate(model: SheetModel, others: readonly SheetModel[] = []): Map<string, number> {
  const cells = new Map(model.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const valueAt = (address: string): number => {
    const quoted = /^'(.+)'!(.+)$/.exec(address);
    if (quoted) {
      const other = others.find((one) => one.name === quoted[1])!;
      return evaluate(other, others).get(quoted[2]!) ?? Number.NaN;
    }
    const cell = cells.get(address);
    if (cell?.value.kind === 'number') return cell.value.value;
    if (cell?.value.kind === 'date') return Date.parse(cell.value.date) / 86_400_000;
    if (cell?.value.kind !== 'formula') return 0;
    // Counts over texts are left to LibreOffice.
    return cell.value.formula.startsWith('COUNT') ? Number(cell.value.value) : compute(cell.value.formula);
  };
  const list = (text: string): number[] =>
    text.split(',').flatMap((part) => {
      const range = /^([A-Z]+)(\d+):\1(\d+)$/.exec(part);
      if (!range) return [valueAt(part)];
      const [, column, from, to] = range;
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
        valueAt(`${column!}${Number(from) + index}`),
      );
    });
  const sum = (text: string): number => list(text).reduce((total, value) => total + value, 0);
  const compute = (formula: string): number => {
    const total = /^SUM\((.+)\)$/.exec(formula);
    if (total) return sum(total[1]!);
    const percent = /^ROUND\(([A-Z]+\d+)\/([A-Z]+\d+)\*100,2\)$/.exec(formula);
    if (percent) return roundHalfUp((valueAt(percent[1]!) / valueAt(percent[2]!)) * 100, 2);
    const quotient = /^ROUND\((\d+)\/(\d+)\*100,2\)$/.exec(formula);
    if (quotient) return roundHalfUp((Number(quotient[1]) / Number(quotient[2])) * 100, 2);
    const weekly = /^ROUND\(SUM\((.+)\)\/\((\d+)\/7\),2\)$/.exec(formula);
    if (weekly) return roundHalfUp((sum(weekly[1]!) * 7) / Number(weekly[2]), 2);
    const difference = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(formula);
    if (difference) return roundHalfUp(valueAt(difference[1]!) - valueAt(difference[2]!), 9);
    const days = /^MAX\(0,\$([A-Z]+)\$(\d+)-([A-Z]+\d+)\)$/.exec(formula);
    if (days) return Math.max(0, valueAt(`${days[1]!}${days[2]!}`) - valueAt(days[3]!));
    return valueAt(formula);
  };
  return new Map(
    [...cells].flatMap(([address, cell]) =>
      cell.value.kind === 'formula' && !/^COUNT|^IF/.test(cell.value.formula)
        ? [[address, compute(cell.value.formula)] as const]
        : cell.value.kind === 'number'
          ? [[address, cell.value.value] as const]
          : [],
    ),
  );
}

const totalCells = (): Map<string, CellModel> =>
  new Map(sheet('Tổng hợp').cells.flatMap((cell) => (cell.name ? [[cell.name, cell] as const] : [])));

describe('the summary', () => {
  it('has a sheet for the table, the comparison, the targets and the timeliness', () => {
    expect(workbook.sheets.map((one) => one.name)).toEqual([
      'Tổng hợp',
      'So sánh kỳ trước',
      'Chỉ tiêu',
      'Tình hình nộp',
      'Chưa báo cáo',
      'Hội nghị',
      'Biểu đồ',
      '1. Hội nghị quán triệt, học tập, tuyên truyền',
      '2. Đảng viên, cán bộ, Nhân dân được quán triệt',
      '3. Truyền thanh, cổng thông tin, báo chí',
      '4. Mạng xã hội',
      '5. Lãnh đạo, chỉ đạo, kiểm tra',
    ]);
    const first = summaryWorkbook({ ...input, previous: null });
    expect(first.sheets.map((one) => one.name)).not.toContain('So sánh kỳ trước');
  });
  it('names each total once, with the figure of the consolidation as stored value', () => {
    const names = workbook.sheets.flatMap((one) => one.cells.flatMap((cell) => cell.name ?? []));
    expect(new Set(names).size).toBe(names.length);
    const cells = totalCells();
    for (const [code, value] of Object.entries(input.totals.totals))
      expect(cells.get(`tong_${code}`)?.value, code).toMatchObject({ value });
    expect(cells.get('tong_HN02')?.value).toMatchObject({ kind: 'formula', value: 1434 });
    expect(cells.get('tong_DV03')?.value).toMatchObject({ kind: 'formula', value: 96.12 });
    expect(cells.get('tong_TT04')?.value).toMatchObject({ kind: 'formula', value: 4.12 });
  });
  it('computes the stored values again from its own formulas', () => {
    const formulas = workbook.sheets.flatMap((one) => {
      const computed = evaluate(one, workbook.sheets);
      return one.cells.flatMap((cell) =>
        cell.value.kind === 'formula' && computed.has(cellAddress(cell.row, cell.column))
          ? [
              [
                one.name,
                cell.value.formula,
                cell.value.value,
                computed.get(cellAddress(cell.row, cell.column)),
              ] as const,
            ]
          : [],
      );
    });
    expect(formulas.length).toBeGreaterThan(100);
    for (const [name, formula, stored, computed] of formulas)
      expect(computed, `${name} ${formula}`).toBeCloseTo(Number(stored), 9);
  });
  it('prints a number where adding columns would not give the consolidation', () => {
    // A parent already holds what its child reported: the group is 4, not 4 + 1.
    const totals = {
      ...input.totals,
      groups: input.totals.groups.map((group) =>
        group.group === 'g1' ? { ...group, values: { ...group.values, HN01: 4 } } : group,
      ),
      totals: { ...input.totals.totals, HN01: 7 },
    };
    const changed = summaryWorkbook({ ...input, totals });
    const cells = changed.sheets[0]!.cells;
    const group = cells.find((cell) => cell.row === 9 && cell.column === 3);
    expect(group?.value).toMatchObject({ kind: 'number', value: 4 });
    expect(cells.find((cell) => cell.name === 'tong_HN01')?.value).toMatchObject({
      kind: 'formula',
      value: 7,
    });
  });
  it('adds up only the rows that count, and says why a child’s does not', () => {
    const [parent, child] = input.totals.units.filter(({ group }) => group === 'g1');
    const [told = 0, whole = 0] = [child?.values['HN01'], parent?.values['HN01']];
    const held = (part: number) => {
      const units = input.totals.units.map((row) =>
        row.unit === child?.unit ? { ...row, held: { HN01: part } } : row,
      );
      const groups = input.totals.groups.map((group) =>
        group.group === 'g1' ? { ...group, values: { ...group.values, HN01: whole + told - part } } : group,
      );
      return summaryWorkbook({ ...input, totals: { ...input.totals, units, groups } }).sheets[0]!.cells;
    };
    const formulaOf = (part: number) =>
      held(part).find(({ row, column }) => row === 9 && column === 3)?.value;
    expect(formulaOf(told)).toMatchObject({ kind: 'formula', formula: 'SUM(C10:C10)', value: whole });
    expect(formulaOf(told - 0.5)).toMatchObject({
      kind: 'formula',
      formula: `SUM(C10:C10)+(C11-${told - 0.5})`,
      value: whole + 0.5,
    });
    const texts = held(told).flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
    expect(texts).toContain(`${child?.name ?? ''} (*)`);
    expect(texts.some((text) => text.includes('đã nằm trong số của đảng bộ'))).toBe(true);
  });
  it('leaves a missing unit empty, never 0, and names it under the table', () => {
    const cells = sheet('Tổng hợp').cells;
    const row = cells.find(
      (cell) => cell.value.kind === 'text' && cell.value.text === 'Chi bộ Tổ dân phố số 3',
    )!.row;
    expect(cells.find((cell) => cell.row === row && cell.column === 3)?.value.kind).toBe('empty');
    const texts = cells.flatMap((cell) => (cell.value.kind === 'text' ? [cell.value.text] : []));
    expect(texts).toContain('Đơn vị chưa báo cáo (1): Chi bộ Tổ dân phố số 3.');
    expect(texts).toContain('Đơn vị báo cáo trễ hạn (1): Chi bộ Tổ dân phố số 1.');
  });
  it('prints both coverages and judges the target on both', () => {
    const row = sheet('Chỉ tiêu').cells.find(
      (cell) => cell.value.kind === 'text' && cell.value.text === 'DV03',
    )!.row;
    const at = (column: number) =>
      sheet('Chỉ tiêu').cells.find((cell) => cell.row === row && cell.column === column)!.value;
    expect(at(6)).toMatchObject({ value: 96.12 });
    expect(at(7)).toMatchObject({ value: 77.95 });
    expect(at(8)).toMatchObject({ text: 'Đạt' });
    expect(at(9)).toMatchObject({ text: 'Chưa đạt' });
  });
  it('lists who has not reported, with the days overdue', () => {
    const list = sheet('Chưa báo cáo').cells.filter((cell) => cell.row === 7);
    expect(
      list.map(({ value }) => ('text' in value ? value.text : 'value' in value ? value.value : null)),
    ).toEqual([1, 'Chi bộ Tổ dân phố số 3', 'Chi bộ tổ dân phố', 'Chưa báo cáo', null, 9, '']);
  });
  it('lists the conferences of the plan beside what units report on theirs', () => {
    const withPlan = summaryWorkbook({
      ...input,
      conferences: [
        {
          name: 'Hội nghị quán triệt',
          organizer: 'Đảng ủy',
          start: '2026-02-11T14:00',
          mode: 'online',
          participants: ['Đảng viên'],
        },
      ],
    }).sheets.find((one) => one.name === 'Hội nghị')!;
    const texts = withPlan.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Hội nghị quán triệt\nThành phần: Đảng viên',
        '14:00 ngày 11/02/2026',
        'Trực tuyến',
        'HN02',
      ]) as string[],
    );
  });
  it('tells both coverages of conferences held in the period, and never adds them to the units’ figures', () => {
    const told = { bodies: 3, toldBodies: 2, invited: 10, invitedTold: 8, present: 6, presentOfInvited: 6 };
    const attendance = { ...told, excused: 2, unexcused: 0 };
    const held = { organizer: null, mode: null, participants: [], attendance };
    const with3 = summaryWorkbook({
      ...input,
      conferences: [
        { ...held, name: 'Trong kỳ', start: '2026-02-11', inPeriod: true },
        { ...held, name: 'Ngoài kỳ', start: '2026-05-11', inPeriod: false },
        { ...held, name: 'Chưa điểm danh', start: '2026-02-12', inPeriod: true, attendance: null },
      ],
    }).sheets.find((one) => one.name === 'Hội nghị')!;
    const texts = with3.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
    expect(texts.find((text) => text.startsWith('Trong kỳ, '))).toContain(
      '1 hội nghị có điểm danh: được mời 10, có mặt 6',
    );
    expect(texts.find((text) => text.startsWith('Tỷ lệ có mặt'))).toMatch(
      /75,00% .*60,00% trên tổng số được mời/,
    );
    expect(texts.find((text) => text.startsWith('Đối chiếu'))).toContain('không cộng với nhau');
    const figure = (code: string) => (cells: typeof with3.cells) => {
      const row = cells.find(({ value }) => value.kind === 'text' && value.text === code)?.row;
      return cells.find((cell) => cell.row === row && cell.column === 4)?.value;
    };
    expect(figure('HN02')(with3.cells)).toEqual(figure('HN02')(sheet('Hội nghị').cells));
  });
  it('folds units under their group and marks what falls, on every sheet of figures', () => {
    for (const name of ['Tổng hợp', 'So sánh kỳ trước', '1. Hội nghị quán triệt, học tập, tuyên truyền']) {
      const rows = sheet(name).outline!;
      expect(Object.keys(rows)).toHaveLength(6);
      for (const row of Object.keys(rows))
        expect(
          sheet(name).cells.find((cell) => cell.row === Number(row) && cell.column === 1)?.value.kind,
        ).toBe('number');
    }
    expect(sheet('Tổng hợp').marks).toBeUndefined();
    expect(sheet('So sánh kỳ trước').marks).toHaveLength(10);
    expect(sheet('Chỉ tiêu').marks).toEqual([expect.objectContaining({ range: 'H6:I7' })]);
  });
  it('puts the charts on a sheet of their own, no chart cut by the end of a page', () => {
    const charts = sheet('Biểu đồ');
    expect(charts.pictures!.map(({ chart }) => chart.id)).toEqual([
      'submission',
      'targets-1',
      'targets-2',
      'comparison',
    ]);
    expect(charts.print!.breaksAfter!.length).toBeGreaterThan(0);
  });
  it('is set up for printing', () => {
    expect(sheet('Tổng hợp').print).toMatchObject({
      orientation: 'landscape',
      titleRows: '5:8',
      titleColumns: 'A:B',
      footer: expect.stringContaining('Tính đến ngày 25/03/2026, 5/6 đơn vị đã báo cáo') as string,
    });
    expect(sheet('Tổng hợp').freeze).toEqual({ rows: 8, columns: 2 });
  });
});

describe('a rate that could not hold every unit', () => {
  const targets = (unknownDenominators: Record<string, number>): SheetModel =>
    summaryWorkbook({
      ...input,
      totals: { ...input.totals, unknownDenominators },
      cumulative: { ...input.cumulative, unknownDenominators: {} },
    }).sheets.find((one) => one.name === 'Chỉ tiêu')!;
  const notes = (model: SheetModel) =>
    model.cells.flatMap(({ value }) =>
      value.kind === 'text' && value.text.includes('chưa biết mẫu số') ? [value.text] : [],
    );
  const marks = (model: SheetModel) =>
    model.cells.filter(({ value }) => 'format' in value && value.format.endsWith('"*"'));

  it('is marked on the sheet of targets and explained under the table', () => {
    const marked = targets({ DV03: 2 });
    expect(notes(marked)).toEqual([
      '* Tỷ lệ chưa gồm các đơn vị chưa báo mẫu số – DV03 (kỳ này): chưa biết mẫu số của 2 đơn vị.',
    ]);
    expect(marks(marked)).toHaveLength(1);
    expect(notes(targets({}))).toEqual([]);
    expect(marks(targets({}))).toEqual([]);
  });
});
