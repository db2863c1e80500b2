/** Questions about what came in: status, totals, what a total is made of, the matrix. */
import { partsOf } from '../../date/plain-date';
import { statusOf, statusOfFigures } from '../../domain/report/consolidate';
import { entryMap } from '../../domain/report/expected-units';
import { reportMap } from '../../domain/report/lateness';
import { matrixOf, type MatrixSource } from '../../domain/report/matrix';
import { owedParts } from '../../domain/report/parts';
import { versionsOf } from '../../domain/report/report-commands';
import { notScheduled } from '../../domain/report/schedule-commands';
import { traceOf } from '../../domain/report/trace';
import { PLAN_ID } from '../../domain/plan/model';
import { yearOfPeriod } from '../../domain/report/periods';
import { fail, ok, type Result } from '../../result';
import type { PeriodStatus } from '../../domain/report/model';
import { readDossierSummary } from '../../schema/summarize';
import { loadDossier, loadOffice, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { frozenVersion } from './frozen';
import { liveTotals, loadReporting, ownTargets, type Reporting } from './reporting';

export function statusNow(
  app: App,
  reporting: Reporting,
  period: string,
  statusFor = statusOf,
): Result<PeriodStatus> {
  const { view } = reporting.dossier;
  const periods = view.list('periods');
  if (owedParts(period, periods).length === 0) return notScheduled(period);
  return ok(
    statusFor(
      period,
      periods,
      reportMap(view.list('reports')),
      entryMap(reporting.office.entries),
      nowOf(app).now,
    ),
  );
}

/** Of everybody whose figures the period adds up or lacks (`statusOfFigures`). */
export function figuresStatusNow(app: App, reporting: Reporting, period: string): Result<PeriodStatus> {
  return statusNow(app, reporting, period, statusOfFigures);
}

export function reportStatus(app: App): Handler<'report.status'> {
  return async ({ dossierId, period }) => {
    const reporting = await loadReporting(app, dossierId);
    return reporting.ok ? statusNow(app, reporting.value, period) : reporting;
  };
}

/** As they stand, or as they were frozen in a version. */
export function reportTotals(app: App): Handler<'report.totals'> {
  return async ({ dossierId, period, cumulative, version }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    if (version === null) return liveTotals(app, reporting.value, period, cumulative);
    const frozen = versionsOf(reporting.value.dossier.view, period).find(
      (record) => record.version === version,
    );
    if (!frozen) return fail('NOT_FOUND', `Kỳ ${period} không có bản tổng hợp lần ${version}.`);
    return ok(cumulative ? frozen.cumulative : frozen.totals);
  };
}

export function traceFigure(app: App): Handler<'report.trace'> {
  return async ({ dossierId, period, indicator, cumulative }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, office, catalogue } = reporting.value;
    if (!catalogue.some(({ id }) => id === indicator))
      return fail('NOT_FOUND', `Danh mục không có chỉ tiêu ${indicator}.`);
    const rows = traceOf(
      {
        period,
        cumulative,
        periods: dossier.view.list('periods'),
        reports: dossier.view.list('reports'),
        entries: office.entries,
        catalogue,
        now: nowOf(app).now,
        targets: ownTargets(dossier.view),
      },
      indicator,
    );
    return ok(
      rows.map(({ typed, parts, ...row }) => ({
        ...row,
        typed: typed && { ...typed, evidence: [...typed.evidence] },
        parts: parts.map((part) => ({ ...part })),
      })),
    );
  };
}

/** One dossier, or all that are not archived and owe something in the year. */
export function reportMatrix(app: App): Handler<'report.matrix'> {
  return async ({ dossierId, year }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const ids =
      dossierId !== null
        ? [dossierId]
        : (await app.ports.store.list('dossier'))
            .filter(({ summary }) => {
              const known = readDossierSummary(summary);
              return (
                known !== null &&
                !known.archived &&
                (known.periods.some(({ id }) => yearOfPeriod(id) === year) ||
                  known.planRequests.some(({ lastDay }) => partsOf(lastDay).year === year))
              );
            })
            .map(({ ref }) => ref.id);
    const dated: { readonly createdAt: string; readonly source: MatrixSource }[] = [];
    for (const id of ids) {
      const loaded = await loadDossier(app, id);
      if (!loaded.ok) return loaded;
      const { view } = loaded.value;
      const plan = view.get('plan', PLAN_ID);
      dated.push({
        createdAt: plan?.createdAt ?? '',
        source: {
          dossierId: id,
          plan: plan?.title ?? id,
          periods: view.list('periods'),
          reports: view.list('reports'),
          planRequests: view.list('planRequests'),
          unitPlans: view.list('unitPlans'),
        },
      });
    }
    // In the order in which the office took the plans in: 01, 02, 03.
    dated.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
    const sources = dated.map(({ source }) => source);
    return ok(matrixOf(sources, office.value.entries, year, nowOf(app).now));
  };
}

export function getConsolidation(app: App): Handler<'report.consolidation'> {
  return async ({ dossierId, period, version }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    return frozenVersion(app, loaded.value.view, period, version);
  };
}
