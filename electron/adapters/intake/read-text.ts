/**
 * The words of a file, for searching only: a .docx, .xlsx or .txt by the readers that take such files in (with their
 * limits), a PDF by its text layer. Chosen by what the bytes are. Usable in a worker alone.
 */
import { ok, type Result } from '../../../shared/result';
import type { SourceBlock } from '../../../shared/domain/plan/reading/source';
import { recogniseContainer } from './container';
import { readPdfText } from './pdf/read-pdf-text';
import { readDocumentBytes } from './read-document';
import { readTables } from './xlsx/read-tables';

/** Some hundred pages: what comes after is not searched. */
export const MAX_LETTERS = 200_000;

/** Cut to `MAX_LETTERS`. BAD_REQUEST: no words can be read (a picture, a scan's format, damaged, protected). */
export async function readText(bytes: Uint8Array, fileName: string): Promise<Result<string>> {
  const text = await whole(bytes, fileName);
  return text.ok ? ok(text.value.slice(0, MAX_LETTERS).trim()) : text;
}

async function whole(bytes: Uint8Array, fileName: string): Promise<Result<string>> {
  if (recogniseContainer(bytes) === 'pdf') return readPdfText(bytes, fileName, MAX_LETTERS);
  const document = await readDocumentBytes(bytes, fileName);
  if (document.ok) {
    const { blocks, footnotes = [], pageLines = [] } = document.value;
    return ok([...blocks.map(textOfBlock), ...footnotes, ...pageLines].join('\n'));
  }
  if (document.error.details?.['reason'] !== 'xlsx') return document;
  const tables = await readTables(bytes, fileName);
  if (!tables.ok) return tables;
  return ok(
    tables.value
      .flatMap(({ sheet, rows }) => [sheet, ...rows.map(({ cells }) => cells.join('\t').trim())])
      .join('\n'),
  );
}

function textOfBlock(block: SourceBlock): string {
  if (block.kind === 'paragraph')
    return block.label === undefined ? block.text : `${block.label} ${block.text}`;
  return block.rows
    .map((row) => row.cells.flatMap((cell) => cell.paragraphs.map(({ text }) => text)).join(' '))
    .join('\n');
}
