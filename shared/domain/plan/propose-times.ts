/**
 * A period and a day for what the text only says "định kỳ" or "kịp thời" of. The parse stays without a day (an unknown
 * value is null, never a guess); a person takes the proposal or types another day, with the words beside it.
 */
import { partsOf, type PlainDate } from '../../date/plain-date';
import { proposeWorkingDay, type SpecialDay } from '../../date/working-days';
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

/** The proposal for an item whose text has no day; null when it has one or says nothing of the kind. */
export function proposeTime(item: PlanItem, usual: UsualDays): TimeProposal | null {
  if (item.kind !== 'task' && item.kind !== 'deadline') return null;
  if (item.lastDay !== null || item.period !== null || item.dropped) return null;
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
