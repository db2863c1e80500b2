/**
 * A period and a day for what the text only says "định kỳ" or "kịp thời" of. The parse stays without a day (an unknown
 * value is null, never a guess); a person takes the proposal or types another day, with the words beside it.
 */
import { daysInMonth, partsOf, plainDate, type PlainDate } from '../../date/plain-date';
import { proposeWorkingDay, type SpecialDay } from '../../date/working-days';
import { toNfc } from '../../text/normalize';
import type { Cycle } from '../report/cycles';
import { cyclesIn, dueDayBy, dueRulesIn } from '../report/due-words';
import type { PeriodId } from '../report/model';
import { coveredInterval, formatPeriod, proposedDueDay } from '../report/periods';
import type { PlanItem } from './model';

export interface TimeProposal {
  /** The words that stand in the place of a day. */
  readonly words: string;
  readonly period: PeriodId;
  /** Moved to the next working day. */
  readonly lastDay: PlainDate;
}

/** The office's usual days; the defaults of the directory where it has not set its own. */
export interface UsualDays {
  /** Nothing due before it is proposed: the plan's own date. */
  readonly from: PlainDate;
  readonly cutOffDay: number;
  readonly dueDay: number;
  readonly holidays: readonly SpecialDay[];
}

const PERIODIC = /(?:báo cáo |gửi )?định kỳ(?:\s*\/\s*đột xuất)?/iu;
const IN_TIME = /kịp thời/iu;
const HANDED_IN = /báo cáo|gửi|nộp|phản ánh|tổng hợp/iu;

/** A word that stands in the place of a day, and the cycles that its sentence names. */
interface VagueTime {
  readonly words: string;
  readonly sentence: string;
  readonly cycles: readonly Exclude<Cycle, 'once'>[];
}

/** "định kỳ", "kịp thời" in a sentence about handing something in; null for every other text. */
export function vagueTimeIn(text: string): VagueTime | null {
  for (const sentence of text.split(/[.;](?=\s|$)/u)) {
    const words = (PERIODIC.exec(sentence) ?? IN_TIME.exec(sentence))?.[0];
    // "định kỳ tháng 6, tháng 12" names its months.
    if (words === undefined || !HANDED_IN.test(sentence) || /tháng\s+\d/iu.test(sentence)) continue;
    return { words, sentence, cycles: cyclesIn(sentence) };
  }
  return null;
}

const PART_OF_MONTH =
  /(?:tuần (?:lễ )?(?<week>đầu(?: tiên)?|cuối(?: cùng)?|thứ (?:nhất|hai|ba|tư|[1-4]))|(?<days>10|15|mười|mười lăm) ngày (?<end>đầu|cuối)(?: tiên)?|(?<part>(?:nửa )?(?:đầu|giữa|cuối)))\s+(?:của\s+)?tháng\s+\d{1,2}(?:\s*(?:\/|năm)\s*20\d{2})?/iu;
/** The last day that a part of a month may mean, as an office would set it; null: the month's last day. */
const DAY_OF_PART: Readonly<Record<string, number | null>> = {
  'đầu tiên': 7, 'thứ nhất': 7, 'thứ 1': 7, 'thứ hai': 14, 'thứ 2': 14, 'thứ ba': 21, 'thứ 3': 21, 'thứ tư': 28, 'thứ 4': 28,
  '10 đầu': 10, 'mười đầu': 10, '15 đầu': 15, 'mười lăm đầu': 15, 'nửa đầu': 15, 'đầu': 10, 'giữa': 15,
}; // prettier-ignore

/** "tuần đầu tháng 9/2026", "giữa tháng 5": a month is said, but not which day of it; null for every other text. */
export function partOfMonthIn(text: string): { readonly words: string; readonly day: number | null } | null {
  const match = PART_OF_MONTH.exec(toNfc(text));
  if (!match) return null;
  const { week, days, end, part } = match.groups ?? {};
  const named = (week ?? part ?? `${days ?? ''} ${end ?? ''}`).toLowerCase();
  const key = week !== undefined && /^đầu$/iu.test(week) ? 'đầu tiên' : named;
  return { words: match[0], day: DAY_OF_PART[key] ?? null };
}

/** The day proposed for a part of a month that the text names. */
function dayInMonth(item: TimedItem, usual: UsualDays): TimeProposal | null {
  const month = /^(\d{4})-(\d{2})$/.exec(item.period ?? '');
  const said = month ? partOfMonthIn(item.text) : null;
  if (!month || said === null || item.period === null) return null;
  const [year, number] = [Number(month[1]), Number(month[2])];
  const day = plainDate(year, number, said.day ?? daysInMonth(year, number));
  if (day < usual.from) return null;
  const { proposed } = proposeWorkingDay(day, usual.holidays);
  // The end of a month that ends on a Sunday is not moved into the next month.
  return {
    words: said.words,
    period: item.period,
    lastDay: proposed.startsWith(item.period) ? proposed : day,
  };
}

type TimedItem = Extract<PlanItem, { readonly kind: 'task' | 'deadline' }>;

/** The proposal for an item whose text has no day; null when it has one or says nothing of the kind. */
export function proposeTime(item: PlanItem, usual: UsualDays): TimeProposal | null {
  if (item.kind !== 'task' && item.kind !== 'deadline') return null;
  if (item.lastDay !== null || item.dropped) return null;
  if (item.period !== null) return dayInMonth(item, usual);
  const recurring = item.kind === 'deadline' && item.deadlineKind === 'recurring';
  const vague =
    vagueTimeIn(item.text) ??
    (recurring ? { words: item.text, sentence: item.text, cycles: cyclesIn(item.text) } : null);
  if (vague === null) return null;
  const cycle = vague.cycles[0] ?? 'quarter';
  const rules = dueRulesIn(vague.sentence);
  for (const period of periodsFrom(cycle, usual.from)) {
    const covered = coveredInterval(period, usual.cutOffDay);
    if (!covered) continue;
    const said = rules.map((rule) => dueDayBy(rule, cycle, period, covered.to)).find((day) => day !== null);
    const day = said ?? proposedDueDay(covered.to, usual.dueDay);
    if (day < usual.from) continue;
    return { words: vague.words, period, lastDay: proposeWorkingDay(day, usual.holidays).proposed };
  }
  return null;
}

/** Periods of a cycle in time's order: those of the year before, of the day's year and of the next. */
function periodsFrom(cycle: Exclude<Cycle, 'once'>, from: PlainDate): PeriodId[] {
  const { year } = partsOf(from);
  const many = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }[cycle];
  return [year - 1, year, year + 1].flatMap((each) =>
    Array.from({ length: many }, (_, at) =>
      formatPeriod(
        cycle === 'nine-months' || cycle === 'year'
          ? { kind: cycle, year: each }
          : { kind: cycle, year: each, number: at + 1 },
      ),
    ),
  );
}
