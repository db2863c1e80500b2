/** Two versions of a text, paragraph beside paragraph, and the words that changed inside those that stayed. */
import { diffSequences } from './diff';

export interface WordPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One paragraph of either version or of both. */
export type ComparedParagraph =
  | { readonly kind: 'same'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'changed';
      readonly before: string;
      readonly after: string;
      readonly words: readonly WordPiece[];
    }
  /** `moved`: the same words stand elsewhere in the other version. */
  | { readonly kind: 'removed'; readonly before: string; readonly after: null; readonly moved: boolean }
  | { readonly kind: 'added'; readonly before: null; readonly after: string; readonly moved: boolean };

/** Share of common words from which two paragraphs count as one that was changed. */
const ALIKE = 0.5;
/** Pairs of paragraphs of one hunk that are all compared; in a larger hunk only those near the diagonal are. */
const ALL_PAIRS = 10_000;
const NEAR = 15;
/** Shorter paragraphs ("1.", "Nơi nhận:") are in many places without having moved. */
const LEAST_MOVED = 20;

/** Paragraphs in the order of the newer text, each removed one where it stood. */
export function compareTexts(before: string, after: string): readonly ComparedParagraph[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const rows: ComparedParagraph[] = [];
  let at = 0;
  let to = 0;
  for (const hunk of diffSequences(left, right)) {
    for (; at < hunk.aStart; at++, to++)
      rows.push({ kind: 'same', before: left[at] ?? '', after: right[to] ?? '' });
    rows.push(...aligned(left.slice(hunk.aStart, hunk.aEnd), right.slice(hunk.bStart, hunk.bEnd)));
    [at, to] = [hunk.aEnd, hunk.bEnd];
  }
  for (; at < left.length; at++, to++)
    rows.push({ kind: 'same', before: left[at] ?? '', after: right[to] ?? '' });
  return withMoves(rows);
}

/** Words, marks and spaces as pieces of their own. */
function pieces(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** What changed inside a paragraph; kept and removed pieces spell the older, kept and added ones the newer. */
export function compareWords(before: string, after: string): readonly WordPiece[] {
  const [left, right] = [pieces(before), pieces(after)];
  const out: WordPiece[] = [];
  const add = (kind: WordPiece['kind'], text: string) => {
    if (text !== '') out.push({ kind, text });
  };
  let [removed, added] = ['', ''];
  let at = 0;
  for (const hunk of diffSequences(left, right)) {
    const kept = left.slice(at, hunk.aStart).join('');
    // A space alone between two changes is no word that stayed.
    const goesOn = kept.trim() === '' && removed + added !== '';
    if (goesOn) [removed, added] = [removed + kept, added + kept];
    else {
      add('removed', removed);
      add('added', added);
      add('same', kept);
      [removed, added] = ['', ''];
    }
    removed += left.slice(hunk.aStart, hunk.aEnd).join('');
    added += right.slice(hunk.bStart, hunk.bEnd).join('');
    at = hunk.aEnd;
  }
  add('removed', removed);
  add('added', added);
  add('same', left.slice(at).join(''));
  return out;
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

interface Worded {
  readonly text: string;
  readonly bag: ReadonlyMap<string, number>;
  readonly size: number;
}

function worded(text: string): Worded {
  const bag = bagOf(text);
  let size = 0;
  for (const count of bag.values()) size += count;
  return { text, bag, size };
}

/** Twice the common words over all words of both: 1 for the same words, 0 for none in common. */
function likeness(one: Worded, other: Worded): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const [word, count] of one.bag) common += Math.min(count, other.bag.get(word) ?? 0);
  return (2 * common) / (one.size + other.size);
}

/** The pairing of a hunk's paragraphs with the greatest likeness that keeps their order. */
function aligned(left: readonly string[], right: readonly string[]): ComparedParagraph[] {
  const [before, after] = [left.map(worded), right.map(worded)];
  const [rows, columns] = [before.length, after.length];
  const everything = rows * columns <= ALL_PAIRS;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const alike = new Float64Array(rows * columns);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const near = everything || Math.abs(j - (i * columns) / rows) <= NEAR;
      const [one, other] = [before[i], after[j]];
      const score = near && one && other ? likeness(one, other) : 0;
      alike[i * columns + j] = score;
      const paired = score >= ALIKE ? score + (best[(i + 1) * width + j + 1] ?? 0) : -1;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  const out: ComparedParagraph[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    const [one, other] = [before[i], after[j]];
    const score = one && other ? (alike[i * columns + j] ?? 0) : 0;
    const value = best[i * width + j] ?? 0;
    if (one && other && score >= ALIKE && value === score + (best[(i + 1) * width + j + 1] ?? 0)) {
      out.push({
        kind: 'changed',
        before: one.text,
        after: other.text,
        words: compareWords(one.text, other.text),
      });
      i++;
      j++;
    } else if (one && (!other || (best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0))) {
      out.push({ kind: 'removed', before: one.text, after: null, moved: false });
      i++;
    } else if (other) {
      out.push({ kind: 'added', before: null, after: other.text, moved: false });
      j++;
    }
  }
  return out;
}

/** Marks paragraphs that were taken out in one place and put into another, whatever their numbers are there. */
function withMoves(rows: readonly ComparedParagraph[]): readonly ComparedParagraph[] {
  const removed = new Map<string, number>();
  const added = new Map<string, number>();
  for (const row of rows) {
    const counts = row.kind === 'removed' ? removed : row.kind === 'added' ? added : null;
    const key = moveKey(row.before ?? row.after);
    if (counts && key.length >= LEAST_MOVED) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const both = new Map<string, { from: number; to: number }>();
  for (const [key, count] of removed) {
    const pairs = Math.min(count, added.get(key) ?? 0);
    if (pairs > 0) both.set(key, { from: pairs, to: pairs });
  }
  return rows.map((row): ComparedParagraph => {
    if (row.kind !== 'removed' && row.kind !== 'added') return row;
    const left = both.get(moveKey(row.before ?? row.after));
    if (!left) return row;
    const side = row.kind === 'removed' ? 'from' : 'to';
    if (left[side] === 0) return row;
    left[side] -= 1;
    return { ...row, moved: true };
  });
}

/** The paragraph without its number or bullet. */
function moveKey(text: string): string {
  return text.replace(/^(?:[IVXL]+|\d+(?:\.\d+)*|\p{Ll}|\(\d+\)|[-+–•*])[.)]?\s+/u, '').trim();
}

export interface ComparisonCounts {
  readonly changed: number;
  readonly removed: number;
  readonly added: number;
  readonly moved: number;
}

/** How many paragraphs were changed, taken out, put in; a moved one counts once, as moved. */
export function countsOf(rows: readonly ComparedParagraph[]): ComparisonCounts {
  const count = (test: (row: ComparedParagraph) => boolean) => rows.filter(test).length;
  return {
    changed: count((row) => row.kind === 'changed'),
    removed: count((row) => row.kind === 'removed' && !row.moved),
    added: count((row) => row.kind === 'added' && !row.moved),
    moved: count((row) => row.kind === 'added' && row.moved),
  };
}
