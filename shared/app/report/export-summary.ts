/** The period's figures as Excel, PDF, Word, or Excel and PDF in one delivery. Figures never add over plans: several plans give one file each. */
import { distinctPaths } from '../../documents/bag';
import { reportPage } from '../../documents/report-page';
import type { SummaryInput } from '../../documents/summary-input';
import { summaryWorkbook } from '../../documents/summary-workbook';
import {
  containsPeriod,
  coveredInterval,
  daysCovered,
  periodName,
  periodNameInText,
  previousPeriod,
  type Interval,
} from '../../domain/report/periods';
import type { Totals } from '../../domain/report/model';
import { OCCASION, type Occasion } from '../../i18n/vi';
import type { OutputFile } from '../../ports/files';
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
import { frozenStatus, frozenVersion } from './frozen';
import { printedSigner } from './printed-signer';
import { supplementBetween } from './supplement';
import { modelsOf, writtenParts } from './report-draft';
import { liveTotals, loadReporting, type Reporting } from './reporting';

function intervalsOf(totals: Totals, view: View<DossierTables>): Interval[] {
  return totals.parts.flatMap((part) => {
    const period = view.get('periods', part);
    return period ? [{ from: period.from, to: period.to }] : [];
  });
}

type Figures = Pick<SummaryInput, 'totals' | 'cumulative' | 'status' | 'createdAt'>;

/** As they stand, or as a closing froze them. */
function figuresOf(app: App, reporting: Reporting, period: string, version: number | null): Result<Figures> {
  if (version !== null) {
    const record = frozenVersion(app, reporting.dossier.view, period, version);
    if (!record.ok) return record;
    const { totals, cumulative, closedAt } = record.value;
    return ok({ totals, cumulative, status: frozenStatus(reporting, record.value), createdAt: closedAt });
  }
  const totals = liveTotals(app, reporting, period, false);
  if (!totals.ok) return totals;
  const cumulative = liveTotals(app, reporting, period, true);
  if (!cumulative.ok) return cumulative;
  const status = statusNow(app, reporting, period);
  if (!status.ok) return status;
  return ok({
    totals: totals.value,
    cumulative: cumulative.value,
    status: status.value,
    createdAt: nowOf(app).now,
  });
}

/** What a summary, a report and a draft are made from: the figures as they stand, or as a closing froze them. */
export async function summaryOf(
  app: App,
  reporting: Reporting,
  period: string,
  version: number | null,
  occasion: Occasion | null,
): Promise<Result<SummaryInput>> {
  const { dossier, office, plan, catalogue } = reporting;
  const figures = figuresOf(app, reporting, period, version);
  if (!figures.ok) return figures;
  const { totals, cumulative } = figures.value;
  const before = previousPeriod(period);
  const earlier = before === null ? null : liveTotals(app, reporting, before, false);
  const document = dossier.view.get('documents', dossier.ref.id);
  // A supplementary closing says what it changes of the one before.
  const supplement =
    version === null || version < 2 ? null : supplementBetween(app, reporting, period, version - 1, version);
  if (supplement?.ok === false) return supplement;
  const intervals = intervalsOf(totals, dossier.view);
  const accumulated = intervalsOf(cumulative, dossier.view);
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
    ...figures.value,
    previous: earlier?.ok === true ? earlier.value : null,
    interval: from !== undefined && to !== undefined ? { from, to } : coveredInterval(period, cutOffDay),
    occasion,
    supplement: supplement?.value ?? null,
    days: { period: daysCovered(intervals), cumulative: daysCovered(accumulated) },
    models: modelsOf(app, reporting, period),
  });
}

type Format = 'xlsx' | 'pdf' | 'docx';

async function written(
  app: App,
  reporting: Reporting,
  summary: SummaryInput,
  format: Format,
): Promise<Result<Uint8Array>> {
  if (format === 'xlsx') return app.ports.spreadsheetWriter.write(summaryWorkbook(summary));
  const { office, plan, dossier } = reporting;
  const profile = ruleProfile(app, office.profile.ruleProfileId);
  if (!profile.ok) return profile;
  const parts = writtenParts(app, reporting, summary);
  if (!parts.ok) return parts;
  const superiors = dossier.view
    .list('items')
    .flatMap((item) =>
      item.kind === 'recipient' && !item.dropped && /b\/c|báo cáo/iu.test(item.purpose ?? '')
        ? [{ name: item.name, purpose: item.purpose }]
        : [],
    );
  const page = reportPage({
    ...summary,
    ...parts.value,
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
    if (known && !known.archived && known.periods.some(({ id }) => containsPeriod(period, id)))
      ids.push(ref.id);
  }
  return ids;
}

export function exportSummary(app: App): Handler<'export.summary'> {
  return async ({ dossierId, period, format, version: asked, occasion }, { progress }) => {
    if (asked !== null && dossierId === null)
      return fail(
        'BAD_REQUEST',
        'Chọn một kế hoạch để xuất bản đã chốt: mỗi kế hoạch có các lần chốt riêng.',
      );
    const ids = dossierId === null ? await dossiersOf(app, period) : [dossierId];
    if (ids.length === 0) return fail('NOT_FOUND', `Chưa có kế hoạch nào giao báo cáo kỳ ${period}.`);
    const formats: readonly Format[] = format === 'xlsx+pdf' ? ['xlsx', 'pdf'] : [format];
    const made: OutputFile[] = [];
    // A closing never takes the name of the figures as they stand.
    const closing = asked === null ? '' : ` – lần chốt ${asked}`;
    const named = occasion === null ? periodName(period) : periodNameInText(period);
    const kind = occasion === null ? '' : ` ${OCCASION[occasion]}`;
    let version: number | null = null;
    for (const [index, id] of ids.entries()) {
      if (progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      progress.report(index, ids.length, 'Tổng hợp số liệu');
      const reporting = await loadReporting(app, id);
      if (!reporting.ok) return reporting;
      const summary = await summaryOf(app, reporting.value, period, asked, occasion);
      if (!summary.ok) return summary;
      version = ids.length === 1 ? summary.value.totals.version : null;
      const plan = ids.length === 1 ? '' : ` – ${reporting.value.plan.title}`;
      for (const each of formats) {
        const bytes = await written(app, reporting.value, summary.value, each);
        if (!bytes.ok) return bytes;
        const stem = `${each === 'xlsx' ? 'Tổng hợp' : 'Báo cáo'}${kind} ${named}${closing}${plan}`;
        made.push({ name: safeFileName(`${stem}.${each}`), bytes: bytes.value });
      }
    }
    const names = distinctPaths(made.map(({ name }) => name));
    const files = made.map(({ name, bytes }, index) => ({ name: names[index] ?? name, bytes }));
    const [only] = files;
    const together =
      files.length === 1 && only ? only.name : safeFileName(`Tổng hợp và báo cáo${kind} ${named}${closing}`);
    return ok({ ...(await offer(app, files, together)), version });
  };
}
