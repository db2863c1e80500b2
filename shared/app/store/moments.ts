/**
 * What the documents of a dossier were called at each of its revisions: the history is walked from now backwards, every
 * act's records put back as they were before it. A line so tells the number of its own moment, never today's.
 */
import { formatDate, isPlainDate } from '../../date/plain-date';
import type { DocumentRecord, Series } from '../../domain/dispatch/model';
import { numberTextOf } from '../../domain/dispatch/numbering';
import type { DetailNames } from '../../domain/history/details';
import { documentWords, recordWords } from '../../domain/history/record-words';
import { PLAN_ID } from '../../domain/plan/model';
import { DOCUMENT_TYPE } from '../../i18n/vi';
import type { HistoryEntry, Loaded } from '../../ports/store';
import type { Change } from '../../records';
import type { App } from '../application';

type OwnNames = Pick<DetailNames, 'document' | 'item' | 'sentDocument'>;

export interface Moments {
  /** Names as they are at the moment that the walk has come to. */
  readonly names: OwnNames;
  /** Loads what the names of these acts need. */
  prepare(entries: readonly HistoryEntry[]): Promise<void>;
  /** Goes back before the act. */
  stepBack(entry: HistoryEntry): void;
}

const NOBODY: OwnNames = { document: () => null, item: () => null, sentDocument: () => null };

/** Of an aggregate whose records name themselves: nothing to walk. */
export const NO_MOMENTS: Moments = {
  names: NOBODY,
  prepare: () => Promise.resolve(),
  stepBack: () => undefined,
};

interface Step {
  readonly documentId: string;
  readonly to: string;
  readonly on: string;
}

/** The walk begins at the dossier as it stands. */
export function createMoments(app: App, { ref, view }: Loaded<'dossier'>): Moments {
  const documents = new Map(view.list('documents').map((document) => [document.id, document]));
  const steps = new Map<string, Step>(view.list('documentSteps').map((step) => [step.id, step]));
  let planDay = view.get('plan', PLAN_ID)?.date ?? null;
  const series = new Map<string, Series | null>();

  const dayOf = ({ id }: DocumentRecord): string | null =>
    id === ref.id
      ? planDay
      : ([...steps.values()].find((step) => step.documentId === id && step.to === 'submitted')?.on ?? null);

  const documentOf = (id: string): string | null => {
    const document = documents.get(id);
    if (!document) return null;
    const { registration, type } = document;
    const book = registration === null ? null : series.get(registration.seriesId);
    if (registration === null || !book) return documentWords(document);
    const issuer = { system: book.system, symbol: book.issuerSymbol };
    const day = dayOf(document);
    const told = day !== null && isPlainDate(day) ? ` ngày ${formatDate(day)}` : '';
    return `${DOCUMENT_TYPE[type] ?? 'Văn bản'} số ${numberTextOf(issuer, type, registration.number)}${told}`;
  };

  const nobody = { entry: () => null, ...NOBODY };
  const items = new Map(view.list('items').map((item) => [item.id, recordWords('items', item, nobody)]));
  const sent = new Map(view.list('dispatches').map(({ id, documentId }) => [id, documentId]));

  const putBack = ({ table, id, before }: Change): void => {
    if (table === 'plan') planDay = (before as { date?: string | null } | null)?.date ?? null;
    if (table === 'documents') restore(documents, id, before as DocumentRecord | null);
    if (table === 'documentSteps') restore(steps, id, before as Step | null);
  };

  return {
    names: {
      document: documentOf,
      item: (id) => items.get(id) ?? null,
      sentDocument: (dispatchId) => documentOf(sent.get(dispatchId) ?? ''),
    },
    async prepare(entries) {
      const changed = entries.flatMap(({ changes }) =>
        changes.flatMap(({ table, before, after }) =>
          table === 'documents' ? ([before, after] as (DocumentRecord | null)[]) : [],
        ),
      );
      for (const document of [...documents.values(), ...changed]) {
        const id = document?.registration?.seriesId;
        if (id === undefined || series.has(id)) continue;
        const loaded = await app.ports.store.load({ kind: 'register', id });
        series.set(id, (loaded.ok ? loaded.value?.view.get('series', 'series') : null) ?? null);
      }
    },
    stepBack: ({ changes }) => {
      changes.forEach(putBack);
    },
  };
}

function restore<T>(records: Map<string, T>, id: string, before: T | null | undefined): void {
  if (before === null || before === undefined) records.delete(id);
  else records.set(id, before);
}
