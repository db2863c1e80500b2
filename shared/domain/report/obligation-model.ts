/**
 * What is owed beside the periodic reports: a schedule of periods, the units' own plans, what this office owes upward,
 * and the questions that units put in writing. domain.md §5 "Upward".
 */
import { z } from 'zod';
import { keptHour } from '../../date/hour';
import { instantSchema, plainDateSchema } from '../../date/plain-date';
import { extensionSchema, periodIdSchema, periodRequestSchema, unitAskSchema } from './model';

/** Number and day of a document; either may still be blank. */
export const documentMarkSchema = z.object({
  numberText: z.string().default(''),
  date: plainDateSchema.nullable().default(null),
});
export type DocumentMark = z.infer<typeof documentMarkSchema>;

/** Lịch báo cáo: one rule that made several periods, so that it can be read again and drawn on. */
export const reportScheduleSchema = z.object({
  id: z.string().min(1),
  cycle: z.enum(['month', 'quarter', 'half', 'nine-months', 'year', 'once']),
  /** First and last period of the schedule. */
  first: periodIdSchema,
  last: periodIdSchema,
  /** As in the office's defaults when it was made; a period may differ. */
  cutOffDay: z.number().int().min(0).max(28),
  dueDayToWard: z.number().int().min(1).max(31),
  dueDayToCity: z.number().int().min(1).max(31),
  indicators: z.array(z.string()).min(1),
  unitIds: z.array(z.string()).min(1),
  asks: z.array(unitAskSchema).default([]),
  createdAt: instantSchema,
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** Kế hoạch của đơn vị: units are to issue their own plan by a day and send it in. */
export const planRequestSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1, 'Ghi tên kế hoạch mà đơn vị phải xây dựng.'),
  /** Last day that is still on time. */
  lastDay: plainDateSchema,
  unitIds: z.array(z.string()).min(1, 'Chọn ít nhất một đơn vị.'),
  /** Day on which it was settled whom to ask, as in a period. */
  askedOn: plainDateSchema.nullable().default(null),
  extensions: z.array(extensionSchema).default([]),
  via: z.string().default(''),
  /** Item of the plan whose sentence asks for it; null: a person asked. */
  itemId: z.string().nullable().default(null),
  createdAt: instantSchema,
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

/** One unit's own plan; id = `<request>|<unitId>`. */
export const unitPlanSchema = z.object({
  id: z.string().min(1),
  requestId: z.string().min(1),
  unitId: z.string().min(1),
  state: z.enum(['received', 'returned']),
  ...documentMarkSchema.shape,
  receivedOn: plainDateSchema,
  enteredAt: instantSchema,
  /** sha256 of the kept file. */
  file: z.string().nullable().default(null),
  /** Files that stood before it, oldest first: nothing that came in is lost. */
  earlierFiles: z.array(z.string()).default([]),
  returnedReason: z.string().nullable().default(null),
});
export type UnitPlan = z.infer<typeof unitPlanSchema>;

/** Báo cáo mà chính cơ quan này nợ cấp trên. */
export const upwardReportSchema = z.object({
  id: z.string().min(1),
  /** định kỳ, đột xuất, sơ kết, tổng kết */
  kind: z.enum(['periodic', 'ad-hoc', 'preliminary', 'final']),
  title: z.string().min(1, 'Ghi tên báo cáo phải gửi.'),
  /** "Ban Tuyên giáo và Dân vận Thành ủy" */
  to: z.string().min(1, 'Ghi nơi nhận báo cáo.'),
  /** The superior's document that asks for it. */
  request: periodRequestSchema.nullable().default(null),
  /** Period (or range of months) whose consolidation it reports. */
  period: z.string().nullable().default(null),
  /** Item of the plan whose sentence asks for it. */
  itemId: z.string().nullable().default(null),
  lastDay: plainDateSchema,
  time: keptHour.nullable().default(null),
  /** Set when it left. */
  sent: z
    .object({
      ...documentMarkSchema.shape,
      on: plainDateSchema,
      time: keptHour.nullable().default(null),
      channel: z.string().default(''),
      /** The dossier's own document that it is; null: registered elsewhere. */
      documentId: z.string().nullable().default(null),
      /** sha256 of the signed copy that was sent. */
      file: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** What says that it arrived. */
  receipt: z
    .object({
      on: plainDateSchema,
      note: z.string().default(''),
      file: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Day on which it was put into the file (lưu). */
  filedOn: plainDateSchema.nullable().default(null),
  createdAt: instantSchema,
});
export type UpwardReport = z.infer<typeof upwardReportSchema>;

/** Khó khăn, vướng mắc: a question that came up in writing and must be answered. About a unit's work, never a person. */
export const difficultySchema = z.object({
  id: z.string().min(1),
  unitId: z.string().min(1),
  subject: z.string().min(1, 'Ghi nội dung kiến nghị trong một dòng.').max(300),
  receivedOn: plainDateSchema,
  mark: documentMarkSchema,
  /** Body that it was passed on to; empty = answered here. */
  forwardedTo: z.string().default(''),
  forwardedOn: plainDateSchema.nullable().default(null),
  /** Last day for the answer. */
  lastDay: plainDateSchema.nullable().default(null),
  answer: z
    .object({
      ...documentMarkSchema.shape,
      by: z.string().default(''),
      note: z.string().default(''),
      /** sha256 of the answer. */
      file: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  file: z.string().nullable().default(null),
  createdAt: instantSchema,
});
export type Difficulty = z.infer<typeof difficultySchema>;
