/** What a person did about reports: chasing, and what was said about a questioned figure. domain.md §5, §7. */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

/** Lần 1 nhắc, lần 2 công văn đôn đốc, lần 3 báo cáo Thường trực. */
export const chaseLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type ChaseLevel = z.infer<typeof chaseLevelSchema>;

/** Đôn đốc, kept as evidence: one act of chasing for one period (or own-plan request), for the units it went to. */
export const chaseRecordSchema = z.object({
  id: z.string().min(1),
  /** The period (or own-plan request) that was chased for. */
  period: z.string().min(1),
  level: chaseLevelSchema,
  /** The day on which it was said or sent. */
  on: plainDateSchema,
  at: instantSchema,
  by: z.string(),
  unitIds: z.array(z.string()).min(1),
  /** "Zalo", "điện thoại", "công văn" … */
  channel: z.string().default(''),
  /** As told when it was kept; a letter registered here has its number in the register (`document`). */
  numberText: z.string().default(''),
  /** The last day that the letter set anew. */
  newLastDay: plainDateSchema.nullable().default(null),
  /** The letter or report as a draft document; it may lie in another dossier when it speaks of several plans. */
  document: z.object({ dossierId: z.string(), documentId: z.string() }).nullable().default(null),
  /** sha256 of the letter, report or texts as they were made, kept in this very dossier. */
  file: z.string().nullable().default(null),
  note: z.string().default(''),
  /** Why an earlier step was left out for some of these units; absent: none was. */
  skipReason: z.string().optional(),
});
export type ChaseRecord = z.infer<typeof chaseRecordSchema>;

/** What was said about a question; id = `<period>|<unitId>|<question code>|<indicator or ->`. */
export const questionAnswerSchema = z.object({
  id: z.string().min(1),
  period: z.string().min(1),
  unitId: z.string().min(1),
  /** Version of the report that was asked about: a newer one is asked again. */
  reportVersion: z.number().int().positive(),
  /** The unit confirms the figure; or it was sent back to the unit. */
  answer: z.enum(['confirmed', 'asked']),
  note: z.string().default(''),
  at: instantSchema,
  by: z.string(),
});
export type QuestionAnswer = z.infer<typeof questionAnswerSchema>;
