/** What changed between two closings, or since the last one: đã báo cáo → điều chỉnh, lý do. domain.md §5 "Closing". */
import { z } from 'zod';
import { figurePeriodSchema } from './model';

/** One figure before and after; null: nothing was reported. */
export const figureDifferenceSchema = z.object({
  indicator: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});
export type FigureDifference = z.infer<typeof figureDifferenceSchema>;

/**
 * `arrived`: was not in, now is. `withdrawn`: was in, now is not (sent back). `asked`, `released`: owes only after,
 * only before. `adjusted`: its figures changed.
 */
export const unitDifferenceSchema = z.object({
  unit: z.string(),
  name: z.string(),
  change: z.enum(['arrived', 'withdrawn', 'asked', 'released', 'adjusted']),
  /** Of the report that came in after; null when not known or not in. */
  receivedAt: z.string().nullable(),
  /** Typed figures only: rates follow from them. */
  figures: z.array(figureDifferenceSchema),
});
export type UnitDifference = z.infer<typeof unitDifferenceSchema>;

const sideSchema = z.object({
  /** Null: the figures as they stand. */
  version: z.number().int().nullable(),
  /** Instant of the closing, or of the question. */
  at: z.string(),
  reason: z.string(),
  received: z.number().int(),
  expected: z.number().int(),
});

export const supplementSchema = z.object({
  period: figurePeriodSchema,
  before: sideSchema,
  after: sideSchema,
  /** In the order of the directory. */
  units: z.array(unitDifferenceSchema),
  /** Sums and rates of the period, and of lũy kế. */
  totals: z.array(figureDifferenceSchema),
  cumulative: z.array(figureDifferenceSchema),
});
export type Supplement = z.infer<typeof supplementSchema>;
