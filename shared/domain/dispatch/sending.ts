/** Sending a registered document and hearing back: recipients are frozen with their names as of the day. */
import { formatDate, isPlainDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { matchKey } from '../../text/normalize';
import type { Channel, Delivery, DocumentRecord } from './model';
import type { Recipient } from './recipients';

/** The document that a request means: null is the plan, whose document has the dossier's own id. */
export function documentOf(
  view: View<DossierTables>,
  dossierId: string,
  documentId: string | null,
): Result<DocumentRecord> {
  const document = view.get('documents', documentId ?? dossierId);
  return document ? ok(document) : fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ.');
}

/** One dispatch with one delivery a recipient. */
export function sendDocument(
  draft: Draft<DossierTables>,
  request: {
    readonly document: DocumentRecord;
    readonly dispatchId: string;
    readonly date: PlainDate;
    readonly channel: Channel;
    readonly recipients: readonly Recipient[];
    readonly now: Instant;
  },
): Result<{ dispatchId: string; deliveries: Delivery[] }> {
  const { document, dispatchId, date, channel } = request;
  if (document.registration === null)
    return fail('CONFLICT', `Văn bản “${document.title}” chưa có số. Hãy đăng ký số trước khi phát hành.`);
  if (document.status === 'recalled' || document.status === 'replaced')
    return fail('CONFLICT', `Văn bản “${document.title}” đã thu hồi hoặc thay thế nên không phát hành nữa.`);
  if (request.recipients.length === 0)
    return fail(
      'BAD_REQUEST',
      'Chưa có nơi nhận nào. Hãy khớp các dòng Nơi nhận với danh mục, hoặc chọn đơn vị để gửi.',
      {
        fieldErrors: { to: 'Chọn ít nhất một nơi nhận.' },
      },
    );
  draft.put('dispatches', { id: dispatchId, documentId: document.id, date, channel, at: request.now });
  const deliveries = request.recipients.map((recipient): Delivery => ({
    id: `${dispatchId}|${recipient.entryId}`,
    dispatchId,
    entryId: recipient.entryId,
    name: recipient.name,
    via: recipient.via,
    purpose: recipient.purpose,
    channel,
    sentOn: date,
    state: 'sent',
    receivedOn: null,
    note: '',
  }));
  for (const delivery of deliveries) draft.put('deliveries', delivery);
  draft.put('documents', { ...document, status: 'issued' });
  return ok({ dispatchId, deliveries });
}

/** Notes that recipients have it, or refused it. Recipients: delivery ids, or entries of the newest dispatch. */
export function acknowledge(
  draft: Draft<DossierTables>,
  request: {
    readonly recipients: readonly string[];
    readonly date: string;
    readonly state: 'received' | 'refused';
    readonly note: string;
  },
): Result<null> {
  if (!isPlainDate(request.date))
    return fail('BAD_REQUEST', `Ngày “${request.date}” không có thật.`, {
      fieldErrors: { date: 'Ngày không có thật.' },
    });
  const newest = draft.list('dispatches').at(-1);
  if (!newest) return fail('CONFLICT', 'Hồ sơ này chưa phát hành văn bản nào.');
  const current = draft.list('deliveries').filter(({ dispatchId }) => dispatchId === newest.id);
  const unknown: string[] = [];
  for (const wanted of request.recipients) {
    const key = matchKey(wanted);
    const delivery =
      draft.get('deliveries', wanted) ??
      current.find(({ entryId }) => entryId === wanted) ??
      current.find(({ name }) => matchKey(name) === key);
    if (!delivery) {
      unknown.push(wanted);
      continue;
    }
    if (request.date < delivery.sentOn)
      return fail(
        'BAD_REQUEST',
        `“${delivery.name}” không thể nhận ngày ${formatDate(request.date)}: văn bản gửi ngày ${formatDate(delivery.sentOn)}.`,
        { fieldErrors: { date: 'Sớm hơn ngày gửi.' } },
      );
    draft.put('deliveries', {
      ...delivery,
      state: request.state,
      receivedOn: request.state === 'received' ? request.date : null,
      note: request.note || delivery.note,
    });
  }
  if (unknown.length > 0)
    return fail(
      'NOT_FOUND',
      `Lần phát hành mới nhất không gửi đến: ${unknown.map((name) => `“${name}”`).join(', ')}.`,
      {
        details: { recipients: unknown },
      },
    );
  return ok(null);
}

export function countDeliveries(deliveries: readonly Delivery[]) {
  const count = (state: Delivery['state']): number =>
    deliveries.filter((delivery) => delivery.state === state).length;
  return {
    sent: deliveries.length,
    received: count('received'),
    refused: count('refused'),
    unconfirmed: count('sent'),
  };
}
