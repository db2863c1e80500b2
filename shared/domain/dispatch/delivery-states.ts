/**
 * The ledger of deliveries: đã gửi, đã nhận, từ chối, thu hồi, thay thế. Each change is a line of its own; the delivery
 * shows the newest. What was recalled or replaced is settled.
 */
import { formatDate, isPlainDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { Delivery, DeliveryState, ProofKind } from './model';

/**
 * State → states that may follow. `sent` after an answer: it was noted by mistake. The same state again: another date or
 * proof. Replacing a document settles only what nobody answered: what was received stays told as received.
 */
const FOLLOWING: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  sent: ['received', 'refused', 'recalled', 'replaced'],
  received: ['received', 'refused', 'sent', 'recalled'],
  refused: ['refused', 'received', 'sent', 'recalled'],
  recalled: [],
  replaced: [],
};

export function mayFollow(from: DeliveryState, to: DeliveryState): boolean {
  return FOLLOWING[from].includes(to);
}

const NEEDS_REASON: ReadonlySet<DeliveryState> = new Set(['sent', 'recalled', 'refused']);

export interface DeliveryChange {
  readonly to: DeliveryState;
  readonly on: PlainDate;
  readonly proof: { readonly kind: ProofKind; readonly on: PlainDate; readonly file: string | null } | null;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
}

/**
 * Writes one change onto each delivery, all or none. Refused: a day before the sending, a state that can't follow, a
 * recall, a refusal or a taking back without a reason, opening again what belongs to a document that is over.
 */
export function changeDeliveries(
  draft: Draft<DossierTables>,
  deliveries: readonly Delivery[],
  change: DeliveryChange,
): Result<null> {
  for (const day of [change.on, change.proof?.on ?? change.on])
    if (!isPlainDate(day))
      return fail('BAD_REQUEST', `Ngày “${day}” không có thật.`, {
        fieldErrors: { date: 'Ngày không có thật.' },
      });
  if (NEEDS_REASON.has(change.to) && change.note.trim() === '')
    return fail('BAD_REQUEST', 'Ghi lý do thu hồi, lý do không nhận, hoặc lý do lấy lại điều đã ghi.', {
      fieldErrors: { note: 'Ghi lý do.' },
    });
  for (const delivery of deliveries) {
    if (!mayFollow(delivery.state, change.to))
      return fail(
        'CONFLICT',
        delivery.state === 'sent'
          ? `“${delivery.name}” chưa có gì để lấy lại: văn bản mới chỉ gửi đi.`
          : `Văn bản gửi “${delivery.name}” đã thu hồi hoặc thay thế nên không ghi thêm được.`,
        { details: { deliveryId: delivery.id } },
      );
    if (change.to === 'sent' && isOver(draft, delivery))
      return fail(
        'CONFLICT',
        `Văn bản gửi “${delivery.name}” đã thu hồi hoặc thay thế nên không trở lại chưa xác nhận được.`,
        { details: { deliveryId: delivery.id } },
      );
    if (change.on < delivery.sentOn)
      return fail(
        'BAD_REQUEST',
        `Ngày ${formatDate(change.on)} sớm hơn ngày gửi “${delivery.name}” (${formatDate(delivery.sentOn)}).`,
        { fieldErrors: { date: 'Sớm hơn ngày gửi.' } },
      );
  }
  for (const delivery of deliveries) put(draft, delivery, change);
  return ok(null);
}

/** Of a document that was taken back or replaced nothing waits for an answer any more. */
function isOver(draft: Draft<DossierTables>, delivery: Delivery): boolean {
  const documentId = draft.get('dispatches', delivery.dispatchId)?.documentId;
  const status = documentId === undefined ? undefined : draft.get('documents', documentId)?.status;
  return status === 'recalled' || status === 'replaced';
}

function put(draft: Draft<DossierTables>, delivery: Delivery, change: DeliveryChange): void {
  const earlier = draft.list('deliveryEvents').filter(({ deliveryId }) => deliveryId === delivery.id).length;
  const note = change.note.trim();
  draft.put('deliveryEvents', {
    id: `${delivery.id}|${earlier + 1}`,
    deliveryId: delivery.id,
    from: delivery.state,
    to: change.to,
    on: change.on,
    proof: change.proof,
    note,
    at: change.at,
    by: change.by,
  });
  const settled = change.to === 'recalled' || change.to === 'replaced';
  draft.put('deliveries', {
    ...delivery,
    state: change.to,
    // A recalled document was received all the same: the day stays.
    receivedOn: change.to === 'received' ? change.on : settled ? delivery.receivedOn : null,
    proof: change.to === 'sent' ? null : settled ? (delivery.proof ?? null) : change.proof,
    note: note || delivery.note,
  });
}

/** It was received, whatever became of the document afterwards. */
export function wasReceived({ receivedOn }: Pick<Delivery, 'receivedOn'>): boolean {
  return receivedOn !== null;
}

/** What was received counts as received also after a recall. */
export function countDeliveries(deliveries: readonly Delivery[]) {
  const count = (state: DeliveryState): number =>
    deliveries.filter((delivery) => delivery.state === state).length;
  return {
    sent: deliveries.length,
    received: deliveries.filter(wasReceived).length,
    refused: count('refused'),
    unconfirmed: count('sent'),
  };
}
