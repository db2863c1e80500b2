/** Names of the summary's sheets, and the title over each. */
import { dateOfInstant, formatDate } from '../date/plain-date';
import { periodNameInText } from '../domain/report/periods';
import { SHEET_SUBTITLE, SHEET_TITLE } from './cell-style';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type CellModel } from './sheet-model';
import { versionText, type SummaryInput } from './summary-input';

export const SUMMARY_SHEETS = {
  table: 'Tổng hợp',
  comparison: 'So sánh kỳ trước',
  targets: 'Chỉ tiêu',
  status: 'Tình hình nộp',
  models: 'Mô hình hay',
  missing: 'Chưa báo cáo',
  conferences: 'Hội nghị',
  charts: 'Biểu đồ',
} as const;

/** "Tính đến ngày 20/03/2026, 58/60 đơn vị đã báo cáo" */
export function asOfText(input: Pick<SummaryInput, 'createdAt' | 'status'>): string {
  const { received, expected, turns } = input.status;
  const day = `Tính đến ngày ${formatDate(dateOfInstant(input.createdAt))}`;
  if (turns)
    return `${day}, ${turns.units}/${expected} đơn vị có báo cáo, ${turns.received}/${turns.expected} lượt báo cáo theo kỳ`;
  return `${day}, ${received}/${expected} đơn vị đã báo cáo`;
}

/** "Kế hoạch số 07-KH/ĐU …" */
export function planText(input: Pick<SummaryInput, 'planTitle' | 'planNumberText'>): string {
  return input.planNumberText === null
    ? `Kế hoạch ${input.planTitle}`
    : `Kế hoạch số ${input.planNumberText} ${input.planTitle}`;
}

/** "Số liệu từ ngày … Tính đến ngày …" */
function figuresText(input: SummaryInput): string {
  const covered = input.interval
    ? `Số liệu từ ngày ${formatDate(input.interval.from)} đến ngày ${formatDate(input.interval.to)}. `
    : '';
  return `${covered}${asOfText(input)}. ${versionText(input.totals.version)}. Ô trống là chưa có số liệu, không phải số 0.`;
}

/** Title rows over a table, from a column on. */
export function sheetHead(input: SummaryInput, title: string, column = 1): readonly CellModel[] {
  return [
    textCell(1, column, `${title} ${periodNameInText(input.totals.period).toUpperCase()}`, SHEET_TITLE),
    textCell(2, column, planText(input), SHEET_SUBTITLE),
    textCell(3, column, figuresText(input), SHEET_SUBTITLE),
  ];
}

/** Heights of those rows; `width` of the merged columns in characters. */
export function headHeights(input: SummaryInput, width: number): Readonly<Record<number, number>> {
  return {
    1: 26,
    2: rowHeight([{ text: planText(input), width, size: 12 }]),
    3: rowHeight([{ text: figuresText(input), width, size: 12 }]),
  };
}

export function headMerges(first: number, last: number): readonly string[] {
  return last <= first ? [] : [1, 2, 3].map((row) => `${cellAddress(row, first)}:${cellAddress(row, last)}`);
}
