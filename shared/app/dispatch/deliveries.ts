/** The ledger of deliveries over all dossiers, and changes in it. */
import { changeDeliveries } from '../../domain/dispatch/delivery-states';
import { checkPastDate } from '../../domain/dispatch/numbering';
import type { Delivery } from '../../domain/dispatch/model';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { LedgerRow } from '../../rpc/contract/delivery';
import type { DossierTables } from '../../schema/aggregates';
import { readDossierSummary } from '../../schema/summarize';
import { changeDossier, loadDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { keepFile } from './keep';
import { createNumberReader, type NumberReader } from './number-reader';

/** Rows of one dossier, in the order of sending. */
async function rowsOf(
  dossierId: string,
  view: View<DossierTables>,
  numbers: NumberReader,
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  const documentIds = new Map(view.list('dispatches').map(({ id, documentId }) => [id, documentId]));
  const texts = new Map<string, Pick<LedgerRow, 'document' | 'numberText' | 'over'>>();
  for (const delivery of view.list('deliveries')) {
    const documentId = documentIds.get(delivery.dispatchId);
    const document = documentId === undefined ? undefined : view.get('documents', documentId);
    if (!document) continue;
    const known = texts.get(document.id) ?? {
      document: `${capital(document.kindName)} ${document.title}`,
      numberText: await numbers.textOf(document),
      over: document.status === 'recalled' || document.status === 'replaced' ? document.status : null,
    };
    texts.set(document.id, known);
    rows.push({ ...delivery, dossierId, documentId: document.id, ...known });
  }
  return rows;
}

/** "KẾ HOẠCH" → "Kế hoạch" */
function capital(kind: string): string {
  return `${kind.charAt(0)}${kind.slice(1).toLocaleLowerCase('vi')}`;
}

/** Rows of the ledger; `unconfirmed` opens only dossiers of which the catalogue says that some are. */
export async function ledgerRows(
  app: App,
  choice: { readonly dossierId: string | null; readonly only: 'unconfirmed' | 'all' },
): Promise<Result<LedgerRow[]>> {
  const numbers = createNumberReader(app);
  const ids: string[] = [];
  if (choice.dossierId !== null) ids.push(choice.dossierId);
  else
    for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
      const summary = readDossierSummary(raw);
      if (summary && summary.lastSent !== null && (choice.only === 'all' || summary.unconfirmed > 0))
        ids.push(ref.id);
    }
  const rows: LedgerRow[] = [];
  for (const id of ids) {
    const loaded = await loadDossier(app, id);
    if (!loaded.ok) {
      if (choice.dossierId !== null) return loaded;
      // One damaged dossier must not hide the others; the check of the store tells of it.
      app.ports.log.error('dossier left out of the delivery ledger', { id, code: loaded.error.code });
      continue;
    }
    rows.push(...(await rowsOf(id, loaded.value.view, numbers)));
  }
  const wanted = choice.only === 'all' ? rows : rows.filter(({ state }) => state === 'sent');
  // Stable: within a day the order of Nơi nhận stays.
  return ok(wanted.sort((a, b) => (a.sentOn > b.sentOn ? -1 : a.sentOn < b.sentOn ? 1 : 0)));
}

export function listDeliveries(app: App): Handler<'delivery.list'> {
  return async (choice) => {
    const rows = await ledgerRows(app, choice);
    return rows.ok ? ok({ rows: rows.value }) : rows;
  };
}

export function deliveryHistory(app: App): Handler<'delivery.history'> {
  return async ({ dossierId, deliveryId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    if (!view.get('deliveries', deliveryId)) return fail('NOT_FOUND', NO_DELIVERY);
    return ok(view.list('deliveryEvents').filter((event) => event.deliveryId === deliveryId));
  };
}

const NO_DELIVERY = 'Không tìm thấy nơi nhận này trong sổ giao nhận; hãy tải lại trang.';

export function recordDeliveries(app: App): Handler<'delivery.record'> {
  return async ({ dossierId, deliveryIds, state, date, proof, ticket, note }, context) => {
    for (const each of [date, proof?.on ?? date]) {
      const day = checkPastDate(each, nowOf(app).today);
      if (!day.ok) return day;
    }
    if (ticket !== null && proof === null)
      return fail('BAD_REQUEST', 'Chọn hình thức xác nhận của tệp minh chứng.', {
        fieldErrors: { proof: 'Chọn hình thức xác nhận.' },
      });
    const known = await loadDossier(app, dossierId);
    if (!known.ok) return known;
    const kept = await keepFile(app, dossierId, ticket, 'proof');
    if (!kept.ok) return kept;
    const file = kept.value;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'delivery.record', (draft) => {
        const deliveries = deliveryIds
          .map((id) => draft.get('deliveries', id))
          .filter((each): each is Delivery => each !== undefined);
        if (deliveries.length < deliveryIds.length) return fail('NOT_FOUND', NO_DELIVERY);
        const { now } = nowOf(app);
        file?.note(draft, now);
        return changeDeliveries(draft, deliveries, {
          to: state,
          on: date,
          proof: proof && { kind: proof.kind, on: proof.on ?? date, file: file?.sha256 ?? null },
          note,
          at: now,
          by: context.by,
        });
      }),
    );
  };
}
