/** Sheet "Tình hình nộp": who reported when, counted by formula. */
import { dateOfInstant, isPlainDate } from '../date/plain-date';
import type { UnitState } from '../domain/report/model';
import { percent } from '../domain/report/rates';
import { stateMarks } from './cell-marks';
import { CENTRED, DECIMAL_FORMAT, EMPTY, HEAD, NUMBER, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type CellValue, type SheetModel } from './sheet-model';
import type { SummaryInput } from './summary-input';
import { headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';
import { UNIT_STATE_TEXT, unitStateText } from './unit-state-text';

const COLUMNS = [6, 46, 14, 14, 20, 30];
const LIST_TOP = 13;

export function statusSheet(input: SummaryInput, footer: string): SheetModel {
  const { status } = input;
  const first = LIST_TOP + 1;
  const last = LIST_TOP + status.units.length;
  const range = `E${first}:E${Math.max(first, last)}`;
  /** A formula that counts the list, where the list gives that number (a period made of others has its own). */
  const counted = (state: UnitState, value: number): CellValue =>
    status.units.filter((unit) => unit.state === state).length === value
      ? { kind: 'formula', formula: `COUNTIF(${range},"${UNIT_STATE_TEXT[state]}*")`, value }
      : { kind: 'number', value };
  const onTimeShare = percent(status.onTime, status.expected);
  const counts: readonly (readonly [string, CellValue])[] = [
    [
      'Số đơn vị phải báo cáo',
      status.units.length === status.expected
        ? { kind: 'formula', formula: `COUNTA(B${first}:B${Math.max(first, last)})`, value: status.expected }
        : { kind: 'number', value: status.expected },
    ],
    ['Đúng hạn', counted('on-time', status.onTime)],
    ['Trễ hạn', counted('late', status.late)],
    ['Chưa báo cáo', { kind: 'number', value: status.expected - status.received }],
    [
      'Tỷ lệ đúng hạn (%)',
      onTimeShare === null
        ? EMPTY
        : { kind: 'formula', formula: 'ROUND(C6/C5*100,2)', value: onTimeShare, format: DECIMAL_FORMAT },
    ],
    ['Trong đó: đã trả lại, chưa nộp lại', { kind: 'number', value: status.returned }],
    ...turnCounts(status),
  ];
  const cells: CellModel[] = [...sheetHead(input, 'TÌNH HÌNH NỘP BÁO CÁO')];
  counts.forEach(([label, value], index) => {
    const row = 5 + index;
    cells.push(textCell(row, 2, label, TEXT), {
      row,
      column: 3,
      value,
      style: { ...NUMBER, bold: true },
    });
  });
  cells.push(...textRow(LIST_TOP, ['STT', 'Đơn vị', 'Hạn nộp', 'Ngày nhận', 'Tình trạng', 'Ghi chú'], HEAD));
  status.units.forEach((unit, index) => {
    const row = first + index;
    const received = unit.receivedAt === null ? null : receivedDay(unit.receivedAt);
    const words = unitStateText(unit).split(', ');
    cells.push(
      { row, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
      textCell(row, 2, unit.name, TEXT),
      { row, column: 3, value: { kind: 'date', date: unit.lastDay }, style: CENTRED },
      { row, column: 4, value: received === null ? EMPTY : { kind: 'date', date: received }, style: CENTRED },
      textCell(row, 5, words[0] ?? '', { ...CENTRED, bold: unit.state !== 'on-time' }),
      textCell(row, 6, words.slice(1).join(', '), TEXT),
    );
  });
  return {
    name: SUMMARY_SHEETS.status,
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: {
      ...headHeights(
        input,
        COLUMNS.reduce((sum, width) => sum + width, 0),
      ),
      ...Object.fromEntries(counts.map((_, index) => [5 + index, 20])),
      [LIST_TOP]: 24,
      ...Object.fromEntries(
        status.units.map((unit, index) => [
          first + index,
          rowHeight([{ text: unit.name, width: COLUMNS[1] ?? 0, size: 12 }]),
        ]),
      ),
    },
    cells,
    merges: headMerges(1, COLUMNS.length),
    freeze: { rows: LIST_TOP, columns: 0 },
    marks: stateMarks(`E${first}:E${Math.max(first, last)}`),
    ...(status.units.length > 0 && { autoFilter: `A${LIST_TOP}:F${last}` }),
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${LIST_TOP}:${LIST_TOP}`,
      footer,
    },
  };
}

/** Of a range: report by report, as most units lack one while they have handed in the others. */
function turnCounts({ turns }: SummaryInput['status']): readonly (readonly [string, CellValue])[] {
  if (!turns) return [];
  return [
    ['Lượt báo cáo theo kỳ phải nộp', { kind: 'number', value: turns.expected }],
    ['Lượt báo cáo đã nhận', { kind: 'number', value: turns.received }],
  ];
}

function receivedDay(receivedAt: string): string {
  return isPlainDate(receivedAt) ? receivedAt : dateOfInstant(receivedAt);
}
