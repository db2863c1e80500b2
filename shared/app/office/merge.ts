/** Sáp nhập, chia tách: what would change in every plan's periods, and the change itself. */
import { mergeEntry as merge } from '../../domain/office/merge';
import type { DirectoryEntry, OfficeTables } from '../../domain/office/model';
import { PLAN_ID } from '../../domain/plan/model';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import { reportId } from '../../domain/report/lateness';
import { draftOver, type Draft } from '../../records';
import { ok, type Result } from '../../result';
import type { MergePreview } from '../../rpc/contract/office';
import { changeOffice, loadDossier, loadOffice, type App } from '../application';
import type { Handler } from '../handlers';

/** Periods whose expected units differ between two directories, by plan and period. */
async function periodsChanged(
  app: App,
  before: readonly DirectoryEntry[],
  after: readonly DirectoryEntry[],
): Promise<Result<MergePreview['periods']>> {
  const [old, next] = [entryMap(before), entryMap(after)];
  const periods: MergePreview['periods'] = [];
  for (const { ref } of await app.ports.store.list('dossier')) {
    const loaded = await loadDossier(app, ref.id);
    if (!loaded.ok) {
      if (loaded.error.code === 'NOT_FOUND') continue;
      return loaded;
    }
    const { view } = loaded.value;
    for (const period of view.list('periods')) {
      const [were, are] = [expectedUnits(period, old), expectedUnits(period, next)];
      const noLonger = were.filter(({ id }) => !are.some((unit) => unit.id === id));
      const newly = are.filter(({ id }) => !were.some((unit) => unit.id === id));
      if (noLonger.length + newly.length === 0) continue;
      const reported = noLonger.filter(
        ({ id }) => view.get('reports', reportId(period.id, id))?.state === 'received',
      );
      periods.push({
        dossierId: ref.id,
        plan: view.get('plan', PLAN_ID)?.title ?? ref.id,
        period: period.id,
        lastDay: period.lastDay,
        noLonger: noLonger.map(({ name }) => name),
        newly: newly.map(({ name }) => name),
        reported: reported.map(({ name }) => name),
      });
    }
  }
  return ok(periods.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0)));
}

export function previewMerge(app: App): Handler<'office.previewMerge'> {
  return async (input) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const draft: Draft<OfficeTables> = draftOver(office.value.loaded.view);
    let founded = 0;
    const merged = merge(draft, input, () => `new-${(founded += 1)}`);
    if (!merged.ok) return merged;
    const periods = await periodsChanged(app, office.value.entries, draft.list('entries'));
    return periods.ok ? ok({ periods: periods.value }) : periods;
  };
}

export function mergeEntry(app: App): Handler<'office.mergeEntry'> {
  return async (input, context) => {
    const done = await changeOffice(app, context, 'office.mergeEntry', (draft) =>
      merge(draft, input, () => app.ports.ids.next()),
    );
    return done.ok ? ok({ revision: done.value.revision, founded: [...done.value.reply.founded] }) : done;
  };
}
