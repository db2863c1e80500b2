/** Xóa hẳn, in a dossier or in the incoming book. */
import type { IncomingEntry } from '../../domain/incoming/model';
import { withoutPurgedCopies } from '../../domain/dispatch/purge';
import { isPurged, purgedLine, withoutPurgedFiles } from '../../domain/incoming/purge';
import type { Ref } from '../../ports/store';
import { fail, ok, type Result } from '../../result';
import { dossierRef, INCOMING_REF, loadDossier, metaOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { actOf, loadBook } from '../incoming/book';

type Told = Result<{ removedFrom: string[]; outside: string[] }>;

interface What {
  readonly files: readonly string[];
  readonly records: readonly { readonly table: string; readonly id: string }[];
  readonly reason: string;
}

/** What was exported before lies outside the store and is named for the user to deal with. */
export function purgeContent(app: App): Handler<'store.purge'> {
  return async ({ dossierId, ...what }, context) => {
    if (what.files.length === 0 && what.records.length === 0)
      return fail('BAD_REQUEST', 'Chưa chọn tệp hay nội dung nào để xóa hẳn.');
    return dossierId === null
      ? purgeIncoming(app, what, context)
      : purgeDossier(app, dossierId, what, context);
  };
}

async function purge(app: App, ref: Ref, what: What, context: CallContext): Promise<Told> {
  const { files, records, reason } = what;
  const purged = await app.ports.store.purge(
    ref,
    { files, records },
    reason,
    metaOf(app, context, 'store.purge'),
  );
  return purged.ok ? ok({ removedFrom: [...purged.value.removedFrom], outside: [] }) : purged;
}

function notKept(files: readonly string[], where: string): Result<never> {
  return fail('NOT_FOUND', `${where} không giữ tệp đã chọn.`, { details: { files } });
}

async function purgeDossier(app: App, dossierId: string, what: What, context: CallContext): Promise<Told> {
  const loaded = await loadDossier(app, dossierId);
  if (!loaded.ok) return loaded;
  const { view } = loaded.value;
  const unknown = what.files.filter((sha256) => !view.get('files', sha256));
  if (unknown.length > 0) return notKept(unknown, 'Hồ sơ này');
  const exported = view
    .list('archive')
    .flatMap((archive) => archive.exports)
    .map(({ name, at }) => `Gói “${name}” xuất lúc ${at} nằm ngoài ứng dụng: hãy tự tìm và xóa.`);
  const purged = await purge(app, dossierRef(dossierId), what, context);
  if (!purged.ok) return purged;
  const removed = new Set(what.files);
  const noted = await app.ports.store.commit(
    dossierRef(dossierId),
    metaOf(app, context, 'store.purge', { part: 'noted', expectedRevision: null }),
    (draft) => {
      for (const document of draft.list('documents'))
        draft.put('documents', withoutPurgedCopies(document, removed, what.reason, actOf(app, context)));
      return ok(null);
    },
  );
  return noted.ok ? ok({ ...purged.value, outside: exported }) : noted;
}

/**
 * A line takes its own files with it (those that no other line holds), and leaves a void line with its number; a file
 * alone leaves the line that it lay with, which says so.
 */
async function purgeIncoming(app: App, what: What, context: CallContext): Promise<Told> {
  const book = await loadBook(app);
  if (!book.ok) return book;
  const { view } = book.value;
  const lines = view?.list('entries') ?? [];
  const gone: IncomingEntry[] = [];
  for (const { table, id } of what.records) {
    const line = table === 'entries' ? view?.get('entries', id) : undefined;
    if (!line) return fail('NOT_FOUND', 'Sổ văn bản đến không có dòng đã chọn.', { details: { table, id } });
    if (isPurged(line))
      return fail('CONFLICT', `Dòng số đến ${line.number}/${line.year} đã xóa hẳn trước đó.`);
    gone.push(line);
  }
  const unknown = what.files.filter((sha256) => !view?.get('files', sha256));
  if (unknown.length > 0) return notKept(unknown, 'Sổ văn bản đến');
  const held = new Set(lines.flatMap((line) => (gone.includes(line) ? [] : line.files)));
  const theirs = gone.flatMap((line) => line.files).filter((sha256) => !held.has(sha256));
  const files = [...new Set([...what.files, ...theirs])];
  const purged = await purge(app, INCOMING_REF, { ...what, files }, context);
  if (!purged.ok) return purged;
  const act = actOf(app, context);
  const removed = new Set(files);
  const noted = await app.ports.store.commit(
    INCOMING_REF,
    metaOf(app, context, 'store.purge', { part: 'noted', expectedRevision: null }),
    (draft) => {
      for (const line of gone) draft.put('entries', purgedLine(line, what.reason, act));
      for (const line of draft.list('entries'))
        draft.put('entries', withoutPurgedFiles(line, removed, what.reason, act));
      return ok(null);
    },
  );
  return noted.ok ? purged : noted;
}
