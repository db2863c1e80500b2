/** Rows of a table that shows several consolidations side by side. */
import type { Totals } from '../domain/report/model';

export interface TableGroup {
  readonly group: string | null;
  readonly name: string;
  readonly units: readonly { readonly unit: string; readonly name: string }[];
}

/** Groups of all consolidations with their units, in the order of the first; a unit stands once. */
export function groupsOfSeries(series: readonly Totals[]): readonly TableGroup[] {
  const groups = new Map<string | null, { name: string; units: Map<string, string> }>();
  const placed = new Set<string>();
  for (const totals of series) {
    for (const { group, name } of totals.groups)
      if (!groups.has(group)) groups.set(group, { name, units: new Map() });
    for (const { unit, name, group } of totals.units) {
      if (placed.has(unit)) continue;
      placed.add(unit);
      groups.get(group)?.units.set(unit, name);
    }
  }
  return [...groups].map(([group, { name, units }]) => ({
    group,
    name,
    units: [...units].map(([unit, unitName]) => ({ unit, name: unitName })),
  }));
}
