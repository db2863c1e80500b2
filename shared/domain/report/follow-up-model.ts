/** What a person did about reports: chasing, and what was said about a questioned figure. domain.md §5, §7. */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

/** Đôn đốc, kept as evidence: lần 1 nhắc, lần 2 công văn, lần 3 báo cáo Thường trực. */
export const chaseRecordSchema = z.object({
  id: z.string().min(1),
  /** The period (or own-plan request) that was chased for. */
  period: z.string().min(1),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  on: plainDateSchema,
  at: instantSchema,
  by: z.string(),
  unitIds: z.array(z.string()).min(1),
  /** "Zalo", "điện thoại", "công văn" … */
  channel: z.string().default(''),
  numberText: z.string().default(''),
  /** sha256 of the letter, report or list as it was made. */
  file: z.string().nullable().default(null),
  note: z.string().default(''),
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
