/** Whom a document goes to by what it is, where that is not the plan's own Nơi nhận. A proposal: a person sends. */
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DocumentRecord } from './model';
import { frozenDeliveries } from './recall';
import type { Channel } from './channel';

export interface ProposedRecipients {
  /** It replaces a document, invites to a conference, or chases units for what they owe. */
  readonly because: 'replacement' | 'invitation' | 'chasing';
  /** Entries and groups of the directory, each once. */
  readonly entryIds: readonly string[];
  /** The way each had it the last time: of a replacement, those of the document that it replaces. */
  readonly channels: readonly { readonly entryId: string; readonly channel: Channel }[];
}

/** The letter to units is the second step of chasing; the third is the report to the standing committee. */
const LETTER_TO_UNITS = 2;

/** null: the plan's own recipients, as for the plan itself. */
export function proposedRecipients(
  view: View<DossierTables>,
  document: DocumentRecord,
): ProposedRecipients | null {
  const propose = (
    because: ProposedRecipients['because'],
    ids: readonly (string | null)[],
    channels: ProposedRecipients['channels'] = [],
  ): ProposedRecipients | null => {
    const entryIds = [...new Set(ids.filter((id) => id !== null))];
    return entryIds.length === 0 ? null : { because, entryIds, channels };
  };
  if (document.replaces !== undefined) {
    const before = frozenDeliveries(view, document);
    return propose(
      'replacement',
      before.map(({ entryId }) => entryId),
      before.map(({ entryId, channel }) => ({ entryId, channel })),
    );
  }
  const conference = view
    .list('conferences')
    .find(({ invitations }) => invitations.some(({ documentId }) => documentId === document.id));
  if (conference)
    return propose(
      'invitation',
      conference.participants.map(({ entryId }) => entryId),
    );
  const chases = view
    .list('chases')
    .filter(({ level, document: letter }) => level === LETTER_TO_UNITS && letter?.documentId === document.id);
  return propose(
    'chasing',
    chases.flatMap(({ unitIds }) => unitIds),
  );
}
