/**
 * Finding text as people type it: words in any order, each at the beginning of a word. A word typed with marks must
 * stand with those marks (uỷ/ủy and hoà/hòa are the same), one without matches folded; words in quotes stand together
 * as they are; a document number is found however it is punctuated.
 */
import { toNfc } from './normalize';
import {
  beginOfNumber,
  prepareText,
  queryWords,
  spokenNumberKey,
  type PreparedText,
  type QueryWord,
} from './search-words';

export interface PreparedQuery {
  /** Words outside quotes. */
  readonly words: readonly QueryWord[];
  /** The same, the longest first: most texts are done with after it. */
  readonly rarestFirst: readonly QueryWord[];
  /** Words in quotes, phrase by phrase. */
  readonly phrases: readonly (readonly QueryWord[])[];
  /** The whole query as a document's number; empty where it has no digit. */
  readonly number: string;
  /** The same where it may be the beginning of one. */
  readonly begin: string;
}

/** Straight and typographic quotes; one that is not closed yet (typing goes on) opens nothing. */
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

export function prepareQuery(query: string): PreparedQuery {
  const text = toNfc(query);
  const number = /\d/.test(text) ? spokenNumberKey(text) : '';
  const phrases = [...text.matchAll(QUOTED)].map((match) => queryWords(match[1] ?? ''));
  const words = queryWords(text.replace(QUOTED, ' '));
  return {
    words,
    rarestFirst: [...words].sort((a, b) => b.text.length - a.text.length),
    phrases: phrases.filter((phrase) => phrase.length > 0),
    number,
    begin: beginOfNumber(number),
  };
}

export function isEmptyQuery(query: PreparedQuery): boolean {
  return query.words.length === 0 && query.phrases.length === 0;
}

/**
 * Where a word begins one of the text's words: the place of its leading space, or -1. The word itself is looked for,
 * not the space before it: spaces are everywhere.
 */
function placeOf(text: PreparedText, word: QueryWord): number {
  const within = word.exact ? text.exact : text.folded;
  for (let at = within.indexOf(word.text); at > 0; at = within.indexOf(word.text, at + 1))
    if (within.charCodeAt(at - 1) === SPACE) return at - 1;
  return -1;
}

const SPACE = 32;

/** Where the words stand together, each whole (the last may be begun only when `open`): place of the first, or -1. */
function phrasePlace(text: PreparedText, words: readonly QueryWord[], open: boolean): number {
  if (words.length === 0) return 0;
  const plain = ` ${words.map(({ folded }) => folded).join(' ')}`;
  for (let at = text.folded.indexOf(plain); at >= 0; at = text.folded.indexOf(plain, at + 1)) {
    const end = at + plain.length;
    if (!open && end < text.folded.length && text.folded[end] !== ' ') continue;
    let place = at;
    const marksFit = words.every((word) => {
      const fits = !word.exact || text.exact.startsWith(word.text, place + 1);
      place += word.text.length + 1;
      return fits;
    });
    if (marksFit) return at;
  }
  return -1;
}

/** "27nqtu" or "27nq", against numbers of the text. */
function beginsOne(numbers: readonly string[], key: string): boolean {
  return key !== '' && numbers.some((one) => one.startsWith(key));
}

/**
 * 0 = no match; else the higher the better: its very number 4, the beginning of it 3, the words as they stand or a
 * number that is mentioned 2, all words 1; half a point more when all that was found stands in the title.
 */
export function score(text: PreparedText, query: PreparedQuery): number {
  if (isEmptyQuery(query)) return 0;
  if (query.number !== '' && text.numbers.includes(query.number)) return 4;
  if (beginsOne(text.numbers, query.begin)) return 3;
  if (beginsOne(text.mentioned, query.begin)) return 2;
  let last = 0;
  for (const word of query.rarestFirst) {
    const at = placeOf(text, word);
    if (at >= 0) last = Math.max(last, at + word.text.length);
    else if (!beginsOne(text.numbers, word.number) && !beginsOne(text.mentioned, word.number)) return 0;
  }
  for (const phrase of query.phrases) {
    const at = phrasePlace(text, phrase, false);
    if (at < 0) return 0;
    last = Math.max(last, at + phrase.length);
  }
  const together = phrasePlace(text, query.words, query.words.length > 1) >= 0;
  return (together ? 2 : 1) + (last < text.titleEnd ? 0.5 : 0);
}

/** A predicate for small lists; an empty query takes everything. */
export function textMatcher(query: string): (text: string, numbers?: readonly string[]) => boolean {
  const prepared = prepareQuery(query);
  if (isEmptyQuery(prepared)) return () => true;
  return (text, numbers = []) => score(prepareText(text, numbers), prepared) > 0;
}
