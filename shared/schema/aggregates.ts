/**
 * What lies on disk: the five kinds of aggregate, their tables, and how what grows is cut into segments.
 */
import type { z } from 'zod';
import { archiveStateSchema, keptFileSchema } from '../domain/archive/model';
import {
  commentRoundSchema,
  documentDraftSchema,
  documentStepSchema,
  promisedDocumentSchema,
} from '../domain/dispatch/document-model';
import {
  deliveryEventSchema,
  deliverySchema,
  dispatchSchema,
  documentRecordSchema,
  registerTables,
} from '../domain/dispatch/model';
import { budgetLineSchema } from '../domain/budget/model';
import { conferenceSchema } from '../domain/conference/model';
import { incomingTables, type IncomingEntry } from '../domain/incoming/model';
import { officeTables } from '../domain/office/model';
import {
  textDraftEditSchema,
  textDraftSchema,
  textVersionSchema,
} from '../domain/plan/composing/text-records';
import { ignoredFindingSchema } from '../domain/plan/lint/ignored';
import { planItemSchema, planSchema } from '../domain/plan/model';
import { chaseRecordSchema, questionAnswerSchema } from '../domain/report/follow-up-model';
import { intakeTables } from '../domain/report/intake-model';
import { consolidationSchema } from '../domain/report/consolidation-model';
import { reportPeriodSchema, reportSchema } from '../domain/report/model';
import { narrativeDraftSchema } from '../domain/report/narrative-model';
import {
  difficultySchema,
  planRequestSchema,
  reportScheduleSchema,
  unitPlanSchema,
  upwardReportSchema,
} from '../domain/report/obligation-model';
import { dutySchema, inspectionSchema, taskCountsSchema, taskSettingSchema } from '../domain/task/model';
import type { Tables } from '../records';

export const dossierTables = {
  plan: planSchema,
  items: planItemSchema,
  ignoredFindings: ignoredFindingSchema,
  textVersions: textVersionSchema,
  textDrafts: textDraftSchema,
  textDraftEdits: textDraftEditSchema,
  documents: documentRecordSchema,
  dispatches: dispatchSchema,
  deliveries: deliverySchema,
  deliveryEvents: deliveryEventSchema,
  documentSteps: documentStepSchema,
  documentDrafts: documentDraftSchema,
  commentRounds: commentRoundSchema,
  promisedDocuments: promisedDocumentSchema,
  schedules: reportScheduleSchema,
  periods: reportPeriodSchema,
  reports: reportSchema,
  questionAnswers: questionAnswerSchema,
  planRequests: planRequestSchema,
  unitPlans: unitPlanSchema,
  upwardReports: upwardReportSchema,
  difficulties: difficultySchema,
  chases: chaseRecordSchema,
  conferences: conferenceSchema,
  budgetLines: budgetLineSchema,
  narrativeDrafts: narrativeDraftSchema,
  consolidations: consolidationSchema,
  taskDuties: dutySchema,
  taskSettings: taskSettingSchema,
  taskCounts: taskCountsSchema,
  inspections: inspectionSchema,
  files: keptFileSchema,
  archive: archiveStateSchema,
} as const;
export type DossierTables = typeof dossierTables;

export const AGGREGATE_KINDS = ['office', 'register', 'dossier', 'intake', 'incoming'] as const;
export type AggregateKind = (typeof AGGREGATE_KINDS)[number];

export interface AggregateTables {
  office: typeof officeTables;
  register: typeof registerTables;
  dossier: DossierTables;
  intake: typeof intakeTables;
  incoming: typeof incomingTables;
}

interface AggregateSpec {
  readonly tables: Tables;
  /** Version of the records' shape; +1 with each migration that touches this kind. */
  readonly schemaVersion: number;
  /** Table → the segment file that a record lies in; tables not named lie in the main snapshot. */
  readonly segmentOf: Readonly<Record<string, (record: never) => string>>;
}

export const AGGREGATES = {
  office: { tables: officeTables, schemaVersion: 2, segmentOf: {} },
  register: {
    tables: registerTables,
    schemaVersion: 1,
    segmentOf: { entries: (entry: z.infer<(typeof registerTables)['entries']>) => entry.date.slice(0, 4) },
  },
  dossier: {
    tables: dossierTables,
    schemaVersion: 2,
    segmentOf: { reports: (report: z.infer<typeof reportSchema>) => report.period },
  },
  intake: {
    tables: intakeTables,
    schemaVersion: 1,
    segmentOf: {
      batches: (batch: z.infer<(typeof intakeTables)['batches']>) => batch.at.slice(0, 4),
      items: (item: z.infer<(typeof intakeTables)['items']>) => item.at.slice(0, 4),
    },
  },
  incoming: {
    tables: incomingTables,
    schemaVersion: 1,
    segmentOf: { entries: (entry: IncomingEntry) => String(entry.year) },
  },
} as const satisfies Record<AggregateKind, AggregateSpec>;
