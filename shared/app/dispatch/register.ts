import {
  blankQuestion,
  checkDate,
  dateQuestions,
  dayQuestions,
  issuerOf,
  lastOnPaper,
  nextNumber as next,
  numbersOf,
  numberTextOf,
  reuseQuestion,
  seriesFor,
  type Issuer,
  type SeriesChoice,
} from '../../domain/dispatch/numbering';
import { registerNumber } from '../../domain/dispatch/take-number';
import type { DocumentRecord, RegisterEntry } from '../../domain/dispatch/model';
import { documentOf } from '../../domain/dispatch/sending';
import { blankPlaces, blankWords, type BlankPlace } from '../../domain/plan/lint/blank-places';
import { PLAN_ID, type Plan } from '../../domain/plan/model';
import type { Loaded } from '../../ports/store';
import { fail, ok, type Result } from '../../result';
import {
  changeDossier,
  loadDossier,
  loadOffice,
  metaOf,
  nowOf,
  type App,
  type OfficeState,
} from '../application';
import type { CallContext, Handler } from '../handlers';
import { printedNumber, reservedNumbers, takenNumber } from './printed-number';

interface Numbering {
  readonly office: OfficeState;
  readonly dossier: Loaded<'dossier'>;
  readonly plan: Plan;
  readonly document: DocumentRecord;
  readonly issuer: Issuer;
  readonly choice: SeriesChoice;
  /** Places of the plan's text that nobody filled in; only while it has no number. */
  readonly blanks: readonly BlankPlace[];
}

/** The document, and the series that its type and date belong to. */
async function numberingOf(
  app: App,
  input: { dossierId: string; documentId: string | null; date: string },
): Promise<Result<Numbering>> {
  const date = checkDate(input.date);
  if (!date.ok) return date;
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const loaded = await loadDossier(app, input.dossierId);
  if (!loaded.ok) return loaded;
  const plan = loaded.value.view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  const document = documentOf(loaded.value.view, input.dossierId, input.documentId);
  if (!document.ok) return document;
  const { profile } = office.value;
  const isPlan = document.value.id === input.dossierId;
  const issuer = isPlan
    ? issuerOf(profile, plan)
    : { system: profile.system, symbol: document.value.issuerSymbol ?? profile.symbol };
  return ok({
    office: office.value,
    dossier: loaded.value,
    plan,
    document: document.value,
    issuer,
    choice: seriesFor(issuer, profile.term, document.value.type, date.value),
    blanks: isPlan && document.value.registration === null ? blankPlaces(plan.text, plan.parsed) : [],
  });
}

/** The plan's own text bears this number: it may be one that the paper book gave. */
function printsIt({ document, dossier, plan }: Numbering, number: number | null): boolean {
  return number !== null && document.id === dossier.ref.id && plan.parsed.header.number === number;
}

export function proposeNumber(app: App): Handler<'dispatch.nextNumber'> {
  return async (input) => {
    const numbering = await numberingOf(app, input);
    if (!numbering.ok) return numbering;
    const { choice, issuer, document, office, plan, dossier, blanks } = numbering.value;
    const loaded = await app.ports.store.load({ kind: 'register', id: choice.seriesId });
    if (!loaded.ok) return loaded;
    const view = loaded.value?.view;
    const entries = view?.list('entries') ?? [];
    const number = input.number ?? next(entries, lastOnPaper(view));
    const book = numbersOf(view);
    const leaves = blankQuestion(book, number);
    const questions = (leaves === null ? dateQuestions : dayQuestions)(
      book,
      number,
      input.date,
      issuer,
      office.profile.term,
      nowOf(app).today,
    );
    const reused = reuseQuestion(view?.get('entries', number.toString()));
    return ok({
      seriesId: choice.seriesId,
      number,
      numberText: numberTextOf(issuer, document.type, number),
      warnings: reused === null ? questions : [reused, ...questions],
      leaves,
      taken:
        input.number === null || !view
          ? null
          : takenNumber(view, input.number, printsIt(numbering.value, number)),
      printed: document.id === dossier.ref.id ? printedNumber(plan, document.type, issuer, view) : null,
      reserved: reservedNumbers(entries),
      blanks: [...blanks],
    });
  };
}

function signerText(plan: Plan): string {
  return [plan.signer.name, plan.signer.position].filter((part) => part !== null && part !== '').join(', ');
}

/**
 * First the register's line, the only truth of the number, then the dossier's pointer. Where a crash comes in between,
 * the same request (or the next attempt for the same document) finds the line and completes.
 */
export function registerDocument(app: App): Handler<'dispatch.register'> {
  return async (input, context) => {
    const numbering = await numberingOf(app, input);
    if (!numbering.ok) return numbering;
    const { dossier, document, choice, blanks } = numbering.value;
    const before = refusal(numbering.value, context, input.blanksSeen);
    if (before) return before;

    const registered = await commitEntry(app, context, numbering.value, input);
    if (!registered.ok) return registered;
    const { entry, warnings } = registered.value;
    const pointed = await changeDossier(
      app,
      context,
      dossier.ref.id,
      'dispatch.register',
      (draft): Result<null> => {
        const current = draft.get('documents', document.id);
        if (!current) return fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ.');
        draft.put('documents', {
          ...current,
          status: current.status === 'draft' ? 'submitted' : current.status,
          registration: { seriesId: choice.seriesId, number: entry.number, requestId: entry.requestId },
        });
        if (current.status === 'draft')
          draft.put('documentSteps', {
            id: app.ports.ids.next(),
            documentId: current.id,
            from: 'draft',
            to: 'submitted',
            on: entry.date,
            reason: `Lấy số ${entry.numberText}${blanks.length > 0 ? `; ${blankWords(blanks)}` : ''}`,
            otherId: null,
            at: nowOf(app).now,
            by: context.by,
          });
        const plan = draft.get('plan', PLAN_ID);
        if (plan && document.id === dossier.ref.id)
          draft.put('plan', {
            ...plan,
            date: entry.date,
            status: plan.status === 'closed' ? plan.status : 'issued',
            touched: [...new Set([...plan.touched, 'date'])],
          });
        return ok(null);
      },
      // The revision was compared before the number was taken; the number must not hang in the air now.
      { expectedRevision: null },
    );
    if (!pointed.ok) return pointed;
    return ok({
      revision: pointed.value.revision,
      documentId: document.id,
      numberText: entry.numberText,
      registerEntry: entry,
      seriesId: choice.seriesId,
      warnings: blanks.length > 0 ? [...warnings, blankWords(blanks)] : warnings,
    });
  };
}

/** What can be known before a number is taken. */
function refusal(
  { dossier, document, blanks }: Numbering,
  context: CallContext,
  blanksSeen: boolean,
): Result<never> | null {
  if (dossier.view.list('archive').length > 0)
    return fail('FORBIDDEN', 'Hồ sơ đã kết thúc nên không đăng ký số được. Hãy mở lại hồ sơ trước.');
  const own = document.registration;
  if (own !== null && own.requestId !== context.requestId)
    return fail(
      'CONFLICT',
      `Văn bản “${document.title}” đã được đăng ký số ${own.number} trong sổ; một văn bản chỉ có một số.`,
      {
        details: { number: own.number, seriesId: own.seriesId, documentId: document.id },
      },
    );
  if (own === null && context.expectedRevision !== null && context.expectedRevision !== dossier.revision)
    return fail('CONFLICT', 'Hồ sơ đã thay đổi từ lúc bạn mở. Hãy tải lại rồi đăng ký lại.', {
      details: { expected: context.expectedRevision, actual: dossier.revision },
    });
  if (blanks.length > 0 && !blanksSeen)
    return fail('CONFLICT', `${blankWords(blanks)} Hãy điền trước khi lấy số, hoặc xác nhận là vẫn lấy số.`, {
      fieldErrors: { blanksSeen: 'Xác nhận là vẫn lấy số khi còn chỗ chưa điền.' },
      details: { blanks: blanks.map(({ where, words }) => ({ where, words })) },
    });
  return null;
}

async function commitEntry(
  app: App,
  context: CallContext,
  numbering: Numbering,
  input: { number: number | null; date: string; claim: boolean; gapSeen: boolean },
): Promise<Result<{ entry: RegisterEntry; warnings: string[] }>> {
  const { office, dossier, plan, document, issuer, choice } = numbering;
  const { now, today } = nowOf(app);
  // A document that has its number already asks that very register, whatever date the retry names.
  const seriesId = document.registration?.seriesId ?? choice.seriesId;
  const isPlan = document.id === dossier.ref.id;
  const recipients = dossier.view
    .list('items')
    .flatMap((item) => (isPlan && item.kind === 'recipient' && !item.dropped ? [item.name] : []));
  const done = await app.ports.store.commit(
    { kind: 'register', id: seriesId },
    metaOf(app, context, 'dispatch.register', { expectedRevision: null }),
    (draft): Result<{ entry: RegisterEntry; warnings: string[] }> => {
      const book = numbersOf(draft);
      const others = book.entries.filter(({ documentId }) => documentId !== document.id);
      const entry = registerNumber(draft, {
        choice,
        issuer,
        type: document.type,
        number: input.number,
        date: input.date,
        documentId: document.id,
        dossierId: dossier.ref.id,
        requestId: context.requestId,
        subject: `${document.kindName} ${document.title}`,
        signer: isPlan ? signerText(plan) : '',
        recipients: recipients.join('; '),
        keeper: office.profile.archiveCode,
        now,
        by: context.by,
        claim: input.claim,
        gapSeen: input.gapSeen,
        printsNumber: printsIt(numbering, input.number),
      });
      if (!entry.ok) return entry;
      const warnings = dateQuestions(
        { ...book, entries: others },
        entry.value.number,
        entry.value.date,
        issuer,
        office.profile.term,
        today,
      );
      return ok({ entry: entry.value, warnings });
    },
  );
  return done.ok ? ok(done.value.reply) : done;
}
