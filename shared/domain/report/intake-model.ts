/**
 * Khay tiếp nhận: what came in batch by batch, and the files that were kept back until a corrected one came. Never
 * with what a unit wrote in a narrative: only which cell is wrong and why.
 */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

/** The one intake aggregate. */
export const INTAKE_ID = 'intake';

/** One fault of one file, as it is shown, kept and put on the fix list. */
export const intakeFaultSchema = z.object({
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  /** Stable kebab-case word, e.g. `not-a-number`. */
  code: z.string(),
  /** Vietnamese sentence. */
  message: z.string(),
  /** What stands in the cell; empty for narratives and where no cell is meant. */
  written: z.string().default(''),
  /** Why it can't be taken, without the place. */
  why: z.string().default(''),
  /** What to write or do instead. */
  expected: z.string().default(''),
});
export type IntakeFault = z.infer<typeof intakeFaultSchema>;

/** Một đợt nhận: everything that was dropped at once. */
export const intakeBatchSchema = z.object({
  /** The request that dropped the files. */
  id: z.string().min(1),
  at: instantSchema,
  by: z.string(),
  /** Day of receipt given for the whole batch; null: the day it was taken in. */
  receivedOn: plainDateSchema.nullable(),
  /** What was dropped: folders, archives, files; the first few. */
  names: z.array(z.string()),
  /** Files in it. */
  total: z.number().int().nonnegative(),
  /** A batch that runs while no call does was interrupted. */
  state: z.enum(['running', 'done', 'cancelled']),
  endedAt: instantSchema.nullable().default(null),
});
export type IntakeBatch = z.infer<typeof intakeBatchSchema>;

export const intakeOutcomeSchema = z.enum([
  'waiting',
  'accepted',
  'changed',
  'unchanged',
  'duplicate',
  /** Another form of the unit, saved later or chosen, stands. */
  'set-aside',
  'quarantined',
]);
export type IntakeOutcome = z.infer<typeof intakeOutcomeSchema>;

/** One file of a batch. */
export const intakeItemSchema = z.object({
  /** `<batchId>|<place in the batch from 1>` */
  id: z.string().min(1),
  batchId: z.string().min(1),
  /** When its batch began; both lie in the same segment. */
  at: instantSchema,
  /** Where it came from: folder/name, archive/entry. */
  place: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  outcome: intakeOutcomeSchema,
  /** Null while it waits, and for a file of which nothing may be kept. */
  sha256: z.string().nullable().default(null),
  /** Whose report it is, where that is known. */
  dossierId: z.string().nullable().default(null),
  unitId: z.string().nullable().default(null),
  period: z.string().nullable().default(null),
  /** Version of the report that it made. */
  reportVersion: z.number().int().nullable().default(null),
  faults: z.array(intakeFaultSchema).default([]),
  /** True: its bytes lie in the tray. */
  kept: z.boolean().default(false),
  /** The file of the same run that has the same bytes; of one set aside: the file that stands. */
  sameAs: z.string().nullable().default(null),
  /** The later file that put it right. */
  closedBy: z.object({ batchId: z.string(), place: z.string(), at: instantSchema }).nullable().default(null),
  dismissed: z
    .object({ reason: z.string().min(1), by: z.string(), at: instantSchema })
    .nullable()
    .default(null),
});
export type IntakeItem = z.infer<typeof intakeItemSchema>;

export const intakeTables = { batches: intakeBatchSchema, items: intakeItemSchema } as const;
export type IntakeTables = typeof intakeTables;
