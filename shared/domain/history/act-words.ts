/** One line of the history: what was done, and to what. */
import type { Change } from '../../records';
import { TABLE_LABEL } from '../../i18n/table-labels';
import { changedLabels } from './change-words';
import { recordWords, type HistoryNames } from './record-words';

type Told = Pick<Change, 'table' | 'id' | 'before' | 'after'>;

/** Tables that only follow from another change of the same act: they are told in the details, not in the line. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'files',
  'deliveryEvents',
  'documentSteps',
  'textDrafts',
  'textDraftEdits',
  'schedules',
]);

/** What an act is about, by the first word of its command: that table speaks before the others. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  'dispatch.register': ['documents'],
  'dispatch.send': ['dispatches'],
  'plan.import': ['plan'],
  'plan.create': ['plan'],
  'plan.replaceText': ['plan'],
  'archive.close': ['archive'],
  'archive.reopen': ['archive'],
};

const SHOWN = 3;

function standing({ before, after, id }: Told): Readonly<Record<string, unknown>> {
  const record = (after ?? before) as object | null | undefined;
  return { ...(record ?? {}), id };
}

function fieldsOf(record: unknown): Readonly<Record<string, unknown>> | null {
  return record !== null && typeof record === 'object' ? (record as Readonly<Record<string, unknown>>) : null;
}

/**
 * What an act was done to: "Kế hoạch số 12-KH/ĐU ngày 03/02/2026", "Chi bộ TDP số 1 – quý I/2026 và 11 báo cáo khác";
 * empty where the act's own words say it all.
 */
export function subjectWords(command: string, changes: readonly Told[], names: HistoryNames): string {
  const asked = FIRST[command];
  const own = asked === undefined ? [] : changes.filter(({ table }) => asked.includes(table));
  const main = changes.filter(({ table }) => !FOLLOWS.has(table));
  const about = own.length > 0 ? own : main.length > 0 ? main : changes;
  const [first] = about;
  if (first === undefined) return '';
  // The history is the plan's own: its title says nothing in it, which of its fields was corrected does.
  if (first.table === 'plan' && about.length === 1) {
    const [before, after] = [fieldsOf(first.before), fieldsOf(first.after)];
    if (before && after)
      return command === 'plan.saveHeader' ? changedLabels('plan', before, after, names) : '';
  }
  const same = about.filter(({ table }) => table === first.table);
  const words = [...new Set(same.map((change) => recordWords(change.table, standing(change), names)))];
  const rest = words.length - SHOWN;
  if (rest <= 0) return words.join('; ');
  const kind = (TABLE_LABEL[first.table] ?? 'mục').toLocaleLowerCase('vi');
  return `${words.slice(0, SHOWN).join('; ')} và ${rest + (same.length - words.length)} ${kind} khác`;
}

/** "Thay thế 04-KH/ĐU bằng 05-KH/ĐU"; null for an act that replaced no document. */
export function replacedLine(changes: readonly Told[], names: Pick<HistoryNames, 'document'>): string | null {
  for (const { table, id, before, after } of changes) {
    const by = table === 'documents' ? fieldsOf(after)?.['replacedBy'] : undefined;
    if (typeof by !== 'string' || fieldsOf(before)?.['replacedBy'] === by) continue;
    const [old, next] = [names.document(id), names.document(by)].map((words) =>
      shortNumber(words ?? 'văn bản'),
    );
    return `Thay thế ${old ?? ''} bằng ${next ?? ''}`;
  }
  return null;
}

/** "Kế hoạch số 04-KH/ĐU ngày 03/02/2026" → "04-KH/ĐU"; a document without a number by its kind and title. */
function shortNumber(words: string): string {
  return / số (\S+-\S+)(?: ngày \d{2}\/\d{2}\/\d{4})?$/u.exec(words)?.[1] ?? words;
}

/** Acts whose label already ends in the word that the subject begins with: said once. */
export function actLine(command: string, label: string, subject: string): string {
  if (subject === '') return label;
  const numbered = /^.*?(số \S+ ngày \d{2}\/\d{2}\/\d{4})$/u.exec(subject);
  if (command === 'dispatch.register' && numbered?.[1] !== undefined) return `Đăng ký ${numbered[1]}`;
  return `${label}: ${subject}`;
}
