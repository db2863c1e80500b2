/** The details of one act: each record that it touched, in a sentence. */
import type { Change } from '../../records';
import { TABLE_LABEL } from '../../i18n/table-labels';
import { compareTexts, countsOf } from '../../text/compare-texts';
import type { Indicator } from '../office/model';
import { reportChangeLine } from '../report/change-words';
import { fieldChangeWords } from './change-words';
import { recordWords, type HistoryNames } from './record-words';

type Told = Pick<Change, 'table' | 'id' | 'before' | 'after'>;
type Fields = Readonly<Record<string, unknown>>;

export interface DetailNames extends HistoryNames {
  readonly unitNames: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** Their words begin with what they are: "Nhiệm vụ “…”", "Kế hoạch số 12-KH/ĐU". */
const NAMED_BY_KIND: ReadonlySet<string> = new Set(['items', 'documents', 'entries', 'holidays']);

/** Said of an act where it touched more records. */
const MOST = 40;

function fieldsOf(record: unknown): Fields | null {
  return record !== null && typeof record === 'object' ? (record as Fields) : null;
}

/** How a plan's text was changed, by paragraphs; null where it was not. */
function textChange({ table }: Told, before: Fields, after: Fields): string | null {
  const [old, next] = [before['text'], after['text']];
  if (table !== 'plan' || typeof old !== 'string' || typeof next !== 'string' || old === next) return null;
  const { changed, added, removed, moved } = countsOf(compareTexts(old, next));
  return `Nội dung kế hoạch: sửa ${changed}, thêm ${added}, bỏ ${removed}, chuyển chỗ ${moved} đoạn`;
}

function detail(change: Told, names: DetailNames): string | null {
  if (change.table === 'reports') return reportChangeLine(change, names.unitNames, names.indicators);
  const [before, after] = [fieldsOf(change.before), fieldsOf(change.after)];
  const name = TABLE_LABEL[change.table] ?? 'Dữ liệu';
  const what = recordWords(change.table, { ...(after ?? before), id: change.id }, names);
  const named = NAMED_BY_KIND.has(change.table) || what.startsWith(name) ? what : `${name} ${what}`;
  if (after === null) return `Bỏ: ${named}`;
  if (before === null) return `Thêm: ${named}`;
  const edited = textChange(change, before, after);
  if (edited !== null) return edited;
  const fields = fieldChangeWords(change.table, before, after, names);
  if (fields === '') return null;
  return change.table === 'plan' ? fields : `${named}: ${fields}`;
}

/** Sentences for the records of one act; a change that says nothing to a person is left out. */
export function detailWords(changes: readonly Told[], names: DetailNames): readonly string[] {
  const words = [
    ...new Set(
      changes.map((change) => detail(change, names)).filter((each): each is string => each !== null),
    ),
  ];
  const rest = words.length - MOST;
  return rest > 0 ? [...words.slice(0, MOST), `và ${rest} thay đổi khác`] : words;
}
