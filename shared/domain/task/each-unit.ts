/**
 * Whom a quota asks by its own sentence: "Mỗi chi bộ đăng tối thiểu 02 tin, bài/tuần" asks the branches, not every unit.
 * The words are found here; the directory says which units they mean (`TaskDirectory.each`). Where it knows none, the
 * section's assignment binds, else every unit; a person sees which of these it was, and may choose.
 */
import { fold } from '../../text/normalize';

const AHEAD = String.raw`([\p{L}][\p{L}\s\-–]{0,80})`;
const EACH = new RegExp(String.raw`(?<!\p{L})(?:mỗi|từng|mọi)\s+(?:một\s+)?${AHEAD}`, 'giu');
/** Only as the subject: "các chi bộ đăng …"; elsewhere they may be whom the pieces are about. */
const ALL = new RegExp(
  String.raw`^(?:\(?[\p{L}\d]{1,3}[.)]\s*)?(?:tất cả\s+|toàn bộ\s+)?các\s+${AHEAD}`,
  'iu',
);
/** "02 tin, bài/tuần/chi bộ" */
const PER = new RegExp(String.raw`/\s*(?:tuần|tháng|quý|năm)\s*/\s*${AHEAD}`, 'giu');
/** Times, people, and words that mean everybody. */
const NO_UNIT_WORDS =
  /^(?:tuan|thang|quy|nam|ngay|ky|dot|lan|tin|bai|buoi|can bo|dang vien|nguoi|ho|cong dan|don vi|co quan|to chuc|dia phuong|noi dung)(?!\p{L})/u;
const LONGEST = 8;

/** Phrases that begin with whom the sentence asks, in the order in which they count; [] where it says none. */
export function eachPhrases(sentence: string): string[] {
  const phrases = [
    ...[...sentence.matchAll(EACH)].map(([, words]) => words),
    ALL.exec(sentence)?.[1],
    ...[...sentence.matchAll(PER)].map(([, words]) => words),
  ];
  return phrases.flatMap((words) => {
    const phrase = (words ?? '').replace(/\s+/gu, ' ').trim().split(' ').slice(0, LONGEST).join(' ');
    return phrase === '' || NO_UNIT_WORDS.test(fold(phrase)) ? [] : [phrase];
  });
}

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** Beginnings of a phrase, the longest first: the name of whom it asks stands before the verb. */
export function beginningsOf(phrase: string): readonly string[] {
  const words = phrase.split(' ');
  return words.map((_, index) => words.slice(0, words.length - index).join(' '));
}

/** Units of a kind that the directory has no group for, by the first words of their names; [] unless there are several. */
export function unitsOfKind(beginning: string, units: readonly NamedUnit[]): readonly string[] {
  const key = fold(beginning).trim();
  const kind = key === 'truong hoc' || key === 'nha truong' ? 'truong' : key;
  if (!kind.includes(' ') && kind !== 'truong') return [];
  const found = units.filter(({ name }) => fold(name).startsWith(`${kind} `)).map(({ id }) => id);
  return found.length > 1 ? found : [];
}
