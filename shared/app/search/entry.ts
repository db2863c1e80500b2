/** One thing that can be found, as a source tells it. */
import type { OutputOf } from '../../rpc/contract';
import type { SearchGroup } from '../../rpc/contract/search';

export type SearchHit = OutputOf<'search.find'>['hits'][number];
type HitKind = SearchHit['kind'];

interface Body {
  /** Changes when the text does. */
  readonly id: string;
  readonly text: string;
  /** Brings the text again when an excerpt of it is to be shown; empty where it is gone meanwhile. */
  read(): Promise<string>;
}

export interface Entry {
  readonly kind: HitKind;
  readonly id: string;
  readonly dossierId: string | null;
  readonly title: string;
  readonly where: string;
  /** Searched and shown as the excerpt. */
  readonly text: string;
  /** Searched, too long to be kept as it stands. */
  readonly body?: Body;
  /** Its own numbers; those that stand in title and text are found by themselves. */
  readonly numbers?: readonly string[];
  /** "2026"; null where no year belongs to it. */
  readonly year: string | null;
  /** Whether its dossier was ended; null where it belongs to none. */
  readonly closed: boolean | null;
  /** One of very many alike (a delivery, a report): told after everything else that is found. */
  readonly late?: true;
  /** One of as many as its document has recipients: only who asks for its own name means it, not for the document's. */
  readonly byName?: true;
  /** Says nothing new where the entry just before it was found (a plan's text after the plan). */
  readonly echo?: true;
}

/** Under which of the filters a kind of hit falls; places of the window stand under none. */
export const GROUP_OF: Readonly<Record<HitKind, SearchGroup | null>> = {
  plan: 'plan',
  deadline: 'task',
  task: 'task',
  'own-plan': 'task',
  upward: 'task',
  document: 'outgoing',
  register: 'outgoing',
  delivery: 'outgoing',
  incoming: 'incoming',
  conference: 'conference',
  unit: 'unit',
  recipient: 'unit',
  file: 'file',
  place: null,
};
