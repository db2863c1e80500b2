/** Sending, and hearing back. */
import { deliveriesOf } from '../../domain/dispatch/recall';
import { sentLine } from '../../domain/dispatch/sent-line';
import { checkDate, checkPastDate } from '../../domain/dispatch/numbering';
import { expandRecipients, unreached } from '../../domain/dispatch/recipients';
import { changeDeliveries, countDeliveries } from '../../domain/dispatch/delivery-states';
import { crossCheck } from '../../domain/dispatch/cross-check';
import { frozenDeliveries } from '../../domain/dispatch/recall';
import { documentOf, findDeliveries, sendDocument as send } from '../../domain/dispatch/sending';
import type { Delivery } from '../../domain/dispatch/model';
import { createMatcher } from '../../domain/office/match';
import { formatDate, type PlainDate } from '../../date/plain-date';
import { fail, ok, type Result } from '../../result';
import { changeDossier, loadDossier, loadOffice, metaOf, nowOf, revisionOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';

export function showRecipients(app: App): Handler<'dispatch.recipients'> {
  return async ({ dossierId, documentId, date, to, also }) => {
    const day = checkDate(date);
    if (!day.ok) return day;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const document = documentOf(loaded.value.view, dossierId, documentId);
    if (!document.ok) return document;
    const { entries, profile } = office.value;
    const source = {
      items: loaded.value.view.list('items'),
      entries,
      matcher: createMatcher(entries, profile.place),
    };
    const before = frozenDeliveries(loaded.value.view, document.value);
    const expanded = expandRecipients({ ...source, to, also, before }, day.value);
    return ok({ ...expanded, check: crossCheck(source, expanded.recipients, day.value) });
  };
}

export function sendDocument(app: App): Handler<'dispatch.send'> {
  return async ({ dossierId, documentId, date, channel, to, also, channels, waiver }, context) => {
    const day = checkDate(date);
    if (!day.ok) return day;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const { entries, profile } = office.value;
    const early = await beforeItsDay(app, dossierId, documentId, day.value);
    if (early) return early;
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'dispatch.send',
      (draft): Result<{ dispatchId: string; deliveries: Delivery[]; unreached: string[] }> => {
        const document = documentOf(draft, dossierId, documentId);
        if (!document.ok) return document;
        const expanded = expandRecipients(
          {
            items: draft.list('items'),
            to,
            also,
            entries,
            matcher: createMatcher(entries, profile.place),
            before: frozenDeliveries(draft, document.value),
          },
          day.value,
        );
        const sent = send(draft, {
          document: document.value,
          dispatchId: app.ports.ids.next(),
          date: day.value,
          channel,
          channels: new Map(channels.map((each) => [each.entryId, each.channel])),
          recipients: expanded.recipients,
          waiver,
          now: nowOf(app).now,
          by: context.by,
          stepId: app.ports.ids.next(),
        });
        return sent.ok ? ok({ ...sent.value, unreached: [...unreached(expanded)] }) : sent;
      },
    );
    if (!done.ok) return done;
    await noteInRegister(app, context, dossierId, documentId, date);
    return ok({ revision: done.value.revision, ...done.value.reply });
  };
}

/** A document can't go out before its own day, which is the day of its line in the book. */
async function beforeItsDay(
  app: App,
  dossierId: string,
  documentId: string | null,
  date: PlainDate,
): Promise<Result<never> | null> {
  const loaded = await loadDossier(app, dossierId);
  if (!loaded.ok) return loaded;
  const registration = loaded.value.view.get('documents', documentId ?? dossierId)?.registration ?? null;
  if (registration === null) return null;
  const book = await app.ports.store.load({ kind: 'register', id: registration.seriesId });
  if (!book.ok) return book;
  const line = book.value?.view.get('entries', registration.number.toString());
  if (line?.kind !== 'issued' || date >= line.date) return null;
  const [sending, own] = [formatDate(date), formatDate(line.date)];
  return fail(
    'BAD_REQUEST',
    `Ngày gửi ${sending} sớm hơn ngày của văn bản ${line.numberText} (${own}). Ghi lại ngày gửi, hoặc sửa ngày văn bản ở sổ.`,
    { fieldErrors: { date: `Ngày gửi ${sending} sớm hơn ngày văn bản (${own}).` } },
  );
}

/** The book's columns "Ngày chuyển", "Nơi nhận": a copy for the reader; the dossier's deliveries are the truth. */
async function noteInRegister(
  app: App,
  context: CallContext,
  dossierId: string,
  documentId: string | null,
  date: string,
): Promise<void> {
  const loaded = await loadDossier(app, dossierId);
  if (!loaded.ok) return;
  const document = documentOf(loaded.value.view, dossierId, documentId);
  if (!document.ok || document.value.registration === null) return;
  const deliveries = deliveriesOf(loaded.value.view, document.value.id);
  const { seriesId, number } = document.value.registration;
  const noted = await app.ports.store.commit(
    { kind: 'register', id: seriesId },
    metaOf(app, context, 'dispatch.send', { expectedRevision: null }),
    (draft) => {
      const entry = draft.get('entries', number.toString());
      if (entry?.kind === 'issued')
        draft.put('entries', { ...sentLine(entry, deliveries), sentOn: entry.sentOn ?? date });
      return ok(null);
    },
  );
  if (!noted.ok)
    app.ports.log.error('register not annotated after sending', { seriesId, code: noted.error.code });
}

/** The short way for scripts: deliveries of the newest dispatch by entry or name. */
export function acknowledgeDelivery(app: App): Handler<'dispatch.acknowledge'> {
  return async ({ dossierId, recipients, date, state, note, proof }, context) => {
    const day = checkPastDate(date, nowOf(app).today);
    if (!day.ok) return day;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'dispatch.acknowledge', (draft) => {
        const deliveries = findDeliveries(draft, recipients);
        if (!deliveries.ok) return deliveries;
        return changeDeliveries(draft, deliveries.value, {
          to: state,
          on: day.value,
          proof: proof && { kind: proof, on: day.value, file: null },
          note,
          at: nowOf(app).now,
          by: context.by,
        });
      }),
    );
  };
}

/** Deliveries of every dispatch, the newest of each recipient and document last. */
export function dispatchStatus(app: App): Handler<'dispatch.status'> {
  return async ({ dossierId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const deliveries = [...loaded.value.view.list('deliveries')];
    return ok({ deliveries, ...countDeliveries(deliveries) });
  };
}
