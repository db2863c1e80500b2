/**
 * Sổ đăng ký văn bản đến: every document that comes in is one line, numbered per calendar year. domain.md §4.
 *
 * A line is corrected in place and keeps its number; what was changed is kept in `trace`. A wrong line is voided with
 * its reason and its number is never given again. The line also says what the document asks for, who handles it, which
 * plans carry it out and how it was answered, so that one record serves both books (đăng ký, theo dõi giải quyết).
 */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';
import { hourInput, keptHour } from '../../date/hour';
import { keptFileSchema } from '../archive/model';
import { voidedSchema } from '../dispatch/model';

export const INCOMING_ID = 'incoming';

/** What the document asks of this office: its own plan, a report, or nothing but to know of it. */
export const incomingRequestSchema = z.enum(['plan', 'report', 'information']);

/** mới đến → đang giải quyết → đã giải quyết; or để biết. */
export const incomingStateSchema = z.enum(['new', 'working', 'done', 'known']);

/** KHẨN, THƯỢNG KHẨN, HỎA TỐC (HD 36). */
export const urgencySchema = z.enum(['none', 'urgent', 'very-urgent', 'express']);

/** Hạn giải quyết: the last day, and the hour where the document names one. */
const deadline = {
  deadline: plainDateSchema.nullable().default(null),
  deadlineTime: hourInput,
};

/** What a person writes on a line, when it is made and when it is corrected. */
export const incomingFieldsSchema = z.object({
  arrivedOn: plainDateSchema,
  /** Tên loại: "Kế hoạch", "Công văn". */
  documentKind: z.string().max(100).default(''),
  /** Số, ký hiệu, as printed; empty where the document has none. */
  numberText: z.string().max(100).default(''),
  date: plainDateSchema.nullable().default(null),
  /** Tác giả, as printed. */
  issuer: z.string().trim().min(1, 'Ghi cơ quan ban hành.').max(300),
  /** The directory's entry that the issuer is, where it is one. */
  issuerId: z.string().nullable().default(null),
  /** Trích yếu */
  subject: z.string().trim().min(1, 'Ghi trích yếu nội dung.').max(2000),
  request: incomingRequestSchema.default('information'),
  ...deadline,
  /** Unit or position that handles it: a body of work, never a ranking of persons. */
  handler: z.string().max(300).default(''),
  handlerId: z.string().nullable().default(null),
  /** Đơn vị hoặc người nhận, as the book says. */
  receiver: z.string().max(300).default(''),
  forwardedOn: plainDateSchema.nullable().default(null),
  urgency: urgencySchema.default('none'),
  note: z.string().max(2000).default(''),
});
export type IncomingFields = z.infer<typeof incomingFieldsSchema>;

/** One thing that was done to a line after it was written. */
const traceSchema = z.object({
  at: instantSchema,
  by: z.string(),
  /** A Vietnamese sentence. */
  what: z.string(),
});

export const answerSchema = z.object({
  numberText: z.string().max(100).default(''),
  date: plainDateSchema.nullable().default(null),
  /** How it was settled where no document answers it. */
  note: z.string().max(1000).default(''),
});

/** The record's id is year and number: "2026-15". */
export const incomingEntrySchema = incomingFieldsSchema.extend({
  id: z.string().regex(/^\d{4}-[1-9]\d*$/),
  year: z.number().int(),
  /** Số đến */
  number: z.number().int().positive(),
  deadlineTime: keptHour.nullable().default(null),
  state: incomingStateSchema,
  voided: voidedSchema.nullable().default(null),
  /** sha256 of files that came with it, kept byte for byte. */
  files: z.array(z.string()).default([]),
  /** Dossiers of the plans that carry it out. */
  dossierIds: z.array(z.string()).default([]),
  answer: answerSchema.nullable().default(null),
  /** Line of the document that took its place. */
  supersededBy: z.string().nullable().default(null),
  registeredAt: instantSchema,
  registeredBy: z.string().default(''),
  trace: z.array(traceSchema).default([]),
});
export type IncomingEntry = z.infer<typeof incomingEntrySchema>;

/** Why a number of the year holds no line; the id is the line's that is missing. */
export const incomingGapSchema = z.object({
  id: z.string().regex(/^\d{4}-[1-9]\d*$/),
  reason: z.string().min(1, 'Ghi lý do bỏ trống số.').max(500),
  at: instantSchema,
  by: z.string(),
});

/** Sổ giấy đã đến số …: numbers of a year up to `last` were given on paper. One record a year, id "2026". */
export const incomingPaperSchema = z.object({
  id: z.string().regex(/^\d{4}$/),
  last: z.number().int().positive(),
  reason: z.string().min(1),
  at: instantSchema,
  by: z.string(),
  /** What stood before, where it was set again. */
  trace: z.array(traceSchema),
});

export const incomingTables = {
  entries: incomingEntrySchema,
  gaps: incomingGapSchema,
  paper: incomingPaperSchema,
  files: keptFileSchema,
} as const;
export type IncomingTables = typeof incomingTables;
