/** What is done to a book of outgoing documents: one commit each into the book, and the dossier where it follows. */
import type { RegisterEntry, RegisterTables } from '../../domain/dispatch/model';
import { dateQuestions, numbersOf } from '../../domain/dispatch/numbering';
import {
  correctLine,
  enterLine,
  explainRegisterGap,
  releaseNumber,
  reserveNumbers,
  setPaperLast,
  voidEntry,
  type RegisterAct,
} from '../../domain/dispatch/register-commands';
import { PLAN_ID } from '../../domain/plan/model';
import type { Committed } from '../../ports/store';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { changeDossier, loadDossier, loadOffice, metaOf, nowOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { bookOf, loadRegister } from './book-of';

function actOf(app: App, context: CallContext): RegisterAct {
  return { by: context.by, requestId: context.requestId, ...nowOf(app) };
}

/** One commit into a book. Whoever saw an older page may write all the same: the draft decides. */
function changeBook<R>(
  app: App,
  context: CallContext,
  seriesId: string,
  command: string,
  work: (draft: Draft<RegisterTables>) => Result<R>,
): Promise<Result<Committed<R>>> {
  return app.ports.store.commit(
    { kind: 'register', id: seriesId },
    metaOf(app, context, command, { expectedRevision: null }),
    work,
  );
}

const answer = <R>(
  seriesId: string,
  done: Result<Committed<R>>,
): Result<{ revision: number; seriesId: string }> =>
  done.ok ? ok({ revision: done.value.revision, seriesId }) : done;

export function reserve(app: App): Handler<'register.reserve'> {
  return async ({ date, number, count, holder, reason, until, gapSeen, ...named }, context) => {
    const act = actOf(app, context);
    const day = date ?? act.today;
    const book = await bookOf(app, named, day);
    if (!book.ok) return book;
    const { seriesId } = book.value.choice;
    const done = await changeBook(app, context, seriesId, 'register.reserve', (draft) => {
      const entries = reserveNumbers(
        draft,
        book.value,
        { number, count, date: day, holder, reason, until, gapSeen },
        act,
      );
      return entries.ok
        ? ok(entries.value.map((entry) => ({ number: entry.number, numberText: entry.numberText })))
        : entries;
    });
    return done.ok ? ok({ revision: done.value.revision, seriesId, numbers: done.value.reply }) : done;
  };
}

export function release(app: App): Handler<'register.release'> {
  return async ({ seriesId, number, reason }, context) => {
    const known = await loadRegister(app, seriesId);
    if (!known.ok) return known;
    return answer(
      seriesId,
      await changeBook(app, context, seriesId, 'register.release', (draft) => {
        const entry = releaseNumber(draft, number, reason, actOf(app, context));
        return entry.ok ? ok(null) : entry;
      }),
    );
  };
}

/** The document that points at the line, unless it was sent or its dossier ended: then its number stands. */
async function pointing(
  app: App,
  seriesId: string,
  entry: RegisterEntry | undefined,
): Promise<Result<{ dossierId: string; documentId: string } | null>> {
  if (!entry || entry.documentId === null || entry.dossierId === null) return ok(null);
  const { documentId, dossierId, numberText } = entry;
  const dossier = await loadDossier(app, dossierId);
  // A dossier that is gone holds nothing back.
  if (!dossier.ok) return dossier.error.code === 'NOT_FOUND' ? ok(null) : dossier;
  const { view } = dossier.value;
  const own = view.get('documents', documentId)?.registration;
  if (own?.seriesId !== seriesId || own.number !== entry.number) return ok(null);
  if (view.list('archive').length > 0)
    return fail('FORBIDDEN', `Hồ sơ của văn bản ${numberText} đã kết thúc nên không hủy số được.`);
  const sent = view.list('dispatches').some((dispatch) => dispatch.documentId === documentId);
  return sent
    ? fail(
        'CONFLICT',
        `Văn bản ${numberText} đã phát hành nên không hủy số được. Hãy thu hồi hoặc thay thế văn bản ở hồ sơ.`,
      )
    : ok({ dossierId, documentId });
}

/** First the line, the only truth of the number, then the document's pointer; a crash in between is completed here. */
export function voidRegisterLine(app: App): Handler<'register.void'> {
  return async ({ number, reason, ...named }, context) => {
    const act = actOf(app, context);
    const book = await bookOf(app, named, act.today);
    if (!book.ok) return book;
    const { seriesId } = book.value.choice;
    const loaded = await app.ports.store.load({ kind: 'register', id: seriesId });
    if (!loaded.ok) return loaded;
    const standing = loaded.value?.view.get('entries', number.toString());
    const document = await pointing(app, seriesId, standing);
    if (!document.ok) return document;
    const half = standing?.kind === 'void' && document.value !== null;
    const done = half
      ? null
      : await changeBook(app, context, seriesId, 'register.void', (draft) => {
          const entry = voidEntry(draft, book.value, number, reason, act);
          return entry.ok ? ok(entry.value.numberText) : entry;
        });
    if (done !== null && !done.ok) return done;
    if (document.value !== null) {
      const freed = await freeDocument(app, context, document.value);
      if (!freed.ok) return freed;
    }
    return ok({
      revision: done?.value.revision ?? loaded.value?.revision ?? 0,
      seriesId,
      numberText: done?.value.reply ?? standing?.numberText ?? '',
      dossierId: document.value?.dossierId ?? null,
    });
  };
}

/** The document has no number again, and its plan waits for one. */
function freeDocument(
  app: App,
  context: CallContext,
  { dossierId, documentId }: { readonly dossierId: string; readonly documentId: string },
): Promise<Result<Committed<null>>> {
  return changeDossier(
    app,
    context,
    dossierId,
    'register.void',
    (draft) => {
      const document = draft.get('documents', documentId);
      if (!document) return ok(null);
      draft.put('documents', {
        ...document,
        registration: null,
        status: document.status === 'submitted' ? 'draft' : document.status,
      });
      const plan = draft.get('plan', PLAN_ID);
      if (plan?.status === 'issued' && documentId === dossierId)
        draft.put('plan', { ...plan, status: 'reviewed' });
      return ok(null);
    },
    { expectedRevision: null },
  );
}

/** Corrects a line. The plan's own day follows the line's: they are one day. */
export function correctRegisterLine(app: App): Handler<'register.correct'> {
  return async ({ seriesId, number, fields }, context) => {
    const loaded = await loadRegister(app, seriesId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const series = view.get('series', 'series');
    const entry = view.get('entries', number.toString());
    if (!series || !entry) return fail('NOT_FOUND', 'Sổ không có dòng này.');
    const planOf = entry.documentId !== null && entry.documentId === entry.dossierId ? entry.dossierId : null;
    const moved = fields.date !== undefined && fields.date !== entry.date;
    if (moved && planOf !== null) {
      const dossier = await loadDossier(app, planOf);
      if (dossier.ok && dossier.value.view.list('archive').length > 0)
        return fail('FORBIDDEN', 'Hồ sơ của văn bản đã kết thúc nên không sửa ngày văn bản được.');
    }
    // What was not sent stays as it stands.
    const patch = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const done = await changeBook(app, context, seriesId, 'register.correct', (draft) => {
      const corrected = correctLine(draft, { seriesId, series }, number, patch, actOf(app, context));
      return corrected.ok ? ok(corrected.value.date) : corrected;
    });
    if (!done.ok) return done;
    if (planOf !== null) {
      const date = done.value.reply;
      const followed = await changeDossier(
        app,
        context,
        planOf,
        'register.correct',
        (draft) => {
          const plan = draft.get('plan', PLAN_ID);
          // Not by what the line said before: where the plan did not follow it once, it does now.
          if (plan && fields.date !== undefined && plan.date !== date) draft.put('plan', { ...plan, date });
          return ok(null);
        },
        { expectedRevision: null, evenClosed: true },
      );
      if (!followed.ok && followed.error.code !== 'NOT_FOUND') return followed;
    }
    return answer(seriesId, done);
  };
}

export function enter(app: App): Handler<'register.enter'> {
  return async ({ seriesId: named, type, issuerSymbol, number, gapSeen, kindSeen, ...fields }, context) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const book = await bookOf(app, { seriesId: named, type, issuerSymbol }, fields.date);
    if (!book.ok) return book;
    const { seriesId } = book.value.choice;
    const act = actOf(app, context);
    const done = await changeBook(app, context, seriesId, 'register.enter', (draft) => {
      const others = numbersOf(draft);
      const entry = enterLine(draft, book.value, { number, fields, gapSeen, kindSeen }, act);
      if (!entry.ok) return entry;
      return ok({
        number: entry.value.number,
        numberText: entry.value.numberText,
        warnings: dateQuestions(
          others,
          entry.value.number,
          entry.value.date,
          book.value.issuer,
          office.value.profile.term,
          act.today,
        ),
      });
    });
    return done.ok ? ok({ revision: done.value.revision, seriesId, ...done.value.reply }) : done;
  };
}

export function explainGapOf(app: App): Handler<'register.explainGap'> {
  return async ({ seriesId, number, to, reason }, context) => {
    const known = await loadRegister(app, seriesId);
    if (!known.ok) return known;
    return answer(
      seriesId,
      await changeBook(app, context, seriesId, 'register.explainGap', (draft) =>
        explainRegisterGap(draft, { from: number, to, reason }, actOf(app, context)),
      ),
    );
  };
}

export function startFrom(app: App): Handler<'register.startFrom'> {
  return async ({ last, reason, ...named }, context) => {
    const act = actOf(app, context);
    const book = await bookOf(app, named, act.today);
    if (!book.ok) return book;
    const { seriesId } = book.value.choice;
    return answer(
      seriesId,
      await changeBook(app, context, seriesId, 'register.startFrom', (draft) =>
        setPaperLast(draft, book.value, { last, reason }, act),
      ),
    );
  };
}
