/** What chasing reads: the dossiers concerned, and the units that owe at the places named. */
import { PLAN_ID } from '../../domain/plan/model';
import {
  owedAt,
  owingUnits,
  type ChasePlace,
  type OwingSource,
  type OwingUnit,
} from '../../domain/report/owing';
import type { Loaded } from '../../ports/store';
import { owedParts } from '../../domain/report/parts';
import { parsePeriod } from '../../domain/report/periods';
import { fail, ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { loadDossier, loadOffice, nowOf, type App, type OfficeState } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import { resolveUnits } from './reporting';

export interface Chased {
  readonly office: OfficeState;
  readonly dossiers: ReadonlyMap<string, Loaded<'dossier'>>;
  readonly sources: readonly OwingSource[];
  /** Only what the places name. */
  readonly units: readonly OwingUnit[];
}

/** Dossiers that are not archived, oldest plan first: the order in which the office numbers them. */
async function openDossiers(app: App): Promise<Result<readonly Loaded<'dossier'>[]>> {
  const open: Loaded<'dossier'>[] = [];
  for (const { ref, summary } of await app.ports.store.list('dossier')) {
    if (readDossierSummary(summary)?.archived !== false) continue;
    const loaded = await loadDossier(app, ref.id);
    if (!loaded.ok) return loaded;
    open.push(loaded.value);
  }
  return ok(open);
}

async function sourcesOf(app: App, dossiers: readonly Loaded<'dossier'>[]): Promise<readonly OwingSource[]> {
  const numbers = createNumberReader(app);
  const dated: { readonly createdAt: string; readonly source: OwingSource }[] = [];
  for (const { ref, view } of dossiers) {
    const plan = view.get('plan', PLAN_ID);
    const document = view.get('documents', ref.id);
    dated.push({
      createdAt: plan?.createdAt ?? '',
      source: {
        dossierId: ref.id,
        plan: plan?.title ?? ref.id,
        numberText: document ? await numbers.textOf(document) : null,
        periods: view.list('periods'),
        reports: view.list('reports'),
        planRequests: view.list('planRequests'),
        unitPlans: view.list('unitPlans'),
        chases: view.list('chases'),
      },
    });
  }
  return dated
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
    .map(({ source }) => source);
}

/** All that is owed, in one dossier or in all that are open. */
export async function loadOwing(app: App, dossierId: string | null): Promise<Result<readonly OwingUnit[]>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const one = dossierId === null ? null : await loadDossier(app, dossierId);
  if (one && !one.ok) return one;
  const dossiers = one ? ok([one.value]) : await openDossiers(app);
  if (!dossiers.ok) return dossiers;
  const sources = await sourcesOf(app, dossiers.value);
  return ok(owingUnits(sources, office.value.entries, nowOf(app).now));
}

/** What is owed at the places; NOT_FOUND for a place that asks nothing. `notDue`: what is not due yet counts too. */
export async function loadChased(
  app: App,
  places: readonly ChasePlace[],
  options: { readonly notDue: boolean },
): Promise<Result<Chased>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const { now, today } = nowOf(app);
  const dossiers = new Map<string, Loaded<'dossier'>>();
  const resolved: ChasePlace[] = [];
  for (const place of places) {
    const known = dossiers.get(place.dossierId);
    const loaded = known ? ok(known) : await loadDossier(app, place.dossierId);
    if (!loaded.ok) return loaded;
    dossiers.set(place.dossierId, loaded.value);
    const { view } = loaded.value;
    // A quarter of months is chased by the months that are owed.
    const owed = view.get('planRequests', place.period)
      ? [place.period]
      : parsePeriod(place.period) === null
        ? []
        : owedParts(place.period, view.list('periods'));
    if (owed.length === 0)
      return fail(
        'NOT_FOUND',
        `Hồ sơ này chưa giao kỳ báo cáo ${place.period}, nên không có gì để đôn đốc.`,
        {
          details: { period: place.period },
        },
      );
    const units = place.units === null ? null : resolveUnits(office.value, place.units, today);
    if (units && !units.ok) return units;
    for (const period of owed) resolved.push({ ...place, period, units: units?.value ?? null });
  }
  const sources = await sourcesOf(app, [...dossiers.values()]);
  const all = owingUnits(sources, office.value.entries, now);
  return ok({ office: office.value, dossiers, sources, units: owedAt(all, resolved, options) });
}
