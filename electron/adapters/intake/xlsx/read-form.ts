/** A returned form: its identity and its named cells, wherever they have moved. Nothing is judged here. */
import type { RawCell, RawForm } from '../../../../shared/ports/documents';
import type { Result } from '../../../../shared/result';
import { ok } from '../../../../shared/result';
import { asResult } from './as-result';
import { visitCells, type PlacedCell } from './cells';
import { placeOf } from './defined-names';
import { readModels } from './read-models';
import type { Workbook, WorkbookSheet } from './workbook';
import { openWorkbook } from './workbook';

const IDENTITY_SHEET = '_vpdu';
const CELL_PREFIX = /^ct_/i;
/** An indicator's code as forms print it in its row. */
const PRINTED_CODE = /^[A-Z]{2}\d{2}$/;
const MAX_IDENTITY_ROWS = 100;

/** Reads by names (`ct_<code>`) and by the sheet `_vpdu`, whatever its visibility. BAD_REQUEST names file and reason. */
export async function readForm(bytes: Uint8Array, fileName: string): Promise<Result<RawForm>> {
  return asResult(fileName, async () => {
    const workbook = await openWorkbook(bytes, fileName);
    return ok({
      identity: readIdentity(workbook, fileName),
      ...readNamedCells(workbook, fileName),
      models: readModels(workbook, fileName),
      sheets: workbook.sheets.map((sheet) => sheet.name),
    });
  });
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

interface NamedPlace {
  readonly code: string;
  readonly sheet: WorkbookSheet;
  readonly address: string;
  readonly row: number;
}

function readNamedCells(workbook: Workbook, fileName: string): Pick<RawForm, 'cells' | 'rowCodes'> {
  const places = [...placesByCode(workbook).values()];
  const found = new Map<string, RawCell>();
  const printed = new Map<string, PlacedCell>();
  for (const sheet of new Set(places.map((place) => place.sheet))) {
    const onSheet = places.filter((place) => place.sheet === sheet);
    const named = new Set(onSheet.map((place) => place.address));
    visitCells(
      workbook,
      sheet,
      fileName,
      (placed) => {
        const { sheet: name, cell, type, number, text } = placed;
        if (named.has(cell)) found.set(placeKey(sheet, cell), { sheet: name, cell, type, number, text });
        else if (type === 'text' && PRINTED_CODE.test(text.trim())) {
          // The leftmost one: what people write beside the form stands to the right of its own columns.
          const key = placeKey(sheet, String(placed.row));
          const before = printed.get(key);
          if (!before || placed.column < before.column) printed.set(key, placed);
        }
      },
      new Set(onSheet.map((place) => place.row)),
    );
  }
  const cells = places.map(({ code, sheet, address }) => {
    const empty = { sheet: sheet.name, cell: address, type: 'empty' as const, number: null, text: '' };
    return [code, found.get(placeKey(sheet, address)) ?? empty] as const;
  });
  const rowCodes = places.flatMap(({ code, sheet, row }) => {
    const cell = printed.get(placeKey(sheet, String(row)));
    return cell ? [[code, cell.text.trim()] as const] : [];
  });
  return { cells: Object.fromEntries(cells), rowCodes: Object.fromEntries(rowCodes) };
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
