/** Documents that the plan promises: found in its text, settled by a person. */
import { checkDate } from '../../domain/dispatch/numbering';
import { PLAN_ID } from '../../domain/plan/model';
import { promiseId, undecidedPromises } from '../../domain/plan/promised-documents';
import { fail, ok } from '../../result';
import { changeDossier, loadDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';

export function listPromises(app: App): Handler<'promise.list'> {
  return async ({ dossierId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const settled = [...view.list('promisedDocuments')];
    const proposed = undecidedPromises(view.get('plan', PLAN_ID)?.text ?? '', settled);
    return ok({ proposed: proposed.map((each) => ({ ...each })), settled });
  };
}

const STATES = { accept: 'owed', dismiss: 'dismissed', issued: 'issued' } as const;

export function settlePromise(app: App): Handler<'promise.settle'> {
  return async ({ dossierId, text, decision, lastDay, documentId }, context) => {
    const day = lastDay === null ? ok(null) : checkDate(lastDay);
    if (!day.ok) return day;
    const id = promiseId(text);
    if (id === '')
      return fail('BAD_REQUEST', 'Ghi nội dung đã hứa bằng lời.', {
        fieldErrors: { text: 'Ghi bằng lời.' },
      });
    return revisionOf(
      await changeDossier(app, context, dossierId, 'promise.settle', (draft) => {
        if (decision === 'forget') {
          if (!draft.get('promisedDocuments', id))
            return fail('NOT_FOUND', 'Không có nghĩa vụ ban hành văn bản này.');
          draft.remove('promisedDocuments', id);
          return ok(null);
        }
        if (decision === 'issued' && (documentId === null || !draft.get('documents', documentId)))
          return fail('BAD_REQUEST', 'Chọn văn bản của hồ sơ đã ban hành theo lời hứa này.', {
            fieldErrors: { documentId: 'Chọn văn bản.' },
          });
        draft.put('promisedDocuments', {
          id,
          text: text.trim(),
          lastDay: day.value,
          state: STATES[decision],
          documentId: decision === 'issued' ? documentId : null,
          at: nowOf(app).now,
          by: context.by,
        });
        return ok(null);
      }),
    );
  };
}
