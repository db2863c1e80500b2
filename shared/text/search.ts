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
  /** Numbers that a run of its words may be ("27 nq tu"), the longest run first. */
  readonly symbols: readonly SymbolInQuery[];
}

/** A document's number typed in words, and what else was typed. */
interface SymbolInQuery {
  readonly key: string;
  readonly others: readonly QueryWord[];
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
    symbols: symbolsOf(words),
  };
}

/** "27", and "2013" of "154 2013 nd cp"; then the parts of a symbol: "nq", "tu", "ubktdu". */
const NUMBER_WORD = /^\d{1,4}$/;
const YEAR_WORD = /^\d{4}$/;
const SYMBOL_PART = /^[a-z]{1,8}$/;

/**
 * Runs of words that may be one document's number, however its signs were typed: where the symbol ends among short
 * words ("27 nq tu ve can bo") the text decides, so every end is offered.
 */
function symbolsOf(words: readonly QueryWord[]): readonly SymbolInQuery[] {
  const found: SymbolInQuery[] = [];
  words.forEach(({ folded }, first) => {
    if (!NUMBER_WORD.test(folded)) return;
    const year = YEAR_WORD.test(words[first + 1]?.folded ?? '') ? 1 : 0;
    let key = folded.replace(/^0+(?=\d)/u, '') + (year === 1 ? (words[first + 1]?.folded ?? '') : '');
    for (let at = first + 1 + year; at < words.length; at += 1) {
      const part = words[at]?.folded ?? '';
      if (!SYMBOL_PART.test(part)) break;
      key += part;
      if (beginOfNumber(key) !== '')
        found.unshift({ key, others: [...words.slice(0, first), ...words.slice(at + 1)] });
    }
  });
  return found;
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

/** Whether one of the numbers is exactly what was typed, in whichever form; what else was typed stands in the text. */
function isNamed(text: PreparedText, numbers: readonly string[], query: PreparedQuery): boolean {
  if (numbers.length === 0 || query.number === '') return false;
  if (numbers.includes(query.number)) return true;
  return (
    query.phrases.length === 0 &&
    query.symbols.some(
      ({ key, others }) =>
        numbers.includes(key) &&
        others.every((word) => OF_A_NUMBER.has(word.folded) || placeOf(text, word) >= 0),
    )
  );
}

/** "số 27 nq tu": the word says only that a number follows. */
const OF_A_NUMBER = new Set(['so']);

/** Its very number: nothing is better. */
export const VERY_NUMBER = 4;

/**
 * 0 = no match; else the higher the better: its very number 4, the beginning of it 3, the very number mentioned 2.75, the
 * words as they stand or the beginning of a number that is mentioned 2, all words 1; half a point more when all that was
 * found stands in the title. A number is the same with spaces, dashes, slashes or nothing between its parts.
 */
export function score(text: PreparedText, query: PreparedQuery): number {
  if (isEmptyQuery(query)) return 0;
  if (isNamed(text, text.numbers, query)) return VERY_NUMBER;
  if (beginsOne(text.numbers, query.begin)) return 3;
  if (isNamed(text, text.mentioned, query)) return 2.75;
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

/**
 * Whether the title is asked for: all of the query stands in it, or what stands beside it does not answer by itself. Else
 * it is the words beside it that are asked for, which others share.
 */
export function asksForTitle(text: PreparedText, query: PreparedQuery): boolean {
  const part = (from: number, to?: number): PreparedText => ({
    ...text,
    exact: text.exact.slice(from, to),
    folded: text.folded.slice(from, to),
    titleEnd: 0,
  });
  return score(part(0, text.titleEnd), query) > 0 || score(part(text.titleEnd), query) === 0;
}

/** A predicate for small lists; an empty query takes everything. */
export function textMatcher(query: string): (text: string, numbers?: readonly string[]) => boolean {
  const prepared = prepareQuery(query);
  if (isEmptyQuery(prepared)) return () => true;
  return (text, numbers = []) => score(prepareText(text, numbers), prepared) > 0;
}
