/** What the catalogue keeps of a book of outgoing documents: its last number, and what Hôm nay needs of it. */
import { z } from 'zod';
import type { RegisterTables } from '../domain/dispatch/model';
import { gapsOf, lastOnPaper } from '../domain/dispatch/numbering';
import type { View } from '../records';

export const registerSummarySchema = z.object({
  title: z.string(),
  last: z.number(),
  entries: z.number(),
  /** Kept numbers with a day by which they are to be used, soonest first. */
  reserved: z
    .array(z.object({ numberText: z.string(), holder: z.string(), reason: z.string(), until: z.string() }))
    .default([]),
  /** Gaps without a reason: how many, and the first of them. */
  unexplained: z
    .object({ count: z.number(), first: z.number().nullable() })
    .default({ count: 0, first: null }),
});
export type RegisterSummary = z.infer<typeof registerSummarySchema>;

/** A catalogue is read whole at every start: it keeps what is due first. */
const RESERVED_KEPT = 100;

export function registerSummary(view: View<RegisterTables>): RegisterSummary {
  const entries = view.list('entries');
  const reserved = entries
    .flatMap(({ kind, numberText, reserved: kept }) =>
      kind === 'reserved' && kept && kept.until !== null
        ? [{ numberText, holder: kept.holder, reason: kept.reason, until: kept.until }]
        : [],
    )
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
  const gaps = gapsOf(entries, lastOnPaper(view)).filter((number) => !view.get('gaps', number.toString()));
  return {
    title: view.get('series', 'series')?.title ?? '',
    last: entries.reduce((last, { number }) => Math.max(last, number), 0),
    entries: entries.length,
    reserved: reserved.slice(0, RESERVED_KEPT),
    unexplained: { count: gaps.length, first: gaps[0] ?? null },
  };
}

/** Null for a row that is not one (an older or broken catalogue). */
export function readRegisterSummary(summary: Readonly<Record<string, unknown>>): RegisterSummary | null {
  const parsed = registerSummarySchema.safeParse(summary);
  return parsed.success ? parsed.data : null;
}
