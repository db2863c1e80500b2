/** Invented pieces of a page: words at places, as a PDF's text layer gives them. */
import type { PdfPage, Piece, Rule } from '../../../electron/adapters/intake/pdf/pieces';

/** Letters are as wide as half their size, so that places can be reckoned in the head. */
export function piece(text: string, left: number, baseline: number, more: Partial<Piece> = {}): Piece {
  const size = more.size ?? 14;
  return {
    text,
    left,
    right: left + text.length * size * 0.5,
    baseline,
    size,
    bold: false,
    italic: false,
    spaceAfter: false,
    ...more,
  };
}

/** One piece in the middle between two edges. */
export function centred(
  text: string,
  baseline: number,
  left = 85,
  right = 553,
  more: Partial<Piece> = {},
): Piece {
  const one = piece(text, 0, baseline, more);
  return piece(text, (left + right - one.right) / 2, baseline, more);
}

/** A line of running text that fills its width from `left` to `right`. */
export function full(
  text: string,
  left: number,
  baseline: number,
  right = 553,
  more: Partial<Piece> = {},
): Piece {
  return { ...piece(text, left, baseline, more), right };
}

export function page(
  pieces: readonly Piece[],
  rules: readonly Rule[] = [],
  turned: readonly string[] = [],
): PdfPage {
  return { width: 595, height: 842, pieces, rules, turned, pictured: 0 };
}

/** The ruled lines of a table. */
export function grid(columns: readonly number[], rows: readonly number[]): Rule[] {
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return [
    ...columns.map((x) => ({ left: x, right: x + 0.5, top, bottom })),
    ...rows.map((y) => ({ left, right, top: y, bottom: y + 0.5 })),
  ];
}
