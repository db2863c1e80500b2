/** Sending a registered document and hearing back: recipients are frozen with their names as of the day. */
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { matchKey } from '../../text/normalize';
import type { Channel } from './channel';
import { moveDocument } from './document-states';
import type { Delivery, DocumentRecord } from './model';
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

/** Said in the window's dialog before anything is sent. */
export const NO_SIGNED_COPY =
  'Văn bản chưa có bản ký (bản quét hoặc PDF ký số). Gắn bản ký trước khi phát hành, hoặc ghi lý do phát hành khi chưa có bản ký.';

export interface Sending {
  readonly document: DocumentRecord;
  readonly dispatchId: string;
  readonly date: PlainDate;
  /** Of every recipient that has none of its own in `channels`. */
  readonly channel: Channel;
  /** Entry id → another channel. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly recipients: readonly Omit<Recipient, 'line'>[];
  /** Why it goes out without a signed copy; asked for only where there is none and none was given before. */
  readonly waiver: string | null;
  readonly now: Instant;
  readonly by: string;
  readonly stepId: string;
}

/** One dispatch with one delivery a recipient. */
export function sendDocument(
  draft: Draft<DossierTables>,
  request: Sending,
): Result<{ dispatchId: string; deliveries: Delivery[] }> {
  const { document, dispatchId, date, channel } = request;
  if (document.registration === null)
    return fail('CONFLICT', `Văn bản “${document.title}” chưa có số. Hãy đăng ký số trước khi phát hành.`);
  if (request.recipients.length === 0)
    return fail(
      'BAD_REQUEST',
      'Chưa có nơi nhận nào. Hãy khớp các dòng Nơi nhận với danh mục, hoặc chọn đơn vị để gửi.',
      {
        fieldErrors: { to: 'Chọn ít nhất một nơi nhận.' },
      },
    );
  const reason = request.waiver?.trim() ?? '';
  if (document.signedFile === null && document.waiver === undefined && reason === '')
    return fail('CONFLICT', NO_SIGNED_COPY, { fieldErrors: { waiver: 'Ghi lý do chưa có bản ký.' } });
  const waived: DocumentRecord =
    document.signedFile === null && reason !== ''
      ? { ...document, waiver: { reason, at: request.now, by: request.by } }
      : document;
  const issued = moveDocument(draft, waived, 'issue', {
    stepId: request.stepId,
    on: date,
    reason: document.signedFile === null ? (waived.waiver?.reason ?? '') : '',
    otherId: null,
    at: request.now,
    by: request.by,
  });
  if (!issued.ok) return issued;
  draft.put('dispatches', { id: dispatchId, documentId: document.id, date, channel, at: request.now });
  const deliveries = request.recipients.map((recipient): Delivery => ({
    id: `${dispatchId}|${recipient.entryId}`,
    dispatchId,
    entryId: recipient.entryId,
    name: recipient.name,
    via: recipient.via,
    purpose: recipient.purpose,
    channel: request.channels.get(recipient.entryId) ?? channel,
    sentOn: date,
    state: 'sent',
    receivedOn: null,
    note: '',
  }));
  for (const delivery of deliveries) draft.put('deliveries', delivery);
  return ok({ dispatchId, deliveries });
}

/** Deliveries that a request means: delivery ids, or entries and names of the newest dispatch. NOT_FOUND names the others. */
export function findDeliveries(
  view: View<DossierTables>,
  wanted: readonly string[],
): Result<readonly Delivery[]> {
  const newest = view.list('dispatches').at(-1);
  if (!newest) return fail('CONFLICT', 'Hồ sơ này chưa phát hành văn bản nào.');
  const current = view.list('deliveries').filter(({ dispatchId }) => dispatchId === newest.id);
  const found = new Map<string, Delivery>();
  const unknown: string[] = [];
  for (const each of wanted) {
    const key = matchKey(each);
    const delivery =
      view.get('deliveries', each) ??
      current.find(({ entryId }) => entryId === each) ??
      current.find(({ name }) => matchKey(name) === key);
    if (delivery) found.set(delivery.id, delivery);
    else unknown.push(each);
  }
  if (unknown.length > 0)
    return fail(
      'NOT_FOUND',
      `Lần phát hành mới nhất không gửi đến: ${unknown.map((name) => `“${name}”`).join(', ')}.`,
      { details: { recipients: unknown } },
    );
  return ok([...found.values()]);
}
