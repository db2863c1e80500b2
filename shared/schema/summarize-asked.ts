/** What the catalogue keeps of what units were asked for: reports of periods, plans of their own. */
import { z } from 'zod';
import type { View } from '../records';
import type { DossierTables } from './aggregates';

/** Units that were given more time, and until when. */
const extensionsSchema = z
  .array(z.object({ unitId: z.string(), lastDay: z.string(), time: z.string().nullable().optional() }))
  .default([]);

export const unitsAskedSchema = z.object({
  /** Distinct lists of asked units; a period names its list by index (they are nearly always the same). */
  unitSets: z.array(z.array(z.string())),
  periods: z.array(
    z.object({
      id: z.string(),
      lastDay: z.string(),
      askedOn: z.string().nullable().default(null),
      units: z.number(),
      /** How many of them, from the first, the period names itself; null: all. */
      named: z.number().nullable().default(null),
      /** Index of each asked unit that has a report which stands. */
      received: z.array(z.number()),
      closed: z.boolean(),
      time: z.string().nullable().default(null),
      extensions: extensionsSchema,
    }),
  ),
  /** Units' own plans that were asked for; units and received as in `periods`. */
  planRequests: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        lastDay: z.string(),
        askedOn: z.string().nullable().default(null),
        units: z.number(),
        received: z.array(z.number()),
        extensions: extensionsSchema,
      }),
    )
    .default([]),
});

/** Every period and request with its asked units, and which of them have sent what stands. */
export function unitsAsked(view: View<DossierTables>): z.infer<typeof unitsAskedSchema> {
  const unitSets: string[][] = [];
  const setIndex = new Map<string, number>();
  const received = new Map<string, Set<string>>();
  for (const report of view.list('reports')) {
    if (report.state !== 'received') continue;
    const units = received.get(report.period) ?? new Set<string>();
    received.set(report.period, units.add(report.unitId));
  }
  const closed = new Set(view.list('consolidations').map(({ period }) => period));
  const setOf = (unitIds: readonly string[]): number => {
    const key = unitIds.join('|');
    const index = setIndex.get(key) ?? unitSets.push([...unitIds]) - 1;
    setIndex.set(key, index);
    return index;
  };
  const periods = view.list('periods').map((period) => {
    const units = received.get(period.id);
    // A unit that took over from one that was asked reports without being named.
    const asked = [...new Set([...period.unitIds, ...(units ?? [])])];
    return {
      id: period.id,
      lastDay: period.lastDay,
      askedOn: period.askedOn,
      time: period.time,
      units: setOf(asked),
      named: period.unitIds.length,
      received: asked.flatMap((id, at) => (units?.has(id) === true ? [at] : [])),
      closed: closed.has(period.id),
      extensions: period.extensions.map(({ unitId, lastDay, time = null }) => ({
        unitId,
        lastDay,
        ...(time === null ? {} : { time }),
      })),
    };
  });
  const plans = view.list('unitPlans').filter(({ state }) => state === 'received');
  const planRequests = view.list('planRequests').map((request) => {
    const { id, title, lastDay, askedOn, unitIds, extensions } = request;
    const units = new Set(plans.flatMap((plan) => (plan.requestId === id ? [plan.unitId] : [])));
    const asked = [...new Set([...unitIds, ...units])];
    return {
      id,
      title,
      lastDay,
      askedOn,
      units: setOf(asked),
      received: asked.flatMap((unitId, at) => (units.has(unitId) ? [at] : [])),
      extensions: extensions.map(({ unitId, lastDay: until }) => ({ unitId, lastDay: until })),
    };
  });
  return { unitSets, periods, planRequests };
}
