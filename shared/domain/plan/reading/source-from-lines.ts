/** A plan's own text, one whole paragraph a line → the blocks that are read. */
import type { SourceBlock, SourceDocument, SourceTable } from './source';
import { CELL_EDGE } from './lines';

/**
 * The blocks of a text that was written here: each line is a paragraph, lines with " | " between words are the rows of
 * a table. Unlike `sourceFromText` nothing is guessed, so the text that the reading returns is this text.
 */
export function sourceFromLines(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  let rows: SourceTable['rows'][number][] = [];
  const closeTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (line.includes(CELL_EDGE)) {
      rows.push({
        cells: line.split(CELL_EDGE).map((cell) => ({ paragraphs: [{ kind: 'paragraph', text: cell }] })),
      });
      continue;
    }
    closeTable();
    blocks.push({ kind: 'paragraph', text: line });
  }
  closeTable();
  return { blocks, wholeParagraphs: true };
}
