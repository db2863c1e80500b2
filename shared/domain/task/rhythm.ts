/**
 * Định kỳ và chỉ tiêu tuần: which weeks (months, …) a recurring task has, what each must reach, and the average.
 * domain.md §5: a week is 7 days of the covered interval, its fraction kept; a missing count is nothing, never 0.
 */
import {
  addDays,
  daysBetween,
  formatDate,
  partsOf,
  plainDate,
  weekday,
  type PlainDate,
} from '../../date/plain-date';
import { fold } from '../../text/normalize';
import { meets, shown, weekRate, type Rate } from '../report/rates';
import { divide, fractionOf, sumExact } from '../report/decimals';
import type { Rhythm } from './model';

type Per = Rhythm['per'];

const PER_WORDS: readonly (readonly [RegExp, Per])[] = [
  [/tuan/u, 'week'],
  [/thang/u, 'month'],
  [/quy/u, 'quarter'],
  [/nam/u, 'year'],
];
const NAMED = '(tuần|tháng|quý|năm)';
/** "≥ 02 tin, bài/tuần", "tối thiểu 3 bài / tháng" */
const A_NUMBER_PER = new RegExp(
  `(\\d{1,4})\\s+([\\p{L}][\\p{L}, ]{0,30}?)\\s*/\\s*(?:01\\s+)?${NAMED}`,
  'iu',
);
/** "mỗi tuần phát tối thiểu 03 tin, bài" */
const EACH_NUMBER = new RegExp(
  `(?:mỗi|hằng|hàng)\\s+${NAMED}[^.;]{0,60}?(\\d{1,4})\\s+(tin,?\\s*bài|tin|bài|buổi|lần|lượt|cuộc)`,
  'iu',
);
const EACH = new RegExp(`(?:hằng|hàng|mỗi)\\s+${NAMED}|(06|6)\\s*tháng\\s*(?:một|1)\\s*lần`, 'iu');

function perOf(word: string): Per | null {
  const key = fold(word);
  return PER_WORDS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** What a text says of its rhythm, without the days; null where it says none. "Thường xuyên" is none: nothing to count. */
export function rhythmInText(text: string): Pick<Rhythm, 'per' | 'quota' | 'unit'> | null {
  const counted = A_NUMBER_PER.exec(text);
  if (counted) {
    const per = perOf(counted[3] ?? '');
    const quota = Number(counted[1]);
    if (per !== null && quota > 0) return { per, quota, unit: (counted[2] ?? '').trim().slice(0, 40) };
  }
  const each = EACH_NUMBER.exec(text);
  if (each) {
    const per = perOf(each[1] ?? '');
    const quota = Number(each[2]);
    if (per !== null && quota > 0) return { per, quota, unit: (each[3] ?? '').trim() };
  }
  const plain = EACH.exec(text);
  if (!plain) return null;
  const per = plain[1] === undefined ? 'half' : perOf(plain[1]);
  return per === null ? null : { per, quota: 1, unit: 'lần' };
}

export interface Slot {
  /** Its first day inside the span: the key of its count. */
  readonly id: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  /** "05/01–11/01", "T3/2026", "Quý I/2026" */
  readonly label: string;
}

const MONTHS: Readonly<Record<Exclude<Per, 'week'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const ROMAN = ['I', 'II', 'III', 'IV'];

function endOfBlock(per: Per, from: PlainDate): PlainDate {
  if (per === 'week') return addDays(from, 7 - weekday(from));
  const { year, month } = partsOf(from);
  const size = MONTHS[per];
  const next = Math.floor((month - 1) / size) * size + size;
  return addDays(next === 12 ? plainDate(year + 1, 1, 1) : plainDate(year, next + 1, 1), -1);
}

function labelOf(per: Per, from: PlainDate, to: PlainDate): string {
  const { year, month } = partsOf(from);
  if (per === 'week') return `${formatDate(from).slice(0, 5)}–${formatDate(to).slice(0, 5)}`;
  if (per === 'month') return `T${month}/${year}`;
  if (per === 'quarter') return `Quý ${ROMAN[Math.floor((month - 1) / 3)] ?? ''}/${year}`;
  return per === 'half' ? `${month <= 6 ? '6 tháng đầu' : '6 tháng cuối'}/${year}` : `Năm ${year}`;
}

/** Five years of weeks: more is a slip of the keyboard. */
const MOST_SLOTS = 270;

/** The weeks (Monday to Sunday), months … of the span, the first and last cut off where the span begins and ends. */
export function slotsOf(rhythm: Rhythm): readonly Slot[] {
  const slots: Slot[] = [];
  for (let from = rhythm.from; from <= rhythm.to && slots.length < MOST_SLOTS;) {
    const end = endOfBlock(rhythm.per, from);
    const to = end < rhythm.to ? end : rhythm.to;
    slots.push({ id: from, from, to, days: daysBetween(from, to) + 1, label: labelOf(rhythm.per, from, to) });
    from = addDays(to, 1);
  }
  return slots;
}

export function isTooLong(rhythm: Rhythm): boolean {
  return slotsOf(rhythm).at(-1)?.to !== rhythm.to;
}

/** Whether a count reaches what its slot must: of a week that is cut off, the part that its days are of seven. */
export function isMet(count: number, slot: Slot, rhythm: Rhythm): boolean {
  if (rhythm.per !== 'week') return count >= rhythm.quota;
  const rate = weekRate(count, slot.days);
  return rate !== null && meets(rate, { operator: '>=', value: rhythm.quota });
}

export interface RhythmStanding {
  readonly total: number;
  /** Slots that are over or running on the day. */
  readonly begun: number;
  /** Slots that are over and have no count. */
  readonly missing: number;
  readonly met: number;
  readonly unmet: number;
  /**
   * Per week of the days that were counted (per slot for months and longer), two decimals. A missing week is nothing and
   * never 0: it stands in no divisor, and is told as `missing`. Null where nothing was counted.
   */
  readonly average: number | null;
  /** Whether that average reaches the quota. */
  readonly averageMet: boolean | null;
}

function averageOf(total: number, rhythm: Rhythm, days: number, slots: number): Rate | null {
  return rhythm.per === 'week' ? weekRate(total, days) : divide(fractionOf(total), fractionOf(slots));
}

/** How one unit stands on a day. Counts of days outside the span are kept but not reckoned. */
export function rhythmStanding(
  rhythm: Rhythm,
  counts: Readonly<Record<string, number>>,
  today: PlainDate,
  slots: readonly Slot[] = slotsOf(rhythm),
): RhythmStanding {
  let [missing, met, unmet, begun, days] = [0, 0, 0, 0, 0];
  const entered: number[] = [];
  for (const slot of slots) {
    const count = counts[slot.id];
    const started = slot.from <= today;
    if (started) begun += 1;
    if (count === undefined) {
      if (slot.to < today) missing += 1;
      continue;
    }
    if (!started) continue;
    entered.push(count);
    days += daysBetween(slot.from, slot.to < today ? slot.to : today) + 1;
    if (isMet(count, slot, rhythm)) met += 1;
    else if (slot.to < today) unmet += 1;
  }
  const total = sumExact(entered);
  const rate = entered.length === 0 ? null : averageOf(total, rhythm, days, entered.length);
  return {
    total,
    begun,
    missing,
    met,
    unmet,
    average: rate === null ? null : shown(rate),
    averageMet: rate === null ? null : meets(rate, { operator: '>=', value: rhythm.quota }),
  };
}

/** Every week (month …) of the span has its count and the average over the whole span reaches the quota. */
export function isFulfilled(
  rhythm: Rhythm,
  counts: Readonly<Record<string, number>>,
  slots: readonly Slot[],
): boolean {
  const entered = slots.flatMap(({ id }) => counts[id] ?? []);
  if (slots.length === 0 || entered.length < slots.length) return false;
  const rate = averageOf(sumExact(entered), rhythm, daysBetween(rhythm.from, rhythm.to) + 1, slots.length);
  return rate !== null && meets(rate, { operator: '>=', value: rhythm.quota });
}
