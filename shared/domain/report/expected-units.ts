/**
 * Who owes: only units, active on the last day, among those asked. A unit that went into others (merge and split map)
 * stops owing on the day it went, and those it went into owe in its place from that day. domain.md §5 "Late",
 * §6.
 */
import { addDays } from '../../date/plain-date';
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

/** Whether a unit that names itself among its successors of a day only gave a part away then (tách), and goes on. */
function goesOn(unit: DirectoryEntry, day: PlainDate): boolean {
  return unit.successors.some((successor) => successor.from === day && successor.unitId === unit.id);
}

/** Whether the unit had gone into successors on or before the day: the last thing recorded until then says so. */
export function isMergedBy(unit: DirectoryEntry, day: PlainDate): boolean {
  const last = unit.successors
    .map((successor) => successor.from)
    .filter((from) => from <= day)
    .sort()
    .at(-1);
  return last !== undefined && !goesOn(unit, last);
}

/** Whom a period asks, and since when it was settled. */
export type Asking = Pick<ReportPeriod, 'unitIds' | 'lastDay' | 'askedOn'>;

/**
 * Ids that a period asks on its last day: those named, in order, then whatever they went into until that day. A part
 * that a unit gave away before it was named is not asked with it: whoever named the unit knew of that. Who of them is
 * there on the last day: `expectedUnits`.
 */
export function askedUnits(period: Asking, entries: EntryMap): readonly string[] {
  // Id → the day up to which what it gave away does not follow it.
  const known = new Map<string, PlainDate>(period.unitIds.map((id) => [id, period.askedOn ?? '']));
  const open = [...known.keys()];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const unit = entries.get(id);
    for (const { unitId, from } of unit?.successors ?? []) {
      if (!unit || unitId === id || from > period.lastDay) continue;
      if (goesOn(unit, from) && from <= (known.get(id) ?? '')) continue;
      const before = addDays(from, -1);
      const standing = known.get(unitId);
      if (standing !== undefined && standing <= before) continue;
      known.set(unitId, before);
      open.push(unitId);
    }
  }
  return [...known.keys()];
}

/** Units that owe the period's report, in the order of the directory. */
export function expectedUnits(period: Asking, entries: EntryMap): DirectoryEntry[] {
  return askedUnits(period, entries)
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

/**
 * Units whose report holds what a unit reports, each from a day on: those above it, and whatever they went whole into.
 * A unit below keeps the name of its old parent until somebody changes it. domain.md §5: "No group adds both a parent
 * and its child." Where a parent was split into several, nobody knows which of them the unit belongs to: none holds it.
 */
export function heldByFrom(unitId: string, entries: EntryMap): ReadonlyMap<string, PlainDate> {
  const held = new Map<string, PlainDate>();
  const open: (readonly [id: string, from: PlainDate])[] = ancestorsOf(unitId, entries).map((id) => [id, '']);
  for (let next = open.shift(); next; next = open.shift()) {
    const [id, from] = next;
    if (id === unitId || held.has(id)) continue;
    held.set(id, from);
    const [only, second] = entries.get(id)?.successors ?? [];
    if (!only || second || only.unitId === id) continue;
    const since = only.from > from ? only.from : from;
    for (const above of [only.unitId, ...ancestorsOf(only.unitId, entries)]) open.push([above, since]);
  }
  return held;
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
