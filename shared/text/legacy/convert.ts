/** TCVN3 (ABC) and VNI-Windows text ↔ Unicode, letter by letter by the code tables. */
import { TCVN3, VNI } from './tables';

export type LegacyEncoding = 'tcvn3' | 'vni';

/** What a font's name says of the letters set in it: ".VnTime", ".VnTimeH" (capitals), "VNI-Times"; null for others. */
export function encodingOfFont(font: string): { encoding: LegacyEncoding; capitals: boolean } | null {
  if (/^\.?vn[a-z]/i.test(font) && !/^vni/i.test(font) && /^\./.test(font))
    return { encoding: 'tcvn3', capitals: /[a-z]H$/.test(font) };
  return /^vni[-\s]/i.test(font) ? { encoding: 'vni', capitals: false } : null;
}

const fromTcvn3 = new Map(TCVN3.map(([letter, code]) => [code, letter]));
const toTcvn3 = new Map(TCVN3);
const fromVni = new Map(VNI.map(([letter, code]) => [code, letter]));
const toVni = new Map(VNI);

/** Legacy text as Windows-1252 letters → Unicode (NFC). Letters that the table does not have stay. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  // Symbol fonts put the bytes into a private area; some programs turn the micro sign into the Greek letter.
  const bytes = text
    .replace(/[\uf020-\uf0ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000))
    .replaceAll('\u03bc', '\u00b5');
  if (encoding === 'tcvn3') return Array.from(bytes, (letter) => fromTcvn3.get(letter) ?? letter).join('');
  let out = '';
  for (let at = 0; at < bytes.length;) {
    const pair = bytes.slice(at, at + 2);
    const base = pair[0] ?? '';
    // A capital with a small mark happens; the vowel tells the case.
    const mixed = base === base.toUpperCase() ? pair.toUpperCase() : pair.toLowerCase();
    const two = pair.length === 2 ? (fromVni.get(pair) ?? fromVni.get(mixed)) : undefined;
    if (two !== undefined) {
      out += two;
      at += 2;
      continue;
    }
    out += fromVni.get(base) ?? base;
    at += 1;
  }
  return out;
}

/**
 * Unicode → legacy text as Windows-1252 letters. TCVN3 has no toned capitals: they are written as small ones, as the
 * typist does who then chooses a font of capitals.
 */
export function toLegacy(text: string, encoding: LegacyEncoding): string {
  const letters = Array.from(text.normalize('NFC'));
  return encoding === 'vni'
    ? letters.map((letter) => toVni.get(letter) ?? letter).join('')
    : letters.map((letter) => toTcvn3.get(letter) ?? toTcvn3.get(letter.toLowerCase()) ?? letter).join('');
}

/**
 * TCVN3 text of a file without fonts: a line or word whose plain letters are all capitals was set in a font of
 * capitals, so its toned letters are capitals too ("KÕ HO¹CH" → "KẾ HOẠCH").
 */
export function withTonedCapitals(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const plain = line.match(/[A-Za-z]/g) ?? [];
      const small = plain.filter((letter) => letter >= 'a').length;
      if (plain.length >= 4 && small === 0) return line.toUpperCase();
      return line.replace(/\p{L}+/gu, (word) =>
        (word.match(/[A-Z]/g)?.length ?? 0) >= 2 && !/[a-z]/.test(word) ? word.toUpperCase() : word,
      );
    })
    .join('\n');
}
