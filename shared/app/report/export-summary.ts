/** The period's figures as Excel, PDF or Word. Figures never add over plans: several plans give one file each. */
import { distinctPaths } from '../../documents/bag';
import { reportPage } from '../../documents/report-page';
import type { SummaryInput } from '../../documents/summary-input';
import { summaryWorkbook } from '../../documents/summary-workbook';
import {
  coveredInterval,
  daysCovered,
  periodName,
  previousPeriod,
  type Interval,
} from '../../domain/report/periods';
import type { Totals } from '../../domain/report/model';
import { owedParts } from '../../domain/report/parts';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { readDossierSummary } from '../../schema/summarize';
import { safeFileName } from '../../text/file-name';
import { createNumberReader } from '../dispatch/number-reader';
import { CANCELLED, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { statusNow } from './figures';
import { printedSigner } from './printed-signer';
import { liveTotals, loadReporting, type Reporting } from './reporting';

function intervalsOf(totals: Totals, view: View<DossierTables>): Interval[] {
  return totals.parts.flatMap((part) => {
    const period = view.get('periods', part);
    return period ? [{ from: period.from, to: period.to }] : [];
  });
}

async function summaryOf(app: App, reporting: Reporting, period: string): Promise<Result<SummaryInput>> {
  const { dossier, office, plan, catalogue } = reporting;
  const totals = liveTotals(app, reporting, period, false);
  if (!totals.ok) return totals;
  const cumulative = liveTotals(app, reporting, period, true);
  if (!cumulative.ok) return cumulative;
  const status = statusNow(app, reporting, period);
  if (!status.ok) return status;
  const before = previousPeriod(period);
  const earlier = before === null ? null : liveTotals(app, reporting, before, false);
  const document = dossier.view.get('documents', dossier.ref.id);
  const intervals = intervalsOf(totals.value, dossier.view);
  const accumulated = intervalsOf(cumulative.value, dossier.view);
  const cutOffDay = office.loaded.view.get('defaults', 'report')?.cutOffDay ?? 14;
  const [from, to] = [
    intervals.map((one) => one.from).sort()[0],
    intervals
      .map((one) => one.to)
      .sort()
      .at(-1),
  ];
  return ok({
    office: office.profile,
    planTitle: plan.title,
    planNumberText: document ? await createNumberReader(app).textOf(document) : null,
    indicators: catalogue,
    totals: totals.value,
    cumulative: cumulative.value,
    previous: earlier?.ok === true ? earlier.value : null,
    status: status.value,
    interval: from !== undefined && to !== undefined ? { from, to } : coveredInterval(period, cutOffDay),
    days: { period: daysCovered(intervals), cumulative: daysCovered(accumulated) },
    createdAt: nowOf(app).now,
  });
}

async function written(
  app: App,
  reporting: Reporting,
  summary: SummaryInput,
  format: 'xlsx' | 'pdf' | 'docx',
): Promise<Result<Uint8Array>> {
  if (format === 'xlsx') return app.ports.spreadsheetWriter.write(summaryWorkbook(summary));
  const { office, plan, dossier } = reporting;
  const profile = ruleProfile(app, office.profile.ruleProfileId);
  if (!profile.ok) return profile;
  const superiors = dossier.view
    .list('items')
    .flatMap((item) =>
      item.kind === 'recipient' && !item.dropped && /b\/c|báo cáo/iu.test(item.purpose ?? '')
        ? [{ name: item.name, purpose: item.purpose }]
        : [],
    );
  const page = reportPage({
    ...summary,
    profile: profile.value,
    signer: printedSigner(office, plan),
    numberText: null,
    date: null,
    recipients: superiors,
  });
  return (format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter).write(page);
}

/** Dossiers that owe something for the period. */
async function dossiersOf(app: App, period: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { ref, summary } of await app.ports.store.list('dossier')) {
    const known = readDossierSummary(summary);
    if (!known || known.archived) continue;
    // owedParts only looks at ids; the rest of a period's record is not in the catalogue.
    const reporting = await loadReporting(app, ref.id);
    if (reporting.ok && owedParts(period, reporting.value.dossier.view.list('periods')).length > 0)
      ids.push(ref.id);
  }
  return ids;
}

export function exportSummary(app: App): Handler<'export.summary'> {
  return async ({ dossierId, period, format }, { progress }) => {
    const ids = dossierId === null ? await dossiersOf(app, period) : [dossierId];
    if (ids.length === 0) return fail('NOT_FOUND', `Chưa có kế hoạch nào giao báo cáo kỳ ${period}.`);
    const made: { stem: string; bytes: Uint8Array }[] = [];
    let version: number | null = null;
    for (const [index, id] of ids.entries()) {
      if (progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      progress.report(index, ids.length, 'Tổng hợp số liệu');
      const reporting = await loadReporting(app, id);
      if (!reporting.ok) return reporting;
      const summary = await summaryOf(app, reporting.value, period);
      if (!summary.ok) return summary;
      const bytes = await written(app, reporting.value, summary.value, format);
      if (!bytes.ok) return bytes;
      version = ids.length === 1 ? summary.value.totals.version : null;
      const plan = ids.length === 1 ? '' : ` – ${reporting.value.plan.title}`;
      made.push({
        stem: `${format === 'xlsx' ? 'Tổng hợp' : 'Báo cáo'} ${periodName(period)}${plan}`,
        bytes: bytes.value,
      });
    }
    const names = distinctPaths(made.map(({ stem }) => safeFileName(`${stem}.${format}`)));
    const files = made.map(({ bytes }, index) => ({ name: names[index] ?? `${index + 1}.${format}`, bytes }));
    return ok({ ...(await offer(app, files, files[0]?.name ?? '')), version });
  };
}
