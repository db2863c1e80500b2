/** The charts of a period: the same models that the report prints. */
import { comparableIndicators, summaryCharts } from '../../documents/charts/summary-charts';
import { ok } from '../../result';
import type { App } from '../application';
import type { Handler } from '../handlers';
import { loadReporting } from './reporting';
import { summaryOf } from './summary-source';

export function reportCharts(app: App): Handler<'report.charts'> {
  return async ({ dossierId, period, version, compare }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const summary = await summaryOf(app, reporting.value, period, version, null);
    if (!summary.ok) return summary;
    return ok({
      charts: [...summaryCharts(summary.value, compare)],
      comparable: comparableIndicators(summary.value).map(({ id, name }) => ({ code: id, name })),
    });
  };
}
