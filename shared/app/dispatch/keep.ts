/** A file of a ticket, kept in the dossier's folder byte for byte; its record is put in the commit that names it. */
import type { KeptFile } from '../../domain/archive/model';
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { dossierRef, type App } from '../application';
import { ATTACHED_KINDS, keptFile, takeOneFile } from '../kept-files';

export interface Kept {
  readonly sha256: string;
  /** Puts the file's record, unless the dossier has it already. */
  readonly note: (draft: Draft<DossierTables>, now: string) => void;
}

/** Null without a ticket. */
export async function keepFile(
  app: App,
  dossierId: string,
  ticket: string | null,
  role: KeptFile['role'],
): Promise<Result<Kept | null>> {
  if (ticket === null) return ok(null);
  const taken = await takeOneFile(app, ticket, ATTACHED_KINDS);
  if (!taken.ok) return taken;
  const stored = await app.ports.store.putFile(
    dossierRef(dossierId),
    taken.value.bytes,
    taken.value.extension,
  );
  if (!stored.ok) return stored;
  const sha256 = stored.value;
  return ok({
    sha256,
    note: (draft, now) => {
      if (!draft.get('files', sha256)) draft.put('files', keptFile(taken.value, sha256, role, now));
    },
  });
}
