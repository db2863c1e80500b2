/** Letters of fonts that are older than Unicode, and symbols of private fonts, in a PDF's text layer. */
import {
  encodingOfFont,
  fromLegacy,
  withTonedCapitals,
  type LegacyEncoding,
} from '../../../../shared/text/legacy/convert';
import { legacyEncodingOf, vietnameseShare } from '../../../../shared/text/legacy/detect';
import type { Piece } from './pieces';

/** A piece with the name of its font. */
export interface FontPiece extends Piece {
  readonly font: string;
}

/** Bullets of Symbol and Wingdings have places in a private area; they print as a dash, as in a Word file. */
const BULLET = /^\s*[\uf020-\uf0ff\u25a0-\u25ff\u2022\u2023\u2043\u27a2\u2713\u2714]\s*$/u;
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;

export interface DecodedFonts {
  readonly pages: readonly (readonly Piece[])[];
  readonly from: LegacyEncoding | null;
}

/** Null: letters of an old font that can't be turned into Unicode without a doubt. */
export function decodeFonts(pages: readonly (readonly FontPiece[])[]): DecodedFonts | null {
  const assumed = legacyEncodingOf(
    pages.map((pieces) => pieces.map(({ text }) => text).join('\n')).join('\n'),
  );
  const found = new Set<LegacyEncoding>();
  const old: string[] = [];
  const decoded = pages.map((pieces) =>
    pieces.map(({ font, ...piece }): Piece => {
      if (BULLET.test(piece.text)) return { ...piece, text: '-' };
      const named = encodingOfFont(font);
      const encoding = named?.encoding ?? assumed;
      if (encoding === null) return piece;
      const isUnicode = UNICODE_ONLY.test(piece.text);
      const read = isUnicode ? piece.text : fromLegacy(piece.text, encoding);
      const text = named?.capitals === true ? read.toUpperCase() : named ? read : capitalsOf(read, encoding);
      if (read !== piece.text) found.add(encoding);
      if (!isUnicode) old.push(text);
      return { ...piece, text };
    }),
  );
  const [from = null] = found;
  return from === null || isExact(old.join(' ')) ? { pages: decoded, from } : null;
}

/** No font says which capitals were meant: a word's own capitals do. */
function capitalsOf(text: string, encoding: LegacyEncoding): string {
  return encoding === 'tcvn3' ? withTonedCapitals(text) : text;
}

/**
 * Whether nothing was lost. TCVN3 writes "ư" at the place of the soft hyphen, which makers and readers of PDFs drop or
 * turn into a hyphen: a text without a single one, or with hyphens inside its words, has lost them.
 */
function isExact(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= 200 && !/[ưừứửữự]/iu.test(text)) return false;
  if (letters >= 200 && (text.match(/ư/giu)?.length ?? 0) < letters / 400) return false;
  if (/\p{Ll}-\p{Ll}/u.test(text)) return false;
  const share = vietnameseShare(text);
  return share === 0 ? !/[\u0080-\u009f¡-¿]/u.test(text) : share >= 0.9;
}
