import { correctReceipt as correct } from '../../domain/report/correct-receipt';
import { ok, type Result } from '../../result';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { loadReporting, resolveUnit } from './reporting';

/** Puts a wrong day or hour of receipt right; the reason stays with the report. */
export function correctReceipt(app: App): Handler<'report.correctReceipt'> {
  return async ({ dossierId, period, unit: named, receivedOn, receivedTime, reason }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const { now } = nowOf(app);
    return revisionOf(
      await changeDossier(app, context, dossierId, 'report.correctReceipt', (draft): Result<null> => {
        const corrected = correct(
          draft,
          { period, unitId: unit.value.id, receivedOn, receivedTime, reason },
          { now, by: context.by },
        );
        return corrected.ok ? ok(null) : corrected;
      }),
    );
  };
}
