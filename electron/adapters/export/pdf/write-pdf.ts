/** PageModel → PDF/A-3b with embedded fonts, the same bytes for the same model. */
import pdfmake from 'pdfmake';
import path from 'node:path';
import type { Content, DynamicContent, Node, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PageModel, PagePart } from '../../../../shared/documents/page-model';
import { printable } from '../printable';
import { FONT, drawBlocks, keepLevel, runningTextOf } from './blocks';
import type { FontMetrics } from './fonts';
import { facesIn, readMetrics } from './fonts';
import { POINTS_PER_MM, type Space } from './heights';

/** A4, in points, as pdfmake has it. */
const SHORT_SIDE = 595.28;
const LONG_SIDE = 841.89;
/** pdfmake's own share of a page under which a node counts as standing at its top. */
const PAGE_TOP = 0.01;

/** pdfmake counts a page's number among the nodes that follow on it: this tells it from text. */
const PAGE_NUMBER_LEVEL = 0;

/** What pdfmake's document offers between layout and writing. */
interface LaidOut extends NodeJS.ReadableStream {
  bufferedPageRange(): { start: number; count: number };
  switchToPage(index: number): { dictionary: { data: Record<string, unknown> } };
  end(): void;
}

/**
 * Draws the model with the faces in `fontsFolder` (see `locateFontsFolder`); nothing outside that folder is read
 * and nothing is fetched. The file says PDF/A-3b: not 3a, for it has no structure tree.
 */
export async function writePdf(model: PageModel, fontsFolder: string): Promise<Uint8Array> {
  const faces = facesIn(fontsFolder);
  if (!faces) throw new Error('the fonts folder lacks a face of Times New Roman or Tinos');
  const inside = path.resolve(fontsFolder) + path.sep;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(inside));
  pdfmake.setFonts({ [FONT]: { ...faces } });

  const pages = createPageCounter(model.parts);
  const definition = documentDefinition(model, readMetrics(faces.normal), pages);
  // Pages are held back until the end, so that the back sides can be moved.
  const document = pdfmake.createPdf(definition, { bufferPages: true });
  const stream = (await document.getStream()) as unknown as LaidOut;
  moveBackSides(stream, pages);
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  stream.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

function documentDefinition(
  model: PageModel,
  metrics: FontMetrics,
  pages: PageCounter,
): TDocumentDefinitions {
  return {
    version: '1.7',
    subset: 'PDF/A-3b',
    language: 'vi-VN',
    displayTitle: true,
    info: {
      title: metadataText(model.title),
      author: metadataText(model.author),
      creator: 'VPDU Desk',
      producer: 'pdfmake',
      creationDate: new Date(model.createdAt),
    },
    pageSize: 'A4',
    defaultStyle: { font: FONT, fontSize: 14 },
    content: model.parts.map((part, index) => section(part, index, metrics, pages)),
    pageBreakBefore: (node, nodes) => {
      const { headlineLevel, startPosition } = node;
      if (headlineLevel === undefined || headlineLevel === PAGE_NUMBER_LEVEL) return false;
      if (startPosition.verticalRatio < PAGE_TOP) return false;
      const room = startPosition.pageInnerHeight * (1 - startPosition.verticalRatio);
      if (headlineLevel < 0) return partsBadly(node);
      if (headlineLevel > keepLevel(room)) return true;
      // pdfmake asks once for a node: a heading has to know now that the text under it is going to be moved.
      const followed = nodes
        .getFollowingNodesOnPage()
        .find(({ headlineLevel: next = -1 }) => next < PAGE_NUMBER_LEVEL);
      if (followed) return partsBadly(followed);
      return nodes.getNodesOnNextPage().length > 0;
    },
  };
}

/** So many lines may be left blank at a page's foot so that none stands alone at the head of the next. */
const MOVED_LINES = 3;

/** Whether one line would stand alone at the foot of the page, or, in a short paragraph, at the head of the next. */
function partsBadly({ headlineLevel, pageNumbers, startPosition }: Node): boolean {
  const running = runningTextOf(headlineLevel);
  if (!running || pageNumbers.length < 2) return false;
  const room = startPosition.pageInnerHeight * (1 - startPosition.verticalRatio);
  const fitting = Math.floor(room / running.line + 0.01);
  return fitting < 2 || (running.lines - fitting === 1 && fitting <= MOVED_LINES);
}

/** pdfkit writes these into XML without escaping. */
function metadataText(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replaceAll('&', 'và')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim();
}

function section(part: PagePart, index: number, metrics: FontMetrics, pages: PageCounter): Content {
  const [top, right, bottom, left] = part.margins.map((length) => length * POINTS_PER_MM) as [
    number,
    number,
    number,
    number,
  ];
  const [pageWidth, pageHeight] =
    part.orientation === 'landscape' ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const space: Space = {
    width: pageWidth - left - right,
    pageHeight: pageHeight - top - bottom,
    metrics,
  };
  const header: DynamicContent = (currentPage) => {
    const page = pages.visit(index, currentPage);
    if (part.pageNumber.hideFirst && page.isFirst) return null;
    // The page box of a back side is moved; twice the shift on one side keeps the number in the paper's middle.
    const shift = pages.shift(currentPage);
    return {
      text: String(page.number),
      headlineLevel: PAGE_NUMBER_LEVEL,
      alignment: 'center',
      fontSize: part.pageNumber.size,
      margin: [
        Math.max(0, shift * 2),
        part.pageNumber.topDistance * POINTS_PER_MM,
        Math.max(0, -shift * 2),
        0,
      ],
    };
  };
  return {
    pageSize: 'A4',
    pageOrientation: part.orientation,
    pageMargins: [left, top, right, bottom],
    header,
    // An empty part is still a page.
    section: drawBlocks(part.blocks.length > 0 ? part.blocks : [{ kind: 'space', height: 1 }], space),
  } as unknown as Content;
}

interface PageCounter {
  /** `page` counts from 1 through the whole file. A layout that is done again starts at page 1 again. */
  visit(part: number, page: number): { readonly number: number; readonly isFirst: boolean };
  /** How far the contents of a page move to the left, in points: back sides (even pages) of a mirrored part. */
  shift(page: number): number;
}

/** Which part a page belongs to and which number it bears. pdfmake asks for headers once a page, in order. */
function createPageCounter(parts: readonly PagePart[]): PageCounter {
  const pages: { part: number; number: number }[] = [];
  return {
    visit(part, page) {
      pages.length = page - 1;
      const before = pages.at(-1);
      const isFirst = before?.part !== part;
      const restarts = isFirst && (before === undefined || (parts[part]?.restartNumbers ?? false));
      const number = restarts ? 1 : before.number + 1;
      pages.push({ part, number });
      return { number, isFirst };
    },
    shift(page) {
      const visited = pages[page - 1];
      const part = visited && parts[visited.part];
      if (!part?.mirrorMargins || page % 2 === 1) return 0;
      const [, right, , left] = part.margins;
      return (left - right) * POINTS_PER_MM;
    },
  };
}

/** Moves the page's box instead of its contents, which pdfmake has already placed. */
function moveBackSides(stream: LaidOut, pages: PageCounter): void {
  const { start, count } = stream.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    const shift = pages.shift(index + 1);
    if (shift === 0) continue;
    const { data } = stream.switchToPage(index).dictionary;
    const [x1, y1, x2, y2] = data['MediaBox'] as [number, number, number, number];
    data['MediaBox'] = [x1 + shift, y1, x2 + shift, y2];
  }
}
