/** What the outgoing book says of documents that took another's place: read from their dossiers, never kept in the book. */
import type { RegisterEntry } from '../../domain/dispatch/model';
import { replacementWords } from '../../domain/dispatch/register-words';
import { readDossierSummary } from '../../schema/summarize';
import { loadDossier, type App } from '../application';
import { createNumberReader } from './number-reader';

type Line = Pick<RegisterEntry, 'kind' | 'dossierId' | 'documentId'>;

const keyOf = (dossierId: string, documentId: string): string => `${dossierId}|${documentId}`;

/**
 * The lines with "Được thay thế bằng 05-KH/ĐU", "Thay thế 04-KH/ĐU"; empty for most. Only dossiers in which a document
 * was replaced are opened, by what the catalogue says.
 */
export async function withReplacements<L extends Line>(
  app: App,
  lines: readonly L[],
): Promise<(L & { replacement: string })[]> {
  const asked = new Set(lines.flatMap(({ dossierId }) => dossierId ?? []));
  const words = new Map<string, string>();
  const numbers = createNumberReader(app);
  for (const { ref, summary: raw } of asked.size === 0 ? [] : await app.ports.store.list('dossier')) {
    const summary = asked.has(ref.id) ? readDossierSummary(raw) : null;
    if (!summary || summary.documents.length < 2 || summary.replaced === false) continue;
    const dossier = await loadDossier(app, ref.id);
    // One damaged dossier must not shut the book; the check of the store tells of it.
    if (!dossier.ok) continue;
    const { view } = dossier.value;
    const nameOf = async (id: string | undefined): Promise<string | null> => {
      const document = id === undefined ? undefined : view.get('documents', id);
      return document ? ((await numbers.textOf(document)) ?? `“${document.title}”`) : null;
    };
    for (const { id, replaces, replacedBy } of view.list('documents'))
      words.set(keyOf(ref.id, id), replacementWords(await nameOf(replaces), await nameOf(replacedBy)));
  }
  return lines.map((line) => {
    const { kind, dossierId, documentId } = line;
    const own =
      kind === 'issued' && dossierId !== null && documentId !== null
        ? words.get(keyOf(dossierId, documentId))
        : undefined;
    return { ...line, replacement: own ?? '' };
  });
}
