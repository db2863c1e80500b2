/** Deadlines by their Vietnamese meaning: "trước ngày", "chậm nhất", "trong quý II", "thường xuyên", … */
import { dateExists } from '../../../date/plain-date';
import type { ParsedDeadline, ParsedWarning } from '../parsed';
import { labelOf } from './labels';
import { keyOf } from './lines';
import {
  citesDocument, comesBack, isPast, lastNamed, limit, nothing, reachesDeadline, type Found,
} from './deadline-limit'; // prettier-ignore
import { findDay, findPeriod, findTime, type YearContext } from './moments';
import {
  AFTER_EVENT, BEFORE, BEGINNING, BY_THE_MOON, COMPLETE_YEAR, CONTINUOUS, DASHED_DAYS, DAY_OF_CYCLE, HELD_ON_DAY, MONTHS, ON_DAY,
  PART_OF_YEAR, RECURRING, RELATIVE, SETTLED, SPAN, TIME_LABEL, TIME_LABEL_WITHIN, UNTIL, WITHIN, WORK_TO_DO,
} from './deadline-patterns'; // prettier-ignore
import { inPieces, type Placed, type SectionNode } from './sections';
import { unitHead } from './units';

/** What comes back on a day of every month, quarter or year. */
const HANDED_IN = /báo cáo|sơ kết|tổng kết|gửi|giao ban|đánh giá|họp|nộp|thời gian|kiểm tra/;

interface DeadlinesRead {
  readonly deadlines: ParsedDeadline[];
  readonly warnings: ParsedWarning[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The deadlines of the sections and closing, in printed order. `taken` are the moments of conferences. */
export function deadlinesOf(
  texts: readonly Placed[],
  context: YearContext,
  taken: readonly Span[],
): DeadlinesRead {
  const deadlines: ParsedDeadline[] = [];
  const warnings: ParsedWarning[] = [];
  for (const placed of texts.flatMap(inPieces)) {
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
  if (HANDED_IN.test(key))
    for (const match of key.matchAll(DAY_OF_CYCLE)) {
      const { day, month } = match.groups ?? {};
      const invalid = day !== undefined && !dateExists(2024, Number(month), Number(day));
      add({ ...nothing, kind: 'recurring', from: match.index, to: match.index + match[0].length, invalid });
    }
  for (const match of key.matchAll(RECURRING))
    if (HANDED_IN.test(key))
      add({ ...nothing, kind: 'recurring', from: match.index, to: match.index + match[0].length });
  for (const match of key.matchAll(RELATIVE))
    add({ ...nothing, kind: 'relative', from: match.index, to: match.index + match[0].length });
  if (/báo cáo|gửi|nộp|hoàn thành/.test(key))
    for (const match of key.matchAll(AFTER_EVENT))
      add({ ...nothing, kind: 'relative', from: match.index, to: match.index + match[0].length });
  if (SETTLED.test(key))
    for (const match of key.matchAll(SPAN))
      add({ ...nothing, kind: 'relative', from: match.index, to: match.index + match[0].length });
  for (const match of key.matchAll(BY_THE_MOON))
    add({ ...nothing, kind: 'date', from: match.index, to: match.index + match[0].length });
  for (const match of key.matchAll(BEFORE)) {
    const one = limit(key, match.index, match.index + match[0].length, true, context);
    const yearly = one !== null && /(?:mỗi|hằng|hàng) năm,?\s*$/.test(key.slice(0, one.from));
    if (one && yearly && !/20\d{2}/.test(key.slice(one.from, one.to)))
      add({ ...nothing, kind: 'recurring', from: one.from, to: one.to });
    else add(one);
  }
  for (const match of key.matchAll(ON_DAY)) {
    const at = match.index + match[0].length;
    const one = limit(key, at, at, false, context);
    if (one?.lastDay != null) add(one);
  }
  for (const match of key.matchAll(HELD_ON_DAY)) {
    const at = match.index + match[0].length;
    const one = limit(key, at, at, false, context);
    if (one?.lastDay != null && context.date !== null && one.lastDay >= context.date) add(one);
  }
  for (const match of key.matchAll(UNTIL)) {
    if (citesDocument(key, match.index)) continue;
    const one = limit(key, match.index, match.index + match[0].length, false, context);
    if (match[0].startsWith('đến') && one && !reachesDeadline(key, match.index, one.to)) continue;
    add(one);
  }
  for (const match of key.matchAll(DASHED_DAYS))
    add(limit(key, match.index, match.index + match[0].length, false, context));
  for (const pattern of [WITHIN, COMPLETE_YEAR])
    for (const match of key.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const period = findPeriod(key, at, context);
      if (period?.index !== at || isPast(period.period, context)) continue;
      const { to, last } = lastNamed(key, at + period.length, period.period, context);
      // "mỗi năm sơ kết một lần vào quý IV" comes back every year.
      add(
        comesBack(key, match.index, to)
          ? { ...nothing, kind: 'recurring', from: match.index, to }
          : { ...nothing, kind: 'period', period: last, from: match.index, to },
      );
    }
  if (WORK_TO_DO.test(key))
    for (const match of key.matchAll(PART_OF_YEAR)) {
      const at = match.index + match[0].length;
      const period = findPeriod(key, at, context);
      if (period?.index === at && !isPast(period.period, context))
        add({ ...nothing, kind: 'period', period: period.period, from: match.index, to: at + period.length });
    }
  for (const match of key.matchAll(MONTHS)) {
    const at = match.index + match[0].length;
    const period = findPeriod(`tháng ${key.slice(at)}`, 0, context);
    if (period?.index === 0)
      add({
        ...nothing,
        kind: 'period',
        period: period.period,
        from: match.index,
        to: at + period.length - 6,
      });
  }
  labelledTime(placed, context, add);
  continuous(placed, add);
  return found.sort((a, b) => a.from - b.from);
}

/** "Thời gian thực hiện: Quý III/2026", "Thời hạn: 30/9/2026". */
function labelledTime(placed: Placed, context: YearContext, add: (one: Found | null) => void): void {
  const skip = labelOf(placed.text)?.length ?? 0;
  const bare = placed.key.slice(skip);
  const label = TIME_LABEL.exec(bare) ?? TIME_LABEL_WITHIN.exec(bare);
  const section = placed.path.at(-1);
  const underTimeHeading =
    section !== undefined &&
    /^(?:thời gian|tiến độ|thời hạn)/.test(keyOf(section.title)) &&
    !placed.isHeading &&
    bare.length < 90;
  if (!label && !underTimeHeading) return;
  const from = skip + (label ? label.index + label[0].length : 0);
  const rest = placed.key.slice(from);
  if (rest.length > 160) return;
  if (/(?:hội nghị|tổ chức lễ)/.test(rest)) return;
  const first = findDay(placed.key, from, context);
  const firstEnd = first ? first.index + first.length : from;
  // "Thời gian: 24/9/2026 - 27/10/2026": the second day ends the time.
  const day = /^\s*[-–]\s*(?:ngày\s+)?\d{1,2}\s*\/\s*\d/.test(placed.key.slice(firstEnd))
    ? findDay(placed.key, firstEnd, context)
    : first;
  const period = findPeriod(placed.key, from, context);
  if (day && (!period || day.index <= period.index)) {
    // "Từ ngày … đến ngày …" was read as a limit already; a lone day is the day itself.
    if (BEGINNING.test(placed.key.slice(from, day.index))) return;
    if (/^\s*đến\s/.test(placed.key.slice(day.index + day.length))) return;
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
    if (
      !/^(?:trước|chậm nhất|đến|hết|trong|ngày|tháng|quý|năm|\d{1,2}\s*[/.-]\s*\d|từ|hoàn thành|xong)/.test(
        key,
      )
    )
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
