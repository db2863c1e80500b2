import { fail, ok } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { dossierRef, loadDossier, metaOf, type App } from '../application';
import type { Handler } from '../handlers';

/** Into the trash, from which it comes back whole. A document with a number stays: its register line names it. */
export function trashPlan(app: App): Handler<'plan.trash'> {
  return async ({ dossierId }, context) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    if (loaded.value.view.list('documents').some(({ registration }) => registration !== null))
      return fail(
        'CONFLICT',
        'Hồ sơ đã có văn bản được cấp số nên không bỏ vào thùng rác được. Nếu không dùng nữa, hãy kết thúc hồ sơ.',
      );
    return app.ports.store.trash(dossierRef(dossierId), metaOf(app, context, 'plan.trash'));
  };
}

/** Dossiers in the trash, newest first. */
export function listTrashedPlans(app: App): Handler<'plan.trashed'> {
  return async () => {
    const rows = await app.ports.store.listTrash();
    return ok(
      rows.flatMap(({ trashId, ref, at, by, summary }) =>
        ref.kind === 'dossier'
          ? [{ trashId, dossierId: ref.id, title: readDossierSummary(summary)?.title ?? null, at, by }]
          : [],
      ),
    );
  };
}

export function restorePlan(app: App): Handler<'plan.restore'> {
  return async ({ trashId }) => {
    const restored = await app.ports.store.restoreFromTrash(trashId);
    return restored.ok ? ok({ dossierId: restored.value.id }) : restored;
  };
}
