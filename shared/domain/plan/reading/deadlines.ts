/** Deadlines by their Vietnamese meaning: "trước ngày", "chậm nhất", "trong quý II", "thường xuyên", … */
import { addDays } from '../../../date/plain-date';
import type { ParsedDeadline, ParsedWarning } from '../parsed';
import { labelOf } from './labels';
import { keyOf } from './lines';
import { findDay, findPeriod, findTime, firstDayOfPeriod, type YearContext } from './moments';
import type { Placed, SectionNode } from './sections';
import { unitHead } from './units';

interface DeadlinesRead {
  readonly deadlines: ParsedDeadline[];
  readonly warnings: ParsedWarning[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly kind: ParsedDeadline['kind'];
  readonly lastDay: string | null;
  readonly time: string | null;
  readonly period: string | null;
  readonly from: number;
  readonly to: number;
  readonly invalid: boolean;
}

const BEFORE =
  /(?<!\p{L})trước\s+(?:(?:thời điểm|thời hạn)\s+)?(?=(?:\d{1,2}\s*(?:h|giờ)|ngày\s|mùng\s|\d{1,2}\s*[/.-]|tháng\s+\d|quý\s|ngày$))/gu;
const UNTIL =
  /(?<!\p{L})(?:chậm nhất(?:\s+là)?(?:\s+(?:đến|vào|trong|trước))?|muộn nhất(?:\s+là)?|hạn cuối(?:\s+là)?(?:\s*:)?|hạn(?: nộp| gửi| chót)?[^.;:]{0,25}:|(?<!tính )đến hết|hết|(?<!tính )(?<!kể )đến|xong(?: trong)?)\s+(?=(?:hết\s+)?(?:ngày\s|mùng\s|\d{1,2}\s*[/.-]\s*\d|tháng\s+\d|quý\s|\d{1,2}\s*(?:h|giờ)))/gu;
const TIME_LABEL = /^(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:[^:.;]{0,45})?\s*:\s*/u;
/** What stands before the first day of a range: "từ", "trong khoảng thời gian từ", "từ 8 giờ 00". */
const BEGINNING = /(?:^|\s)từ\s+(?:\d{1,2}\s*(?:h|giờ)\s*(?:\d{2})?(?:\s*phút)?,?\s*)?$/;
const WITHIN = /(?<!\p{L})(?:trong|vào)\s+(?=(?:quý\s|tháng\s+\d))/gu;
const COMPLETE_YEAR = /hoàn thành[^.;]{0,40}?trong\s+(?=năm\s+20\d{2})/gu;
const EVERY = '(?:hằng|hàng|mỗi)';
const UP_TO = '(?:trước|chậm nhất(?:\\s+là)?(?:\\s+(?:vào|đến|trước))?)';
const RECURRING = new RegExp(
  `(?:(?<![\\p{L}\\d/])(?:${UP_TO}\\s+)?(?:ngày\\s+)?(?:\\d{1,2}(?:\\/\\d{1,2})?\\s*(?:,|và|hoặc)\\s*(?:${UP_TO}\\s+)?(?:ngày\\s+)?){0,3}(?:\\d{1,2}|cuối)(?:\\/\\d{1,2}|\\s+tháng\\s+\\d{1,2})?\\s+${EVERY}\\s+(?:tuần|tháng|quý|năm)|(?:tuần|ngày) cuối (?:cùng )?(?:của )?(?:tháng|quý|${EVERY} tháng)|trước ngày \\d{1,2} (?:của )?tháng (?:cuối|đầu|kế tiếp|sau|tiếp theo)(?:(?!\\s(?:và|để|trước|chậm|gửi)\\s)[^,.;]){0,20}(?![\\p{L}\\d])|định kỳ\\s+(?:${EVERY}\\s+)?(?:(?:0?\\d\\s+)?(?:tuần|tháng|quý|năm)|6 tháng)(?:\\s+\\d{1,2}(?!\\d)(?:,?\\s*(?:và\\s+)?tháng\\s+\\d{1,2}(?!\\d))*)?)`,
  'gu',
);
const RELATIVE =
  /(?:trong (?:thời hạn|vòng)\s+)?\d{1,3}\s+ngày(?:\s+làm việc)?,?\s+(?:kể\s+)?(?:sau khi|từ khi|từ ngày|kể từ|sau ngày)[^.;,]{0,60}/gu;
const CONTINUOUS = /thường xuyên(?:,\s*liên tục)?/u;

/** The deadlines of the sections and closing, in printed order. `taken` are the moments of conferences. */
export function deadlinesOf(
  texts: readonly Placed[],
  context: YearContext,
  taken: readonly Span[],
): DeadlinesRead {
  const deadlines: ParsedDeadline[] = [];
  const warnings: ParsedWarning[] = [];
  for (const placed of texts) {
    if (placed.paragraph.cells) {
      readRow(placed, context, taken, deadlines, warnings);
      continue;
    }
    const found = findIn(placed, context).filter(
      ({ from, to }) =>
        !taken.some((span) => placed.start + to > span.start && placed.start + from < span.end),
    );
    for (const one of found) push(one, placed.text, placed.start, whoOf(placed), deadlines, warnings);
  }
  return { deadlines, warnings };
}

function push(
  one: Found,
  text: string,
  base: number,
  who: string | null,
  deadlines: ParsedDeadline[],
  warnings: ParsedWarning[],
): void {
  const printed = withoutStrayBracket(text.slice(one.from, one.to)).replace(/[\s,;:]+$/u, '');
  deadlines.push({
    text: printed,
    kind: one.kind,
    lastDay: one.lastDay,
    time: one.time,
    period: one.period,
    who,
    source: { start: base + one.from, end: base + one.from + printed.length },
  });
  if (one.invalid)
    warnings.push({
      code: 'date-does-not-exist',
      message: `Thời hạn “${printed}” ghi một ngày không có trong lịch; hãy kiểm tra lại văn bản và nhập hạn đúng.`,
      excerpt: printed,
    });
}

/** Ends the text before a bracket that closes one opened outside of it. */
function withoutStrayBracket(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')' && --depth < 0) return text.slice(0, index);
  }
  return text;
}

function findIn(placed: Placed, context: YearContext): Found[] {
  const { key } = placed;
  const found: Found[] = [];
  const overlaps = (from: number, to: number) => found.some((one) => from < one.to && to > one.from);
  const add = (one: Found | null) => {
    if (one && !overlaps(one.from, one.to)) found.push(one);
  };
  for (const match of key.matchAll(RECURRING))
    if (/báo cáo|sơ kết|tổng kết|gửi|giao ban|đánh giá|họp|nộp|thời gian|kiểm tra/.test(key))
      add({ ...nothing, kind: 'recurring', from: match.index, to: match.index + match[0].length });
  for (const match of key.matchAll(RELATIVE))
    add({ ...nothing, kind: 'relative', from: match.index, to: match.index + match[0].length });
  for (const match of key.matchAll(BEFORE))
    add(limit(key, match.index, match.index + match[0].length, true, context));
  for (const match of key.matchAll(UNTIL)) {
    if (citesDocument(key, match.index)) continue;
    if (match[0].startsWith('đến') && !reachesDeadline(key, match.index)) continue;
    add(limit(key, match.index, match.index + match[0].length, false, context));
  }
  for (const pattern of [WITHIN, COMPLETE_YEAR])
    for (const match of key.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const period = findPeriod(key, at, context);
      if (period?.index !== at || isPast(period.period, context)) continue;
      const to = at + period.length;
      // "mỗi năm sơ kết một lần vào quý IV" comes back every year.
      add(
        comesBack(key, match.index, to)
          ? { ...nothing, kind: 'recurring', from: match.index, to }
          : { ...nothing, kind: 'period', period: period.period, from: match.index, to },
      );
    }
  labelledTime(placed, context, add);
  continuous(placed, add);
  return found.sort((a, b) => a.from - b.from);
}

/** Whether the clause around a period says that it is one of every year's. */
function comesBack(key: string, from: number, to: number): boolean {
  const before = /[^.;:]*$/.exec(key.slice(0, from))?.[0] ?? '';
  return (
    !/20\d{2}/.test(key.slice(from, to)) &&
    (/(?:mỗi|hằng|hàng) năm[^,]*$/.test(before) || /^\s*(?:hằng|hàng|mỗi) năm/.test(key.slice(to)))
  );
}

/** "trong tháng 8 năm 1945" tells of history. */
function isPast(period: string | null, context: YearContext): boolean {
  return period !== null && Number(period.slice(0, 4)) < (context.year ?? 2020);
}

const nothing = { lastDay: null, time: null, period: null, invalid: false } as const;

/** "trước ngày D" ends the day before; "chậm nhất ngày D" on it; "trước 16h00 ngày D" on it, at that hour. */
function limit(
  key: string,
  from: number,
  at: number,
  exclusive: boolean,
  context: YearContext,
): Found | null {
  const day = findDay(key, at, context);
  if (day && day.index - at <= 32 && !/[.;]/.test(key.slice(at, day.index))) {
    const time = findTime(key, at, day.index);
    const early = exclusive && time === null;
    return {
      kind: 'date',
      lastDay: day.date === null ? null : early ? addDays(day.date, -1) : day.date,
      time: time?.time ?? null,
      period: null,
      from,
      to: day.index + day.length,
      invalid: day.invalid,
    };
  }
  const period = findPeriod(key, at, context);
  if (!period || period.index - at > 6) return null;
  const to = period.index + period.length;
  if (exclusive) {
    const first = period.period === null ? null : firstDayOfPeriod(period.period);
    return { ...nothing, kind: 'date', lastDay: first === null ? null : addDays(first, -1), from, to };
  }
  // "đến năm 2030" is a horizon, not a deadline.
  if (period.period !== null && /^\d{4}$/.test(period.period)) return null;
  return { ...nothing, kind: 'period', period: period.period, from, to };
}

function citesDocument(key: string, at: number): boolean {
  return (
    /(?:kết luận|nghị quyết|quyết định|công văn|văn bản|số liệu)[^.;]{0,25}$/.test(
      key.slice(Math.max(0, at - 40), at),
    ) && /tính\s*$/.test(key.slice(0, at))
  );
}

/** "đến ngày" is a deadline after a beginning ("từ ngày …"), in a line of times, or after a verb of handing in. */
function reachesDeadline(key: string, at: number): boolean {
  const before = key.slice(Math.max(0, at - 110), at);
  return (
    /từ (?:ngày )?\d|từ nay|từ tháng|thời gian|hoàn thành|gửi|nộp|báo cáo|thời hạn|kéo dài|chậm nhất|thực hiện|tổ chức|phát động|treo|bắt đầu/.test(
      before,
    ) && !/tính\s*$/.test(before)
  );
}

/** "Thời gian thực hiện: Quý III/2026", "Thời hạn: 30/9/2026". */
function labelledTime(placed: Placed, context: YearContext, add: (one: Found | null) => void): void {
  const skip = labelOf(placed.text)?.length ?? 0;
  const bare = placed.key.slice(skip);
  const label = TIME_LABEL.exec(bare);
  const section = placed.path.at(-1);
  const underTimeHeading =
    section !== undefined &&
    /^(?:thời gian|tiến độ|thời hạn)/.test(keyOf(section.title)) &&
    !placed.isHeading &&
    bare.length < 90;
  if (!label && !underTimeHeading) return;
  const from = skip + (label?.[0].length ?? 0);
  const rest = placed.key.slice(from);
  if (rest.length > 160) return;
  if (/(?:hội nghị|tổ chức lễ)/.test(rest)) return;
  const day = findDay(placed.key, from, context);
  const period = findPeriod(placed.key, from, context);
  if (day && (!period || day.index <= period.index)) {
    // "Từ ngày … đến ngày …" was read as a limit already; a lone day is the day itself.
    if (BEGINNING.test(placed.key.slice(from, day.index))) return;
    if (!label && /địa điểm/.test(keyOf(section?.title ?? ''))) return;
    add({
      ...nothing,
      kind: 'date',
      lastDay: day.date,
      time: findTime(placed.key, from, day.index)?.time ?? null,
      from,
      to: day.index + day.length,
      invalid: day.invalid,
    });
    return;
  }
  if (/địa điểm/.test(keyOf(section?.title ?? '')) && !label) return;
  if (period && !/giai đoạn|từ\s*$/.test(placed.key.slice(from, period.index)))
    add({ ...nothing, kind: 'period', period: period.period, from, to: period.index + period.length });
}

function continuous(placed: Placed, add: (one: Found | null) => void): void {
  const match = CONTINUOUS.exec(placed.key);
  if (!match) return;
  const bare = placed.key.slice(labelOf(placed.text)?.length ?? 0);
  const inTime = placed.path.some((node) => /thời gian|tiến độ/.test(keyOf(node.title)));
  if (!TIME_LABEL.test(bare) && !inTime) return;
  add({ ...nothing, kind: 'continuous', from: match.index, to: match.index + match[0].length });
}

/** A row of a table: the cell under "Thời gian" (hoàn thành, thực hiện). */
function readRow(
  placed: Placed,
  context: YearContext,
  taken: readonly Span[],
  deadlines: ParsedDeadline[],
  warnings: ParsedWarning[],
): void {
  for (const cell of placed.paragraph.cells ?? []) {
    if (taken.some((span) => cell.end > span.start && cell.start < span.end)) continue;
    const key = keyOf(cell.text);
    if (key.length > 70 || !/\d/.test(key)) continue;
    if (!/^(?:trước|chậm nhất|đến|hết|trong|ngày|tháng|quý|năm|\d{1,2}\s*\/|từ|hoàn thành|xong)/.test(key))
      continue;
    const one = cellDeadline(key, context);
    if (one) push(one, cell.text, cell.start, null, deadlines, warnings);
  }
}

function cellDeadline(key: string, context: YearContext): Found | null {
  for (const match of key.matchAll(BEFORE))
    return limit(key, match.index, match.index + match[0].length, true, context);
  for (const match of key.matchAll(UNTIL))
    return limit(key, match.index, match.index + match[0].length, false, context);
  const day = findDay(key, 0, context);
  if (day)
    return { ...nothing, kind: 'date', lastDay: day.date, from: 0, to: key.length, invalid: day.invalid };
  const period = findPeriod(key, 0, context);
  return period ? { ...nothing, kind: 'period', period: period.period, from: 0, to: key.length } : null;
}

/** Who must keep it: the unit of the heading above, else the one that the sentence begins with. */
function whoOf(placed: Placed): string | null {
  for (const node of [...placed.path].reverse()) {
    const named = unitOfNode(node);
    if (named !== null) return named;
  }
  const own = unitHead(placed.text.slice(labelOf(placed.text)?.length ?? 0));
  return own && own.restStart !== null ? own.unit : null;
}

function unitOfNode(node: SectionNode): string | null {
  if (node.label === null || node.label.kind === 'roman') return null;
  return unitHead(node.paragraph.text.slice(node.label.length))?.unit ?? null;
}
