/** Where two sequences differ: the regions that were replaced, in order. What lies between them is the same. */

/** `a[aStart, aEnd)` became `b[bStart, bEnd)`; one of the two may be empty. */
export interface Hunk {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Cells of the table of longest common subsequences up to which it is filled in; 1000 × 1000 takes a few milliseconds. */
const TABLE_CELLS = 1_000_000;

interface Region {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/**
 * A smallest set of hunks where the sequences are of ordinary length. Longer ones are first cut at elements that stand
 * once in both (patience), so that the time stays near linear; a stretch without any such element is one hunk.
 */
export function diffSequences(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, ids.size);
    return ids.size - 1;
  };
  const left = Int32Array.from(a, idOf);
  const right = Int32Array.from(b, idOf);
  const hunks: Hunk[] = [];
  const open: Region[] = [{ aStart: 0, aEnd: left.length, bStart: 0, bEnd: right.length }];
  for (let region = open.pop(); region; region = open.pop()) {
    const inner = trimmed(left, right, region);
    const rows = inner.aEnd - inner.aStart;
    const columns = inner.bEnd - inner.bStart;
    if (rows === 0 && columns === 0) continue;
    if (rows === 0 || columns === 0) hunks.push(inner);
    else if (rows * columns <= TABLE_CELLS) hunks.push(...byTable(left, right, inner));
    else {
      const parts = betweenAnchors(left, right, inner);
      if (parts.length === 1) hunks.push(inner);
      else open.push(...parts);
    }
  }
  return hunks.sort((one, other) => one.aStart - other.aStart || one.bStart - other.bStart);
}

/** The region without what both sides begin and end with. */
function trimmed(left: Int32Array, right: Int32Array, region: Region): Region {
  let { aStart, aEnd, bStart, bEnd } = region;
  while (aStart < aEnd && bStart < bEnd && left[aStart] === right[bStart]) {
    aStart++;
    bStart++;
  }
  while (aEnd > aStart && bEnd > bStart && left[aEnd - 1] === right[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return { aStart, aEnd, bStart, bEnd };
}

function byTable(left: Int32Array, right: Int32Array, region: Region): Hunk[] {
  const { aStart, aEnd, bStart, bEnd } = region;
  const width = bEnd - bStart + 1;
  const lengths = new Uint32Array((aEnd - aStart + 1) * width);
  const at = (i: number, j: number): number => lengths[(i - aStart) * width + (j - bStart)] ?? 0;
  for (let i = aEnd - 1; i >= aStart; i--)
    for (let j = bEnd - 1; j >= bStart; j--)
      lengths[(i - aStart) * width + (j - bStart)] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const hunks: Hunk[] = [];
  let [i, j] = [aStart, bStart];
  let [fromA, fromB] = [i, j];
  const close = () => {
    if (i > fromA || j > fromB) hunks.push({ aStart: fromA, aEnd: i, bStart: fromB, bEnd: j });
  };
  while (i < aEnd && j < bEnd) {
    if (left[i] === right[j]) {
      close();
      [fromA, fromB] = [++i, ++j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  [i, j] = [aEnd, bEnd];
  close();
  return hunks;
}

/** The stretches between elements that stand once on both sides, in the longest run that keeps their order. */
function betweenAnchors(left: Int32Array, right: Int32Array, region: Region): Region[] {
  const inA = onlyPlaces(left, region.aStart, region.aEnd);
  const inB = onlyPlaces(right, region.bStart, region.bEnd);
  const pairs: (readonly [number, number])[] = [];
  for (const [id, i] of inA) {
    const j = inB.get(id);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  const parts: Region[] = [];
  let [aStart, bStart] = [region.aStart, region.bStart];
  for (const [i, j] of longestRun(pairs)) {
    parts.push({ aStart, aEnd: i, bStart, bEnd: j });
    [aStart, bStart] = [i + 1, j + 1];
  }
  parts.push({ aStart, aEnd: region.aEnd, bStart, bEnd: region.bEnd });
  return parts;
}

/** Element → its only place, -1 where it stands more than once; in order of first places. */
function onlyPlaces(ids: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let index = from; index < to; index++) {
    const id = ids[index] ?? 0;
    places.set(id, places.has(id) ? -1 : index);
  }
  return places;
}

/** The longest rising run of the second numbers (the pairs rise by their first). */
function longestRun(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, [, j]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}
