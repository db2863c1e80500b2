/** The counts of the grid of a recurring task. One commit. */
import { fail, ok, type Result } from '../../result';
import type { DossierDraft } from './chosen';
import { enteredDuties } from './entered';
import type { FollowedTask } from './followed';
import { dutyId } from './model';
import { slotsOf } from './rhythm';

export interface CountsRow {
  readonly unitId: string;
  /** Slot → count; null takes the count away. */
  readonly counts: Readonly<Record<string, number | null>>;
}

/** The counts of the grid, all rows or none. `units`: who owes them. */
export function putCounts(
  draft: DossierDraft,
  { id: itemId, origins, rhythm }: Pick<FollowedTask, 'id' | 'origins' | 'rhythm'>,
  units: readonly string[],
  rows: readonly CountsRow[],
  nameOf: (unitId: string) => string,
): Result<{ readonly cells: number }> {
  if (rhythm === null) return fail('BAD_REQUEST', 'Nhiệm vụ này chưa đặt định kỳ nên chưa có bảng để ghi.');
  const slots = new Map(slotsOf(rhythm).map((slot) => [slot.id, slot]));
  const { countsOf } = enteredDuties(draft, [{ id: itemId, origins }]);
  let cells = 0;
  for (const { unitId, counts } of rows) {
    if (!units.includes(unitId))
      return fail('BAD_REQUEST', `${nameOf(unitId)} không được giao nhiệm vụ này.`, {
        details: { unit: unitId },
      });
    const id = dutyId(itemId, unitId);
    const next: Record<string, number> = { ...countsOf(itemId, unitId) };
    for (const [slot, count] of Object.entries(counts)) {
      if (!slots.has(slot))
        return fail('BAD_REQUEST', `Cột ${slot} không thuộc thời gian theo dõi của nhiệm vụ.`, {
          details: { slot },
        });
      cells += 1;
      if (count === null) Reflect.deleteProperty(next, slot);
      else next[slot] = count;
    }
    if (Object.keys(next).length === 0) draft.remove('taskCounts', id);
    else draft.put('taskCounts', { id, itemId, unitId, counts: next });
  }
  return ok({ cells });
}
