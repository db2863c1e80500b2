/**
 * Items of a plan whose text a person edits. An item is followed by its place, not only by its words: when the words
 * of a task are corrected, the task stays the one that a person assigned, accepted or marked as done.
 */
import type { PlanItem } from '../model';
import type { SourceSpan } from '../parsed';
import { movedSpan, type TextEdit } from './text-edits';

export interface FollowedItems {
  /** Standing items as they are to be before the new reading is applied: place, origins, order of the new text. */
  readonly standing: readonly PlanItem[];
  /** Items whose words a person took out of the text. */
  readonly removed: readonly PlanItem[];
}

const WORDS_CHANGED = 'Câu chữ của mục này đã đổi trong văn bản; hãy xem lại.';

/**
 * Brings standing items to the edited text. `steps` are ordered edits, one after the other, the first in the
 * text that the items' places point into; `fresh` are the items of the new reading.
 *
 * - Untouched: gets the fingerprints of the item that stands in its place, and follows the reading.
 * - Touched, words unchanged: stays as the person left it, at its new place.
 * - Touched, words changed: what the new words say wins; what they do not say (a day, a period) stays; it waits to be
 *   looked at again where the person had split or joined it, since then no single piece of text stands for it.
 * - Taken out of the text: gone, touched or not (the command can be taken back). Added by hand: never touched.
 */
export function followEdits(
  standing: readonly PlanItem[],
  fresh: readonly PlanItem[],
  steps: readonly (readonly TextEdit[])[],
): FollowedItems {
  const places = new Map<string, SourceSpan | null>();
  for (const item of standing)
    places.set(
      item.id,
      steps.reduce<SourceSpan | null>((place, edits) => place && movedSpan(place, edits), item.source),
    );
  const partners = pairs(standing, fresh, places);

  const followed = new Map<string, PlanItem>();
  const removed: PlanItem[] = [];
  for (const item of standing) {
    if (item.origins.length === 0) continue;
    const matches = partners.get(item.id) ?? [];
    const [match] = matches;
    if (match) followed.set(item.id, brought(item, match, matches, isShared(match, partners)));
    else removed.push(item);
  }
  return { standing: withHandMade(standing, followed), removed };
}

/**
 * Standing item → the fresh items that it is now. First the same words in the same place, then the same words elsewhere
 * (moved), then other words in its place (corrected).
 */
function pairs(
  standing: readonly PlanItem[],
  fresh: readonly PlanItem[],
  places: ReadonlyMap<string, SourceSpan | null>,
): Map<string, readonly PlanItem[]> {
  const partners = new Map<string, readonly PlanItem[]>();
  const taken = new Set<string>();
  const byKind = new Map<string, PlanItem[]>();
  for (const item of fresh) {
    const known = byKind.get(item.kind) ?? [];
    byKind.set(item.kind, known);
    known.push(item);
  }
  const near = (item: PlanItem): readonly PlanItem[] => {
    const place = places.get(item.id);
    if (!place) return [];
    return (byKind.get(item.kind) ?? [])
      .map((each) => ({ each, shared: overlap(place, each.source) }))
      .filter(({ shared }) => shared > 0)
      .sort((one, other) => other.shared - one.shared)
      .map(({ each }) => each);
  };
  const take = (item: PlanItem, matches: readonly PlanItem[]) => {
    for (const { id } of matches) taken.add(id);
    if (matches.length > 0) partners.set(item.id, matches);
  };
  const read = standing.filter((item) => item.origins.length > 0);
  for (const item of read) {
    const stays = near(item).filter((each) => saysSame(item, each));
    // Pieces that a person split share one piece of text; a joined item stands for several.
    take(item, item.origins.length > 1 || item.touched ? stays : stays.filter(({ id }) => !taken.has(id)).slice(0, 1));
  }
  for (const item of read) {
    if (partners.has(item.id)) continue;
    const elsewhere = (byKind.get(item.kind) ?? []).find((each) => !taken.has(each.id) && saysSame(item, each));
    if (elsewhere) take(item, [elsewhere]);
  }
  for (const item of read) {
    if (partners.has(item.id)) continue;
    const changed = near(item).filter(({ id }) => !taken.has(id) || sharedByPieces(id, item, partners, standing));
    take(item, item.origins.length > 1 ? changed : changed.slice(0, 1));
  }
  return partners;
}

function saysSame(item: PlanItem, fresh: PlanItem): boolean {
  const words = new Set(fresh.origins.map(hashOf));
  return item.origins.some((origin) => words.has(hashOf(origin)));
}

/** Whether a fresh item was taken by another piece of what `item` was split from. */
function sharedByPieces(
  freshId: string,
  item: PlanItem,
  partners: ReadonlyMap<string, readonly PlanItem[]>,
  standing: readonly PlanItem[],
): boolean {
  return standing.some(
    (other) =>
      other.id !== item.id &&
      other.origins.some((origin) => item.origins.includes(origin)) &&
      (partners.get(other.id) ?? []).some(({ id }) => id === freshId),
  );
}

function overlap(place: SourceSpan, other: SourceSpan | null): number {
  if (!other) return 0;
  return Math.min(place.end, other.end) - Math.max(place.start, other.start);
}

function isShared(match: PlanItem, partners: ReadonlyMap<string, readonly PlanItem[]>): boolean {
  let count = 0;
  for (const matches of partners.values()) if (matches.some(({ id }) => id === match.id)) count += 1;
  return count > 1;
}

const hashOf = (origin: string): string => origin.split(':')[1] ?? origin;

function brought(item: PlanItem, match: PlanItem, matches: readonly PlanItem[], shared: boolean): PlanItem {
  const origins = [...new Set(matches.flatMap((each) => each.origins))];
  const sources = matches.flatMap(({ source }) => (source ? [source] : []));
  const source =
    matches.length === 1 && !shared
      ? match.source
      : {
          start: Math.min(...sources.map(({ start }) => start)),
          end: Math.max(...sources.map(({ end }) => end)),
        };
  const placed: PlanItem = { ...item, origins, source, order: match.order };
  const before = new Set(item.origins.map(hashOf));
  const sameWords =
    before.size === new Set(origins.map(hashOf)).size &&
    origins.every((origin) => before.has(hashOf(origin)));
  if (item.dropped || sameWords) return placed;
  if (!item.touched) return { ...placed, accepted: match.accepted };
  // Split or joined by hand: the person's pieces stay, and wait for the person.
  if (matches.length > 1 || shared) return { ...placed, accepted: false, doubt: WORDS_CHANGED };
  return withNewWords(placed, match);
}

/** A corrected item whose own words changed: the words' data, the person's where the words say nothing. */
function withNewWords(item: PlanItem, match: PlanItem): PlanItem {
  if (item.kind === 'task' && match.kind === 'task')
    return {
      ...match,
      ...identity(item),
      assignmentId: item.assignmentId,
      lastDay: match.lastDay ?? item.lastDay,
      period: match.period ?? item.period,
      recurrence: match.recurrence ?? item.recurrence,
      coordinating: match.coordinating.length > 0 ? match.coordinating : item.coordinating,
      state: item.state,
    };
  if (item.kind === 'target' && match.kind === 'target')
    return { ...match, ...identity(item), indicator: item.indicator };
  if ('entryIds' in item && 'entryIds' in match)
    return {
      ...match,
      ...identity(item),
      entryIds: match.entryIds.length > 0 ? match.entryIds : item.entryIds,
    };
  return { ...match, ...identity(item) };
}

function identity(item: PlanItem) {
  const { id, origins, source, order, touched, dropped } = item;
  return { id, origins, source, order, touched, dropped, accepted: true, doubt: '' };
}

/** Items added by hand stay between the items that they stood between. */
function withHandMade(
  standing: readonly PlanItem[],
  followed: ReadonlyMap<string, PlanItem>,
): readonly PlanItem[] {
  const out: PlanItem[] = [];
  let anchor = 0;
  let after = 0;
  for (const item of [...standing].sort((one, other) => one.order - other.order)) {
    const next = followed.get(item.id);
    if (next) {
      out.push(next);
      [anchor, after] = [next.order, 0];
    } else if (item.origins.length === 0) {
      after += 1;
      out.push({ ...item, order: anchor + after / (after + 1) });
    }
  }
  return out;
}
