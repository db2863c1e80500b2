/** What a record of the history is, in the office's words: which document, whose report, what sentence. Never an id. */
import { formatDate, isPlainDate } from '../../date/plain-date';
import { CHASE_LEVEL, DOCUMENT_TYPE, ENTRY_KIND, ITEM_KIND } from '../../i18n/vi';
import { TABLE_LABEL } from '../../i18n/table-labels';
import { figurePeriodSchema } from '../report/model';
import { periodNameInText } from '../report/periods';

/** What ids stand for; null where it is not known any more. */
export interface HistoryNames {
  /** A unit, group or superior of the directory. */
  readonly entry: (id: string) => string | null;
  /** A document of the dossier: "Kế hoạch số 12-KH/ĐU ngày 03/02/2026", or its kind and title. */
  readonly document: (id: string) => string | null;
  /** A sentence of the plan. */
  readonly item: (id: string) => string | null;
  /** The document that an act of sending sent. */
  readonly sentDocument: (dispatchId: string) => string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const MOST = 90;

/** A text in quotes, shortened where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `“${line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line}”`;
}

function textIn(record: Fields, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A period by its name; what is none (of an older kind, an own plan's request) is not named. */
function periodOf(id: string): string {
  const period = figurePeriodSchema.safeParse(id);
  return period.success ? periodNameInText(period.data) : '';
}

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

function itemWords(record: Fields): string {
  const kind = ITEM_KIND[record['kind'] as keyof typeof ITEM_KIND] as string | undefined;
  const words = ['text', 'name', 'unit', 'number'].map((field) => textIn(record, field)).find(Boolean) ?? '';
  return `${kind ?? 'Mục'} ${quoted(words)}`.trim();
}

/** "Kế hoạch “…”": a document that has no number yet. */
export function documentWords(record: Fields): string {
  const kind = DOCUMENT_TYPE[textIn(record, 'type')] ?? textIn(record, 'kindName').toLocaleLowerCase('vi');
  return `${kind === '' ? 'Văn bản' : kind} ${quoted(textIn(record, 'title'))}`;
}

type Describe = (record: Fields, names: HistoryNames) => string;

const unitOf: (field: string) => Describe = (field) => (record, names) =>
  names.entry(textIn(record, field)) ?? 'đơn vị không còn trong danh mục';
const ofDocument: Describe = (record, names) => names.document(textIn(record, 'documentId')) ?? 'văn bản';
const ofText: (field: string) => Describe = (field) => (record) => quoted(textIn(record, field));
const ofTask: (field: string) => Describe = (field) => (record, names) =>
  names.item(textIn(record, field)) ?? 'nhiệm vụ không còn trong kế hoạch';
const unitAndPeriod: Describe = (record, names) =>
  `${unitOf('unitId')(record, names)} – ${periodOf(textIn(record, 'period'))}`;

const DESCRIBE: Readonly<Record<string, Describe>> = {
  plan: (record) => quoted(textIn(record, 'title')),
  items: (record) => itemWords(record),
  textVersions: (record) => `lần ${textIn(record, 'number') || textIn(record, 'id')}`,
  documents: (record, names) => names.document(textIn(record, 'id')) ?? documentWords(record),
  documentSteps: ofDocument,
  documentDrafts: (record, names) => `${ofDocument(record, names)}, dự thảo lần ${textIn(record, 'version')}`,
  commentRounds: ofDocument,
  dispatches: ofDocument,
  deliveries: (record, names) =>
    [textIn(record, 'name'), names.sentDocument(textIn(record, 'dispatchId'))].filter(Boolean).join(' – '),
  promisedDocuments: ofText('text'),
  periods: (record) => periodOf(textIn(record, 'id')),
  reports: unitAndPeriod,
  questionAnswers: unitAndPeriod,
  planRequests: ofText('title'),
  unitPlans: unitOf('unitId'),
  upwardReports: ofText('title'),
  difficulties: (record, names) => `${unitOf('unitId')(record, names)}: ${quoted(textIn(record, 'subject'))}`,
  chases: (record) => {
    const units = Array.isArray(record['unitIds']) ? record['unitIds'].length : 0;
    const level = CHASE_LEVEL[record['level'] as keyof typeof CHASE_LEVEL] as { word: string } | undefined;
    return [level?.word.toLocaleLowerCase('vi'), `${units} đơn vị`, `ngày ${day(textIn(record, 'on'))}`]
      .filter(Boolean)
      .join(', ');
  },
  conferences: (record, names) => names.item(textIn(record, 'id')) ?? 'hội nghị',
  budgetLines: ofText('content'),
  narrativeDrafts: (record) => periodOf(textIn(record, 'id')),
  consolidations: (record) => `${periodOf(textIn(record, 'period'))}, bản thứ ${textIn(record, 'version')}`,
  taskDuties: (record, names) => `${unitOf('unitId')(record, names)} – ${ofTask('taskId')(record, names)}`,
  taskSettings: ofTask('id'),
  taskCounts: ofTask('itemId'),
  inspections: ofText('subject'),
  files: (record) => quoted(textIn(record, 'name')),
  archive: (record) => `ngày ${day(textIn(record, 'closedOn'))}, bảo quản ${textIn(record, 'retention')}`,
  // Of the office, its registers and the incoming book.
  entries: (record) => {
    const number = textIn(record, 'numberText');
    if (number !== '') return `số ${number} ngày ${day(textIn(record, 'date'))}`;
    if ('year' in record) return `số đến ${textIn(record, 'number')}/${textIn(record, 'year')}`;
    const kind = ENTRY_KIND[record['kind'] as keyof typeof ENTRY_KIND] as string | undefined;
    return `${kind ?? ''} ${quoted(textIn(record, 'name'))}`.trim();
  },
  signers: ofText('name'),
  indicators: (record) => `${textIn(record, 'id')} ${textIn(record, 'name')}`,
  holidays: (record) => `ngày ${day(textIn(record, 'id'))} ${quoted(textIn(record, 'name'))}`,
  retention: ofText('title'),
  planTemplates: ofText('name'),
  profile: ofText('issuingBody'),
};

/** What one record is; its table's name where there is no better word. */
export function recordWords(table: string, record: Fields, names: HistoryNames): string {
  const described = DESCRIBE[table]?.(record, names) ?? '';
  return described === '' || described === '“”' ? (TABLE_LABEL[table] ?? 'dữ liệu') : described;
}
