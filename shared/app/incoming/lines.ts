/** What is done to a line of the incoming book: one commit each, through the book's one draft. */
import { isPlainDate } from '../../date/plain-date';
import {
  attachIncoming,
  correctIncoming,
  forwardIncoming,
  linkIncoming,
  liveEntry,
  registerIncoming,
  resolveIncoming,
  supersedeIncoming,
  voidIncoming,
} from '../../domain/incoming/commands';
import { explainArrivalGap, setArrivalPaper } from '../../domain/incoming/book-commands';
import type { IncomingTables } from '../../domain/incoming/model';
import { lineQuestions, reusedWords, sameDocument, sameWords } from '../../domain/incoming/questions';
import { PLAN_ID } from '../../domain/plan/model';
import type { Committed } from '../../ports/store';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { INCOMING_REF, loadDossier, loadEntries, metaOf, nowOf, revisionOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { ATTACHED_KINDS, keptFile, takeOneFile } from '../kept-files';
import { actOf, loadBook } from './book';

/** One commit into the book. */
function changeBook<R>(
  app: App,
  context: CallContext,
  command: string,
  work: (draft: Draft<IncomingTables>) => Result<R>,
): Promise<Result<Committed<R>>> {
  return app.ports.store.commit(INCOMING_REF, metaOf(app, context, command), work);
}

/** A commit whose reply is the revision alone: the line itself is asked for again. */
async function changeLine(
  app: App,
  context: CallContext,
  command: string,
  work: (draft: Draft<IncomingTables>) => Result<unknown>,
): Promise<Result<{ revision: number }>> {
  return revisionOf(
    await changeBook(app, context, command, (draft) => {
      const done = work(draft);
      return done.ok ? ok(null) : done;
    }),
  );
}

interface KeptBytes {
  readonly sha256: string;
  readonly name: string;
  readonly note: (draft: Draft<IncomingTables>) => void;
}

/** Looked at first (kind, size, a mark of secrecy), then kept byte for byte. */
async function keep(app: App, ticket: string): Promise<Result<KeptBytes>> {
  const file = await takeOneFile(app, ticket, ATTACHED_KINDS);
  if (!file.ok) return file;
  const kept = await app.ports.store.putFile(INCOMING_REF, file.value.bytes, file.value.extension);
  if (!kept.ok) return kept;
  const { now } = nowOf(app);
  return ok({
    sha256: kept.value,
    name: file.value.name,
    note: (draft) => {
      if (!draft.get('files', kept.value))
        draft.put('files', keptFile(file.value, kept.value, 'attachment', now));
    },
  });
}

/** Entries that a line may name: an issuer of any kind, a handler that is a unit or a position. */
async function checkNames(
  app: App,
  names: { readonly issuerId?: string | null | undefined; readonly handlerId?: string | null | undefined },
): Promise<Result<null>> {
  const { issuerId = null, handlerId = null } = names;
  if (issuerId === null && handlerId === null) return ok(null);
  const entries = await loadEntries(app);
  if (!entries.ok) return entries;
  const find = (id: string) => entries.value.find((entry) => entry.id === id);
  if (issuerId !== null && !find(issuerId))
    return fail('NOT_FOUND', 'Cơ quan ban hành đã chọn không còn trong danh mục.');
  const handler = handlerId === null ? undefined : find(handlerId);
  if (handlerId !== null && handler?.kind !== 'unit' && handler?.kind !== 'position')
    return fail('BAD_REQUEST', 'Đơn vị giải quyết phải là một đơn vị hoặc chức danh trong danh mục.', {
      fieldErrors: { handler: 'Chọn một đơn vị hoặc chức danh.' },
    });
  return ok(null);
}

export function register(app: App): Handler<'incoming.register'> {
  return async ({ number, ticket, dossierIds, arrivedOn, ifTwin, seenTwin, gapSeen, ...fields }, context) => {
    const named = await checkNames(app, fields);
    if (!named.ok) return named;
    for (const dossierId of dossierIds) {
      const known = await loadDossier(app, dossierId);
      if (!known.ok) return known;
    }
    const file = ticket === null ? ok(null) : await keep(app, ticket);
    if (!file.ok) return file;
    const act = actOf(app, context);
    const done = await changeBook(app, context, 'incoming.register', (draft) => {
      // Asked inside the commit: another window may have registered it since this one looked.
      const twin =
        ifTwin === 'ask' ? sameDocument(draft.list('entries'), { ...fields, id: null }) : undefined;
      if (twin && twin.id !== seenTwin)
        return fail('CONFLICT', sameWords(twin), {
          details: { twin: twin.id },
          fieldErrors: { numberText: sameWords(twin) },
        });
      file.value?.note(draft);
      const entry = registerIncoming(
        draft,
        {
          number,
          fields: { ...fields, arrivedOn: arrivedOn ?? act.today },
          files: file.value ? [file.value.sha256] : [],
          dossierIds,
          gapSeen,
        },
        act,
      );
      if (!entry.ok) return entry;
      const { id, year } = entry.value;
      return ok({
        id,
        year,
        number: entry.value.number,
        questions: [
          // A fresh line has no trace unless its number was given before and taken back.
          ...(entry.value.trace.length > 0 ? [reusedWords(entry.value)] : []),
          ...lineQuestions(draft, entry.value),
        ],
      });
    });
    return done.ok ? ok({ ...done.value.reply, revision: done.value.revision }) : done;
  };
}

export function correct(app: App): Handler<'incoming.correct'> {
  return async ({ id, fields }, context) => {
    const named = await checkNames(app, fields);
    if (!named.ok) return named;
    // What was not sent stays as it stands.
    const patch = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const done = await changeBook(app, context, 'incoming.correct', (draft) => {
      const entry = correctIncoming(draft, id, patch, actOf(app, context));
      return entry.ok ? ok(lineQuestions(draft, entry.value)) : entry;
    });
    return done.ok ? ok({ revision: done.value.revision, questions: done.value.reply }) : done;
  };
}

export function voidLine(app: App): Handler<'incoming.void'> {
  return async ({ id, reason }, context) =>
    changeLine(app, context, 'incoming.void', (draft) =>
      voidIncoming(draft, id, reason, actOf(app, context)),
    );
}

export function forward(app: App): Handler<'incoming.forward'> {
  return async ({ id, on, ...to }, context) => {
    const named = await checkNames(app, to);
    if (!named.ok) return named;
    const act = actOf(app, context);
    return changeLine(app, context, 'incoming.forward', (draft) =>
      forwardIncoming(draft, id, { ...to, on: on ?? act.today }, act),
    );
  };
}

export function resolve(app: App): Handler<'incoming.resolve'> {
  return async ({ id, state, answer }, context) => {
    if (answer !== null && answer.date !== null && !isPlainDate(answer.date))
      return fail('BAD_REQUEST', 'Ngày văn bản trả lời không có thật.');
    return changeLine(app, context, 'incoming.resolve', (draft) =>
      resolveIncoming(draft, id, { state, answer }, actOf(app, context)),
    );
  };
}

export function link(app: App): Handler<'incoming.link'> {
  return async ({ id, dossierId, linked }, context) => {
    const dossier = await loadDossier(app, dossierId);
    // A plan that lies in the trash can still be unlinked.
    if (!dossier.ok && linked) return dossier;
    const title = dossier.ok ? (dossier.value.view.get('plan', PLAN_ID)?.title ?? '') : 'đã bỏ';
    return changeLine(app, context, 'incoming.link', (draft) =>
      linkIncoming(draft, id, { dossierId, title }, linked, actOf(app, context)),
    );
  };
}

export function supersede(app: App): Handler<'incoming.supersede'> {
  return async ({ id, by }, context) =>
    changeLine(app, context, 'incoming.supersede', (draft) =>
      supersedeIncoming(draft, id, by, actOf(app, context)),
    );
}

export function attach(app: App): Handler<'incoming.attach'> {
  return async ({ id, ticket }, context) => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    // Asked before the bytes are kept: a file of no line would lie in the store for nothing.
    const live = book.value.view
      ? liveEntry(book.value.view, id)
      : fail('NOT_FOUND', 'Sổ văn bản đến chưa có dòng nào.');
    if (!live.ok) return live;
    const file = await keep(app, ticket);
    if (!file.ok) return file;
    const done = await changeLine(app, context, 'incoming.attach', (draft) => {
      file.value.note(draft);
      return attachIncoming(draft, id, file.value, actOf(app, context));
    });
    return done.ok ? ok({ ...done.value, sha256: file.value.sha256 }) : done;
  };
}

export function explain(app: App): Handler<'incoming.explainGap'> {
  return async ({ year, number, to, reason }, context) =>
    changeLine(app, context, 'incoming.explainGap', (draft) =>
      explainArrivalGap(draft, year, { from: number, to, reason }, actOf(app, context)),
    );
}

export function startFrom(app: App): Handler<'incoming.startFrom'> {
  return async ({ year, last, reason }, context) => {
    const done = await changeBook(app, context, 'incoming.startFrom', (draft) =>
      setArrivalPaper(draft, year, { last, reason }, actOf(app, context)),
    );
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}
