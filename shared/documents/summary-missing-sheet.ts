/** Sheet "Chưa báo cáo": the units whose figures are not in, to be rung up one after another. */
import { dateOfInstant, daysBetween } from '../date/plain-date';
import type { UnitState, UnitStatus } from '../domain/report/model';
import { stateMarks } from './cell-marks';
import { CENTRED, EMPTY, HEAD, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type CellValue, type SheetModel } from './sheet-model';
import { headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';
import type { SummaryInput } from './summary-input';
import { stateWord, unitStateText } from './unit-state-text';

const COLUMNS = [6, 46, 34, 18, 14, 16, 20];
const HEADS = ['STT', 'Đơn vị', 'Nhóm', 'Tình trạng', 'Hạn nộp', 'Quá hạn (ngày)', 'Ghi chú'];
const DATE_ROW = 5;
const LIST_TOP = 6;
const OPEN: readonly UnitState[] = ['missing', 'returned', 'not-due'];

export function missingSheet(input: SummaryInput, footer: string): SheetModel {
  const day = dateOfInstant(input.createdAt);
  const groups = new Map(input.totals.groups.map(({ group, name }) => [group, name]));
  const groupOf = new Map(
    [...input.cumulative.units, ...input.totals.units].map((row) => [row.unit, groups.get(row.group) ?? '']),
  );
  const units = input.status.units.filter(({ state }) => OPEN.includes(state));
  const first = LIST_TOP + 1;
  const last = Math.max(first, LIST_TOP + units.length);
  const cells: CellModel[] = [
    ...sheetHead(input, 'ĐƠN VỊ CHƯA BÁO CÁO'),
    textCell(DATE_ROW, 4, 'Tính đến ngày', { ...TEXT, bold: true }),
    { row: DATE_ROW, column: 5, value: { kind: 'date', date: day }, style: { ...CENTRED, bold: true } },
    ...textRow(LIST_TOP, HEADS, HEAD),
    ...units.flatMap((unit, index) => unitRow(unit, index, first + index, groupOf.get(unit.unit) ?? '', day)),
  ];
  if (units.length === 0)
    cells.push(textCell(first, 2, 'Tất cả các đơn vị phải báo cáo đã báo cáo.', { ...TEXT, italic: true }));
  return {
    name: SUMMARY_SHEETS.missing,
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: {
      ...headHeights(
        input,
        COLUMNS.reduce((sum, width) => sum + width, 0),
      ),
      [DATE_ROW]: 20,
      [LIST_TOP]: 34,
      ...Object.fromEntries(
        units.map((unit, index) => [
          first + index,
          rowHeight([
            { text: unit.name, width: COLUMNS[1] ?? 0, size: 12 },
            { text: groupOf.get(unit.unit) ?? '', width: COLUMNS[2] ?? 0, size: 12 },
          ]),
        ]),
      ),
    },
    cells,
    merges: headMerges(1, COLUMNS.length),
    freeze: { rows: LIST_TOP, columns: 2 },
    ...(units.length > 0 && { autoFilter: `A${LIST_TOP}:G${last}` }),
    marks: stateMarks(`D${first}:D${last}`),
    print: { orientation: 'landscape', fitToWidth: true, titleRows: `${LIST_TOP}:${LIST_TOP}`, footer },
  };
}

function unitRow(
  unit: UnitStatus,
  index: number,
  row: number,
  group: string,
  day: string,
): readonly CellModel[] {
  const overdue = daysBetween(unit.lastDay, day);
  // Counted from the day at the top: who changes it sees the days change.
  const days: CellValue =
    unit.state === 'not-due'
      ? EMPTY
      : {
          kind: 'formula',
          formula: `MAX(0,$E$${DATE_ROW}-E${row})`,
          value: Math.max(0, overdue),
          format: '#,##0',
        };
  return [
    { row, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
    textCell(row, 2, unit.name, TEXT),
    textCell(row, 3, group, TEXT),
    textCell(row, 4, stateWord(unit), { ...CENTRED, bold: true }),
    { row, column: 5, value: { kind: 'date', date: unit.lastDay }, style: CENTRED },
    { row, column: 6, value: days, style: CENTRED },
    textCell(
      row,
      7,
      unitStateText({ ...unit, nil: false })
        .split(', ')
        .slice(1)
        .join(', '),
      TEXT,
    ),
  ];
}
