import { distinctPaths } from '../../documents/bag';
import { formFileName, formWorkbook } from '../../documents/form-workbook';
import { periodFor } from '../../domain/report/asks';
import { consolidate } from '../../domain/report/consolidate';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import { dueOf } from '../../domain/report/lateness';
import type { ReportPeriod } from '../../domain/report/model';
import { comparePeriods, isSpecial } from '../../domain/report/periods';
import { previousFigures } from '../../domain/report/previous';
import type { OutputFile } from '../../ports/files';
import { fail, ok } from '../../result';
import { safeFileName } from '../../text/file-name';
import { createNumberReader } from '../dispatch/number-reader';
import { CANCELLED, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import {
  formFingerprint,
  formIndicators,
  loadReporting,
  periodOf,
  resolveUnits,
  type Reporting,
} from './reporting';

/** Unit id → its lũy kế up to the owed period before; empty for a first or an ad hoc one. */
function cumulativeBefore(
  app: App,
  reporting: Reporting,
  period: ReportPeriod,
): Map<string, Record<string, number>> {
  const periods = reporting.dossier.view.list('periods');
  const before = periods
    .filter(({ id }) => !isSpecial(id) && !isSpecial(period.id) && comparePeriods(id, period.id) < 0)
    .sort((a, b) => comparePeriods(a.id, b.id))
    .at(-1);
  if (!before) return new Map();
  const totals = consolidate({
    period: before.id,
    cumulative: true,
    periods,
    reports: reporting.dossier.view.list('reports'),
    entries: reporting.office.entries,
    catalogue: reporting.catalogue,
    now: nowOf(app).now,
  });
  return new Map(totals.units.map(({ unit, values }) => [unit, values]));
}

/** One workbook a unit that is expected; it knows what it is. */
export function makeForms(app: App): Handler<'report.forms'> {
  return async ({ dossierId, period: periodId, units }, { progress }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, catalogue, dossier, plan } = reporting.value;
    const period = periodOf(dossier.view, periodId);
    if (!period.ok) return period;
    const expected = expectedUnits(period.value, entryMap(office.entries));
    const named = units === null ? null : resolveUnits(office, units, period.value.lastDay);
    if (named && !named.ok) return named;
    const chosen = named ? expected.filter(({ id }) => named.value.includes(id)) : expected;
    if (chosen.length === 0)
      return fail(
        'BAD_REQUEST',
        'Không có đơn vị nào phải báo cáo trong số đã chọn, nên không có biểu để phát.',
      );

    const number = dossier.view.get('documents', dossierId);
    const planNumberText = number ? await createNumberReader(app).textOf(number) : null;
    const cumulative = cumulativeBefore(app, reporting.value, period.value);
    const { now } = nowOf(app);
    const files: OutputFile[] = [];
    const names = distinctPaths(chosen.map((unit) => formFileName(unit, periodId)));
    const directory = entryMap(office.entries);
    for (const [index, unit] of chosen.entries()) {
      if (progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      progress.report(index, chosen.length, `Biểu của ${unit.name}`);
      const due = dueOf(period.value, unit.id);
      const own = periodFor(period.value, unit.id, directory);
      const written = await app.ports.spreadsheetWriter.write(
        formWorkbook({
          office: office.profile,
          dossierId,
          plan,
          planNumberText,
          period: own,
          unit,
          indicators: formIndicators(own, catalogue),
          previous: previousFigures(
            unit.id,
            periodId,
            dossier.view.list('periods'),
            dossier.view.list('reports'),
            catalogue,
          ),
          cumulative: cumulative.get(unit.id) ?? {},
          issuedAt: now,
          fingerprint: formFingerprint(app, reporting.value, unit.id, period.value),
          ...(due.extended ? { lastDay: due.lastDay, lastHour: due.time } : {}),
        }),
      );
      if (!written.ok) return written;
      files.push({ name: names[index] ?? formFileName(unit, periodId), bytes: written.value });
    }
    progress.report(chosen.length, chosen.length, 'Đã làm xong biểu');
    return ok(await offer(app, files, safeFileName(`Biểu báo cáo ${periodId}`)));
  };
}
