/** A window of a kept workbook around one cell, straight from its bytes: what a figure is traced to. */
import type { SheetCell, SheetRequest, SheetWindow } from '../../../../shared/ports/documents';
import type { Result } from '../../../../shared/result';
import { fail, ok } from '../../../../shared/result';
import { toNfc } from '../../../../shared/text/normalize';
import { asResult } from './as-result';
import { parseAddress, visitCells, type PlacedCell } from './cells';
import { placeOf } from './defined-names';
import { readLayout, type MergedRange } from './sheet-layout';
import type { Workbook, WorkbookSheet } from './workbook';
import { openWorkbook } from './workbook';

/** What one screen can show without asking again. */
const WINDOW_ROWS = 60;
const WINDOW_COLUMNS = 26;
/** Rows above the cell that is looked for, so that its headings are seen. */
const ROWS_ABOVE = 25;
const LONGEST_TEXT = 8_000;
const IDENTITY_SHEET = '_vpdu';

/** NOT_FOUND without such a sheet; BAD_REQUEST, naming file and reason, for an address or a file that cannot be read. */
export async function readSheet(
  bytes: Uint8Array,
  fileName: string,
  request: SheetRequest,
): Promise<Result<SheetWindow>> {
  return asResult(fileName, async () => {
    const workbook = await openWorkbook(bytes, fileName);
    const wanted = toNfc(request.sheet).toLowerCase();
    const shown = workbook.sheets.filter(({ name }) => name.toLowerCase() !== IDENTITY_SHEET);
    const sheet = shown.find(({ name }) => name.toLowerCase() === wanted);
    if (!sheet)
      return fail(
        'NOT_FOUND',
        `Tệp “${fileName}” không có trang tính “${request.sheet}”. Các trang: ${shown.map(({ name }) => `“${name}”`).join(', ')}.`,
      );
    const target = request.cell === null ? null : parseAddress(request.cell);
    if (request.cell !== null && target === null)
      return fail('BAD_REQUEST', `“${request.cell}” không phải là địa chỉ ô (ví dụ D7).`);
    return ok(windowOf(workbook, sheet, fileName, request, target, shown));
  });
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function windowOf(
  workbook: Workbook,
  sheet: WorkbookSheet,
  fileName: string,
  request: SheetRequest,
  target: Place | null,
  shown: readonly WorkbookSheet[],
): SheetWindow {
  const first = Math.max(1, request.top ?? (target ? target.row - ROWS_ABOVE : 1));
  const rows = { first, last: first + WINDOW_ROWS - 1 };
  const firstColumn = target && target.column > WINDOW_COLUMNS ? target.column - WINDOW_COLUMNS / 2 : 1;
  const columns = { first: firstColumn, last: firstColumn + WINDOW_COLUMNS - 1 };
  const hidden = hiddenPlaces(workbook, sheet, request.hiddenNames);
  const cells: SheetCell[] = [];
  const filled = { rows: 0, columns: 0 };
  let found: SheetCell | null = target && { ...target, type: 'empty', text: '', written: '' };
  visitCells(workbook, sheet, fileName, (placed) => {
    filled.rows = Math.max(filled.rows, placed.row);
    filled.columns = Math.max(filled.columns, placed.column);
    const cell = hidden.has(keyOf(placed)) ? concealed(placed) : shownCell(placed);
    if (target && keyOf(placed) === keyOf(target)) found = cell;
    if (inside(placed, rows, columns)) cells.push(cell);
  });
  const { widths, merges } = readLayout(workbook, sheet);
  columns.last = Math.max(
    columns.first,
    Math.min(columns.last, Math.max(filled.columns, target?.column ?? 1)),
  );
  rows.last = Math.max(rows.first, Math.min(rows.last, Math.max(filled.rows, target?.row ?? 1)));
  return {
    sheets: shown.map(({ name }) => name),
    sheet: sheet.name,
    rows,
    columns,
    filled,
    widths: Array.from(
      { length: columns.last - columns.first + 1 },
      (_, at) => widths.get(columns.first + at) ?? null,
    ),
    merges: merges.filter((merged) => touches(merged, rows, columns)),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    found,
  };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function inside({ row, column }: Place, rows: Span, columns: Span): boolean {
  return row >= rows.first && row <= rows.last && column >= columns.first && column <= columns.last;
}

function touches(merged: MergedRange, rows: Span, columns: Span): boolean {
  return (
    merged.row <= rows.last &&
    merged.row + merged.rows > rows.first &&
    merged.column <= columns.last &&
    merged.column + merged.columns > columns.first
  );
}

function keyOf({ row, column }: Place): string {
  return `${row},${column}`;
}

function shownCell({ row, column, type, text, written }: PlacedCell): SheetCell {
  return { row, column, type, text: text.slice(0, LONGEST_TEXT), written: written.slice(0, LONGEST_TEXT) };
}

/** That something stands there is told, what it is not. */
function concealed({ row, column }: PlacedCell): SheetCell {
  return { row, column, type: 'hidden', text: '', written: '' };
}

/** Cells of this sheet that the names point at. */
function hiddenPlaces(
  workbook: Workbook,
  sheet: WorkbookSheet,
  names: readonly string[],
): ReadonlySet<string> {
  const hidden = new Set(names.map((name) => name.toLowerCase()));
  return new Set(
    workbook.names.flatMap((name) => {
      const place = hidden.has(name.name.toLowerCase()) ? placeOf(name, workbook) : null;
      const address = place?.sheet === sheet ? parseAddress(place.address) : null;
      return address ? [keyOf(address)] : [];
    }),
  );
}
