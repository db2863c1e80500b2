/** A closing as it was frozen: its own figures, and who had reported when it was closed. */
import { statusOfFigures } from '../../domain/report/consolidate';
import { entryMap } from '../../domain/report/expected-units';
import { reportMap } from '../../domain/report/lateness';
import { closingHere, type Consolidation } from '../../domain/report/consolidation-model';
import type { PeriodStatus } from '../../domain/report/model';
import { periodNameInText } from '../../domain/report/periods';
import { checksumHolds, versionsOf } from '../../domain/report/report-commands';
import { fail, ok, type Result } from '../../result';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { App } from '../application';
import type { Reporting } from './reporting';

/** NOT_FOUND where there is no such version, UNAVAILABLE where its checksum no longer holds. */
export function frozenVersion(
  app: App,
  view: View<DossierTables>,
  period: string,
  version: number,
): Result<Consolidation> {
  const record = versionsOf(view, period).find((known) => known.version === version);
  if (!record)
    return fail('NOT_FOUND', `Báo cáo ${periodNameInText(period)} không có bản tổng hợp lần ${version}.`);
  if (!checksumHolds(record, (text) => app.ports.hash.sha256(text)))
    return fail(
      'UNAVAILABLE',
      `Bản tổng hợp lần ${version} của ${periodNameInText(period)} không còn đúng như lúc chốt. Hãy kiểm tra kho dữ liệu và lấy lại từ bản sao lưu.`,
    );
  return ok(closingHere(record));
}

/**
 * The units' states at the closing. One made before they were kept has its counts and who was missing; days of receipt
 * come from the reports, without what came in or was sent back after it.
 */
export function frozenStatus({ dossier, office }: Reporting, record: Consolidation): PeriodStatus {
  const { printed } = record;
  if (printed) return { ...record.totals.status, units: printed.units };
  const { view } = dossier;
  const missing = new Map(record.totals.missingUnits.map((unit) => [unit.unit, unit]));
  const reports = view
    .list('reports')
    .filter(({ unitId }) => !missing.has(unitId))
    .map((report) => ({ ...report, state: 'received' as const }));
  const then = statusOfFigures(
    record.period,
    view.list('periods'),
    reportMap(reports),
    entryMap(office.entries),
    record.closedAt,
  );
  return {
    ...record.totals.status,
    units: then.units.map((unit) => ({ ...unit, state: missing.get(unit.unit)?.state ?? unit.state })),
  };
}
