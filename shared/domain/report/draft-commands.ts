/** Editing the written part of a report: transitions over the draft of a dossier. Nothing is merged by itself. */
import type { Instant } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { ChosenModel, DraftSection, NarrativeDraft } from './narrative-model';

interface EditContext {
  readonly now: Instant;
  readonly by: string;
}

/** Replaces the named parts, in the order in which they first came; an empty text takes its part out. */
export function editDraft(
  draft: Draft<DossierTables>,
  command: { readonly period: string; readonly sections: readonly DraftSection[] },
  context: EditContext,
): Result<NarrativeDraft> {
  const standing = draft.get('narrativeDrafts', command.period);
  const sections = new Map((standing?.sections ?? []).map((section) => [section.code, section]));
  for (const section of command.sections) {
    if (section.text.trim() === '' && section.sources.length === 0) sections.delete(section.code);
    else sections.set(section.code, section);
  }
  return keep(draft, command.period, [...sections.values()], standing?.models ?? [], context);
}

/** Takes a unit's titled entry into the report, or out of it. NOT_FOUND where no such entry stands. */
export function chooseModel(
  draft: Draft<DossierTables>,
  command: { readonly period: string; readonly model: ChosenModel; readonly chosen: boolean },
  context: EditContext,
): Result<NarrativeDraft> {
  const { report, title } = command.model;
  const stands = draft.get('reports', report);
  if (
    command.chosen &&
    (stands?.state !== 'received' || !stands.models.some((model) => model.title === title))
  )
    return fail('NOT_FOUND', `Không còn mô hình “${title}” trong báo cáo của đơn vị; hãy mở lại danh sách.`);
  const standing = draft.get('narrativeDrafts', command.period);
  const others = (standing?.models ?? []).filter((model) => model.report !== report || model.title !== title);
  const models = command.chosen ? [...others, command.model] : others;
  return keep(draft, command.period, standing?.sections ?? [], models, context);
}

function keep(
  draft: Draft<DossierTables>,
  period: string,
  sections: readonly DraftSection[],
  models: readonly ChosenModel[],
  { now, by }: EditContext,
): Result<NarrativeDraft> {
  const record: NarrativeDraft = {
    id: period,
    sections: [...sections],
    models: [...models],
    editedAt: now,
    editedBy: by,
  };
  draft.put('narrativeDrafts', record);
  return ok(record);
}
