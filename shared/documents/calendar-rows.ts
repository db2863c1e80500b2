/** Lịch công tác as rows: what both the printed page and the sheet show, day by day. */
import { formatDate, weekdayName, type PlainDate } from '../date/plain-date';
import { daysFrom, weekOf } from '../domain/calendar/days';
import { byDay } from '../domain/calendar/events';
import { CALENDAR_KIND_WORDS, type CalendarEvent, type MarkedDay } from '../domain/calendar/model';

export interface CalendarBookInput {
  readonly office: { readonly parentBody: string; readonly issuingBody: string; readonly place: string };
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** In order of time. */
  readonly events: readonly CalendarEvent[];
  readonly marked: readonly MarkedDay[];
  /** ISO instant. */
  readonly createdAt: string;
}

export const CALENDAR_COLUMNS = [
  'Thứ, ngày',
  'Giờ',
  'Việc',
  'Nội dung',
  'Thuộc kế hoạch',
  'Tình hình',
] as const;

/** Up to so many days, a day without work stands too: the sheet is a plan of the week, not a list. */
const EVERY_DAY_UP_TO = 14;

export interface CalendarDay {
  readonly day: PlainDate;
  /** "Thứ Hai, 16/03/2026", with the holiday's name under it. */
  readonly heading: string;
  readonly off: boolean;
  readonly events: readonly CalendarEvent[];
}

/** Days of the range: each one of a short range, else those with an event or a name of their own. */
export function calendarDays({ from, to, events, marked }: CalendarBookInput): readonly CalendarDay[] {
  const days = daysFrom(from, to);
  const eventsOn = byDay(events);
  return days.flatMap((day): CalendarDay[] => {
    const ofDay = eventsOn.get(day) ?? [];
    const named = marked.find((each) => each.day === day);
    if (days.length > EVERY_DAY_UP_TO && ofDay.length === 0) return [];
    const words = weekdayName(day);
    const heading = `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${formatDate(day)}`;
    return [
      {
        day,
        heading: named ? `${heading}\n${named.name}` : heading,
        off: named?.kind === 'off',
        events: ofDay,
      },
    ];
  });
}

/** The cells after the day. */
export function calendarRow(event: CalendarEvent): readonly string[] {
  const hours = [event.time ?? '', event.conference?.endTime ?? ''].filter(Boolean).join('–');
  return [
    hours,
    CALENDAR_KIND_WORDS[event.kind],
    [event.title, ...conferenceLines(event)].join('\n'),
    event.plan,
    event.standing,
  ];
}

/** Who presides, where, who takes part: what a weekly schedule is pinned up for. */
function conferenceLines({ conference }: CalendarEvent): readonly string[] {
  if (!conference) return [];
  const { chair, place, participants } = conference;
  return [
    ...(chair === '' ? [] : [`Chủ trì: ${chair}`]),
    ...(place === '' ? [] : [`Địa điểm: ${place}`]),
    ...(participants.length === 0 ? [] : [`Thành phần: ${participants.join('; ')}`]),
  ];
}

/** "LỊCH CÔNG TÁC TUẦN" for a whole week, else "LỊCH CÔNG TÁC". */
export function calendarTitle({ from, to }: CalendarBookInput): string {
  const week = weekOf(from);
  return week[0] === from && week.at(-1) === to ? 'LỊCH CÔNG TÁC TUẦN' : 'LỊCH CÔNG TÁC';
}

export function calendarScope({ from, to }: CalendarBookInput): string {
  return `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
}
