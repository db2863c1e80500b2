/** Lines of positioned pieces, and where a page's text begins and ends across. */
import { rowsOf, textOf, type Piece, type Row } from './pieces';

export interface TextLine extends Omit<Piece, 'spaceAfter'> {
  /** Width of its first word: would it have fitted on the line above? */
  readonly firstWord: number;
}

/** The lines of pieces that stand in one column. Rows without a word are left out. */
export function linesOf(pieces: readonly Piece[]): TextLine[] {
  return rowsOf(pieces)
    .map(lineOf)
    .filter(({ text }) => text !== '');
}

export function lineOf({ baseline, size, pieces }: Row): TextLine {
  const letters = (some: readonly Piece[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const all = letters(pieces);
  const mostly = (some: readonly Piece[]) => all > 0 && letters(some) >= all * 0.9;
  return {
    text: textOf(pieces),
    left: pieces[0]?.left ?? 0,
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline,
    size,
    bold: mostly(pieces.filter(({ bold }) => bold)),
    italic: mostly(pieces.filter(({ italic }) => italic)),
    firstWord: widthOfFirstWord(pieces),
  };
}

/** Letters are taken as equally wide where a piece holds several words. */
function widthOfFirstWord(pieces: readonly Piece[]): number {
  let width = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before && (before.spaceAfter || piece.left - before.right > 0.12 * piece.size)) break;
    const space = piece.text.trimStart().search(/\s/u);
    if (space > 0) return width + ((piece.right - piece.left) * space) / piece.text.length;
    width += piece.right - piece.left;
  }
  return width;
}

/** The left and right edge that a page's running text keeps to. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

/** Whether a line stands in the middle of the text, with room on both sides: a title, a heading, a signature's kind. */
export function isCentred(line: TextLine, { left, right }: Measure): boolean {
  const shift = (line.left + line.right) / 2 - (left + right) / 2;
  return Math.abs(shift) < 4 && line.left > left + 4 && line.right < right - 4;
}
