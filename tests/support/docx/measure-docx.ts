/** What a .docx says of its presentation, read from its XML: lengths in mm, sizes and spacings in points. */
import JSZip from 'jszip';
import { child, elements, parseXml, type XmlElement } from '../../../electron/adapters/intake/docx/xml';

const MM_A_TWIP = 25.4 / 1440;

export interface DocxParagraph {
  readonly text: string;
  readonly fonts: readonly string[];
  readonly sizes: readonly number[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly align: string;
  /** mm */
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
  /** Exact points, or a share of single spacing. */
  readonly line: { readonly exact: number } | { readonly single: number };
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  /** A line is drawn over it. */
  readonly ruled: boolean;
  /** Column of the table that it stands in; null in the text. */
  readonly column: number | null;
}

export interface DocxSection {
  /** mm */
  readonly width: number;
  readonly height: number;
  readonly landscape: boolean;
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header', number>>;
  readonly hidesFirstNumber: boolean;
  /** null: numbers go on. */
  readonly firstNumber: number | null;
}

export interface DocxMeasure {
  readonly paragraphs: readonly DocxParagraph[];
  readonly sections: readonly DocxSection[];
  /** Rows that may not be split, and head rows that are repeated. */
  readonly wholeRows: number;
  readonly rows: number;
  readonly headRows: number;
  readonly mirrored: boolean;
  readonly language: string | undefined;
  /** Paragraphs of headers that hold a page number. */
  readonly pageNumbers: readonly DocxParagraph[];
}

export async function measureDocx(bytes: Uint8Array): Promise<DocxMeasure> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string): Promise<XmlElement> => {
    const text = await zip.file(name)?.async('string');
    const root = text === undefined ? null : parseXml(text);
    if (!root) throw new Error(`no part ${name}`);
    return root;
  };
  const document = await part('word/document.xml');
  const styles = await part('word/styles.xml');
  const headers = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /^word\/header\d+\.xml$/.test(name))
      .map(part),
  );
  const rows = all(document, 'w:tr');
  return {
    paragraphs: paragraphsOf(document, null),
    sections: all(document, 'w:sectPr').map(sectionOf),
    rows: rows.length,
    wholeRows: rows.filter((row) => all(row, 'w:cantSplit').some(isOn)).length,
    headRows: rows.filter((row) => all(row, 'w:tblHeader').some(isOn)).length,
    mirrored: all(await part('word/settings.xml'), 'w:mirrorMargins').length > 0,
    language: all(styles, 'w:lang')[0]?.attributes['w:val'],
    pageNumbers: headers.flatMap((header) =>
      all(header, 'w:instrText').length > 0 ? paragraphsOf(header, null) : [],
    ),
  };
}

function all(root: XmlElement, name: string): readonly XmlElement[] {
  return elements(root).flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
}

function paragraphsOf(root: XmlElement, column: number | null): readonly DocxParagraph[] {
  let cell = -1;
  return elements(root).flatMap((one) => {
    if (one.name === 'w:tc') cell += 1;
    if (one.name === 'w:p') return [paragraphOf(one, column)];
    return paragraphsOf(one, one.name === 'w:tc' ? cell : column);
  });
}

const number = (element: XmlElement | undefined, name: string): number =>
  Number(element?.attributes[name] ?? 0);
const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '');

function paragraphOf(paragraph: XmlElement, column: number | null): DocxParagraph {
  const properties = child(paragraph, 'w:pPr');
  const spacing = child(properties, 'w:spacing');
  const indent = child(properties, 'w:ind');
  const runs = all(paragraph, 'w:r').map((run) => child(run, 'w:rPr'));
  const line = number(spacing, 'w:line');
  return {
    text: all(paragraph, 'w:t')
      .map((text) => text.children.filter((one) => typeof one === 'string').join(''))
      .join(''),
    fonts: [...new Set(runs.map((run) => child(run, 'w:rFonts')?.attributes['w:ascii'] ?? ''))],
    sizes: [...new Set(runs.map((run) => number(child(run, 'w:sz'), 'w:val') / 2))],
    bold: runs.every((run) => isOn(child(run, 'w:b'))),
    italic: runs.every((run) => isOn(child(run, 'w:i'))),
    underline: runs.every((run) => isOn(child(run, 'w:u'))),
    align: child(properties, 'w:jc')?.attributes['w:val'] ?? 'left',
    firstLine: number(indent, 'w:firstLine') * MM_A_TWIP,
    left: number(indent, 'w:left') * MM_A_TWIP,
    right: number(indent, 'w:right') * MM_A_TWIP,
    before: number(spacing, 'w:before') / 20,
    after: number(spacing, 'w:after') / 20,
    line: spacing?.attributes['w:lineRule'] === 'exact' ? { exact: line / 20 } : { single: line / 240 },
    keepNext: isOn(child(properties, 'w:keepNext')),
    keepLines: isOn(child(properties, 'w:keepLines')),
    widowControl: isOn(child(properties, 'w:widowControl')),
    ruled: child(child(properties, 'w:pBdr'), 'w:top') !== undefined,
    column,
  };
}

function sectionOf(section: XmlElement): DocxSection {
  const size = child(section, 'w:pgSz');
  const margin = child(section, 'w:pgMar');
  const numbers = child(section, 'w:pgNumType');
  const millimetres = (name: string): number => number(margin, `w:${name}`) * MM_A_TWIP;
  return {
    width: number(size, 'w:w') * MM_A_TWIP,
    height: number(size, 'w:h') * MM_A_TWIP,
    landscape: size?.attributes['w:orient'] === 'landscape',
    margins: {
      top: millimetres('top'),
      right: millimetres('right'),
      bottom: millimetres('bottom'),
      left: millimetres('left'),
      header: millimetres('header'),
    },
    hidesFirstNumber: isOn(child(section, 'w:titlePg')),
    firstNumber: numbers?.attributes['w:start'] === undefined ? null : number(numbers, 'w:start'),
  };
}
