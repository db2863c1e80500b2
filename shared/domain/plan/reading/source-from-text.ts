/** Plain text, Markdown and pasted text → the blocks that are read. */
import { toUnicode } from '../../../text/legacy/detect';
import { toNfc } from '../../../text/normalize';
import { keyOf } from './lines';
import { withoutLetterSpacing, withoutMarkup } from './markup';
import type { SourceBlock, SourceDocument, SourceParagraph, SourceTable } from './source';
import { DOCUMENT_KINDS, SPACED_PHRASES } from './vocabulary';

const COLUMN_GAP = /\t+| {3,}/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;
const TABLE_RULE = /^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$/;

/** The blocks of a text: one paragraph a printed line (joining is done later), Markdown tables, two-column letterheads. */
export function sourceFromText(text: string): SourceDocument {
  const unicode = toUnicode(toNfc(text));
  const lines = toNfc(unicode.text)
    .replace(/<br\s*\/?>/gi, '\u2028')
    .replace(/[\f\v]/g, '\n\n')
    // Layout by hundreds of spaces says no more than by forty.
    .replace(/[ \t]{40,}/g, ' '.repeat(40))
    .split('\n');
  const blocks: SourceBlock[] = [];
  let gap = true;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (isRowOfTable(lines, index)) {
      const rows: string[] = [];
      while (index < lines.length && TABLE_ROW.test(lines[index] ?? '')) rows.push(lines[index++] ?? '');
      index--;
      blocks.push(markdownTable(rows));
      gap = true;
      continue;
    }
    const tabbed = rowsByTabs(lines, index);
    if (tabbed > 0) {
      blocks.push(tableByTabs(lines.slice(index, index + tabbed).filter((row) => row.trim() !== '')));
      index += tabbed - 1;
      gap = true;
      continue;
    }
    // Lines of column bars only are what a web page's table leaves behind.
    if (/^[\s|]*$/.test(line)) {
      gap = true;
      continue;
    }
    // A bar inside a line is the edge of a cell whose text has several lines.
    for (const [at, cell] of line.split('|').entries()) {
      gap ||= at > 0;
      for (const part of cell.split('\u2028')) {
        if (part.trim() === '') continue;
        blocks.push(paragraph(part, gap));
        gap = false;
      }
    }
  }
  return {
    blocks: withColumns(blocks),
    ...(unicode.from === null ? {} : { convertedFrom: unicode.from }),
  };
}

function isRowOfTable(lines: readonly string[], index: number): boolean {
  if (!TABLE_ROW.test(lines[index] ?? '')) return false;
  const bars = (line: string | undefined) => (line ?? '').split('|').length;
  return bars(lines[index]) > 3 || (bars(lines[index]) === 3 && TABLE_RULE.test(lines[index + 1] ?? ''));
}

/**
 * How many lines from `index` on are rows of a table copied from a word processor: cells parted by tabs, three or more.
 * Blank lines between the rows are counted with them.
 */
function rowsByTabs(lines: readonly string[], index: number): number {
  const cells = (line: string | undefined) => (line ?? '').split('\t').length;
  const width = cells(lines[index]);
  if (width < 3 || (lines[index] ?? '').trim() === '') return 0;
  const rows: string[] = [];
  let end = index;
  for (let at = index; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (cells(line) !== width) break;
    rows.push(line);
    end = at + 1;
  }
  return rows.length >= 2 && rows.every(isTabbedRow) ? end - index : 0;
}

/** Runs of tabs only push text to the right (a letterhead's columns); a row's cells stand one by one. */
function isTabbedRow(line: string): boolean {
  const cells = line.split('\t');
  return cells.filter((cell) => cell.trim() !== '').length >= Math.max(2, cells.length - 2);
}

function tableByTabs(rows: readonly string[]): SourceTable {
  return {
    kind: 'table',
    rows: rows.map((row) => ({
      cells: row
        .split('\t')
        .map((cell) => ({ paragraphs: cell.trim() === '' ? [] : [collapsed(paragraph(cell, false))] })),
    })),
  };
}

function paragraph(raw: string, gapBefore: boolean): SourceParagraph {
  const { text, headingLevel, bold } = withoutMarkup(raw);
  const dated = text
    .replace(/(ngày[\d.…]*|tháng[\d.…]*)\s{2,}(?=tháng|năm|\d)/giu, '$1 ')
    .replace(/((?:ngày|tháng)\s+[\d.…]+)\s{2,}(?=tháng|năm)/giu, '$1 ')
    .replace(/(số\s*:?)\s{2,}(?=[/-]\s?\p{L})/giu, '$1 ');
  // Column gaps are kept for `withColumns`; every other run of spaces is one.
  const spaced = withoutLetterSpacing(dated, SPACED_PHRASES);
  return {
    kind: 'paragraph',
    text: spaced,
    gapBefore,
    ...(headingLevel === null ? {} : { headingLevel }),
    ...(bold ? { bold } : {}),
  };
}

function markdownTable(rows: readonly string[]): SourceTable {
  return {
    kind: 'table',
    rows: rows
      .filter((row) => !TABLE_RULE.test(row))
      .map((row) => ({
        cells: row
          .trim()
          .replace(/^\||\|$/g, '')
          .split('|')
          .map((cell) => ({
            paragraphs: cell
              .split('\u2028')
              .filter((part) => part.trim() !== '')
              .map((part) => paragraph(part, false)),
          })),
      })),
  };
}

/**
 * Lines printed in two columns (letterhead, signature): "ĐẢNG BỘ …      ĐẢNG CỘNG SẢN …". Neighbouring ones become a
 * table of one row, so that a name that wraps within its column stays together.
 */
function withColumns(blocks: readonly SourceBlock[]): SourceBlock[] {
  const out: SourceBlock[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index];
    if (!block || block.kind === 'table' || !isTwoColumns(block)) {
      if (block) out.push(block.kind === 'table' ? block : collapsed(block));
      index++;
      continue;
    }
    const left: SourceParagraph[] = [];
    const right: SourceParagraph[] = [];
    while (index < blocks.length) {
      const row = blocks[index];
      // The kind of document ends a letterhead, whether a blank line parts them or not.
      if (!row || row.kind === 'table' || isKindLine(row.text)) break;
      if (isTwoColumns(row)) {
        const [first = '', ...rest] = row.text.trim().split(COLUMN_GAP);
        left.push({ ...row, text: first.trim() });
        right.push({ ...row, text: rest.join(' ').trim() });
      } else if (/^\s{16,}\S/.test(row.text)) right.push(collapsed(row));
      else if (left.length > 0 && row.gapBefore !== true && row.text.trim().length < 45 && left.length < 12)
        left.push(collapsed(row));
      else break;
      index++;
    }
    out.push({
      kind: 'table',
      layout: true,
      rows: [{ cells: [{ paragraphs: left }, { paragraphs: right }] }],
    });
  }
  return out;
}

function isKindLine(text: string): boolean {
  const key = keyOf(text.trim());
  return text === text.toUpperCase() && DOCUMENT_KINDS.some((kind) => kind === key);
}

function isTwoColumns(block: SourceParagraph): boolean {
  const text = block.text.trim();
  if (text.length > 150) return false;
  const parts = text.split(COLUMN_GAP);
  if (parts.length < 2 || parts.length > 3) return false;
  const [first = '', second = ''] = parts;
  // A number or a dash followed by a wide gap is a list item, not a column.
  if (/^\*{1,3}$/.test(first)) return second.length > 3;
  return first.length > 3 && second.length > 3 && !/^(?:[-+•*]|\(?[\p{L}\d.]{1,5}[.)])$/u.test(first);
}

function collapsed(block: SourceParagraph): SourceParagraph {
  return { ...block, text: block.text.replace(/[^\S\n]+/g, ' ').trim() };
}
