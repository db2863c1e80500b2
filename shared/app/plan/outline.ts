import { NUMBERING_STYLES } from '../../domain/plan/composing/numbering';
import { outlineOf } from '../../domain/plan/composing/outline';
import { editableText } from '../../domain/plan/composing/replace-text';
import { keepDraft, keptDrafts } from '../../domain/plan/composing/text-drafts';
import { PLAN_ID } from '../../domain/plan/model';
import { sourceFromLines } from '../../domain/plan/reading/source-from-lines';
import { fail, ok } from '../../result';
import { changeDossier, loadDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { refuseSecret } from '../security-mark';

/** The text as a person edits it, its parts, and what waits to be saved into it. */
export function planOutline(app: App): Handler<'plan.outline'> {
  return async ({ dossierId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view, revision } = loaded.value;
    const plan = view.get('plan', PLAN_ID);
    if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
    const text = editableText(plan);
    return ok({
      revision,
      text,
      textHash: plan.textHash,
      nodes: outlineOf(text).map((node) => ({ ...node })),
      drafts: keptDrafts(view, text).map((draft) => ({ ...draft })),
      styles: NUMBERING_STYLES.map(({ id, name }) => ({ id, name })),
    });
  };
}

/** Keeps what is being typed; it becomes the plan's text by `plan.replaceText` only. */
export function saveTextDraft(app: App): Handler<'plan.saveTextDraft'> {
  return async ({ dossierId, ...typed }, context) => {
    if (typed.text !== null) {
      const allowed = refuseSecret(sourceFromLines(typed.text), 'Nội dung đang gõ');
      if (!allowed.ok) return allowed;
    }
    return revisionOf(
      await changeDossier(app, context, dossierId, 'plan.saveTextDraft', (draft) => {
        keepDraft(draft, typed, nowOf(app).now, context.by);
        return ok(null);
      }),
    );
  };
}
