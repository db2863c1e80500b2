import { z } from 'zod';
import { chaseLevelSchema, chaseRecordSchema } from '../../domain/report/follow-up-model';
import { command, query } from '../method';
import { offeredFiles, owedPeriod, revision } from './common';

/** What is chased: units (entry ids, groups are expanded; null: all that owe) of one period or own-plan request. */
const chasePlace = z.object({
  dossierId: z.string(),
  period: z.string().min(1),
  units: z.array(z.string()).nullable().default(null),
});
const places = z.array(chasePlace).min(1, 'Chọn ít nhất một kỳ báo cáo.').max(200);

const chaseStep = z.object({
  id: z.string(),
  level: chaseLevelSchema,
  on: z.string(),
  newLastDay: z.string().nullable(),
});

export const owedWork = z.object({
  dossierId: z.string(),
  plan: z.string(),
  numberText: z.string().nullable(),
  kind: z.enum(['report', 'plan']),
  period: z.string(),
  name: z.string(),
  state: z.enum(['missing', 'returned', 'not-due']),
  lastDay: z.string(),
  time: z.string().nullable(),
  extended: z.boolean(),
  /** Days after the last day; 0 or less = not late. */
  daysLate: z.number().int(),
  /** Past the hour of the last day, on that very day, by so many minutes. */
  minutesLate: z.number().int(),
  returnedReason: z.string().nullable(),
  via: z.string(),
  receivedBy: z.string(),
  /** What was done, oldest first. */
  steps: z.array(chaseStep),
  /** The step that the app proposes; null: none now. */
  next: chaseLevelSchema.nullable(),
});
export type OwedWorkView = z.infer<typeof owedWork>;

const owingUnit = z.object({
  unit: z.string(),
  name: z.string(),
  group: z.string(),
  contact: z.string(),
  owes: z.array(owedWork),
});
export type OwingUnitView = z.infer<typeof owingUnit>;

const chaseTextsView = z.object({
  units: z.array(owingUnit.extend({ message: z.string() })),
  /** The list of all units with what each owes. */
  text: z.string(),
  /** The day that a letter of today would set: a working day. */
  proposedLastDay: z.string(),
});
export type ChaseTextsView = z.infer<typeof chaseTextsView>;

export const chaseMethods = {
  /** One period's letter, report or texts. */
  'report.chase': query(
    owedPeriod.extend({
      format: z.enum(['docx', 'pdf', 'text']),
      /** Only these (entry ids; groups are expanded). Null: every unit that owes. */
      units: z.array(z.string()).nullable().default(null),
      /** 3: the file is the report to the Thường trực; else the letter. */
      level: chaseLevelSchema.nullable().default(null),
    }),
    offeredFiles.extend({ units: z.array(z.string()), text: z.string() }),
  ),
  /** Units with everything that each owes, over all plans that are not archived or one; what is not due yet too. */
  'report.owing': query(
    z.object({ dossierId: z.string().nullable() }),
    z.object({ units: z.array(owingUnit) }),
  ),
  /** Lần 1: a text per unit. What is not due yet is reminded of too. */
  'report.chaseTexts': query(z.object({ places }), chaseTextsView),
  /** The list to print, the letter (lần 2) or the report to the Thường trực (lần 3), to look at; nothing is kept. */
  'report.chaseFile': query(
    z.object({
      places,
      product: z.enum(['sheet', 'letter', 'report']),
      /** The list: pdf, xlsx; letter and report: docx, pdf. */
      format: z.enum(['pdf', 'docx', 'xlsx']),
      /** Null: as proposed. */
      newLastDay: z.string().nullable().default(null),
    }),
    offeredFiles.extend({ units: z.array(z.string()) }),
  ),
  /**
   * Keeps what was done as evidence: the texts, letter or report as made, byte for byte in every dossier concerned, and
   * who was chased. A letter or report also becomes one draft document, in the dossier that most of it is about. CONFLICT
   * with `details.skipped` where an earlier step is missing and no `skipReason` says why, or a named unit is not late.
   */
  'report.recordChase': command(
    z.object({
      places,
      level: chaseLevelSchema,
      /** Null: today. */
      on: z.string().nullable().default(null),
      channel: z.string().max(80).default(''),
      numberText: z.string().max(80).default(''),
      note: z.string().max(500).default(''),
      newLastDay: z.string().nullable().default(null),
      /** Why lần 1 or 2 is left out for units that have no record of it. */
      skipReason: z.string().max(500).default(''),
      /** What is kept of lần 2 and 3; lần 1 keeps its texts. */
      format: z.enum(['docx', 'pdf']).default('docx'),
    }),
    z.object({
      records: z.array(
        z.object({
          dossierId: z.string(),
          revision,
          chaseIds: z.array(z.string()),
          file: z.string(),
        }),
      ),
      document: z.object({ dossierId: z.string(), documentId: z.string() }).nullable(),
      units: z.array(z.string()),
      fileName: z.string(),
    }),
  ),
  /** What was done, newest first; `period` null: for all of the dossier. */
  'report.chases': query(
    z.object({ dossierId: z.string(), period: z.string().nullable().default(null) }),
    z.array(
      chaseRecordSchema.extend({
        /** "báo cáo quý I năm 2026" */
        name: z.string(),
        units: z.array(z.object({ unit: z.string(), name: z.string() })),
        fileName: z.string().nullable(),
      }),
    ),
  ),
} as const;
