/** What a dossier keeps of the writing of its plan: kept versions, and what is typed and not saved yet. */
import { z } from 'zod';
import { instantSchema } from '../../../date/plain-date';

/** "Dự thảo lần n": the text as it stood, with what the plan said as data then (people correct data beside the text). */
export const textVersionSchema = z.object({
  id: z.string().min(1),
  number: z.number().int().positive(),
  note: z.string(),
  text: z.string(),
  textHash: z.string(),
  data: z.array(
    z.object({
      kind: z.enum(['unit', 'task', 'deadline', 'recipient']),
      /** The unit that a task is under; empty for all else. */
      of: z.string(),
      words: z.string(),
      /** A task's or deadline's last day, a recipient's purpose. */
      value: z.string().nullable(),
    }),
  ),
  at: instantSchema,
  by: z.string(),
});
export type TextVersion = z.infer<typeof textVersionSchema>;

/**
 * A part of the text that is being typed into; id = the part's key in the outline. Every pause in typing writes
 * `textDraftEdits` only, so that the part's base is kept once.
 */
export const textDraftSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  /** The plan's text that the typing began in, and the part's own. */
  textHash: z.string(),
  base: z.string(),
});
export type TextDraft = z.infer<typeof textDraftSchema>;

/** `[start, end)` of the draft's base is `text` now; id as its draft's. */
export const textDraftEditSchema = z.object({
  id: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
  at: instantSchema,
  by: z.string(),
});
export type TextDraftEdit = z.infer<typeof textDraftEditSchema>;
