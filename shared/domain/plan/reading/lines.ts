/** Printed lines and the normalised text that all offsets refer to. */
import { toNfc } from '../../../text/normalize';
import type { SourceDocument, SourceParagraph, SourceTable } from './source';

/** Between the cells of a table's row, where a row is one line of text. */
export const CELL_EDGE = ' | ';

export interface Line {
  readonly text: string;
  /** `keyOf` the text. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** A blank line or a real paragraph's end stands before it. */
  readonly gapBefore: boolean;
  /** The line begins a paragraph of a word processor: such paragraphs are rarely cut. */
  readonly paragraphStart: boolean;
  readonly headingLevel: number | null;
  readonly bold: boolean;
  /** The cells of a table's row that stands as one line, parted by " | ". */
  readonly cells: readonly Cell[] | null;
  /** Cell of a layout table (letterhead, signature): lines of different cells are never joined. */
  readonly cellId: number | null;
}
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface RawLine {
  text: string;
  gapBefore: boolean;
  paragraphStart: boolean;
  headingLevel: number | null;
  bold: boolean;
  cells: string[] | null;
  cellId: number | null;
}

const RULE = /^[\s\-–—_=*.~+|]{3,}$/;

/** A line of dashes, stars or dots under a heading. */
export function isRule(text: string): boolean {
  return RULE.test(text);
}

/**
 * The lines of a document and its normalised text: the lines, each once, parted by line feeds. `running` are the heads
 * and feet of pages that a conversion left between the lines; they are no part of the text.
 */
export function linesOf(document: SourceDocument): {
  text: string;
  lines: Line[];
  running: readonly string[];
} {
  const raw: RawLine[] = [];
  let cellId = 0;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') raw.push(...linesOfParagraph(block, null));
    else if (document.wholeParagraphs !== true && isLayoutTable(block))
      for (const row of block.rows)
        for (const cell of row.cells) {
          cellId++;
          for (const paragraph of cell.paragraphs) raw.push(...linesOfParagraph(paragraph, cellId));
        }
    else raw.push(...rowsOfTable(block));
  }
  // What a person wrote here has no page numbers and no running heads.
  if (document.wholeParagraphs === true) return { ...placed(raw), running: [] };
  const { lines, running } = withoutRunningLines(raw);
  return { ...placed(withoutPageNumbers(lines)), running };
}

function linesOfParagraph(paragraph: SourceParagraph, cellId: number | null): RawLine[] {
  const label = paragraph.label === undefined ? '' : `${paragraph.label} `;
  const parts = toNfc(label + paragraph.text).split('\n');
  const out: RawLine[] = [];
  for (const part of parts) {
    const text = part.replace(/\s+/gu, ' ').trim();
    if (text === '') continue;
    out.push({
      text,
      gapBefore: out.length === 0 && (paragraph.gapBefore ?? true),
      paragraphStart: out.length === 0 && paragraph.gapBefore === undefined,
      headingLevel: paragraph.headingLevel ?? null,
      bold: paragraph.bold ?? false,
      cells: null,
      cellId,
    });
  }
  return out;
}

/** A table that only places text: the letterhead, the signature beside Nơi nhận, or one column around the whole text. */
function isLayoutTable(table: SourceTable): boolean {
  if (table.layout === true) return true;
  if (table.rows.every((row) => row.cells.length < 2)) return true;
  if (table.rows.length > 6) return false;
  return table.rows.some((row) =>
    row.cells.some((cell) =>
      cell.paragraphs.some((paragraph) =>
        /nơi nhận|cộng h[òo][aà] xã hội|đảng cộng sản việt nam|^\s*số\s*[:.]?\s*\d*\s*[-/]|^\s*(?:t\/m|tm\.|kt\.)\s|^[^,]{2,40},\s*ngày.*tháng/iu.test(
          toNfc(paragraph.text),
        ),
      ),
    ),
  );
}

function rowsOfTable(table: SourceTable): RawLine[] {
  const out: RawLine[] = [];
  for (const row of table.rows) {
    const cells = row.cells.map((cell) =>
      cell.paragraphs
        .map(
          (paragraph) =>
            `${paragraph.label === undefined ? '' : `${paragraph.label} `}${toNfc(paragraph.text)}`,
        )
        .join(' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
    if (cells.every((cell) => cell === '')) continue;
    out.push({
      text: cells.join(CELL_EDGE),
      gapBefore: true,
      paragraphStart: true,
      headingLevel: null,
      bold: false,
      cells,
      cellId: null,
    });
  }
  return out;
}

/** "Kế hoạch số 72-KH/ĐU      3", "3 | Kế hoạch …": the page's number at either end of a head or foot. */
const AT_AN_END =
  /^[-–|\s]*\d{1,3}\s*[-–|]?\s+(?=\D)|\s+[-–|]?\s*(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–|\s]*$/giu;

/**
 * Heads and feet of pages: the same line beside a page number, or with a growing one at its end, on two pages or more.
 * Only lines of the text's inside are looked at: a letterhead has no twin.
 */
function withoutRunningLines(lines: readonly RawLine[]): {
  lines: readonly RawLine[];
  running: readonly string[];
} {
  const bare = (line: RawLine | undefined) => {
    if (!line || line.cells !== null || line.text.length > 110) return '';
    const text = keyOf(line.text.replace(AT_AN_END, ''));
    return text.length < 8 || /^[-–+•*]\s|^\(?[\p{L}\d]{1,4}[.)]\s/u.test(text) ? '' : text;
  };
  const isNumber = (line: RawLine | undefined) =>
    line !== undefined &&
    /^(?:[-–]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?$/iu.test(line.text);
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const key = bare(line);
    const numbered = key !== '' && key.length < line.text.length;
    if (key === '' || !(numbered || isNumber(lines[index - 1]) || isNumber(lines[index + 1]))) continue;
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const dropped = new Set<number>();
  for (const found of places.values()) {
    const texts = new Set(found.map((index) => lines[index]?.text));
    // The same words with the same number are an item said twice, unless bare numbers stand beside them.
    const beside = found.some((index) => isNumber(lines[index - 1]) || isNumber(lines[index + 1]));
    if (found.length >= 2 && (beside || texts.size === found.length))
      for (const index of found) dropped.add(index);
  }
  return {
    lines: lines.filter((_, index) => !dropped.has(index)),
    running: [...dropped].sort((a, b) => a - b).map((index) => lines[index]?.text ?? ''),
  };
}

/** Page numbers that a conversion left between the lines: bare numbers that count up from 1 or 2. */
function withoutPageNumbers(lines: readonly RawLine[]): RawLine[] {
  const numbers = lines.flatMap((line, index) => {
    const match = /^(?:[-–]\s*)?(?:trang\s+)?(\d{1,3})(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?$/iu.exec(line.text);
    return match && line.cells === null ? [{ index, value: Number(match[1]) }] : [];
  });
  const first = numbers[0];
  if (!first || first.value > 2 || first.value < 1) return [...lines];
  const dropped = new Set<number>();
  let expected = first.value;
  for (const { index, value } of numbers)
    if (value === expected) {
      dropped.add(index);
      expected++;
    }
  return lines.filter((_, index) => !dropped.has(index));
}

function placed(raw: readonly RawLine[]): { text: string; lines: Line[] } {
  const lines: Line[] = [];
  const parts: string[] = [];
  let offset = 0;
  for (const line of raw) {
    const start = offset;
    let cellStart = start;
    const cells = line.cells?.map((text) => {
      const cell = { text, start: cellStart, end: cellStart + text.length };
      cellStart = cell.end + 3;
      return cell;
    });
    const end = start + line.text.length;
    lines.push({
      text: line.text,
      key: keyOf(line.text),
      start,
      end,
      gapBefore: line.gapBefore,
      paragraphStart: line.paragraphStart,
      headingLevel: line.headingLevel,
      bold: line.bold,
      cells: cells ?? null,
      cellId: line.cellId,
    });
    parts.push(line.text);
    offset = end + 1;
  }
  return { text: parts.join('\n'), lines };
}

const OPEN_SYLLABLE = /o([àáảãạèéẻẽẹ])(?!\p{L})|(?<!q)u([ỳýỷỹỵ])(?!\p{L})/gu;
const TONED: Readonly<Record<string, string>> = {
  à: 'òa', á: 'óa', ả: 'ỏa', ã: 'õa', ạ: 'ọa', è: 'òe', é: 'óe', ẻ: 'ỏe', ẽ: 'õe', ẹ: 'ọe',
  ỳ: 'ùy', ý: 'úy', ỷ: 'ủy', ỹ: 'ũy', ỵ: 'ụy',
}; // prettier-ignore

/**
 * Small letters with one placement of the tone mark ("uỷ" → "ủy", "khoá" → "khóa", but "hoạch", "quý" as they are), of
 * the same length as the text, so that a place in the key is a place in the text. All patterns are written in this form.
 */
export function keyOf(text: string): string {
  const small = text.toLowerCase();
  if (small.length !== text.length) return text;
  return small.replace(
    OPEN_SYLLABLE,
    (_, afterO: string | undefined, afterU: string | undefined) => TONED[afterO ?? afterU ?? ''] ?? '',
  );
}
