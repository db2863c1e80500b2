/** Who a task asks: directory entries and printed names, expanded to units on a day. domain.md §5 "Carrying-out". */
import type { PlainDate } from '../../date/plain-date';
import { activeUnits, expandUnits } from '../office/directory';
import { createMatcher } from '../office/match';
import type { DirectoryEntry } from '../office/model';
import { entryMap, expectedUnits, isActiveOn, type Asking } from '../report/expected-units';
import { NO_UNIT } from './model';

/** The directory as derivation needs it, with what it was asked before. */
export interface TaskDirectory {
  /** Ids of the units that entries come to on a day. */
  readonly unitsOf: (entryIds: readonly string[], day: PlainDate) => readonly string[];
  /** Entries that a printed name means; [] when it is not known for certain. */
  readonly named: (name: string) => readonly string[];
  /** Ids of every unit that is there on a day. */
  readonly active: (day: PlainDate) => readonly string[];
  /** Ids of the units that owe a period's report. */
  readonly expected: (period: Asking) => ReadonlySet<string>;
}

/** Over all dossiers at once some 30.000 tasks are asked: most name a unit that is there, so that nothing is expanded. */
export function taskDirectory(entries: readonly DirectoryEntry[], place: string): TaskDirectory {
  const byId = entryMap(entries);
  let matcher: ReturnType<typeof createMatcher> | null = null;
  const names = new Map<string, readonly string[]>();
  const expanded = new Map<string, readonly string[]>();
  const comesTo = (id: string, day: PlainDate): readonly string[] => {
    const entry = byId.get(id);
    if (entry?.kind === 'unit' && isActiveOn(entry, day)) return [id];
    const key = `${day}|${id}`;
    const known = expanded.get(key) ?? expandUnits(entries, [id], day);
    expanded.set(key, known);
    return known;
  };
  return {
    active: (day) => activeUnits(entries, day).map(({ id }) => id),
    expected: (period) => new Set(expectedUnits(period, byId).map(({ id }) => id)),
    unitsOf: (entryIds, day) => [...new Set(entryIds.flatMap((id) => comesTo(id, day)))],
    named: (name) => {
      matcher ??= createMatcher(entries, place);
      const known = names.get(name) ?? matcher.line(name).entryIds;
      names.set(name, known);
      return known;
    },
  };
}

export type Role = 'lead' | 'coordinating';
export interface Owing {
  readonly unitId: string;
  readonly role: Role;
}

/** What says whom a task asks. */
export interface Asked {
  readonly entryIds: readonly string[];
  readonly coordinating: readonly string[];
  readonly lastDay: PlainDate | null;
}

/**
 * Lead units, then co-ordinating ones, each once. Groups are expanded as of the last day (of today where there is none):
 * expected are the units that exist on the last day, domain.md §5 "Late". Where nobody is known to lead, the task is
 * owed once by `NO_UNIT`: it never falls out of the count.
 */
export function unitsOwing(asked: Asked, directory: TaskDirectory, today: PlainDate): readonly Owing[] {
  const day = asked.lastDay ?? today;
  const leads = directory.unitsOf(asked.entryIds, day);
  const owing = new Map<string, Role>();
  for (const unitId of leads.length > 0 ? leads : [NO_UNIT]) owing.set(unitId, 'lead');
  for (const name of asked.coordinating)
    for (const unitId of directory.unitsOf(directory.named(name), day))
      if (!owing.has(unitId)) owing.set(unitId, 'coordinating');
  return [...owing].map(([unitId, role]) => ({ unitId, role }));
}
