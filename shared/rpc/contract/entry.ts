/** Typing reports in: many units at once, attachments, questions and their answers, a wrong day of receipt. */
import { z } from 'zod';
import { optionalHour } from '../../date/hour';
import { reportPeriodSchema } from '../../domain/report/model';
import { command, query } from '../method';
import { committed, noteText, owedPeriod, reasonText, revision, ticket } from './common';

const ofUnit = owedPeriod.extend({ unit: z.string() });
const typedValue = z.union([z.number(), z.string(), z.null()]);

/** A question about a figure that was taken: never altered, only asked. */
const question = z.object({ code: z.string(), indicator: z.string().nullable(), message: z.string() });

/** With the answer that holds for the report as it stands; null: open. */
export const askedQuestion = question.extend({
  answer: z
    .object({ answer: z.enum(['confirmed', 'asked']), note: z.string(), at: z.string(), by: z.string() })
    .nullable(),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

export const questionRow = askedQuestion.extend({
  unit: z.string(),
  unitName: z.string(),
  group: z.string().nullable(),
  period: z.string(),
  version: z.number().int(),
});
export type QuestionRow = z.infer<typeof questionRow>;

export const attachedFile = z.object({
  sha256: z.string(),
  name: z.string(),
  bytes: z.number().int().nonnegative(),
});

const sheetRow = z.object({
  unit: z.string(),
  name: z.string(),
  group: z.string(),
  /** Figures that this unit owes; the others of the table are not asked of it. */
  owes: z.array(z.string()),
  /** Null: no report yet. */
  state: z.enum(['received', 'returned']).nullable(),
  /** 0: no report yet. */
  version: z.number().int().nonnegative(),
  receivedOn: z.string().nullable(),
  nil: z.boolean(),
  nilSaidBy: z.string(),
  nilHow: z.string(),
  values: z.record(z.string(), z.number()),
});
export type SheetRow = z.infer<typeof sheetRow>;

const sheetRowInput = z.object({
  unit: z.string(),
  /** Version that the person saw (0: none); another one stands: that row is refused. Null: whatever stands. */
  version: z.number().int().nonnegative().nullable().default(null),
  /** Only what is to change: null clears, an absent code keeps its figure. */
  values: z.record(z.string(), typedValue),
  nil: z.boolean().default(false),
  nilSaidBy: z.string().default(''),
  nilHow: z.string().default(''),
});
export type SheetRowInput = z.infer<typeof sheetRowInput>;

const putManyReply = z.object({
  results: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      outcome: z.enum(['first', 'changed', 'unchanged', 'refused']),
      version: z.number().int().nullable(),
      /** Of the dossier, where something was committed: what an undo names. */
      revision: z.number().int().nullable(),
      /** Why it was refused. */
      message: z.string().nullable(),
      faults: z.array(z.object({ indicator: z.string().nullable(), message: z.string() })),
      warnings: z.array(question),
    }),
  ),
  /** True when the person stopped it: units not listed were not touched. */
  cancelled: z.boolean(),
});
export type PutManyReply = z.infer<typeof putManyReply>;

const versionPart = z.object({
  state: z.enum(['received', 'returned']),
  receivedOn: z.string(),
  receivedTime: z.string().nullable(),
  nil: z.boolean(),
  nilSaidBy: z.string(),
  nilHow: z.string(),
  returnedReason: z.string().nullable(),
  /** Name of the form; null: typed. */
  source: z.string().nullable(),
  files: z.number().int(),
});

export const entryMethods = {
  /** The table of one period to type into: units that owe × figures, with what stands. */
  'report.sheet': query(
    owedPeriod,
    z.object({
      revision,
      period: reportPeriodSchema,
      indicators: z.array(z.string()),
      rows: z.array(sheetRow),
    }),
  ),
  /** One commit a unit, in order; a unit's fault stops no other. */
  'report.putMany': command(
    owedPeriod.extend({
      receivedOn: z.string().nullable().default(null),
      /** Hour of receipt; absent: now where it was today, else not known; null: not known. */
      receivedTime: optionalHour,
      rows: z.array(sheetRowInput).min(1, 'Chưa có đơn vị nào để lưu.').max(1000),
    }),
    putManyReply,
  ),
  /** Word, PDF, photos beside a report, kept byte for byte. */
  'report.attach': command(
    ofUnit.extend({ tickets: z.array(ticket).min(1, 'Chưa chọn tệp nào.') }),
    z.object({ revision, files: z.array(attachedFile) }),
  ),
  'report.detach': command(ofUnit.extend({ sha256: z.string() }), committed),
  /** Open and answered questions of a period, derived from the records. */
  'report.questions': query(
    owedPeriod,
    z.object({
      revision,
      open: z.number().int(),
      asked: z.number().int(),
      confirmed: z.number().int(),
      rows: z.array(questionRow),
    }),
  ),
  /** What the unit said: the figure stands; or it was asked back; `open` takes an answer away. */
  'report.answerQuestion': command(
    ofUnit.extend({
      /** Version of the report that was asked about. */
      version: z.number().int().positive(),
      questions: z
        .array(z.object({ code: z.string(), indicator: z.string().nullable() }))
        .min(1, 'Chưa chọn câu hỏi nào.'),
      answer: z.enum(['confirmed', 'asked', 'open']),
      note: noteText.default(''),
    }),
    committed,
  ),
  /**
   * A wrong day or hour of receipt; the reason is kept with the report. Hour absent: as it is where the day stays, else
   * not known; null: not known.
   */
  'report.correctReceipt': command(
    ofUnit.extend({
      receivedOn: z.string(),
      receivedTime: optionalHour,
      reason: reasonText.min(1, 'Ghi lý do sửa ngày nhận.'),
    }),
    committed,
  ),
  /** Every change of one report, newest first; of a text only that it changed ("…"). */
  'report.versions': query(
    ofUnit,
    z.array(
      z.object({
        revision,
        at: z.string(),
        by: z.string(),
        label: z.string(),
        version: z.number().int().nullable(),
        before: versionPart.nullable(),
        after: versionPart.nullable(),
        changes: z.array(
          z.object({
            indicator: z.string(),
            before: z.union([z.number(), z.string(), z.null()]),
            after: z.union([z.number(), z.string(), z.null()]),
          }),
        ),
      }),
    ),
  ),
} as const;
