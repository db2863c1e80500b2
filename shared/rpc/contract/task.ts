/** Nhiệm vụ: who has carried out what, recurring counts, inspections of units' work. domain.md §5 "Carrying-out". */
import { z } from 'zod';
import { plainDateSchema } from '../../date/plain-date';
import {
  dutySchema,
  dutyStateSchema,
  guardedChoiceSchema,
  inspectionSchema,
  rhythmSchema,
} from '../../domain/task/model';
import { EXPORT_FORMATS, formatIds } from '../../app/export/registry';
import { command, query } from '../method';
import { committed, offeredFiles, reasonText, revision, ticket } from './common';

const dayOrNone = plainDateSchema.nullable().default(null);
const inDossier = z.object({ dossierId: z.string() });
const count = z.number().int();
const ofWhom = z.enum(['words', 'person']);

const rollUp = z.object({
  units: count,
  done: count,
  doneLate: count,
  notDone: count,
  overdue: count,
  doing: count,
  todo: count,
});

export const dutyStandingSchema = z.enum(['done', 'done-late', 'not-done', 'overdue', 'doing', 'todo']);

export const boardTask = rollUp.extend({
  id: z.string(),
  text: z.string(),
  heading: z.string(),
  /** Names of co-ordinating units, as printed; `unknown`: those that the directory does not know, who owe nothing yet. */
  coordinating: z.array(z.string()),
  unknown: z.array(z.string()),
  lastDay: z.string().nullable(),
  recurrence: z.string().nullable(),
  guarded: z.boolean(),
  guardedBy: ofWhom,
  rhythm: rhythmSchema.nullable(),
  rhythmBy: ofWhom,
  /** Its duties follow the units' reports; `periods`: of which periods. */
  reporting: z.object({ periods: z.array(z.string()) }).nullable(),
  reportingBy: ofWhom,
});
export type BoardTask = z.infer<typeof boardTask>;

export const boardUnit = rollUp.extend({ unit: z.string(), name: z.string(), group: z.string() });
export type BoardUnit = z.infer<typeof boardUnit>;

const followedReport = z.object({
  period: z.string(),
  due: z.string(),
  receivedOn: z.string().nullable(),
  returned: z.boolean(),
  late: z.boolean(),
});

export const dutyView = z.object({
  task: z.string(),
  taskText: z.string(),
  guarded: z.boolean(),
  /** '' for what is in no directory any more: the name says so. */
  unit: z.string(),
  unitName: z.string(),
  group: z.string(),
  role: z.enum(['lead', 'coordinating', 'former']),
  state: dutyStateSchema,
  standing: dutyStandingSchema,
  due: z.string().nullable(),
  extended: z.boolean(),
  /** As entered, or as its reports say. */
  doneOn: z.string().nullable(),
  /** Reports that its state is read from; []: it was entered, or nothing is asked. */
  reports: z.array(followedReport),
  record: dutySchema.nullable(),
  /** Name of the kept file of the evidence. */
  fileName: z.string().nullable(),
});
export type DutyView = z.infer<typeof dutyView>;

/** A recurring task or weekly target, as the grid's list shows it. */
export const recurringRow = z.object({
  id: z.string(),
  kind: z.enum(['task', 'target']),
  text: z.string(),
  rhythm: rhythmSchema.nullable(),
  rhythmBy: ofWhom,
  units: count,
  /** Units with every past week (month …) counted and the quota reached on average; units with one that lacks. */
  met: count,
  missing: count,
  /** Of a target: whom it asks and by what; null for a task, whose units come from its assignment. */
  asked: z
    .object({
      by: z.enum(['person', 'sentence', 'assignment', 'all']),
      /** The sentence that it stands in. */
      sentence: z.string(),
      /** What a person chose; [] where nobody did. */
      entryIds: z.array(z.string()),
    })
    .nullable(),
});
export type RecurringRow = z.infer<typeof recurringRow>;

const slot = z.object({ id: z.string(), from: z.string(), to: z.string(), days: count, label: z.string() });

export const gridRow = z.object({
  unit: z.string(),
  name: z.string(),
  group: z.string(),
  counts: z.record(z.string(), z.number()),
  total: z.number(),
  average: z.number().nullable(),
  averageMet: z.boolean().nullable(),
  met: count,
  unmet: count,
  missing: count,
  /** What the unit's own reports say (TT01 + TT05 + MX01), to compare; never copied. */
  reported: z.array(z.object({ period: z.string(), from: z.string(), to: z.string(), value: z.number() })),
});
export type GridRow = z.infer<typeof gridRow>;

const chosenDuties = z
  .array(
    z.object({
      task: z.string(),
      /** Ids or names; null: every unit that has not finished. */
      units: z.array(z.string()).min(1).nullable().default(null),
    }),
  )
  .min(1, 'Chọn ít nhất một nhiệm vụ.')
  .max(1000);

export const inspectionRow = inspectionSchema.extend({
  unitNames: z.array(z.string()),
  taskTexts: z.array(z.string()),
  remedyState: z.enum(['none', 'waiting', 'overdue', 'remedied']),
  fileName: z.string().nullable(),
});
export type InspectionRow = z.infer<typeof inspectionRow>;

const putReply = z.object({ revision, duties: count, questions: z.array(z.string()) });

export const taskMethods = {
  'task.board': query(
    inDossier,
    z.object({
      revision,
      /** Of all duties; percent whole and rounded down, null without duties. */
      progress: rollUp.extend({ percent: count.nullable() }),
      tasks: z.array(boardTask),
      units: z.array(boardUnit),
      recurring: z.array(recurringRow),
      /** Tasks that left the plan while something had been entered for them. */
      dropped: z.array(
        z.object({ id: z.string(), text: z.string(), lastDay: z.string().nullable(), duties: count }),
      ),
    }),
  ),
  /** The duties of one task, of one unit, or (both null) all of them. A dropped task answers what was entered. */
  'task.duties': query(
    inDossier.extend({
      task: z.string().nullable().default(null),
      unit: z.string().nullable().default(null),
    }),
    z.object({ revision, duties: z.array(dutyView) }),
  ),
  /**
   * Ghi kết quả for many duties in one commit. A guarded task (opinion, false information) takes a count, a fixed choice
   * and a document's number and day; words, files and links are refused.
   */
  'task.put': command(
    inDossier.extend({
      duties: chosenDuties,
      state: dutyStateSchema,
      doneOn: dayOrNone,
      reason: reasonText.default(''),
      result: z.string().default(''),
      amount: z.number().nullable().default(null),
      choice: guardedChoiceSchema.nullable().default(null),
      numberText: z.string().max(100).default(''),
      date: dayOrNone,
      ticket: ticket.nullable().default(null),
    }),
    putReply,
  ),
  /** Gia hạn: a new last day with its reason and who agreed. */
  'task.extend': command(
    inDossier.extend({
      duties: chosenDuties,
      lastDay: plainDateSchema,
      reason: reasonText,
      agreedBy: z.string().max(200).default(''),
    }),
    putReply,
  ),
  /** What is absent stays; null: as the words propose. */
  'task.describe': command(
    inDossier.extend({
      item: z.string(),
      guarded: z.boolean().nullable().optional(),
      rhythm: rhythmSchema.or(z.literal('none')).nullable().optional(),
      /** Whether its result is the units' report. */
      byReports: z.boolean().nullable().optional(),
      /** Targets only: directory entries that it asks; null: as its words say. */
      entryIds: z.array(z.string()).min(1).nullable().optional(),
    }),
    committed,
  ),
  'task.grid': query(
    inDossier.extend({ item: z.string() }),
    z.object({
      revision,
      id: z.string(),
      text: z.string(),
      rhythm: rhythmSchema.nullable(),
      slots: z.array(slot),
      rows: z.array(gridRow),
    }),
  ),
  /** Counts by slot (`2026-01-05`); null takes one away. All rows or none. */
  'task.putCounts': command(
    inDossier.extend({
      item: z.string(),
      rows: z
        .array(
          z.object({
            unit: z.string(),
            counts: z.record(
              plainDateSchema,
              z
                .number()
                .nonnegative('Số lượng là số không âm.')
                .max(1_000_000, 'Số lượng quá lớn; xem lại.')
                .nullable(),
            ),
          }),
        )
        .min(1)
        .max(1000),
    }),
    z.object({ revision, cells: count }),
  ),
  'task.export': query(
    inDossier.extend({ format: z.enum(formatIds(EXPORT_FORMATS)) }),
    offeredFiles.extend({ duties: count }),
  ),

  'inspection.list': query(inDossier, z.object({ revision, inspections: z.array(inspectionRow) })),
  'inspection.save': command(
    inDossier.extend({
      id: z.string().nullable().default(null),
      on: dayOrNone,
      units: z.array(z.string()),
      tasks: z.array(z.string()).default([]),
      subject: z.string(),
      conclusion: z.string(),
      remedy: z.string().default(''),
      remedyDay: dayOrNone,
      numberText: z.string().max(100).default(''),
      date: dayOrNone,
      ticket: ticket.nullable().default(null),
    }),
    z.object({ revision, id: z.string(), questions: z.array(z.string()) }),
  ),
  /** `on` null takes the remedy back. */
  'inspection.remedy': command(
    inDossier.extend({ id: z.string(), on: dayOrNone, by: z.string().default('') }),
    committed,
  ),
  /** Refused once the remedy was recorded. */
  'inspection.remove': command(inDossier.extend({ id: z.string() }), committed),
} as const;
