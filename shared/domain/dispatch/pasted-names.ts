/** A list of names copied out of Excel or a message → the deliveries that it means, so that many are confirmed at once. */
import { parseTable } from '../../text/clipboard-table';
import { matchKey } from '../../text/normalize';
import type { Matcher } from '../office/match';
import type { Delivery } from './model';

export interface PastedNames {
  /** Ids of deliveries, in their own order. */
  readonly deliveryIds: readonly string[];
  /** Cells that look like names and mean no delivery here. */
  readonly unknown: readonly string[];
}

/** "1", "01.", "STT", a date: no name. */
const NO_NAME = /^(?:stt|tt|so thu tu|don vi|ten don vi|noi nhan|ghi chu)?$/u;

/**
 * Each line's cells are looked through: one that names a delivery settles the line; else its longest cell of words is
 * told as unknown. By the name as frozen first, then by the directory (short names, aliases, abbreviations).
 */
export function pastedNames(text: string, deliveries: readonly Delivery[], matcher: Matcher): PastedNames {
  const byName = new Map<string, string[]>();
  const byEntry = new Map<string, string[]>();
  for (const { id, name, entryId } of deliveries) {
    byName.set(matchKey(name), [...(byName.get(matchKey(name)) ?? []), id]);
    byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), id]);
  }
  const idsOf = (cell: string): readonly string[] => {
    const named = byName.get(matchKey(cell));
    if (named) return named;
    const match = matcher.one(cell);
    return match.doubt === '' ? match.entryIds.flatMap((id) => byEntry.get(id) ?? []) : [];
  };
  const found = new Set<string>();
  const unknown: string[] = [];
  for (const cells of parseTable(text)) {
    const names = cells
      .map((cell) => cell.trim().replace(/^\d{1,3}[.)]\s*/u, ''))
      .filter((cell) => /\p{L}/u.test(cell) && !NO_NAME.test(matchKey(cell)));
    const ids = names.map(idsOf).find((each) => each.length > 0);
    if (ids) for (const id of ids) found.add(id);
    else {
      const [longest] = [...names].sort((a, b) => b.length - a.length);
      if (longest !== undefined) unknown.push(longest);
    }
  }
  return { deliveryIds: deliveries.flatMap(({ id }) => (found.has(id) ? [id] : [])), unknown };
}
