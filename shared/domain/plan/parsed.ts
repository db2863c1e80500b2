/**
 * What a plan's text says, item by item: the JSON of `plan parse` (docs: command line, "plan parse").
 *
 * Values are as printed unless a field says otherwise. An unknown value is null or an empty list, never a guess.
 * `source` of an item is its place in the normalised text that `readPlan` returns beside the plan.
 */
import { z } from 'zod';

/** Character offsets [start, end) in the normalised source text. */
const sourceSpanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type SourceSpan = z.infer<typeof sourceSpanSchema>;

const placed = { source: sourceSpanSchema.optional() };
const textOrNull = z.string().nullable();

const parsedHeaderSchema = z.object({
  parentBody: textOrNull,
  issuingBody: textOrNull,
  number: z.number().int().nullable(),
  /** What follows the number, without the separator: "KH/ĐU", "KH-UBND". */
  symbol: textOrNull,
  numberText: textOrNull,
  place: textOrNull,
  /** `YYYY-MM-DD`, only when day, month and year are all printed. */
  date: textOrNull,
  dateText: textOrNull,
});
export type ParsedHeader = z.infer<typeof parsedHeaderSchema>;

const parsedBasisSchema = z.object({
  kind: textOrNull,
  /** Without spaces, as printed: "20-CTr/TU"; null when the document is named without its number. */
  number: textOrNull,
  date: textOrNull,
  issuer: textOrNull,
  ...placed,
});
export type ParsedBasis = z.infer<typeof parsedBasisSchema>;

export interface ParsedSection {
  /** "I", "1", "1.1", "a", "(1)"; empty for a heading without one. */
  label: string;
  title: string;
  paragraphs: string[];
  children: ParsedSection[];
  /** The heading's place. */
  source?: SourceSpan | undefined;
}
const parsedSectionSchema: z.ZodType<ParsedSection> = z.object({
  label: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  get children() {
    return z.array(parsedSectionSchema);
  },
  ...placed,
});

const parsedTaskSchema = z.object({
  text: z.string(),
  lastDay: textOrNull,
  period: textOrNull,
  recurrence: textOrNull,
  ...placed,
});
export type ParsedTask = z.infer<typeof parsedTaskSchema>;

const parsedAssignmentSchema = z.object({
  /** The heading's unit, whole and as printed. */
  unit: z.string(),
  /** The bodies that the heading names. */
  units: z.array(z.string()),
  /** Where it stands: "IV.2". */
  from: z.string(),
  tasks: z.array(parsedTaskSchema),
  ...placed,
});
export type ParsedAssignment = z.infer<typeof parsedAssignmentSchema>;

/** A piece of work with the units that answer for it: a row of a table, or "Đơn vị chủ trì: …" under a work item. */
const parsedWorkItemSchema = z.object({
  text: z.string(),
  lead: textOrNull,
  coordinating: z.array(z.string()),
  time: textOrNull,
  result: textOrNull,
  ...placed,
});
export type ParsedWorkItem = z.infer<typeof parsedWorkItemSchema>;

const TARGET_OPERATORS = ['=', '>', '>=', '<', '<='] as const;
const parsedTargetSchema = z.object({
  text: z.string(),
  /** own: set for this committee's or its units' work; content: a superior's figure that is to be publicised. */
  scope: z.enum(['own', 'content']),
  operator: z.enum(TARGET_OPERATORS),
  value: z.number(),
  /** The upper end of a range. */
  upper: z.number().nullable(),
  unit: textOrNull,
  per: z.enum(['week', 'month', 'quarter', 'year']).nullable(),
  /** N of "n/N" (55/67 xã → 67). */
  of: z.number().nullable(),
  approx: z.boolean(),
  year: z.number().int().nullable(),
  ...placed,
});
export type ParsedTarget = z.infer<typeof parsedTargetSchema>;

const DEADLINE_KINDS = ['date', 'period', 'relative', 'recurring', 'continuous'] as const;
const parsedDeadlineSchema = z.object({
  text: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  /** The last day that is still on time. */
  lastDay: textOrNull,
  /** `HH:mm`. */
  time: textOrNull,
  /** `2026-03 | 2026-Q1 | 2026-H1 | 2026-9M | 2026`. */
  period: textOrNull,
  who: textOrNull,
  ...placed,
});
export type ParsedDeadline = z.infer<typeof parsedDeadlineSchema>;

const parsedConferenceSchema = z.object({
  name: z.string(),
  organizer: textOrNull,
  /** `2026-02-11T14:00`, or the date alone. */
  start: textOrNull,
  period: textOrNull,
  mode: z.enum(['online', 'in-person']).nullable(),
  participants: z.array(z.string()),
  ...placed,
});
export type ParsedConference = z.infer<typeof parsedConferenceSchema>;

const parsedReportingSchema = z.object({
  from: textOrNull,
  to: textOrNull,
  via: textOrNull,
  cycle: textOrNull,
  text: z.string(),
  ...placed,
});
export type ParsedReporting = z.infer<typeof parsedReportingSchema>;

const parsedRecipientSchema = z.object({ name: z.string(), purpose: textOrNull, ...placed });
export type ParsedRecipient = z.infer<typeof parsedRecipientSchema>;

const parsedSignerSchema = z.object({
  authority: textOrNull,
  onBehalf: textOrNull,
  position: textOrNull,
  name: textOrNull,
});
export type ParsedSigner = z.infer<typeof parsedSignerSchema>;

const parsedWarningSchema = z.object({ code: z.string(), message: z.string(), excerpt: z.string() });
export type ParsedWarning = z.infer<typeof parsedWarningSchema>;

export const parsedPlanSchema = z.object({
  system: z.enum(['party', 'state', 'other']),
  kind: textOrNull,
  header: parsedHeaderSchema,
  title: textOrNull,
  opening: z.array(z.string()),
  basis: z.array(parsedBasisSchema),
  sections: z.array(parsedSectionSchema),
  closing: z.array(z.string()),
  forms: z.array(z.string()),
  assignments: z.array(parsedAssignmentSchema),
  workItems: z.array(parsedWorkItemSchema),
  targets: z.array(parsedTargetSchema),
  deadlines: z.array(parsedDeadlineSchema),
  conferences: z.array(parsedConferenceSchema),
  reporting: z.array(parsedReportingSchema),
  materials: z.array(z.string()),
  audiences: z.array(z.string()),
  budget: textOrNull,
  attachments: z.array(z.string()),
  recipients: z.array(parsedRecipientSchema),
  archive: z.array(z.string()),
  signer: parsedSignerSchema,
  unclassified: z.array(z.string()),
  warnings: z.array(parsedWarningSchema),
});
export type ParsedPlan = z.infer<typeof parsedPlanSchema>;
