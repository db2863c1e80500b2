/** What a person wrote for a period's report, with the figures of the version that is exported. */
import { draftFields, resolveDraft } from '../../documents/draft-fields';
import { DRAFT_PARTS } from '../../documents/report-outline';
import type { SummaryInput } from '../../documents/summary-input';
import { entryMap } from '../../domain/report/expected-units';
import { reportMap } from '../../domain/report/lateness';
import { modelRows, type ModelRow, type TextInput } from '../../domain/report/narratives';
import { owedParts } from '../../domain/report/parts';
import { comparePeriods } from '../../domain/report/periods';
import { fail, ok, type Result } from '../../result';
import { nowOf, type App } from '../application';
import type { Reporting } from './reporting';

export interface WrittenParts {
  /** Code of the outline's part → its text, every field resolved. */
  readonly draft: Readonly<Record<string, string>>;
  /** Titled entries that a person chose, in the directory's order. */
  readonly chosenModels: readonly ModelRow[];
}

/** BAD_REQUEST, naming part and field, while the draft has a field that there is none of: no wrong figure is printed. */
export function writtenParts(app: App, reporting: Reporting, summary: SummaryInput): Result<WrittenParts> {
  const { period } = summary.totals;
  const record = reporting.dossier.view.get('narrativeDrafts', period);
  if (!record) return ok({ draft: {}, chosenModels: [] });
  const fields = draftFields(summary);
  const draft: Record<string, string> = {};
  const unknown: string[] = [];
  for (const { code, text } of record.sections) {
    if (text.trim() === '') continue;
    const resolved = resolveDraft(text, fields);
    const title = DRAFT_PARTS.find((part) => part.code === code)?.title ?? code;
    for (const { kind, what } of resolved.problems)
      if (kind === 'unknown-field') unknown.push(`“${title}”: ${what}`);
    draft[code] = resolved.text;
  }
  if (unknown.length > 0)
    return fail(
      'BAD_REQUEST',
      `Dự thảo có trường số liệu không có trong kỳ này: ${unknown.join('; ')}. Mở Tổng hợp → Thuyết minh, chọn lại trường rồi xuất.`,
      { details: { unknown } },
    );
  const chosen = new Set(record.models.map(modelKey));
  return ok({
    draft,
    chosenModels: modelsOf(app, reporting, period).filter((row) => chosen.has(modelKey(row))),
  });
}

/** Every titled entry of the reports that stand for a period. */
export function modelsOf(app: App, reporting: Reporting, period: string): readonly ModelRow[] {
  return modelRows(textInput(app, reporting, period));
}

/** What units' texts are read from: the owed periods that feed one, with their reports. */
export function textInput(app: App, { dossier, office }: Reporting, period: string): TextInput {
  const periods = dossier.view.list('periods');
  const parts = new Set(owedParts(period, periods));
  return {
    parts: periods.filter(({ id }) => parts.has(id)).sort((a, b) => comparePeriods(a.id, b.id)),
    reports: reportMap(dossier.view.list('reports')),
    entries: entryMap(office.entries),
    now: nowOf(app).now,
  };
}

/** A chosen entry is known by its report and title. */
export function modelKey({ report, title }: { readonly report: string; readonly title: string }): string {
  return `${report}\n${title}`;
}
