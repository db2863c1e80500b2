/** What was corrected in a record: field by field, before → after, by the names and values that the screen shows. */
import { formatDate, formatInstant, isPlainDate } from '../../date/plain-date';
import { fieldLabel } from '../../i18n/field-labels';
import { CHANNEL, DELIVERY_STATE, DOCUMENT_STATUS, PLAN_STATUS, PROOF } from '../../i18n/vi';
import { formatNumber } from '../../text/numbers';
import { quoted, type HistoryNames } from './record-words';

type Fields = Readonly<Record<string, unknown>>;

/** Kept for the program's own sake: a person has no word for them and no use. */
const OWN: ReadonlySet<string> = new Set([
  'id',
  'requestId',
  'textHash',
  'touched',
  'parsed',
  'trace',
  'at',
  'createdAt',
  'enteredAt',
  'addedAt',
  'keptAt',
  'editedAt',
  'order',
  'source',
  'origins',
  'checksum',
  'data',
  'sourceFile',
  // Told by the line itself: the number and its day.
  'registration',
  'version',
]);

const STATE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'plan.status': wordsOf(PLAN_STATUS),
  'documents.status': wordsOf(DOCUMENT_STATUS),
  'documentSteps.from': wordsOf(DOCUMENT_STATUS),
  'documentSteps.to': wordsOf(DOCUMENT_STATUS),
  'deliveries.state': wordsOf(DELIVERY_STATE),
  'deliveryEvents.from': wordsOf(DELIVERY_STATE),
  'deliveryEvents.to': wordsOf(DELIVERY_STATE),
  'deliveries.channel': CHANNEL,
  'dispatches.channel': CHANNEL,
  'deliveries.proof': PROOF,
  'taskDuties.state': { todo: 'chưa làm', doing: 'đang làm', done: 'đã xong', 'not-done': 'không thực hiện' },
  'items.state': { open: 'chưa xong', done: 'đã xong' },
  'items.mode': { online: 'trực tuyến', 'in-person': 'trực tiếp' },
  'unitPlans.state': { received: 'đã nhận', returned: 'đã trả lại' },
  'promisedDocuments.state': {
    owed: 'phải ban hành',
    issued: 'đã ban hành',
    dismissed: 'không phải việc của ta',
  },
};

function wordsOf(
  states: Readonly<Record<string, { readonly word: string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(states).map(([key, { word }]) => [key, word.toLocaleLowerCase('vi')]),
  );
}

const EMPTY = 'trống';
const ID = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u;

function valueWords(key: string, value: unknown, names: HistoryNames): string {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return formatNumber(value, 6);
  if (typeof value === 'string') {
    const state = STATE[key]?.[value];
    if (state !== undefined) return state;
    if (isPlainDate(value)) return formatDate(value);
    if (INSTANT.test(value)) return value.endsWith('Z') ? formatInstant(value) : value.replace('T', ' ');
    const name = names.entry(value) ?? names.item(value) ?? names.document(value);
    return name ?? (ID.test(value) ? 'có' : quoted(value));
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return EMPTY;
    const words = value.filter((each): each is string => typeof each === 'string');
    if (words.length < value.length || words.length > 4) return `${value.length} dòng`;
    return words.map((each) => valueWords(key, each, names)).join(', ');
  }
  return 'đã ghi';
}

/** An inner record (a signer, an answer) is told by its own fields, as far as one level. */
function flat(record: Fields): Fields {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value as Fields).map(([inner, each]) => [`${name}.${inner}`, each])
        : [[name, value]],
    ),
  );
}

interface FieldChange {
  readonly label: string;
  readonly old: string;
  readonly next: string;
}

function fieldChanges(table: string, before: Fields, after: Fields, names: HistoryNames): FieldChange[] {
  const [left, right] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((path) => {
    const parts = path.split('.');
    if (parts.some((part) => OWN.has(part))) return [];
    if (JSON.stringify(left[path]) === JSON.stringify(right[path])) return [];
    const label = fieldLabel(parts);
    if (label === null) return [];
    const key = `${table}.${parts[0] ?? ''}`;
    return [{ label, old: valueWords(key, left[path], names), next: valueWords(key, right[path], names) }];
  });
}

/** The names alone of what was corrected: "Địa danh, Chức vụ"; empty where only the program's own fields differ. */
export function changedLabels(table: string, before: Fields, after: Fields, names: HistoryNames): string {
  return [...new Set(fieldChanges(table, before, after, names).map(({ label }) => label))]
    .slice(0, 4)
    .join(', ');
}

const MOST = 12;

/**
 * "Hạn cuối: 05/03/2026 → 20/03/2026; Chủ trì: trống → “Bí thư”". Fields that are for the program alone are left out;
 * empty where nothing else differs.
 */
export function fieldChangeWords(table: string, before: Fields, after: Fields, names: HistoryNames): string {
  const words = fieldChanges(table, before, after, names).map(({ label, old, next }) =>
    old === next ? `${label}: đã đổi` : `${label}: ${old} → ${next}`,
  );
  const told = [...new Set(words)];
  const more = told.length > MOST ? [`và ${told.length - MOST} chỗ khác`] : [];
  return [...told.slice(0, MOST), ...more].join('; ');
}
