/** The written part of a report to superiors: a draft that a person edits; figures in it are fields, never typed. */
import { z } from 'zod';
import { instantSchema } from '../../date/plain-date';

/** Where words of a part were taken from: a unit's text, as it stood in one version of its report. */
export const draftSourceSchema = z.object({
  /** `<period>|<unitId>` */
  report: z.string().min(1),
  /** The narrative's code (NX01 …). */
  indicator: z.string().min(1),
  version: z.number().int().positive(),
});
export type DraftSource = z.infer<typeof draftSourceSchema>;

/** One part of the outline (domain.md §5). Fields stand in the text as `{{HN02}}`, `{{HN02.luyke}}`, … */
export const draftSectionSchema = z.object({
  /** Code of the outline's part: "I", "II.1" … "V" (`OUTLINE_PARTS`). */
  code: z.string().min(1),
  text: z.string().max(40_000, 'Một phần của dự thảo không quá 40.000 ký tự.'),
  sources: z.array(draftSourceSchema).default([]),
});
export type DraftSection = z.infer<typeof draftSectionSchema>;

/** A titled entry (mô hình hay) that a person chose for the report. */
export const chosenModelSchema = z.object({ report: z.string().min(1), title: z.string().min(1) });
export type ChosenModel = z.infer<typeof chosenModelSchema>;

/** Dự thảo phần lời of one period's (or range's) report; id = the period. */
export const narrativeDraftSchema = z.object({
  id: z.string().min(1),
  sections: z.array(draftSectionSchema),
  models: z.array(chosenModelSchema).default([]),
  editedAt: instantSchema,
  editedBy: z.string(),
});
export type NarrativeDraft = z.infer<typeof narrativeDraftSchema>;
