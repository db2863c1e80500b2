/**
 * Where a block copied from a spreadsheet goes in the table of units × figures. By the units' names when its first
 * column (after a column of running numbers) holds names, else from the chosen cell on; columns by the codes of a head
 * line, else from the chosen column on. An empty cell of the block leaves what stands: a gap is no 0 and no erasure.
 */

/** A name, certain or not. */
export interface NamedUnit {
  /** Units that it may be; certain when there is one and no doubt. */
  readonly unitIds: readonly string[];
  /** Vietnamese sentence; empty when certain. */
  readonly doubt: string;
}

export interface PasteTarget {
  /** Units in the order of the table. */
  readonly units: readonly string[];
  /** Columns in the order of the table. */
  readonly columns: readonly string[];
  readonly at: { readonly row: number; readonly column: number };
  readonly match: (name: string) => NamedUnit;
}

export interface PastedCell {
  readonly unitId: string;
  readonly column: string;
  readonly text: string;
}

/** A line whose unit a person must say. */
export interface UnmatchedLine {
  readonly name: string;
  readonly doubt: string;
  readonly suggestions: readonly string[];
  readonly cells: readonly Omit<PastedCell, 'unitId'>[];
}

export interface Pasted {
  readonly cells: readonly PastedCell[];
  readonly unmatched: readonly UnmatchedLine[];
  /** Head cells that name no column of the table. */
  readonly strangeColumns: readonly string[];
  /** Lines or columns that reach beyond the table. */
  readonly overflow: boolean;
}

const CODE = /^([A-Z]{2}\d{2})(?![A-Z0-9])/u;
const RUNNING_NUMBER = /^\d{1,4}[.)]?$/u;
/** Answers to yes/no and the mark of nil are letters too, but no names. */
const ANSWER = /^(x|v|có|không|co|khong)$/iu;

const isName = (text: string): boolean => /\p{L}{2}/u.test(text) && !ANSWER.test(text.trim());

export function placeBlock(block: readonly (readonly string[])[], target: PasteTarget): Pasted {
  const lines = block.filter((line) => line.some((cell) => cell.trim() !== ''));
  const head = lines[0]?.some((cell) => CODE.test(cell.trim())) === true ? lines[0] : null;
  const body = head ? lines.slice(1) : lines;
  const nameAt = nameColumn(body);
  if (nameAt === null && head === null) return positional(block, target);
  const columns = columnsOf(head, nameAt, target);
  const cellsOf = (line: readonly string[]): Omit<PastedCell, 'unitId'>[] =>
    line.flatMap((text, index) => {
      const column = columns.known.get(index);
      return column === undefined || text.trim() === '' ? [] : [{ column, text: text.trim() }];
    });
  const cells: PastedCell[] = [];
  const unmatched: UnmatchedLine[] = [];
  let overflow = columns.overflow;
  for (const [offset, line] of body.entries()) {
    const found = cellsOf(line);
    if (nameAt === null) {
      const unitId = target.units[target.at.row + offset];
      if (unitId === undefined) overflow = true;
      else cells.push(...found.map((cell) => ({ ...cell, unitId })));
      continue;
    }
    const name = (line[nameAt] ?? '').replace(/\s+/gu, ' ').trim();
    if (name === '') continue;
    const match = target.match(name);
    const [only] = match.unitIds;
    if (match.doubt === '' && match.unitIds.length === 1 && only !== undefined && target.units.includes(only))
      cells.push(...found.map((cell) => ({ ...cell, unitId: only })));
    else
      unmatched.push({
        name,
        doubt: match.doubt === '' ? `“${name}” không phải báo cáo kỳ này.` : match.doubt,
        suggestions: match.unitIds.filter((id) => target.units.includes(id)),
        cells: found,
      });
  }
  return { cells, unmatched, strangeColumns: columns.strange, overflow };
}

/** 0, or 1 after a column of running numbers; null when the block has no names. */
function nameColumn(body: readonly (readonly string[])[]): number | null {
  if (body.length === 0) return null;
  const most = (column: number, test: (text: string) => boolean): boolean =>
    body.filter((line) => test((line[column] ?? '').trim())).length * 2 > body.length;
  if (most(0, isName)) return 0;
  const numbered = body.every(
    (line) => RUNNING_NUMBER.test((line[0] ?? '').trim()) || (line[0] ?? '').trim() === '',
  );
  return numbered && most(1, isName) ? 1 : null;
}

function columnsOf(
  head: readonly string[] | null,
  nameAt: number | null,
  { columns, at }: PasteTarget,
): { readonly known: ReadonlyMap<number, string>; readonly strange: string[]; readonly overflow: boolean } {
  const known = new Map<number, string>();
  const strange: string[] = [];
  if (head) {
    for (const [index, cell] of head.entries()) {
      const text = cell.trim();
      if (index === nameAt || text === '' || (nameAt !== null && index < nameAt)) continue;
      const code = CODE.exec(text)?.[1];
      if (code !== undefined && columns.includes(code)) known.set(index, code);
      else strange.push(text);
    }
    return { known, strange, overflow: false };
  }
  const first = (nameAt ?? -1) + 1;
  for (const [offset, column] of columns.slice(at.column).entries()) known.set(first + offset, column);
  return { known, strange, overflow: false };
}

function positional(block: readonly (readonly string[])[], target: PasteTarget): Pasted {
  const { units, columns, at } = target;
  const cells: PastedCell[] = [];
  let overflow = false;
  for (const [down, line] of block.entries())
    for (const [right, text] of line.entries()) {
      if (text.trim() === '') continue;
      const unitId = units[at.row + down];
      const column = columns[at.column + right];
      if (unitId === undefined || column === undefined) overflow = true;
      else cells.push({ unitId, column, text: text.trim() });
    }
  return { cells, unmatched: [], strangeColumns: [], overflow };
}
