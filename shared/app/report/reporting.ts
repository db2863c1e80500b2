/** What the use cases of reporting share: one dossier with its office, names resolved, figures consolidated. */
import { fingerprintText } from '../../documents/form-identity';
import { expandUnits } from '../../domain/office/directory';
import { createMatcher } from '../../domain/office/match';
import type { DirectoryEntry, Indicator } from '../../domain/office/model';
import { PLAN_ID, type Plan } from '../../domain/plan/model';
import { periodFor } from '../../domain/report/asks';
import { consolidate } from '../../domain/report/consolidate';
import { entryMap } from '../../domain/report/expected-units';
import { formCodes, tableCodes } from '../../domain/report/indicators';
import type { PeriodId, ReportPeriod, Totals } from '../../domain/report/model';
import { owedParts } from '../../domain/report/parts';
import type { Target } from '../../domain/report/rates';
import { closingHere } from '../../domain/report/consolidation-model';
import { sameTotals, versionsOf } from '../../domain/report/report-commands';
import { notScheduled } from '../../domain/report/schedule-commands';
import type { PlainDate } from '../../date/plain-date';
import type { Loaded } from '../../ports/store';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { loadDossier, loadOffice, nowOf, type App, type OfficeState } from '../application';

export interface Reporting {
  readonly office: OfficeState;
  readonly catalogue: readonly Indicator[];
  readonly dossier: Loaded<'dossier'>;
  readonly plan: Plan;
}

export async function loadReporting(app: App, dossierId: string): Promise<Result<Reporting>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const dossier = await loadDossier(app, dossierId);
  if (!dossier.ok) return dossier;
  const plan = dossier.value.view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  return ok({
    office: office.value,
    catalogue: office.value.loaded.view.list('indicators'),
    dossier: dossier.value,
    plan,
  });
}

/** The unit of an id, or of a name that the directory knows for certain. */
export function resolveUnit({ office }: Pick<Reporting, 'office'>, unit: string): Result<DirectoryEntry> {
  const byId = office.entries.find(({ id }) => id === unit);
  const match = byId ? null : createMatcher(office.entries, office.profile.place).one(unit);
  const found =
    byId ?? office.entries.find(({ id }) => match?.entryIds.length === 1 && id === match.entryIds[0]);
  if (!found)
    return fail('NOT_FOUND', match?.doubt ?? 'Danh mục không có đơn vị này.', { details: { unit } });
  if (found.kind !== 'unit')
    return fail('BAD_REQUEST', `“${found.name}” không phải là đơn vị nên không nộp báo cáo.`, {
      details: { unit },
    });
  return ok(found);
}

/** Unit ids of entries named by id or name; groups are expanded as of the day. */
export function resolveUnits(
  office: OfficeState,
  names: readonly string[],
  day: PlainDate,
): Result<string[]> {
  const known = new Set(office.entries.map(({ id }) => id));
  const matcher = createMatcher(office.entries, office.profile.place);
  const ids: string[] = [];
  const problems: string[] = [];
  for (const name of names) {
    if (known.has(name)) {
      ids.push(name);
      continue;
    }
    const match = matcher.line(name);
    if (match.doubt !== '' || match.entryIds.length === 0) problems.push(match.doubt);
    else ids.push(...match.entryIds);
  }
  if (problems.length > 0)
    return fail('BAD_REQUEST', problems.join(' '), { fieldErrors: { units: problems.join(' ') } });
  return ok([...expandUnits(office.entries, ids, day)]);
}

/** Own targets that a person tied to an indicator. */
export function ownTargets(view: View<DossierTables>): Record<string, Target> {
  const targets: Record<string, Target> = {};
  const operators: readonly string[] = ['>', '>=', '=', '<', '<='];
  for (const item of view.list('items')) {
    if (item.kind !== 'target' || item.dropped || item.scope !== 'own') continue;
    if (item.indicator === null || item.value === null || item.operator === null) continue;
    if (operators.includes(item.operator))
      targets[item.indicator] = { operator: item.operator as Target['operator'], value: item.value };
  }
  return targets;
}

export function periodOf(view: View<DossierTables>, period: PeriodId): Result<ReportPeriod> {
  const record = view.get('periods', period);
  return record ? ok(record) : notScheduled(period);
}

/** Figures as they stand now; NOT_FOUND where nothing owed feeds the period. */
export function liveTotals(
  app: App,
  reporting: Reporting,
  period: PeriodId,
  cumulative: boolean,
): Result<Totals> {
  const { view } = reporting.dossier;
  const periods = view.list('periods');
  if (owedParts(period, periods).length === 0) return notScheduled(period);
  const totals = consolidate({
    period,
    cumulative,
    periods,
    reports: view.list('reports'),
    entries: reporting.office.entries,
    catalogue: reporting.catalogue,
    now: nowOf(app).now,
    targets: ownTargets(view),
  });
  return ok({ ...totals, version: frozenVersion(view, totals) });
}

/** The version whose frozen figures these are; null while they differ from the newest one. */
function frozenVersion(view: View<DossierTables>, totals: Totals): number | null {
  const closed = versionsOf(view, totals.period).at(-1);
  if (!closed) return null;
  const newest = closingHere(closed);
  const frozen = totals.cumulative ? newest.cumulative : newest.totals;
  return sameTotals(frozen, totals) ? newest.version : null;
}

/**
 * Rows of the catalogue that a unit's form has: inputs, texts and the rates computed from them, in order. `period` is
 * as the unit sees it (`periodFor`).
 */
export function formIndicators(period: ReportPeriod, catalogue: readonly Indicator[]): readonly Indicator[] {
  const codes = new Set([
    ...formCodes(period.indicators, catalogue),
    ...tableCodes(period.indicators, catalogue),
  ]);
  return [...catalogue]
    .filter(({ id }) => codes.has(id))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/**
 * What a form of this period for this unit carries today; only what a unit fills in counts. `printed`: the ids that
 * stand on a form of another PC of the office.
 */
export function formFingerprint(
  app: App,
  reporting: Reporting,
  unitId: string,
  period: ReportPeriod,
  printed: { readonly officeId: string; readonly unitId: string } = {
    officeId: reporting.office.profile.officeId,
    unitId,
  },
): string {
  const own = periodFor(period, unitId, entryMap(reporting.office.entries));
  const inputs = new Set(formCodes(own.indicators, reporting.catalogue));
  return app.ports.hash.sha256(
    fingerprintText(
      printed,
      reporting.dossier.ref.id,
      printed.unitId,
      own,
      formIndicators(own, reporting.catalogue).filter(({ id }) => inputs.has(id)),
    ),
  );
}
