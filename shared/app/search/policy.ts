/**
 * What search may read, table by table. Nothing is read that is not named here: a source gets a view of its aggregate
 * in which only the named fields of the named tables exist, so that a table that is added tomorrow is not found until
 * somebody decided so and wrote down why. Units' words (narratives, models, evidence, forms, their own plans, what they
 * ask about) are never read; the office's own work is.
 */
import type { RecordOf, TableName, Tables, View } from '../../records';
import type { AggregateKind, AggregateTables } from '../../schema/aggregates';

interface Decision {
  /** Fields that search reads; empty: nothing of the table is. */
  readonly fields: readonly string[] | 'all';
  /** Why so. */
  readonly because: string;
}

const never = (because: string) => ({ fields: [], because }) as const;
const INTERNAL = 'bookkeeping without words of its own';
const UNITS_WORDS = 'written by a unit: opened from the unit’s own place only';

export const SEARCH_POLICY = {
  dossier: {
    plan: {
      fields: [
        'id',
        'title',
        'kind',
        'date',
        'issuingBody',
        'signer',
        'text',
        'textHash',
        'sourceFile',
        'status',
      ],
      because: 'the office’s own plan',
    },
    items: { fields: 'all', because: 'units, tasks, days and recipients as the plan says them' },
    ignoredFindings: never(INTERNAL),
    textVersions: never('older wordings of the plan would be found beside the one that stands'),
    textDrafts: never('not saved yet'),
    textDraftEdits: never('not saved yet'),
    documents: { fields: 'all', because: 'the office’s own documents and their files' },
    dispatches: { fields: ['id', 'documentId'], because: 'says which document a delivery is of' },
    deliveries: { fields: ['id', 'dispatchId', 'name', 'via', 'sentOn'], because: 'to whom a document went' },
    deliveryEvents: never('told by the deliveries; proofs may be a unit’s own letters'),
    documentSteps: never(INTERNAL),
    documentDrafts: { fields: ['documentId', 'version', 'file'], because: 'the newest draft of a document' },
    commentRounds: never(UNITS_WORDS),
    promisedDocuments: never('said in the plan’s own text'),
    schedules: never(INTERNAL),
    periods: never(INTERNAL),
    reports: { fields: ['id', 'period', 'unitId'], because: 'that a unit reported; never what it wrote' },
    questionAnswers: never('units’ figures and words about them'),
    planRequests: { fields: ['id', 'title', 'lastDay'], because: 'what the office asked units for' },
    unitPlans: never(UNITS_WORDS),
    upwardReports: {
      fields: ['id', 'title', 'to', 'lastDay'],
      because: 'what the office owes upward; its files may repeat units’ words',
    },
    difficulties: never(UNITS_WORDS),
    chases: never('names units as late; read in Đôn đốc'),
    conferences: {
      fields: ['id', 'place', 'points', 'chair', 'programme', 'materials'],
      because: 'what the office prepares; attendance and minutes stay with the conference',
    },
    budgetLines: never('found in Kinh phí'),
    taskDuties: never(UNITS_WORDS),
    taskSettings: never(INTERNAL),
    taskCounts: never(INTERNAL),
    inspections: never('conclusions about a unit’s work are read in their own place'),
    narrativeDrafts: never('takes in units’ words'),
    consolidations: never('made of units’ figures and words'),
    files: {
      fields: ['id', 'name', 'extension', 'bytes'],
      because:
        'names of the files that documents and plan point at; all other files are left out by their place',
    },
    archive: { fields: ['id', 'closedOn'], because: 'tells ended dossiers from open ones' },
  },
  register: {
    series: { fields: ['id', 'title'], because: 'names the book' },
    entries: {
      fields: ['id', 'number', 'numberText', 'kind', 'date', 'dossierId', 'subject', 'recipients'],
      because: 'the office’s own book',
    },
    gaps: never(INTERNAL),
    paper: never(INTERNAL),
  },
  incoming: {
    entries: {
      fields: [
        'id',
        'year',
        'number',
        'numberText',
        'date',
        'documentKind',
        'issuer',
        'subject',
        'handler',
        'voided',
        'files',
      ],
      because: 'the office’s own book; notes stay with the line',
    },
    gaps: never(INTERNAL),
    paper: never(INTERNAL),
    files: { fields: ['id', 'name', 'extension', 'bytes'], because: 'documents that came in' },
  },
  office: {
    profile: never('shown at the top of the window'),
    entries: { fields: 'all', because: 'the directory' },
    signers: never('names of persons are found in the documents that they signed'),
    indicators: never('found in Danh mục'),
    holidays: never('found in Danh mục'),
    retention: never('found in Danh mục'),
    defaults: never(INTERNAL),
    ruleProfiles: never('found in Danh mục'),
    planTemplates: never('found in Soạn thảo'),
    lintChoices: never(INTERNAL),
    conferenceDefaults: never(INTERNAL),
    pairedPcs: never(INTERNAL),
  },
  intake: {
    batches: never('names of units’ files'),
    items: never('names and faults of units’ files'),
  },
} as const satisfies {
  readonly [K in AggregateKind]: Readonly<Record<TableName<AggregateTables[K]>, Decision>>;
};

type FieldsOf<K extends AggregateKind, T extends TableName<AggregateTables[K]>> =
  // The policy has an entry for every table of every kind; the compiler cannot follow two keys at once.
  T extends keyof (typeof SEARCH_POLICY)[K] ? (typeof SEARCH_POLICY)[K][T] : never;

/** A record as search sees it. */
export type SearchedRecord<K extends AggregateKind, T extends TableName<AggregateTables[K]>> =
  FieldsOf<K, T> extends { readonly fields: 'all' }
    ? RecordOf<AggregateTables[K], T>
    : FieldsOf<K, T> extends { readonly fields: readonly (infer F)[] }
      ? Pick<RecordOf<AggregateTables[K], T>, Extract<F, keyof RecordOf<AggregateTables[K], T>>>
      : never;

export interface SearchedView<K extends AggregateKind> {
  /** One after the other, so that a book of many thousand lines is never copied at once. */
  records<T extends TableName<AggregateTables[K]>>(table: T): Iterable<SearchedRecord<K, T>>;
}

/** The aggregate with everything left out that search may not read; asking for another table is a fault of ours. */
export function searchedView<K extends AggregateKind>(
  kind: K,
  view: View<AggregateTables[K]>,
): SearchedView<K> {
  const decisions: Readonly<Record<string, Decision>> = SEARCH_POLICY[kind];
  return {
    *records<T extends TableName<AggregateTables[K]>>(table: T) {
      const fields = decisions[table]?.fields ?? [];
      if (fields.length === 0) throw new Error(`search may not read ${kind}.${table}`);
      for (const record of (view as unknown as View<Tables>).list(table))
        // As the policy's type says.
        yield (fields === 'all' ? record : only(record, fields)) as SearchedRecord<K, T>;
    },
  };
}

function only(record: object, fields: readonly string[]): Readonly<Record<string, unknown>> {
  const all = record as Readonly<Record<string, unknown>>;
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}
