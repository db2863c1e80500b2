/** Phiếu gửi, nhãn phong bì and the two lists, of one document or of all that was sent. */
import {
  addressList,
  deliveryListPage,
  deliveryListWorkbook,
  unconfirmedList,
} from '../../documents/delivery-lists';
import { labelsPage } from '../../documents/delivery-labels';
import { slipsPage, type DeliveryPrint, type SentTo } from '../../documents/delivery-slips';
import type { PageModel } from '../../documents/page-model';
import type { RuleProfile } from '../../documents/rule-profile';
import { contactLine } from '../../domain/office/directory';
import type { DirectoryEntry } from '../../domain/office/model';
import { CHANNEL } from '../../i18n/vi';
import { fail, ok, type Result } from '../../result';
import type { DELIVERY_PRODUCTS, LedgerRow } from '../../rpc/contract/delivery';
import { safeFileName } from '../../text/file-name';
import { loadDossier, loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { ledgerRows } from './deliveries';
import { createNumberReader } from './number-reader';

type Product = (typeof DELIVERY_PRODUCTS)[number];

const NAMES: Readonly<Record<Product, string>> = {
  slips: 'Phiếu gửi',
  labels: 'Nhãn phong bì',
  addresses: 'Danh sách gửi văn bản',
  unconfirmed: 'Chưa xác nhận đã nhận',
};
const FORMATS: Readonly<Record<Product, readonly string[]>> = {
  slips: ['pdf', 'docx'],
  labels: ['pdf', 'docx'],
  addresses: ['pdf', 'xlsx'],
  unconfirmed: ['pdf', 'xlsx'],
};

/** Each recipient once with its documents; address and contact as the directory has them now. */
function byRecipient(
  rows: readonly LedgerRow[],
  dates: ReadonlyMap<string, string | null>,
  entries: readonly DirectoryEntry[],
): SentTo[] {
  const directory = new Map(entries.map((entry) => [entry.id, entry]));
  const out = new Map<string, SentTo & { items: SentTo['items'][number][] }>();
  for (const row of rows) {
    const key = `${row.entryId}|${row.name}`;
    const entry = directory.get(row.entryId);
    const known = out.get(key) ?? {
      name: row.name,
      address: entry?.address ?? '',
      email: entry?.email ?? '',
      contact: entry ? contactLine(entry) : '',
      items: [],
    };
    known.items.push({
      documentId: row.documentId,
      numberText: row.numberText,
      date: dates.get(row.documentId) ?? null,
      subject: row.document,
      sentOn: row.sentOn,
      channel: CHANNEL[row.channel],
      note: row.note,
    });
    out.set(key, known);
  }
  return [...out.values()];
}

async function datesOf(app: App, rows: readonly LedgerRow[]): Promise<Map<string, string | null>> {
  const numbers = createNumberReader(app);
  const dates = new Map<string, string | null>();
  for (const dossierId of new Set(rows.map((row) => row.dossierId))) {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) continue;
    for (const document of loaded.value.view.list('documents'))
      dates.set(document.id, await numbers.dateOf(document));
  }
  return dates;
}

function pageFor(product: Product, profile: RuleProfile, print: DeliveryPrint): PageModel {
  switch (product) {
    case 'slips':
      return slipsPage(profile, print);
    case 'labels':
      return labelsPage(profile, print);
    case 'addresses':
      return deliveryListPage(profile, print, addressList(print));
    case 'unconfirmed':
      return deliveryListPage(profile, print, unconfirmedList(print));
  }
}

export function exportDeliveries(app: App): Handler<'delivery.export'> {
  return async ({ dossierId, documentId, deliveryIds, product, format }) => {
    if (!FORMATS[product].includes(format))
      return fail(
        'BAD_REQUEST',
        `${NAMES[product]} có bản ${FORMATS[product].map((each) => each.toUpperCase()).join(', ')}.`,
        { fieldErrors: { format: 'Chọn định dạng khác.' } },
      );
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const all = await ledgerRows(app, { dossierId, only: product === 'unconfirmed' ? 'unconfirmed' : 'all' });
    if (!all.ok) return all;
    const rows = all.value.filter(
      (row) =>
        (documentId === null || row.documentId === documentId) &&
        (deliveryIds === null || deliveryIds.includes(row.id)) &&
        row.state !== 'recalled' &&
        row.over !== 'replaced',
    );
    if (rows.length === 0)
      return fail(
        'CONFLICT',
        product === 'unconfirmed'
          ? 'Mọi nơi nhận đã xác nhận, nên không có gì để in.'
          : 'Chưa gửi đến nơi nhận nào, nên không có gì để in.',
      );
    const profile = await ruleProfile(app, office.value.profile.ruleProfileId);
    if (!profile.ok) return profile;
    const { now, today } = nowOf(app);
    const print: DeliveryPrint = {
      office: office.value.profile,
      recipients: byRecipient(rows, await datesOf(app, rows), office.value.entries),
      createdAt: now,
      today,
    };
    const written = await write(app, product, format, profile.value, print);
    if (!written.ok) return written;
    const [first] = rows;
    const about =
      first?.numberText && rows.every((row) => row.documentId === first.documentId)
        ? ` ${first.numberText}`
        : '';
    const name = safeFileName(`${NAMES[product]}${about}.${format}`);
    return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), rows: rows.length });
  };
}

function write(
  app: App,
  product: Product,
  format: 'pdf' | 'docx' | 'xlsx',
  profile: RuleProfile,
  print: DeliveryPrint,
): Promise<Result<Uint8Array>> {
  if (format === 'xlsx')
    return app.ports.spreadsheetWriter.write(
      deliveryListWorkbook(print, product === 'addresses' ? addressList(print) : unconfirmedList(print)),
    );
  const page = pageFor(product, profile, print);
  return (format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter).write(page);
}
