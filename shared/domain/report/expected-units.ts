/**
 * Who owes: only units, active on the last day, among those asked. A unit that went into another (merge map) stops
 * owing on the day it went. domain.md §5 "Late", architecture.md "Office".
 */
import type { PlainDate } from '../../date/plain-date';
import { matchKey } from '../../text/normalize';
import type { DirectoryEntry } from '../office/model';
import type { ReportPeriod } from './model';

/** Name of the group of units that have none. */
export const OTHER_GROUP_NAME = 'Đơn vị khác';

export type EntryMap = ReadonlyMap<string, DirectoryEntry>;

export function entryMap(entries: readonly DirectoryEntry[]): EntryMap {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Whether a unit exists on a day: founded, not closed, not yet gone into a successor. */
export function isActiveOn(unit: DirectoryEntry, day: PlainDate): boolean {
  if (unit.activeFrom !== null && unit.activeFrom > day) return false;
  if (unit.activeTo !== null && unit.activeTo < day) return false;
  return !isMergedBy(unit, day);
}

/** Whether the unit had gone into a successor on or before the day. */
export function isMergedBy(unit: DirectoryEntry, day: PlainDate): boolean {
  return unit.successors.some((successor) => successor.from <= day);
}

/** Units that owe the period's report, in the order of the directory. */
export function expectedUnits(
  period: Pick<ReportPeriod, 'unitIds' | 'lastDay'>,
  entries: EntryMap,
): DirectoryEntry[] {
  const units = new Set(period.unitIds);
  return [...units]
    .map((id) => entries.get(id))
    .filter((unit) => unit?.kind === 'unit' && isActiveOn(unit, period.lastDay))
    .filter((unit) => unit !== undefined)
    .sort(compareEntries);
}

/** Order of the directory: its own number, then name, then id, so that the order of import never shows. */
export function compareEntries(a: DirectoryEntry, b: DirectoryEntry): number {
  return a.order - b.order || compareText(matchKey(a.name), matchKey(b.name)) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The group under which the summary table lists a unit; null when it has none (or the group is gone). */
export function summaryGroupOf(unitId: string, entries: EntryMap): DirectoryEntry | null {
  const groupId = entries.get(unitId)?.summaryGroupId;
  const group = groupId ? entries.get(groupId) : undefined;
  return group?.kind === 'group' ? group : null;
}

/** Ids of the units above a unit, nearest first; a ring in the data ends the walk. */
export function ancestorsOf(unitId: string, entries: EntryMap): string[] {
  const above: string[] = [];
  let parent = entries.get(unitId)?.parentId ?? null;
  while (parent !== null && parent !== unitId && !above.includes(parent)) {
    above.push(parent);
    parent = entries.get(parent)?.parentId ?? null;
  }
  return above;
}

/** Groups for a table: those of the units given, by directory order, "Đơn vị khác" last. */
export function groupUnits<T>(
  rows: readonly T[],
  unitIdOf: (row: T) => string,
  entries: EntryMap,
): { readonly group: string | null; readonly name: string; readonly rows: readonly T[] }[] {
  const byGroup = new Map<string | null, { entry: DirectoryEntry | null; rows: T[] }>();
  for (const row of rows) {
    const entry = summaryGroupOf(unitIdOf(row), entries);
    const known = byGroup.get(entry?.id ?? null);
    if (known) known.rows.push(row);
    else byGroup.set(entry?.id ?? null, { entry, rows: [row] });
  }
  return [...byGroup.values()]
    .sort((a, b) => {
      if (a.entry && b.entry) return compareEntries(a.entry, b.entry);
      return a.entry ? -1 : b.entry ? 1 : 0;
    })
    .map((item) => ({
      group: item.entry?.id ?? null,
      name: item.entry?.name ?? OTHER_GROUP_NAME,
      rows: item.rows,
    }));
}
