/** Lịch sử: who did what to what, when. Authors are named beside what they did; they are never counted. */
import { actAreaOf } from '../../domain/history/act-area';
import { actLine, replacedLine, subjectWords } from '../../domain/history/act-words';
import { detailWords, type DetailNames } from '../../domain/history/details';
import { documentWords, recordWords } from '../../domain/history/record-words';
import { restrictedCodes, toldHistory } from '../../domain/report/told-changes';
import { formatDate, isPlainDate } from '../../date/plain-date';
import { fail, ok } from '../../result';
import type { HistoryEntry, Loaded, Ref } from '../../ports/store';
import { OFFICE_REF, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import type { Handler } from '../handlers';
import { DOCUMENT_TYPE } from '../../i18n/vi';
import { labelOf } from './labels';

const NOBODY: Pick<DetailNames, 'document' | 'item' | 'sentDocument'> = {
  document: () => null,
  item: () => null,
  sentDocument: () => null,
};

/** Names of a dossier's own records as they stand now. */
async function dossierNames(app: App, { view }: Loaded<'dossier'>): Promise<typeof NOBODY> {
  const numbers = createNumberReader(app);
  const documents = new Map<string, string>();
  for (const document of view.list('documents')) {
    const [text, date] = [await numbers.textOf(document), await numbers.dateOf(document)];
    const kind = DOCUMENT_TYPE[document.type] ?? 'Văn bản';
    const day = date !== null && isPlainDate(date) ? ` ngày ${formatDate(date)}` : '';
    documents.set(document.id, text === null ? documentWords(document) : `${kind} số ${text}${day}`);
  }
  const nobody = { entry: () => null, ...NOBODY };
  const items = new Map(view.list('items').map((item) => [item.id, recordWords('items', item, nobody)]));
  const sent = new Map(view.list('dispatches').map(({ id, documentId }) => [id, documentId]));
  const documentOf = (id: string) => documents.get(id) ?? null;
  return {
    document: documentOf,
    item: (id) => items.get(id) ?? null,
    sentDocument: (dispatchId) => documentOf(sent.get(dispatchId) ?? ''),
  };
}

/** Read in pieces, until enough acts of the kind are found or the history ends. */
const PIECE = 200;

export function storeHistory(app: App): Handler<'store.history'> {
  return async ({ kind, id, limit, before, acts }) => {
    const ref: Ref = { kind, id };
    const loaded = await app.ports.store.load(ref);
    if (!loaded.ok) return loaded;
    if (!loaded.value) return fail('NOT_FOUND', 'Không có dữ liệu này nên không có lịch sử.');
    const entries: HistoryEntry[] = [];
    for (let next = before, ended = false; !ended && entries.length < limit;) {
      const size = acts === null ? limit : PIECE;
      const piece = await app.ports.store.history(ref, {
        limit: size,
        ...(next === null ? {} : { before: next }),
      });
      if (!piece.ok) return piece;
      entries.push(...piece.value.filter(({ command }) => acts === null || actAreaOf(command) === acts));
      ended = piece.value.length < size;
      next = piece.value.at(-1)?.revision ?? null;
    }
    const office = await app.ports.store.load(OFFICE_REF);
    if (!office.ok) return office;
    const catalogue = office.value?.view.list('indicators') ?? [];
    const restricted = restrictedCodes(catalogue);
    const unitNames = new Map((office.value?.view.list('entries') ?? []).map((each) => [each.id, each.name]));
    const names: DetailNames = {
      ...(kind === 'dossier' ? await dossierNames(app, loaded.value as Loaded<'dossier'>) : NOBODY),
      entry: (entryId) => unitNames.get(entryId) ?? null,
      unitNames,
      indicators: new Map(catalogue.map((each) => [each.id, each])),
    };
    return ok(
      entries.slice(0, limit).map(({ revision, at, by, command, changes, purged }) => {
        const told = toldHistory(changes, restricted).map(withoutReading);
        const label = labelOf(command);
        return {
          revision,
          at,
          by,
          command,
          label,
          line:
            (command === 'document.move' ? replacedLine(told, names) : null) ??
            actLine(command, label, subjectWords(command, told, names)),
          details: [...detailWords(told, names)],
          changes: told,
          purged: purged !== undefined,
          purgedBecause: purged?.reason ?? null,
        };
      }),
    );
  };
}

/** A plan's reading is derived from its text, which is told: as long again, it is left out. */
function withoutReading<
  C extends { readonly table: string; readonly before?: unknown; readonly after?: unknown },
>(change: C): C {
  if (change.table !== 'plan') return change;
  const bare = (record: unknown): unknown => {
    if (record === null || typeof record !== 'object') return record;
    return Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'parsed'));
  };
  return { ...change, before: bare(change.before), after: bare(change.after) };
}
