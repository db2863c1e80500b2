/** Whom a document goes to by what it is, where that is not the plan's own Nơi nhận. A proposal: a person sends. */
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DocumentRecord } from './model';
import { frozenRecipients } from './recall';

export interface ProposedRecipients {
  /** It replaces a document, invites to a conference, or chases units for what they owe. */
  readonly because: 'replacement' | 'invitation' | 'chasing';
  /** Entries and groups of the directory, each once. */
  readonly entryIds: readonly string[];
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
  ): ProposedRecipients | null => {
    const entryIds = [...new Set(ids.filter((id) => id !== null))];
    return entryIds.length === 0 ? null : { because, entryIds };
  };
  if (document.replaces !== undefined) return propose('replacement', frozenRecipients(view, document));
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
