/** Drafts of a document and rounds of comments on them. */
import {
  addDraft as add,
  askComments as ask,
  closeRound,
  noteComments as note,
} from '../../domain/dispatch/commenting';
import { checkDate } from '../../domain/dispatch/numbering';
import { expandEntries } from '../../domain/office/directory';
import { fail, ok } from '../../result';
import { changeDossier, loadDossier, loadOffice, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { keepFile } from './keep';

const NO_DOCUMENT = 'Không tìm thấy văn bản này trong hồ sơ.';

export function addDraft(app: App): Handler<'document.addDraft'> {
  return async ({ dossierId, documentId, ticket, note: words }, context) => {
    // Known before anything is kept: a refused draft leaves no file behind.
    const known = await loadDossier(app, dossierId);
    if (!known.ok) return known;
    if (!known.value.view.get('documents', documentId)) return fail('NOT_FOUND', NO_DOCUMENT);
    const kept = await keepFile(app, dossierId, ticket, 'draft');
    if (!kept.ok) return kept;
    const file = kept.value;
    if (!file) return fail('BAD_REQUEST', 'Chưa chọn tệp nào.');
    const done = await changeDossier(app, context, dossierId, 'document.addDraft', (draft) => {
      if (!draft.get('documents', documentId)) return fail('NOT_FOUND', NO_DOCUMENT);
      const { now } = nowOf(app);
      file.note(draft, now);
      return add(draft, { documentId, file: file.sha256, note: words, at: now, by: context.by });
    });
    return done.ok ? ok({ revision: done.value.revision, version: done.value.reply.version }) : done;
  };
}

export function askComments(app: App): Handler<'document.askComments'> {
  return async ({ dossierId, documentId, version, to, date, lastDay, note: words }, context) => {
    for (const each of [date, lastDay]) {
      const day = checkDate(each);
      if (!day.ok) return day;
    }
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const { entries } = expandEntries(office.value.entries, to, date);
    const done = await changeDossier(app, context, dossierId, 'document.askComments', (draft) =>
      ask(draft, {
        id: app.ports.ids.next(),
        documentId,
        version,
        sentOn: date,
        lastDay,
        note: words.trim(),
        to: entries.map(({ entry }) => ({ entryId: entry.id, name: entry.name })),
      }),
    );
    return done.ok ? ok({ revision: done.value.revision, roundId: done.value.reply.id }) : done;
  };
}

export function noteComments(app: App): Handler<'document.noteComments'> {
  return async ({ dossierId, roundId, entryIds, answer }, context) => {
    const known = await loadDossier(app, dossierId);
    if (!known.ok) return known;
    const kept = await keepFile(app, dossierId, answer?.ticket ?? null, 'attachment');
    if (!kept.ok) return kept;
    const file = kept.value;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'document.noteComments', (draft) => {
        if (answer === null) return note(draft, roundId, entryIds, null);
        const standing = draft
          .get('commentRounds', roundId)
          ?.comments.find(({ entryId }) => entryId === entryIds[0])?.answer;
        file?.note(draft, nowOf(app).now);
        return note(draft, roundId, entryIds, {
          on: answer.date,
          kind: answer.kind,
          numberText: answer.numberText.trim(),
          text: answer.text.trim(),
          taken: answer.taken.trim(),
          file: file?.sha256 ?? (entryIds.length === 1 ? (standing?.file ?? null) : null),
        });
      }),
    );
  };
}

export function closeComments(app: App): Handler<'document.closeComments'> {
  return async ({ dossierId, roundId, date }, context) => {
    const day = checkDate(date);
    if (!day.ok) return day;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'document.closeComments', (draft) =>
        closeRound(draft, roundId, day.value),
      ),
    );
  };
}
