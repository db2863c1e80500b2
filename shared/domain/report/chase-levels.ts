/**
 * Which step of chasing comes next: lần 1 nhắc, lần 2 công văn đôn đốc, lần 3 báo cáo Thường trực. The app proposes
 * from the evidence and the days late; a person decides. domain.md §5 "Chasing", §7.
 */
import { daysBetween, type Instant, type PlainDate } from '../../date/plain-date';
import type { ChaseLevel, ChaseRecord } from './follow-up-model';

/** When the next step is due. All in calendar days; the reasons are in docs/domain.md §5 "Chasing". */
export interface ChaseRules {
  /** Lần 1 from so many days before the last day on. */
  readonly remindDaysBefore: number;
  /** Lần 2 when the report is late by so many days … */
  readonly letterDaysLate: number;
  /** … and so many days have passed since lần 1. */
  readonly letterDaysAfterReminder: number;
  /** The letter gives so many days anew, moved to a working day. */
  readonly letterGivesDays: number;
  /** Lần 3 when so many days have passed since the last day that the letter set. */
  readonly reportDaysAfterLetter: number;
}

export const CHASE_RULES: ChaseRules = {
  remindDaysBefore: 3,
  letterDaysLate: 2,
  letterDaysAfterReminder: 2,
  letterGivesDays: 2,
  reportDaysAfterLetter: 1,
};

/** What was done for one unit, oldest first. */
export interface ChaseStep {
  readonly id: string;
  readonly level: ChaseLevel;
  readonly on: PlainDate;
  readonly newLastDay: PlainDate | null;
}

/**
 * The evidence about one unit's report. `since`: only what was done after that moment counts, so that chasing for a
 * report that then came in and was sent back is not held against its second round.
 */
export function stepsOf(
  chases: readonly ChaseRecord[],
  period: string,
  unitId: string,
  since: Instant | null,
): readonly ChaseStep[] {
  return chases
    .filter(
      (chase) =>
        chase.period === period &&
        chase.unitIds.includes(unitId) &&
        (since === null || Date.parse(chase.at) > Date.parse(since)),
    )
    .map(({ id, level, on, newLastDay }) => ({ id, level, on, newLastDay }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.level - b.level));
}

/** The day of the newest step of a level; null while it was not done. */
export function stepDay(steps: readonly ChaseStep[], level: ChaseLevel): PlainDate | null {
  return steps.findLast((step) => step.level === level)?.on ?? null;
}

export interface ChaseSituation {
  /** Days after the last day that is on time; 0 or less = not late. */
  readonly daysLate: number;
  /** Sent back: it is owed at once, whatever the day. */
  readonly returned: boolean;
  readonly steps: readonly ChaseStep[];
  readonly today: PlainDate;
}

/** The step to propose; null: nothing now. No step is skipped: what was not recorded is proposed first. */
export function nextLevel(situation: ChaseSituation, rules: ChaseRules = CHASE_RULES): ChaseLevel | null {
  const { daysLate, returned, steps, today } = situation;
  const last = steps.reduce<ChaseStep | null>(
    (newest, step) => (newest === null || step.level >= newest.level ? step : newest),
    null,
  );
  if (last === null) return returned || daysLate >= -rules.remindDaysBefore ? 1 : null;
  const since = daysBetween(last.on, today);
  if (last.level === 1)
    return daysLate >= rules.letterDaysLate && since >= rules.letterDaysAfterReminder ? 2 : null;
  if (last.level === 2) {
    const from = last.newLastDay ?? last.on;
    return daysLate > 0 && daysBetween(from, today) >= rules.reportDaysAfterLetter ? 3 : null;
  }
  return null;
}

/** A unit for which a step can't simply be recorded. */
export interface SkippedUnit {
  readonly unit: string;
  readonly name: string;
  /** Earlier steps of which there is no record. */
  readonly missing: readonly ChaseLevel[];
  /** Nothing of it is due yet: there is nothing to urge or to report. */
  readonly notDue: boolean;
}

interface UrgedUnit {
  readonly unit: string;
  readonly name: string;
  readonly owes: readonly {
    readonly state: 'missing' | 'returned' | 'not-due';
    readonly steps: readonly ChaseStep[];
  }[];
}

/**
 * Units at which `level` would skip a step (domain.md §5 "Chasing": none is skipped silently), or that are not late yet.
 * Lần 1 skips nothing and may be said before the last day.
 */
export function skippedSteps(level: ChaseLevel, units: readonly UrgedUnit[]): SkippedUnit[] {
  if (level === 1) return [];
  return units.flatMap(({ unit, name, owes }): SkippedUnit[] => {
    const late = owes.filter(({ state }) => state !== 'not-due');
    const missing = ([1, 2] as const).filter(
      (step) => step < level && late.some(({ steps }) => !steps.some((done) => done.level >= step)),
    );
    const notDue = late.length === 0;
    return notDue || missing.length > 0 ? [{ unit, name, missing, notDue }] : [];
  });
}

const NAMED = 5;

function named(units: readonly SkippedUnit[]): string {
  const names = units.slice(0, NAMED).map(({ name }) => name);
  return `${units.length} đơn vị (${names.join('; ')}${units.length > NAMED ? '; …' : ''})`;
}

/** "20 đơn vị (A; B; …) chưa có lần 1, lần 2; 2 đơn vị (C; D) chưa quá hạn" */
export function skippedWords(skipped: readonly SkippedUnit[]): string {
  const groups = new Map<string, SkippedUnit[]>();
  for (const unit of skipped) {
    const what = unit.notDue
      ? 'chưa quá hạn'
      : `chưa có ${unit.missing.map((step) => `lần ${step}`).join(', ')}`;
    groups.set(what, [...(groups.get(what) ?? []), unit]);
  }
  return [...groups].map(([what, units]) => `${named(units)} ${what}`).join('; ');
}
