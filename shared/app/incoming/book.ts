/** The incoming book as the use cases read it: its lines with what is derived from them today. */
import type { IncomingEntry, IncomingTables } from '../../domain/incoming/model';
import { daysLeft, isOverdue, needsPlan, timeWords } from '../../domain/incoming/standing';
import type { Act } from '../../domain/incoming/commands';
import type { View } from '../../records';
import { ok, type Result } from '../../result';
import type { IncomingRow } from '../../rpc/contract/incoming';
import { readDossierSummary } from '../../schema/summarize';
import { INCOMING_REF, nowOf, type App } from '../application';
import type { CallContext } from '../handlers';

export interface Book {
  readonly revision: number;
  /** Null before the first line. */
  readonly view: View<IncomingTables> | null;
  readonly entries: readonly IncomingEntry[];
}

export async function loadBook(app: App): Promise<Result<Book>> {
  const loaded = await app.ports.store.load(INCOMING_REF);
  if (!loaded.ok) return loaded;
  if (!loaded.value) return ok({ revision: 0, view: null, entries: [] });
  const { revision, view } = loaded.value;
  return ok({ revision, view, entries: view.list('entries') });
}

/** Titles of the dossiers that exist now; a line may name one that lies in the trash. */
export async function planTitles(app: App): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const { ref, summary } of await app.ports.store.list('dossier')) {
    const known = readDossierSummary(summary);
    if (known) titles.set(ref.id, known.title);
  }
  return titles;
}

/** The trace goes along unseen: the contract leaves it out of rows. */
export function rowOf(app: App, entry: IncomingEntry, titles: ReadonlyMap<string, string>): IncomingRow {
  const { now } = nowOf(app);
  return {
    ...entry,
    overdue: isOverdue(entry, now),
    needsPlan: needsPlan(entry),
    daysLeft: daysLeft(entry, now),
    time: timeWords(entry, now),
    plans: entry.dossierIds.map((dossierId) => ({
      dossierId,
      title: titles.get(dossierId) ?? 'Kế hoạch không còn trong danh sách',
    })),
  };
}

export function actOf(app: App, context: CallContext): Act {
  return { by: context.by, ...nowOf(app) };
}
