/** .docx → blocks: headings, tables, automatic numbers, soft breaks, footnotes. Deleted text is left out. */
import { fail, ok, type Result } from '../../../../shared/result';
import { encodingOfFont, fromLegacy, type LegacyEncoding } from '../../../../shared/text/legacy/convert';
import { toNfc } from '../../../../shared/text/normalize';
import type {
  SourceBlock,
  SourceDocument,
  SourceParagraph,
  SourceTable,
} from '../../../../shared/domain/plan/reading/source';
import { ArchiveRefusal, openArchive, type ArchiveFault, type ArchiveLimits } from '../../zip/open-archive';
import { labelCounter, readNumbering } from './numbering';
import { child, elements, parseXml, type XmlElement } from './xml';

const PARTS = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml']);

const PAGE_LINES = /^word\/(?:header|footer)\d*\.xml$/;

const MEGABYTE = 1024 * 1024;
const DOCX_LIMITS: ArchiveLimits = {
  archiveBytes: 20 * MEGABYTE,
  unpackedBytes: 200 * MEGABYTE,
  entries: 5000,
  ratio: 250,
  ratioFloor: 2 * MEGABYTE,
};

function refusalOf(fault: ArchiveFault, file: string): string {
  switch (fault) {
    case 'encrypted':
      return `Tệp “${file}” được đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi nhập lại.`;
    case 'too-many-entries':
      return `Tệp “${file}” chứa quá nhiều thành phần nên bị từ chối; hãy lưu lại bằng Word rồi nhập lại.`;
    case 'too-big':
    case 'bomb':
      return `Tệp “${file}” bung ra quá lớn nên bị từ chối; hãy bớt hình ảnh, lưu lại bằng Word rồi nhập lại.`;
    default:
      return `Tệp “${file}” bị hỏng, không mở được; hãy mở thử bằng Word, lưu lại thành .docx rồi nhập lại.`;
  }
}

/** Reads a .docx. Refused with a Vietnamese sentence: damaged, protected, oversized, or another kind of Office file. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Result<SourceDocument>> {
  const refuse = (reason: string, message: string): Result<never> =>
    fail('BAD_REQUEST', message, { details: { file: fileName, reason } });
  const parts = new Map<string, Uint8Array>();
  const names: string[] = [];
  try {
    for (const entry of await openArchive(bytes, DOCX_LIMITS)) {
      names.push(entry.name);
      if (PARTS.has(entry.name) || PAGE_LINES.test(entry.name)) parts.set(entry.name, entry.bytes());
    }
  } catch (error) {
    if (error instanceof ArchiveRefusal) return refuse(error.fault, refusalOf(error.fault, fileName));
    throw error;
  }
  const document = parts.get('word/document.xml');
  if (!document) {
    if (names.includes('xl/workbook.xml'))
      return refuse(
        'xlsx',
        `Tệp “${fileName}” là bảng tính Excel, không phải văn bản; hãy chọn tệp kế hoạch dạng .docx hoặc .txt.`,
      );
    if (names.some((name) => name.startsWith('ppt/')))
      return refuse(
        'pptx',
        `Tệp “${fileName}” là tệp trình chiếu; hãy chọn tệp kế hoạch dạng .docx hoặc .txt.`,
      );
    if (names.includes('content.xml'))
      return refuse(
        'odt',
        `Tệp “${fileName}” là định dạng OpenDocument (.odt, .ods); hãy mở bằng Word hoặc LibreOffice, chọn Lưu thành .docx rồi nhập lại.`,
      );
    return refuse(
      'not-docx',
      `Tệp “${fileName}” không phải là tệp Word (.docx); hãy mở bằng Word, lưu lại thành .docx rồi nhập lại.`,
    );
  }
  const xml = (name: string) => {
    const part = parts.get(name);
    return part ? parseXml(decode(part)) : null;
  };
  const root = parseXml(decode(document));
  const body = child(root, 'w:body');
  if (!body) return refuse('damaged', refusalOf('damaged', fileName));
  const reader = new Reader(readNumbering(xml('word/numbering.xml')), xml('word/styles.xml'));
  const blocks = reader.blocks(body);
  const footnotes = elements(xml('word/footnotes.xml'))
    .filter((note) => note.name === 'w:footnote' && note.attributes['w:type'] === undefined)
    .map((note) => reader.plainText(note))
    .filter((text) => text !== '');
  // After the body, so that the numbering of the text does not count on from a header.
  const pageLines = [...parts.keys()]
    .filter((name) => PAGE_LINES.test(name))
    .flatMap((name) => reader.lines(xml(name)));
  return ok({
    blocks,
    ...(reader.converted === null ? {} : { convertedFrom: reader.converted }),
    ...(footnotes.length > 0 ? { footnotes } : {}),
    ...(pageLines.length > 0 ? { pageLines } : {}),
  });
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Text of neighbouring runs, and the old encoding that their fonts stand for. */
interface Piece {
  text: string;
  readonly encoding: LegacyEncoding | null;
  readonly capitals: boolean;
}

/** Runs in old fonts whose letters are Unicode all the same (the font was only never changed) stay as they are. */
function unicodeOf({ text, encoding, capitals }: Piece): string {
  const read = encoding === null || /[đơưĐƠƯ\u1ea0-\u1ef9]/.test(text) ? text : fromLegacy(text, encoding);
  return capitals ? read.toUpperCase() : read;
}

interface Style {
  readonly font: string | null;
  readonly headingLevel: number | null;
  readonly numId: string | null;
  readonly level: number;
  readonly bold: boolean;
  readonly caps: boolean;
  readonly basedOn: string | null;
}

function readStyles(root: XmlElement | null): ReadonlyMap<string, Style> {
  const out = new Map<string, Style>();
  for (const style of elements(root).filter((element) => element.name === 'w:style')) {
    const properties = child(style, 'w:pPr');
    const run = child(style, 'w:rPr');
    const name = child(style, 'w:name')?.attributes['w:val'] ?? '';
    const heading = /^heading (\d)$/i.exec(name);
    const outline = child(properties, 'w:outlineLvl')?.attributes['w:val'];
    const numbering = child(properties, 'w:numPr');
    out.set(style.attributes['w:styleId'] ?? '', {
      font: fontOf(run),
      headingLevel: heading
        ? Number(heading[1])
        : outline === undefined || Number(outline) > 8
          ? null
          : Number(outline) + 1,
      numId: child(numbering, 'w:numId')?.attributes['w:val'] ?? null,
      level: Number(child(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0),
      bold: isOn(child(run, 'w:b')),
      caps: isOn(child(run, 'w:caps')),
      basedOn: child(style, 'w:basedOn')?.attributes['w:val'] ?? null,
    });
  }
  return out;
}

/** The font of Latin letters that run properties name. */
function fontOf(run: XmlElement | undefined): string | null {
  const fonts = child(run, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? null;
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|none|off)$/.test(element.attributes['w:val'] ?? '');
}

/** Elements whose content is no printed text. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:rPr',
  'w:pPr',
  'w:sectPr',
  'w:tblPr',
  'w:tcPr',
  'w:trPr',
  'w:proofErr',
]);

/** How a run looks: what its own properties and those above them say. */
interface Look {
  readonly caps: boolean;
  readonly bold: boolean;
  readonly font: string | null;
}
interface Runs {
  readonly pieces: Piece[];
  bold: number;
  letters: number;
}

/** Neighbouring pieces of one look are one: a VNI vowel and its mark may stand in two runs. */
function addPiece(pieces: Piece[], text: string, { caps, font }: Look): void {
  const legacy = font === null ? null : encodingOfFont(font);
  const encoding = legacy?.encoding ?? null;
  const capitals = caps || (legacy?.capitals ?? false);
  const last = pieces.at(-1);
  if (last && last.encoding === encoding && last.capitals === capitals) last.text += text;
  else pieces.push({ text, encoding, capitals });
}

/** Walks a part in printed order; the numbering counts on from block to block. */
class Reader {
  readonly #label: (numId: string, level: number) => string | null;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #defaultFont: string | null;
  /** The old encoding that some of the text was converted from. */
  converted: LegacyEncoding | null = null;

  constructor(numbering: ReturnType<typeof readNumbering>, styles: XmlElement | null) {
    this.#label = labelCounter(numbering);
    this.#styles = readStyles(styles);
    const defaults = child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    const normal = elements(styles).find(
      ({ name, attributes }) =>
        name === 'w:style' && attributes['w:default'] === '1' && attributes['w:type'] === 'paragraph',
    );
    this.#defaultFont = fontOf(child(normal, 'w:rPr')) ?? fontOf(defaults);
  }

  blocks(parent: XmlElement): SourceBlock[] {
    const out: SourceBlock[] = [];
    for (const element of elements(parent)) {
      if (SKIPPED.has(element.name)) continue;
      if (element.name === 'w:p') out.push(...this.#paragraphs(element));
      else if (element.name === 'w:tbl') {
        const table = this.#table(element);
        if (table.rows.length > 0) out.push(table);
      } else out.push(...this.blocks(element));
    }
    return out;
  }

  /** The printed lines of a part, of its tables and text boxes too. */
  lines(parent: XmlElement | null): string[] {
    if (parent === null) return [];
    return this.blocks(parent)
      .flatMap(flattened)
      .flatMap((paragraph) => paragraph.text.split('\n'));
  }

  plainText(parent: XmlElement): string {
    return this.blocks(parent)
      .map((block) => (block.kind === 'paragraph' ? block.text : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  #table(element: XmlElement): SourceTable {
    const rows = descend(element, 'w:tr').map((row) => ({
      cells: descend(row, 'w:tc').map((cell) => ({ paragraphs: this.blocks(cell).flatMap(flattened) })),
    }));
    return { kind: 'table', rows: rows.filter((row) => row.cells.length > 0) };
  }

  /** The paragraph, after the text boxes that hang on it. */
  #paragraphs(element: XmlElement): SourceParagraph[] {
    const properties = child(element, 'w:pPr');
    const style = this.#styles.get(child(properties, 'w:pStyle')?.attributes['w:val'] ?? '');
    const boxes: SourceParagraph[] = [];
    const state: Runs = { pieces: [], bold: 0, letters: 0 };
    this.#run(element, state, boxes, {
      caps: this.#inherited(style, (one) => one.caps || null) === true,
      bold: this.#inherited(style, (one) => one.bold || null) === true,
      font: this.#inherited(style, (one) => one.font) ?? this.#defaultFont,
    });
    const text = toNfc(this.#textOf(state.pieces))
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text === '') return boxes;
    const numbering = child(properties, 'w:numPr');
    const numId =
      child(numbering, 'w:numId')?.attributes['w:val'] ?? this.#inherited(style, (one) => one.numId);
    const level = Number(
      child(numbering, 'w:ilvl')?.attributes['w:val'] ??
        this.#inherited(style, (one) => (one.numId === null ? null : one.level)) ??
        0,
    );
    const label = numId === null ? null : this.#label(numId, level);
    const outline = child(properties, 'w:outlineLvl')?.attributes['w:val'];
    const headingLevel =
      outline !== undefined && Number(outline) < 9
        ? Number(outline) + 1
        : this.#inherited(style, (one) => one.headingLevel);
    return [
      ...boxes,
      {
        kind: 'paragraph',
        text,
        ...(label === null ? {} : { label }),
        ...(headingLevel === null ? {} : { headingLevel }),
        ...(state.letters > 0 && state.bold >= state.letters * 0.9 ? { bold: true } : {}),
      },
    ];
  }

  #textOf(pieces: readonly Piece[]): string {
    for (const { text, encoding } of pieces)
      if (encoding !== null && /[^\u0000-\u007f]/.test(text)) this.converted ??= encoding;
    return pieces.map(unicodeOf).join('');
  }

  #inherited<T>(style: Style | undefined, read: (style: Style) => T | null): T | null {
    let current = style;
    for (let depth = 0; current && depth < 12; depth++) {
      const value = read(current);
      if (value !== null) return value;
      current = current.basedOn === null ? undefined : this.#styles.get(current.basedOn);
    }
    return null;
  }

  #run(parent: XmlElement, state: Runs, boxes: SourceParagraph[], look: Look): void {
    for (const element of elements(parent)) {
      if (SKIPPED.has(element.name)) continue;
      if (element.name === 'w:txbxContent') {
        boxes.push(...this.blocks(element).flatMap(flattened));
        continue;
      }
      if (element.name === 'w:r') {
        const properties = child(element, 'w:rPr');
        if (isOn(child(properties, 'w:vanish'))) continue;
        const own = child(properties, 'w:caps');
        const ownBold = child(properties, 'w:b');
        const named = this.#styles.get(child(properties, 'w:rStyle')?.attributes['w:val'] ?? '')?.font;
        this.#run(element, state, boxes, {
          caps: own ? isOn(own) : look.caps,
          bold: ownBold ? isOn(ownBold) : look.bold,
          font: fontOf(properties) ?? named ?? look.font,
        });
        continue;
      }
      switch (element.name) {
        case 'w:t': {
          const printed = element.children
            .filter((part): part is string => typeof part === 'string')
            .join('');
          addPiece(state.pieces, printed, look);
          state.letters += printed.length;
          if (look.bold) state.bold += printed.length;
          break;
        }
        case 'w:sym': {
          const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
          const font = element.attributes['w:font'] ?? look.font;
          if (code > 0x20 && encodingOfFont(font ?? '') !== null)
            addPiece(state.pieces, String.fromCharCode(code), { ...look, font });
          break;
        }
        case 'w:tab':
          addPiece(state.pieces, ' ', look);
          break;
        case 'w:br':
        case 'w:cr':
          addPiece(
            state.pieces,
            element.attributes['w:type'] === 'page' || element.attributes['w:type'] === 'column' ? ' ' : '\n',
            look,
          );
          break;
        case 'w:noBreakHyphen':
          addPiece(state.pieces, '-', look);
          break;
        default:
          this.#run(element, state, boxes, look);
      }
    }
  }
}

/** Rows and cells, also inside content controls. */
function descend(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return element.name === 'w:sdt' ||
      element.name === 'w:sdtContent' ||
      element.name === 'w:ins' ||
      element.name === 'w:customXml'
      ? descend(element, name)
      : [];
  });
}

function flattened(block: SourceBlock): SourceParagraph[] {
  return block.kind === 'paragraph'
    ? [block]
    : block.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell.paragraphs]));
}
