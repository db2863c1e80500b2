/**
 * What a PDF shows, measured by a reader that knows nothing of the writer (pdf.js): places in mm from the paper's top
 * left corner, sizes in points. It reads our own files and those that LibreOffice makes of our Word files alike.
 */
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export const MM = 25.4 / 72;

export interface MeasuredWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, from the top edge. */
  readonly baseline: number;
  readonly size: number;
  /** Without the subset's prefix: "Tinos-BoldItalic". */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Words that stand on one baseline without a gap: what a person calls a line of a block. */
export interface MeasuredLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly words: readonly MeasuredWord[];
}

/** A horizontal line that is drawn. */
export interface MeasuredRule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Points. */
  readonly thickness: number;
}

export interface MeasuredPage {
  /** mm */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly MeasuredLine[];
  readonly rules: readonly MeasuredRule[];
}

export async function measurePdf(bytes: Uint8Array): Promise<readonly MeasuredPage[]> {
  // pdf.js takes the bytes for its own.
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: MeasuredPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await measurePage(await document.getPage(number)));
  await task.destroy();
  return pages;
}

type Matrix = readonly [number, number, number, number, number, number];
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

async function measurePage(page: PDFPageProxy): Promise<MeasuredPage> {
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const operators = await page.getOperatorList();
  const content = await page.getTextContent({ disableNormalization: true });
  const words = content.items.flatMap((item): MeasuredWord[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size, x, y] = item.transform as unknown as Matrix;
    const { name } = page.commonObjs.get(item.fontName) as { readonly name: string };
    const font = name.replace(/^[A-Z]{6}\+/, '');
    return [
      {
        text: item.str,
        left: (x - left) * MM,
        right: (x - left + item.width) * MM,
        baseline: (top - y) * MM,
        size: Math.round(size * 100) / 100,
        font,
        bold: /bold/i.test(font),
        italic: /italic/i.test(font),
      },
    ];
  });
  return {
    width: (right - left) * MM,
    height: (top - bottom) * MM,
    lines: linesOf(words),
    rules: rulesOf(operators, left, top),
  };
}

/** mm: words that are further apart than this stand in different blocks, or justified lines would have to be torn. */
const BLOCK_GAP = 7;
/** mm: words of one line may be of two sizes but share their baseline. */
const SAME_BASELINE = 0.15;

function linesOf(words: readonly MeasuredWord[]): readonly MeasuredLine[] {
  const rows: MeasuredWord[][] = [];
  for (const word of words) {
    const row = rows.find(([first]) => first && Math.abs(first.baseline - word.baseline) < SAME_BASELINE);
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows
    .flatMap((row) => segmentsOf(row.sort((one, other) => one.left - other.left)))
    .sort((above, below) => above.baseline - below.baseline || above.left - below.left);
}

function segmentsOf(row: readonly MeasuredWord[]): readonly MeasuredLine[] {
  const segments: MeasuredWord[][] = [];
  for (const word of row) {
    const last = segments.at(-1)?.at(-1);
    if (last && word.left - last.right < BLOCK_GAP) segments.at(-1)?.push(word);
    else segments.push([word]);
  }
  return segments.map((segment) => ({
    text: spaced(segment).normalize('NFC'),
    left: segment[0]?.left ?? 0,
    right: segment.at(-1)?.right ?? 0,
    baseline: segment[0]?.baseline ?? 0,
    words: segment,
  }));
}

/** A space where words stand apart: pieces of one word touch. */
function spaced(words: readonly MeasuredWord[]): string {
  return words.reduce((text, word, index) => {
    const before = words[index - 1];
    const apart = before !== undefined && word.left - before.right > 0.3;
    return `${text}${apart ? ' ' : ''}${word.text}`;
  }, '');
}

/** Stroked and filled paths that are flat: what letterheads, underlines and tables draw. */
function rulesOf(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  left: number,
  top: number,
): readonly MeasuredRule[] {
  const rules: MeasuredRule[] = [];
  let matrix: Matrix = UNIT;
  let thickness = 1;
  const kept: { readonly matrix: Matrix; readonly thickness: number }[] = [];
  operators.fnArray.forEach((operator, index) => {
    const values = operators.argsArray[index];
    if (operator === OPS.save) kept.push({ matrix, thickness });
    else if (operator === OPS.restore) ({ matrix, thickness } = kept.pop() ?? { matrix: UNIT, thickness: 1 });
    else if (operator === OPS.transform) matrix = Util.transform([...matrix], values) as unknown as Matrix;
    else if (operator === OPS.setLineWidth) [thickness] = values as [number];
    else if (operator === OPS.constructPath) {
      const [paint, , bounds] = values as [number, unknown, ArrayLike<number> | null];
      if (!bounds || paint === OPS.endPath) return;
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(bounds);
      const [startX, startY] = place(matrix, x1, y1);
      const [endX, endY] = place(matrix, x2, y2);
      const filled = paint === OPS.fill || paint === OPS.eoFill;
      const high = Math.abs(endY - startY);
      const wide = Math.abs(endX - startX);
      if (high > 3 || wide < 3 || (!filled && high > 0.1)) return;
      rules.push({
        left: (Math.min(startX, endX) - left) * MM,
        right: (Math.max(startX, endX) - left) * MM,
        top: (top - (startY + endY) / 2) * MM,
        thickness: filled ? high : thickness * Math.abs(matrix[3]),
      });
    }
  });
  return rules;
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
