/**
 * A new reading of a plan that was read before. Items are found by the fingerprints of the words that they came
 * from; what a person touched or dropped stays, the rest follows the new reading.
 */
import type { Draft } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { PlanItem, PlanItemOf } from './model';

export interface ReadingOutcome {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly kept: number;
}

function byOrigin(items: readonly PlanItem[]): Map<string, PlanItem[]> {
  const map = new Map<string, PlanItem[]>();
  for (const item of items)
    for (const origin of item.origins) {
      const known = map.get(origin);
      if (known) known.push(item);
      else map.set(origin, [item]);
    }
  return map;
}

/**
 * The standing item with the new reading's words. Entries that were found in the directory are kept where the new
 * reading finds none, and an item that a person accepted stays accepted.
 */
function refreshed(standing: PlanItem, fresh: PlanItem): PlanItem {
  const accepted = standing.accepted || fresh.accepted;
  const kept = { id: standing.id, order: standing.order, accepted };
  if ('entryIds' in fresh && 'entryIds' in standing && fresh.entryIds.length === 0)
    return { ...fresh, ...kept, entryIds: standing.entryIds, doubt: standing.doubt };
  if (fresh.kind === 'target' && standing.kind === 'target')
    return { ...fresh, ...kept, indicator: standing.indicator };
  if (fresh.kind === 'task' && standing.kind === 'task') return { ...fresh, ...kept, state: standing.state };
  return { ...fresh, ...kept };
}

/** Writes the fresh items into the draft; ids of standing items stay. */
export function applyReading(draft: Draft<DossierTables>, fresh: readonly PlanItem[]): ReadingOutcome {
  const standing = draft.list('items');
  const known = byOrigin(standing);
  /** Id in the fresh reading → id that stands for it in the dossier. */
  const standsFor = new Map<string, string>();
  for (const item of fresh) {
    const matches = item.origins.flatMap((origin) => known.get(origin) ?? []);
    standsFor.set(item.id, (matches.find(({ dropped }) => !dropped) ?? matches[0])?.id ?? item.id);
  }
  const relinked = (item: PlanItem): PlanItem =>
    item.kind === 'task' && item.assignmentId !== null
      ? ({
          ...item,
          assignmentId: standsFor.get(item.assignmentId) ?? item.assignmentId,
        } satisfies PlanItemOf<'task'>)
      : item;

  let [added, updated, removed, kept] = [0, 0, 0, 0];
  const seen = new Set<string>();
  for (const item of fresh) {
    const matches = item.origins.flatMap((origin) => known.get(origin) ?? []);
    for (const match of matches) seen.add(match.id);
    const only = matches[0];
    if (!only) {
      draft.put('items', relinked(item));
      added += 1;
    } else if (matches.length > 1 || only.touched || only.dropped || only.kind !== item.kind) kept += 1;
    else {
      const next = relinked(refreshed(only, item));
      // A task stays with an assignment that a person split, merged or corrected: its id is where the person put it.
      const under =
        only.kind === 'task' && only.assignmentId !== null
          ? draft.get('items', only.assignmentId)
          : undefined;
      draft.put(
        'items',
        under?.touched === true && next.kind === 'task' ? { ...next, assignmentId: under.id } : next,
      );
      updated += 1;
    }
  }
  for (const item of standing)
    if (!seen.has(item.id) && !item.touched && !item.dropped && item.origins.length > 0) {
      draft.remove('items', item.id);
      removed += 1;
    }
  return { added, updated, removed, kept };
}
