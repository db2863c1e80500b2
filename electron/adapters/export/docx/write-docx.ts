/** PageModel → .docx, the same bytes for the same model. */
import type { ISectionOptions } from 'docx';
import {
  AlignmentType,
  Document,
  Header,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { PageModel, PagePart } from '../../../../shared/documents/page-model';
import { locateFontsFolder } from '../pdf/fonts';
import { createRasteriser, type DrawPicture } from '../picture/rasterise';
import { printable } from '../printable';
import { repack } from '../repack';
import { FONT, TWIPS_PER_MM, drawBlocks, gap } from './blocks';

const SHORT_SIDE = Math.round(210 * TWIPS_PER_MM);
const LONG_SIDE = Math.round(297 * TWIPS_PER_MM);
/** Space below the text for a footer that stays empty. */
const FOOTER_DISTANCE = 10;

/** Draws the model as an editable document in the same presentation as `writePdf`. */
export async function writeDocx(
  model: PageModel,
  fontsFolder: string = locateFontsFolder(),
): Promise<Uint8Array> {
  const picture = hasChart(model) ? await createRasteriser(fontsFolder) : null;
  const document = new Document({
    title: printable(model.title),
    creator: printable(model.author),
    lastModifiedBy: printable(model.author),
    description: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 28, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    evenAndOddHeaderAndFooters: false,
    sections: model.parts.map((part) => section(part, picture)),
  });
  const packed = await Packer.toArrayBuffer(document);
  const mirrored = model.parts.some((part) => part.mirrorMargins);
  return repack(new Uint8Array(packed), async (name, part) => {
    if (name === 'docProps/core.xml') return fixDates(await part.async('string'), model.createdAt);
    if (name === 'word/document.xml' && picture) return numberPictures(await part.async('string'));
    if (name === 'word/settings.xml' && mirrored) return mirrorMargins(await part.async('string'));
    return null;
  });
}

/** Charts stand in a part itself, never inside columns. */
function hasChart(model: PageModel): boolean {
  return model.parts.some((part) => part.blocks.some((block) => block.kind === 'chart'));
}

function section(part: PagePart, picture: DrawPicture | null): ISectionOptions {
  const [top, right, bottom, left] = part.margins;
  const { size, topDistance, hideFirst } = part.pageNumber;
  const landscape = part.orientation === 'landscape';
  const width = (landscape ? LONG_SIDE : SHORT_SIDE) - Math.round((left + right) * TWIPS_PER_MM);
  const number = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 0 },
        children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: size * 2 })],
      }),
    ],
  });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: hideFirst,
      page: {
        // docx turns the sides round itself for landscape.
        size: {
          width: SHORT_SIDE,
          height: LONG_SIDE,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: Math.round(top * TWIPS_PER_MM),
          right: Math.round(right * TWIPS_PER_MM),
          bottom: Math.round(bottom * TWIPS_PER_MM),
          left: Math.round(left * TWIPS_PER_MM),
          header: Math.round(topDistance * TWIPS_PER_MM),
          footer: Math.round(FOOTER_DISTANCE * TWIPS_PER_MM),
        },
        pageNumbers: { formatType: NumberFormat.DECIMAL, ...(part.restartNumbers ? { start: 1 } : {}) },
      },
    },
    headers: hideFirst
      ? { default: number, first: new Header({ children: [new Paragraph({})] }) }
      : { default: number },
    children: part.blocks.length > 0 ? drawBlocks(part.blocks, width, picture) : [gap(1)],
  };
}

/** docx writes the clock's time; the model's instant takes its place. */
function fixDates(xml: string, createdAt: string): string {
  const instant = `${new Date(createdAt).toISOString().slice(0, 19)}Z`;
  return xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_whole, tag: string) => `${tag}${instant}`,
  );
}

/** docx counts pictures through the life of the process; a document counts its own. */
function numberPictures(xml: string): string {
  let count = 0;
  return xml.replace(/<wp:docPr id="\d+"/g, () => {
    count += 1;
    return `<wp:docPr id="${count}"`;
  });
}

/** Back sides get their left and right margins exchanged: a setting that docx does not offer, at its schema's place. */
function mirrorMargins(xml: string): string {
  const before = '<w:displayBackgroundShape/>';
  if (!xml.includes(before))
    throw new Error('docx writes its settings in another way: look for mirrorMargins');
  return xml.replace(before, `${before}<w:mirrorMargins/>`);
}
