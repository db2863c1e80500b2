/** Whether a PDF's text layer is there at all, and whether its letters are letters. */
import type { PdfPage } from './pieces';

/** A stamp, a page's number, the line of a digital signature: no page of a plan has less. */
const LEAST_LETTERS = 25;
/** Places that no letter has: what fonts without a Unicode map give. */
const NO_LETTER = /[\ue000-\uf8ff\ufffd\u25a1\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
const VOWEL = /[aeiouyăâêôơư]/u;

/** A stamp, a signature or an emblem takes less of a page; half a page of a scan takes more. */
const LEAST_PICTURE = 0.2;

export type LayerFault = 'scan' | 'garbage';

/** Null: fit to be read. `page` counts from 1. */
export function faultOf(
  pages: readonly PdfPage[],
): { readonly fault: LayerFault; readonly page: number } | null {
  const texts = pages.map(textOf);
  const written = texts.filter(isWritten).length;
  if (written * 2 < pages.length || written === 0) return { fault: 'scan', page: 1 };
  const broken = texts.findIndex(isGarbage);
  return broken < 0 ? null : { fault: 'garbage', page: broken + 1 };
}

/**
 * Pages that are pictures among pages with words, counted from 1: a scanned page that was put in between. What stands on
 * them is not read. A page with neither words nor a picture is blank.
 */
export function picturePagesOf(pages: readonly PdfPage[]): number[] {
  return pages.flatMap((page, index) =>
    !isWritten(textOf(page)) && page.pictured >= LEAST_PICTURE ? [index + 1] : [],
  );
}

const textOf = ({ pieces }: PdfPage): string => pieces.map(({ text }) => text).join(' ');

const isWritten = (text: string): boolean => text.replace(/\s/gu, '').length >= LEAST_LETTERS;

/**
 * Letters at places that mean nothing, or words that no one can pronounce: in Vietnamese every syllable has a vowel, and
 * only abbreviations have none. Fonts without a map often show the places of their glyphs: 29 before the letter's.
 */
function isGarbage(text: string): boolean {
  const bare = text.replace(/\s/gu, '');
  if (bare.length < LEAST_LETTERS) return false;
  const strange = bare.match(NO_LETTER)?.length ?? 0;
  if (strange > bare.length * 0.03) return true;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const letters = bare.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  // Dotted lines of a form are no letters either; signs among letters are.
  const signs = bare.replace(/[\p{L}\p{N}.,…_\-–—:;/()|*+“”"']/gu, '').length;
  if (signs > letters * 0.4) return true;
  if (words.length < 40) return false;
  const voiceless = words.filter((word) => !VOWEL.test(word.toLowerCase().normalize('NFD'))).length;
  return voiceless > words.length * 0.35;
}
