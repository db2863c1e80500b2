/** Files attached to a report: taken in, taken off. */
import type { KeptFile } from '../../domain/archive/model';
import { attachEvidence, detachEvidence } from '../../domain/report/evidence';
import type { InputFile } from '../../ports/files';
import { fail, ok, type Result } from '../../result';
import { changeDossier, dossierRef, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { ATTACHED_KINDS, keptFile, takeFile } from '../kept-files';
import { loadReporting, resolveUnit } from './reporting';

/** What units send instead of a form: documents, scans, photos of a signed sheet (also as an iPhone keeps them). */
const EVIDENCE_KINDS = [...ATTACHED_KINDS.filter((kind) => kind !== 'zip'), 'heic', 'heif'];
const MAX_FILES = 20;

async function keep(app: App, dossierId: string, file: InputFile): Promise<Result<KeptFile>> {
  const taken = await takeFile(app, file, EVIDENCE_KINDS);
  if (!taken.ok) return taken;
  const kept = await app.ports.store.putFile(dossierRef(dossierId), taken.value.bytes, taken.value.extension);
  return kept.ok ? ok(keptFile(taken.value, kept.value, 'attachment', nowOf(app).now)) : kept;
}

/** Keeps the files of the tickets; the first that may not be kept refuses all, and no record names those before it. */
export async function keepEvidence(
  app: App,
  dossierId: string,
  tickets: readonly string[],
): Promise<Result<readonly KeptFile[]>> {
  const files: InputFile[] = [];
  for (const ticket of tickets) {
    const opened = await app.ports.inputs.open(ticket);
    if (!opened.ok) return opened;
    files.push(...opened.value);
  }
  if (files.length > MAX_FILES)
    return fail('BAD_REQUEST', `Mỗi lần đính kèm tối đa ${MAX_FILES} tệp; đang chọn ${files.length} tệp.`);
  const kept: KeptFile[] = [];
  for (const file of files) {
    const one = await keep(app, dossierId, file);
    if (!one.ok) return one;
    kept.push(one.value);
  }
  return ok(kept);
}

export function attachToReport(app: App): Handler<'report.attach'> {
  return async ({ dossierId, period, unit: named, tickets }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const files = await keepEvidence(app, dossierId, tickets);
    if (!files.ok) return files;
    const done = await changeDossier(app, context, dossierId, 'report.attach', (draft): Result<null> => {
      const attached = attachEvidence(draft, { period, unitId: unit.value.id, files: files.value });
      return attached.ok ? ok(null) : attached;
    });
    return done.ok
      ? ok({
          revision: done.value.revision,
          files: files.value.map(({ id, name, bytes }) => ({ sha256: id, name, bytes })),
        })
      : done;
  };
}

export function detachFromReport(app: App): Handler<'report.detach'> {
  return async ({ dossierId, period, unit: named, sha256 }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const done = await changeDossier(app, context, dossierId, 'report.detach', (draft): Result<null> => {
      const detached = detachEvidence(draft, { period, unitId: unit.value.id, sha256 });
      return detached.ok ? ok(null) : detached;
    });
    return done.ok ? ok({ revision: done.value.revision }) : done;
  };
}
