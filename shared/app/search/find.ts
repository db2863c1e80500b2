/** Looking through prepared entries: filters, counts, the best of each group, excerpts with what was found. */
import { excerptOf, marksIn } from '../../text/excerpt';
import { score, asksForTitle, VERY_NUMBER, type PreparedQuery } from '../../text/search';
import type { ParsedInputOf } from '../../rpc/contract';
import { SEARCH_GROUPS, type SearchGroup } from '../../rpc/contract/search';
import { GROUP_OF, type SearchHit } from './entry';
import type { Indexed, Pace } from './prepared';

export type SearchFilters = Pick<
  ParsedInputOf<'search.find'>,
  'groups' | 'year' | 'state' | 'dossierId' | 'limit' | 'perGroup'
>;

export interface Looked {
  /** Best first. */
  readonly best: readonly Indexed[];
  readonly counts: Readonly<Record<SearchGroup, number>>;
  readonly years: readonly string[];
}

/** Of equally good hits: plans first, then what lies nearer to a person's question than its whole text. */
const KIND_ORDER: readonly SearchHit['kind'][] = [
  'plan', 'document', 'register', 'delivery', 'incoming', 'unit', 'conference', 'deadline', 'task',
  'own-plan', 'upward', 'recipient', 'file', 'place',
]; // prettier-ignore
const placeInOrder = new Map(KIND_ORDER.map((kind, at) => [kind, at]));

interface Ranked {
  readonly entry: Indexed;
  readonly rank: number;
}

/** Better first: rank, kind, the newer year, the title. */
function compare(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  const kinds = (placeInOrder.get(a.entry.kind) ?? 0) - (placeInOrder.get(b.entry.kind) ?? 0);
  if (kinds !== 0) return kinds;
  const [left, right] = [a.entry.year ?? '', b.entry.year ?? ''];
  if (left !== right) return left > right ? -1 : 1;
  return a.entry.title < b.entry.title ? -1 : a.entry.title > b.entry.title ? 1 : 0;
}

/** The `limit` best of many, kept in order while they come. */
function createBest(limit: number) {
  const kept: Ranked[] = [];
  return {
    kept,
    offer(one: Ranked): void {
      const worst = kept[limit - 1];
      if (worst && compare(worst, one) <= 0) return;
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const at = kept[middle];
        if (at && compare(at, one) <= 0) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, one);
      if (kept.length > limit) kept.pop();
    },
  };
}

/** Looks through everything, in steps. */
export async function lookThrough(
  entries: Iterable<Indexed>,
  query: PreparedQuery,
  filters: SearchFilters,
  pace: Pace,
): Promise<Looked> {
  const counts = Object.fromEntries(SEARCH_GROUPS.map((group) => [group, 0])) as Record<SearchGroup, number>;
  const years = new Set<string>();
  const best = new Map<SearchGroup | null, ReturnType<typeof createBest>>();
  let before: Indexed | null = null;
  let foundBefore = false;
  for (const entry of entries) {
    const pause = pace.spend(entry.prepared.folded.length + 20);
    if (pause) await pause;
    const echoes: boolean =
      entry.echo === true && foundBefore && before?.id === entry.id && before.kind === entry.kind;
    const points: number = echoes || !fits(entry, filters) ? 0 : pointsOf(entry, query);
    before = entry;
    foundBefore = points > 0;
    if (points === 0) continue;
    if (entry.year !== null) years.add(entry.year);
    if (filters.year !== null && entry.year !== filters.year) continue;
    const group = GROUP_OF[entry.kind];
    if (group !== null) counts[group] += 1;
    if (filters.groups !== null && (group === null || !filters.groups.includes(group))) continue;
    const list = best.get(group) ?? createBest(Math.min(filters.limit, filters.perGroup ?? filters.limit));
    best.set(group, list);
    // What is told late is told at once where its very number was asked for.
    list.offer({ entry, rank: entry.late && points < VERY_NUMBER ? points / 2 : points });
  }
  const ranked = [...best.values()].flatMap(({ kept }) => kept).sort(compare);
  return {
    best: ranked.slice(0, filters.limit).map(({ entry }) => entry),
    counts,
    years: [...years].sort().reverse(),
  };
}

function pointsOf({ prepared, byName }: Indexed, query: PreparedQuery): number {
  const points = score(prepared, query);
  return points > 0 && byName && !asksForTitle(prepared, query) ? 0 : points;
}

/** A year is judged afterwards: what other years hold is told too. */
function fits(entry: Indexed, { state, dossierId }: SearchFilters): boolean {
  if (dossierId !== null && entry.dossierId !== dossierId) return false;
  if (state === null) return true;
  return entry.closed !== null && entry.closed === (state === 'ended');
}

export async function toHit(entry: Indexed, query: PreparedQuery): Promise<SearchHit> {
  const { kind, id, dossierId, title, where } = entry;
  const titleMarks = marksIn(title, query);
  let shown = entry.text;
  if (entry.body && (shown === '' || marksIn(shown, query).length === 0))
    shown = (await entry.body.read()) || shown;
  const excerpt = excerptOf(shown, query);
  return {
    kind,
    group: GROUP_OF[kind],
    id,
    dossierId,
    title,
    titleMarks: titleMarks.map(([start, end]) => [start, end]),
    where,
    excerpt: excerpt.text,
    excerptMarks: excerpt.marks.map(([start, end]) => [start, end]),
  };
}
