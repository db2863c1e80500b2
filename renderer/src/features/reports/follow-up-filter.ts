/** Which of what is owed a person looks at, and which places that is. */
import type { OwedWorkView, OwingUnitView } from '../../../../shared/rpc/contract/chase';
import type { ChasePlaces } from './chase';

export type ChaseFilter = 'now' | 'late' | 'soon' | 'returned' | 'all';

/** What falls due within so many days is "sắp đến hạn", as in Hôm nay. */
const SOON_DAYS = 14;

const KEEPS: Readonly<Record<ChaseFilter, (work: OwedWorkView) => boolean>> = {
  now: ({ next }) => next !== null,
  late: ({ state, daysLate }) => state === 'missing' || (state === 'returned' && daysLate > 0),
  soon: ({ state, daysLate }) => state === 'not-due' && daysLate >= -SOON_DAYS,
  returned: ({ state }) => state === 'returned',
  all: () => true,
};

export const CHASE_FILTERS: readonly { readonly key: ChaseFilter; readonly label: string }[] = [
  { key: 'now', label: 'Cần đôn đốc' },
  { key: 'late', label: 'Quá hạn' },
  { key: 'soon', label: 'Sắp đến hạn' },
  { key: 'returned', label: 'Trả lại' },
  { key: 'all', label: 'Tất cả' },
];

export interface OwingChoice {
  readonly dossierId: string | null;
  readonly period: string | null;
  readonly group: string | null;
}

/** Units with only those works that are looked at; a unit with none is left out. */
export function filterOwing(
  units: readonly OwingUnitView[],
  filter: ChaseFilter,
  { dossierId, period, group }: OwingChoice,
): OwingUnitView[] {
  return units.flatMap((unit): OwingUnitView[] => {
    if (group !== null && unit.group !== group) return [];
    const owes = unit.owes.filter(
      (work) =>
        (dossierId === null || work.dossierId === dossierId) &&
        (period === null || work.period === period) &&
        KEEPS[filter](work),
    );
    return owes.length === 0 ? [] : [{ ...unit, owes }];
  });
}

/** One place a period of a plan, with the units that are shown to owe it. */
export function placesOfOwing(units: readonly OwingUnitView[]): ChasePlaces {
  const places = new Map<string, { dossierId: string; period: string; units: string[] }>();
  for (const { unit, owes } of units)
    for (const { dossierId, period } of owes) {
      const key = `${dossierId}|${period}`;
      const place = places.get(key) ?? { dossierId, period, units: [] };
      place.units.push(unit);
      places.set(key, place);
    }
  return [...places.values()];
}
