/** Where a conference stands, derived from its day and what was done. dự kiến → đã mời → đã họp; hoãn, hủy. */
import { addDays, type PlainDate } from '../../date/plain-date';
import { coveredInterval, parsePeriod } from '../report/periods';
import type { PlanItemOf } from '../plan/model';
import { blankConference, type ConferenceDefaults, type ConferenceRecord } from './model';

export type ConferenceItem = PlanItemOf<'conference'>;

export const CONFERENCE_STATES = ['planned', 'invited', 'held', 'postponed', 'cancelled'] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];

export interface StartParts {
  readonly day: PlainDate | null;
  /** `HH:mm` */
  readonly time: string | null;
}

/** `2026-02-11T14:00` → its day and hour. */
export function startParts(start: string | null): StartParts {
  if (start === null) return { day: null, time: null };
  return { day: start.slice(0, 10), time: /T(\d{2}:\d{2})/u.exec(start)?.[1] ?? null };
}

export function conferenceState(record: ConferenceRecord): ConferenceState {
  if (record.halted) return record.halted.kind;
  if (record.attendance !== null || record.minutes !== null) return 'held';
  return record.invitations.length > 0 || record.invitedBy !== null ? 'invited' : 'planned';
}

/** The one thing that comes next; null: nothing is left. */
export type ConferenceStep =
  'reschedule' | 'set-day' | 'attend' | 'minutes' | 'participants' | 'invite' | 'prepare' | 'hold';

export function nextStep(
  item: Pick<ConferenceItem, 'start'>,
  record: ConferenceRecord,
  today: PlainDate,
): ConferenceStep | null {
  const { day } = startParts(item.start);
  if (record.halted) return record.halted.kind === 'postponed' ? 'reschedule' : null;
  if (record.attendance !== null) return record.minutes === null ? 'minutes' : null;
  if (day === null) return 'set-day';
  if (day < today) return 'attend';
  if (record.participants.length === 0) return 'participants';
  if (conferenceState(record) === 'planned') return 'invite';
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
  const { day } = startParts(start);
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
