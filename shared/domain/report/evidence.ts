/** Files beside a report: what the unit sent with or instead of a form, kept byte for byte and never read for figures. */
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { KeptFile } from '../archive/model';
import { reportId } from './lateness';
import type { PeriodId, Report, ReportSource } from './model';

interface OfReport {
  readonly period: PeriodId;
  readonly unitId: string;
}

/** sha256 of each attached file, in the order in which they were attached. */
export function evidenceOf(report: Pick<Report, 'source'>): readonly string[] {
  return report.source.evidence ?? [];
}

/** What was attached stays attached when the figures are replaced. */
export function withEarlierEvidence(source: ReportSource, standing: Report | null): ReportSource {
  const evidence = [...new Set([...(standing?.source.evidence ?? []), ...(source.evidence ?? [])])];
  return evidence.length === 0 ? source : { ...source, evidence };
}

function withEvidence(report: Report, evidence: readonly string[]): Report {
  return { ...report, source: { ...report.source, evidence: [...evidence] } };
}

function standing(draft: Draft<DossierTables>, { period, unitId }: OfReport): Result<Report> {
  const report = draft.get('reports', reportId(period, unitId));
  return report
    ? ok(report)
    : fail(
        'NOT_FOUND',
        'Đơn vị chưa có báo cáo kỳ này. Nhập số liệu (hoặc “Không phát sinh”) và lưu cùng các tệp đính kèm.',
        { details: { period, unit: unitId } },
      );
}

/** Attaches kept files; one that is attached already changes nothing. The report's version stays: no figure changed. */
export function attachEvidence(
  draft: Draft<DossierTables>,
  command: OfReport & { readonly files: readonly KeptFile[] },
): Result<Report> {
  const found = standing(draft, command);
  if (!found.ok) return found;
  // A file that the dossier keeps already, in whatever role, keeps that role and its day.
  for (const file of command.files) if (!draft.get('files', file.id)) draft.put('files', file);
  const evidence = new Set([...evidenceOf(found.value), ...command.files.map(({ id }) => id)]);
  const report = withEvidence(found.value, [...evidence]);
  draft.put('reports', report);
  return ok(report);
}

/** Takes a file off the report. The kept bytes stay in the dossier until they are purged; undo puts it back. */
export function detachEvidence(
  draft: Draft<DossierTables>,
  command: OfReport & { readonly sha256: string },
): Result<Report> {
  const found = standing(draft, command);
  if (!found.ok) return found;
  const evidence = evidenceOf(found.value);
  if (!evidence.includes(command.sha256))
    return fail('NOT_FOUND', 'Báo cáo này không có tệp đính kèm đó; có thể tệp đã được bỏ ra.');
  const report = withEvidence(
    found.value,
    evidence.filter((sha256) => sha256 !== command.sha256),
  );
  draft.put('reports', report);
  return ok(report);
}
