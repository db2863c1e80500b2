/** A dossier's documents and the files kept with them. */
import { moveDocument, statusAfter } from '../../domain/dispatch/document-states';
import { KIND_OF_TYPE } from '../../domain/plan/plan-record';
import { fail, ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { safeFileName } from '../../text/file-name';
import { changeDossier, dossierRef, loadDossier, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { ATTACHED_KINDS, keptFile, SIGNED_KINDS, takeOneFile, type TakenFile } from '../kept-files';
import { createNumberReader } from './number-reader';

export function listDocuments(app: App): Handler<'document.list'> {
  return async ({ dossierId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const numbers = createNumberReader(app);
    return ok(
      await Promise.all(
        loaded.value.view
          .list('documents')
          .map(async (document) => ({ ...document, numberText: await numbers.textOf(document) })),
      ),
    );
  };
}

export function addDocument(app: App): Handler<'document.add'> {
  return async ({ dossierId, type, title, ticket }, context) => {
    if (!Object.hasOwn(KIND_OF_TYPE, type))
      return fail(
        'BAD_REQUEST',
        `Không có loại văn bản “${type}”; có: ${Object.keys(KIND_OF_TYPE).join(', ')}.`,
        {
          fieldErrors: { type: 'Chọn một loại văn bản.' },
        },
      );
    const known = await loadDossier(app, dossierId);
    if (!known.ok) return known;
    let file: TakenFile | null = null;
    let sha256: string | null = null;
    if (ticket !== null) {
      const read = await takeOneFile(app, ticket, ATTACHED_KINDS);
      if (!read.ok) return read;
      file = read.value;
      const kept = await app.ports.store.putFile(dossierRef(dossierId), file.bytes, file.extension);
      if (!kept.ok) return kept;
      sha256 = kept.value;
    }
    const done = await changeDossier(app, context, dossierId, 'document.add', (draft) => {
      const { now } = nowOf(app);
      const id = app.ports.ids.next();
      if (file && sha256 !== null && !draft.get('files', sha256))
        draft.put('files', keptFile(file, sha256, 'attachment', now));
      draft.put('documents', {
        id,
        type,
        kindName: KIND_OF_TYPE[type] ?? type,
        title,
        status: 'draft',
        registration: null,
        signedFile: null,
        files: sha256 === null ? [] : [sha256],
        createdAt: now,
      });
      return ok({ documentId: id });
    });
    return done.ok ? ok({ revision: done.value.revision, documentId: done.value.reply.documentId }) : done;
  };
}

/** The dossier that holds a document, through the catalogue. */
export async function dossierOfDocument(app: App, documentId: string): Promise<Result<string>> {
  for (const row of await app.ports.store.list('dossier'))
    if (readDossierSummary(row.summary)?.documents.some(({ id }) => id === documentId) === true)
      return ok(row.ref.id);
  return fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ nào.');
}

/** The signed copy: the only legal record, kept byte for byte. */
export function signDocument(app: App): Handler<'document.sign'> {
  return async ({ dossierId: given, documentId, ticket }, context) => {
    const found = given === null ? await dossierOfDocument(app, documentId) : ok(given);
    if (!found.ok) return found;
    const dossierId = found.value;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const document = loaded.value.view.get('documents', documentId);
    if (!document) return fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ.');
    const file = await takeOneFile(app, ticket, SIGNED_KINDS);
    if (!file.ok) return file;
    const kept = await app.ports.store.putFile(dossierRef(dossierId), file.value.bytes, file.value.extension);
    if (!kept.ok) return kept;
    const done = await changeDossier(app, context, dossierId, 'document.sign', (draft) => {
      const current = draft.get('documents', documentId);
      if (!current) return fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ.');
      const { now, today } = nowOf(app);
      draft.put(
        'files',
        keptFile(file.value, kept.value, 'signed', draft.get('files', kept.value)?.addedAt ?? now),
      );
      const next = {
        ...current,
        signedFile: kept.value,
        // The copy that stood before is kept beside the new one.
        files:
          current.signedFile !== null && current.signedFile !== kept.value
            ? [...new Set([...current.files, current.signedFile])]
            : current.files,
      };
      draft.put('documents', next);
      // A copy that comes after the number or the sending moves nothing.
      if (statusAfter(current.status, 'sign') === null) return ok({ sha256: kept.value });
      const moved = moveDocument(draft, next, 'sign', {
        stepId: app.ports.ids.next(),
        on: today,
        reason: '',
        otherId: null,
        at: now,
        by: context.by,
      });
      return moved.ok ? ok({ sha256: kept.value }) : moved;
    });
    return done.ok ? ok({ revision: done.value.revision, sha256: done.value.reply.sha256 }) : done;
  };
}

/** A kept file as it was; a damaged one is refused. */
export function getFile(app: App): Handler<'file.get'> {
  return async ({ dossierId, sha256 }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const record = loaded.value.view.get('files', sha256);
    if (!record) return fail('NOT_FOUND', 'Hồ sơ này không giữ tệp đó.');
    const bytes = await app.ports.store.getFile(dossierRef(dossierId), sha256);
    if (!bytes.ok) return bytes;
    if (app.ports.hash.sha256(bytes.value) !== sha256)
      return fail(
        'UNAVAILABLE',
        `Tệp “${record.name}” trong kho đã bị hỏng (không còn đúng như lúc nhận). Hãy lấy lại từ bản sao lưu.`,
      );
    const name = safeFileName(record.name);
    return ok(await offer(app, [{ name, bytes: bytes.value }], name));
  };
}
