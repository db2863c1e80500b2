/** Findings that a person looked at and lets stand; kept in the dossier, taken back at any time. */
import { z } from 'zod';
import { instantSchema } from '../../../date/plain-date';

export const ignoredFindingSchema = z.object({
  /** The finding's own id: the same words wrong in the same way, wherever they move to. */
  id: z.string().min(1),
  code: z.string(),
  excerpt: z.string(),
  /** Why it stands; may be empty. */
  reason: z.string().default(''),
  at: instantSchema,
  by: z.string(),
});
export type IgnoredFinding = z.infer<typeof ignoredFindingSchema>;
