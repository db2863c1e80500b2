/** pdf.js → the pieces and ruled lines of every page. Nothing is drawn, evaluated or fetched; pictures are not unpacked. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { decodeFonts, type FontPiece } from './fonts';
import { isLockedPdf, openPdf } from './load-pdf-js';
import { pictureShareOf } from './pictures';
import { withoutDoubles, type PdfPage } from './pieces';
import { rulesOf } from './rules';
import { withWrittenSpaces } from './written-spaces';
import { times, type Matrix } from './matrix';

export const MAX_PAGES = 200;
/** A page of a book has 3000; more than this is made to choke a reader. */
const MAX_LETTERS_OF_A_PAGE = 100_000;
const MAX_LETTERS = 1_000_000;

export type PdfFault = 'password' | 'damaged' | 'no-pages' | 'too-many-pages' | 'bomb' | 'legacy';

export class PdfRefusal extends Error {
  constructor(readonly fault: PdfFault) {
    super(fault);
  }
}

export interface ReadPages {
  readonly pages: readonly PdfPage[];
  readonly convertedFrom: 'tcvn3' | 'vni' | null;
}

/** Throws a PdfRefusal. */
export async function readPages(bytes: Uint8Array): Promise<ReadPages> {
  const { task, operations } = await openPdf(bytes);
  try {
    const document = await task.promise;
    if (document.numPages === 0) throw new PdfRefusal('no-pages');
    if (document.numPages > MAX_PAGES) throw new PdfRefusal('too-many-pages');
    return await readAll(document, operations);
  } catch (error) {
    if (error instanceof PdfRefusal) throw error;
    throw new PdfRefusal(isLockedPdf(error) ? 'password' : 'damaged');
  } finally {
    await task.destroy();
  }
}

async function readAll(
  document: PDFDocumentProxy,
  operations: Readonly<Record<string, number>>,
): Promise<ReadPages> {
  const raw: { readonly pieces: readonly FontPiece[]; readonly page: PdfPage }[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const one = await readPage(page, operations);
    page.cleanup();
    letters += one.pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (letters > MAX_LETTERS) throw new PdfRefusal('bomb');
    raw.push(one);
  }
  const decoded = decodeFonts(raw.map(({ pieces }) => pieces));
  if (decoded === null) throw new PdfRefusal('legacy');
  return {
    pages: raw.map(({ page }, index) => ({ ...page, pieces: withoutDoubles(decoded.pages[index] ?? []) })),
    convertedFrom: decoded.from,
  };
}

async function readPage(page: PDFPageProxy, operations: Readonly<Record<string, number>>) {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  // First, for it loads the fonts whose names are asked for.
  const drawing = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const texts = items.filter((item): item is TextItem => 'str' in item && item.str !== '');
  if (texts.reduce((sum, { str }) => sum + str.length, 0) > MAX_LETTERS_OF_A_PAGE)
    throw new PdfRefusal('bomb');
  const words = texts.filter(({ str }) => str.trim() !== '');
  const spaced = withWrittenSpaces(
    words.map(({ str }) => str),
    lettersDrawn(drawing, operations),
  );
  const isBlankNext = new Set(texts.filter((_, index) => texts[index + 1]?.str.trim() === ''));
  const pieces: FontPiece[] = [];
  const turned: string[] = [];
  let held: { readonly text: string; readonly left: number } | null = null;
  for (const [index, item] of words.entries()) {
    const { text, joinsNext } = spaced[index] ?? { text: item.str, joinsNext: false };
    const [a, b, c, d, left, baseline] = times(view, item.transform as unknown as Matrix);
    if (Math.abs(b) > 0.05 * Math.abs(a) || a <= 0) {
      turned.push(text.normalize('NFC').trim());
      continue;
    }
    const begun: { readonly text: string; readonly left: number } = {
      text: (held?.text ?? '') + text,
      left: held?.left ?? left,
    };
    const next = words[index + 1];
    held =
      joinsNext && next && isOnLine(times(view, next.transform as unknown as Matrix), baseline)
        ? begun
        : null;
    if (held) continue;
    const font = fontName(page, item.fontName);
    pieces.push({
      ...begun,
      right: left + item.width,
      baseline,
      size: Math.hypot(c, d),
      font,
      bold: /bold|black|heavy|-bd|,b/iu.test(font),
      italic: /italic|oblique/iu.test(font),
      spaceAfter: /\s$/u.test(text) || isBlankNext.has(item),
    });
  }
  const rules = rulesOf(drawing, operations, view);
  const pictured = pictureShareOf(drawing, operations, view, { width, height });
  return { pieces, page: { width, height, pieces: [], rules, turned, pictured } };
}

function isOnLine([a, b, , , , baseline]: Matrix, of: number): boolean {
  return a > 0 && Math.abs(b) <= 0.05 * a && Math.abs(baseline - of) < 1;
}

/** What each act of drawing writes; adjustments between letters are numbers. */
function lettersDrawn(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  operations: Readonly<Record<string, number>>,
): string[] {
  return fnArray.flatMap((operator, index) => {
    if (operator !== operations['showText']) return [];
    const [glyphs] = argsArray[index] as [readonly (number | { readonly unicode?: unknown })[]];
    return [
      glyphs
        .map((glyph) => (typeof glyph === 'object' && typeof glyph.unicode === 'string' ? glyph.unicode : ''))
        .join(''),
    ];
  });
}

/** Without the subset's prefix: "TimesNewRomanPS-BoldMT". */
function fontName(page: PDFPageProxy, id: string): string {
  if (!page.commonObjs.has(id)) return '';
  const font = page.commonObjs.get(id) as { readonly name?: unknown } | null;
  return typeof font?.name === 'string' ? font.name.replace(/^[A-Z]{6}\+/u, '') : '';
}
