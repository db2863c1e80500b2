/** Who a task asks: directory entries and printed names, expanded to units on a day. domain.md §5 "Carrying-out". */
import type { PlainDate } from '../../date/plain-date';
import { activeUnits, expandUnits } from '../office/directory';
import { createMatcher } from '../office/match';
import type { DirectoryEntry } from '../office/model';
import { entryMap, expectedUnits, isActiveOn, type Asking } from '../report/expected-units';
import { beginningsOf, unitsOfKind } from './each-unit';
import { NO_UNIT } from './model';

/** The directory as derivation needs it, with what it was asked before. */
export interface TaskDirectory {
  /** Ids of the units that entries come to on a day. */
  readonly unitsOf: (entryIds: readonly string[], day: PlainDate) => readonly string[];
  /** Entries that a printed name means; [] when it is not known for certain. */
  readonly named: (name: string) => readonly string[];
  /** Ids of every unit that is there on a day. */
  readonly active: (day: PlainDate) => readonly string[];
  /** Ids of the units that "mỗi chi bộ", "các trường học" mean on a day; the first phrase that means any; [] where none. */
  readonly each: (phrases: readonly string[], day: PlainDate) => readonly string[];
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
  const unitsOf = (entryIds: readonly string[], day: PlainDate): readonly string[] => [
    ...new Set(entryIds.flatMap((id) => comesTo(id, day))),
  ];
  const eachOf = (phrase: string, day: PlainDate): readonly string[] => {
    matcher ??= createMatcher(entries, place);
    for (const beginning of beginningsOf(phrase)) {
      const named = unitsOf(matcher.one(`các ${beginning}`).entryIds, day);
      const units = named.length > 0 ? named : unitsOfKind(beginning, activeUnits(entries, day));
      if (units.length > 0) return units;
    }
    return [];
  };
  return {
    each: (phrases, day) => {
      for (const phrase of phrases) {
        const key = `${day}|mỗi|${phrase}`;
        const units = expanded.get(key) ?? eachOf(phrase, day);
        expanded.set(key, units);
        if (units.length > 0) return units;
      }
      return [];
    },
    active: (day) => activeUnits(entries, day).map(({ id }) => id),
    expected: (period) => new Set(expectedUnits(period, byId).map(({ id }) => id)),
    unitsOf,
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

/** Whom a target asks: what a person chose, its own sentence, the assignment that it stands under, else everybody. */
export interface AskedByTarget {
  /** Null: no person chose. */
  readonly entryIds: readonly string[] | null;
  /** Phrases of its sentence (`eachPhrases`). */
  readonly each: readonly string[];
  readonly bound: readonly string[];
}

export type AskedBy = 'person' | 'sentence' | 'assignment' | 'all';

export function targetUnits(
  { entryIds, each, bound }: AskedByTarget,
  directory: TaskDirectory,
  today: PlainDate,
): { readonly units: readonly string[]; readonly by: AskedBy } {
  if (entryIds !== null) return { units: directory.unitsOf(entryIds, today), by: 'person' };
  const named = directory.each(each, today);
  if (named.length > 0) return { units: named, by: 'sentence' };
  const under = directory.unitsOf(bound, today);
  return under.length > 0
    ? { units: under, by: 'assignment' }
    : { units: directory.active(today), by: 'all' };
}
