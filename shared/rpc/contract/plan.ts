import { z } from 'zod';
import { documentStatusSchema } from '../../domain/dispatch/model';
import { parsedPlanSchema } from '../../domain/plan/parsed';
import { planItemSchema, planSchema, planStatusSchema } from '../../domain/plan/model';
import { archiveStateSchema, keptFileSchema } from '../../domain/archive/model';
import { deliverySchema, dispatchSchema, documentRecordSchema } from '../../domain/dispatch/model';
import { consolidationSchema } from '../../domain/report/consolidation-model';
import { reportPeriodSchema } from '../../domain/report/model';
import { command, query } from '../method';
import { comparedParagraph } from './composing';
import { committed, empty, offeredFiles, printedPdf, revision, ticket } from './common';

export const planRow = z.object({
  dossierId: z.string(),
  revision,
  title: z.string(),
  numberText: z.string().nullable(),
  status: planStatusSchema,
  /** Of the plan as a document; null where the catalogue does not know it. Told once a number is taken, see `planStanding`. */
  documentStatus: documentStatusSchema.nullable(),
  date: z.string().nullable(),
  updatedAt: z.string(),
  tasks: z.number().int(),
  /** Duties (task × unit) of the plan: computed, never typed. */
  progress: z.object({
    units: z.number().int(),
    done: z.number().int(),
    notDone: z.number().int(),
    overdue: z.number().int(),
  }),
  uncertain: z.number().int(),
  /** Next report due or task deadline on or after today. */
  nextDeadline: z.string().nullable(),
  /** Over the latest period that is owed. */
  reports: z
    .object({ period: z.string(), received: z.number().int(), expected: z.number().int() })
    .nullable(),
  archived: z.boolean(),
});
export type PlanRow = z.infer<typeof planRow>;

/** Everything of a dossier but the reports themselves. */
export const dossierView = z.object({
  dossierId: z.string(),
  revision,
  plan: planSchema,
  items: z.array(planItemSchema),
  documents: z.array(documentRecordSchema.extend({ numberText: z.string().nullable() })),
  dispatches: z.array(dispatchSchema),
  deliveries: z.array(deliverySchema),
  periods: z.array(reportPeriodSchema),
  consolidations: z.array(consolidationSchema.omit({ totals: true, cumulative: true, printed: true })),
  files: z.array(keptFileSchema),
  archive: archiveStateSchema.nullable(),
});
export type DossierView = z.infer<typeof dossierView>;

/** Where a plan comes from: a file's ticket or pasted text. */
export const planSource = z.union([
  z.object({ ticket }),
  z.object({ text: z.string().min(1, 'Chưa có nội dung nào.'), name: z.string().optional() }),
]);

/** What is to become of a plan that is taken in. */
const wishes = {
  /** The dossier whose document this is a new version of. */
  into: z.string().nullable().default(null),
  /** Where another dossier has a document of this number, day and issuer: a dossier of its own, or CONFLICT. */
  onSame: z.enum(['separate', 'ask']).default('separate'),
};

const item = z.object({ dossierId: z.string(), itemId: z.string() });

/** A plan as it prints; a profile of null is the plan's own. */
const printedPlan = z.object({
  dossierId: z.string(),
  profile: z.string().nullable(),
  /** With "Phụ lục: phân công nhiệm vụ". */
  annex: z.boolean().default(false),
});

export const planMethods = {
  /** Touches no data. */
  'plan.parse': query(planSource, z.object({ plan: parsedPlanSchema, text: z.string() })),
  /**
   * Reads and keeps: a new dossier in review; where this very file or text was read before, a new reading of that
   * dossier in which a person's corrections survive; with `into`, a new version of that dossier's document, in which
   * they survive where the words still stand.
   */
  'plan.import': command(
    z.union([planSource.options[0].extend(wishes), planSource.options[1].extend(wishes)]),
    z.object({
      dossierId: z.string(),
      revision,
      /** True when the dossier existed: nothing a person touched was changed. */
      again: z.boolean(),
      warnings: parsedPlanSchema.shape.warnings,
      /** The dossier that already had a document of this number, beside which a new one was made. */
      sameAs: z.object({ dossierId: z.string(), title: z.string() }).nullable(),
      /** With `into`: what is otherwise now. `kept` counts what a person corrected and still stands. */
      changes: z
        .object({
          added: z.number().int(),
          removed: z.number().int(),
          kept: z.number().int(),
          /** Paragraphs that changed, at most 200. */
          rows: z.array(comparedParagraph),
        })
        .nullable(),
    }),
  ),
  'plan.list': query(
    z.object({ query: z.string().default(''), archived: z.boolean().default(false) }),
    z.array(planRow),
  ),
  'plan.get': query(z.object({ dossierId: z.string() }), dossierView),
  /** Corrects header fields: title, kind, issuingBody, place, date, signer, ruleProfileId, archive. */
  'plan.saveHeader': command(
    z.object({
      dossierId: z.string(),
      fields: planSchema
        .pick({
          title: true,
          kind: true,
          issuingBody: true,
          place: true,
          date: true,
          signer: true,
          ruleProfileId: true,
          archive: true,
        })
        .partial(),
    }),
    committed,
  ),
  /** Sets fields of an item (a patch of its own kind's fields); marks it touched and accepted. */
  'plan.saveItem': command(item.extend({ patch: z.record(z.string(), z.unknown()) }), committed),
  /**
   * Matches the plan's names that have no entry with the directory as it is now. `item`: one that a person matched; all of
   * the same words get its entries.
   */
  'plan.matchNames': command(
    z.object({
      dossierId: z.string(),
      item: z.object({ id: z.string(), entryIds: z.array(z.string()).min(1) }).nullable(),
    }),
    z.object({ revision, matched: z.number().int() }),
  ),
  'plan.addItem': command(
    z.object({
      dossierId: z.string(),
      kind: z.string(),
      fields: z.record(z.string(), z.unknown()),
      afterId: z.string().nullable(),
    }),
    z.object({ revision, itemId: z.string() }),
  ),
  /** Cuts an item's text at character `at`; both parts keep its origin. */
  'plan.splitItem': command(
    item.extend({ at: z.number().int().positive() }),
    z.object({ revision, itemId: z.string() }),
  ),
  /** Joins items of one kind into the first. */
  'plan.mergeItems': command(
    z.object({ dossierId: z.string(), itemIds: z.array(z.string()).min(2) }),
    committed,
  ),
  /** Moves a task to another assignment. */
  'plan.moveTask': command(item.extend({ assignmentId: z.string() }), committed),
  'plan.dropItem': command(item, committed),
  'plan.restoreItem': command(item, committed),
  /** No itemIds: everything the reader was certain of. */
  'plan.acceptItems': command(
    z.object({ dossierId: z.string(), itemIds: z.array(z.string()).nullable() }),
    committed,
  ),
  /** Review → reviewed: the dossier's plan stands. */
  'plan.finishReview': command(z.object({ dossierId: z.string() }), committed),
  'plan.trash': command(z.object({ dossierId: z.string() }), z.object({ trashId: z.string() })),
  /** What lies in the trash, newest first. */
  'plan.trashed': query(
    empty,
    z.array(
      z.object({
        trashId: z.string(),
        dossierId: z.string(),
        /** Null where the dossier cannot be read. */
        title: z.string().nullable(),
        at: z.string(),
        by: z.string(),
      }),
    ),
  ),
  'plan.restore': command(z.object({ trashId: z.string() }), z.object({ dossierId: z.string() })),
  'plan.export': query(printedPlan.extend({ format: z.enum(['docx', 'pdf']) }), offeredFiles),
  /** The PDF of `plan.export` inside the reply, to be shown. */
  'plan.preview': query(printedPlan, printedPdf),
} as const;
