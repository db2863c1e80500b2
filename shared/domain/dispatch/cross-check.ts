/** Nơi nhận against the work that the plan gives: who has work and gets no copy, who gets a copy and has no work. */
import type { PlainDate } from '../../date/plain-date';
import { expandEntries } from '../office/directory';
import type { Recipient, RecipientSource } from './recipients';

export interface CheckedUnit {
  readonly entryId: string;
  readonly name: string;
}

export interface CrossCheck {
  /** Given work (leading or helping), in no line of Nơi nhận. */
  readonly withoutCopy: CheckedUnit[];
  /** Units that get it and have no work in it. Superiors and positions are told for their knowledge and never listed. */
  readonly withoutWork: CheckedUnit[];
}

export function crossCheck(
  { items, entries, matcher }: RecipientSource,
  recipients: readonly Recipient[],
  day: PlainDate,
): CrossCheck {
  const given = items.flatMap((item) => {
    if (item.dropped) return [];
    if (item.kind === 'assignment') return item.entryIds;
    // A line of bodies that help; what the directory does not know says nothing here.
    if (item.kind === 'task') return item.coordinating.flatMap((name) => matcher.line(name).entryIds);
    return [];
  });
  const working = new Map(
    expandEntries(entries, [...new Set(given)], day).entries.map(({ entry }) => [entry.id, entry]),
  );
  const told = new Set(recipients.map(({ entryId }) => entryId));
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  return {
    withoutCopy: [...working.values()]
      .filter(({ id }) => !told.has(id))
      .map(({ id, name }) => ({ entryId: id, name })),
    withoutWork:
      working.size === 0
        ? []
        : recipients
            .filter(({ entryId }) => kinds.get(entryId) === 'unit' && !working.has(entryId))
            .map(({ entryId, name }) => ({ entryId, name })),
  };
}
