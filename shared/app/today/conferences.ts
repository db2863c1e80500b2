/** Conferences: one line each, with the one step that it waits for first. */
import { addDays, daysBetween, formatDate, weekdayName, type PlainDate } from '../../date/plain-date';
import type { ConferenceSummary } from '../../domain/conference/catalogue';
import type { ConferenceDefaults } from '../../domain/conference/model';
import { periodDays } from '../../domain/conference/state';
import type { DossierSummary } from '../../schema/summarize';
import { NEAR_DAYS, SOON_DAYS, urgencyOf, type TodayItem } from './item';

/** Conferences that nobody told of for longer are told together, one line a dossier, until they are settled. */
const LATE_DAYS = 30;
/** Minutes are written within some days. */
const MINUTES_DAYS = 3;

type Line = Pick<TodayItem, 'kind' | 'detail' | 'date' | 'action'>;

export function conferenceItems(
  dossierId: string,
  summary: DossierSummary,
  defaults: ConferenceDefaults,
  today: PlainDate,
): TodayItem[] {
  const old: PlainDate[] = [];
  const items = summary.conferences.flatMap((conference): TodayItem[] => {
    const line = lineOf(conference, defaults, today);
    if (line === null) return [];
    // What waits for its new day is news until it has one.
    if (conference.state !== 'postponed' && line.date !== null && line.date < addDays(today, -LATE_DAYS)) {
      old.push(line.date);
      return [];
    }
    return [
      {
        ...line,
        dossierId,
        period: null,
        about: { kind: 'conference', id: conference.id },
        title: /^(?:dự )?hội nghị/iu.test(conference.title)
          ? conference.title
          : `Hội nghị: ${conference.title}`,
        detail: [line.detail, summary.title].filter(Boolean).join(' · '),
      },
    ];
  });
  const [since] = old.sort();
  if (since === undefined) return items;
  const long: TodayItem = {
    dossierId,
    period: null,
    about: { kind: 'conference', id: null },
    kind: 'overdue',
    title: `${old.length} hội nghị đã qua trên ${LATE_DAYS} ngày chưa ghi xong`,
    detail: `${summary.title} · chưa có ngày, điểm danh hoặc biên bản · sớm nhất ${formatDate(since)}`,
    date: since,
    action: 'Ghi hoặc thôi theo dõi',
  };
  return [...items, long];
}

/** The most pressing thing; null where there is none today. */
function lineOf(conference: ConferenceSummary, defaults: ConferenceDefaults, today: PlainDate): Line | null {
  const { day, time, state } = conference;
  if (state === 'cancelled' || conference.untracked) return null;
  if (state === 'postponed')
    return {
      kind: 'soon',
      detail: `Đang hoãn: ${conference.reason}`,
      date: day,
      action: 'Định ngày mới',
    };
  if (day === null) return withoutDay(conference, today);
  if (day < today) return afterwards(conference, day, today);
  const when = `${time === null ? '' : `${time} `}${weekdayName(day)}, ${formatDate(day)}`;
  const waits = preparations(conference, day, defaults, today);
  const [first] = waits;
  if (first)
    return {
      kind: urgencyOf(first.day, today),
      // The day in front of the line is the conference's: what is late is its preparing, since another day.
      detail: `${when} · ${first.day < today ? `chuẩn bị trễ từ ${formatDate(first.day)}: ` : ''}${waits.map(({ words }) => words).join('; ')}`,
      date: day,
      action: first.action,
    };
  if (day > addDays(today, SOON_DAYS)) return null;
  return {
    kind: urgencyOf(day, today),
    detail: when,
    date: day,
    action: day === today ? 'Điểm danh' : 'Mở hội nghị',
  };
}

/** "trong quý I": its day is asked from shortly before the period on. */
function withoutDay({ period }: ConferenceSummary, today: PlainDate): Line | null {
  const days = periodDays(period);
  if (!days || days.from > addDays(today, SOON_DAYS)) return null;
  const late = days.to < today;
  return {
    kind: late ? 'overdue' : days.to <= addDays(today, SOON_DAYS) ? 'due' : 'soon',
    detail: `Chưa có ngày; kế hoạch ghi từ ${formatDate(days.from)} đến ${formatDate(days.to)}`,
    date: days.to,
    action: 'Định ngày',
  };
}

function afterwards(
  { asked, attended, told, minutes }: ConferenceSummary,
  day: PlainDate,
  today: PlainDate,
): Line | null {
  const past = daysBetween(day, today);
  if (!asked)
    return {
      kind: 'overdue',
      detail: `Đã họp ${formatDate(day)}, chưa ghi thành phần và điểm danh`,
      date: day,
      action: 'Ghi thành phần',
    };
  if (!attended)
    return {
      kind: 'overdue',
      detail: `Đã họp ${formatDate(day)}, ${told ? `đã ghi điểm danh ${told.bodies}/${told.of} thành phần` : 'chưa ghi điểm danh'}`,
      date: day,
      action: 'Ghi điểm danh',
    };
  if (!minutes && past >= MINUTES_DAYS)
    return {
      kind: 'confirm',
      detail: `Họp ${formatDate(day)}, chưa gắn biên bản`,
      date: day,
      action: 'Gắn biên bản',
    };
  return null;
}

/** How far the invitation has come, and what comes next. */
const INVITING = {
  none: { words: 'chưa làm giấy mời', action: 'Làm giấy mời' },
  unnumbered: { words: 'giấy mời chưa có số', action: 'Lấy số giấy mời' },
  unsent: { words: 'giấy mời chưa gửi', action: 'Gửi giấy mời' },
  // Not reached: a conference whose invitation has gone is no longer only planned.
  sent: { words: 'đã gửi giấy mời', action: 'Mở hội nghị' },
} as const satisfies Record<ConferenceSummary['invitation'], Pick<Waiting, 'words' | 'action'>>;

interface Waiting {
  /** Last day to do it. */
  readonly day: PlainDate;
  readonly words: string;
  readonly action: string;
}

/** What should be done by now or within some days, the earliest first. */
function preparations(
  conference: ConferenceSummary,
  day: PlainDate,
  defaults: ConferenceDefaults,
  today: PlainDate,
): readonly Waiting[] {
  const waits: Waiting[] = [];
  if (conference.state === 'planned')
    waits.push({
      day: addDays(day, -defaults.invitationDays),
      ...(conference.asked
        ? INVITING[conference.invitation]
        : { words: 'chưa ghi thành phần, chưa mời', action: 'Ghi thành phần' }),
    });
  for (const { name, dueDay } of conference.missing)
    waits.push({ day: dueDay ?? day, words: `thiếu tài liệu “${name}”`, action: 'Xem tài liệu' });
  for (const { text, daysBefore } of conference.open ?? defaults.checklist)
    waits.push({ day: addDays(day, -daysBefore), words: `chuẩn bị: ${text}`, action: 'Xem việc chuẩn bị' });
  return waits
    .filter((one) => one.day <= addDays(today, NEAR_DAYS))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
