/**
 * A block of cells as Excel, LibreOffice and WPS put it on the clipboard: cells parted by tabs, lines by CRLF with one
 * at the end, a cell that holds a tab, a line break or begins with a quote in quotes with quotes doubled.
 */
import { toNfc } from './normalize';

/** At least one line with one cell; texts in NFC, line breaks inside a cell as \n. */
export function parseTable(text: string): string[][] {
  const source = toNfc(text).replace(/\r\n?/g, '\n');
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, next] = readCell(source, at);
    cells.push(cell);
    if (source[next] === '\t') {
      at = next + 1;
      continue;
    }
    lines.push(cells);
    cells = [];
    // The line break that ends the last line begins no other.
    if (next + 1 >= source.length) return lines;
    at = next + 1;
  }
}

/** The cell that begins at `at`, and where it ends. A quote that is never closed is an ordinary character. */
function readCell(source: string, at: number): readonly [string, number] {
  if (source[at] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(source);
    if (match) return [(match[1] ?? '').replaceAll('""', '"'), quoted.lastIndex];
  }
  const end = source.slice(at).search(/[\t\n]/);
  return end < 0 ? [source.slice(at), source.length] : [source.slice(at, at + end), at + end];
}

export function formatTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join('\t')}\r\n`).join('');
}

function formatCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What begins with = + @ (or - before no digit) would be taken for a formula: an apostrophe keeps it text. */
export function harmlessCell(text: string): string {
  return /^[=+@]|^-(?!\d)/.test(text) ? `'${text}` : text;
}
