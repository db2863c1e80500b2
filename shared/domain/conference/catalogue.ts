/** A dossier's conferences as the catalogue keeps them: what Hôm nay, the calendar and the question of a hall need. */
import { momentParts } from '../../date/moment';
import { z } from 'zod';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { invitedSince, isAttended } from './coverage';
import type { AttendanceRow, ConferenceRecord } from './model';
import { bodyWords } from './participants';
import {
  CONFERENCE_STATES,
  conferenceState,
  INVITATION_STANDINGS,
  invitationStanding,
  recordOf,
  type ConferenceItem,
} from './state';

export const conferenceSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  day: z.string().nullable(),
  /** `HH:mm` */
  time: z.string().nullable(),
  endTime: z.string().nullable(),
  /** The period that the plan names where it names no day. */
  period: z.string().nullable(),
  place: z.string(),
  chair: z.string(),
  participants: z.array(z.string()),
  state: z.enum(CONFERENCE_STATES),
  reason: z.string(),
  sequence: z.number(),
  asked: z.boolean(),
  invitation: z.enum(INVITATION_STANDINGS).default('none'),
  /** Own list of what is to be prepared and is not; null: the office's own list stands, nothing of it done. */
  open: z.array(z.object({ text: z.string(), daysBefore: z.number() })).nullable(),
  /** Materials that are not there. */
  missing: z.array(z.object({ name: z.string(), dueDay: z.string().nullable() })),
  /** Nothing of it is awaited. */
  attended: z.boolean(),
  /** Bodies whose attendance was told, and all of them; absent: none was. */
  told: z.object({ bodies: z.number(), of: z.number() }).optional(),
  minutes: z.boolean(),
  /** What lacks of it is not followed up any more. */
  untracked: z.boolean().default(false),
});
export type ConferenceSummary = z.infer<typeof conferenceSummarySchema>;

const LONGEST_TITLE = 120;
/** Names of those invited as the weekly schedule prints them; more are told by their number. */
const NAMED = 6;

/** Those invited as they were entered; before that, as the plan says it. */
function invitedWords(item: ConferenceItem, record: ConferenceRecord): string[] {
  const names =
    record.participants.length === 0
      ? item.participants
      : record.participants.map((line) => (line.entryId === null ? line.words : bodyWords(line)));
  const shown = names.slice(0, NAMED).map((name) => name.slice(0, LONGEST_TITLE));
  return names.length > NAMED ? [...shown, `và ${names.length - NAMED} thành phần khác`] : shown;
}

function toldOf(rows: readonly AttendanceRow[], since: number): NonNullable<ConferenceSummary['told']> {
  return { bodies: rows.filter(({ present }) => present !== null).length, of: rows.length + since };
}

export function conferenceSummaries(view: View<DossierTables>): ConferenceSummary[] {
  return view.list('items').flatMap((item): ConferenceSummary[] => {
    if (item.kind !== 'conference' || item.dropped) return [];
    const record = recordOf(view, item.id);
    const { day, time } = momentParts(item.start);
    const invitation = invitationStanding(item, record, (id) => view.get('documents', id));
    return [
      {
        id: item.id,
        title: item.name.slice(0, LONGEST_TITLE),
        day,
        time,
        endTime: record.endTime,
        period: item.period,
        place: record.place,
        chair: record.chair || (item.organizer ?? ''),
        participants: invitedWords(item, record),
        state: conferenceState(record, invitation),
        reason: record.halted?.reason ?? '',
        sequence: record.sequence,
        asked: record.participants.length > 0,
        invitation,
        open:
          record.checklist
            ?.filter(({ done }) => !done)
            .map(({ text, daysBefore }) => ({ text, daysBefore })) ?? null,
        missing: record.materials.filter(({ done }) => !done).map(({ name, dueDay }) => ({ name, dueDay })),
        attended: isAttended(record),
        ...(record.attendance && { told: toldOf(record.attendance.rows, invitedSince(record).length) }),
        minutes: record.minutes !== null,
        untracked: record.untracked,
      },
    ];
  });
}
