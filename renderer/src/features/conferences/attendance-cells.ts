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
const ATTENDANCE_COLUMNS: readonly AttendanceColumn[] = [...COUNT_COLUMNS, POINT_COLUMN];
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
  /** As it stands saved. */
  readonly standing: AttendanceRow;
  /** As typed, as far as it can be read. */
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
  return { standing: row, row: next, faults };
}

const isRefused = ({ faults }: JudgedRow): boolean => Object.keys(faults).length > 0;

export interface AttendanceDraft {
  /** What counts and what is saved: good rows as typed, refused ones as they stand. */
  readonly rows: readonly AttendanceRow[];
  readonly refused: readonly JudgedRow[];
  /** Good rows that differ from what stands. */
  readonly changed: number;
  /** What is still typed and unsaved once the good rows are saved. */
  readonly left: Typed;
}

/** A refused cell is never added up and never saved; it holds back its own row only. */
export function draftOf(judgedRows: readonly JudgedRow[], typed: Typed): AttendanceDraft {
  const refused = judgedRows.filter(isRefused);
  const good = judgedRows.filter((each) => !isRefused(each));
  return {
    rows: judgedRows.map((each) => (isRefused(each) ? each.standing : each.row)),
    refused,
    changed: good.filter(({ row, standing }) =>
      ATTENDANCE_COLUMNS.some((column) => row[column] !== standing[column]),
    ).length,
    left: Object.fromEntries(
      refused.flatMap(({ standing: { key } }) => (typed[key] ? [[key, typed[key]] as const] : [])),
    ),
  };
}

const NAMED = 4;

/** "2 dòng chưa lưu: Chi bộ A; Chi bộ B." */
export function refusedWords(refused: readonly JudgedRow[]): string {
  const names = refused.slice(0, NAMED).map(({ standing }) => standing.name);
  const more = refused.length > NAMED ? ` và ${refused.length - NAMED} dòng khác` : '';
  return `${refused.length} dòng chưa lưu: ${names.join('; ')}${more}.`;
}
