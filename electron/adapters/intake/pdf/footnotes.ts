/** Notes at a page's foot: they begin with a small raised number that stands raised in the text above, too. */
import type { Measure } from './lines';
import { rowsOf, textOf, type Piece } from './pieces';

const RAISED = 0.8;

/** The notes and what remains of the page: without them, and without their marks in the text, as in a Word file. */
export function takeFootnotes(
  pieces: readonly Piece[],
  measure: Measure,
): { readonly pieces: readonly Piece[]; readonly notes: readonly string[] } {
  const rows = rowsOf(pieces);
  const marks = rows.flatMap((row, index) =>
    row.pieces
      .filter(
        (piece) =>
          piece.size < row.size * RAISED && /^[(\[]?(?:\d{1,2}|\*{1,3})[)\]]?$/u.test(piece.text.trim()),
      )
      .map((piece) => ({ piece, index, mark: bareMark(piece) })),
  );
  const opens = (index: number) => {
    const [first] = rows[index]?.pieces ?? [];
    return marks.find(
      ({ piece, mark }) =>
        piece === first &&
        piece.left < measure.left + 60 &&
        marks.some((other) => other.mark === mark && other.index < index && other.piece !== first),
    );
  };
  const from = rows.findIndex((_, index) => opens(index) !== undefined);
  if (from < 0) return { pieces, notes: [] };
  const notes: string[] = [];
  const gone = new Set<Piece>();
  const noted = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index < from) continue;
    const open = opens(index);
    const words = textOf(row.pieces.filter((piece) => piece !== open?.piece));
    if (open) {
      notes.push(words);
      noted.add(open.mark);
    } else notes[notes.length - 1] = `${notes.at(-1) ?? ''} ${words}`;
    for (const piece of row.pieces) gone.add(piece);
  }
  // The word before a mark takes its room: what follows the mark, a comma perhaps, follows the word.
  const widened = new Map<Piece, Piece>();
  for (const { piece, mark, index } of marks) {
    if (!noted.has(mark)) continue;
    gone.add(piece);
    const row = rows[index]?.pieces ?? [];
    const before = row[row.indexOf(piece) - 1];
    if (before) widened.set(before, { ...before, right: Math.max(before.right, piece.right) });
  }
  const kept = pieces.filter((piece) => !gone.has(piece)).map((piece) => widened.get(piece) ?? piece);
  return { pieces: kept, notes };
}

function bareMark({ text }: Piece): string {
  return text.replace(/[()[\]\s]/gu, '');
}
