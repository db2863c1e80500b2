/** Many units at once: the table to type into, and saving it, one commit a unit. */
import type { DirectoryEntry } from '../../domain/office/model';
import { owedCodes, periodFor } from '../../domain/report/asks';
import { entryMap, expectedUnits, groupUnits } from '../../domain/report/expected-units';
import { formCodes, indicatorMap, isFigure } from '../../domain/report/indicators';
import type { FigureFault } from '../../domain/report/judge-figures';
import { reportId } from '../../domain/report/lateness';
import type { ReportPeriod } from '../../domain/report/model';
import { ok, type AppError } from '../../result';
import type { PutManyReply, SheetRowInput } from '../../rpc/contract/entry';
import type { App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { putOne, receiptFault } from './put';
import { loadReporting, periodOf, resolveUnit } from './reporting';

/** Units that owe, in the order of the tables, with what stands; texts are not here: they are a unit's own. */
export function reportSheet(app: App): Handler<'report.sheet'> {
  return async ({ dossierId, period: id }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, office, catalogue } = reporting.value;
    const period = periodOf(dossier.view, id);
    if (!period.ok) return period;
    const known = indicatorMap(catalogue);
    const figuresOf = (codes: readonly string[]): string[] =>
      formCodes(codes, catalogue).filter((code) => {
        const indicator = known.get(code);
        return indicator !== undefined && isFigure(indicator);
      });
    const entries = entryMap(office.entries);
    const grouped = groupUnits(expectedUnits(period.value, entries), (unit) => unit.id, entries);
    return ok({
      revision: dossier.revision,
      period: period.value,
      indicators: figuresOf(period.value.indicators),
      rows: grouped.flatMap(({ name, rows }) =>
        rows.map((unit: DirectoryEntry) => {
          const report = dossier.view.get('reports', reportId(id, unit.id));
          return {
            unit: unit.id,
            name: unit.name,
            group: name,
            owes: figuresOf(owedCodes(period.value, unit.id, entries)),
            state: report?.state ?? null,
            version: report?.version ?? 0,
            receivedOn: report?.receivedOn ?? null,
            nil: report?.nil ?? false,
            nilSaidBy: report?.nilSaidBy ?? '',
            nilHow: report?.nilHow ?? '',
            values: { ...report?.values },
          };
        }),
      ),
    });
  };
}

type ResultRow = PutManyReply['results'][number];

function refusal(unit: string, name: string, error: AppError): ResultRow {
  const faults = error.details?.['faults'] as readonly FigureFault[] | undefined;
  return {
    unit,
    unitName: name,
    outcome: 'refused',
    version: null,
    revision: null,
    message: error.message,
    faults: (faults ?? []).map(({ indicator, message }) => ({ indicator, message })),
    warnings: [],
  };
}

async function putRow(
  app: App,
  context: CallContext,
  at: {
    readonly dossierId: string;
    readonly period: string;
    readonly receivedOn: string | null;
    readonly receivedTime: string | null | undefined;
  },
  row: SheetRowInput,
): Promise<ResultRow> {
  const reporting = await loadReporting(app, at.dossierId);
  if (!reporting.ok) return refusal(row.unit, row.unit, reporting.error);
  const { view } = reporting.value.dossier;
  const unit = resolveUnit(reporting.value, row.unit);
  if (!unit.ok) return refusal(row.unit, row.unit, unit.error);
  const period = periodOf(view, at.period);
  if (!period.ok) return refusal(unit.value.id, unit.value.name, period.error);
  const standing = view.get('reports', reportId(at.period, unit.value.id));
  const entries = entryMap(reporting.value.office.entries);
  // A retry of this very call finds its own version standing: the commit itself answers it again.
  const seen = standing?.version ?? 0;
  if (row.version !== null && row.version !== seen && !(await isReplay(app, context, at, unit.value.id)))
    return refusal(unit.value.id, unit.value.name, {
      code: 'CONFLICT',
      message: `Báo cáo của ${unit.value.name} đã có người sửa sau khi bảng này mở ra, nên chưa ghi. Hãy mở lại bảng rồi xem số mới.`,
    });
  const done = await putOne(
    app,
    context,
    { reporting: reporting.value, unit: unit.value, period: period.value },
    {
      values: row.nil
        ? {}
        : { ...owedOnly(standing?.values, periodFor(period.value, unit.value.id, entries)), ...row.values },
      narrative: standing?.narrative ?? {},
      nil: row.nil,
      nilSaidBy: row.nilSaidBy,
      nilHow: row.nilHow,
      receivedOn: at.receivedOn,
      receivedTime: at.receivedTime,
      evidence: [],
    },
    { part: unit.value.id, expectedRevision: null },
  );
  if (!done.ok) return refusal(unit.value.id, unit.value.name, done.error);
  const { outcome, version, revision, warnings } = done.value;
  return {
    unit: unit.value.id,
    unitName: unit.value.name,
    outcome,
    version,
    revision: outcome === 'unchanged' ? null : revision,
    message: null,
    faults: [],
    warnings: warnings.map((question) => ({ ...question })),
  };
}

/** Whether this call committed for the unit before (a retry after a lost answer). */
async function isReplay(
  app: App,
  context: CallContext,
  at: { readonly dossierId: string },
  unitId: string,
): Promise<boolean> {
  const history = await app.ports.store.history({ kind: 'dossier', id: at.dossierId }, { limit: 500 });
  return history.ok && history.value.some(({ requestId }) => requestId === `${context.requestId}#${unitId}`);
}

/** Figures that stand and are still asked of the unit: a code that is no longer owed is not judged again. */
function owedOnly(
  values: Readonly<Record<string, number>> | undefined,
  own: ReportPeriod,
): Record<string, number> {
  const owed = new Set(own.indicators);
  return Object.fromEntries(Object.entries(values ?? {}).filter(([code]) => owed.has(code)));
}

export function putManyReports(app: App): Handler<'report.putMany'> {
  return async ({ dossierId, period, receivedOn, receivedTime, rows }, context) => {
    const fault = receiptFault(app, receivedOn, receivedTime);
    if (fault) return fault;
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const known = periodOf(reporting.value.dossier.view, period);
    if (!known.ok) return known;
    const results: ResultRow[] = [];
    let cancelled = false;
    for (const [index, row] of rows.entries()) {
      if (context.progress.cancelled()) {
        cancelled = true;
        break;
      }
      const result = await putRow(app, context, { dossierId, period, receivedOn, receivedTime }, row);
      results.push(result);
      context.progress.report(index + 1, rows.length, result.unitName);
    }
    return ok({ results, cancelled });
  };
}
