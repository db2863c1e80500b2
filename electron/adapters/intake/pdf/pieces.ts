/** What stands on the pages of a PDF, as its text layer and its drawing say: the input of every geometric rule here. */

/** A run of letters. Lengths are points, from the left and the top edge of the page as it is shown. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line that the letters stand on. */
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A space was written behind it, however narrow. */
  readonly spaceAfter: boolean;
}

/** A drawn straight line, or the edge of a drawn rectangle; thin filled rectangles are lines too. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order of the file; turned letters are not among them. */
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  /** Letters that stand askew or upright along an edge: a stamp, a watermark. */
  readonly turned: readonly string[];
  /** Share of the page that pictures take up, from 0 to 1. */
  readonly pictured: number;
}

/** Share of the size from which a gap between two pieces is a space. Justified lines squeeze theirs to about a fifth. */
const SPACE = 0.12;

/** A bold look is made by printing twice, a hair apart: the second print says nothing. */
export function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const byText = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const twins = byText.get(piece.text) ?? [];
    const doubled = twins.some(
      (twin) =>
        Math.abs(twin.left - piece.left) < piece.size * 0.12 &&
        Math.abs(twin.right - piece.right) < piece.size * 0.12 &&
        Math.abs(twin.baseline - piece.baseline) < piece.size * 0.12,
    );
    if (doubled) continue;
    byText.set(piece.text, [...twins, piece]);
    kept.push(piece);
  }
  return kept;
}

/** Pieces that share a baseline, from left to right. Small letters raised above it (a footnote's mark) belong to it. */
export interface Row {
  readonly baseline: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** The rows of some pieces, from top to bottom. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: { baseline: number; size: number; pieces: Piece[] }[] = [];
  // The largest letters say where a line stands; the small and raised ones join it.
  for (const piece of [...pieces].sort((one, other) => other.size - one.size)) {
    const row = rows.find(
      ({ baseline, size }) =>
        Math.abs(baseline - piece.baseline) <
        Math.max(0.45 * piece.size, piece.size < size * 0.75 ? 0.4 * size : 0),
    );
    if (row) row.pieces.push(piece);
    else rows.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
  }
  for (const row of rows) row.pieces.sort((one, other) => one.left - other.left);
  return rows.sort((one, other) => one.baseline - other.baseline);
}

/** The words of pieces on one baseline: a space where the file has one or the gap says so. */
export function textOf(pieces: readonly Piece[]): string {
  let out = '';
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (
      before &&
      (before.spaceAfter || piece.left - before.right > SPACE * Math.max(before.size, piece.size))
    )
      out += ' ';
    out += piece.text;
  }
  return out.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
