import type { FigurePeriod } from '../../domain/report/model';
import { candidateParts } from '../../domain/report/parts';
import { closePeriod } from '../../domain/report/report-commands';
import { fail, ok, type Result } from '../../result';
import { changeDossier, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { figuresStatusNow } from './figures';
import { printedContext, summaryOf } from './summary-source';
import { loadReporting, ownTargets, type Reporting } from './reporting';

/** Whether a report of any part is in: a range is closed also while no unit has handed all its parts in. */
function anyReportStands({ dossier }: Reporting, period: FigurePeriod): boolean {
  const parts = new Set(candidateParts(period, dossier.view.list('periods')).map(({ id }) => id));
  return dossier.view
    .list('reports')
    .some((report) => report.state === 'received' && parts.has(report.period));
}

/** Freezes the period's figures as a version; with nothing new since the last one, that one is answered. */
export function closeReport(app: App): Handler<'report.close'> {
  return async ({ dossierId, period, reason }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const status = figuresStatusNow(app, reporting.value, period);
    if (!status.ok) return status;
    if (!anyReportStands(reporting.value, period))
      return fail('CONFLICT', 'Chưa có báo cáo nào của kỳ này được nhận nên chưa có gì để chốt.');
    const summary = await summaryOf(app, reporting.value, period, null, null);
    if (!summary.ok) return summary;
    const printed = printedContext(summary.value);
    const { office, catalogue } = reporting.value;
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'report.close',
      (draft): Result<{ version: number; supplement: boolean; checksum: string }> => {
        const closed = closePeriod(
          draft,
          { period, reason },
          {
            now: nowOf(app).now,
            by: context.by,
            entries: office.entries,
            catalogue,
            targets: ownTargets(draft),
            printed,
            sha256: (text) => app.ports.hash.sha256(text),
          },
        );
        if (!closed.ok) return closed;
        const { version, supplement, checksum } = closed.value;
        return ok({ version, supplement, checksum });
      },
    );
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}
