/** A returned form: its identity and its named cells, wherever they have moved. Nothing is judged here. */
import type { RawCell, RawForm } from '../../../../shared/ports/documents';
import type { Result } from '../../../../shared/result';
import { ok } from '../../../../shared/result';
import { asResult } from './as-result';
import { visitCells, type PlacedCell } from './cells';
import { placeOf } from './defined-names';
import { readModels } from './read-models';
import { WorkbookRefusal } from './refusal';
import type { Workbook, WorkbookSheet } from './workbook';
import { surroundingsOf, type NamedPlace as PlacedName, type Surroundings } from './form-surroundings';
import { openWorkbook } from './workbook';

const IDENTITY_SHEET = '_vpdu';
const CELL_PREFIX = /^ct_/i;
/** Rows above the inputs in which office, period, plan and unit are printed. */
const MAX_HEAD_ROWS = 40;
/** A form is shorter than this; in a longer sheet only the rows of the inputs are looked at. */
const MAX_FORM_ROWS = 2_000;
const MAX_ROW_CELLS = 30;
const MAX_HEADS = 80;
const MAX_IDENTITY_ROWS = 100;

/** Reads by names (`ct_<code>`) and by the sheet `_vpdu`, whatever its visibility. BAD_REQUEST names file and reason. */
export async function readForm(bytes: Uint8Array, fileName: string): Promise<Result<RawForm>> {
  return asResult(fileName, async () => {
    const workbook = await openWorkbook(bytes, fileName);
    refuseActive(workbook, fileName);
    return ok({
      identity: readIdentity(workbook, fileName),
      ...readNamedCells(workbook, fileName),
      models: readModels(workbook, fileName),
      savedAt: workbook.savedAt,
      sheets: workbook.sheets.map((sheet) => sheet.name),
    });
  });
}

const ACTIVE = {
  macro:
    'chứa macro nên không được nhận; macro không hề được chạy. Hãy mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi gửi lại.',
  dde: 'có lệnh gọi chương trình khác (DDE) nên không được nhận; lệnh không hề được chạy. Hãy hỏi lại nơi gửi và dùng biểu do văn phòng phát.',
  'external-links':
    'có liên kết đến tệp khác nên không được nhận; liên kết không hề được mở. Hãy mở bằng Excel, chọn Dữ liệu → Chỉnh sửa liên kết → Ngắt liên kết, lưu lại rồi gửi lại.',
} as const;

/** A form has no need of anything that acts by itself. */
function refuseActive({ active }: Workbook, fileName: string): void {
  if (active !== null) throw new WorkbookRefusal(active, `Tệp “${fileName}” ${ACTIVE[active]}`);
}

function readIdentity(workbook: Workbook, fileName: string): Record<string, string> | null {
  const sheet = workbook.sheets.find((candidate) => candidate.name.toLowerCase() === IDENTITY_SHEET);
  if (!sheet) return null;
  const keys = new Map<number, string>();
  const values = new Map<number, string>();
  visitCells(workbook, sheet, fileName, (cell) => {
    if (cell.row > MAX_IDENTITY_ROWS) return;
    if (cell.column === 1) keys.set(cell.row, cell.text.trim());
    else if (cell.column === 2) values.set(cell.row, cell.text.trim());
  });
  // Null prototype: a key "__proto__" is a key like any other.
  const identity = Object.create(null) as Record<string, string>;
  for (const [row, key] of keys) if (key !== '') identity[key] = values.get(row) ?? '';
  return { ...identity };
}

interface NamedPlace extends PlacedName {
  readonly sheet: WorkbookSheet;
}

/** What the sheets say around the named cells; nothing is judged. */
function readNamedCells(workbook: Workbook, fileName: string): Omit<RawForm, 'identity' | 'sheets'> {
  const places = [...placesByCode(workbook).values()];
  const found = new Map<string, RawCell>();
  const surroundings: Surroundings[] = [];
  for (const sheet of new Set(places.map((place) => place.sheet)))
    surroundings.push(
      readSheet(
        workbook,
        sheet,
        places.filter((place) => place.sheet === sheet),
        fileName,
        found,
      ),
    );
  const cells = places.map(({ code, sheet, address }) => {
    const empty = { sheet: sheet.name, cell: address, type: 'empty' as const, number: null, text: '' };
    return [code, found.get(placeKey(sheet, address)) ?? empty] as const;
  });
  return {
    cells: Object.fromEntries(cells),
    rowCodes: Object.assign({}, ...surroundings.map(({ rowCodes }) => rowCodes)) as Record<string, string>,
    rowLabels: Object.assign({}, ...surroundings.map(({ rowLabels }) => rowLabels)) as Record<
      string,
      readonly string[]
    >,
    computed: Object.assign({}, ...surroundings.map(({ computed }) => computed)) as Record<string, RawCell>,
    heads: surroundings.flatMap(({ heads }) => heads).slice(0, MAX_HEADS),
  };
}

function readSheet(
  workbook: Workbook,
  sheet: WorkbookSheet,
  places: readonly NamedPlace[],
  fileName: string,
  found: Map<string, RawCell>,
): Surroundings {
  const named = new Map(places.map((place) => [place.address, place]));
  const byRow = new Map<number, PlacedCell[]>();
  visitCells(
    workbook,
    sheet,
    fileName,
    (placed) => {
      const { sheet: name, cell, type, number, text } = placed;
      if (named.has(cell)) found.set(placeKey(sheet, cell), { sheet: name, cell, type, number, text });
      else {
        const row = byRow.get(placed.row) ?? [];
        if (row.length < MAX_ROW_CELLS) row.push(placed);
        byRow.set(placed.row, row);
      }
    },
    rowsOfInterest(places),
  );
  return surroundingsOf(sheet.name, places, byRow);
}

/** The rows of the form itself, however long the sheet is. */
function rowsOfInterest(places: readonly NamedPlace[]): ReadonlySet<number> {
  const rows = places.map(({ row }) => row);
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  const wanted = new Set<number>(rows);
  for (let row = Math.max(1, first - MAX_HEAD_ROWS); row < first; row += 1) wanted.add(row);
  if (last - first <= MAX_FORM_ROWS) for (let row = first; row <= last; row += 1) wanted.add(row);
  return wanted;
}

/** Names of the workbook win over names of one sheet: copying a sheet in Excel makes the latter. */
function placesByCode(workbook: Workbook): ReadonlyMap<string, NamedPlace> {
  const places = new Map<string, NamedPlace>();
  const inOrder = [
    ...workbook.names.filter((name) => name.sheetIndex === null),
    ...workbook.names.filter((name) => name.sheetIndex !== null),
  ];
  for (const name of inOrder) {
    if (!CELL_PREFIX.test(name.name)) continue;
    const code = name.name.replace(CELL_PREFIX, '');
    const place = placeOf(name, workbook);
    if (place && !places.has(code)) places.set(code, { code, ...place });
  }
  return places;
}

function placeKey(sheet: WorkbookSheet, address: string): string {
  return `${sheet.name}\n${address}`;
}
