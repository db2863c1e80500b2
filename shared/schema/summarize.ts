/**
 * What the catalogue keeps of every aggregate, so that lists, search of a file's hash and Hôm nay need not load every
 * dossier. Derived: rebuildable from the aggregate alone.
 */
import { momentParts } from '../date/moment';
import { z } from 'zod';
import { documentStatusSchema } from '../domain/dispatch/model';
import type { View } from '../records';
import type { Tables } from '../records';
import { conferenceSummaries, conferenceSummarySchema } from '../domain/conference/catalogue';
import { planStatusSchema, PLAN_ID, type PlanItem, type PlanItemOf } from '../domain/plan/model';
import { lastDayOf } from '../domain/task/followed';
import { NO_TASKS, taskSummary, taskSummarySchema } from '../domain/task/summary';
import { fold } from '../text/normalize';
import type { AggregateKind, AggregateTables, DossierTables } from './aggregates';
import { unitsAsked, unitsAskedSchema } from './summarize-asked';
import { commentsOwed, commentsOwedSchema, promisesOwed, promisesOwedSchema } from './summarize-documents';
import { incomingSummary } from './summarize-incoming';
import { registerSummary } from './summarize-register';

export const dossierSummarySchema = z.object({
  title: z.string(),
  status: planStatusSchema,
  date: z.string().nullable(),
  textHash: z.string(),
  sourceFile: z.string().nullable(),
  /** Where the plan's number is read: the register's line. */
  registration: z.object({ seriesId: z.string(), number: z.number() }).nullable(),
  documents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Absent in a catalogue that was written before it was kept. */
      createdAt: z.string().optional(),
      /** The document's own day: the plan's, or the day on which it got its number. */
      day: z.string().nullable().optional(),
      registered: z.boolean(),
      sent: z.boolean(),
      signed: z.boolean(),
      /** Absent in a catalogue that was written before it was kept. */
      status: documentStatusSchema.optional(),
    }),
  ),
  tasks: z.number(),
  uncertain: z.number(),
  /** Whether one of the documents took another's place; absent in a catalogue that was written before it was kept. */
  replaced: z.boolean().optional(),
  /** Days on which an open task, deadline or conference falls, ascending. */
  days: z.array(
    z.object({
      id: z.string().default(''),
      day: z.string(),
      /** `HH:mm`, where the text says one. */
      time: z.string().nullable().default(null),
      title: z.string(),
      kind: z.enum(['task', 'deadline', 'conference']),
    }),
  ),
  unconfirmed: z.number(),
  lastSent: z.string().nullable(),
  ...unitsAskedSchema.shape,
  /** What the office owes upward, with the steps that were done. */
  upward: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        to: z.string(),
        lastDay: z.string(),
        time: z.string().nullable(),
        sent: z.object({ numberText: z.string(), on: z.string(), time: z.string().nullable() }).nullable(),
        receipt: z.object({ on: z.string() }).nullable(),
        filedOn: z.string().nullable(),
      }),
    )
    .default([]),
  /** Questions of units that wait for an answer. */
  difficulties: z
    .array(z.object({ id: z.string(), unitId: z.string(), lastDay: z.string().nullable() }))
    .default([]),
  answeredDifficulties: z.number().default(0),
  comments: commentsOwedSchema,
  promised: promisesOwedSchema,
  conferences: z.array(conferenceSummarySchema).default([]),
  /** Duties of the plan's tasks, and remedies after inspections. */
  followUp: taskSummarySchema.default(NO_TASKS),
  archived: z.boolean(),
  closedOn: z.string().nullable(),
});
export type DossierSummary = z.infer<typeof dossierSummarySchema>;

/** So many days of one dossier are told; a plan of a whole year has some dozens. */
const DAYS_KEPT = 200;

/** The day on the line of its number: taking one is the step from a draft. */
function numberedOn(view: View<DossierTables>, documentId: string): string | null {
  const step = view
    .list('documentSteps')
    .findLast((each) => each.documentId === documentId && each.from === 'draft' && each.to === 'submitted');
  return step?.on ?? null;
}

/** The day of a conference; none where what was typed for it is no day. */
function momentDays({ id, start, name, kind }: PlanItemOf<'conference'>): DossierSummary['days'] {
  const { day, time } = momentParts(start);
  return day === null ? [] : [{ id, day, time, title: name, kind }];
}

function dossierSummary(view: View<DossierTables>): DossierSummary | Record<string, never> {
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return {};
  const items = view.list('items').filter(({ dropped }) => !dropped);
  const told = saidTwice(items, [...view.list('planRequests'), ...view.list('upwardReports')]);
  const documents = view.list('documents');
  const sentDocuments = new Set(view.list('dispatches').map(({ documentId }) => documentId));
  const days = items
    .flatMap((item): DossierSummary['days'] => {
      if (told.has(item.id)) return [];
      if (item.kind === 'task') {
        const day = lastDayOf(item);
        return item.state === 'open' && day !== null
          ? [{ id: item.id, day, time: null, title: item.text, kind: item.kind }]
          : [];
      }
      if (item.kind === 'deadline')
        return item.lastDay === null
          ? []
          : [
              {
                id: item.id,
                day: item.lastDay,
                time: item.time,
                // "trước ngày 10/6/2026" alone does not say what is due.
                title: item.who === null ? item.text : `${item.who}: ${item.text}`,
                kind: item.kind,
              },
            ];
      if (item.kind === 'conference') return momentDays(item);
      return [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((day) => ({ ...day, title: day.title.slice(0, 120) }));

  const { unitSets, periods, planRequests } = unitsAsked(view);
  const upward = view
    .list('upwardReports')
    .map(({ id, title, to, lastDay, time, sent, receipt, filedOn }) => ({
      id,
      title,
      to,
      lastDay,
      time,
      sent: sent && { numberText: sent.numberText, on: sent.on, time: sent.time },
      receipt: receipt && { on: receipt.on },
      filedOn,
    }));
  const difficulties = view.list('difficulties');
  const open = difficulties.filter(({ answer }) => answer === null);
  const archive = view.list('archive')[0];
  const planDocument = documents[0];
  const deliveries = view.list('deliveries');
  return {
    title: plan.title,
    status: plan.status,
    date: plan.date,
    textHash: plan.textHash,
    sourceFile: plan.sourceFile,
    registration: planDocument?.registration
      ? { seriesId: planDocument.registration.seriesId, number: planDocument.registration.number }
      : null,
    replaced: documents.some(({ replacedBy }) => replacedBy !== undefined),
    documents: documents.map(({ id, title, status, registration, signedFile, createdAt }) => ({
      id,
      status,
      title,
      createdAt,
      day: id === planDocument?.id ? plan.date : numberedOn(view, id),
      registered: registration !== null,
      sent: sentDocuments.has(id),
      signed: signedFile !== null,
    })),
    tasks: items.filter(({ kind }) => kind === 'task').length,
    uncertain: items.filter(({ accepted }) => !accepted).length,
    days: days.slice(-DAYS_KEPT),
    unconfirmed: deliveries.filter(({ state }) => state === 'sent').length,
    lastSent: view.list('dispatches').at(-1)?.date ?? null,
    unitSets,
    periods,
    planRequests,
    upward,
    difficulties: open.map(({ id, unitId, lastDay }) => ({ id, unitId, lastDay })),
    answeredDifficulties: difficulties.length - open.length,
    comments: commentsOwed(view),
    promised: promisesOwed(view),
    conferences: conferenceSummaries(view),
    followUp: taskSummary(view),
    archived: archive !== undefined,
    closedOn: archive?.closedOn ?? null,
  };
}

type Days = readonly { readonly itemId: string | null }[];

/**
 * Items that say again what another line of Hôm nay says: a deadline inside the sentence of a task that has its day,
 * or of the same day and words; and every item of a sentence from which a plan or a report was asked for.
 */
function saidTwice(items: readonly PlanItem[], asked: Days): ReadonlySet<string> {
  const twice = new Set<string>();
  const requested = items.filter(({ id }) => asked.some(({ itemId }) => itemId === id));
  for (const item of requested) twice.add(item.id);
  const dated = items.flatMap((item) =>
    (item.kind === 'task' || item.kind === 'deadline') && item.lastDay !== null ? [item] : [],
  );
  for (const deadline of dated) {
    const other = dated.find(
      (item) =>
        item !== deadline &&
        item.lastDay === deadline.lastDay &&
        (overlap(item.source, deadline.source) || fold(item.text) === fold(deadline.text)) &&
        // A sentence that something was asked from is told by that; else a deadline is told by its task.
        (twice.has(item.id) || (deadline.kind === 'deadline' && item.kind === 'task')),
    );
    if (other) twice.add(deadline.id);
  }
  return twice;
}

function overlap(a: PlanItem['source'], b: PlanItem['source']): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end;
}

/** The catalogue's words for an aggregate; `{}` for one that is not complete. */
export function summarize(kind: AggregateKind, view: View<Tables>): Record<string, unknown> {
  switch (kind) {
    case 'dossier':
      return dossierSummary(view);
    case 'register':
      return registerSummary(view);
    case 'incoming':
      return incomingSummary(view);
    case 'intake': {
      const intake = view as unknown as View<AggregateTables['intake']>;
      return { batches: intake.list('batches').length };
    }
    case 'office': {
      const office = view as unknown as View<AggregateTables['office']>;
      return { name: office.get('profile', 'profile')?.issuingBody ?? '' };
    }
  }
}

/** The summary of a dossier's catalogue row; null for a row that is not one (an older or broken catalogue). */
export function readDossierSummary(summary: Readonly<Record<string, unknown>>): DossierSummary | null {
  const parsed = dossierSummarySchema.safeParse(summary);
  return parsed.success ? parsed.data : null;
}
