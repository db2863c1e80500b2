/** Sổ đăng ký văn bản đến: lines, what is done to them, and the two lists of what superiors' documents wait for. */
import { z } from 'zod';
import { typedHour } from '../../date/hour';
import { plainDateSchema } from '../../date/plain-date';
import {
  answerSchema,
  incomingEntrySchema,
  incomingFieldsSchema,
  incomingPaperSchema,
  incomingRequestSchema,
  incomingStateSchema,
} from '../../domain/incoming/model';
import { INCOMING_FILTERS } from '../../domain/incoming/standing';
import { command, query } from '../method';
import { committed, offeredFiles, reasonText, revision, ticket } from './common';

const year = z.number().int().min(1900).max(2999);
const entryOf = z.object({ id: z.string() });
const arrival = z
  .number()
  .int('Số đến là số nguyên.')
  .positive('Số đến từ 1 trở lên.')
  .max(999_999, 'Số đến không quá 999999.');
const gapReason = reasonText.min(1, 'Ghi lý do.');

/** A line with what is derived from it today; its trace stays in `incoming.get`. */
export const incomingRow = incomingEntrySchema.omit({ trace: true }).extend({
  overdue: z.boolean(),
  needsPlan: z.boolean(),
  /** Days to the deadline; negative when it has passed. */
  daysLeft: z.number().int().nullable(),
  /** "Quá hạn 3 ngày", … */
  time: z.string(),
  /** Titles of the plans that carry it out. */
  plans: z.array(z.object({ dossierId: z.string(), title: z.string() })),
});
export type IncomingRow = z.infer<typeof incomingRow>;

export const incomingGapRow = z.object({ number: z.number().int(), reason: z.string().nullable() });

/** Units that owe a plan of their own under one request, beside the superior's document that the plan carries out. */
export const unitsWithoutPlanRow = z.object({
  dossierId: z.string(),
  plan: z.string(),
  request: z.string(),
  title: z.string(),
  lastDay: z.string(),
  expected: z.number().int(),
  received: z.number().int(),
  overdue: z.boolean(),
  /** Lines of the book that the plan carries out. */
  superior: z.array(z.object({ id: z.string(), words: z.string() })),
  units: z.array(z.object({ unit: z.string(), name: z.string(), lastDay: z.string(), late: z.boolean() })),
});
export type UnitsWithoutPlanRow = z.infer<typeof unitsWithoutPlanRow>;

export const basisLinkRow = z.object({
  dossierId: z.string(),
  plan: z.string(),
  itemId: z.string(),
  documentKind: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  entryId: z.string().nullable(),
  /** The line as words; null: not in the book. */
  entry: z.string().nullable(),
  doubt: z.string(),
});
export type BasisLinkRow = z.infer<typeof basisLinkRow>;

export const incomingMethods = {
  /** A page of the book, by number, newest first. `year` null: the newest year that has lines, else this year. */
  'incoming.list': query(
    z.object({
      year: year.nullable().default(null),
      query: z.string().default(''),
      filter: z.enum(INCOMING_FILTERS).default('all'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      revision,
      year,
      years: z.array(year),
      rows: z.array(incomingRow),
      /** Lines that the search and the filter leave. */
      total: z.number().int(),
      /** Of the whole year. */
      counts: z.object({
        all: z.number().int(),
        open: z.number().int(),
        overdue: z.number().int(),
        'no-plan': z.number().int(),
      }),
      /** Next number of the year. */
      next: z.number().int(),
      gaps: z.array(incomingGapRow),
      paper: incomingPaperSchema.nullable(),
    }),
  ),
  'incoming.get': query(
    entryOf,
    incomingRow.extend({
      revision,
      trace: incomingEntrySchema.shape.trace,
      fileNames: z.array(z.object({ sha256: z.string(), name: z.string(), bytes: z.number().int() })),
      supersededByWords: z.string().nullable(),
    }),
  ),
  /** Reads a dropped file: a proposal for the line, each field with its words. Takes nothing in. */
  'incoming.read': query(
    z.object({ ticket }),
    z.object({
      name: z.string(),
      /** False: a scan or a PDF, kept as it is and typed by hand. */
      readable: z.boolean(),
      fields: z.array(
        z.object({ field: incomingFieldsSchema.keyof(), value: z.string(), words: z.string() }),
      ),
      deadlines: z.array(z.object({ lastDay: z.string(), time: z.string().nullable(), words: z.string() })),
    }),
  ),
  /** Before a number is taken: a line that seems to be the same document, and what it says. */
  'incoming.sameAs': query(
    z.object({ numberText: z.string(), date: plainDateSchema.nullable(), issuer: z.string() }),
    z.object({ id: z.string(), words: z.string() }).nullable(),
  ),
  /** Takes the next number of the year of `arrivedOn`, or the given one; a taken one is CONFLICT. */
  'incoming.register': command(
    incomingFieldsSchema.extend({
      number: z.number().int().positive().nullable().default(null),
      /** Null: today. */
      arrivedOn: plainDateSchema.nullable().default(null),
      ticket: ticket.nullable().default(null),
      /** Plans that carry it out, where known already. */
      dossierIds: z.array(z.string()).default([]),
      /** `ask`: CONFLICT where a live line seems to be the same document, unless it is the one that was shown (`seenTwin`). */
      ifTwin: z.enum(['register', 'ask']).default('register'),
      seenTwin: z.string().nullable().default(null),
      /** A person saw which numbers a skipping number leaves blank; CONFLICT names them otherwise. */
      gapSeen: z.boolean().default(false),
    }),
    z.object({ revision, id: z.string(), number: z.number().int(), year, questions: z.array(z.string()) }),
  ),
  /** Corrects fields; the number stays. */
  'incoming.correct': command(
    entryOf.extend({
      // Written out: a default would overwrite what was not sent.
      fields: z
        .object({
          ...incomingFieldsSchema.shape,
          documentKind: z.string().max(100),
          numberText: z.string().max(100),
          date: plainDateSchema.nullable(),
          issuerId: z.string().nullable(),
          request: incomingRequestSchema,
          deadline: plainDateSchema.nullable(),
          deadlineTime: typedHour,
          handler: z.string().max(300),
          handlerId: z.string().nullable(),
          receiver: z.string().max(300),
          forwardedOn: plainDateSchema.nullable(),
          urgency: incomingFieldsSchema.shape.urgency.unwrap(),
          note: z.string().max(2000),
        })
        .partial(),
    }),
    z.object({ revision, questions: z.array(z.string()) }),
  ),
  'incoming.void': command(entryOf.extend({ reason: reasonText.min(1, 'Ghi lý do hủy dòng.') }), committed),
  'incoming.forward': command(
    entryOf.extend({
      receiver: z.string().trim().min(1, 'Ghi đơn vị hoặc người nhận.').max(300),
      handler: z.string().max(300).default(''),
      handlerId: z.string().nullable().default(null),
      /** Null: today. */
      on: plainDateSchema.nullable().default(null),
    }),
    committed,
  ),
  'incoming.resolve': command(
    entryOf.extend({ state: incomingStateSchema, answer: answerSchema.nullable().default(null) }),
    committed,
  ),
  'incoming.link': command(
    entryOf.extend({ dossierId: z.string(), linked: z.boolean().default(true) }),
    committed,
  ),
  'incoming.supersede': command(entryOf.extend({ by: z.string().nullable() }), committed),
  /** Keeps a file byte for byte; a mark of secrecy is refused. */
  'incoming.attach': command(entryOf.extend({ ticket }), z.object({ revision, sha256: z.string() })),
  'incoming.file': query(entryOf.extend({ sha256: z.string() }), offeredFiles),
  /** Why a number, or every number of a run up to `to`, holds no line; null takes the reason back. */
  'incoming.explainGap': command(
    z.object({
      year,
      number: arrival,
      to: arrival.nullable().default(null),
      reason: gapReason.nullable(),
    }),
    committed,
  ),
  /** Sổ giấy của năm đã đến số …: the book goes on after it. */
  'incoming.startFrom': command(
    z.object({ year, last: arrival, reason: gapReason }),
    z.object({ revision, questions: z.array(z.string()) }),
  ),
  /** Văn bản cấp trên chưa có kế hoạch, of every year, by deadline. */
  'incoming.withoutPlan': query(z.object({}), z.array(incomingRow)),
  /** Đơn vị chưa ban hành kế hoạch, over all open dossiers, by last day. */
  'incoming.unitsWithoutPlan': query(z.object({}), z.array(unitsWithoutPlanRow)),
  /** Bases of open plans that are lines of the book but not linked, and those that are not in the book. */
  'incoming.basisLinks': query(z.object({}), z.array(basisLinkRow)),
} as const;
