/** Files that come in with what is owed: looked at before anything is kept, then kept byte for byte. */
import type { KeptFile } from '../../domain/archive/model';
import { fail, ok, type Result } from '../../result';
import type { Draft } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { dossierRef, loadDossier, nowOf, type App } from '../application';
import { ATTACHED_KINDS, keptFile, takeOneFile, type TakenFile } from '../kept-files';

export interface StoredFile {
  readonly sha256: string;
  /** Notes the file in the dossier; one that is known there keeps its record. */
  readonly note: (draft: Draft<DossierTables>) => void;
}

export async function storeFile(
  app: App,
  dossierId: string,
  file: TakenFile,
  role: KeptFile['role'],
): Promise<Result<StoredFile>> {
  const known = await loadDossier(app, dossierId);
  if (!known.ok) return known;
  if (known.value.view.list('archive').length > 0)
    return fail('FORBIDDEN', 'Hồ sơ đã kết thúc nên không nhận thêm tệp. Nếu cần, hãy mở lại hồ sơ.');
  const kept = await app.ports.store.putFile(dossierRef(dossierId), file.bytes, file.extension);
  if (!kept.ok) return kept;
  const { now } = nowOf(app);
  return ok({
    sha256: kept.value,
    note: (draft) => {
      if (!draft.get('files', kept.value)) draft.put('files', keptFile(file, kept.value, role, now));
    },
  });
}

/** The one file of a ticket; null where no ticket came. */
export async function storeTicket(
  app: App,
  dossierId: string,
  ticket: string | null,
  role: KeptFile['role'],
): Promise<Result<StoredFile | null>> {
  if (ticket === null) return ok(null);
  const file = await takeOneFile(app, ticket, ATTACHED_KINDS);
  return file.ok ? storeFile(app, dossierId, file.value, role) : file;
}
