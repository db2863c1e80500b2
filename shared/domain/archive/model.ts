/** Ending a dossier and handing it over as an open package. domain.md §4. */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

/** A file kept in the dossier, byte for byte; the record's id is its sha256. */
export const keptFileSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1),
  /** Lower case, no dot. */
  extension: z.string(),
  bytes: z.number().int().nonnegative(),
  /** chase: a letter, report or texts of chasing, as they were made; draft: of a document; proof: of a delivery. */
  role: z.enum(['source', 'signed', 'form', 'attachment', 'chase', 'draft', 'proof']),
  addedAt: instantSchema,
});
export type KeptFile = z.infer<typeof keptFileSchema>;

/** Kết thúc hồ sơ: one record, id `archive`. */
export const archiveStateSchema = z.object({
  id: z.literal('archive'),
  closedOn: plainDateSchema,
  closedBy: z.string(),
  /** "Vĩnh viễn" or "20 năm" */
  retention: z.string(),
  /** What was missing when it was closed, as told to the person who closed it. */
  lacking: z.array(z.string()),
  exports: z.array(z.object({ at: instantSchema, name: z.string(), sha256: z.string() })).default([]),
});
