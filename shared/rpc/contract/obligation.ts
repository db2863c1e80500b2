/** What is owed beside the periodic reports: units' own plans, reports upward, the ledger of difficulties. */
import { z } from 'zod';
import { hourInput } from '../../date/hour';
import { plainDateSchema } from '../../date/plain-date';
import { extensionSchema, periodRequestSchema, unitStatusSchema } from '../../domain/report/model';
import {
  difficultySchema,
  planRequestSchema,
  unitPlanSchema,
  upwardReportSchema,
} from '../../domain/report/obligation-model';
import { command, query } from '../method';
import { committed, noteText, offeredFiles, reasonText, revision, ticket } from './common';

const day = plainDateSchema;
const dayOrNone = plainDateSchema.nullable().default(null);

/** Rows of the lists name their dossier: the lists run over all of them. */
const inDossier = { dossierId: z.string(), plan: z.string() };
/** One dossier, or null for all that are open. */
const everywhere = z.object({ dossierId: z.string().nullable().default(null) });

export const planRequestRow = planRequestSchema.extend({
  ...inDossier,
  expected: z.number().int(),
  received: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  missing: z.number().int(),
  returned: z.number().int(),
  notDue: z.number().int(),
});
export type PlanRequestRow = z.infer<typeof planRequestRow>;

export const ownPlanUnit = unitStatusSchema.extend({
  plan: unitPlanSchema.nullable(),
  /** Name of the kept file. */
  fileName: z.string().nullable(),
});
export type OwnPlanUnitRow = z.infer<typeof ownPlanUnit>;

/** A dropped file and whose plan it seems to be; a person confirms. */
export const matchedPlan = z.object({
  ticket,
  /** Place inside what was dropped. */
  place: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  unitName: z.string(),
  /** Where the unit's name was read. */
  readFrom: z.enum(['file-name', 'first-page']).nullable(),
  numberText: z.string(),
  date: z.string().nullable(),
  /** Why a person must look; empty when nothing is doubtful. */
  doubt: z.string(),
  /** Why it can't be taken at all (a mark of secrecy, a kind of file that is not kept). */
  refused: z.string().nullable(),
});
export type MatchedPlan = z.infer<typeof matchedPlan>;

export const upwardStateSchema = z.enum(['not-due', 'unsent', 'on-time', 'late', 'confirmed', 'filed']);
export const upwardRow = upwardReportSchema.extend({
  ...inDossier,
  state: upwardStateSchema,
  late: z.boolean(),
  /** Name of the signed copy that was sent. */
  fileName: z.string().nullable(),
});
export type UpwardRow = z.infer<typeof upwardRow>;

export const difficultyStateSchema = z.enum(['waiting', 'overdue', 'answered', 'answered-late']);
export const difficultyRow = difficultySchema.extend({
  ...inDossier,
  unitName: z.string(),
  state: difficultyStateSchema,
  fileName: z.string().nullable(),
});
export type DifficultyRow = z.infer<typeof difficultyRow>;

/** One line of "Phải báo cáo": what units owe this office (`in`) and what this office owes (`up`). */
export const obligationRow = z.object({
  ...inDossier,
  direction: z.enum(['in', 'up']),
  kind: z.enum(['report', 'own-plan', 'upward']),
  /** Period, request or upward report. */
  id: z.string(),
  title: z.string(),
  /** `in`: how many units; `up`: to whom. */
  party: z.string(),
  lastDay: z.string(),
  time: z.string().nullable(),
  expected: z.number().int(),
  received: z.number().int(),
  /** done: all received, or sent. */
  state: z.enum(['not-due', 'overdue', 'done']),
  /** `up`: sent after its last day. */
  late: z.boolean(),
  numberText: z.string(),
  sentOn: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  filedOn: z.string().nullable(),
});
export type ObligationRow = z.infer<typeof obligationRow>;

const askedIn = z.object({ dossierId: z.string(), request: z.string() });
const upwardIn = z.object({ dossierId: z.string(), id: z.string() });

export const obligationMethods = {
  'obligation.list': query(everywhere, z.array(obligationRow)),

  /** What the plan's own sentences ask units to make, each with its sentence; and whom to ask by hand. */
  'ownPlan.propose': query(
    z.object({ dossierId: z.string() }),
    z.object({
      proposals: z.array(
        z.object({
          itemId: z.string(),
          sentence: z.string(),
          title: z.string(),
          dueDay: z.string(),
          proposedLastDay: z.string(),
          reason: z.string().nullable(),
          unitIds: z.array(z.string()),
          /** Already asked for from this sentence. */
          requestId: z.string().nullable(),
        }),
      ),
      /** Every active unit. */
      unitIds: z.array(z.string()),
      via: z.string(),
    }),
  ),
  /** `id` null: a new request. `units`: ids or names; groups are expanded. Null: every active unit. */
  'ownPlan.request': command(
    z.object({
      dossierId: z.string(),
      id: z.string().nullable().default(null),
      title: z.string(),
      lastDay: day,
      units: z.array(z.string()).nullable().default(null),
      via: z.string().default(''),
      itemId: z.string().nullable().default(null),
    }),
    planRequestSchema.extend({ revision, expected: z.number().int() }),
  ),
  /** Takes a request back that nobody has answered. */
  'ownPlan.remove': command(askedIn, committed),
  /** Looks at dropped files: whose plan, which number and day. Takes nothing in. */
  'ownPlan.match': command(
    askedIn.extend({ tickets: z.array(ticket).min(1) }),
    z.object({ files: z.array(matchedPlan) }),
  ),
  /** Plans come in, all of them or none. Files are kept byte for byte. */
  'ownPlan.receive': command(
    askedIn.extend({
      plans: z
        .array(
          z.object({
            unit: z.string(),
            numberText: z.string().default(''),
            date: dayOrNone,
            receivedOn: dayOrNone,
            ticket: ticket.nullable().default(null),
            /** Which file of the ticket; null: its only one. */
            place: z.string().nullable().default(null),
          }),
        )
        .min(1),
    }),
    z.object({ revision, received: z.number().int() }),
  ),
  'ownPlan.return': command(
    askedIn.extend({ unit: z.string(), reason: reasonText.min(1, 'Ghi lý do trả lại.') }),
    committed,
  ),
  'ownPlan.extend': command(
    askedIn.extend({
      extension: extensionSchema
        .omit({ time: true })
        .extend({ reason: reasonText.min(1, 'Ghi lý do gia hạn.') }),
    }),
    committed,
  ),
  'ownPlan.list': query(everywhere, z.array(planRequestRow)),
  'ownPlan.status': query(askedIn, planRequestRow.extend({ revision, units: z.array(ownPlanUnit) })),

  /** Reports upward that the dossier's periods and sentences call for and that are not on the list yet. */
  'upward.propose': query(
    z.object({ dossierId: z.string() }),
    z.array(
      z.object({
        kind: upwardReportSchema.shape.kind,
        title: z.string(),
        to: z.string(),
        sentence: z.string().nullable(),
        itemId: z.string().nullable(),
        period: z.string().nullable(),
        request: periodRequestSchema.nullable(),
        dueDay: z.string(),
        proposedLastDay: z.string(),
        time: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
  'upward.save': command(
    z.object({
      dossierId: z.string(),
      id: z.string().nullable().default(null),
      kind: upwardReportSchema.shape.kind,
      title: z.string(),
      to: z.string(),
      request: periodRequestSchema.nullable().default(null),
      period: z.string().nullable().default(null),
      itemId: z.string().nullable().default(null),
      lastDay: day,
      time: hourInput,
    }),
    z.object({ revision, id: z.string() }),
  ),
  /** `documentId`: the dossier's own document that it is; its number, day and signed copy are taken from there. */
  'upward.send': command(
    upwardIn.extend({
      numberText: z.string().default(''),
      date: dayOrNone,
      on: dayOrNone,
      time: hourInput,
      channel: z.string().default(''),
      documentId: z.string().nullable().default(null),
      ticket: ticket.nullable().default(null),
    }),
    committed,
  ),
  'upward.receipt': command(
    upwardIn.extend({ on: dayOrNone, note: noteText.default(''), ticket: ticket.nullable().default(null) }),
    committed,
  ),
  /** Lưu hồ sơ. */
  'upward.file': command(upwardIn.extend({ on: dayOrNone }), committed),
  /** Refused once it was sent. */
  'upward.remove': command(upwardIn, committed),
  'upward.list': query(everywhere, z.array(upwardRow)),

  'difficulty.save': command(
    z.object({
      dossierId: z.string(),
      id: z.string().nullable().default(null),
      unit: z.string(),
      subject: z.string(),
      receivedOn: dayOrNone,
      numberText: z.string().default(''),
      date: dayOrNone,
      forwardedTo: z.string().default(''),
      forwardedOn: dayOrNone,
      lastDay: dayOrNone,
      ticket: ticket.nullable().default(null),
    }),
    z.object({ revision, id: z.string(), questions: z.array(z.string()) }),
  ),
  'difficulty.answer': command(
    z.object({
      dossierId: z.string(),
      id: z.string(),
      numberText: z.string().default(''),
      date: dayOrNone,
      by: z.string().default(''),
      note: noteText.default(''),
      ticket: ticket.nullable().default(null),
    }),
    z.object({ revision, questions: z.array(z.string()) }),
  ),
  /** Refused once it was answered. */
  'difficulty.remove': command(z.object({ dossierId: z.string(), id: z.string() }), committed),
  'difficulty.list': query(everywhere, z.array(difficultyRow)),
  /** The ledger as a workbook; `open`: only what waits for an answer. */
  'difficulty.export': query(
    everywhere.extend({ only: z.enum(['all', 'open']).default('all') }),
    offeredFiles.extend({ rows: z.number().int() }),
  ),
} as const;
