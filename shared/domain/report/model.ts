/**
 * Reports: which unit owes what for which period, what came in, and the frozen consolidations. domain.md §5.
 */
import { z } from 'zod';
import { keptHour } from '../../date/hour';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

/** `2026-03 | 2026-Q1 | 2026-H1 | 2026-9M | 2026 | DX-2026-007` */
export const periodIdSchema = z
  .string()
  .regex(
    /^(\d{4}-(0[1-9]|1[0-2])|\d{4}-Q[1-4]|\d{4}-H[12]|\d{4}-9M|\d{4}|DX-\d{4}-\d{3})$/,
    'Kỳ báo cáo không hợp lệ.',
  );
export type PeriodId = z.infer<typeof periodIdSchema>;

const MONTH_RANGE = /^(\d{4}-(?:0[1-9]|1[0-2]))\.\.(\d{4}-(?:0[1-9]|1[0-2]))$/;
/** Longest range of months that is added up: a term of five years and its margins. */
const LONGEST_RANGE = 72;

/** First and last month of `2026-02..2026-08`; null for anything else, also for one that runs backwards. */
export function readMonthRange(id: string): { readonly first: string; readonly last: string } | null {
  const [, first, last] = MONTH_RANGE.exec(id) ?? [];
  if (first === undefined || last === undefined || first > last) return null;
  const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  return months(last) - months(first) < LONGEST_RANGE ? { first, last } : null;
}

/**
 * What figures are asked for: an owed period, one that owed ones feed, or a range of months (sơ kết, tổng kết):
 * `2026-02..2026-08`. Units owe a `PeriodId`, never a range.
 */
export const figurePeriodSchema = z
  .string()
  .refine(
    (id) => periodIdSchema.safeParse(id).success || readMonthRange(id) !== null,
    'Kỳ số liệu không hợp lệ: ghi kỳ báo cáo (2026-03, 2026-Q1, …) hoặc khoảng tháng (2026-02..2026-08).',
  );
export type FigurePeriod = z.infer<typeof figurePeriodSchema>;

/** Gia hạn for one unit. */
export const extensionSchema = z.object({
  unitId: z.string(),
  lastDay: plainDateSchema,
  /** HH:mm; absent or null: the whole day. */
  time: keptHour.nullable().optional(),
  reason: z.string().min(1),
});

/** Units that owe another list of codes than the rest; always a part of the period's `indicators`. */
export const unitAskSchema = z.object({
  unitIds: z.array(z.string()).min(1),
  indicators: z.array(z.string()).min(1, 'Chọn ít nhất một chỉ tiêu.'),
});
export type UnitAsk = z.infer<typeof unitAskSchema>;

/** The superior's document that asks for a report. */
export const periodRequestSchema = z.object({
  numberText: z.string().default(''),
  date: plainDateSchema.nullable().default(null),
  issuer: z.string().default(''),
});
export type PeriodRequest = z.infer<typeof periodRequestSchema>;

/** Một kỳ báo cáo mà các đơn vị phải nộp; the record's id is the period. */
export const reportPeriodSchema = z.object({
  id: periodIdSchema,
  /** Covered interval, both days included. */
  from: plainDateSchema,
  to: plainDateSchema,
  /** Last day that is still on time. */
  lastDay: plainDateSchema,
  /** HH:mm, for an ad hoc request with an hour. */
  time: keptHour.nullable().default(null),
  /** Codes asked of anybody, in order. A unit in `asks` owes its own list instead of all of them. */
  indicators: z.array(z.string()).min(1, 'Chọn ít nhất một chỉ tiêu.'),
  asks: z.array(unitAskSchema).default([]),
  /** Units asked; who is *expected* also depends on being active on lastDay. */
  unitIds: z.array(z.string()).min(1, 'Chọn ít nhất một đơn vị.'),
  /** Day on which a person last settled who is asked; null: not recorded. Splits after it are followed. */
  askedOn: plainDateSchema.nullable().default(null),
  extensions: z.array(extensionSchema).default([]),
  cumulativeFrom: z.enum(['schedule', 'year']),
  /** "Ban Xây dựng Đảng": the body through which units report, printed on form and letter. */
  via: z.string().default(''),
  /** Who takes the reports in, and who adds them up; empty: this office. */
  receivedBy: z.string().default(''),
  consolidatedBy: z.string().default(''),
  /** Last day for the ward's own report onward to the city. */
  dueToCity: plainDateSchema.nullable().default(null),
  /** The schedule that made it; null: asked for alone. */
  scheduleId: z.string().nullable().default(null),
  /** Ad hoc: what the superior asked. */
  request: periodRequestSchema.nullable().default(null),
  /** Came from another PC without the periods that its lũy kế and kỳ trước rest on; absent: it did not. */
  cameAlone: z.boolean().optional(),
  createdAt: instantSchema,
});
export type ReportPeriod = z.infer<typeof reportPeriodSchema>;

/** Where a value came from. */
export const reportSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    sha256: z.string(),
    fileName: z.string(),
    sheet: z.string(),
    /** code → cell address in `sheet`, e.g. { HN01: "D7" } */
    cells: z.record(z.string(), z.string()),
    formVersion: z.number().int(),
    /** sha256 of files attached beside the form; absent = none. */
    evidence: z.array(z.string()).optional(),
  }),
  /** `evidence`: sha256 of what the unit sent instead of a form (Word, PDF, photo), kept byte for byte. */
  z.object({ kind: z.literal('typed'), by: z.string(), evidence: z.array(z.string()).default([]) }),
]);
export type ReportSource = z.infer<typeof reportSourceSchema>;

/** Mô hình hay, cách làm hiệu quả: what a unit did, by title; no persons. */
export const goodModelSchema = z.object({
  title: z.string().min(1).max(300),
  result: z.string().default(''),
});
export type GoodModel = z.infer<typeof goodModelSchema>;

/** A wrong day or hour of receipt put right: timeliness goes by it, so who changed it and why stays with the report. */
export const receiptCorrectionSchema = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  /** The hour before and after; absent: recorded before hours could be corrected. */
  fromTime: keptHour.nullable().optional(),
  toTime: keptHour.nullable().optional(),
  reason: z.string().min(1),
  at: instantSchema,
  by: z.string(),
});

/** Báo cáo của một đơn vị trong một kỳ; id = `<period>|<unitId>`. Segmented by period. */
export const reportSchema = z.object({
  id: z.string().min(1),
  period: periodIdSchema,
  unitId: z.string().min(1),
  state: z.enum(['received', 'returned']),
  /** Không phát sinh: flows are 0; a stock carries its last value over. */
  nil: z.boolean(),
  nilSaidBy: z.string().default(''),
  /** "điện thoại", "Zalo", "biểu" … */
  nilHow: z.string().default(''),
  /** Day of receipt of the first acceptable one: timeliness goes by it. */
  receivedOn: plainDateSchema,
  receivedTime: keptHour.nullable().default(null),
  enteredAt: instantSchema,
  /** code → number. A code that is absent was left empty: nothing, never 0. B: 1 or 0. */
  values: z.record(z.string(), z.number()),
  /** code → text (kind T). Never indexed, never compared across units. */
  narrative: z.record(z.string(), z.string()).default({}),
  /** Mô hình hay, cách làm hiệu quả: titled entries of the unit. */
  models: z.array(goodModelSchema).default([]),
  source: reportSourceSchema,
  /** 1 for the first acceptance, +1 for each change. */
  version: z.number().int().positive(),
  returnedReason: z.string().nullable().default(null),
  /** Oldest first; absent = the day was never corrected. */
  receiptCorrections: z.array(receiptCorrectionSchema).optional(),
});
export type Report = z.infer<typeof reportSchema>;

/** Both coverages of a percentage (domain.md §5): on the units that reported, and on all expected. */
export const coverageSchema = z.object({ reported: z.number().nullable(), expected: z.number().nullable() });
export type Coverage = z.infer<typeof coverageSchema>;

const ratioSchema = z.object({ numerator: z.number(), denominator: z.number() });
/** Numerator and denominator of both coverages; null where there is no such rate. */
export const coveragePartsSchema = z.object({
  reported: ratioSchema.nullable(),
  expected: ratioSchema.nullable(),
});
export type CoverageParts = z.infer<typeof coveragePartsSchema>;

/** State of one unit in one period. */
export const unitStateSchema = z.enum(['not-due', 'missing', 'on-time', 'late', 'returned']);
export type UnitState = z.infer<typeof unitStateSchema>;

export const unitStatusSchema = z.object({
  unit: z.string(),
  name: z.string(),
  state: unitStateSchema,
  nil: z.boolean(),
  /** "Bí thư chi bộ xác nhận qua Zalo"; absent where nobody wrote it down. */
  nilSaid: z.string().optional(),
  extended: z.boolean(),
  lastDay: plainDateSchema,
  /** HH:mm; absent: the whole day. */
  time: keptHour.optional(),
  receivedAt: z.string().nullable(),
  enteredAt: z.string().nullable(),
  /** Of several parts: those that are not in, while others are. Absent: all of it is in, or nothing. */
  lacking: z.array(periodIdSchema).optional(),
});
export type UnitStatus = z.infer<typeof unitStatusSchema>;

export const periodStatusSchema = z.object({
  period: figurePeriodSchema,
  expected: z.number().int(),
  received: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  missing: z.number().int(),
  returned: z.number().int(),
  notDue: z.number().int(),
  /** Of a range of months, report by report: a unit that lacks one of them has reported all the same. Absent elsewhere. */
  turns: z
    .object({
      expected: z.number().int(),
      received: z.number().int(),
      onTime: z.number().int(),
      late: z.number().int(),
      /** Units of which at least one report is in. */
      units: z.number().int(),
    })
    .optional(),
  units: z.array(unitStatusSchema),
});
export type PeriodStatus = z.infer<typeof periodStatusSchema>;

/** What the figures of one period add up to. Absent code = nothing was reported for it. */
export const totalsSchema = z.object({
  period: figurePeriodSchema,
  /** Owed periods whose figures feed this one, in order (itself, or its months). */
  parts: z.array(periodIdSchema),
  cumulative: z.boolean(),
  /**
   * What the parts do not hold of a period that is not owed itself: owed periods that reach over its ends, and months
   * that no part covers. Absent = nothing.
   */
  gaps: z.object({ cut: z.array(periodIdSchema), uncovered: z.array(periodIdSchema) }).optional(),
  /** Owed periods beneath these figures that came to this PC without those before them. Absent = none. */
  cameAlone: z.array(periodIdSchema).optional(),
  indicators: z.array(z.string()),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      group: z.string().nullable(),
      values: z.record(z.string(), z.number()),
      /** Codes whose stock value was carried over from an earlier period. */
      carried: z.array(z.string()),
      /** Code → how much of the value a unit above it already reported, and is not added again. Absent = nothing. */
      held: z.record(z.string(), z.number()).optional(),
    }),
  ),
  groups: z.array(
    z.object({ group: z.string().nullable(), name: z.string(), values: z.record(z.string(), z.number()) }),
  ),
  totals: z.record(z.string(), z.number()),
  /** For every P indicator. */
  coverage: z.record(z.string(), coverageSchema),
  /** The fractions behind `coverage`. Absent in closings made before they were kept. */
  coverageParts: z.record(z.string(), coveragePartsSchema).optional(),
  /**
   * P indicator → units asked whose denominator nobody has told yet: they are not in `coverage.expected`. Absent (also
   * in closings made before it was counted) = none known of.
   */
  unknownDenominators: z.record(z.string(), z.number().int()).optional(),
  /** code → own target met, on both bases. */
  targets: z.record(
    z.string(),
    z.object({
      operator: z.string(),
      value: z.number(),
      reported: z.boolean().nullable(),
      expected: z.boolean().nullable(),
    }),
  ),
  status: periodStatusSchema.omit({ units: true }),
  /** Units that have not handed everything in; with `lacking`, only those parts are missing from its figures. */
  missingUnits: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      state: unitStateSchema,
      lacking: z.array(periodIdSchema).optional(),
    }),
  ),
  /** Version of the frozen consolidation that these are, null while open. */
  version: z.number().int().nullable(),
});
export type Totals = z.infer<typeof totalsSchema>;
