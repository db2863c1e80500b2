/**
 * Documents that a plan promises besides itself: "(có văn bản riêng)", "sẽ có hướng dẫn riêng", "có thông báo sau". What
 * is found is proposed; a person takes it as an obligation of our own, or says that it is none.
 */
import { parseDate, type PlainDate } from '../../date/plain-date';
import { fold, matchKey } from '../../text/normalize';
import { sentenceAt } from './sentence-at';

/** Kinds as written in running text → symbol type, where documents of that kind are numbered. */
const TYPES: readonly (readonly [string, string])[] = [
  ['ke hoach', 'KH'],
  ['huong dan', 'HD'],
  ['thong bao', 'TB'],
  ['giay moi', 'GM'],
  ['chuong trinh', 'CTr'],
  ['quyet dinh', 'QĐ'],
  ['cong van', 'CV'],
  ['van ban', 'CV'],
];

const KIND = '(?:ke hoach|huong dan|thong bao|giay moi|chuong trinh|quyet dinh|cong van|van ban)';
const WORDS = '(?:\\s+[a-z0-9]+)';
/** "có văn bản riêng", "(Có văn bản tổ chức hội nghị riêng)", "theo hướng dẫn riêng"; not "nói chung … nói riêng". */
const APART = new RegExp(
  `\\b(?:co|ban hanh|xay dung|theo|bang)\\s+(${KIND}(?:\\s+${KIND})?)${WORDS}{0,6}?\\s+(?<!noi\\s)rieng\\b`,
  'gu',
);
/** "có thông báo sau", "sẽ có hướng dẫn cụ thể sau". */
const LATER = new RegExp(
  `\\b(?:se\\s+)?co\\s+(${KIND}(?:\\s+${KIND})?)${WORDS}{0,2}?\\s+sau\\b(?!\\s+khi)`,
  'gu',
);
/** "sẽ có hướng dẫn", "sẽ ban hành kế hoạch". */
const WILL = new RegExp(`\\bse\\s+(?:co|ban hanh)\\s+(${KIND}(?:\\s+${KIND})?)`, 'gu');
const DAY = /\b\d{1,2}\/\d{1,2}\/\d{4}\b/gu;
const PROMISE_DAY = /truoc(?:\s+ngay)?|cham nhat|trong(?:\s+ngay)?|den(?:\s+ngay)?|xong/u;

export interface PromiseFound {
  readonly id: string;
  /** The sentence. */
  readonly text: string;
  /** Symbol type of what was promised. */
  readonly type: string;
  /** Only a day that the sentence sets as a limit; an unknown one is null. */
  readonly lastDay: PlainDate | null;
}

/** The same sentence has the same id, however it is spaced or marked. */
export function promiseId(text: string): string {
  return matchKey(text).replace(/ /gu, '-').slice(0, 96);
}

/** Each sentence once, in the order of the text. */
export function promisedDocuments(text: string): readonly PromiseFound[] {
  const { folded, places } = foldedWithPlaces(text);
  const hits = [APART, LATER, WILL]
    .flatMap((pattern) => [...folded.matchAll(pattern)])
    .sort((a, b) => a.index - b.index);
  const found = new Map<string, PromiseFound>();
  for (const hit of hits) {
    const start = places[hit.index] ?? 0;
    const end = places[hit.index + hit[0].length - 1] ?? start;
    const sentence = sentenceAt(text, { start, end: end + 1 });
    const id = promiseId(sentence);
    if (id === '' || found.has(id)) continue;
    found.set(id, { id, text: sentence, type: typeOf(hit[1] ?? ''), lastDay: limitIn(sentence) });
  }
  return [...found.values()];
}

/** Those that no person has decided about. */
export function undecidedPromises(
  text: string,
  settled: readonly { readonly id: string }[],
): readonly PromiseFound[] {
  const known = new Set(settled.map(({ id }) => id));
  return promisedDocuments(text).filter(({ id }) => !known.has(id));
}

/** "văn bản hướng dẫn" is a hướng dẫn: the nearer kind says more than "văn bản". */
function typeOf(kind: string): string {
  return TYPES.find(([words]) => kind.includes(words))?.[1] ?? 'CV';
}

function limitIn(sentence: string): PlainDate | null {
  for (const match of sentence.matchAll(DAY)) {
    const before = fold(sentence.slice(Math.max(0, match.index - 16), match.index));
    if (PROMISE_DAY.test(before)) return parseDate(match[0]);
  }
  return null;
}

/** Folding may change lengths (NFD input): each folded character knows where it came from; line breaks read as spaces. */
function foldedWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = /\s/u.test(character) ? ' ' : fold(character);
    // One space for many, so that a wrapped line reads like an unbroken one.
    if (!(plain === ' ' && folded.endsWith(' '))) {
      folded += plain;
      for (let index = 0; index < plain.length; index += 1) places.push(at);
    }
    at += character.length;
  }
  return { folded, places };
}
