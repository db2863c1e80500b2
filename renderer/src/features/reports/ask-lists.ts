/** Which codes each group of units owes while a request is being written. */
import type { DirectoryEntry } from '../../../../shared/domain/office/model';
import { entryMap, groupUnits } from '../../../../shared/domain/report/expected-units';
import type { ScheduleProposal } from '../../../../shared/rpc/contract/schedule';

export interface AskGroup {
  /** Id of the summary group; "" for units of none. */
  readonly key: string;
  readonly name: string;
  readonly unitIds: readonly string[];
}

export interface AskList {
  readonly units: string[];
  readonly indicators: string[];
}

type Owing = Pick<ScheduleProposal, 'indicators' | 'asks'>;

/** The asked units by the group under which tables list them. */
export function askGroups(unitIds: readonly string[], entries: readonly DirectoryEntry[]): AskGroup[] {
  return groupUnits(unitIds, (id) => id, entryMap(entries)).map(({ group, name, rows }) => ({
    key: group ?? '',
    name,
    unitIds: rows,
  }));
}

/** Codes that any unit of the group owes as proposed. */
export function proposedCodes(group: AskGroup, owing: Owing): readonly string[] {
  const codes = new Set(group.unitIds.flatMap((id) => listOf(id, owing)));
  return owing.indicators.filter((code) => codes.has(code));
}

function listOf(unitId: string, { asks, indicators }: Owing): readonly string[] {
  return asks.find((ask) => ask.unitIds.includes(unitId))?.indicators ?? indicators;
}

/** One list a group that a person changed; where nothing was changed, every unit's own as proposed. */
export function askLists(
  groups: readonly AskGroup[],
  owing: Owing,
  changed: Readonly<Record<string, readonly string[]>>,
): AskList[] {
  return groups.flatMap((group): AskList[] => {
    const codes = changed[group.key];
    if (codes) return [{ units: [...group.unitIds], indicators: [...codes] }];
    const lists = new Map<string, AskList>();
    for (const id of group.unitIds) {
      const indicators = listOf(id, owing);
      const key = indicators.join(' ');
      const known = lists.get(key);
      if (known) known.units.push(id);
      else lists.set(key, { units: [id], indicators: [...indicators] });
    }
    return [...lists.values()];
  });
}
