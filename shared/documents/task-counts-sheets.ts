/**
 * Định kỳ và chỉ tiêu tuần as sheets: one a quota, units down and weeks (months …) across, sums, averages and whether the
 * quota is reached as formulas, so that a figure that is corrected in the sheet is reckoned anew. domain.md §5 "Carrying-out".
 */
import { daysBetween, formatDate } from '../date/plain-date';
import { PER_WORDS, rhythmWords } from '../domain/task/words';
import { formatNumber } from '../text/numbers';
import {
  CENTRED,
  HEAD,
  NUMBER,
  numberOrEmpty,
  SHEET_SUBTITLE,
  SHEET_TITLE,
  sheetFooter,
  TEXT,
  TOTAL_FILL,
  textRow,
} from './cell-style';
import { rowHeight } from './row-height';
import { columnLetters, textCell, type CellModel, type SheetModel } from './sheet-model';
import { metWords, PROGRESS_TITLE, type ProgressCounts, type ProgressInput } from './task-progress';

const HEAD_ROW = 6;
/** Under the heads: how many days of each week are reckoned, what the average is divided by. */
const DAYS_ROW = 7;
const FIRST = 8;
const BEFORE = 3;
const SLOT_WIDTH = 12;
/** Weeks that are read on one page beside the names. */
const SLOTS_ON_PAGE = 12;
/** Whole counts are the rule; Excel would print "2," with optional decimals. */
const countFormat = (value: number): string => (Number.isInteger(value) ? '#,##0' : '#,##0.00');
const AVERAGE = '#,##0.00';

export function countSheets(input: ProgressInput): SheetModel[] {
  return input.counts.map((counts, index) =>
    countSheet(input, counts, input.counts.length === 1 ? 'Định kỳ' : `Định kỳ ${index + 1}`),
  );
}

function countSheet(input: ProgressInput, counts: ProgressCounts, name: string): SheetModel {
  const { rhythm, slots, rows, text } = counts;
  const { on } = input;
  const width = BEFORE + slots.length;
  const [total, average, met, missing] = [width + 1, width + 2, width + 3, width + 4];
  const [from, to] = [columnLetters(BEFORE + 1), columnLetters(width)];
  const last = FIRST + rows.length - 1;
  const per = PER_WORDS[rhythm.per];
  const over = slots.filter((slot) => slot.to < on);
  const overTo = columnLetters(BEFORE + over.length);
  const days = slots.map((slot) => daysBetween(slot.from, slot.to < on ? slot.to : on) + 1);
  const titles = [
    'STT', 'Đơn vị', 'Nhóm', ...slots.map(({ label }) => label),
    'Tổng số', `Bình quân/${per}`, 'Kết quả', `Số ${per} chưa ghi`,
  ]; // prettier-ignore
  const summed = { ...NUMBER, bold: true, fill: TOTAL_FILL };
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, `${PROGRESS_TITLE} ĐỊNH KỲ`, SHEET_TITLE),
    textCell(3, 1, text, SHEET_SUBTITLE),
    textCell(
      4,
      1,
      `Phải đạt ${rhythmWords(rhythm)}, từ ${formatDate(rhythm.from)} đến ${formatDate(rhythm.to)}. Tính đến ngày ${formatDate(on)}; ${per} chưa ghi không tính vào bình quân.`,
      SHEET_SUBTITLE,
    ),
    ...textRow(HEAD_ROW, titles, HEAD),
    ...textRow(DAYS_ROW, ['', 'Số ngày tính', ''], { ...TEXT, italic: true }),
    ...days.map((value, index): CellModel => ({
      row: DAYS_ROW,
      column: BEFORE + 1 + index,
      value: { kind: 'number', value, format: '0' },
      style: { ...CENTRED, italic: true },
    })),
    ...[total, average, met, missing].map((column) => textCell(DAYS_ROW, column, '', TEXT)),
  ];
  const heights: Record<number, number> = {
    2: 24,
    3: rowHeight([{ text, width: 120, size: 12 }]),
    [HEAD_ROW]: 34,
  };
  rows.forEach((row, index) => {
    const at = FIRST + index;
    const own = `${from}${at}:${to}${at}`;
    // Per week of the days that were counted; months and longer per one that was counted.
    const divisor =
      rhythm.per === 'week'
        ? `SUMPRODUCT(ISNUMBER(${own})*${from}$${DAYS_ROW}:${to}$${DAYS_ROW})`
        : `COUNT(${own})`;
    const sum = rhythm.per === 'week' ? `SUM(${own})*7` : `SUM(${own})`;
    const formula = (column: number, text_: string, value: number | string, format?: string): CellModel => ({
      row: at,
      column,
      value: { kind: 'formula', formula: text_, value, ...(format !== undefined && { format }) },
      style: column === met ? CENTRED : NUMBER,
    });
    cells.push(
      { row: at, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
      textCell(at, 2, row.name, TEXT),
      textCell(at, 3, row.group, TEXT),
      ...slots.map(({ id }, slot): CellModel => ({
        row: at,
        column: BEFORE + 1 + slot,
        value: numberOrEmpty(row.counts[id], countFormat(row.counts[id] ?? 0)),
        style: NUMBER,
      })),
      formula(total, `SUM(${own})`, row.total, countFormat(row.total)),
      formula(average, `IF(COUNT(${own})=0,"",ROUND(${sum}/${divisor},2))`, row.average ?? '', AVERAGE),
      formula(
        met,
        `IF(COUNT(${own})=0,"${metWords(null)}",IF(${sum}>=${rhythm.quota}*${divisor},"${metWords(true)}","${metWords(false)}"))`,
        metWords(row.averageMet),
      ),
      over.length === 0
        ? { row: at, column: missing, value: { kind: 'number', value: 0, format: '0' }, style: NUMBER }
        : formula(missing, `${over.length}-COUNT(${from}${at}:${overTo}${at})`, row.missing, '0'),
    );
    heights[at] = rowHeight([
      { text: row.name, width: 34, size: 12 },
      { text: row.group, width: 24, size: 12 },
    ]);
  });
  const sumOf = (column: number, value: number): CellModel => {
    const letters = columnLetters(column);
    return {
      row: last + 1,
      column,
      value: {
        kind: 'formula',
        formula: `SUM(${letters}${FIRST}:${letters}${last})`,
        value,
        format: countFormat(value),
      },
      style: summed,
    };
  };
  const added = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const metCount = rows.filter(({ averageMet }) => averageMet === true).length;
  const metColumn = columnLetters(met);
  cells.push(
    ...textRow(last + 1, ['', 'Tổng cộng', ''], { ...TEXT, bold: true, fill: TOTAL_FILL }),
    ...slots.map(({ id }, slot) =>
      sumOf(BEFORE + 1 + slot, added(rows.map(({ counts: own }) => own[id] ?? 0))),
    ),
    sumOf(total, added(rows.map((row) => row.total))),
    textCell(last + 1, average, '', { ...TEXT, fill: TOTAL_FILL }),
    {
      row: last + 1,
      column: met,
      value: {
        kind: 'formula',
        formula: `COUNTIF(${metColumn}${FIRST}:${metColumn}${last},"${metWords(true)}")&"/${formatNumber(rows.length)} đơn vị đạt"`,
        value: `${metCount}/${formatNumber(rows.length)} đơn vị đạt`,
      },
      style: { ...CENTRED, bold: true, fill: TOTAL_FILL, wrap: true },
    },
    sumOf(missing, added(rows.map((row) => row.missing))),
  );
  heights[last + 1] = 34;
  const end = columnLetters(missing);
  return {
    name,
    visibility: 'visible',
    columns: [6, 34, 24, ...slots.map(() => SLOT_WIDTH), 10, 12, 14, 12],
    rowHeights: heights,
    cells,
    merges: [1, 2, 3, 4].map((row) => `A${row}:${end}${row}`),
    freeze: { rows: DAYS_ROW, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesWide: Math.max(1, Math.ceil(slots.length / SLOTS_ON_PAGE)),
      titleRows: `${HEAD_ROW}:${DAYS_ROW}`,
      titleColumns: 'A:B',
      footer: sheetFooter(`Nhiệm vụ định kỳ đến ${formatDate(on)}`),
    },
  };
}
