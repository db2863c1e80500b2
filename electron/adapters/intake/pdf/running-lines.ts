/** Heads, feet and numbers of pages: no part of the text, but a mark of secrecy may stand among them. */
import { rowsOf, textOf, type PdfPage, type Piece, type Row } from './pieces';

/** Points from the upper and lower edge: text begins at 20 mm, a line's letters below that. */
const HEAD = 62;
const FOOT = 54;

export interface BarePage {
  readonly page: PdfPage;
  readonly pieces: readonly Piece[];
  /** What was taken off. */
  readonly running: readonly string[];
}

const NUMBER = /^(?:[-–—]\s*)?(?:trang\s+)?(\d{1,3})(?:\s*(?:\/|trên)\s*\d{1,3})?(?:\s*[-–—])?$/iu;

/** Takes off what the margins above and below repeat from page to page. */
export function withoutRunningLines(pages: readonly PdfPage[]): BarePage[] {
  const margins = pages.map((page) => rowsOf(page.pieces).filter((row) => isInMargin(page, row.baseline)));
  const seen = new Map<string, Set<number>>();
  for (const [index, rows] of margins.entries())
    for (const row of rows) {
      const key = repeated(row);
      seen.set(key, (seen.get(key) ?? new Set()).add(index));
    }
  return pages.map((page, index) => {
    const running = (margins[index] ?? []).filter(
      (row) =>
        isPageNumber(row, index, pages.length) ||
        (seen.get(repeated(row))?.size ?? 0) >= Math.max(2, pages.length * 0.4),
    );
    const gone = new Set(running.flatMap((row) => row.pieces));
    return {
      page,
      pieces: page.pieces.filter((piece) => !gone.has(piece)),
      running: running.flatMap(segmentsOf),
    };
  });
}

/** Words that stand apart on one line: a mark in a corner is a line of its own. */
export function segmentsOf(row: Row): string[] {
  const segments: Piece[][] = [];
  for (const piece of row.pieces) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    if (last && before && piece.left - before.right < row.size) last.push(piece);
    else segments.push([piece]);
  }
  return segments.map(textOf).filter((text) => text !== '');
}

/** Whether a line stands above or below where text may stand. */
export function isInMargin({ height }: PdfPage, baseline: number): boolean {
  return baseline <= HEAD || baseline >= height - FOOT;
}

/** The words with any number for any other, and the place to a few points. */
function repeated(row: Row): string {
  return `${Math.round(row.baseline / 4)} ${textOf(row.pieces).replace(/\d+/gu, '#')}`;
}

/** An annex counts from 1 again, so any number that a page of this file can have. */
function isPageNumber(row: Row, index: number, pages: number): boolean {
  const number = Number(NUMBER.exec(textOf(row.pieces))?.[1] ?? 0);
  return number >= 1 && (number <= pages + 1 || number === index + 1);
}
