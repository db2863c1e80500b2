/**
 * Sheet "Hội nghị": what the units reported on theirs (HN figures); the conferences that the plan names with the office's
 * own attendance; both coverages of those held in the period. The two are set side by side and never added.
 */
import { formatDate } from '../date/plain-date';
import { addAttendances, coverageOf } from '../domain/conference/coverage';
import { sumExact } from '../domain/report/decimals';
import type { Indicator } from '../domain/office/model';
import { CENTRED, EMPTY, HEAD, NUMBER, numberFormat, numberOrEmpty, TEXT, textRow } from './cell-style';
import { formatNumber, formatPercent } from '../text/numbers';
import { fallingMark } from './cell-marks';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type CellValue, type SheetModel } from './sheet-model';
import { headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';
import { comparedWithBefore, type PlannedConference, type SummaryInput } from './summary-input';
import type { PlacedTable } from './summary-table';

/** Codes of conferences in the catalogue. */
const PREFIX = 'HN';
const COLUMNS = [6, 52, 18, 16, 16, 16, 16, 12, 12];
const PLAN_HEADS = [
  'STT', 'Hội nghị theo kế hoạch', 'Thời gian', 'Hình thức', 'Chủ trì', '', 'Được mời', 'Có mặt', 'Tỷ lệ (%)',
]; // prettier-ignore
const COUNT = '#,##0';
const PERCENT = '#,##0.00';
const FIGURE_HEADS = [
  'Mã',
  'Kết quả các đơn vị báo cáo',
  'Đơn vị tính',
  'Kỳ này',
  'Lũy kế',
  'Kỳ trước',
  'Tăng/giảm',
];
const MODES = { online: 'Trực tuyến', 'in-person': 'Trực tiếp' } as const;

/** Null where the plan names none and none are asked of the units. */
export function conferenceSheet(
  input: SummaryInput,
  indicators: readonly Indicator[],
  table: PlacedTable,
  footer: string,
): SheetModel | null {
  const planned = input.conferences ?? [];
  const figures = indicators.filter(({ id }) => id.startsWith(PREFIX));
  if (planned.length === 0 && figures.length === 0) return null;
  const cells: CellModel[] = [...sheetHead(input, 'HỘI NGHỊ, HỌC TẬP, QUÁN TRIỆT')];
  const merges: string[] = [...headMerges(1, COLUMNS.length)];
  const heights: Record<number, number> = {
    ...headHeights(
      input,
      COLUMNS.reduce((sum, width) => sum + width, 0),
    ),
  };
  let row = 5;
  if (figures.length > 0) {
    cells.push(...textRow(row, FIGURE_HEADS, HEAD));
    heights[row] = 24;
    figures.forEach((indicator, index) => {
      const at = row + 1 + index;
      cells.push(...figureRow(input, indicator, table, at));
      heights[at] = rowHeight([{ text: indicator.name, width: COLUMNS[1] ?? 0, size: 12 }]);
    });
    row += figures.length + 2;
  }
  const marks = figures.length > 0 ? [fallingMark(`G6:G${5 + figures.length}`)] : [];
  cells.push(...textRow(row, PLAN_HEADS, HEAD));
  merges.push(`E${row}:F${row}`);
  heights[row] = 24;
  if (planned.length === 0)
    cells.push(textCell(row + 1, 2, 'Kế hoạch không nêu hội nghị nào.', { ...TEXT, italic: true }));
  planned.forEach((conference, index) => {
    const at = row + 1 + index;
    cells.push(...plannedRow(conference, index, at));
    merges.push(`E${at}:F${at}`);
    heights[at] = rowHeight([
      { text: nameOf(conference), width: COLUMNS[1] ?? 0, size: 12 },
      { text: conference.organizer ?? '', width: 32, size: 12 },
    ]);
  });
  const notes = attendanceNotes(planned, indicators, input);
  row += Math.max(1, planned.length) + 2;
  notes.forEach((note, index) => {
    cells.push(textCell(row + index, 2, note, { size: 12, wrap: true, vertical: 'middle' }));
    merges.push(`B${row + index}:I${row + index}`);
    heights[row + index] = rowHeight([{ text: note, width: 150, size: 12 }]);
  });
  return {
    name: SUMMARY_SHEETS.conferences,
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: heights,
    cells,
    merges,
    marks,
    freeze: { rows: 3, columns: 0 },
    print: { orientation: 'landscape', fitToWidth: true, footer },
  };
}

/** Kỳ này and Lũy kế refer to the total row of the table; the difference is computed. */
function figureRow(
  input: SummaryInput,
  indicator: Indicator,
  table: PlacedTable,
  row: number,
): readonly CellModel[] {
  const format = numberFormat(indicator);
  const now = input.totals.totals[indicator.id];
  const before = input.previous?.totals[indicator.id];
  const referred = (series: number, value: number | undefined): CellValue => {
    const address = table.addressOfTotal(indicator.id, series);
    return value === undefined || address === null
      ? numberOrEmpty(value, format)
      : { kind: 'formula', formula: `'${SUMMARY_SHEETS.table}'!${address}`, value, format };
  };
  const compared = comparedWithBefore(input)?.of(indicator) ?? null;
  const difference: CellValue =
    compared === null
      ? EMPTY
      : {
          // Of some units only it is no difference of the two cells.
          ...(compared.whole
            ? ({ kind: 'formula', formula: `D${row}-F${row}` } as const)
            : ({ kind: 'number' } as const)),
          value: sumExact([compared.now, -compared.before]),
          format: `+${format};-${format};0`,
        };
  return [
    textCell(row, 1, indicator.id, CENTRED),
    textCell(row, 2, indicator.name, TEXT),
    textCell(row, 3, indicator.unit, { ...CENTRED, wrap: true }),
    { row, column: 4, value: referred(0, now), style: { ...NUMBER, bold: true } },
    { row, column: 5, value: referred(1, input.cumulative.totals[indicator.id]), style: NUMBER },
    { row, column: 6, value: numberOrEmpty(before, format), style: NUMBER },
    { row, column: 7, value: difference, style: NUMBER },
  ];
}

function plannedRow(conference: PlannedConference, index: number, row: number): readonly CellModel[] {
  return [
    { row, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
    textCell(row, 2, nameOf(conference), TEXT),
    textCell(row, 3, startText(conference.start), { ...CENTRED, wrap: true }),
    textCell(row, 4, conference.mode === null ? '' : MODES[conference.mode], CENTRED),
    textCell(row, 5, conference.organizer ?? '', TEXT),
    textCell(row, 6, '', TEXT),
    ...attendanceCells(conference, row),
  ];
}

function attendanceCells({ attendance }: PlannedConference, row: number): readonly CellModel[] {
  const rate = attendance ? coverageOf(attendance).onInvited : null;
  return [
    { row, column: 7, value: numberOrEmpty(attendance?.invited, COUNT), style: NUMBER },
    { row, column: 8, value: numberOrEmpty(attendance?.present, COUNT), style: NUMBER },
    { row, column: 9, value: numberOrEmpty(rate, PERCENT), style: NUMBER },
  ];
}

/** Sentences under the table: what was held in the period, both coverages, and the units' own figures to compare. */
function attendanceNotes(
  planned: readonly PlannedConference[],
  indicators: readonly Indicator[],
  input: SummaryInput,
): readonly string[] {
  const held = planned.flatMap(({ inPeriod, attendance }) =>
    inPeriod === true && attendance ? [attendance] : [],
  );
  if (held.length === 0) return [];
  const total = addAttendances(held);
  const { onTold, onInvited } = coverageOf(total);
  const rate = (value: number | null): string => (value === null ? 'chưa có' : formatPercent(value));
  const reported = (['HN01', 'HN02'] as const).flatMap((code) => {
    const indicator = indicators.find(({ id }) => id === code);
    const value = input.totals.totals[code];
    return indicator && value !== undefined
      ? [`${code} ${formatNumber(value)}${indicator.unit === '' ? '' : ` ${indicator.unit}`}`]
      : [];
  });
  return [
    `Trong kỳ, cơ quan đã tổ chức ${held.length} hội nghị có điểm danh: được mời ${formatNumber(total.invited)}, có mặt ${formatNumber(total.present)}.`,
    `Tỷ lệ có mặt: ${rate(onTold)} trên số được mời của các thành phần đã ghi điểm danh (${total.toldBodies}/${total.bodies}); ${rate(onInvited)} trên tổng số được mời.`,
    ...(reported.length === 0
      ? []
      : [
          `Đối chiếu: các đơn vị báo cáo ${reported.join(', ')}. Hai nguồn số để so sánh, không cộng với nhau.`,
        ]),
  ];
}

/** The name with who takes part: bodies and kinds of members, as the plan says it. */
function nameOf({ name, participants }: PlannedConference): string {
  return participants.length === 0 ? name : `${name}\nThành phần: ${participants.join('; ')}`;
}

/** "14:00 ngày 11/02/2026", "11/02/2026"; nothing where the plan gives no day. */
function startText(start: string | null): string {
  if (start === null) return '';
  const [day = '', time] = start.split('T');
  return time === undefined ? formatDate(day) : `${time.slice(0, 5)} ngày ${formatDate(day)}`;
}
