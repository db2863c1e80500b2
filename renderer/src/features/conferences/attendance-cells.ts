/** The attendance table as texts: what is typed, what is wrong, what is saved. */
import { attendanceFaults, MAIN_POINT } from '../../../../shared/domain/conference/coverage';
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import { fold } from '../../../../shared/text/normalize';
import type { AttendanceRow, OnlinePoint } from '../../../../shared/domain/conference/model';
import { parseNumber } from '../../../../shared/text/numbers';

/** What a pasted name may call a row by (folded): its words, and the name, short name and aliases of its body. */
export function rowNames(
  rows: readonly Pick<AttendanceRow, 'key' | 'name'>[],
  entries: readonly Pick<DirectoryEntry, 'id' | 'name' | 'short' | 'aliases'>[],
): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const keys = new Map<string, string[]>();
  for (const row of rows) {
    // A body of the directory: `<line>:<entry>`.
    const entry = byId.get(row.key.slice(row.key.indexOf(':') + 1));
    const names = entry ? [row.name, entry.name, entry.short, ...entry.aliases] : [row.name];
    for (const name of new Set(names.map(fold)))
      if (name !== '') keys.set(name, [...(keys.get(name) ?? []), row.key]);
  }
  return keys;
}

export const COUNT_COLUMNS = ['invited', 'present', 'excused', 'unexcused'] as const;
export type CountColumn = (typeof COUNT_COLUMNS)[number];

/** The point of an online conference where the body sat. */
export const POINT_COLUMN = 'point';
export type AttendanceColumn = CountColumn | typeof POINT_COLUMN;
type Points = readonly Pick<OnlinePoint, 'id' | 'name'>[];

/** Row → column → text, only where it was typed. */
export type Typed = Readonly<Record<string, Partial<Readonly<Record<AttendanceColumn, string>>>>>;

export function textOf(
  row: AttendanceRow,
  typed: Typed,
  column: AttendanceColumn,
  points: Points = [],
): string {
  if (column === POINT_COLUMN)
    return typed[row.key]?.point ?? points.find(({ id }) => id === row.point)?.name ?? '';
  const standing = row[column];
  return typed[row.key]?.[column] ?? (standing === null ? '' : String(standing));
}

/** A count, null for an empty cell; undefined for what is no count. */
function countOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** Id of the point that a text names, or says by its number; null: the main one. Undefined: there is none such. */
function pointOf(text: string, points: Points): string | null | undefined {
  const key = fold(text.trim());
  if (key === '' || key === fold(MAIN_POINT)) return null;
  const bare = key.replace(/^diem cau\s+/u, '');
  const same = ({ name }: Points[number]): boolean => fold(name).replace(/^diem cau\s+/u, '') === bare;
  return (points.find(same) ?? points[/^\d+$/u.test(key) ? Number(key) - 1 : -1])?.id;
}

const NO_COUNT = 'Ghi số nguyên từ 0 trở lên.';

export interface JudgedRow {
  readonly row: AttendanceRow;
  /** Sentence by column; a contradiction of the row stands under its count of those present. */
  readonly faults: Partial<Readonly<Record<AttendanceColumn, string>>>;
}

export function judged(row: AttendanceRow, typed: Typed, points: Points = []): JudgedRow {
  const faults: Partial<Record<AttendanceColumn, string>> = {};
  const { point: standing, ...counted } = row;
  const point = pointOf(textOf(row, typed, POINT_COLUMN, points), points);
  if (point === undefined)
    faults.point = `Ghi tên hoặc số thứ tự điểm cầu: ${points.map(({ name }, at) => `${at + 1} ${name}`).join('; ')}. Để trống là ${MAIN_POINT.toLowerCase()}.`;
  const at = point === undefined ? standing : (point ?? undefined);
  const next = { ...counted, ...(at !== undefined && { point: at }) };
  for (const column of COUNT_COLUMNS) {
    const value = countOf(textOf(row, typed, column));
    if (value === undefined) faults[column] = NO_COUNT;
    else next[column] = value;
  }
  const contradiction = attendanceFaults([next])[row.key];
  if (contradiction !== undefined) faults.present ??= contradiction;
  return { row: next, faults };
}
