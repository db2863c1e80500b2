/** Everything one unit owes in a dossier, whatever it is: reports of periods and plans of its own. domain.md §5. */
import type { Instant, PlainDate } from '../../date/plain-date';
import type { EntryMap } from './expected-units';
import { periodStatus, reportMap } from './lateness';
import type { Report, ReportPeriod, UnitStatus } from './model';
import type { PlanRequest, UnitPlan } from './obligation-model';
import { ownPlanStatus } from './own-plans';
import { periodNameInText } from './periods';

export interface OwedSource {
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly Report[];
  readonly planRequests: readonly PlanRequest[];
  readonly unitPlans: readonly UnitPlan[];
}

/** One thing owed, with the unit's state in it; `id` is the period or the request. */
export interface OwedThing extends UnitStatus {
  readonly kind: 'report' | 'own-plan';
  readonly id: string;
  /** "Báo cáo quý I năm 2026", "Kế hoạch tuyên truyền …" */
  readonly title: string;
  readonly via: string;
}

/** What units owe, by unit: earliest last day first. Only units that are expected to send anything are there. */
export function owedByUnits(
  source: OwedSource,
  entries: EntryMap,
  now: Instant,
): ReadonlyMap<string, readonly OwedThing[]> {
  const reports = reportMap(source.reports);
  const things: OwedThing[] = [
    ...source.periods.flatMap((period) =>
      periodStatus(period, reports, entries, now).units.map((unit): OwedThing => ({
        ...unit,
        kind: 'report',
        id: period.id,
        title: `Báo cáo ${periodNameInText(period.id)}`,
        via: period.via,
      })),
    ),
    ...source.planRequests.flatMap((request) =>
      ownPlanStatus(request, source.unitPlans, entries, now).units.map(
        // Named one by one: the plan itself is no part of what is owed.
        ({ unit, name, state, nil, extended, lastDay, receivedAt, enteredAt }): OwedThing => ({
          unit,
          name,
          state,
          nil,
          extended,
          lastDay,
          receivedAt,
          enteredAt,
          kind: 'own-plan',
          id: request.id,
          title: request.title,
          via: request.via,
        }),
      ),
    ),
  ];
  const byUnit = new Map<string, OwedThing[]>();
  for (const thing of [...things].sort((a, b) => compareDays(a.lastDay, b.lastDay))) {
    const known = byUnit.get(thing.unit);
    if (known) known.push(thing);
    else byUnit.set(thing.unit, [thing]);
  }
  return byUnit;
}

/** What one unit owes; empty when nothing. */
export function owedBy(
  unitId: string,
  source: OwedSource,
  entries: EntryMap,
  now: Instant,
): readonly OwedThing[] {
  return owedByUnits(source, entries, now).get(unitId) ?? [];
}

function compareDays(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
