/**
 * The day by which a plan's own words ask for a report: "ngày 07 hằng tháng", "trước ngày 20 tháng cuối quý",
 * "trước 15/6". domain.md §5 "Late": "trước ngày" leaves the day before, "chậm nhất", "đến ngày" the day itself.
 */
import { addDays, dateExists, daysInMonth, partsOf, plainDate } from '../../date/plain-date';
import type { PlainDate } from '../../date/plain-date';
import { toNfc } from '../../text/normalize';
import type { Cycle } from './cycles';
import type { PeriodId } from './model';
import { monthRange, proposedDueDay } from './periods';

export interface DueRule {
  /** The cycle that the words speak of; null: any. */
  readonly cycle: Exclude<Cycle, 'once'> | null;
  readonly day: number;
  /** "trước ngày": the day itself is too late. */
  readonly before: boolean;
  /** Which month: the first with that day after the figures, the period's last, the one after it, or a named one. */
  readonly month: 'any' | 'last' | 'next' | number;
  readonly year: number | null;
}

const DAY =
  /(?<before>trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|đến|xong|vào)?\s*(?:vào\s+)?(?:(?<named>ngày)\s+(?:mùng\s+)?)?(?<day>\d{1,2})(?:\s*[/-]\s*(?<month>\d{1,2})(?:\s*[/-]\s*(?<year>\d{4}))?)?(?!\d|[.,]\d|\s*%)/gu;
const MONTH_AFTER = /^\s*tháng\s+(\d{1,2})(?:\s*(?:năm|\/|-)\s*(\d{4}))?/u;
const LAST_MONTH = /^\s*(?:của\s+)?tháng cuối/u;
const NEXT_MONTH =
  /^\s*(?:của\s+)?tháng\s+(?:sau|kế tiếp|liền kề|tiếp theo|đầu(?:\s+của)?\s+(?:quý|kỳ)\s+(?:sau|kế tiếp|tiếp theo))/u;

const CYCLES: readonly (readonly [RegExp, Exclude<Cycle, 'once'>])[] = [
  [/(?:6|sáu) tháng/gu, 'half'],
  [/(?:9|chín) tháng/gu, 'nine-months'],
  [/(?<!6 |sáu |9 |chín )(?<!\p{L})tháng(?!\s*\d|\s+(?:cuối|đầu|sau|kế|liền|tiếp))/gu, 'month'],
  [/(?<!\p{L})quý(?!\s+(?:sau|kế|tiếp))/gu, 'quarter'],
  [/(?<!\p{L})năm(?!\s*\d)/gu, 'year'],
];

/** The first cycle named after a day, else the only one named before it; null: none, or a list ("6 tháng, năm"). */
function cycleAround(before: string, behind: string): DueRule['cycle'] {
  const named = (text: string): readonly Exclude<Cycle, 'once'>[] =>
    CYCLES.flatMap(([words, cycle]) => [...text.matchAll(words)].map((match) => ({ at: match.index, cycle })))
      .sort((a, b) => a.at - b.at)
      .map(({ cycle }) => cycle);
  const [after] = named(behind);
  const [only, ...others] = new Set(named(before));
  return after ?? (others.length > 0 ? null : (only ?? null));
}

/** Cycles that a sentence names: "định kỳ hằng quý, 6 tháng, năm". */
export function cyclesIn(text: string): readonly Exclude<Cycle, 'once'>[] {
  const plain = toNfc(text).toLowerCase();
  return CYCLES.filter(([words]) => [...plain.matchAll(words)].length > 0).map(([, cycle]) => cycle);
}

/** Every due day that a reporting sentence names, in its order. */
export function dueRulesIn(text: string): readonly DueRule[] {
  const plain = toNfc(text).toLowerCase();
  const rules: DueRule[] = [];
  let from = 0;
  for (const match of plain.matchAll(DAY)) {
    const { before = '', named, day = '', month, year } = match.groups ?? {};
    const end = match.index + match[0].length;
    const after = plain.slice(end);
    const written = month === undefined ? MONTH_AFTER.exec(after) : null;
    // A bare number is a day only where a word says so: "trước ngày 20", "trước 15/6"; not "35 chỉ tiêu", "20-CTr".
    if (named === undefined && (before === '' || (month === undefined && written === null))) continue;
    if (Number(day) < 1 || Number(day) > 31) continue;
    const clause = plain.slice(from, match.index).split(/[;.]/u).at(-1) ?? '';
    const behind = after.split(/[,;.(]/u)[0] ?? '';
    const monthNumber = month ?? written?.[1];
    if (monthNumber !== undefined && (Number(monthNumber) < 1 || Number(monthNumber) > 12)) continue;
    rules.push({
      cycle: cycleAround(clause, behind),
      day: Number(day),
      before: before === 'trước',
      month:
        monthNumber !== undefined
          ? Number(monthNumber)
          : LAST_MONTH.test(after)
            ? 'last'
            : NEXT_MONTH.test(after)
              ? 'next'
              : 'any',
      year: year === undefined && written?.[2] === undefined ? null : Number(year ?? written?.[2]),
    });
    from = end;
  }
  return rules;
}

/** Whether `lastDay` is what "trước ngày …" of the sentence leaves: the written day itself is too late. */
export function isDayBefore(sentence: string, lastDay: PlainDate): boolean {
  const { year, month, day } = partsOf(addDays(lastDay, 1));
  return dueRulesIn(sentence).some(
    (rule) =>
      rule.before && rule.day === day && rule.month === month && (rule.year === null || rule.year === year),
  );
}

/** The last day on time that a rule gives for a period whose figures end on `to`; null where it says nothing. */
export function dueDayBy(rule: DueRule, cycle: Cycle, period: PeriodId, to: PlainDate): PlainDate | null {
  if (rule.cycle !== null && rule.cycle !== cycle) return null;
  const day = dayOf(rule, period, to);
  return day === null ? null : rule.before ? addDays(day, -1) : day;
}

function dayOf(rule: DueRule, period: PeriodId, to: PlainDate): PlainDate | null {
  if (rule.month === 'any') return proposedDueDay(to, rule.day);
  const range = monthRange(period);
  if (!range) return null;
  const near = [range.last, range.last + 1];
  const month =
    rule.month === 'last'
      ? range.last
      : rule.month === 'next'
        ? range.last + 1
        : near.find((index) => (index % 12) + 1 === rule.month);
  if (month === undefined) return null;
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
  if (rule.year !== null && rule.year !== year) return null;
  return plainDate(year, number, dateExists(year, number, rule.day) ? rule.day : daysInMonth(year, number));
}
