/** Names of a plan found in the directory as it is now: after a person added an entry, no item of that name waits. */
import { createMatcher } from '../../domain/office/match';
import { saveItem } from '../../domain/plan/items';
import { matchRecipient } from '../../domain/plan/items-from-parsed';
import type { PlanItem, PlanItemOf } from '../../domain/plan/model';
import { ok, type Result } from '../../result';
import { spellingKey } from '../../text/normalize';
import { changeDossier, loadOffice, type App } from '../application';
import type { Handler } from '../handlers';

type Named = PlanItemOf<'assignment'> | PlanItemOf<'recipient'>;

const nameOf = (item: Named): string => (item.kind === 'assignment' ? item.unit : item.name);

function waitsForEntry(item: PlanItem): item is Named {
  return (
    (item.kind === 'assignment' || item.kind === 'recipient') &&
    !item.dropped &&
    (item.entryIds.length === 0 || !(item.accepted || item.touched))
  );
}

/**
 * Matches every assignment and recipient without an entry against the directory. `item` is the one that a person matched
 * just now: it and all of the same words get its entries. Answers how many were matched.
 */
export function matchNames(app: App): Handler<'plan.matchNames'> {
  return async ({ dossierId, item: chosen }, context) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const matcher = createMatcher(office.value.loaded.view.list('entries'), office.value.profile.place);
    const done = await changeDossier(app, context, dossierId, 'plan.matchNames', (draft): Result<number> => {
      let matched = 0;
      let key: string | null = null;
      if (chosen) {
        const saved = saveItem(draft, chosen.id, { entryIds: chosen.entryIds });
        if (!saved.ok) return saved;
        matched += 1;
        if (saved.value.kind === 'assignment' || saved.value.kind === 'recipient')
          key = spellingKey(nameOf(saved.value));
      }
      for (const item of draft.list('items').filter(waitsForEntry)) {
        const assignments = draft.list('items').filter((other) => other.kind === 'assignment');
        const found =
          item.kind === 'recipient'
            ? matchRecipient(item.name, matcher, assignments)
            : matcher.line(item.unit);
        const isSame = key !== null && spellingKey(nameOf(item)) === key;
        const entryIds = isSame && chosen ? chosen.entryIds : found.entryIds;
        if (entryIds.length === 0 || (!isSame && found.doubt !== '')) continue;
        draft.put('items', { ...item, entryIds: [...entryIds], accepted: true, doubt: '' });
        matched += 1;
      }
      return ok(matched);
    });
    return done.ok ? ok({ revision: done.value.revision, matched: done.value.reply }) : done;
  };
}
