/** Figures typed by a person, reports sent back, one report shown. */
import { isPlainDate, formatDate } from '../../date/plain-date';
import { reportId } from '../../domain/report/lateness';
import { previousFigures, previousReport } from '../../domain/report/previous';
import { acceptReport, returnReport as sendBack, type Accepted } from '../../domain/report/report-commands';
import { fieldErrorsOf, judgeTyped, questionsAbout } from '../../domain/report/validate-values';
import { fail, ok, type Result } from '../../result';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { loadReporting, periodOf, resolveUnit } from './reporting';

export function putReport(app: App): Handler<'report.put'> {
  return async (input, context) => {
    const { now, today } = nowOf(app);
    if (input.receivedOn !== null && (!isPlainDate(input.receivedOn) || input.receivedOn > today))
      return fail(
        'BAD_REQUEST',
        `Ngày nhận phải là ngày có thật và không sau hôm nay (${formatDate(today)}).`,
        {
          fieldErrors: { receivedOn: 'Ngày có thật, không sau hôm nay.' },
        },
      );
    const reporting = await loadReporting(app, input.dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, catalogue, office } = reporting.value;
    const unit = resolveUnit(reporting.value, input.unit);
    if (!unit.ok) return unit;
    const period = periodOf(dossier.view, input.period);
    if (!period.ok) return period;
    const judged = judgeTyped(input, period.value, catalogue);
    if (judged.faults.length > 0)
      return fail('BAD_REQUEST', judged.faults.map(({ message }) => message).join(' '), {
        fieldErrors: fieldErrorsOf(judged.faults),
        details: { unit: unit.value.id, period: input.period, faults: judged.faults },
      });
    const reports = dossier.view.list('reports');
    const warnings = questionsAbout({
      values: judged.values,
      narrative: judged.narrative,
      nil: input.nil,
      catalogue,
      before: dossier.view.get('reports', reportId(input.period, unit.value.id)) ?? null,
      previous: previousFigures(
        unit.value.id,
        input.period,
        dossier.view.list('periods'),
        reports,
        catalogue,
      ),
      previousReport: previousReport(unit.value.id, input.period, reports),
    });
    const done = await changeDossier(app, context, input.dossierId, 'report.put', (draft): Result<null> => {
      const accepted: Result<Accepted> = acceptReport(
        draft,
        {
          period: input.period,
          unitId: unit.value.id,
          values: judged.values,
          narrative: judged.narrative,
          nil: input.nil,
          nilSaidBy: input.nilSaidBy,
          receivedOn: input.receivedOn,
          receivedTime: null,
          source: { kind: 'typed', by: context.by, evidence: [] },
        },
        { now, entries: office.entries },
      );
      return accepted.ok ? ok(null) : accepted;
    });
    return done.ok
      ? ok({ revision: done.value.revision, warnings: warnings.map((question) => ({ ...question })) })
      : done;
  };
}

export function returnReport(app: App): Handler<'report.return'> {
  return async ({ dossierId, period, unit: named, reason }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'report.return', (draft): Result<null> => {
        const returned = sendBack(draft, { period, unitId: unit.value.id, reason });
        return returned.ok ? ok(null) : returned;
      }),
    );
  };
}

export function getReport(app: App): Handler<'report.get'> {
  return async ({ dossierId, period: periodId, unit: named }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, catalogue } = reporting.value;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const period = periodOf(dossier.view, periodId);
    if (!period.ok) return period;
    const { view } = dossier;
    return ok({
      revision: dossier.revision,
      report: view.get('reports', reportId(periodId, unit.value.id)) ?? null,
      previous: previousFigures(
        unit.value.id,
        periodId,
        view.list('periods'),
        view.list('reports'),
        catalogue,
      ),
      period: period.value,
    });
  };
}
