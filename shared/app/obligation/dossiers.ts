/** The open dossiers that a list over all of them must load, by what the catalogue says they hold. */
import { PLAN_ID } from '../../domain/plan/model';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { readDossierSummary, type DossierSummary } from '../../schema/summarize';
import { loadDossier, type App } from '../application';

export interface NamedDossier {
  readonly dossierId: string;
  /** Title of its plan. */
  readonly plan: string;
  readonly revision: number;
  readonly view: View<DossierTables>;
}

export async function namedDossier(app: App, dossierId: string): Promise<Result<NamedDossier>> {
  const loaded = await loadDossier(app, dossierId);
  if (!loaded.ok) return loaded;
  const plan = loaded.value.view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  return ok({ dossierId, plan: plan.title, revision: loaded.value.revision, view: loaded.value.view });
}

/** The one named, or every open one that `holds` something. */
export async function dossiersHolding(
  app: App,
  dossierId: string | null,
  holds: (summary: DossierSummary) => boolean,
): Promise<Result<NamedDossier[]>> {
  const ids =
    dossierId !== null
      ? [dossierId]
      : (await app.ports.store.list('dossier'))
          .filter(({ summary }) => {
            const known = readDossierSummary(summary);
            return known !== null && !known.archived && holds(known);
          })
          .map(({ ref }) => ref.id);
  const dossiers: NamedDossier[] = [];
  for (const id of ids) {
    const named = await namedDossier(app, id);
    if (!named.ok) return named;
    dossiers.push(named.value);
  }
  return ok(dossiers);
}

/** Name of a kept file; null where there is none (or it was removed for good). */
export function fileNameIn(view: View<DossierTables>, sha256: string | null): string | null {
  return sha256 === null ? null : (view.get('files', sha256)?.name ?? null);
}
