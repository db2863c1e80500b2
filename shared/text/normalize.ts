/**
 * Vietnamese text: one form (NFC) at every entrance, and folded keys for search and matching.
 */

import { legacyEncodingOf } from './legacy/detect';

/** NFC with ordinary spaces and line feeds: what every entrance (RPC, files, clipboard) applies. */
export function toNfc(text: string): string {
  // In TCVN3 the soft hyphen is the letter "ư": text pasted from an old document keeps it until it is converted.
  const isLetter = text.includes('\u00ad') && legacyEncodingOf(text) === 'tcvn3';
  return (isLetter ? text : text.replaceAll('\u00ad', ''))
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u200b\ufeff]/g, '');
}

/** `toNfc` over every string of a JSON value. */
export function nfcDeep<T>(value: T): T {
  if (typeof value === 'string') return toNfc(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => nfcDeep(item)) as T;
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [toNfc(key), nfcDeep(item as unknown)]),
    ) as T;
  }
  return value;
}

/** Lower case without marks: "Kế hoạch" → "ke hoach", "Đường" → "duong". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether a text carries any Vietnamese mark (tone, vowel or đ). */
export function hasMarks(text: string): boolean {
  return /[đĐ]/.test(text) || /\p{M}/u.test(text.normalize('NFD'));
}

/** Two placements of a tone mark that are one spelling: modern, traditional. */
export const TONE_PLACEMENTS: readonly (readonly [string, string])[] = [
  ['oà', 'òa'], ['oá', 'óa'], ['oả', 'ỏa'], ['oã', 'õa'], ['oạ', 'ọa'],
  ['oè', 'òe'], ['oé', 'óe'], ['oẻ', 'ỏe'], ['oẽ', 'õe'], ['oẹ', 'ọe'],
  ['uỳ', 'ùy'], ['uý', 'úy'], ['uỷ', 'ủy'], ['uỹ', 'ũy'], ['uỵ', 'ụy'],
]; // prettier-ignore

/** Lower-case key in which the two placements of a tone mark (uỷ/ủy, hoà/hòa) are the same word; marks are kept. */
export function spellingKey(text: string): string {
  let key = toNfc(text).toLowerCase();
  for (const [modern, traditional] of TONE_PLACEMENTS) key = key.replaceAll(modern, traditional);
  return key.replace(/\s+/g, ' ').trim();
}

/** Key for matching names: folded, punctuation and repeated spaces dropped. */
export function matchKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
