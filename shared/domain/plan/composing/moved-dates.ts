/** Last year's plan for this year: every date that it says, where it would be moved to, and what to ask about it. */
import {
  dateExists,
  daysInMonth,
  formatDate,
  partsOf,
  plainDate,
  weekdayName,
  type PlainDate,
} from '../../../date/plain-date';
import { dayOffReason, proposeWorkingDay, type SpecialDay } from '../../../date/working-days';
import { placesOf } from './outline';

export interface MovedDate {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  /** The same date `years` later; as `before` where it is not to be moved. */
  readonly after: string;
  /** `cited`: the date of a document that is named, or of history: stays, to be confirmed; `moved`: proposed. */
  readonly kind: 'moved' | 'cited';
  /** The words around it, for the person who confirms. */
  readonly line: string;
  /** What falls on a day that is not worked, a wrong weekday's name, a 29th of February; null when nothing. */
  readonly question: string | null;
  /** The same words with the next working day; null where there is nothing to propose. */
  readonly working: string | null;
}

const DAY = /(?<![\d/])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])/gu;
const LONG_DAY = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;
/** A month, a quarter, a half or a year by itself; a range ("2025 - 2030") and a term are none. */
const SPAN =
  /(?<!\p{L})(tháng\s+\d{1,2}\s*(?:\/|năm\s+)|quý\s+(?:[IV]{1,3}|\d)\s*(?:\/|năm\s+)|năm\s+)(\d{4})(?!\s*[-–]\s*\d|\d|\s*,?\s*giai đoạn)/giu;
const RANGE_BEFORE = /(?:giai đoạn|nhiệm kỳ|khóa)\s+(?:\d{4}\s*[-–]\s*)?$|\d{4}\s*[-–]\s*$/iu;
/** "Kế hoạch số 12-KH/TU, ngày …", "Nghị quyết … số 5-NQ/TW ngày …": the date of a document. */
const CITED = /số\s*:?\s*[\p{L}\d.…]*\s*[-/][\p{L}\d/&-]+[^.;]{0,40}$/iu;
/** "đến năm 2030", "tới hết năm 2030", "vào năm 2045": the year of a goal, not of this plan. */
const GOAL = /(?:đến|tới|vào|trước)\s+(?:hết\s+|cuối\s+)?$/iu;
const WEEKDAY = /(thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(\s*,?\s*(?:ngày\s*)?)$/iu;

/** "Luật Đầu tư công năm 2024", "Điều lệ … năm 2011": the year that tells one law from the other of its name. */
const OF_A_LAW =
  /(?<!\p{L})(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Điều lệ|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận)(?![^\n]*[.;:])(?:(?!\s(?:trong|vào|từ|cho|tại|thực hiện|triển khai|về)\s)[^\n]){0,80}\s$/u;
/** "… số 12-KH/TU … năm 2025": the year in a cited document's name; "trong năm 2026" is when it is carried out. */
const OF_A_CITED_TITLE = /số\s*:?\s*\d+\s*[-/][\p{L}\d/&-]+(?![^\n]*[.;:,]\s)[^\n]{0,80}\s$/u;
const WHEN = /(?:trong|vào|từ|đến|hết|cả)\s+$/iu;

/** "kỷ niệm 96 năm Ngày thành lập Đảng", "kỷ niệm lần thứ 136 ngày sinh": one more for every year. */
const ANNIVERSARY = /(?<=kỷ niệm\s+(?:lần thứ\s+)?)\d{1,3}(?=\s+(?:năm|ngày)(?!\p{L}))/giu;
/** "(1930 - 2026)": only the year up to which is counted moves. */
const SINCE = /(?<=\(\s*(?:1[0-8]\d{2}|19\d{2}|20\d{2})\s*[-–]\s*)\d{4}(?=\s*\))/gu;

/** Years beside the plan's own that it may speak of as its time; those beyond are history or far goals. */
const NEAR = { before: 1, after: 2 } as const;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly date: PlainDate | null;
  /** Null for a count of years, which `writeYear` adds to. */
  readonly year: number | null;
  readonly write: (date: PlainDate) => string;
  readonly writeYear: (year: number) => string;
}

function padLike(text: string, value: number): string {
  return text.startsWith('0') || text.length === 2 ? String(value).padStart(2, '0') : String(value);
}

function foundIn(text: string): readonly Found[] {
  const out: Found[] = [];
  const free = (start: number, end: number) => !out.some((each) => start < each.end && each.start < end);
  for (const match of text.matchAll(DAY)) {
    const [whole, day = '', sign = '/', month = '', year = ''] = match;
    const exists = dateExists(Number(year), Number(month), Number(day));
    out.push({
      start: match.index,
      end: match.index + whole.length,
      date: exists ? plainDate(Number(year), Number(month), Number(day)) : null,
      year: Number(year),
      write: (date) => {
        const to = partsOf(date);
        return [padLike(day, to.day), padLike(month, to.month), String(to.year)].join(sign);
      },
      writeYear: (to) => [day, month, String(to)].join(sign),
    });
  }
  for (const match of text.matchAll(LONG_DAY)) {
    const [whole, day = '', month = '', year = ''] = match;
    if (!free(match.index, match.index + whole.length)) continue;
    const exists = dateExists(Number(year), Number(month), Number(day));
    out.push({
      start: match.index,
      end: match.index + whole.length,
      date: exists ? plainDate(Number(year), Number(month), Number(day)) : null,
      year: Number(year),
      write: (date) => {
        const to = partsOf(date);
        return `${whole.slice(0, 4)} ${padLike(day, to.day)} tháng ${padLike(month, to.month)} năm ${to.year}`;
      },
      writeYear: (to) => whole.replace(year, String(to)),
    });
  }
  for (const match of text.matchAll(SPAN)) {
    const [whole, head = '', year = ''] = match;
    const end = match.index + whole.length;
    if (!free(match.index, end) || RANGE_BEFORE.test(text.slice(Math.max(0, match.index - 30), match.index)))
      continue;
    out.push({
      start: match.index,
      end,
      date: null,
      year: Number(year),
      write: () => whole,
      writeYear: (to) => `${head}${to}`,
    });
  }
  for (const match of text.matchAll(ANNIVERSARY))
    out.push({
      start: match.index,
      end: match.index + match[0].length,
      date: null,
      year: null,
      write: () => match[0],
      writeYear: (years) => String(Number(match[0]) + years),
    });
  for (const match of text.matchAll(SINCE))
    if (free(match.index, match.index + 4))
      out.push({
        start: match.index,
        end: match.index + 4,
        date: null,
        year: Number(match[0]),
        write: () => match[0],
        writeYear: String,
      });
  return out.sort((one, other) => one.start - other.start);
}

/** The same day `years` on; the 28th where there is no 29th of February. */
function yearsLater(date: PlainDate, years: number): PlainDate {
  const { year, month, day } = partsOf(date);
  return plainDate(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/** The year that most dates of a text are of: what it is about, where its own date does not say. */
function commonestYear(found: readonly Found[]): number | null {
  const counts = new Map<number, number>();
  for (const { year } of found) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0] ?? null;
}

/**
 * Every date of the text, in order; `ownYear` is the plan's. Dates of named documents, those of the letterhead and the
 * bases, and whatever lies outside the plan's own time (history, far goals) are listed as `cited`: a person says what
 * becomes of them. An anniversary's count grows with the years. Nothing here changes the text.
 */
export function movedDates(
  text: string,
  years: number,
  special: readonly SpecialDay[],
  ownYear: number | null = null,
): readonly MovedDate[] {
  const places = placesOf(text);
  const title = titleStart(text, places.openingStart);
  const all = foundIn(text).filter(({ start }) => start >= title);
  const planYear = ownYear ?? commonestYear(all);
  const isNear = (year: number) =>
    planYear === null || (year >= planYear - NEAR.before && year <= planYear + NEAR.after);
  return all.map((found): MovedDate => {
    const before = text.slice(found.start, found.end);
    const from = text.lastIndexOf('\n', found.start) + 1;
    const line = excerptOf(text, from, found);
    const lead = text.slice(Math.max(from, found.start - 90), found.start);
    const opening = found.start >= places.openingStart && found.start < places.sectionsStart;
    const isDay = found.date !== null || /\d{1,2}\D+\d{1,2}\D+\d{4}/u.test(before);
    const cited = (isDay && CITED.test(lead)) || (opening && isDay);
    const base = { start: found.start, end: found.end, before, line };
    const stays = (question: string): MovedDate => ({
      ...base,
      after: before,
      kind: 'cited',
      working: null,
      question,
    });
    if (cited)
      return stays('Ngày của văn bản được nêu: không tự đổi. Kiểm tra xem năm nay căn cứ văn bản nào.');
    if (found.year === null)
      return {
        ...base,
        after: found.writeYear(years),
        kind: 'moved',
        working: null,
        question: 'Số năm kỷ niệm: thêm theo số năm chuyển. Kiểm tra có phải năm kỷ niệm không.',
      };
    if (!isDay && GOAL.test(lead))
      return stays('Năm của mục tiêu: không tự đổi. Sửa khi mục tiêu năm nay khác.');
    if (!isNear(found.year))
      return stays('Ngày, năm xa năm của kế hoạch (lịch sử, văn bản, mục tiêu): không tự đổi.');
    if (/^năm\s/iu.test(before) && !WHEN.test(lead) && (OF_A_LAW.test(lead) || OF_A_CITED_TITLE.test(lead)))
      return stays('Năm của văn bản được nêu: không tự đổi.');
    if (found.date === null) {
      const bad = isDay ? `Ngày “${before}” không có trong lịch.` : null;
      return {
        ...base,
        after: found.writeYear(found.year + years),
        kind: 'moved',
        working: null,
        question: bad,
      };
    }
    const moved = yearsLater(found.date, years);
    const { proposed } = proposeWorkingDay(moved, special);
    return {
      ...base,
      after: found.write(moved),
      kind: 'moved',
      working: proposed === moved ? null : found.write(proposed),
      question: questionOf(found.date, moved, proposed, lead, special),
    };
  });
}

function questionOf(
  was: PlainDate,
  moved: PlainDate,
  proposed: PlainDate,
  lead: string,
  special: readonly SpecialDay[],
): string | null {
  const questions: string[] = [];
  if (partsOf(was).day !== partsOf(moved).day)
    questions.push(`Năm ${partsOf(moved).year} không có ngày 29/02 nên lấy ngày ${formatDate(moved)}.`);
  const why = dayOffReason(moved, special);
  if (why !== null)
    questions.push(
      `Ngày ${formatDate(moved)} là ${why}; ngày làm việc tiếp theo là ${weekdayName(proposed)}, ${formatDate(proposed)}.`,
    );
  const named = WEEKDAY.exec(lead)?.[1];
  if (named !== undefined && named.toLowerCase() !== weekdayName(moved).toLowerCase())
    questions.push(`Trước ngày này ghi “${named}”, nay là ${weekdayName(moved)}: nhớ sửa chữ đó.`);
  return questions.length === 0 ? null : questions.join(' ');
}

/** Letters shown before and after a date, of its own line. */
const AROUND = 70;

function excerptOf(text: string, lineStart: number, { start, end }: Found): string {
  const feed = text.indexOf('\n', end);
  const lineEnd = feed < 0 ? text.length : feed;
  const [from, to] = [Math.max(lineStart, start - AROUND), Math.min(lineEnd, end + AROUND)];
  return `${from > lineStart ? '…' : ''}${text.slice(from, to)}${to < lineEnd ? '…' : ''}`;
}

/** The title says the plan's year; the letterhead above it is made anew. */
function titleStart(text: string, openingStart: number): number {
  const title = text
    .slice(0, openingStart)
    .trimEnd()
    .replace(/\n[-–—_=*\s]+$/u, '');
  return title.lastIndexOf('\n') + 1;
}
