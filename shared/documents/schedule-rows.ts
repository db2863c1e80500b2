/**
 * Lịch công tác as an office pins it up: each day in its morning and its afternoon, what is held at which hour, who
 * presides, who takes part, where; then, in one short list, what falls due. How work stands is told in the window, not
 * on the wall. [D], after the habit of wards' weekly schedules: "Tuần …, từ ngày … đến ngày …", Sáng, Chiều.
 */
import {
  daysBetween,
  formatDate,
  isWeekend,
  partsOf,
  plainDate,
  weekdayName,
  type PlainDate,
} from '../date/plain-date';
import { daysFrom, weekOf } from '../domain/calendar/days';
import { byDay } from '../domain/calendar/events';
import { CALENDAR_KIND_WORDS, type CalendarEvent, type MarkedDay } from '../domain/calendar/model';

export interface CalendarBookInput {
  readonly office: {
    readonly system: 'party' | 'state';
    readonly parentBody: string;
    readonly issuingBody: string;
    readonly place: string;
  };
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** In order of time. */
  readonly events: readonly CalendarEvent[];
  readonly marked: readonly MarkedDay[];
  /** Numbers of plans by dossier, where they have one: a plan is named by its number on paper. */
  readonly numberTexts: ReadonlyMap<string, string>;
  /** ISO instant. */
  readonly createdAt: string;
}

/** What is held: an hour, and what an invited person must know. */
export interface ScheduleRow {
  readonly time: string;
  readonly content: string;
  readonly chair: string;
  readonly participants: string;
  readonly place: string;
}

export interface SchedulePart {
  readonly name: 'Trong ngày' | 'Sáng' | 'Chiều' | 'Tối';
  /** None: the line is left to write on. */
  readonly rows: readonly ScheduleRow[];
}

export interface ScheduleDay {
  readonly day: PlainDate;
  /** "Thứ Hai\n16/03", with the holiday's name under it. */
  readonly heading: string;
  readonly off: boolean;
  readonly parts: readonly SchedulePart[];
}

/** A conference's name is cut on paper where it is longer; the invitation has it whole. */
const CONTENT_LENGTH = 150;
const PLAN_LENGTH = 60;
const DUE_LENGTH = 90;
/** So many of those invited are named; the list of the invitation has all. */
const NAMED = 6;
const NOON = '12:00';
const EVENING = '18:00';

/** At most so many characters, cut between words; the mark says that there is more. */
export function brief(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : most).replace(/[\s,;:–-]+$/u, '')}…`;
}

/** "8 giờ 00", and on a line of its own "đến 11 giờ 30". */
function hoursOf({ time, conference }: CalendarEvent): string {
  return [time, conference?.endTime ?? null]
    .flatMap((hour) => (hour === null ? [] : [hourText(hour)]))
    .join('\nđến ');
}

function hourText(hour: string): string {
  return `${Number(hour.slice(0, 2))} giờ ${hour.slice(3, 5)}`;
}

function rowOf(event: CalendarEvent): ScheduleRow {
  const { chair = '', place = '', participants = [] } = event.conference ?? {};
  const others = participants.length - NAMED;
  return {
    time: hoursOf(event),
    content: brief(event.title, CONTENT_LENGTH),
    chair,
    participants:
      others > 1
        ? `${participants.slice(0, NAMED).join('; ')} và ${others} nơi khác theo giấy mời`
        : participants.join('; '),
    place,
  };
}

/** What is held on its day: a conference that was put off or called off is not. */
function isHeld({ conference, kind }: CalendarEvent): boolean {
  return kind === 'conference' && conference?.cancelled !== true;
}

/** Monday to Sunday, as it is pinned up; else any range. */
export function isWeek({ from, to }: Pick<CalendarBookInput, 'from' | 'to'>): boolean {
  const week = weekOf(from);
  return week[0] === from && week.at(-1) === to;
}

const PARTS = [
  { name: 'Trong ngày', of: (time: string | null) => time === null },
  { name: 'Sáng', of: (time: string | null) => time !== null && time < NOON },
  { name: 'Chiều', of: (time: string | null) => time !== null && time >= NOON && time < EVENING },
  { name: 'Tối', of: (time: string | null) => time !== null && time >= EVENING },
] as const;

function headingOf(day: PlainDate): string {
  const words = weekdayName(day);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}\n${formatDate(day).slice(0, 5)}`;
}

/**
 * Days with their parts. Of a week each day stands; a working day has its morning and its afternoon also where nothing
 * is held: what comes up is written in by hand. Of another range only days on which something is held.
 */
export function scheduleDays(input: CalendarBookInput): readonly ScheduleDay[] {
  const heldOn = byDay(input.events.filter(isHeld));
  const week = isWeek(input);
  return daysFrom(input.from, input.to).flatMap((day): ScheduleDay[] => {
    const held = heldOn.get(day) ?? [];
    const named = input.marked.find((each) => each.day === day);
    if (!week && held.length === 0) return [];
    const off = named?.kind === 'off' || (isWeekend(day) && named?.kind !== 'work');
    const parts = PARTS.flatMap(({ name, of }): SchedulePart[] => {
      const rows = held.filter(({ time }) => of(time)).map(rowOf);
      const stands = week && !off && (name === 'Sáng' || name === 'Chiều');
      return rows.length > 0 || stands ? [{ name, rows }] : [];
    });
    const heading = headingOf(day);
    return [{ day, heading: named ? `${heading}\n${named.name}` : heading, off, parts }];
  });
}

/** "12-KH/ĐU", or the beginning of the plan's title where it has no number yet. */
function planText(event: CalendarEvent, numbers: CalendarBookInput['numberTexts']): string {
  const number = event.dossierId === null ? undefined : numbers.get(event.dossierId);
  return number ?? brief(event.plan, PLAN_LENGTH);
}

export interface DueLine {
  readonly day: PlainDate;
  /** `HH:mm`; null: any hour of the day. */
  readonly time: string | null;
  /** "Hạn báo cáo" */
  readonly kind: string;
  readonly title: string;
  /** Plans that say so, by number; empty for a document that came in. */
  readonly plans: readonly string[];
}

/** What falls due and is not done yet; what several plans ask for on one day in the same words is one line. */
export function dueLines({ events, numberTexts }: CalendarBookInput): readonly DueLine[] {
  const lines = new Map<string, DueLine & { readonly plans: string[] }>();
  for (const event of events) {
    if (event.kind === 'conference' || event.done) continue;
    const key = `${event.day} ${event.time ?? ''} ${event.kind} ${event.title}`;
    const line = lines.get(key) ?? {
      day: event.day,
      time: event.time,
      kind: CALENDAR_KIND_WORDS[event.kind],
      title: brief(event.title, DUE_LENGTH),
      plans: [],
    };
    const plan = event.plan === '' ? '' : planText(event, numberTexts);
    if (plan !== '' && !line.plans.includes(plan)) line.plans.push(plan);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** "16 giờ 00, Hạn báo cáo: Báo cáo quý I năm 2026 (12-KH/ĐU, 15-KH/ĐU)" */
export function dueText({ time, kind, title, plans }: DueLine): string {
  const hour = time === null ? '' : `${hourText(time)}, `;
  return `${hour}${kind}: ${title}${plans.length === 0 ? '' : ` (${plans.join(', ')})`}`;
}

/** "LỊCH CÔNG TÁC TUẦN" for a whole week, else "LỊCH CÔNG TÁC". */
export function calendarTitle(input: Pick<CalendarBookInput, 'from' | 'to'>): string {
  return isWeek(input) ? 'LỊCH CÔNG TÁC TUẦN' : 'LỊCH CÔNG TÁC';
}

/** Weeks are counted as in ISO 8601: the first one has the year's first Thursday. */
export function weekNumber(day: PlainDate): number {
  const thursday = weekOf(day)[3] ?? day;
  const { year } = partsOf(thursday);
  return Math.floor(daysBetween(plainDate(year, 1, 1), thursday) / 7) + 1;
}

/** "Tuần 12, từ ngày 16/03/2026 đến ngày 22/03/2026" */
export function calendarScope(input: Pick<CalendarBookInput, 'from' | 'to'>): string {
  const days = `từ ngày ${formatDate(input.from)} đến ngày ${formatDate(input.to)}`;
  return isWeek(input) ? `Tuần ${weekNumber(input.from)}, ${days}` : `T${days.slice(1)}`;
}
