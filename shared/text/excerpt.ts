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

interface Place {
  readonly start: number;
  readonly end: number;
  /** Which word of the query it is. */
  readonly word: number;
  readonly whole: boolean;
}

/** Of one word, in one text: more say nothing new. */
const MAX_PLACES = 400;
const MAX_MARKS = 40;

/** Where words of the query begin words of the text, in any order. */
function placesIn(text: string, query: PreparedQuery): Place[] {
  const folded = foldLetters(text);
  const words = [...query.words, ...query.phrases.flat()];
  const exact = words.some((word) => word.exact) ? spellingPlaces(text) : '';
  const found: Place[] = [];
  words.forEach((word, at) => {
    const within = word.exact ? exact : folded;
    let count = 0;
    for (let start = within.indexOf(word.text); start >= 0; start = within.indexOf(word.text, start + 1)) {
      if (start > 0 && isWordUnit(text.charCodeAt(start - 1))) continue;
      const end = start + word.text.length;
      found.push({ start, end, word: at, whole: end === text.length || !isWordUnit(text.charCodeAt(end)) });
      count += 1;
      if (count === MAX_PLACES) break;
    }
  });
  const number = numberPlace(folded, query.number);
  return number ? [...found, number] : found;
}

/** The text's spelling key where that keeps every place, else only lower case. */
function spellingPlaces(text: string): string {
  const key = spellingKey(text);
  return key.length === text.length ? key : text.toLowerCase();
}

/** "27nqtu" in "số 27-NQ/TU": the number with its signs. */
function numberPlace(folded: string, number: string): Place | null {
  if (number.length < 3 || number.length > 40) return null;
  const letters = number.replace(/(?!^)(?!$)/gu, '[^a-z0-9]{0,3}');
  const match = new RegExp(`(?<![a-z0-9])0*${letters}`, 'u').exec(folded);
  return match
    ? { start: match.index, end: match.index + match[0].length, word: Number.MAX_SAFE_INTEGER, whole: true }
    : null;
}

/** What is set off in a text, ascending and apart. Of a word that stands whole, mere beginnings are not. */
export function marksIn(text: string, query: PreparedQuery): readonly Mark[] {
  const places = placesIn(text, query);
  const whole = new Set(places.filter((place) => place.whole).map(({ word }) => word));
  const found = places
    .filter((place) => place.whole || !whole.has(place.word))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Mark[] = [];
  for (const { start, end } of found) if (start >= (apart.at(-1)?.[1] ?? 0)) apart.push([start, end]);
  return apart.slice(0, MAX_MARKS);
}

/** At most about `length` characters where most of the query stands together, on word boundaries, in one line. */
export function excerptOf(text: string, query: PreparedQuery, length = 160): Excerpt {
  const flat = toNfc(text).replace(/\s+/gu, ' ').trim();
  if (flat.length <= length) return { text: flat, marks: marksIn(flat, query) };
  const start = Math.max(0, Math.min(densest(flat, query, length - 60) - 40, flat.length - length));
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1;
  const end = from + length >= flat.length ? flat.length : flat.lastIndexOf(' ', from + length);
  const cut = flat.slice(from, end > from ? end : from + length);
  const shown = `${from > 0 ? '… ' : ''}${cut}${end < flat.length ? ' …' : ''}`;
  return { text: shown, marks: marksIn(shown, query) };
}

/** The first place from which, within `reach`, the most words of the query stand; whole words weigh more. */
function densest(text: string, query: PreparedQuery, reach: number): number {
  const places = placesIn(text, query).sort((a, b) => a.start - b.start);
  let [best, bestAt] = [-1, 0];
  places.forEach(({ start }, from) => {
    const weights = new Map<number, number>();
    for (let at = from; at < places.length; at += 1) {
      const place = places[at];
      if (!place || place.end > start + reach) break;
      weights.set(place.word, Math.max(weights.get(place.word) ?? 0, place.whole ? 3 : 2));
    }
    const weight = [...weights.values()].reduce((sum, each) => sum + each, 0);
    if (weight > best) [best, bestAt] = [weight, start];
  });
  return bestAt;
}
