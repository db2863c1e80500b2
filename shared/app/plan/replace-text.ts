import { editableText, editedText, replaceText } from '../../domain/plan/composing/replace-text';
import { PLAN_ID } from '../../domain/plan/model';
import { sourceFromLines } from '../../domain/plan/reading/source-from-lines';
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { TextEdit } from '../../domain/plan/composing/text-edits';
import { changeDossier, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { refuseSecret } from '../security-mark';
import { readingTools } from './reading-tools';

const NAME = 'Nội dung vừa sửa';

/** FORBIDDEN where the text would bear a mark of secrecy after the edits. */
function refuseSecretEdits(
  draft: Draft<DossierTables>,
  textHash: string,
  edits: readonly TextEdit[],
): Result<null> {
  const plan = draft.get('plan', PLAN_ID);
  if (plan?.textHash !== textHash) return ok(null);
  const edited = editedText(editableText(plan), edits);
  return edited.ok ? refuseSecret(sourceFromLines(edited.value.text), NAME) : ok(null);
}

/** Edits the plan's text in one commit; tasks, units, days and recipients follow it. */
export function replacePlanText(app: App): Handler<'plan.replaceText'> {
  return async ({ dossierId, textHash, edits }, context) => {
    const tools = await readingTools(app);
    if (!tools.ok) return tools;
    const done = await changeDossier(app, context, dossierId, 'plan.replaceText', (draft) => {
      const allowed = refuseSecretEdits(draft, textHash, edits);
      if (!allowed.ok) return allowed;
      return replaceText(draft, { dossierId, textHash, edits, now: nowOf(app).now }, tools.value);
    });
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}
