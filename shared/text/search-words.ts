/**
 * Text laid out for searching: its words, each led by one space, once with marks and once without. Both forms have
 * the same length, so that a place in one is the same place in the other.
 */
import { fold, hasMarks, spellingKey } from './normalize';

export interface PreparedText {
  /** Words with marks, separated and led by one space. */
  readonly exact: string;
  /** The same without marks, letter for letter. */
  readonly folded: string;
  /** Document numbers without punctuation: "20ctrtu". */
  readonly numbers: readonly string[];
  /** Where the title ends in `exact` and `folded`; the whole length where there is nothing but a title. */
  readonly titleEnd: number;
}

const SPACE = 32;
/** Code unit → code unit of the same letter without marks, and whether it stands in words at all; 0 = not looked up yet. */
const foldedUnits = new Uint16Array(65_536);
const wordUnits = new Uint16Array(65_536);

/** A letter's or digit's own code, a space for all else. Half a surrogate pair is no letter. */
function wordUnit(unit: number): number {
  const known = wordUnits[unit] ?? 0;
  if (known !== 0) return known;
  const letter = String.fromCharCode(unit);
  return (wordUnits[unit] = /[\p{L}\p{N}]/u.test(letter) ? unit : SPACE);
}

function foldedUnit(unit: number): number {
  const known = foldedUnits[unit] ?? 0;
  if (known !== 0) return known;
  const plain = fold(String.fromCharCode(unit));
  return (foldedUnits[unit] = plain.length === 1 ? plain.charCodeAt(0) : unit);
}

/** So many code units are made into a string at once: the engine's own limit of arguments lies higher. */
const AT_ONCE = 8192;

function asString(units: Uint16Array): string {
  let out = '';
  for (let at = 0; at < units.length; at += AT_ONCE)
    out += String.fromCharCode(...units.subarray(at, at + AT_ONCE));
  return out;
}

/** Every letter without its marks in lower case, each in its own place: for showing where something stands. */
export function foldLetters(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = foldedUnit(text.charCodeAt(at));
  return asString(units);
}

/** Whether the code unit belongs to a word. */
export function isWordUnit(unit: number): boolean {
  return wordUnit(unit) !== SPACE;
}

function wordsOf(text: string): { readonly exact: string; readonly folded: string } {
  const key = spellingKey(text);
  const exact = new Uint16Array(key.length + 1);
  const folded = new Uint16Array(key.length + 1);
  let length = 0;
  let inWord = false;
  for (let at = 0; at < key.length; at += 1) {
    const unit = wordUnit(key.charCodeAt(at));
    if (unit === SPACE) {
      inWord = false;
      continue;
    }
    if (!inWord) {
      exact[length] = folded[length] = SPACE;
      length += 1;
      inWord = true;
    }
    exact[length] = unit;
    folded[length] = foldedUnit(unit);
    length += 1;
  }
  return { exact: asString(exact.subarray(0, length)), folded: asString(folded.subarray(0, length)) };
}

/** "20-CTr/TU", "20 CTr TU" → "20ctrtu". */
export function numberKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** As people say a number: "số 07-KH/ĐU" and "7 KH ĐU" are the same. */
export function spokenNumberKey(text: string): string {
  return numberKey(text).replace(/^(?:so)?0*(?=\d)/u, '');
}

/** `title` first: what stands in it weighs more. */
export function prepareText(title: string, numbers: readonly string[] = [], text = ''): PreparedText {
  const head = wordsOf(title);
  const rest = text === '' ? { exact: '', folded: '' } : wordsOf(text);
  return {
    exact: head.exact + rest.exact,
    folded: head.folded + rest.folded,
    numbers: numbers.map(spokenNumberKey).filter((key) => key !== ''),
    titleEnd: head.exact.length,
  };
}

/** One word of a query, with what it is compared with. */
export interface QueryWord {
  readonly text: string;
  /** Typed with marks: it must stand with them. */
  readonly exact: boolean;
  readonly folded: string;
}

export function queryWords(text: string): readonly QueryWord[] {
  const { exact } = wordsOf(text);
  return exact
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const folded = foldLetters(word);
      return hasMarks(word) ? { text: word, exact: true, folded } : { text: folded, exact: false, folded };
    });
}
