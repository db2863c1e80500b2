/**
 * Sổ chuyển giao văn bản (domain.md §4): derived, never typed. Outgoing documents from their deliveries, incoming ones
 * from the day on which they were passed on.
 */
import { formatDate, type PlainDate } from '../../date/plain-date';
import { createNumberReader } from './number-reader';
import { CHANNEL, DELIVERY_STATE } from '../../i18n/vi';
import { ok, type Result } from '../../result';
import type { TransferRow } from '../../rpc/contract/register';
import { readDossierSummary } from '../../schema/summarize';
import { loadDossier, type App } from '../application';
import type { Handler } from '../handlers';
import { loadBook } from '../incoming/book';

interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

async function outgoing(app: App, { from, to }: Days): Promise<Result<TransferRow[]>> {
  const numbers = createNumberReader(app);
  const rows: TransferRow[] = [];
  for (const { ref, summary } of await app.ports.store.list('dossier')) {
    const lastSent = readDossierSummary(summary)?.lastSent ?? null;
    if (lastSent === null || lastSent < from) continue;
    const dossier = await loadDossier(app, ref.id);
    if (!dossier.ok) return dossier;
    const { view } = dossier.value;
    const dispatches = new Map(view.list('dispatches').map((dispatch) => [dispatch.id, dispatch]));
    for (const delivery of view.list('deliveries')) {
      if (delivery.sentOn < from || delivery.sentOn > to) continue;
      const document = view.get('documents', dispatches.get(delivery.dispatchId)?.documentId ?? '');
      const { state, receivedOn } = delivery;
      rows.push({
        id: `${ref.id}|${delivery.id}`,
        date: delivery.sentOn,
        numberText: (document ? await numbers.textOf(document) : null) ?? '',
        subject: document ? `${document.kindName} ${document.title}` : '',
        receiver: delivery.name,
        receipt: state === 'received' && receivedOn !== null ? `Đã nhận ${formatDate(receivedOn)}` : '',
        note: [
          CHANNEL[delivery.channel],
          state === 'refused' ? DELIVERY_STATE.refused.word : state === 'recalled' ? 'Đã thu hồi' : '',
          delivery.note,
        ]
          .filter((part) => part !== '')
          .join('; '),
        direction: 'out',
        dossierId: ref.id,
        incomingId: null,
      });
    }
  }
  return ok(rows);
}

async function passedOn(app: App, { from, to }: Days): Promise<Result<TransferRow[]>> {
  const book = await loadBook(app);
  if (!book.ok) return book;
  return ok(
    book.value.entries.flatMap((entry): TransferRow[] => {
      const { forwardedOn, voided } = entry;
      if (voided !== null || forwardedOn === null || forwardedOn < from || forwardedOn > to) return [];
      return [
        {
          id: `den|${entry.id}`,
          date: forwardedOn,
          numberText: entry.numberText,
          subject: [entry.documentKind, entry.subject].filter((part) => part !== '').join(' '),
          receiver: entry.receiver || entry.handler,
          receipt: '',
          note: `Văn bản đến số ${entry.number}/${entry.year}, ${entry.issuer}`,
          direction: 'in',
          dossierId: null,
          incomingId: entry.id,
        },
      ];
    }),
  );
}

/** By day, then number, then receiver. */
export async function transfersIn(app: App, days: Days): Promise<Result<TransferRow[]>> {
  const out = await outgoing(app, days);
  if (!out.ok) return out;
  const came = await passedOn(app, days);
  if (!came.ok) return came;
  const key = (row: TransferRow): string => `${row.date}|${row.numberText}`;
  const rows = [...out.value, ...came.value].map((row, place) => ({ row, place, key: key(row) }));
  rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place));
  return ok(rows.map(({ row }) => row));
}

export function listTransfers(app: App): Handler<'register.transfers'> {
  return async (days) => transfersIn(app, days);
}
