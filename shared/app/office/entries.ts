/** The directory's entries: saved, ended, removed. */
import { endEntry as end, removeEntry as remove, saveEntry as save } from '../../domain/office/directory';
import { directoryEntrySchema } from '../../domain/office/model';
import { fail, ok } from '../../result';
import { changeOffice, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { validated } from '../validation';

export function saveEntry(app: App): Handler<'office.saveEntry'> {
  return async (input, context) => {
    const done = await changeOffice(app, context, 'office.saveEntry', (draft) => {
      const standing = input.id === undefined ? undefined : draft.get('entries', input.id);
      if (input.id !== undefined && !standing)
        return fail('NOT_FOUND', 'Không tìm thấy mục này trong danh mục.');
      const order = standing?.order ?? Math.max(0, ...draft.list('entries').map((entry) => entry.order)) + 1;
      const entry = validated(directoryEntrySchema, {
        ...input,
        id: input.id ?? app.ports.ids.next(),
        order: standing ? input.order : order,
      });
      return entry.ok ? save(draft, entry.value) : entry;
    });
    return done.ok ? ok({ revision: done.value.revision, id: done.value.reply.id }) : done;
  };
}

export function endEntry(app: App): Handler<'office.endEntry'> {
  return async ({ id, lastDay, successors }, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.endEntry', (draft) => end(draft, id, lastDay, successors)),
    );
}

/** Titles of dossiers whose records name the entry. */
async function dossiersNaming(app: App, entryId: string): Promise<readonly string[]> {
  const titles: string[] = [];
  for (const row of await app.ports.store.list('dossier')) {
    const loaded = await app.ports.store.load({ kind: 'dossier', id: row.ref.id });
    if (!loaded.ok || !loaded.value) continue;
    const { view } = loaded.value;
    const named =
      view.list('items').some((item) => 'entryIds' in item && item.entryIds.includes(entryId)) ||
      view.list('deliveries').some((delivery) => delivery.entryId === entryId) ||
      view.list('periods').some((period) => period.unitIds.includes(entryId)) ||
      view.list('reports').some((report) => report.unitId === entryId);
    if (named) titles.push(`hồ sơ “${view.get('plan', 'plan')?.title ?? row.ref.id}”`);
  }
  return titles;
}

/** Only an entry that nothing names: what a document names is ended, never deleted. */
export function removeEntry(app: App): Handler<'office.removeEntry'> {
  return async ({ id }, context) => {
    const namedBy = await dossiersNaming(app, id);
    return revisionOf(
      await changeOffice(app, context, 'office.removeEntry', (draft) => remove(draft, id, namedBy)),
    );
  };
}
