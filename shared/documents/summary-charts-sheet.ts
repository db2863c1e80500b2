/** Sheet "Biểu đồ": the report's charts as pictures, each under its title. */
import type { ChartModel } from './charts/chart-model';
import { textCell, type SheetModel } from './sheet-model';
import { headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';
import type { SummaryInput } from './summary-input';

/** Together as wide as a page of A4 on its side. */
const COLUMNS = Array.from({ length: 10 }, () => 10.6);
/** Points. */
const ROW_HEIGHT = 15;
const TITLE_TOP = 5;
/** What a page of A4 on its side holds, and what the sheet's title takes of the first. */
const PAGE_HEIGHT = 510;
const HEAD_HEIGHT = 110;

/** Null where there is nothing to draw. */
export function chartsSheet(
  input: SummaryInput,
  charts: readonly ChartModel[],
  footer: string,
): SheetModel | null {
  if (charts.length === 0) return null;
  let row = TITLE_TOP;
  let used = HEAD_HEIGHT;
  const breaksAfter: number[] = [];
  const placed = charts.map((chart) => {
    const titleRow = row;
    const rows = Math.ceil(chart.height / ROW_HEIGHT) + 2;
    // A chart is never cut by the end of a page.
    if (used + rows * ROW_HEIGHT > PAGE_HEIGHT && used > 0) {
      breaksAfter.push(titleRow - 1);
      used = 0;
    }
    used += rows * ROW_HEIGHT;
    row += rows;
    return { chart, titleRow };
  });
  return {
    name: SUMMARY_SHEETS.charts,
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: {
      ...headHeights(
        input,
        COLUMNS.reduce((sum, width) => sum + width, 0),
      ),
      // Said for each: another default font would move the titles away from their charts.
      ...Object.fromEntries(
        Array.from({ length: row - TITLE_TOP }, (_, index) => [TITLE_TOP + index, ROW_HEIGHT]),
      ),
    },
    cells: [
      ...sheetHead(input, 'BIỂU ĐỒ'),
      ...placed.map(({ chart, titleRow }) => textCell(titleRow, 1, chart.title, { bold: true, size: 12 })),
    ],
    merges: headMerges(1, COLUMNS.length),
    pictures: placed.map(({ chart, titleRow }) => ({ chart, row: titleRow + 1, column: 1 })),
    // At its own size: a program that fits to the width takes no notice of the breaks.
    print: { orientation: 'landscape', fitToWidth: false, breaksAfter, footer },
  };
}
