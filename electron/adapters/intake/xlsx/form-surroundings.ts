/** What is printed around the inputs of a form: codes, labels, computed cells, the head. Nothing is judged here. */
import type { RawCell, RawForm } from '../../../../shared/ports/documents';
import { cellAddress } from '../../../../shared/documents/sheet-model';
import type { PlacedCell } from './cells';

export interface NamedPlace {
  readonly code: string;
  readonly address: string;
  readonly row: number;
  readonly column: number;
}

/** A cell as far as it is looked at here. */
type PrintedCell = Omit<PlacedCell, 'written'>;

export type Surroundings = Pick<RawForm, 'rowCodes' | 'rowLabels' | 'computed' | 'heads'>;

/** An indicator's code as forms print it in its row. */
const PRINTED_CODE = /^[A-Z]{2}\d{2}$/;
const NIL = 'NIL';
const HEAD_LENGTH = 600;
const LABEL_LENGTH = 300;

/** `byRow`: every filled cell near the inputs that is no input itself, in the file's order. */
export function surroundingsOf(
  sheet: string,
  places: readonly NamedPlace[],
  byRow: ReadonlyMap<number, readonly PrintedCell[]>,
): Surroundings {
  const rowCodes: Record<string, string> = {};
  const rowLabels: Record<string, readonly string[]> = {};
  for (const place of places) {
    const row = byRow.get(place.row) ?? [];
    const code = codeIn(row);
    if (code !== null) rowCodes[place.code] = code;
    const labels = row
      .filter((cell) => cell.column < place.column && cell.type === 'text' && !PRINTED_CODE.test(cell.text))
      .map(labelOf);
    rowLabels[place.code] = labels.length > 0 ? labels : above(place, places, byRow);
  }
  return {
    rowCodes,
    rowLabels,
    computed: computedCells(sheet, places, byRow),
    heads: headsOf(places, byRow),
  };
}

/** The leftmost one: what people write beside the form stands to the right of its own columns. */
function codeIn(row: readonly PrintedCell[]): string | null {
  const printed = row
    .filter(({ type, text }) => type === 'text' && PRINTED_CODE.test(text.trim()))
    .sort((a, b) => a.column - b.column);
  return printed[0]?.text.trim() ?? null;
}

const labelOf = ({ text }: PrintedCell): string => text.trim().slice(0, LABEL_LENGTH);

/** The nearest text above in the same column, up to the next input: a heading over a box. */
function above(
  place: NamedPlace,
  places: readonly NamedPlace[],
  byRow: ReadonlyMap<number, readonly PrintedCell[]>,
): readonly string[] {
  const ceiling = Math.max(
    0,
    ...places.filter(({ row, column }) => column === place.column && row < place.row).map(({ row }) => row),
  );
  for (let row = place.row - 1; row > ceiling; row -= 1) {
    const cell = byRow.get(row)?.find(({ column, type }) => column === place.column && type === 'text');
    if (cell) return [labelOf(cell)];
  }
  return [];
}

/** Rates stand among the inputs as formulas of our own: where sorting moved the column, something else stands there. */
function computedCells(
  sheet: string,
  places: readonly NamedPlace[],
  byRow: ReadonlyMap<number, readonly PrintedCell[]>,
): Record<string, RawCell> {
  const count = new Map<number, number>();
  for (const { column } of places) count.set(column, (count.get(column) ?? 0) + 1);
  const column = [...count].sort((a, b) => b[1] - a[1])[0]?.[0];
  const inputRows = new Set(places.map(({ row }) => row));
  const computed: Record<string, RawCell> = {};
  if (column === undefined) return computed;
  for (const [row, cells] of byRow) {
    const code = inputRows.has(row) ? null : codeIn(cells);
    if (code === null) continue;
    const there = cells.find((cell) => cell.column === column);
    computed[code] = there
      ? { sheet, cell: there.cell, type: there.type, number: there.number, text: there.text }
      : { sheet, cell: cellAddress(row, column), type: 'empty', number: null, text: '' };
  }
  return computed;
}

function headsOf(
  places: readonly NamedPlace[],
  byRow: ReadonlyMap<number, readonly PrintedCell[]>,
): readonly string[] {
  const first = Math.min(...places.filter(({ code }) => code !== NIL).map(({ row }) => row));
  return [...byRow]
    .filter(([row]) => row < first)
    .sort(([a], [b]) => a - b)
    .flatMap(([, cells]) => cells)
    .filter(({ type }) => type === 'text')
    .map(({ text }) => text.trim().slice(0, HEAD_LENGTH))
    .filter((text) => text !== '');
}
