/**
 * Text laid out for searching: its words, each led by one space, once with marks and once without. Both forms have
 * the same length, so that a place in one is the same place in the other.
 */
import { fold, hasMarks, toNfc, TONE_PLACEMENTS } from './normalize';

export interface PreparedText {
  /** Words with marks, separated and led by one space. */
  readonly exact: string;
  /** The same without marks, letter for letter. */
  readonly folded: string;
  /** Its own document numbers without punctuation: "20ctrtu". */
  readonly numbers: readonly string[];
  /** Those that its words mention. */
  readonly mentioned: readonly string[];
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
const AT_ONCE = 4096;

function asString(units: Uint16Array): string {
  let out = '';
  for (let at = 0; at < units.length; at += AT_ONCE)
    // Applied, not spread: this is the innermost loop of building the index.
    out += String.fromCharCode.apply(null, units.subarray(at, at + AT_ONCE) as unknown as number[]);
  return out;
}

/** Two code units as one key → the pair in its traditional spelling. */
const tonePairs = new Map(
  TONE_PLACEMENTS.map(([modern, traditional]) => [
    modern.charCodeAt(0) * 65_536 + modern.charCodeAt(1),
    [traditional.charCodeAt(0), traditional.charCodeAt(1)] as const,
  ]),
);
const FIRST_MARKED = 0x80;

/** uỷ → ủy, hoà → hòa in place; letters that follow one another alone are looked at. */
function spellTraditionally(units: Uint16Array): void {
  for (let at = 1; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    if (unit < FIRST_MARKED) continue;
    const pair = tonePairs.get((units[at - 1] ?? 0) * 65_536 + unit);
    if (pair) [units[at - 1], units[at]] = pair;
  }
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

interface Words {
  readonly exact: string;
  readonly folded: string;
  /** Where the first part ends. */
  readonly firstEnd: number;
}

/** In one string, so that the engine need not put it together when it is looked through for the first time. */
function wordsOf(first: string, rest = ''): Words {
  const parts = [toNfc(first).toLowerCase(), toNfc(rest).toLowerCase()];
  const most = parts.reduce((sum, part) => sum + part.length + 1, 0);
  const exact = new Uint16Array(most);
  const folded = new Uint16Array(most);
  let [length, firstEnd] = [0, 0];
  parts.forEach((part, index) => {
    let inWord = false;
    for (let at = 0; at < part.length; at += 1) {
      const unit = wordUnit(part.charCodeAt(at));
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
    if (index === 0) firstEnd = length;
  });
  const words = exact.subarray(0, length);
  spellTraditionally(words);
  return { exact: asString(words), folded: asString(folded.subarray(0, length)), firstEnd };
}

/** "20-CTr/TU", "20 CTr TU" → "20ctrtu". */
export function numberKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** As people say a number: "số 07-KH/ĐU" and "7 KH ĐU" are the same. */
export function spokenNumberKey(text: string): string {
  return numberKey(text).replace(/^(?:so)?0*(?=\d)/u, '');
}

/** "20-CTr/TU", "27 – NQ/TU", "27 NQ/TU", "154/2013/NĐ-CP"; without any sign of its own only in capitals: "27NQTU". */
const NUMBER_IN_TEXT =
  /\d{1,4}(?:\s*[-–—/]\s*(?:\d{4}\s*[-–—/]\s*)?\p{Lu}[\p{L}\d]*(?:\s*[-–—/]\s*[\p{L}\d&]+)*|\s?\p{Lu}[\p{L}\d]*(?:\s*[-–—/]\s*[\p{L}\d&]+)+|\p{Lu}{3,}(?!\p{L}))/gu;

/** Document numbers inside a text, as they stand there. */
function numbersIn(text: string): readonly string[] {
  return toNfc(text).match(NUMBER_IN_TEXT) ?? [];
}

const keysOf = (numbers: readonly string[]): string[] => [
  ...new Set(numbers.map(spokenNumberKey).filter((key) => key !== '')),
];

/**
 * `title` first: what stands in it weighs more, and a number in it is the thing's own. `numbers`: its own besides.
 */
export function prepareText(title: string, numbers: readonly string[] = [], text = ''): PreparedText {
  const { exact, folded, firstEnd } = wordsOf(title, text);
  return {
    exact,
    folded,
    numbers: keysOf([...numbers, ...numbersIn(title)]),
    mentioned: keysOf(numbersIn(text)),
    titleEnd: firstEnd,
  };
}

/** One word of a query, with what it is compared with. */
export interface QueryWord {
  readonly text: string;
  /** Typed with marks: it must stand with them. */
  readonly exact: boolean;
  readonly folded: string;
  /** What a document's number may begin with ("27nq"); empty for an ordinary word. */
  readonly number: string;
}

/** Letters and digits, long enough to mean one number: "27nq", not "27". */
export function beginOfNumber(key: string): string {
  return key.length >= 3 && /\d/.test(key) && /[a-z]/.test(key) ? key : '';
}

export function queryWords(text: string): readonly QueryWord[] {
  const { exact } = wordsOf(text);
  return exact
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const folded = foldLetters(word);
      const number = beginOfNumber(spokenNumberKey(word));
      return hasMarks(word)
        ? { text: word, exact: true, folded, number }
        : { text: folded, exact: false, folded, number };
    });
}
