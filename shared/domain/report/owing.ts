/**
 * Who owes what, unit by unit over all plans: reports not in or sent back, and the units' own plans, each with what was
 * done about it. domain.md §5 "Late", §7. About units' work only.
 */
import { minuteOfDay } from '../../date/hour';
import {
  dateOfInstant,
  daysBetween,
  timeOfInstant,
  type Instant,
  type PlainDate,
} from '../../date/plain-date';
import { contactLine } from '../office/directory';
import type { DirectoryEntry } from '../office/model';
import { nextLevel, stepsOf, type ChaseRules, type ChaseStep } from './chase-levels';
import {
  compareEntries,
  entryMap,
  expectedUnits,
  OTHER_GROUP_NAME,
  summaryGroupOf,
  type Asking,
} from './expected-units';
import type { ChaseLevel, ChaseRecord } from './follow-up-model';
import { dueOf, reportId, reportMap, unitState, type Owed } from './lateness';
import type { Report, ReportPeriod, UnitState } from './model';
import type { PlanRequest, UnitPlan } from './obligation-model';
import { owedPlan, unitPlanId } from './own-plans';
import { comparePeriods, periodNameInText } from './periods';

/** One dossier, as far as chasing goes. */
export interface OwingSource {
  readonly dossierId: string;
  /** Title of the plan. */
  readonly plan: string;
  /** "07-KH/ĐU"; null while it has none. */
  readonly numberText: string | null;
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly Report[];
  readonly planRequests: readonly PlanRequest[];
  readonly unitPlans: readonly UnitPlan[];
  readonly chases: readonly ChaseRecord[];
}

/** One thing that a unit still owes. */
export interface OwedWork {
  readonly dossierId: string;
  readonly plan: string;
  readonly numberText: string | null;
  readonly kind: 'report' | 'plan';
  /** Id of the period or of the own-plan request. */
  readonly period: string;
  /** "báo cáo quý I năm 2026" */
  readonly name: string;
  readonly state: Extract<UnitState, 'missing' | 'returned' | 'not-due'>;
  readonly lastDay: PlainDate;
  readonly time: string | null;
  readonly extended: boolean;
  /** Days after the last day; 0 or less = not late by days. */
  readonly daysLate: number;
  /** Past the hour of the very last day by so many minutes; 0: not, or it is late by days. */
  readonly minutesLate: number;
  readonly returnedReason: string | null;
  readonly via: string;
  /** Who takes it in; empty: this office. */
  readonly receivedBy: string;
  readonly steps: readonly ChaseStep[];
  readonly next: ChaseLevel | null;
}

export interface OwingUnit {
  readonly unit: string;
  readonly name: string;
  readonly group: string;
  readonly contact: string;
  /** By last day, then plan. */
  readonly owes: readonly OwedWork[];
}

/** What is asked, whichever kind. */
interface Asked {
  readonly kind: OwedWork['kind'];
  readonly period: string;
  readonly name: string;
  readonly due: Owed;
  readonly asking: Asking;
  readonly via: string;
  readonly receivedBy: string;
  state(unitId: string): UnitState;
  /** Set while it is sent back. */
  returned(unitId: string): { readonly reason: string | null; readonly since: Instant } | null;
}

/** Units that owe something, in the order of the directory; what is not due yet is listed too. */
export function owingUnits(
  sources: readonly OwingSource[],
  directory: readonly DirectoryEntry[],
  now: Instant,
  rules?: ChaseRules,
): OwingUnit[] {
  const entries = entryMap(directory);
  const byUnit = new Map<string, OwedWork[]>();
  for (const source of sources)
    for (const asked of askedIn(source, now))
      for (const unit of expectedUnits(asked.asking, entries)) {
        const state = asked.state(unit.id);
        if (state === 'on-time' || state === 'late') continue;
        const work = workOf(source, asked, unit.id, state, now, rules);
        const known = byUnit.get(unit.id);
        if (known) known.push(work);
        else byUnit.set(unit.id, [work]);
      }
  return directory
    .filter((entry) => byUnit.has(entry.id))
    .sort(compareEntries)
    .map((unit) => ({
      unit: unit.id,
      name: unit.name,
      group: summaryGroupOf(unit.id, entries)?.name ?? OTHER_GROUP_NAME,
      contact: contactLine(unit),
      owes: (byUnit.get(unit.id) ?? []).sort(compareWork),
    }));
}

function workOf(
  source: OwingSource,
  asked: Asked,
  unitId: string,
  state: OwedWork['state'],
  now: Instant,
  rules?: ChaseRules,
): OwedWork {
  const today = dateOfInstant(now);
  const due = dueOf(asked.due, unitId);
  const returned = asked.returned(unitId);
  const daysLate = daysBetween(due.lastDay, today);
  const minutesLate =
    daysLate === 0 && due.time !== null
      ? Math.max(0, minuteOfDay(timeOfInstant(now)) - minuteOfDay(due.time))
      : 0;
  const steps = stepsOf(source.chases, asked.period, unitId, returned?.since ?? null);
  return {
    dossierId: source.dossierId,
    plan: source.plan,
    numberText: source.numberText,
    kind: asked.kind,
    period: asked.period,
    name: asked.name,
    state,
    ...due,
    daysLate,
    minutesLate,
    returnedReason: returned?.reason ?? null,
    via: asked.via,
    receivedBy: asked.receivedBy,
    steps,
    next: nextLevel({ daysLate, returned: state === 'returned', steps, today }, rules),
  };
}

function askedIn(source: OwingSource, now: Instant): readonly Asked[] {
  const reports = reportMap(source.reports);
  const plans = new Map(source.unitPlans.map((plan) => [plan.id, plan]));
  return [
    ...source.periods.map((period): Asked => {
      const reportOf = (unitId: string): Report | undefined => reports.get(reportId(period.id, unitId));
      return {
        kind: 'report',
        period: period.id,
        name: `báo cáo ${periodNameInText(period.id)}`,
        due: period,
        asking: period,
        via: period.via,
        receivedBy: period.receivedBy,
        state: (unitId) => unitState(period, unitId, reportOf(unitId), now),
        returned: (unitId) => {
          const report = reportOf(unitId);
          return report?.state === 'returned'
            ? { reason: report.returnedReason, since: report.enteredAt }
            : null;
        },
      };
    }),
    ...source.planRequests.map((request): Asked => {
      const due = owedPlan(request);
      const planOf = (unitId: string): UnitPlan | undefined => plans.get(unitPlanId(request.id, unitId));
      return {
        kind: 'plan',
        period: request.id,
        name: `kế hoạch của đơn vị (${request.title})`,
        due,
        asking: request,
        via: request.via,
        receivedBy: '',
        state: (unitId) => {
          const plan = planOf(unitId);
          return unitState(due, unitId, plan && { ...plan, receivedTime: null }, now);
        },
        returned: (unitId) => {
          const plan = planOf(unitId);
          return plan?.state === 'returned' ? { reason: plan.returnedReason, since: plan.enteredAt } : null;
        },
      };
    }),
  ];
}

function compareWork(a: OwedWork, b: OwedWork): number {
  if (a.lastDay !== b.lastDay) return a.lastDay < b.lastDay ? -1 : 1;
  if (a.kind === 'report' && b.kind === 'report') return comparePeriods(a.period, b.period);
  return a.kind === b.kind ? 0 : a.kind === 'report' ? -1 : 1;
}

/** What is chased: these units (null: all that owe) of one period in one dossier. */
export interface ChasePlace {
  readonly dossierId: string;
  readonly period: string;
  readonly units: readonly string[] | null;
}

/** Only what the places name; what is not due yet only where it is asked for. Units left with nothing are left out. */
export function owedAt(
  units: readonly OwingUnit[],
  places: readonly ChasePlace[],
  options: { readonly notDue: boolean },
): OwingUnit[] {
  const named = new Map<string, (readonly string[] | null)[]>();
  for (const { dossierId, period, units: chosen } of places) {
    const key = `${dossierId}|${period}`;
    named.set(key, [...(named.get(key) ?? []), chosen]);
  }
  return units.flatMap((unit): OwingUnit[] => {
    const owes = unit.owes.filter((work) => {
      const chosen = named.get(`${work.dossierId}|${work.period}`) ?? [];
      if (!chosen.some((ids) => ids === null || ids.includes(unit.unit))) return false;
      return options.notDue || work.state !== 'not-due';
    });
    return owes.length === 0 ? [] : [{ ...unit, owes }];
  });
}
