/** Sheet "Tình hình nộp báo cáo": units down, plans across; the one table that crosses plans. */
import { periodNameInText } from '../domain/report/periods';
import type { UnitStatus } from '../domain/report/model';
import { stateMarks } from './cell-marks';
import {
  CENTRED,
  HEAD,
  NUMBER,
  SHEET_SUBTITLE,
  SHEET_TITLE,
  sheetFooter,
  TEXT,
  textRow,
  TOTAL_FILL,
} from './cell-style';
import { rowHeight } from './row-height';
import { cellAddress, columnLetters, textCell, type CellModel, type SheetModel } from './sheet-model';
import { planText } from './summary-head';
import type { SummaryInput } from './summary-input';
import { UNIT_STATE_TEXT } from './unit-state-text';

const NAME_WIDTH = 40;
const PLAN_WIDTH = 18;
const COUNT_WIDTH = 10;
const COUNTS = [
  { title: 'Phải báo cáo', words: null },
  { title: 'Đúng hạn', words: UNIT_STATE_TEXT['on-time'] },
  { title: 'Trễ hạn', words: UNIT_STATE_TEXT.late },
  { title: 'Chưa báo cáo', words: UNIT_STATE_TEXT.missing },
  { title: 'Đã trả lại', words: UNIT_STATE_TEXT.returned },
] as const;
const HEAD_ROW = 4;
const FIRST = HEAD_ROW + 1;

export function plansStatusSheet(plans: readonly SummaryInput[]): SheetModel {
  const period = plans[0]?.totals.period ?? '';
  const units = unitsOf(plans);
  const lastPlan = 2 + plans.length;
  const last = HEAD_ROW + Math.max(1, units.length);
  const totals = last + 1;
  const titles = plans.map((_, index) => `KH${index + 1}`);
  const counted = (range: string, words: string | null): string =>
    words === null ? `COUNTA(${range})` : `COUNTIF(${range},"${words}")`;
  const count = (texts: readonly string[], words: string | null): number =>
    texts.filter((text) => (words === null ? text !== '' : text === words)).length;
  const cells: CellModel[] = [
    textCell(1, 1, `TÌNH HÌNH NỘP BÁO CÁO ${periodNameInText(period).toUpperCase()}`, SHEET_TITLE),
    textCell(
      2,
      1,
      plans.map((plan, index) => `KH${index + 1}: ${planText(plan)}`).join('; '),
      SHEET_SUBTITLE,
    ),
    ...textRow(HEAD_ROW, ['STT', 'Đơn vị', ...titles, ...COUNTS.map(({ title }) => title)], HEAD),
  ];
  units.forEach((unit, index) => {
    const row = FIRST + index;
    cells.push(
      { row, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
      textCell(row, 2, unit.name, TEXT),
      ...unit.states.map((state, plan): CellModel =>
        state === ''
          ? { row, column: 3 + plan, value: { kind: 'empty' }, style: CENTRED }
          : textCell(row, 3 + plan, state, CENTRED),
      ),
      ...COUNTS.map(({ words }, offset): CellModel => ({
        row,
        column: lastPlan + 1 + offset,
        value: {
          kind: 'formula',
          formula: counted(`C${row}:${cellAddress(row, lastPlan)}`, words),
          value: count(unit.states, words),
        },
        style: NUMBER,
      })),
    );
  });
  const total = { bold: true, fill: TOTAL_FILL } as const;
  cells.push(
    textCell(totals, 1, '', { ...CENTRED, ...total }),
    textCell(totals, 2, 'Số đơn vị phải báo cáo', { ...TEXT, ...total }),
    ...plans.map((_, plan): CellModel => ({
      row: totals,
      column: 3 + plan,
      value: {
        kind: 'formula',
        formula: `COUNTA(${columnLetters(3 + plan)}${FIRST}:${columnLetters(3 + plan)}${last})`,
        value: units.filter((unit) => unit.states[plan] !== '').length,
      },
      style: { ...CENTRED, ...total },
    })),
    ...COUNTS.map(({ words }, offset): CellModel => {
      const letters = columnLetters(lastPlan + 1 + offset);
      return {
        row: totals,
        column: lastPlan + 1 + offset,
        value: {
          kind: 'formula',
          formula: `SUM(${letters}${FIRST}:${letters}${last})`,
          value: units.reduce((sum, unit) => sum + count(unit.states, words), 0),
        },
        style: { ...NUMBER, ...total },
      };
    }),
  );
  const lastColumn = lastPlan + COUNTS.length;
  const columns = [6, NAME_WIDTH, ...plans.map(() => PLAN_WIDTH), ...COUNTS.map(() => COUNT_WIDTH)];
  return {
    name: 'Tình hình nộp báo cáo',
    visibility: 'visible',
    columns,
    rowHeights: {
      1: 26,
      2: rowHeight([
        {
          text: plans.map(planText).join('; '),
          width: columns.reduce((sum, width) => sum + width, 0),
          size: 12,
        },
      ]),
      [HEAD_ROW]: 34,
      ...Object.fromEntries(
        units.map((unit, index) => [
          FIRST + index,
          rowHeight([{ text: unit.name, width: NAME_WIDTH, size: 12 }]),
        ]),
      ),
    },
    cells,
    merges: [`A1:${cellAddress(1, lastColumn)}`, `A2:${cellAddress(2, lastColumn)}`],
    marks: stateMarks(`C${FIRST}:${cellAddress(last, lastPlan)}`),
    freeze: { rows: HEAD_ROW, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
      titleColumns: 'A:B',
      footer: sheetFooter(`Kỳ báo cáo: ${periodNameInText(period)}, ${plans.length} kế hoạch`),
    },
  };
}

interface UnitRow {
  readonly name: string;
  /** One a plan, in words; "" where the unit owes nothing. */
  readonly states: readonly string[];
}

/** Units of all plans, in the order of the first that has them. */
function unitsOf(plans: readonly SummaryInput[]): readonly UnitRow[] {
  const rows = plans.map(({ status }) => new Map(status.units.map((unit) => [unit.unit, unit])));
  const known = new Map<string, UnitStatus>();
  for (const { status } of plans)
    for (const unit of status.units) if (!known.has(unit.unit)) known.set(unit.unit, unit);
  return [...known].map(([id, { name }]) => ({
    name,
    states: rows.map((byUnit) => {
      const unit = byUnit.get(id);
      return unit ? UNIT_STATE_TEXT[unit.state] : '';
    }),
  }));
}
