/**
 * Units' own plans are owed like reports: the same five states, the same flags, the same lateness (domain.md §5 "Late"
 * and "Upward": "units owe their own plans by a date").
 */
import type { Instant, PlainDate } from '../../date/plain-date';
import { expectedUnits } from './expected-units';
import type { EntryMap } from './expected-units';
import { countStates, dueOf, receivedAt, unitState } from './lateness';
import type { Owed, Receipt } from './lateness';
import type { PeriodStatus, UnitStatus } from './model';
import type { PlanRequest, UnitPlan } from './obligation-model';

export function unitPlanId(requestId: string, unitId: string): string {
  return `${requestId}|${unitId}`;
}

/** A request as what lateness looks at: by the day, never by the hour. */
export function owedPlan(request: PlanRequest): Owed {
  return { lastDay: request.lastDay, time: null, extensions: request.extensions };
}

function receiptOf(plan: UnitPlan | undefined): Receipt | undefined {
  return plan && { state: plan.state, receivedOn: plan.receivedOn, receivedTime: null };
}

/** One unit's plan: its state, and the number and day of the document once it is in. */
export interface OwnPlanUnit extends UnitStatus {
  readonly plan: UnitPlan | null;
}

export interface OwnPlanStatus extends Omit<PeriodStatus, 'period' | 'units'> {
  readonly request: PlanRequest;
  /** In the order of the directory. */
  readonly units: readonly OwnPlanUnit[];
}

/** Who has sent the plan that was asked for, at `now`; expected are the units that exist on its last day. */
export function ownPlanStatus(
  request: PlanRequest,
  plans: readonly UnitPlan[],
  entries: EntryMap,
  now: Instant,
): OwnPlanStatus {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const owed = owedPlan(request);
  const units = expectedUnits(request, entries).map((unit): OwnPlanUnit => {
    const plan = byId.get(unitPlanId(request.id, unit.id));
    const due = dueOf(owed, unit.id);
    return {
      unit: unit.id,
      name: unit.name,
      state: unitState(owed, unit.id, receiptOf(plan), now),
      // A plan is there or it is not: nobody reports "không phát sinh" in place of one.
      nil: false,
      extended: due.extended,
      lastDay: due.lastDay,
      receivedAt: receivedAt(receiptOf(plan)),
      enteredAt: plan?.enteredAt ?? null,
      plan: plan ?? null,
    };
  });
  return { request, ...countStates(units), units };
}

/** Earliest first, then as they were asked. */
export function byLastDay<T extends { readonly lastDay: PlainDate; readonly createdAt: Instant }>(
  things: readonly T[],
): T[] {
  const key = ({ lastDay, createdAt }: T): string => `${lastDay} ${createdAt}`;
  return [...things].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
