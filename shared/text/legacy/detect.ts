/** Tells text that was typed in an encoding older than Unicode from ordinary text, by what becomes readable. */
import { fromLegacy, withTonedCapitals, type LegacyEncoding } from './convert';

const SAMPLE = 20_000;
/** Letters that only Unicode text has: they end the question. */
const ONLY_UNICODE = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]/g;
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** Share (0–1) of the words with other than ASCII letters that are Vietnamese syllables; 0 when there are too few. */
export function vietnameseShare(text: string): number {
  let marked = 0;
  let good = 0;
  for (const word of text.slice(0, SAMPLE).match(/[^\s.,;:!?()[\]"'“”‘’/\\|–—\-\d]+/gu) ?? []) {
    // Capitals and symbols of old encodings are no letters to Unicode, so any sign but ASCII counts as a mark.
    if (!/[^\u0000-\u007f]/.test(word)) continue;
    marked++;
    const bare = word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
    if (SYLLABLE.test(bare.normalize('NFC'))) good++;
  }
  return marked < 8 ? 0 : good / marked;
}

/** The old encoding of a text that reads as Windows-1252, or null: ordinary Unicode text is never taken for one. */
export function legacyEncodingOf(text: string): LegacyEncoding | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if ((sample.match(ONLY_UNICODE)?.length ?? 0) > letters * 0.01) return null;
  const own = vietnameseShare(sample);
  const scored = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, share: vietnameseShare(fromLegacy(sample, encoding)) }))
    .sort((a, b) => b.share - a.share)[0];
  return scored && scored.share >= 0.85 && scored.share > own + 0.3 ? scored.encoding : null;
}

export interface Converted {
  readonly text: string;
  /** The encoding that the text was converted from; null when it was Unicode. */
  readonly from: LegacyEncoding | null;
}

/** Unicode text of a text without fonts. */
export function toUnicode(text: string): Converted {
  const from = legacyEncodingOf(text);
  if (from === null) return { text, from };
  const converted = fromLegacy(text, from);
  return { text: from === 'tcvn3' ? withTonedCapitals(converted) : converted, from };
}
