/** The written part of a report to superiors: a draft that a person edits; figures in it are fields, never typed. */
import { z } from 'zod';
import { instantSchema } from '../../date/plain-date';

/** One part of the outline (domain.md §5). Fields stand in the text as `{{HN02}}`, `{{HN02.luyke}}`, … */
export const draftSectionSchema = z.object({
  /** Code of the narrative part (NX01 …) or of the outline's own part. */
  code: z.string().min(1),
  text: z.string(),
});

/** Dự thảo phần lời of one period's (or range's) report; id = the period. */
export const narrativeDraftSchema = z.object({
  id: z.string().min(1),
  sections: z.array(draftSectionSchema),
  editedAt: instantSchema,
  editedBy: z.string(),
});
export type NarrativeDraft = z.infer<typeof narrativeDraftSchema>;
