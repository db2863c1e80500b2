/** The table of units × figures as texts: what stands, what was typed over it, what is wrong, what is to be saved. */
import type { Indicator } from '../../../../shared/domain/office/model';
import type { CellChange } from '../../../../shared/grid/cell-history';
import type { SheetRow, SheetRowInput } from '../../../../shared/rpc/contract/entry';
import { complaintOf, readFigure, showFigure } from './figure-text';

/** Columns that are no indicators: không phát sinh, who said so, how. */
export const NIL = 'NIL';
export const NIL_BY = 'NIL-BY';
export const NIL_HOW_COLUMN = 'NIL-HOW';

/** Column → text, only where it was typed. */
export type RowEdits = Readonly<Record<string, string>>;
/** Unit → its edits. */
export type Edits = Readonly<Record<string, RowEdits>>;
export type Indicators = ReadonlyMap<string, Indicator>;

const NOTHING: RowEdits = {};

export function edited(edits: Edits, changes: readonly CellChange[]): Edits {
  const touched = new Map<string, Record<string, string>>();
  for (const { key, after } of changes) {
    // Neither the ids of units nor the columns hold a bar.
    const [unit = '', column = ''] = key.split('|');
    const row = touched.get(unit) ?? { ...edits[unit] };
    row[column] = after;
    touched.set(unit, row);
  }
  return { ...edits, ...Object.fromEntries(touched) };
}

function standingText(row: SheetRow, column: string, indicators: Indicators): string {
  if (column === NIL) return row.nil ? 'x' : '';
  if (column === NIL_BY) return row.nilSaidBy;
  if (column === NIL_HOW_COLUMN) return row.nilHow;
  const indicator = indicators.get(column);
  return indicator ? showFigure(indicator, row.values[column]) : '';
}

export function textOf(row: SheetRow, edits: Edits, column: string, indicators: Indicators): string {
  return edits[row.unit]?.[column] ?? standingText(row, column, indicators);
}

/** Columns whose text is not what stands. */
export function changedColumns(row: SheetRow, edits: Edits, indicators: Indicators): string[] {
  return Object.entries(edits[row.unit] ?? NOTHING)
    .filter(([column, text]) => text !== standingText(row, column, indicators))
    .map(([column]) => column);
}

const MARK = /^(x|v|có|co|1)$/iu;

export function isNil(row: SheetRow, edits: Edits, indicators: Indicators): boolean {
  return MARK.test(textOf(row, edits, NIL, indicators));
}

export type Faults = Readonly<Record<string, string>>;
const NO_FAULTS: Faults = {};

/** Rows are judged when they are looked at, once for each of their states. */
export function createJudge(indicators: Indicators): (row: SheetRow, edits: Edits) => Faults {
  const judged = new WeakMap<RowEdits, Faults>();
  return (row, edits) => {
    const own = edits[row.unit];
    if (!own) return NO_FAULTS;
    const known = judged.get(own);
    if (known) return known;
    const faults = judgeRow(row, edits, indicators);
    judged.set(own, faults);
    return faults;
  };
}

function judgeRow(row: SheetRow, edits: Edits, indicators: Indicators): Faults {
  const draft = Object.fromEntries(row.owes.map((code) => [code, textOf(row, edits, code, indicators)]));
  const faults: Record<string, string> = {};
  for (const code of row.owes) {
    const indicator = indicators.get(code);
    const fault = indicator ? complaintOf(indicator, draft, indicators) : null;
    if (fault !== null) faults[code] = fault;
  }
  const mark = textOf(row, edits, NIL, indicators);
  if (mark !== '' && !MARK.test(mark)) faults[NIL] = 'Ghi x nếu đơn vị không phát sinh, hoặc để trống.';
  const filled = row.owes.find((code) => {
    const indicator = indicators.get(code);
    return indicator !== undefined && Boolean(readFigure(indicator, draft[code] ?? ''));
  });
  if (MARK.test(mark) && filled !== undefined)
    faults[NIL] =
      `Vừa đánh dấu không phát sinh vừa có số liệu (${filled}). Bỏ dấu x, hoặc xóa các số của dòng này.`;
  return faults;
}

/** What one unit's row has to say to the host; null when nothing is new. */
export function rowToSave(row: SheetRow, edits: Edits, indicators: Indicators): SheetRowInput | null {
  const columns = changedColumns(row, edits, indicators);
  if (columns.length === 0) return null;
  const nil = isNil(row, edits, indicators);
  const owed = new Set(row.owes);
  return {
    unit: row.unit,
    version: row.version,
    nil,
    nilSaidBy: nil ? textOf(row, edits, NIL_BY, indicators) : '',
    nilHow: nil ? textOf(row, edits, NIL_HOW_COLUMN, indicators) : '',
    values: nil
      ? {}
      : Object.fromEntries(
          columns
            .filter((column) => owed.has(column))
            .map((column) => [column, edits[row.unit]?.[column] || null]),
        ),
  };
}
