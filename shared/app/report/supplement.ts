/** Các lần chốt of a period: whether each still holds, and what came between two of them or since the last. */
import { isEmptySupplement, supplementOf, type SupplementSide } from '../../domain/report/supplement';
import type { Supplement } from '../../domain/report/supplement-model';
import { checksumHolds, versionsOf } from '../../domain/report/report-commands';
import type { Consolidation } from '../../domain/report/consolidation-model';
import type { FigurePeriod } from '../../domain/report/model';
import { ok, type Result } from '../../result';
import { nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { figuresStatusNow } from './figures';
import { frozenStatus, frozenVersion } from './frozen';
import { liveTotals, loadReporting, type Reporting } from './reporting';

function sideOf({ version, closedAt, reason, totals, cumulative }: Consolidation): SupplementSide {
  return { version, at: closedAt, reason, totals, cumulative };
}

/** From a closing to a later one, or (null) to the figures as they stand. */
export function supplementBetween(
  app: App,
  reporting: Reporting,
  period: FigurePeriod,
  from: number,
  to: number | null,
): Result<Supplement> {
  const { view } = reporting.dossier;
  const before = frozenVersion(app, view, period, from);
  if (!before.ok) return before;
  if (to !== null) {
    const after = frozenVersion(app, view, period, to);
    if (!after.ok) return after;
    return ok(
      supplementOf(
        period,
        sideOf(before.value),
        sideOf(after.value),
        frozenStatus(reporting, after.value),
        reporting.catalogue,
      ),
    );
  }
  const totals = liveTotals(app, reporting, period, false);
  if (!totals.ok) return totals;
  const cumulative = liveTotals(app, reporting, period, true);
  if (!cumulative.ok) return cumulative;
  const status = figuresStatusNow(app, reporting, period);
  if (!status.ok) return status;
  const live: SupplementSide = {
    version: null,
    at: nowOf(app).now,
    reason: '',
    totals: totals.value,
    cumulative: cumulative.value,
  };
  return ok(supplementOf(period, sideOf(before.value), live, status.value, reporting.catalogue));
}

export function reportSupplement(app: App): Handler<'report.supplement'> {
  return async ({ dossierId, period, from, to }) => {
    const reporting = await loadReporting(app, dossierId);
    return reporting.ok ? supplementBetween(app, reporting.value, period, from, to) : reporting;
  };
}

export function reportClosings(app: App): Handler<'report.closings'> {
  return async ({ dossierId, period }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const versions = versionsOf(reporting.value.dossier.view, period);
    const closings = versions.map((record) => ({
      version: record.version,
      supplement: record.supplement,
      reason: record.reason,
      closedAt: record.closedAt,
      closedBy: record.closedBy,
      checksum: record.checksum,
      intact: checksumHolds(record, (text) => app.ports.hash.sha256(text)),
      received: record.totals.status.received,
      expected: record.totals.status.expected,
    }));
    const last = closings.findLast((closing) => closing.intact);
    const since = last ? supplementBetween(app, reporting.value, period, last.version, null) : null;
    // A period that is owed no more has closings, and nothing since.
    const changed = since?.ok === true && !isEmptySupplement(since.value) ? since.value.units.length : null;
    return ok({ closings, unitsChangedSince: changed });
  };
}
