/**
 * The plan inside a dossier: its header record, and items that were read from the text or added by a person.
 *
 * An item read from a document keeps the fingerprints of the words it came from (`origins`). Reading the same
 * document again finds an item by them: one that a person touched (or dropped) stays as the person left it.
 */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';
import { systemSchema } from '../office/model';
import { parsedPlanSchema } from './parsed';

export const PLAN_ID = 'plan';

/** Trạng thái hồ sơ: being reviewed → reviewed → issued → closed. */
export const planStatusSchema = z.enum(['review', 'reviewed', 'issued', 'closed']);
export type PlanStatus = z.infer<typeof planStatusSchema>;

/** One record, id `plan`. */
export const planSchema = z.object({
  id: z.literal(PLAN_ID),
  status: planStatusSchema,
  /** Trích yếu as corrected by a person. */
  title: z.string().min(1),
  system: z.union([systemSchema, z.literal('other')]),
  kind: z.string().nullable(),
  /** "KH" */
  type: z.string(),
  issuingBody: z.string().nullable(),
  place: z.string().nullable(),
  date: plainDateSchema.nullable(),
  signer: z.object({
    authority: z.string().nullable(),
    onBehalf: z.string().nullable(),
    position: z.string().nullable(),
    name: z.string().nullable(),
  }),
  /** Lưu …; as printed. */
  archive: z.array(z.string()),
  ruleProfileId: z.string(),
  /** The reading itself: sections, opening, closing, … as proposed by the reader. */
  parsed: parsedPlanSchema,
  /** Normalised text that item sources point into. */
  text: z.string(),
  /** sha256 of the source file, null for pasted text (then textHash alone identifies it). */
  sourceFile: z.string().nullable(),
  sourceName: z.string(),
  textHash: z.string(),
  /** The text was written or edited here: one whole paragraph a line, and no file says the same any more. */
  composed: z.literal(true).optional(),
  /** Header fields that a person corrected: a new reading leaves them. */
  touched: z.array(z.string()).default([]),
  createdAt: instantSchema,
  readAt: instantSchema,
  /** Why the dossier was opened again, and by whom; oldest first. */
  notes: z.array(z.object({ at: instantSchema, by: z.string(), text: z.string() })).optional(),
});
export type Plan = z.infer<typeof planSchema>;

const span = z.object({ start: z.number().int(), end: z.number().int() }).nullable();

const common = {
  id: z.string().min(1),
  /** Fingerprints of the words that it was read from; empty for an item added by hand. */
  origins: z.array(z.string()),
  /** Place of its words in `plan.text`. */
  source: span,
  /** A person corrected, split, merged, moved or added it. */
  touched: z.boolean(),
  /** A person removed it; kept so that a new reading does not bring it back. */
  dropped: z.boolean(),
  /** A person accepted it, or the reader was certain. */
  accepted: z.boolean(),
  /** Why the reader was not certain; empty when it was. */
  doubt: z.string(),
  order: z.number(),
};

/** A heading that names a unit; its tasks point at it. */
export const assignmentItemSchema = z.object({
  ...common,
  kind: z.literal('assignment'),
  /** The heading as printed. */
  unit: z.string().min(1, 'Thiếu tên đơn vị.'),
  /** Directory entries (units or groups) that it means. */
  entryIds: z.array(z.string()),
  from: z.string(),
});

export const taskItemSchema = z.object({
  ...common,
  kind: z.literal('task'),
  assignmentId: z.string().nullable(),
  text: z.string().min(1, 'Thiếu nội dung nhiệm vụ.'),
  lastDay: plainDateSchema.nullable(),
  period: z.string().nullable(),
  recurrence: z.string().nullable(),
  coordinating: z.array(z.string()).default([]),
  state: z.enum(['open', 'done']).default('open'),
});

export const targetItemSchema = z.object({
  ...common,
  kind: z.literal('target'),
  text: z.string().min(1),
  scope: z.enum(['own', 'content']),
  operator: z.string().nullable(),
  value: z.number().nullable(),
  upper: z.number().nullable(),
  unit: z.string().nullable(),
  per: z.string().nullable(),
  /** Catalogue code that measures it, chosen by a person. */
  indicator: z.string().nullable().default(null),
});

export const deadlineItemSchema = z.object({
  ...common,
  kind: z.literal('deadline'),
  text: z.string().min(1),
  deadlineKind: z.enum(['date', 'period', 'relative', 'recurring', 'continuous']),
  lastDay: plainDateSchema.nullable(),
  time: z.string().nullable(),
  period: z.string().nullable(),
  who: z.string().nullable(),
});

export const conferenceItemSchema = z.object({
  ...common,
  kind: z.literal('conference'),
  name: z.string().min(1),
  organizer: z.string().nullable(),
  /** `2026-02-11T14:00` Vietnam time, or a date. */
  start: z.string().nullable(),
  period: z.string().nullable(),
  mode: z.enum(['online', 'in-person']).nullable(),
  participants: z.array(z.string()),
});

export const reportingItemSchema = z.object({
  ...common,
  kind: z.literal('reporting'),
  text: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  via: z.string().nullable(),
  cycle: z.string().nullable(),
});

export const recipientItemSchema = z.object({
  ...common,
  kind: z.literal('recipient'),
  name: z.string().min(1, 'Thiếu tên nơi nhận.'),
  purpose: z.string().nullable(),
  /** Directory entries (superiors, units or groups) that it means. */
  entryIds: z.array(z.string()),
});

export const basisItemSchema = z.object({
  ...common,
  kind: z.literal('basis'),
  documentKind: z.string().nullable(),
  number: z.string().nullable(),
  date: plainDateSchema.nullable(),
  issuer: z.string().nullable(),
});

export const planItemSchema = z.discriminatedUnion('kind', [
  assignmentItemSchema,
  taskItemSchema,
  targetItemSchema,
  deadlineItemSchema,
  conferenceItemSchema,
  reportingItemSchema,
  recipientItemSchema,
  basisItemSchema,
]);
export type PlanItem = z.infer<typeof planItemSchema>;
export type PlanItemKind = PlanItem['kind'];
export type PlanItemOf<K extends PlanItemKind> = Extract<PlanItem, { kind: K }>;
