/** What is shown of a text in which something was found: a stretch around it, and where the words stand in it. */
import { spellingKey, toNfc } from './normalize';
import { foldLetters, isWordUnit } from './search-words';
import type { PreparedQuery } from './search';

/** `[start, end)` in the text that it belongs to. */
export type Mark = readonly [number, number];

export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const MAX_MARKS = 40;

/**
 * Where words of the query begin words of the text, ascending and apart. The number of a document is marked by its
 * parts: what was typed in one piece stands with signs between.
 */
export function marksIn(text: string, query: PreparedQuery): readonly Mark[] {
  const folded = foldLetters(text);
  // The two spellings of a tone mark have the same length: places stay.
  const exact = spellingPlaces(text);
  const found: Mark[] = [];
  for (const word of [...query.words, ...query.phrases.flat()]) {
    const within = word.exact ? exact : folded;
    for (let at = within.indexOf(word.text); at >= 0; at = within.indexOf(word.text, at + 1)) {
      if (at > 0 && isWordUnit(text.charCodeAt(at - 1))) continue;
      found.push([at, at + word.text.length]);
      if (found.length > MAX_MARKS) break;
    }
  }
  if (query.number !== '') found.push(...numberMarks(folded, query.number));
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: Mark[] = [];
  for (const mark of found) if (mark[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(mark);
  return apart.slice(0, MAX_MARKS);
}

/** The text's spelling key where that keeps every place, else only lower case. */
function spellingPlaces(text: string): string {
  const lower = text.toLowerCase();
  const key = spellingKey(text);
  return key.length === text.length ? key : lower;
}

/** "27nqtu" in "số 27-NQ/TU": the number with its signs. */
function numberMarks(folded: string, number: string): Mark[] {
  if (number.length < 3 || number.length > 40) return [];
  const pattern = new RegExp(`(?<![a-z0-9])0*${[...number].join('[^a-z0-9]{0,3}')}`, 'u');
  const match = pattern.exec(folded);
  return match ? [[match.index, match.index + match[0].length]] : [];
}

/** At most `length` characters around the first word found, on word boundaries, in one line. */
export function excerptOf(text: string, query: PreparedQuery, length = 160): Excerpt {
  const flat = toNfc(text).replace(/\s+/gu, ' ').trim();
  if (flat.length <= length) return { text: flat, marks: marksIn(flat, query) };
  const first = marksIn(flat, query)[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - 40, flat.length - length));
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1;
  const end = from + length >= flat.length ? flat.length : flat.lastIndexOf(' ', from + length);
  const cut = `${from > 0 ? '… ' : ''}${flat.slice(from, end > from ? end : from + length)}${end < flat.length ? ' …' : ''}`;
  return { text: cut, marks: marksIn(cut, query) };
}
