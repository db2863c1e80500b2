/**
 * The calendar as iCalendar (RFC 5545), which Outlook and Google read. Hours are written in UTC (Vietnam is UTC+7 all
 * year), so that no table of time zones is needed; a whole day is a date.
 */
import { CALENDAR_KIND_WORDS, type CalendarEvent } from '../domain/calendar/model';
import { readHour } from '../date/hour';
import { addDays } from '../date/plain-date';

const LINE_BYTES = 75;

/**
 * How long a conference is taken to last whose end the office did not say. Without DTEND and DURATION it would end as it
 * begins (RFC 5545 §3.6.1): other calendars draw a line without length and let the hour be booked again.
 */
const ASSUMED_HOURS = 2;

export interface CalendarFileInput {
  readonly events: readonly CalendarEvent[];
  readonly officeName: string;
  /** ISO instant of writing. */
  readonly createdAt: string;
}

/** Text of an .ics file: lines end with CRLF, none over 75 octets, no character parted. */
export function calendarIcs({ events, officeName, createdAt }: CalendarFileInput): string {
  const stamp = utc(createdAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//VPDU Desk//Lich cong tac//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`Lịch công tác – ${officeName}`)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.id)}@vpdu-desk`,
      `DTSTAMP:${stamp}`,
      ...(event.conference ? [`SEQUENCE:${event.conference.sequence}`] : []),
      ...moment(event),
      `SUMMARY:${escaped(`${CALENDAR_KIND_WORDS[event.kind]}: ${event.title}`)}`,
      `DESCRIPTION:${escaped([event.plan, event.standing, ...conferenceLines(event)].filter(Boolean).join('\n'))}`,
      ...(event.conference && event.conference.place !== ''
        ? [`LOCATION:${escaped(event.conference.place)}`]
        : []),
      ...(event.conference ? [`STATUS:${event.conference.cancelled ? 'CANCELLED' : 'CONFIRMED'}`] : []),
      `CATEGORIES:${escaped(CALENDAR_KIND_WORDS[event.kind])}`,
      // A due day does not make anybody busy; a conference at its hour does.
      `TRANSP:${isBusy(event) ? 'OPAQUE' : 'TRANSPARENT'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.flatMap(folded).join('\r\n') + '\r\n';
}

function isBusy({ kind, time, conference }: CalendarEvent): boolean {
  return kind === 'conference' && time !== null && conference?.cancelled !== true;
}

/** Who presides and who takes part. */
function conferenceLines(event: CalendarEvent): readonly string[] {
  const { chair, participants } = event.conference ?? { chair: '', participants: [] };
  return [
    hasAssumedEnd(event) ? `Chưa ghi giờ kết thúc; lịch tạm tính ${ASSUMED_HOURS} giờ.` : '',
    chair === '' ? '' : `Chủ trì: ${chair}`,
    participants.length === 0 ? '' : `Thành phần: ${participants.join('; ')}`,
  ];
}

function hasAssumedEnd({ kind, time, conference }: CalendarEvent): boolean {
  return kind === 'conference' && time !== null && (conference?.endTime ?? null) === null;
}

function moment(event: CalendarEvent): readonly string[] {
  const { day, conference } = event;
  // What an earlier version let through as an hour, and none is, makes a day of it, not an unwritten calendar.
  const time = event.time === null ? null : readHour(event.time);
  if (time !== null) {
    const start = `${day}T${time}:00+07:00`;
    const end = conference?.endTime ?? null;
    return [
      `DTSTART:${utc(start)}`,
      ...(end === null ? [] : [`DTEND:${utc(`${day}T${end}:00+07:00`)}`]),
      // The hour of a due day is a moment, with no length to assume.
      ...(hasAssumedEnd(event) ? [`DTEND:${utc(start, ASSUMED_HOURS)}`] : []),
    ];
  }
  return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`];
}

const compact = (day: string): string => day.replaceAll('-', '');

/** ISO instant, and so many hours more, → `20260211T070000Z`. */
function utc(instant: string, hours = 0): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545 §3.3.11; a line feed is written as \n, and no other control character is let through. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** RFC 5545 §3.1: a line of more than 75 octets goes on after CRLF and a space. */
function folded(line: string): readonly string[] {
  const out: string[] = [];
  let [piece, bytes] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (bytes + size > LINE_BYTES) {
      out.push(piece);
      [piece, bytes] = [' ', 1];
    }
    piece += character;
    bytes += size;
  }
  return [...out, piece];
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
