import { z } from 'zod';
import { figurePeriodSchema, periodIdSchema } from '../../domain/report/model';

export const empty = z.object({});
export const ticket = z.string().min(1);
export const revision = z.number().int().nonnegative();

/**
 * Why something was done: a sentence or two, shown in tables and in the history. What was kept before this limit is
 * read all the same: schemas on disk have none.
 */
export const reasonText = z.string().trim().max(500);
/** What a person writes beside a record. */
export const noteText = z.string().trim().max(1000);

/** Files ready for the host to deliver (save dialog, download, --out). */
export const offeredFiles = z.object({
  ticket,
  suggestedName: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type OfferedFiles = z.infer<typeof offeredFiles>;

/** The outcome of a command on one aggregate. */
export const committed = z.object({ revision });

/** A PDF in base64, of a few megabytes at most. */
export const printedPdf = z.object({ pdf: z.string() });

/** An owed period of a plan. */
export const owedPeriod = z.object({ dossierId: z.string(), period: periodIdSchema });

/** Figures of a period, of one that owed periods feed, or of a range of months. */
export const figuresAt = z.object({ dossierId: z.string(), period: figurePeriodSchema });
