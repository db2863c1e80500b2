/** What a dossier's summary puts into the calendar. domain.md §5: due days are shown as they stand, never moved. */
import { dateOfInstant, formatDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { DossierSummary } from '../../schema/summarize';
import type { IncomingSummary } from '../../schema/summarize-incoming';
import type { ConferenceState } from '../conference/state';
import { type EntryMap } from '../report/expected-units';
import { parsePeriod, periodNameInText } from '../report/periods';
import { standingOf } from '../report/standing-of';
import type { TaskDirectory } from '../task/owing';
import { summaryStanding } from '../task/summary';
import type { CalendarEvent } from './model';

interface Range {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const CLOSED = 'hồ sơ đã kết thúc';

/**
 * Events of one dossier that fall into the range, both ends included, in no order. A day that the plan's text and a
 * period or request say twice is told once (the summary has already left the text's out).
 * Of a dossier that was ended only what lies after that stays, and is told as such: a conference still takes place.
 */
export function eventsOf(
  dossierId: string,
  summary: DossierSummary,
  entries: EntryMap,
  now: Instant,
  range: Range,
  directory: TaskDirectory,
): readonly CalendarEvent[] {
  const base = { dossierId, plan: summary.title, period: null };
  const { archived, closedOn } = summary;
  const from = archived && closedOn !== null && closedOn > range.from ? closedOn : range.from;
  if (archived && (closedOn === null || from > range.to)) return [];
  const within = (day: PlainDate): boolean => day >= from && day <= range.to;
  const events: CalendarEvent[] = [];
  const put = (event: Omit<CalendarEvent, 'dossierId' | 'plan' | 'period' | 'id'> & { period?: string }) => {
    if (!within(event.day)) return;
    const key = event.recordId ?? event.period ?? event.title;
    const standing = archived ? [event.standing, CLOSED].filter(Boolean).join(' · ') : event.standing;
    events.push({ ...base, ...event, standing, id: `${dossierId}.${event.kind}.${key}` });
  };

  const known = new Set(summary.conferences.map(({ id }) => id));
  const tasks = new Map(summary.followUp.tasks.map((task) => [task.id, task]));
  for (const { id, day, time, title, kind } of summary.days) {
    if (known.has(id)) continue;
    const task = kind === 'task' && within(day) ? tasks.get(id) : undefined;
    const duties = task && summaryStanding(task, summary, directory, dateOfInstant(now));
    put({
      kind,
      day,
      time,
      title,
      standing: duties ? `${duties.done}/${duties.units} đơn vị hoàn thành` : '',
      // What is not carried out, with its reason, is settled too.
      done: duties !== undefined && duties.done + duties.notDone === duties.units,
      recordId: id === '' ? null : id,
    });
  }
  for (const conference of summary.conferences) {
    const { id, title, day, time, endTime, place, chair, participants, state, reason, sequence } = conference;
    if (day !== null)
      put({
        kind: 'conference',
        day,
        time,
        title,
        standing: conferenceWords(state, reason),
        done: state === 'held' || state === 'cancelled',
        recordId: id,
        conference: {
          endTime,
          place,
          chair,
          participants: [...participants],
          cancelled: state === 'postponed' || state === 'cancelled',
          sequence,
        },
      });
  }
  for (const { id, title, lastDay, units } of summary.followUp.remedies)
    put({
      kind: 'remedy',
      day: lastDay,
      time: null,
      title: `Khắc phục sau kiểm tra: ${title}`,
      standing: `${units} đơn vị chưa khắc phục`,
      done: false,
      recordId: id,
    });

  for (const period of summary.periods) {
    const unitIds = summary.unitSets[period.units] ?? [];
    const { expected, received } = standingOf({ ...period, unitIds }, entries, now);
    put({
      kind: 'report',
      day: period.lastDay,
      time: period.time,
      title: `Báo cáo ${parsePeriod(period.id) ? periodNameInText(period.id) : period.id}`,
      standing: `đã nhận ${received}/${expected}${period.closed ? ', đã chốt' : ''}`,
      done: expected > 0 && received === expected,
      period: period.id,
      recordId: null,
    });
  }
  for (const request of summary.planRequests) {
    const unitIds = summary.unitSets[request.units] ?? [];
    const { expected, received } = standingOf({ ...request, unitIds, time: null }, entries, now);
    put({
      kind: 'own-plan',
      day: request.lastDay,
      time: null,
      title: request.title,
      standing: `đã nhận ${received}/${expected}`,
      done: expected > 0 && received === expected,
      recordId: request.id,
    });
  }
  for (const { id, title, to, lastDay, time, sent } of summary.upward)
    put({
      kind: 'upward',
      day: lastDay,
      time,
      title: `${title} – ${to}`,
      standing: sent === null ? '' : `đã gửi ${formatDate(sent.on)}`,
      done: sent !== null,
      recordId: id,
    });
  for (const { id, lastDay } of summary.difficulties)
    if (lastDay !== null)
      put({
        kind: 'difficulty',
        day: lastDay,
        time: null,
        title: 'Trả lời khó khăn, vướng mắc của đơn vị',
        standing: '',
        done: false,
        recordId: id,
      });
  return events;
}

/** "đã mời", "đã hủy: trùng kỳ họp"; nothing of one that is only planned. */
function conferenceWords(state: ConferenceState, reason: string): string {
  const words = CALENDAR_STATE[state];
  return reason === '' ? words : `${words}: ${reason}`;
}

const CALENDAR_STATE: Readonly<Record<ConferenceState, string>> = {
  planned: '',
  invited: 'đã mời',
  held: 'đã họp',
  postponed: 'hoãn',
  cancelled: 'đã hủy',
};

/** Documents that came in and wait for an answer or a plan by a day. */
export function incomingEvents({ waiting }: IncomingSummary, { from, to }: Range): readonly CalendarEvent[] {
  return waiting.flatMap(({ id, title, issuer, deadline, time, needsPlan }): CalendarEvent[] =>
    deadline === null || deadline < from || deadline > to
      ? []
      : [
          {
            id: `incoming.${id}`,
            kind: 'incoming',
            day: deadline,
            time,
            title,
            standing: needsPlan ? 'chưa có kế hoạch' : 'chưa giải quyết',
            done: false,
            dossierId: null,
            plan: issuer,
            period: null,
            recordId: id,
          },
        ],
  );
}

/** By day; within a day what has an hour stands first, by the hour. */
export function inOrder(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const key = ({ day, time, kind, title }: CalendarEvent): string =>
    `${day} ${time ?? '24:00'} ${kind} ${title}`;
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Events of each day, in the order in which they come. */
export function byDay(events: readonly CalendarEvent[]): ReadonlyMap<PlainDate, readonly CalendarEvent[]> {
  const days = new Map<PlainDate, CalendarEvent[]>();
  for (const event of events) {
    const ofDay = days.get(event.day);
    if (ofDay) ofDay.push(event);
    else days.set(event.day, [event]);
  }
  return days;
}
