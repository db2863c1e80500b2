/** Units' texts side by side, the draft made of them, titled entries chosen for it. */
import { draftFields, proposedText, resolveDraft, type DraftField } from '../../documents/draft-fields';
import { DRAFT_PARTS, withPrefix } from '../../documents/report-outline';
import { shownIndicators, type SummaryInput } from '../../documents/summary-input';
import { chooseModel, editDraft } from '../../domain/report/draft-commands';
import { narrativeRows, type TextSource } from '../../domain/report/narratives';
import type { DraftSection, NarrativeDraft } from '../../domain/report/narrative-model';
import { owedParts } from '../../domain/report/parts';
import { notScheduled } from '../../domain/report/schedule-commands';
import { fail, ok, type Result } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { modelKey, modelsOf, textInput } from './report-draft';
import { loadReporting, type Reporting } from './reporting';
import { summaryOf } from './summary-source';

/** NOT_FOUND where nothing owed feeds the period. */
function owed({ dossier }: Reporting, period: string): Result<null> {
  return owedParts(period, dossier.view.list('periods')).length === 0 ? notScheduled(period) : ok(null);
}

const sourceCopy = (source: TextSource) => ({ ...source, file: source.file && { ...source.file } });

export function listNarratives(app: App): Handler<'report.narratives'> {
  return async ({ dossierId, period, indicator: code }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const indicator = reporting.value.catalogue.find(({ id }) => id === code);
    if (indicator?.kind !== 'T') return fail('NOT_FOUND', `Danh mục không có phần thuyết minh ${code}.`);
    if (indicator.restricted)
      return fail(
        'FORBIDDEN',
        `Phần “${indicator.name}” là lời riêng của đơn vị về tư tưởng, dư luận: chỉ mở trong báo cáo của từng đơn vị, không đặt cạnh nhau.`,
      );
    const parts = owed(reporting.value, period);
    if (!parts.ok) return parts;
    return ok({
      indicator: code,
      name: indicator.name,
      units: narrativeRows(textInput(app, reporting.value, period), code).map((row) => ({
        ...row,
        source: row.source && sourceCopy(row.source),
      })),
    });
  };
}

type Problems = OutputOf<'report.draft'>['problems'];

/** What is to be said about each part: unknown fields, figures not told yet, numbers typed by hand. */
export function draftProblems(sections: readonly DraftSection[], fields: readonly DraftField[]): Problems {
  return sections.flatMap(({ code, text }) => {
    const part = DRAFT_PARTS.find((known) => known.code === code);
    const { problems } = resolveDraft(text, fields, { askAboutNumbers: part?.byPerson !== true });
    return problems.map((problem) => ({ section: code, ...problem }));
  });
}

/** The part → sentences with fields, for the parts that have figures. */
function proposals(summary: SummaryInput): Record<string, string> {
  const indicators = shownIndicators(summary);
  return Object.fromEntries(
    DRAFT_PARTS.flatMap(({ code, prefixes, byPerson }) => {
      const text = byPerson ? '' : proposedText(withPrefix(indicators, prefixes));
      return text === '' ? [] : [[code, text] as const];
    }),
  );
}

export function getDraft(app: App): Handler<'report.draft'> {
  return async ({ dossierId, period, version }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const summary = await summaryOf(app, reporting.value, period, version, null);
    if (!summary.ok) return summary;
    const { dossier } = reporting.value;
    const draft: NarrativeDraft | undefined = dossier.view.get('narrativeDrafts', period);
    const fields = draftFields(summary.value);
    const sections = draft?.sections ?? [];
    return ok({
      revision: dossier.revision,
      sections: sections.map((section) => ({ ...section, sources: [...section.sources] })),
      editedAt: draft?.editedAt ?? null,
      editedBy: draft?.editedBy ?? null,
      fields: fields.map((field) => ({ ...field })),
      problems: draftProblems(sections, fields),
      proposals: proposals(summary.value),
    });
  };
}

export function saveDraft(app: App): Handler<'report.saveDraft'> {
  return async ({ dossierId, period, sections }, context) => {
    const strange = sections.find(({ code }) => !DRAFT_PARTS.some((part) => part.code === code));
    if (strange)
      return fail('BAD_REQUEST', `Đề cương báo cáo không có phần “${strange.code}”.`, {
        fieldErrors: { sections: `Không có phần “${strange.code}”.` },
      });
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const parts = owed(reporting.value, period);
    if (!parts.ok) return parts;
    const restricted = sections.find(
      ({ code, sources }) => sources.length > 0 && !mayTakeFrom(reporting.value, code, sources),
    );
    if (restricted)
      return fail(
        'FORBIDDEN',
        `Phần ${restricted.code} không lấy lời của đơn vị về tư tưởng, dư luận: phần này do người soạn thảo viết.`,
      );
    const summary = await summaryOf(app, reporting.value, period, null, null);
    if (!summary.ok) return summary;
    const done = await changeDossier(app, context, dossierId, 'report.saveDraft', (draft) =>
      editDraft(draft, { period, sections }, { now: nowOf(app).now, by: context.by }),
    );
    if (!done.ok) return done;
    return ok({
      revision: done.value.revision,
      problems: draftProblems(done.value.reply.sections, draftFields(summary.value)),
    });
  };
}

function mayTakeFrom(
  { catalogue }: Reporting,
  code: string,
  sources: readonly { readonly indicator: string }[],
): boolean {
  if (DRAFT_PARTS.find((part) => part.code === code)?.byPerson === true) return false;
  return sources.every(({ indicator }) => catalogue.find(({ id }) => id === indicator)?.restricted !== true);
}

export function listModels(app: App): Handler<'report.models'> {
  return async ({ dossierId, period }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const parts = owed(reporting.value, period);
    if (!parts.ok) return parts;
    const chosen = new Set(
      (reporting.value.dossier.view.get('narrativeDrafts', period)?.models ?? []).map(modelKey),
    );
    return ok(
      modelsOf(app, reporting.value, period).map((row) => ({
        ...row,
        chosen: chosen.has(modelKey(row)),
        source: sourceCopy(row.source),
      })),
    );
  };
}

export function chooseReportModel(app: App): Handler<'report.chooseModel'> {
  return async ({ dossierId, period, model, chosen }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const parts = owed(reporting.value, period);
    if (!parts.ok) return parts;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'report.chooseModel', (draft) =>
        chooseModel(draft, { period, model, chosen }, { now: nowOf(app).now, by: context.by }),
      ),
    );
  };
}
