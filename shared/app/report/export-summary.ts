/**
 * The period's figures in a format of the registry, or Excel and PDF in one delivery. Figures never add over plans: a
 * workbook of several plans has one block a plan, a report is written for each.
 */
import { distinctPaths } from '../../documents/bag';
import { plansWorkbook } from '../../documents/plans-workbook';
import { reportPage } from '../../documents/report-page';
import type { SummaryInput } from '../../documents/summary-input';
import { summaryWorkbook } from '../../documents/summary-workbook';
import { containsPeriod, periodName, periodNameInText } from '../../domain/report/periods';
import { OCCASION } from '../../i18n/vi';
import type { OutputFile } from '../../ports/files';
import { fail, ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { safeFileName } from '../../text/file-name';
import { CANCELLED, offer, type App } from '../application';
import type { ExportFormat } from '../export/export-format';
import { EXPORT_FORMATS, formatsFor } from '../export/registry';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { printedSigner } from './printed-signer';
import { writtenParts } from './report-draft';
import { loadReporting, type Reporting } from './reporting';
import { summaryOf } from './summary-source';

/** One plan's figures with the dossier they come from. */
interface PlanSummary {
  readonly reporting: Reporting;
  readonly summary: SummaryInput;
}

async function written(
  app: App,
  { reporting, summary }: PlanSummary,
  format: ExportFormat,
): Promise<Result<Uint8Array>> {
  if (format.takes === 'workbook') return format.write(summaryWorkbook(summary), app.ports);
  if (format.takes === 'data') return format.write(summary, app.ports);
  const { office, plan, dossier } = reporting;
  const profile = await ruleProfile(app, office.profile.ruleProfileId);
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
  return format.write(page, app.ports);
}

/** Files of one format: one for all plans where a workbook holds them side by side, else one each. */
async function filesOf(
  app: App,
  plans: readonly PlanSummary[],
  format: ExportFormat,
  name: string,
): Promise<Result<OutputFile[]>> {
  const stem = `${format.takes === 'page' ? 'Báo cáo' : 'Tổng hợp'} ${name}`;
  const fileName = (plan: string): string => safeFileName(`${stem}${plan}.${format.extension}`);
  if (format.takes === 'workbook' && plans.length > 1) {
    const bytes = await format.write(plansWorkbook(plans.map(({ summary }) => summary)), app.ports);
    return bytes.ok ? ok([{ name: fileName(''), bytes: bytes.value }]) : bytes;
  }
  const files: OutputFile[] = [];
  for (const plan of plans) {
    const bytes = await written(app, plan, format);
    if (!bytes.ok) return bytes;
    files.push({
      name: fileName(plans.length === 1 ? '' : ` – ${plan.reporting.plan.title}`),
      bytes: bytes.value,
    });
  }
  return ok(files);
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

export function exportSummary(
  app: App,
  registry: readonly ExportFormat[] = EXPORT_FORMATS,
): Handler<'export.summary'> {
  return async ({ dossierId, period, format, version: asked, occasion }, { progress }) => {
    if (asked !== null && dossierId === null)
      return fail(
        'BAD_REQUEST',
        'Chọn một kế hoạch để xuất bản đã chốt: mỗi kế hoạch có các lần chốt riêng.',
      );
    const formats = formatsFor(format, registry);
    if (formats === null) return fail('BAD_REQUEST', `Không có định dạng “${format}”.`);
    const ids = dossierId === null ? await dossiersOf(app, period) : [dossierId];
    if (ids.length === 0)
      return fail('NOT_FOUND', `Chưa có kế hoạch nào giao báo cáo ${periodNameInText(period)}.`);
    const plans: PlanSummary[] = [];
    for (const [index, id] of ids.entries()) {
      if (progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      progress.report(index, ids.length, 'Tổng hợp số liệu');
      const reporting = await loadReporting(app, id);
      if (!reporting.ok) return reporting;
      const summary = await summaryOf(app, reporting.value, period, asked, occasion);
      if (!summary.ok) return summary;
      plans.push({ reporting: reporting.value, summary: summary.value });
    }
    // In the order in which the office took the plans in: 01, 02, 03.
    plans.sort((a, b) => (a.reporting.plan.createdAt < b.reporting.plan.createdAt ? -1 : 1));
    // A closing never takes the name of the figures as they stand.
    const kind = occasion === null ? periodName(period) : `${OCCASION[occasion]} ${periodNameInText(period)}`;
    const name = `${kind}${asked === null ? '' : ` – lần chốt ${asked}`}`;
    const made: OutputFile[] = [];
    for (const each of formats) {
      if (progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      const files = await filesOf(app, plans, each, name);
      if (!files.ok) return files;
      made.push(...files.value);
    }
    const names = distinctPaths(made.map((file) => file.name));
    const files = made.map((file, index) => ({ name: names[index] ?? file.name, bytes: file.bytes }));
    const [only] = files;
    const together = files.length === 1 && only ? only.name : safeFileName(`Tổng hợp và báo cáo ${name}`);
    const version = plans.length === 1 ? (plans[0]?.summary.totals.version ?? null) : null;
    return ok({ ...(await offer(app, files, together)), version });
  };
}
