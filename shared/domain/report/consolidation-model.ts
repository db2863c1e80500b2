/**
 * Bản tổng hợp đã chốt: the figures as they were frozen, and what is printed with them, so that the same closing is
 * printed in the same bytes whatever changes later.
 */
import { z } from 'zod';
import { attendanceSchema } from '../conference/coverage';
import { instantSchema } from '../../date/plain-date';
import { indicatorSchema, officeProfileSchema } from '../office/model';
import { figurePeriodSchema, totalsSchema, unitStatusSchema, type Totals } from './model';

const tallySchema = z.object({
  name: z.string(),
  onTime: z.number().int(),
  late: z.number().int(),
  missing: z.number().int(),
});

const modelRowSchema = z.object({
  report: z.string(),
  unit: z.string(),
  name: z.string(),
  period: z.string(),
  title: z.string(),
  result: z.string(),
  source: z.object({
    file: z
      .object({ sha256: z.string(), name: z.string(), sheet: z.string(), cell: z.string().nullable() })
      .nullable(),
    typedBy: z.string().nullable(),
    enteredAt: z.string(),
    version: z.number().int(),
  }),
});

const rateDaysSchema = z.record(
  z.string(),
  z.object({ total: z.number(), rows: z.record(z.string(), z.number()) }),
);

/** What stands on a summary beside its figures, as it was on the day of the closing. */
export const printedContextSchema = z.object({
  office: officeProfileSchema,
  planTitle: z.string(),
  planNumberText: z.string().nullable(),
  /** Catalogue rows of the indicators that are added up. */
  indicators: z.array(indicatorSchema),
  /** State and day of receipt, unit by unit. */
  units: z.array(unitStatusSchema),
  /** Totals of the period before; null: there was none to compare with. */
  previous: totalsSchema.nullable(),
  /** Units that took others in since then. Absent = none, or made before it was kept. */
  absorbed: z.array(z.string()).optional(),
  interval: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Days that rates per week are reckoned on. */
  days: z.object({ period: z.number(), cumulative: z.number() }).nullable(),
  /** By rate: of the total, and of units and groups by id. Absent in closings made before it was told apart. */
  rateDays: z.object({ period: rateDaysSchema, cumulative: rateDaysSchema }).optional(),
  conferences: z.array(
    z.object({
      name: z.string(),
      organizer: z.string().nullable(),
      start: z.string().nullable(),
      mode: z.enum(['online', 'in-person']).nullable(),
      participants: z.array(z.string()),
      // Absent in closings that were made before attendance was kept.
      inPeriod: z.boolean().optional(),
      attendance: attendanceSchema.nullable().optional(),
    }),
  ),
  /** What became of every report due in the year so far. */
  record: z.object({
    scope: z.string(),
    groups: z.array(tallySchema.extend({ units: z.array(tallySchema) })),
  }),
  models: z.array(modelRowSchema),
});
type RateDaysByCode = z.infer<typeof rateDaysSchema>;
export type PrintedContext = z.infer<typeof printedContextSchema>;

/** Id = `<period>|<version>`. */
export const consolidationSchema = z.object({
  id: z.string().min(1),
  period: figurePeriodSchema,
  version: z.number().int().positive(),
  /** True for a version after the first: "bổ sung". */
  supplement: z.boolean(),
  reason: z.string().default(''),
  closedAt: instantSchema,
  closedBy: z.string(),
  /** sha256 over the canonical JSON of `totals` and `cumulative`. */
  checksum: z.string(),
  totals: totalsSchema,
  cumulative: totalsSchema,
  /** Absent in closings made before it was kept: then it is left out where they are printed. Not in the checksum. */
  printed: printedContextSchema.optional(),
  /**
   * Of a closing that came from another PC of the office: unit and group ids there → here. What was frozen stays as it
   * was closed, with its checksum; it is read through `closingHere`.
   */
  idsHere: z.record(z.string(), z.string()).optional(),
});
export type Consolidation = z.infer<typeof consolidationSchema>;

/** The closing with the ids that its units and groups have on this PC. */
export function closingHere(record: Consolidation): Consolidation {
  const { idsHere, printed } = record;
  if (!idsHere) return record;
  const here = (id: string): string => idsHere[id] ?? id;
  const units = <T extends { readonly unit: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, unit: here(row.unit) }));
  const totals = (of: Totals): Totals => ({
    ...of,
    units: units(of.units).map((row) => ({ ...row, group: row.group === null ? null : here(row.group) })),
    groups: of.groups.map((row) => ({ ...row, group: row.group === null ? null : here(row.group) })),
    missingUnits: units(of.missingUnits),
  });
  const days = (of: RateDaysByCode): RateDaysByCode =>
    Object.fromEntries(
      Object.entries(of).map(([code, { total, rows }]) => [
        code,
        { total, rows: Object.fromEntries(Object.entries(rows).map(([id, count]) => [here(id), count])) },
      ]),
    );
  return {
    ...record,
    totals: totals(record.totals),
    cumulative: totals(record.cumulative),
    ...(printed
      ? {
          printed: {
            ...printed,
            units: units(printed.units),
            previous: printed.previous && totals(printed.previous),
            ...(printed.absorbed ? { absorbed: printed.absorbed.map(here) } : {}),
            ...(printed.rateDays
              ? {
                  rateDays: {
                    period: days(printed.rateDays.period),
                    cumulative: days(printed.rateDays.cumulative),
                  },
                }
              : {}),
            models: units(printed.models),
          },
        }
      : {}),
  };
}
