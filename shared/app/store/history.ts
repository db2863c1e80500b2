/** Lịch sử: who did what to what, when. Authors are named beside what they did; they are never counted. */
import { actAreaOf } from '../../domain/history/act-area';
import { actLine, replacedLine, subjectWords } from '../../domain/history/act-words';
import { detailWords, type DetailNames } from '../../domain/history/details';
import { restrictedCodes, toldHistory } from '../../domain/report/told-changes';
import { fail, ok } from '../../result';
import type { HistoryEntry, Loaded, Ref } from '../../ports/store';
import { OFFICE_REF, type App } from '../application';
import type { Handler } from '../handlers';
import type { Change } from '../../records';
import type { OutputOf } from '../../rpc/contract';
import { labelOf, undoneRevision } from './labels';
import { createMoments, NO_MOMENTS } from './moments';

/** Read in pieces, until enough acts of the kind are found or the history ends. */
const PIECE = 200;

type Row = OutputOf<'store.history'>[number];

export function storeHistory(app: App): Handler<'store.history'> {
  return async ({ kind, id, limit, before, acts }) => {
    const ref: Ref = { kind, id };
    const loaded = await app.ports.store.load(ref);
    if (!loaded.ok) return loaded;
    if (!loaded.value) return fail('NOT_FOUND', 'Không có dữ liệu này nên không có lịch sử.');
    const office = await app.ports.store.load(OFFICE_REF);
    if (!office.ok) return office;
    const catalogue = office.value?.view.list('indicators') ?? [];
    const restricted = restrictedCodes(catalogue);
    const unitNames = new Map((office.value?.view.list('entries') ?? []).map((each) => [each.id, each.name]));
    const moments = kind === 'dossier' ? createMoments(app, loaded.value as Loaded<'dossier'>) : NO_MOMENTS;
    const names: DetailNames = {
      ...moments.names,
      entry: (entryId) => unitNames.get(entryId) ?? null,
      unitNames,
      indicators: new Map(catalogue.map((each) => [each.id, each])),
    };
    const rows: Row[] = [];
    // What a document was called then is known by walking back from now; other histories begin where they are asked.
    let next = kind === 'dossier' ? null : before;
    for (let ended = false; !ended && rows.length < limit;) {
      const piece = await app.ports.store.history(ref, {
        limit: PIECE,
        ...(next === null ? {} : { before: next }),
      });
      if (!piece.ok) return piece;
      await moments.prepare(piece.value);
      for (const entry of piece.value) {
        const shown =
          (before === null || entry.revision < before) &&
          (acts === null || actAreaOf(entry.command) === acts) &&
          rows.length < limit;
        const undone = shown ? await undoneCommand(app, ref, entry, piece.value) : null;
        const told = shown ? toldHistory(entry.changes, restricted).map(withoutReading) : [];
        const line = shown ? lineOf(entry.command, told, names) : '';
        const details = shown ? [...detailWords(told, names)] : [];
        moments.stepBack(entry);
        if (shown)
          rows.push({
            revision: entry.revision,
            at: entry.at,
            by: entry.by,
            command: entry.command,
            label: labelOf(entry.command),
            // An undo tells what it took back by the name that it had until then.
            line: undone === null ? line : `Hoàn tác: ${lineOf(undone, undoneChanges(told), names)}`,
            details,
            changes: told,
            purged: entry.purged !== undefined,
            purgedBecause: entry.purged?.reason ?? null,
          });
      }
      ended = piece.value.length < PIECE;
      next = piece.value.at(-1)?.revision ?? null;
    }
    return ok(rows);
  };
}

function lineOf(command: string, told: readonly Change[], names: DetailNames): string {
  return (
    (command === 'document.move' ? replacedLine(told, names) : null) ??
    actLine(command, labelOf(command), subjectWords(command, told, names))
  );
}

/** What was done by the act that the undo took back. */
function undoneChanges(told: readonly Change[]): readonly Change[] {
  return told.map((change) => ({ ...change, before: change.after, after: change.before }));
}

/** The command that an undo took back; null for any other act. */
async function undoneCommand(
  app: App,
  ref: Ref,
  { command }: HistoryEntry,
  near: readonly HistoryEntry[],
): Promise<string | null> {
  const revision = undoneRevision(command);
  if (revision === null) return null;
  const known = near.find((entry) => entry.revision === revision);
  if (known) return known.command;
  const found = await app.ports.store.history(ref, { limit: 1, before: revision + 1 });
  return found.ok ? (found.value[0]?.command ?? null) : null;
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
