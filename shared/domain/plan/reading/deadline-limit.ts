/** What a worded limit means: the last day still on time, or the period that ends it. */
import { addDays } from '../../../date/plain-date';
import type { ParsedDeadline } from '../parsed';
import { findDay, findPeriod, findTime, firstDayOfPeriod, type YearContext } from './moments';

export interface Found {
  readonly kind: ParsedDeadline['kind'];
  readonly lastDay: string | null;
  readonly time: string | null;
  readonly period: string | null;
  readonly from: number;
  readonly to: number;
  readonly invalid: boolean;
}

/** "trong quý I, quý II/2026", "trong tháng 3 và tháng 4/2026": the last of the periods named ends the time. */
export function lastNamed(
  key: string,
  to: number,
  period: string | null,
  context: YearContext,
): { to: number; last: string | null } {
  const joint = /^\s*(?:,|và|-|–|đến)\s*(?=(?:quý\s+[iv1-4]|tháng\s+\d))/u.exec(key.slice(to));
  const at = to + (joint?.[0].length ?? 0);
  const next = joint ? findPeriod(key, at, context) : null;
  return next?.index === at && next.period !== null
    ? lastNamed(key, at + next.length, next.period, context)
    : { to, last: period };
}

/** Whether the clause around a period says that it is one of every year's. */
export function comesBack(key: string, from: number, to: number): boolean {
  const before = /[^.;:]*$/.exec(key.slice(0, from))?.[0] ?? '';
  return (
    !/20\d{2}/.test(key.slice(from, to)) &&
    (/(?:mỗi|hằng|hàng) năm[^,]*$/.test(before) || /^\s*(?:hằng|hàng|mỗi) năm/.test(key.slice(to)))
  );
}

/** "trong tháng 8 năm 1945" tells of history. */
export function isPast(period: string | null, context: YearContext): boolean {
  return period !== null && Number(period.slice(0, 4)) < (context.year ?? 2020);
}

export const nothing = { lastDay: null, time: null, period: null, invalid: false } as const;

/** "trước ngày D" ends the day before; "chậm nhất ngày D" on it; "trước 16h00 ngày D" on it, at that hour. */
export function limit(
  key: string,
  from: number,
  at: number,
  exclusive: boolean,
  context: YearContext,
): Found | null {
  const day = findDay(key, at, context);
  if (day && day.index - at <= 32 && !/[.;]/.test(key.slice(at, day.index))) {
    const time = findTime(key, at, day.index);
    // "trước 24h00 ngày D" is until the end of that day.
    const midnight = /(?<!\d)24\s*(?:h|giờ)/.test(key.slice(at, day.index));
    const early = exclusive && time === null && !midnight;
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
    // "trước năm 2030" is a horizon, unless something is to be finished by then.
    if (/^\d{4}$/.test(period.period ?? '') && !/(?:hoàn thành|xong)[^.;]{0,40}$/.test(key.slice(0, from)))
      return null;
    return { ...nothing, kind: 'date', lastDay: first === null ? null : addDays(first, -1), from, to };
  }
  // "đến năm 2030" is a horizon, not a deadline.
  if (period.period !== null && /^\d{4}$/.test(period.period)) return null;
  return { ...nothing, kind: 'period', period: period.period, from, to };
}

/** "Mốc thời gian lấy số liệu: từ ngày … đến ngày …": the span that figures are taken of is past, nothing is due. */
const OF_FIGURES =
  /(?:(?:lấy|chốt|tính|thống kê|tổng hợp) số liệu|số liệu (?:báo cáo|được (?:tính|lấy)|tính)|(?:kỳ|thời kỳ|thời gian|niên độ) (?:báo cáo|kiểm tra|giám sát|kiểm toán|thanh tra) (?:được )?(?:tính )?từ)[^;]{0,80}$/;

export function citesDocument(key: string, at: number): boolean {
  if (OF_FIGURES.test(key.slice(Math.max(0, at - 140), at))) return true;
  return (
    /(?:kết luận|nghị quyết|quyết định|công văn|văn bản|số liệu)[^.;]{0,25}$/.test(
      key.slice(Math.max(0, at - 40), at),
    ) && /tính\s*$/.test(key.slice(0, at))
  );
}

/** "đến ngày" is a deadline after a beginning ("từ ngày …"), in a line of times, or after a verb of handing in. */
export function reachesDeadline(key: string, at: number, to: number): boolean {
  if (/^[\s,]*(?:phải\s+|cơ bản\s+)?(?:hoàn thành|xong)/.test(key.slice(to))) return true;
  const before = key.slice(Math.max(0, at - 110), at);
  return (
    /từ (?:ngày )?\d|từ nay|từ tháng|thời gian|hoàn thành|gửi|nộp|báo cáo|thời hạn|kéo dài|chậm nhất|thực hiện|tổ chức|phát động|treo|bắt đầu/.test(
      before,
    ) && !/tính\s*$/.test(before)
  );
}
