/**
 * Finding text as people type it: words in any order, each at the beginning of a word. A word typed with marks must
 * stand with those marks (uỷ/ủy and hoà/hòa are the same), one without matches folded; a document number is found
 * however it is punctuated.
 */
import { fold, hasMarks, spellingKey, toNfc } from './normalize';

export interface PreparedText {
  /** Words with marks, separated and led by one space. */
  readonly exact: string;
  readonly folded: string;
  /** Document numbers without punctuation: "20ctrtu". */
  readonly numbers: readonly string[];
}

const asWords = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;

/** "20-CTr/TU", "20 CTr TU" → "20ctrtu". */
export function numberKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

export function prepareText(text: string, numbers: readonly string[] = []): PreparedText {
  const exact = asWords(spellingKey(text));
  return { exact, folded: asWords(fold(exact)), numbers: numbers.map(numberKey).filter((key) => key !== '') };
}

export interface PreparedQuery {
  readonly words: readonly { readonly text: string; readonly exact: boolean }[];
  readonly number: string;
  /** The whole query as one phrase. */
  readonly phrase: string;
}

export function prepareQuery(query: string): PreparedQuery {
  const words = asWords(spellingKey(toNfc(query)))
    .split(' ')
    .filter((word) => word !== '');
  return {
    words: words.map((word) =>
      hasMarks(word) ? { text: word, exact: true } : { text: fold(word), exact: false },
    ),
    number: /\d/.test(query) ? numberKey(query) : '',
    phrase: words.join(' '),
  };
}

/** 0 = no match; else the higher the better: a number, then the phrase as it stands, then all words. */
export function score(text: PreparedText, query: PreparedQuery): number {
  if (query.words.length === 0) return 0;
  if (query.number !== '' && text.numbers.includes(query.number)) return 4;
  if (
    query.number.length >= 3 &&
    /[a-z]/.test(query.number) &&
    text.numbers.some((key) => key.startsWith(query.number))
  )
    return 3;
  const all = query.words.every((word) => (word.exact ? text.exact : text.folded).includes(` ${word.text}`));
  if (!all) return 0;
  return ` ${text.exact} `.includes(` ${query.phrase}`) ||
    ` ${text.folded} `.includes(` ${fold(query.phrase)}`)
    ? 2
    : 1;
}

/** A predicate for small lists; an empty query takes everything. */
export function textMatcher(query: string): (text: string, numbers?: readonly string[]) => boolean {
  const prepared = prepareQuery(query);
  if (prepared.words.length === 0) return () => true;
  return (text, numbers = []) => score(prepareText(text, numbers), prepared) > 0;
}

/** The stretch of `text` around the first word found, at most `length` characters, on word boundaries. */
export function excerptOf(text: string, query: PreparedQuery, length = 160): string {
  const flat = toNfc(text).replace(/\s+/gu, ' ').trim();
  if (flat.length <= length) return flat;
  // NFC folding keeps one character a letter, so places in the folded text are places in the text.
  const exact = flat.toLowerCase();
  const folded = exact.replace(/./gsu, (letter) => fold(letter));
  const first = query.words[0];
  const found = first ? (first.exact ? exact : folded).indexOf(first.text) : -1;
  const start = Math.max(0, Math.min(found < 0 ? 0 : found - 40, flat.length - length));
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1;
  const cut = flat.slice(from, from + length);
  return `${from > 0 ? '… ' : ''}${cut}${from + length < flat.length ? ' …' : ''}`;
}
