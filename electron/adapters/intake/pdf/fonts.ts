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
  let from: LegacyEncoding | null = null;
  const read: string[] = [];
  const decoded = pages.map((pieces) =>
    pieces.map((piece): Piece => {
      const { font, ...rest } = piece;
      if (BULLET.test(piece.text)) return { ...rest, text: '-' };
      const named = encodingOfFont(font);
      const encoding = named?.encoding ?? assumed;
      if (encoding === null || UNICODE_ONLY.test(piece.text) || /^[\u0020-\u007e]*$/u.test(piece.text)) {
        return named?.capitals === true ? { ...rest, text: piece.text.toUpperCase() } : rest;
      }
      from = encoding;
      const text = fromLegacy(piece.text, encoding);
      const capitals =
        named?.capitals === true
          ? text.toUpperCase()
          : named || encoding === 'vni'
            ? text
            : withTonedCapitals(text);
      return { ...rest, text: capitals };
    }),
  );
  if (from === null) return { pages: decoded, from };
  for (const [index, pieces] of pages.entries())
    for (const [at, { font }] of pieces.entries())
      if (encodingOfFont(font) !== null || assumed !== null) read.push(decoded[index]?.[at]?.text ?? '');
  return isExact(read.join(' ')) ? { pages: decoded, from } : null;
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
