/** The attendance table as texts: what is typed, what is wrong, what is saved. */
import { attendanceFaults } from '../../../../shared/domain/conference/coverage';
import type { AttendanceRow } from '../../../../shared/domain/conference/model';
import { parseNumber } from '../../../../shared/text/numbers';

export const COUNT_COLUMNS = ['invited', 'present', 'excused', 'unexcused'] as const;
export type CountColumn = (typeof COUNT_COLUMNS)[number];

/** Row → column → text, only where it was typed. */
export type Typed = Readonly<Record<string, Partial<Readonly<Record<CountColumn, string>>>>>;

export function textOf(row: AttendanceRow, typed: Typed, column: CountColumn): string {
  const standing = row[column];
  return typed[row.key]?.[column] ?? (standing === null ? '' : String(standing));
}

/** A count, null for an empty cell; undefined for what is no count. */
function countOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : undefined;
}

const NO_COUNT = 'Ghi số nguyên từ 0 trở lên.';

export interface JudgedRow {
  readonly row: AttendanceRow;
  /** Sentence by column; a contradiction of the row stands under its count of those present. */
  readonly faults: Partial<Readonly<Record<CountColumn, string>>>;
}

export function judged(row: AttendanceRow, typed: Typed): JudgedRow {
  const faults: Partial<Record<CountColumn, string>> = {};
  const next = { ...row };
  for (const column of COUNT_COLUMNS) {
    const value = countOf(textOf(row, typed, column));
    if (value === undefined) faults[column] = NO_COUNT;
    else next[column] = value;
  }
  const contradiction = attendanceFaults([next])[row.key];
  if (contradiction !== undefined) faults.present ??= contradiction;
  return { row: next, faults };
}
