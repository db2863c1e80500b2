import { z } from 'zod';
import { hourInput, optionalHour } from '../../date/hour';
import {
  extensionSchema,
  periodIdSchema,
  periodStatusSchema,
  periodRequestSchema,
  reportPeriodSchema,
  reportSchema,
  unitStateSchema,
} from '../../domain/report/model';
import { chaseLevelSchema, chaseRecordSchema } from '../../domain/report/follow-up-model';
import { command, query } from '../method';
import { intakeFaultSchema } from '../../domain/report/intake-model';
import { identityProposal } from './intake';
import { committed, figuresAt, offeredFiles, owedPeriod, reasonText, revision, ticket } from './common';
import { askInput } from './schedule';
import { askedQuestion, attachedFile } from './entry';

/** A question about a figure that was taken: never altered, only asked. */
export const figureQuestion = z.object({
  code: z.string(),
  indicator: z.string().nullable(),
  message: z.string(),
});

export const importReply = z.object({
  accepted: z.array(
    z.object({
      file: z.string(),
      dossierId: z.string(),
      unit: z.string(),
      unitName: z.string(),
      period: z.string(),
      revision,
      /** False: it replaced figures that stood before; `changes` says which. */
      first: z.boolean(),
      changes: z.array(
        z.object({
          indicator: z.string(),
          before: z.union([z.number(), z.string(), z.null()]),
          after: z.union([z.number(), z.string(), z.null()]),
        }),
      ),
      questions: z.array(figureQuestion),
      /** The unit's deadline: one with an hour asks for the hour of receipt. */
      due: z.object({ lastDay: z.string(), time: z.string().nullable() }),
    }),
  ),
  unchanged: z.array(
    z.object({
      file: z.string(),
      unit: z.string(),
      unitName: z.string(),
      period: z.string(),
      /** The file of this run that has the same bytes, for one sent twice; null otherwise. */
      sameAs: z.string().nullable(),
    }),
  ),
  /** Units of which several different forms came: all of them, and which one stands. */
  rivals: z.array(
    z.object({
      dossierId: z.string(),
      unit: z.string(),
      unitName: z.string(),
      period: z.string(),
      /** sha256 of the file whose figures stand (in a dry run: would stand). */
      stands: z.string(),
      files: z.array(
        z.object({
          file: z.string(),
          sha256: z.string(),
          /** When it was saved, by the workbook's own word or the file's; null: not known. */
          savedAt: z.string().nullable(),
          nil: z.boolean(),
          /** Taken in before: it can't be chosen, what was corrected since would be lost. */
          taken: z.boolean(),
          /** What differs between the files. */
          figures: z.array(z.object({ indicator: z.string(), value: z.number().nullable() })),
        }),
      ),
    }),
  ),
  rejected: z.array(
    z.object({
      file: z.string(),
      unit: z.string().nullable(),
      errors: z.array(intakeFaultSchema),
      /** Null for a file of which nothing may be kept. */
      sha256: z.string().nullable(),
      /** Whose form it may be, where only its identity is gone; to be confirmed with `confirmed`. */
      proposals: z.array(identityProposal),
    }),
  ),
  /** True when the person stopped it: files not listed were not touched. */
  cancelled: z.boolean(),
  /** The batch in the history of imports; null for a dry run. To be named by `continues` to go on after a stop. */
  batchId: z.string().nullable(),
  /** Files not touched after a stop. */
  left: z.number().int(),
});
export type ImportReply = z.infer<typeof importReply>;

export const matrixView = z.object({
  columns: z.array(
    z.object({
      dossierId: z.string(),
      plan: z.string(),
      /** `own-plan`: units' own plans, owed like reports; `period` is then the request's id. */
      kind: z.enum(['report', 'own-plan']),
      period: z.string(),
      /** What is asked for in an own-plan column; empty for a period. */
      title: z.string(),
      lastDay: z.string(),
      /** HH:mm; null: the whole day. */
      time: z.string().nullable(),
    }),
  ),
  groups: z.array(
    z.object({
      group: z.string().nullable(),
      name: z.string(),
      rows: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          /** One a column; null = not expected there. */
          cells: z.array(
            z
              .object({
                state: unitStateSchema,
                nil: z.boolean(),
                nilSaid: z.string().optional(),
                extended: z.boolean(),
                receivedAt: z.string().nullable(),
                /** The highest step of chasing for what is still owed. */
                chased: z.object({ level: chaseLevelSchema, on: z.string() }).nullable(),
              })
              .nullable(),
          ),
        }),
      ),
    }),
  ),
  totals: z.array(
    z.object({
      expected: z.number().int(),
      received: z.number().int(),
      onTime: z.number().int(),
      late: z.number().int(),
      missing: z.number().int(),
      returned: z.number().int(),
      notDue: z.number().int(),
    }),
  ),
});
export type MatrixView = z.infer<typeof matrixView>;

/** Periods of one plan or of all; `period`: only this one, of every plan. */
const matrixChoice = z.object({
  dossierId: z.string().nullable(),
  year: z.number().int(),
  period: periodIdSchema.nullable().default(null),
});

export const reportMethods = {
  /** What the app proposes for a period: covered days, last day (moved to a working day only as a proposal), units. */
  'report.propose': query(
    owedPeriod,
    z.object({
      from: z.string(),
      to: z.string(),
      dueDay: z.string(),
      /** Next working day when dueDay is none; a person confirms. */
      proposedLastDay: z.string(),
      reason: z.string().nullable(),
      unitIds: z.array(z.string()),
      indicators: z.array(z.string()),
    }),
  ),
  'report.schedule': command(
    owedPeriod.extend({
      lastDay: z.string(),
      time: hourInput,
      indicators: z.array(z.string()).nullable().default(null),
      /** Entry ids; groups are expanded. Null: every active unit. */
      units: z.array(z.string()).nullable().default(null),
      /** Other lists for some of the units. Null: as they stand, unless `indicators` gives one list for all. */
      asks: z.array(askInput).nullable().default(null),
      from: z.string().nullable().default(null),
      to: z.string().nullable().default(null),
      /** Null: as it stands, else as the plan or the office's settings have it. */
      via: z.string().nullable().default(null),
      receivedBy: z.string().nullable().default(null),
      consolidatedBy: z.string().nullable().default(null),
      dueToCity: z.string().nullable().default(null),
      request: periodRequestSchema.nullable().default(null),
    }),
    reportPeriodSchema.extend({ revision, expected: z.number().int() }),
  ),
  'report.extend': command(
    owedPeriod.extend({
      extension: extensionSchema.extend({
        time: hourInput,
        reason: reasonText.min(1, 'Ghi lý do gia hạn.'),
      }),
    }),
    committed,
  ),
  /** Forms, one a unit that is expected. */
  'report.forms': command(
    owedPeriod.extend({ units: z.array(z.string()).nullable().default(null) }),
    offeredFiles,
  ),
  /** Returned forms; the form itself says which dossier, unit and period. `dryRun`: only what would happen. */
  'report.import': command(
    z.object({
      tickets: z.array(ticket).default([]),
      /** Files of the tray (item ids), taken up again. */
      items: z.array(z.string()).default([]),
      dryRun: z.boolean().default(false),
      receivedOn: z.string().nullable().default(null),
      /** Hour of receipt; absent: now where it was today, else not known; null: not known. */
      receivedTime: optionalHour,
      /** What a person confirmed for files that lost their identity, by the file's sha256. */
      confirmed: z
        .array(z.object({ sha256: z.string(), dossierId: z.string(), unit: z.string(), period: z.string() }))
        .default([]),
      /** Of several forms of one unit, the one that a person chose; without a word the one saved last. */
      chosen: z
        .array(z.object({ dossierId: z.string(), unit: z.string(), period: z.string(), sha256: z.string() }))
        .default([]),
      /** Goes on with a batch that was stopped: what it took is not looked at again. */
      continues: z.string().nullable().default(null),
    }),
    importReply,
  ),
  'report.put': command(
    owedPeriod.extend({
      unit: z.string(),
      values: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
      narrative: z.record(z.string(), z.string()).default({}),
      /** Mô hình hay, cách làm hiệu quả; null: those that stand are kept. */
      models: z
        .array(z.object({ title: z.string(), result: z.string().default('') }))
        .nullable()
        .default(null),
      nil: z.boolean().default(false),
      nilSaidBy: z.string().default(''),
      /** "điện thoại", "Zalo", "văn bản", "trực tiếp" */
      nilHow: z.string().default(''),
      receivedOn: z.string().nullable().default(null),
      /** Hour of receipt; absent: now where it was today, else not known; null: not known. */
      receivedTime: optionalHour,
      /** Files to attach: what the unit sent instead of a form. */
      evidence: z.array(ticket).default([]),
    }),
    z.object({
      revision,
      warnings: z.array(figureQuestion),
      /** Codes of figures and texts that stood and were not given again: they are gone from the report. */
      dropped: z.array(z.string()),
    }),
  ),
  /** Sends a received report back with a reason: it is owed again. */
  'report.return': command(
    owedPeriod.extend({ unit: z.string(), reason: reasonText.min(1, 'Ghi lý do trả lại.') }),
    committed,
  ),
  /** One unit's report with, for each figure, the previous period's. */
  'report.get': query(
    owedPeriod.extend({ unit: z.string() }),
    z.object({
      revision,
      report: reportSchema.nullable(),
      previous: z.record(z.string(), z.number()),
      period: reportPeriodSchema,
      /** What this unit owes: its own list where it is asked another than the rest. */
      indicators: z.array(z.string()),
      files: z.array(attachedFile),
      questions: z.array(askedQuestion),
      /** What was done to get this report, oldest first; the days stay when it has come in. */
      chases: z.array(chaseRecordSchema.pick({ id: true, level: true, on: true, channel: true })),
    }),
  ),
  'report.status': query(figuresAt, periodStatusSchema),
  'report.matrix': query(matrixChoice, matrixView),
  /** The same table on one A4 page on its side, or as a workbook. */
  'report.matrixFile': query(
    matrixChoice.extend({
      format: z.enum(['pdf', 'xlsx']),
      /** Also a place for the signature. */
      signature: z.boolean().default(false),
    }),
    offeredFiles,
  ),
} as const;
