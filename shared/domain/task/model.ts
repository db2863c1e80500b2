/**
 * The carrying-out of a plan's tasks: what was entered about them. Which units owe which task is derived
 * (`duties.ts`), never stored: a plan of 60 tasks for 110 units keeps records of the duties that somebody touched.
 * domain.md §5 "Carrying-out", ADR 0021.
 *
 * None of these tables is ever read by the search index: what is said of a unit's work is opened in its dossier.
 */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';
import { documentMarkSchema } from '../report/obligation-model';

/** Stands in the place of a unit where the plan names none that the directory knows: somebody still has to do it. */
export const NO_UNIT = 'chung';

/** chưa làm · đang làm · hoàn thành · không thực hiện */
export const dutyStateSchema = z.enum(['todo', 'doing', 'done', 'not-done']);
export type DutyState = z.infer<typeof dutyStateSchema>;

/** What may be said of a task about opinion or false information, besides a count and a document's number. */
export const guardedChoiceSchema = z.enum(['reported', 'handled', 'none']);
export type GuardedChoice = z.infer<typeof guardedChoiceSchema>;

const traceSchema = z.array(z.object({ at: instantSchema, by: z.string(), text: z.string() })).default([]);

/** A document that proves it. */
const evidenceSchema = z.object({
  ...documentMarkSchema.shape,
  /** sha256 of the kept file. */
  file: z.string().nullable().default(null),
});

export const dutyExtensionSchema = z.object({
  lastDay: plainDateSchema,
  reason: z.string().min(1),
  /** Who agreed to it: a body or a position, never a citizen. */
  agreedBy: z.string().default(''),
  at: instantSchema,
  by: z.string(),
});

/** Nhiệm vụ × đơn vị: what was entered; id = `<task>|<unit>`. */
export const dutySchema = z.object({
  id: z.string().min(1),
  taskId: z.string().min(1),
  unitId: z.string().min(1),
  state: dutyStateSchema,
  /** Why it is not carried out. */
  reason: z.string().max(300).default(''),
  doneOn: plainDateSchema.nullable().default(null),
  /** The result in a few words; always empty for a guarded task. */
  result: z.string().max(500).default(''),
  /** How many, where the task has a number. */
  amount: z.number().nonnegative().nullable().default(null),
  choice: guardedChoiceSchema.nullable().default(null),
  evidence: evidenceSchema.nullable().default(null),
  /** What stood before, oldest first: nothing that came in is lost. */
  earlierEvidence: z.array(evidenceSchema).default([]),
  extensions: z.array(dutyExtensionSchema).default([]),
  trace: traceSchema,
});
export type Duty = z.infer<typeof dutySchema>;

export const RHYTHMS = ['week', 'month', 'quarter', 'half', 'year'] as const;

/** Định kỳ: so many in each week (month, …) from a day to a day. */
export const rhythmSchema = z.object({
  per: z.enum(RHYTHMS),
  quota: z.number().positive('Số phải đạt lớn hơn 0.').max(10_000),
  /** "tin, bài" */
  unit: z.string().max(40).default(''),
  from: plainDateSchema,
  to: plainDateSchema,
});
export type Rhythm = z.infer<typeof rhythmSchema>;

/**
 * What a person set about one task (or weekly target) and, so that progress outlives its task, the task as it stood;
 * id = the plan item's.
 */
export const taskSettingSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  /** Fingerprints of its words: a task that is read again after it was gone takes its progress back. */
  origins: z.array(z.string()),
  lastDay: plainDateSchema.nullable(),
  /** About opinion or false information; null: as its words propose. */
  guarded: z.boolean().nullable().default(null),
  /** Its result is the report that the plan's periods ask for; null: as its words propose. */
  byReports: z.boolean().nullable().default(null),
  /** Null: as its words propose; 'none': a person said that it does not recur. */
  rhythm: rhythmSchema.or(z.literal('none')).nullable().default(null),
  /** Whom a target asks; null: as its words say (a task's units come from its assignment). */
  entryIds: z.array(z.string()).nullable().default(null),
});
export type TaskSetting = z.infer<typeof taskSettingSchema>;

/** The counts of one unit for one recurring task; id = `<item>|<unit>`. */
export const taskCountsSchema = z.object({
  id: z.string().min(1),
  itemId: z.string().min(1),
  unitId: z.string().min(1),
  /** First day of the week (month, …) inside the span → how many. */
  counts: z.record(z.string(), z.number().nonnegative()),
});

/** Kiểm tra việc thực hiện của một hay nhiều đơn vị: about the unit's work, never a person. */
export const inspectionSchema = z.object({
  id: z.string().min(1),
  on: plainDateSchema,
  unitIds: z.array(z.string()).min(1, 'Chọn ít nhất một đơn vị được kiểm tra.'),
  taskIds: z.array(z.string()).default([]),
  subject: z.string().min(1, 'Ghi nội dung kiểm tra.').max(300),
  conclusion: z.string().min(1, 'Ghi kết luận về việc thực hiện của đơn vị.').max(2000),
  remedy: z
    .object({ what: z.string().min(1).max(300), lastDay: plainDateSchema })
    .nullable()
    .default(null),
  ...documentMarkSchema.shape,
  file: z.string().nullable().default(null),
  remediedOn: plainDateSchema.nullable().default(null),
  /** How it was remedied: number of the unit's report, or words. */
  remediedBy: z.string().max(300).default(''),
  trace: traceSchema,
  createdAt: instantSchema,
});
export type Inspection = z.infer<typeof inspectionSchema>;

export function dutyId(taskId: string, unitId: string): string {
  return `${taskId}|${unitId}`;
}
