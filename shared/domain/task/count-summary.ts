/** What the catalogue keeps of the grids, so that Hôm nay tells which weeks (months …) are over without counts. */
import { z } from 'zod';
import type { PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { enteredDuties } from './entered';
import { followedTargets, followedTasks } from './followed';
import { NO_UNIT, rhythmSchema } from './model';
import { targetUnits, unitsOwing, type TaskDirectory } from './owing';
import { slotsOf, type Slot } from './rhythm';

const TITLE_LENGTH = 120;

export const countSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  rhythm: rhythmSchema,
  /** A person set the quota, or counted: it is more than what the reading proposes. */
  seen: z.boolean(),
  /** Whom it asks; null: a target that nobody chose units for, asked by its words (`each`, `bound`), else everybody. */
  asked: z
    .object({
      entryIds: z.array(z.string()),
      coordinating: z.array(z.string()),
      lastDay: z.string().nullable(),
    })
    .nullable(),
  each: z.array(z.string()).default([]),
  bound: z.array(z.string()).default([]),
  /** Units of which nothing is awaited any more: a person said that they are done, or will not do it. */
  settled: z.array(z.string()),
  /** By unit the slots that have a count, as pairs (first, how many): mostly one pair a unit. */
  counted: z.array(z.object({ unit: z.string(), runs: z.array(z.number()) })),
});
export type CountSummary = z.infer<typeof countSummarySchema>;

function runsOf(slots: readonly Slot[], counts: Readonly<Record<string, number>>): number[] {
  const runs: number[] = [];
  slots.forEach(({ id }, index) => {
    if (counts[id] === undefined) return;
    const [from, length] = [runs.at(-2), runs.at(-1)];
    if (from !== undefined && length !== undefined && from + length === index)
      runs[runs.length - 1] = length + 1;
    else runs.push(index, 1);
  });
  return runs;
}

/** Recurring tasks that nobody marked as done, and targets, each with what was counted. */
export function countSummaries(view: View<DossierTables>): CountSummary[] {
  const tasks = followedTasks(view)
    .filter(({ rhythm, settled }) => rhythm !== null && !settled)
    .map((task) => ({
      item: task,
      asked: { entryIds: [...task.entryIds], coordinating: [...task.coordinating], lastDay: task.lastDay },
      each: [],
      bound: [],
    }));
  const targets = followedTargets(view)
    .filter(({ rhythm }) => rhythm !== null)
    .map((item) => ({
      item,
      asked: item.entryIds && { entryIds: [...item.entryIds], coordinating: [], lastDay: null },
      each: [...item.each],
      bound: [...item.bound],
    }));
  const all = [...tasks, ...targets];
  const entered = enteredDuties(
    view,
    all.map(({ item }) => item),
  );
  return all.flatMap(({ item: { id, text, rhythm, rhythmBy }, asked, each, bound }): CountSummary[] => {
    if (rhythm === null) return [];
    const slots = slotsOf(rhythm);
    return [
      {
        id,
        title: text.slice(0, TITLE_LENGTH),
        rhythm,
        seen: rhythmBy === 'person' || entered.countedUnits(id).length > 0,
        asked,
        each,
        bound,
        settled: [...entered.of(id).values()]
          .filter(({ state }) => state === 'done' || state === 'not-done')
          .map(({ unitId }) => unitId),
        counted: entered
          .countedUnits(id)
          .map((unit) => ({ unit, runs: runsOf(slots, entered.countsOf(id, unit) ?? {}) })),
      },
    ];
  });
}

export interface MissingCounts {
  /** Weeks (months …) that are over and lack the count of one unit or more. */
  readonly slots: number;
  readonly units: number;
  /** Last day of the first of them. */
  readonly since: PlainDate;
}

/** What is missing on a day; null: nothing. A slot is awaited once it is over. */
export function missingCounts(
  { rhythm, asked, each, bound, settled, counted }: CountSummary,
  directory: TaskDirectory,
  today: PlainDate,
): MissingCounts | null {
  const owing =
    asked === null
      ? targetUnits({ entryIds: null, each, bound }, directory, today).units
      : unitsOwing(asked, directory, today).map(({ unitId }) => unitId);
  const over = slotsOf(rhythm).filter(({ to }) => to < today);
  const runs = new Map(counted.map((each) => [each.unit, each.runs]));
  const lacking = new Set<number>();
  let units = 0;
  for (const unitId of owing) {
    if (unitId === NO_UNIT || settled.includes(unitId)) continue;
    const own = runs.get(unitId) ?? [];
    const has = (index: number): boolean =>
      own.some((from, at) => at % 2 === 0 && index >= from && index < from + (own[at + 1] ?? 0));
    const missing = over.flatMap((_, index) => (has(index) ? [] : [index]));
    if (missing.length > 0) units += 1;
    for (const index of missing) lacking.add(index);
  }
  const since = over[Math.min(...lacking)]?.to;
  return since === undefined ? null : { slots: lacking.size, units, since };
}
