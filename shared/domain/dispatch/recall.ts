/** Thu hồi, thay thế: the document, and what was delivered of it. Nothing is removed; each delivery gets its line. */
import { formatDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { changeDeliveries, mayFollow } from './delivery-states';
import { moveDocument, type StepWords } from './document-states';
import type { Delivery, DocumentRecord } from './model';

/** Every delivery of a document, oldest first. */
export function deliveriesOf(view: View<DossierTables>, documentId: string): readonly Delivery[] {
  const dispatches = new Set(
    view.list('dispatches').flatMap((dispatch) => (dispatch.documentId === documentId ? [dispatch.id] : [])),
  );
  return view.list('deliveries').filter(({ dispatchId }) => dispatches.has(dispatchId));
}

/** Takes a whole document back. */
export function recallDocument(
  draft: Draft<DossierTables>,
  document: DocumentRecord,
  words: Omit<StepWords, 'otherId'>,
): Result<DocumentRecord> {
  const tooEarly = beforeSending(draft, document, words.on);
  if (tooEarly) return tooEarly;
  const moved = moveDocument(draft, document, 'recall', { ...words, otherId: null });
  if (!moved.ok) return moved;
  const settled = settle(draft, document, 'recalled', words, words.reason);
  return settled.ok ? moved : settled;
}

/**
 * `by` another document of the dossier, which points back; one of another kind only where a person says so (`kindSeen`).
 * Its recipients are proposed from `frozenDeliveries`.
 */
export function replaceDocument(
  draft: Draft<DossierTables>,
  document: DocumentRecord,
  replacement: DocumentRecord | undefined,
  words: Omit<StepWords, 'otherId'>,
  kindSeen = false,
): Result<DocumentRecord> {
  if (!replacement || replacement.id === document.id)
    return fail('BAD_REQUEST', 'Chọn văn bản khác của hồ sơ thay thế văn bản này.', {
      fieldErrors: { otherId: 'Chọn văn bản thay thế.' },
    });
  if (replacement.status === 'recalled' || replacement.status === 'replaced')
    return fail('CONFLICT', `“${replacement.title}” đã thu hồi hoặc thay thế nên không thay thế được.`, {
      fieldErrors: { otherId: 'Chọn văn bản còn hiệu lực.' },
    });
  if (replacement.type !== document.type && !kindSeen)
    return fail(
      'CONFLICT',
      `Văn bản bị thay thế là ${kindWords(document)}, văn bản thay thế là ${kindWords(replacement)}. Hãy chọn văn bản cùng loại, hoặc xác nhận là vẫn thay thế.`,
      { fieldErrors: { kindSeen: 'Xác nhận là vẫn thay bằng văn bản khác loại.' } },
    );
  const tooEarly = beforeSending(draft, document, words.on);
  if (tooEarly) return tooEarly;
  const moved = moveDocument(draft, document, 'replace', { ...words, otherId: replacement.id });
  if (!moved.ok) return moved;
  const next: DocumentRecord = { ...moved.value, replacedBy: replacement.id };
  draft.put('documents', next);
  draft.put('documents', { ...replacement, replaces: document.id });
  const settled = settle(draft, document, 'replaced', words, words.reason);
  return settled.ok ? ok(next) : settled;
}

function kindWords({ kindName, type }: DocumentRecord): string {
  return (kindName || type).toLocaleLowerCase('vi');
}

/** A day before its first sending takes nothing back. */
function beforeSending(
  view: View<DossierTables>,
  document: DocumentRecord,
  day: string,
): Result<never> | null {
  const last = deliveriesOf(view, document.id)
    .map(({ sentOn }) => sentOn)
    .sort()
    .at(-1);
  if (last === undefined || day >= last) return null;
  return fail(
    'BAD_REQUEST',
    `Văn bản còn được gửi ngày ${formatDate(last)}, nên không thu hồi, thay thế trước ngày đó.`,
    { fieldErrors: { date: 'Sớm hơn ngày gửi.' } },
  );
}

function settle(
  draft: Draft<DossierTables>,
  document: DocumentRecord,
  to: 'recalled' | 'replaced',
  words: Omit<StepWords, 'otherId'>,
  note: string,
): Result<null> {
  const open = deliveriesOf(draft, document.id).filter(({ state }) => mayFollow(state, to));
  return changeDeliveries(draft, open, {
    to,
    on: words.on,
    proof: null,
    note,
    at: words.at,
    by: words.by,
  });
}

/**
 * Whom the document that this one replaces went to, each entry once by its last sending, as frozen then. Not those who
 * refused it, nor those from whom a copy was taken back by itself; a recall of the whole document leaves its recipients
 * to be told.
 */
export function frozenDeliveries(
  view: View<DossierTables>,
  document: Pick<DocumentRecord, 'replaces'>,
): readonly Delivery[] {
  if (document.replaces === undefined) return [];
  const recalledAt = new Set(
    view
      .list('documentSteps')
      .flatMap((step) => (step.documentId === document.replaces && step.to === 'recalled' ? [step.at] : [])),
  );
  const last = new Map<string, Delivery>();
  for (const delivery of deliveriesOf(view, document.replaces)) {
    // Before what settled the whole document, newest first.
    const lines = view.list('deliveryEvents').filter(({ deliveryId }) => deliveryId === delivery.id);
    const own = lines.findLast(
      ({ to, at }) => to !== 'replaced' && !(to === 'recalled' && recalledAt.has(at)),
    )?.to;
    if (own === 'refused' || own === 'recalled') continue;
    const known = last.get(delivery.entryId);
    if (!known || delivery.sentOn >= known.sentOn) last.set(delivery.entryId, delivery);
  }
  return [...last.values()];
}
