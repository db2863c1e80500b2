/** A document's way: what it went through, and its next step. */
import { draftsOf } from '../../domain/dispatch/commenting';
import { moveDocument as move, movesFrom } from '../../domain/dispatch/document-states';
import { proposedRecipients } from '../../domain/dispatch/proposed-recipients';
import { recallDocument, replaceDocument } from '../../domain/dispatch/recall';
import { checkDate } from '../../domain/dispatch/numbering';
import { fail, ok, type Result } from '../../result';
import { changeDossier, loadDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { createNumberReader } from './number-reader';

const NO_DOCUMENT = 'Không tìm thấy văn bản này trong hồ sơ.';

export function getDocument(app: App): Handler<'document.get'> {
  return async ({ dossierId, documentId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const document = view.get('documents', documentId);
    if (!document) return fail('NOT_FOUND', NO_DOCUMENT);
    const proposed = proposedRecipients(view, document);
    return ok({
      document: { ...document, numberText: await createNumberReader(app).textOf(document) },
      steps: view.list('documentSteps').filter((step) => step.documentId === documentId),
      drafts: draftsOf(view, documentId).map((draft) => ({
        ...draft,
        fileName: view.get('files', draft.file)?.name ?? '',
      })),
      rounds: view.list('commentRounds').filter((round) => round.documentId === documentId),
      moves: [...movesFrom(document.status)],
      proposed: proposed && {
        ...proposed,
        entryIds: [...proposed.entryIds],
        channels: [...proposed.channels],
      },
    });
  };
}

export function moveDocument(app: App): Handler<'document.move'> {
  return async (input, context) => {
    const day = checkDate(input.date);
    if (!day.ok) return day;
    return revisionOf(
      await changeDossier(app, context, input.dossierId, 'document.move', (draft): Result<unknown> => {
        const document = draft.get('documents', input.documentId);
        if (!document) return fail('NOT_FOUND', NO_DOCUMENT);
        const words = {
          stepId: app.ports.ids.next(),
          on: day.value,
          reason: input.reason,
          at: nowOf(app).now,
          by: context.by,
        };
        if (input.move === 'recall') return recallDocument(draft, document, words);
        if (input.move === 'replace') {
          const other = input.otherId === null ? undefined : draft.get('documents', input.otherId);
          return replaceDocument(draft, document, other, words, input.kindSeen);
        }
        return move(draft, document, input.move, { ...words, otherId: null });
      }),
    );
  };
}
