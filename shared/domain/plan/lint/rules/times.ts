/** Days, weekdays, deadlines, reporting duties, conferences, targets. */
import { dateExists, formatDate, plainDate, weekday, WEEKDAY_NAMES } from '../../../../date/plain-date';
import { dayOffReason } from '../../../../date/working-days';
import { keyOf } from '../../reading/lines';
import { EVENT } from '../../reading/vocabulary';
import { allSections, proseOf, replaceFix } from '../context';
import type { Found, LintContext, LintRule } from '../model';

const WEEKDAYS: Readonly<Record<string, number>> = {
  'hai': 1, '2': 1, 'ba': 2, '3': 2, 'tư': 3, '4': 3, 'năm': 4, '5': 4, 'sáu': 5, '6': 5, 'bảy': 6, '7': 6,
}; // prettier-ignore
const NAME = '(?:thứ\\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))';
const DAY = '(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(20\\d{2})';
const DATED_WEEKDAYS = [
  {
    pattern: new RegExp(`${DAY}\\s*\\(?\\s*(?:tức\\s+)?${NAME}(?![\\p{L}])`, 'gu'),
    days: [1, 2, 3],
    names: [4, 5],
  },
  { pattern: new RegExp(`${NAME}[\\s,(]*(?:ngày\\s+)?${DAY}`, 'gu'), days: [3, 4, 5], names: [1, 2] },
] as const;

/** "11/02/2026 (thứ Tư)", "thứ Tư, ngày 11/02/2026": the weekday checked against the calendar. */
function weekdays(context: LintContext): Found[] {
  return proseOf(context).flatMap(({ text, start }) =>
    DATED_WEEKDAYS.flatMap(({ pattern, days, names }) =>
      [...keyOf(text).matchAll(pattern)].flatMap((match) => {
        const [day = 0, month = 0, year = 0] = days.map((group) => Number(match[group]));
        const named = match[names[0]];
        const said = match[names[1]] !== undefined ? 7 : WEEKDAYS[named ?? ''];
        if (said === undefined || !dateExists(year, month, day)) return [];
        const date = plainDate(year, month, day);
        const real = weekday(date);
        if (real === said) return [];
        const place = { start: start + match.index, end: start + match.index + match[0].length };
        const name = WEEKDAY_NAMES[real - 1] ?? '';
        const excerpt = text.slice(match.index, match.index + match[0].length);
        const at = keyOf(excerpt).search(/thứ|chủ nhật/u);
        const words = /^(?:thứ\s+\S+?|chủ nhật)(?=[\s,)]|$)/iu.exec(excerpt.slice(at))?.[0] ?? '';
        const from = place.start + at;
        return [
          {
            place,
            message: `“${excerpt}”: ngày ${formatDate(date)} là ${name}; hãy kiểm tra lại thứ hoặc ngày.`,
            ...(words === ''
              ? {}
              : { fix: replaceFix({ start: from, end: from + words.length }, name, false) }),
          },
        ];
      }),
    ),
  );
}

function daysOff(context: LintContext): Found[] {
  return context.plan.deadlines.flatMap(({ kind, lastDay, text, source }) => {
    if (kind !== 'date' || lastDay === null || !/\d{1,2}[/.-]\d{1,2}/.test(text)) return [];
    const reason = dayOffReason(lastDay, context.holidays);
    // "Trước ngày 16/3", a Monday, is meant to be done on Friday; a span of days may well contain a Sunday.
    return reason === null || /^\s*trước|từ ngày|đến|[-–]/iu.test(text)
      ? []
      : [
          {
            place: source ?? null,
            message: `Hạn cuối ${formatDate(lastDay)} (“${text}”) là ngày nghỉ: ${reason}; nên đặt vào ngày làm việc.`,
          },
        ];
  });
}

const TIMED =
  /(?:trước|đến|chậm nhất|hết|trong|xong|ngày|hạn)\s+(?:ngày\s+)?\d|quý\s+[IVX\d]|tháng\s+\d|hằng (?:tháng|quý|năm|tuần|ngày)|hàng (?:tháng|quý|năm|tuần|ngày)|thường xuyên|(?:sáu|06|6) tháng|cuối năm|đột xuất/iu;

/** Sections whose days hold for all the work. */
const OF_TIME = /thời gian|tiến độ|lộ trình|thời hạn/iu;

function topTitleAt(context: LintContext, at: number): string {
  return (
    context.plan.sections.findLast(({ source }) => source !== undefined && source.start <= at)?.title ?? ''
  );
}

/** A unit whose tasks have no day, period or cycle, and that no deadline of the plan covers. */
function tasksWithoutTime(context: LintContext): Found[] {
  const { assignments, deadlines, workItems } = context.plan;
  const first = Math.min(...assignments.map(({ source }) => source?.start ?? Infinity));
  const general = deadlines.some(({ who, source, kind }) => {
    if (source === undefined || kind === 'continuous') return false;
    if (who !== null && !/các (?:cơ quan|đơn vị|chi bộ|cấp ủy)/iu.test(who)) return false;
    const inOne = assignments.some((one) =>
      one.tasks.some(
        (task) => task.source && source.start >= task.source.start && source.end <= task.source.end,
      ),
    );
    return !inOne && (source.start >= first || OF_TIME.test(topTitleAt(context, source.start)));
  });
  if (general || workItems.some(({ time }) => time !== null)) return [];
  return assignments.flatMap(({ unit, units, tasks, source, from }) => {
    if (tasks.length === 0 || units.length === 0) return [];
    const timed = tasks.some(
      ({ lastDay, period, recurrence, text }) =>
        lastDay !== null ||
        period !== null ||
        (recurrence !== null && recurrence !== 'định kỳ') ||
        TIMED.test(text),
    );
    return timed
      ? []
      : [
          {
            place: source ?? null,
            message: `${unit} (mục ${from}) có ${tasks.length} nhiệm vụ nhưng không nhiệm vụ nào ghi thời hạn hoặc kỳ báo cáo; hãy thêm thời hạn để theo dõi được.`,
          },
        ];
  });
}

function reportingWithoutDay(context: LintContext): Found[] {
  return context.plan.reporting.flatMap(({ text, cycle, source }) => {
    if (!/báo cáo (?:kết quả|tiến độ|tình hình)|gửi báo cáo|tổng hợp,? báo cáo/iu.test(text)) return [];
    if (/khó khăn|vướng mắc|phát sinh|đột xuất/iu.test(text)) return [];
    if (
      (cycle !== null && !/^(?:định kỳ|thường xuyên)$/iu.test(cycle)) ||
      /\d/.test(text) ||
      TIMED.test(text)
    )
      return [];
    return [
      {
        place: source ?? null,
        message:
          'Yêu cầu báo cáo nhưng không ghi ngày, kỳ hoặc chu kỳ báo cáo; hãy ghi rõ (ví dụ “trước ngày 15 tháng cuối quý”).',
      },
    ];
  });
}

/** Events that a heading announces and describes, but not when: the reader takes those with a moment only. */
function conferencesWithoutTime(context: LintContext): Found[] {
  return allSections(context.plan.sections).flatMap(({ label, title, paragraphs, children, source }) => {
    if (/^[IVX]*$/.test(label) || !EVENT.test(keyOf(title)) || children.length > 0) return [];
    const lines = paragraphs.map((line) => keyOf(line).replace(/^[-+*\s]+/, ''));
    const described = lines.some((line) => /^(?:thành phần|đại biểu|địa điểm)[^:]{0,40}:/.test(line));
    const timed = lines.some((line) =>
      /thời gian|thời điểm|ngày \d|tháng \d|quý [iv\d]|\d{1,2}\/\d/.test(line),
    );
    return described && !timed
      ? [
          {
            place: source ?? null,
            message: `“${title}” không ghi thời gian; hãy ghi ngày, giờ hoặc thời gian dự kiến.`,
          },
        ]
      : [];
  });
}

/** A conference that has only a planned quarter gets its place with the invitation. */
function conferencesWithoutPlace(context: LintContext): Found[] {
  const { sections, conferences } = context.plan;
  const starts = allSections(sections).flatMap(({ source }) => (source ? [source.start] : []));
  return conferences.flatMap(({ name, start, mode, source }) => {
    if (start === null || mode !== null || !source) return [];
    const end = Math.min(source.start + 900, ...starts.filter((at) => at > source.start));
    const words = context.text.slice(source.start, Math.max(end, source.end));
    return /địa điểm|hội trường|trụ sở|tại |trực tuyến|điểm cầu|nhà văn hóa/iu.test(words)
      ? []
      : [
          {
            place: source,
            message: `“${name}” có ngày nhưng không ghi địa điểm hoặc hình thức; hãy bổ sung.`,
          },
        ];
  });
}

/** The same target said twice with two values: equal words, other number. */
function twoValues(context: LintContext): Found[] {
  const known = new Map<string, { value: number; text: string; end: number }>();
  const out: Found[] = [];
  for (const { text, value, unit, year, per, operator, source } of context.plan.targets) {
    const words = keyOf(text)
      .replace(/[\d.,]+\s*%?/g, ' ')
      .replace(/(?<!\p{L})(?:trên|dưới|từ|ít nhất|tối thiểu|đạt|phấn đấu|khoảng|trở lên|hơn)(?!\p{L})/gu, ' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
    if (words.split(' ').length < 4) continue;
    const key = `${words}|${unit ?? ''}|${year ?? ''}|${per ?? ''}|${operator.startsWith('<') ? '<' : '>'}`;
    const before = known.get(key);
    if (!before) known.set(key, { value, text, end: source?.end ?? 0 });
    // One sentence may set several values: only another sentence contradicts.
    else if (before.value !== value && (source?.start ?? 0) >= before.end)
      out.push({
        place: source ?? null,
        message: `Một chỉ tiêu ghi hai mức: “${before.text}” và “${text}”; hãy sửa cho thống nhất.`,
      });
  }
  return out;
}

/** What the reader already says about days that no calendar has. */
function impossibleDays(context: LintContext): Found[] {
  const read = daysRead(context);
  const others = proseOf(context).flatMap(({ text, start }) =>
    [...text.matchAll(WRITTEN_DAY)].flatMap((match): Found[] => {
      const [written, day = '', , month = '', year = ''] = match;
      const place = { start: start + match.index, end: start + match.index + written.length };
      const told = read.some(
        (each) => each.place && each.place.start < place.end && place.start < each.place.end,
      );
      return told || Number(year) < 1900 || dateExists(Number(year), Number(month), Number(day))
        ? []
        : [{ place, message: `Ngày “${written}” không có trong lịch; hãy sửa lại ngày.` }];
    }),
  );
  return [...read, ...others];
}

/** A day with its year in any sentence, whether or not the reader took it for a deadline. */
const WRITTEN_DAY = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])/gu;

function daysRead(context: LintContext): Found[] {
  return context.plan.warnings
    .filter(({ code }) => code === 'date-does-not-exist')
    .map(({ message, excerpt }) => {
      const start = excerpt === '' ? -1 : context.text.indexOf(excerpt);
      return { place: start < 0 ? null : { start, end: start + excerpt.length }, message };
    });
}

const CALENDAR = 'Lịch';
const FOLLOWED = 'Kinh nghiệm văn thư: việc có hạn mới theo dõi được';

export const TIMES: readonly LintRule[] = [
  { code: 'date-does-not-exist', title: 'Ngày không có trong lịch', severity: 'error', source: CALENDAR, check: impossibleDays },
  { code: 'weekday-mismatch', title: 'Thứ không khớp ngày', severity: 'error', source: CALENDAR, check: weekdays },
  { code: 'deadline-day-off', title: 'Hạn cuối vào ngày nghỉ', severity: 'hint', source: 'Lịch và ngày nghỉ đã khai', check: daysOff },
  { code: 'task-without-time', title: 'Nhiệm vụ không có thời hạn', severity: 'hint', source: FOLLOWED, check: tasksWithoutTime },
  { code: 'reporting-without-day', title: 'Báo cáo không có hạn', severity: 'hint', source: FOLLOWED, check: reportingWithoutDay },
  { code: 'conference-without-time', title: 'Hội nghị không có thời gian', severity: 'warning', source: FOLLOWED, check: conferencesWithoutTime },
  { code: 'conference-without-place', title: 'Hội nghị không có địa điểm', severity: 'hint', source: FOLLOWED, check: conferencesWithoutPlace },
  { code: 'target-two-values', title: 'Một chỉ tiêu, hai mức', severity: 'error', source: 'Đối chiếu trong văn bản', check: twoValues },
]; // prettier-ignore
