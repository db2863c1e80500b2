/** Sources of a dossier: each tells, from what search may read of it, what can be found. Adding one: a line in `list.ts`. */
import type { Entry } from './entry';
import type { SearchedRecord, SearchedView } from './policy';

export interface AboutDossier {
  readonly dossierId: string;
  readonly plan: SearchedRecord<'dossier', 'plan'>;
  /** The number of one of its documents, from the book; null while it has none. */
  readonly numberOf: (documentId: string) => string | null;
  readonly year: string | null;
  readonly closed: boolean;
  /** Names of whom directory entries come to: a group's units too, so that a unit finds the line that means it. */
  readonly namesOf: (entryIds: readonly string[]) => string;
  readonly unitNames: ReadonlyMap<string, string>;
  /** The plan's text as it stands now. */
  readonly readPlanText: () => Promise<string>;
}

export type DossierSource = (view: SearchedView<'dossier'>, about: AboutDossier) => Iterable<Entry>;
