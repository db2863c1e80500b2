/** What the catalogue keeps of the incoming book. */
import { z } from 'zod';
import { isOpen, needsPlan } from '../domain/incoming/standing';
import type { View } from '../records';
import type { AggregateTables } from './aggregates';

/** What Hôm nay needs of the incoming book: its open lines that have a deadline or wait for a plan. */
const incomingSummarySchema = z.object({
  entries: z.number(),
  waiting: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      issuer: z.string(),
      deadline: z.string().nullable(),
      time: z.string().nullable(),
      needsPlan: z.boolean(),
      forwarded: z.boolean(),
    }),
  ),
});
export type IncomingSummary = z.infer<typeof incomingSummarySchema>;

/** A book that nobody settles grows without end; the catalogue keeps what is due first. */
const WAITING_KEPT = 300;

export function incomingSummary(view: View<AggregateTables['incoming']>): IncomingSummary {
  let entries = 0;
  const waiting: IncomingSummary['waiting'] = [];
  for (const entry of view.list('entries')) {
    entries += 1;
    const plan = needsPlan(entry);
    if (!isOpen(entry) || (entry.deadline === null && !plan)) continue;
    waiting.push({
      id: entry.id,
      title: [entry.numberText, entry.subject].filter((part) => part !== '').join(' '),
      issuer: entry.issuer,
      deadline: entry.deadline,
      time: entry.deadlineTime,
      needsPlan: plan,
      forwarded: entry.forwardedOn !== null,
    });
  }
  waiting.sort((a, b) => ((a.deadline ?? '9') < (b.deadline ?? '9') ? -1 : 1));
  return { entries, waiting: waiting.slice(0, WAITING_KEPT) };
}

/** Null for a row that is not one (an older or broken catalogue). */
export function readIncomingSummary(summary: Readonly<Record<string, unknown>>): IncomingSummary | null {
  const parsed = incomingSummarySchema.safeParse(summary);
  return parsed.success ? parsed.data : null;
}
