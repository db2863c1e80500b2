/** Conferences of a dossier, and the money of plans and conferences. */
import { z } from 'zod';
import { hourInput } from '../../date/hour';
import { plainDateSchema } from '../../date/plain-date';
import { budgetLineSchema, paymentSchema } from '../../domain/budget/model';
import {
  attendanceRowSchema,
  checklistItemSchema,
  conferenceDefaultsSchema,
  conferenceSchema,
  invitationSchema,
  materialSchema,
  onlinePointSchema,
  participantSchema,
  programmeLineSchema,
} from '../../domain/conference/model';
import { attendanceSchema } from '../../domain/conference/coverage';
import { CONFERENCE_STATES } from '../../domain/conference/state';
import { figurePeriodSchema } from '../../domain/report/model';
import { conferenceItemSchema } from '../../domain/plan/model';
import { command, query } from '../method';
import { committed, empty, noteText, offeredFiles, reasonText, revision, ticket } from './common';

const dayOrNone = plainDateSchema.nullable().default(null);
const inDossier = z.object({ dossierId: z.string() });
const ofConference = inDossier.extend({ id: z.string() });

const coverage = z.object({ onTold: z.number().nullable(), onInvited: z.number().nullable() });
const step = z
  .enum([
    'reschedule',
    'set-day',
    'attend',
    'minutes',
    'participants',
    'invite',
    'number',
    'send',
    'prepare',
    'hold',
  ])
  .nullable();

export const conferenceRow = z.object({
  dossierId: z.string(),
  id: z.string(),
  name: z.string(),
  day: z.string().nullable(),
  time: z.string().nullable(),
  endTime: z.string().nullable(),
  period: z.string().nullable(),
  mode: z.enum(['online', 'in-person']).nullable(),
  place: z.string(),
  organizer: z.string(),
  chair: z.string(),
  state: z.enum(CONFERENCE_STATES),
  step,
  bodies: z.number().int(),
  seats: z.number().int(),
  attendance: attendanceSchema.nullable(),
  /** Nothing of it is awaited: all were told, or the rest is not tracked. */
  attended: z.boolean(),
  /** What lacks of it is not followed up any more. */
  untracked: z.boolean(),
  coverage,
});
export type ConferenceRow = z.infer<typeof conferenceRow>;

const invitedBody = z.object({
  key: z.string(),
  entryId: z.string().nullable(),
  name: z.string(),
  words: z.string(),
  via: z.string(),
  seats: z.number().nullable(),
});

export const conferenceView = conferenceRow.extend({
  revision,
  item: conferenceItemSchema,
  record: conferenceSchema,
  /** The conference's own list, or the office's. */
  checklist: z.array(checklistItemSchema.extend({ lastDay: z.string().nullable() })),
  invited: z.array(invitedBody),
  /** Rows to enter attendance in: what was told, and bodies that are new since. */
  attendanceRows: z.array(attendanceRowSchema),
  /** What a person should look at again, as sentences. */
  questions: z.array(z.string()),
  problems: z.array(z.string()),
  invitations: z.array(
    invitationSchema.extend({
      title: z.string(),
      numberText: z.string().nullable(),
      sent: z.boolean(),
      /** Made for another moment than the one that stands. */
      outdated: z.boolean(),
    }),
  ),
  minutesName: z.string().nullable(),
  /** Who may sign an invitation, and who does by itself for the body and for Văn phòng. */
  signing: z.object({
    options: z.array(z.object({ key: z.string(), text: z.string() })),
    body: z.string().nullable(),
    office: z.string().nullable(),
  }),
  closed: z.boolean(),
});
export type ConferenceView = z.infer<typeof conferenceView>;

/** `payments`: all of them, whenever the line was written; `paid`: their sum. */
export const budgetRow = budgetLineSchema.extend({
  payments: z.array(paymentSchema),
  paid: z.number(),
  about: z.string(),
  questions: z.array(z.string()),
});
export type BudgetRow = z.infer<typeof budgetRow>;
const totals = z.object({
  estimate: z.number(),
  approved: z.number(),
  spent: z.number(),
  left: z.number(),
});

const invitation = {
  type: z.enum(['GM', 'CV']).default('GM'),
  issuer: z.enum(['body', 'office']).default('body'),
  layout: z.enum(['together', 'each']).default('together'),
  /** Key of who signs (`signing` of the conference); null: who usually does; refused where that is not clear. */
  signer: z.string().nullable().default(null),
};

const heldRow = z.object({
  id: z.string(),
  name: z.string(),
  day: z.string(),
  attendance: attendanceSchema,
  coverage,
});

export const conferenceMethods = {
  'conference.list': query(inDossier, z.array(conferenceRow)),
  'conference.get': query(ofConference, conferenceView),
  /** Parts that are named replace what stands; lists whole. */
  'conference.save': command(
    ofConference.extend({
      item: z
        .object({
          name: z.string().trim().min(1, 'Ghi tên hội nghị.').max(500),
          organizer: z.string().nullable(),
          mode: z.enum(['online', 'in-person']).nullable(),
        })
        .partial()
        .default({}),
      parts: z
        .object({
          place: z.string().max(500),
          chair: z.string().max(300),
          contact: z.string().max(300),
          bring: z.string().max(500),
          points: z.array(onlinePointSchema).max(500),
          programme: z.array(programmeLineSchema.extend({ time: hourInput })).max(200),
          materials: z.array(materialSchema).max(200),
          participants: z.array(participantSchema).max(500),
          checklist: z.array(checklistItemSchema).max(100),
        })
        .partial()
        .default({}),
    }),
    committed,
  ),
  /** Gives it its day, or moves it; `evenPast`: a day that has passed is meant. */
  'conference.schedule': command(
    ofConference.extend({
      day: plainDateSchema,
      time: hourInput,
      endTime: hourInput,
      reason: reasonText.default(''),
      evenPast: z.boolean().default(false),
    }),
    committed,
  ),
  'conference.halt': command(
    ofConference.extend({ kind: z.enum(['postponed', 'cancelled']), reason: reasonText }),
    committed,
  ),
  'conference.resume': command(ofConference, committed),
  /** The invitation as a file to look at; with `documentId`, of that document with its number and day. Keeps nothing. */
  'conference.invitation': query(
    ofConference.extend({
      ...invitation,
      documentId: z.string().nullable().default(null),
      format: z.enum(['docx', 'pdf']),
    }),
    offeredFiles,
  ),
  /** Makes the invitation and keeps it as a document of the dossier, without a number: the register gives it. */
  'conference.invite': command(
    ofConference.extend({ ...invitation, format: z.enum(['docx', 'pdf']).default('docx') }),
    offeredFiles.extend({ revision, documentId: z.string() }),
  ),
  /** Invited by another paper, by telephone, by Zalo. */
  'conference.markInvited': command(ofConference.extend({ on: plainDateSchema, how: z.string() }), committed),
  /** Whole: every row of the conference. */
  'conference.attend': command(
    ofConference.extend({
      rows: z.array(attendanceRowSchema).max(2_000),
      note: z.string().max(2_000).default(''),
      /** Bodies without counts are not followed up any more. */
      restUntracked: z.boolean().default(false),
    }),
    z.object({ revision, attendance: attendanceSchema, coverage }),
  ),
  /** Không theo dõi nữa: what lacks of one that is over (attendance, minutes) is not asked for any more; or is again. */
  'conference.track': command(ofConference.extend({ tracked: z.boolean() }), committed),
  'conference.attendanceSheet': query(ofConference.extend({ format: z.enum(['pdf', 'xlsx']) }), offeredFiles),
  'conference.minutes': command(
    ofConference.extend({
      ticket: ticket.nullable().default(null),
      numberText: z.string().default(''),
      date: dayOrNone,
    }),
    committed,
  ),
  'conference.attachMaterial': command(ofConference.extend({ materialId: z.string(), ticket }), committed),
  /**
   * Conferences held in the days of a period, with both coverages, beside what units reported (HN01, HN02). The two are
   * compared, never added.
   */
  'conference.coverage': query(
    inDossier.extend({ period: figurePeriodSchema }),
    z.object({ from: z.string(), to: z.string(), held: z.array(heldRow), total: attendanceSchema, coverage }),
  ),
  'office.conferenceDefaults': query(empty, conferenceDefaultsSchema),
  'office.saveConferenceDefaults': command(conferenceDefaultsSchema.omit({ id: true }), committed),

  /** `conferenceId` absent: all lines; null: those of the plan as a whole. */
  'budget.list': query(
    inDossier.extend({ conferenceId: z.string().nullable().optional() }),
    z.object({ lines: z.array(budgetRow), totals }),
  ),
  'budget.save': command(
    inDossier.extend({
      id: z.string().nullable().default(null),
      ...budgetLineSchema.omit({ id: true, createdAt: true }).shape,
      note: noteText.default(''),
      source: z.string().default(''),
      estimate: budgetLineSchema.shape.estimate.default(null),
      approved: budgetLineSchema.shape.approved.default(null),
      /** One payment, from callers that know of no other; it becomes the first of `payments`. */
      spent: budgetLineSchema.shape.spent.default(null),
      conferenceId: z.string().nullable().default(null),
    }),
    z.object({ revision, id: z.string(), questions: z.array(z.string()) }),
  ),
  'budget.remove': command(inDossier.extend({ id: z.string() }), committed),
  'budget.export': query(inDossier, offeredFiles.extend({ rows: z.number().int() })),
} as const;
