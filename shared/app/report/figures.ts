/** Questions about what came in: status, totals, what a total is made of. */
import { statusOf, statusOfFigures } from '../../domain/report/consolidate';
import { entryMap } from '../../domain/report/expected-units';
import { reportMap } from '../../domain/report/lateness';
import { owedParts } from '../../domain/report/parts';
import { notScheduled } from '../../domain/report/schedule-commands';
import { traceOf } from '../../domain/report/trace';
import { fail, ok, type Result } from '../../result';
import type { PeriodStatus } from '../../domain/report/model';
import { loadDossier, nowOf, type App } from '../application';
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
    const frozen = frozenVersion(app, reporting.value.dossier.view, period, version);
    if (!frozen.ok) return frozen;
    return ok(cumulative ? frozen.value.cumulative : frozen.value.totals);
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

export function getConsolidation(app: App): Handler<'report.consolidation'> {
  return async ({ dossierId, period, version }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    return frozenVersion(app, loaded.value.view, period, version);
  };
}
