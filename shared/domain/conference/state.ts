/** Where a conference stands, derived from its day and what was done. dự kiến → đã mời → đã họp; hoãn, hủy. */
import { momentParts } from '../../date/moment';
import { addDays, type PlainDate } from '../../date/plain-date';
import { coveredInterval, parsePeriod } from '../report/periods';
import { isAttended } from './coverage';
import type { PlanItemOf } from '../plan/model';
import type { DocumentRecord } from '../dispatch/model';
import { blankConference, type ConferenceDefaults, type ConferenceRecord, type Invitation } from './model';

export type ConferenceItem = PlanItemOf<'conference'>;

export const CONFERENCE_STATES = ['planned', 'invited', 'held', 'postponed', 'cancelled'] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];

/** How far the invitation to the day that stands has come. */
export const INVITATION_STANDINGS = ['none', 'unnumbered', 'unsent', 'sent'] as const;
export type InvitationStanding = (typeof INVITATION_STANDINGS)[number];

/** It was made for another moment than the one that stands now. */
export function isOutdated({ madeFor }: Invitation, { start }: Pick<ConferenceItem, 'start'>): boolean {
  return madeFor !== null && madeFor !== start;
}

/** By the furthest of the documents that invite to the day that stands; invited in another way is sent. */
export function invitationStanding(
  item: Pick<ConferenceItem, 'start'>,
  record: ConferenceRecord,
  documentOf: (id: string) => Pick<DocumentRecord, 'status' | 'registration'> | undefined,
): InvitationStanding {
  if (record.invitedBy !== null) return 'sent';
  const documents = record.invitations
    .filter((invitation) => !isOutdated(invitation, item))
    .map(({ documentId }) => documentOf(documentId))
    .filter((document) => document !== undefined);
  if (documents.some(({ status }) => status === 'issued')) return 'sent';
  if (documents.some(({ registration }) => registration !== null)) return 'unsent';
  return documents.length > 0 ? 'unnumbered' : 'none';
}

export function conferenceState(record: ConferenceRecord, invitation: InvitationStanding): ConferenceState {
  if (record.halted) return record.halted.kind;
  if (record.attendance !== null || record.minutes !== null) return 'held';
  return invitation === 'sent' ? 'invited' : 'planned';
}

/** The one thing that comes next; null: nothing is left. */
export type ConferenceStep =
  | 'reschedule'
  | 'set-day'
  | 'attend'
  | 'minutes'
  | 'participants'
  | 'invite'
  | 'number'
  | 'send'
  | 'prepare'
  | 'hold';

/** What an invitation that has not gone waits for. */
const INVITING = { none: 'invite', unnumbered: 'number', unsent: 'send' } as const;

export function nextStep(
  item: Pick<ConferenceItem, 'start'>,
  record: ConferenceRecord,
  today: PlainDate,
  invitation: InvitationStanding,
): ConferenceStep | null {
  const { day } = momentParts(item.start);
  if (record.halted) return record.halted.kind === 'postponed' ? 'reschedule' : null;
  if (record.untracked) return null;
  if (record.attendance !== null) {
    if (!isAttended(record)) return 'attend';
    return record.minutes === null ? 'minutes' : null;
  }
  if (day === null) return 'set-day';
  // Nobody can be counted before it is written who was to come.
  if (record.participants.length === 0) return 'participants';
  if (day < today) return 'attend';
  if (invitation !== 'sent') return INVITING[invitation];
  if (openChecklist(item, record, null).length > 0 || record.materials.some(({ done }) => !done))
    return 'prepare';
  return day === today ? 'attend' : 'hold';
}

export interface DueWork {
  readonly text: string;
  /** Last day; null while the conference has none. */
  readonly day: PlainDate | null;
}

/** What of the checklist is open; `defaults` stand where the conference has no list of its own. */
export function openChecklist(
  { start }: Pick<ConferenceItem, 'start'>,
  record: ConferenceRecord,
  defaults: ConferenceDefaults | null,
): readonly DueWork[] {
  const { day } = momentParts(start);
  const list = record.checklist ?? defaults?.checklist.map((line) => ({ ...line, done: false })) ?? [];
  return list
    .filter(({ done }) => !done)
    .map(({ text, daysBefore }) => ({ text, day: day === null ? null : addDays(day, -daysBefore) }));
}

/** First and last day of the period that the plan names ("trong quý I năm 2026"), by the calendar; null: none. */
export function periodDays(
  period: string | null,
): { readonly from: PlainDate; readonly to: PlainDate } | null {
  return period === null || parsePeriod(period) === null ? null : coveredInterval(period, 0);
}

/** The record of an item, blank where nothing was kept yet. */
export function recordOf(
  view: { get(table: 'conferences', id: string): ConferenceRecord | undefined },
  id: string,
): ConferenceRecord {
  return view.get('conferences', id) ?? blankConference(id);
}
