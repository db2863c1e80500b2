/** .docx → blocks: headings, tables, automatic numbers, soft breaks, footnotes. Deleted text is left out. */
import { fail, ok, type Result } from '../../../../shared/result';
import { encodingOfFont, type LegacyEncoding } from '../../../../shared/text/legacy/convert';
import { legacyEncodingOf } from '../../../../shared/text/legacy/detect';
import { toNfc } from '../../../../shared/text/normalize';
import type {
  SourceBlock,
  SourceDocument,
  SourceParagraph,
  SourceTable,
} from '../../../../shared/domain/plan/reading/source';
import { ArchiveRefusal, openArchive, type ArchiveFault, type ArchiveLimits } from '../../zip/open-archive';
import { labelCounter, readNumbering } from './numbering';
import { addPiece, unicodeOf, type Look, type Piece, type Runs } from './runs';
import { fontOf, isOn, readStyles, type Style } from './styles';
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
        `Tệp “${fileName}” là bảng tính Excel, không phải văn bản; hãy chọn tệp kế hoạch dạng .docx, .pdf hoặc .txt.`,
      );
    if (names.some((name) => name.startsWith('ppt/')))
      return refuse(
        'pptx',
        `Tệp “${fileName}” là tệp trình chiếu; hãy chọn tệp kế hoạch dạng .docx, .pdf hoặc .txt.`,
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
  const reader = new Reader(
    readNumbering(xml('word/numbering.xml')),
    xml('word/styles.xml'),
    legacyEncodingOf(lettersOf(body)),
  );
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

/** The letters of a part as they stand in it, enough of them to tell their encoding. */
function lettersOf(part: XmlElement): string {
  let out = '';
  const visit = (element: XmlElement) => {
    for (const inner of elements(element)) {
      if (out.length > 40_000) return;
      if (inner.name === 'w:t') out += inner.children.filter((one) => typeof one === 'string').join('');
      else visit(inner);
      if (inner.name === 'w:p') out += '\n';
    }
  };
  visit(part);
  return out;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
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

/** Walks a part in printed order; the numbering counts on from block to block. */
class Reader {
  readonly #label: (numId: string, level: number) => string | null;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #defaultFont: string | null;
  /** The old encoding that the letters are in though no font says so; null for none. */
  readonly #assumed: LegacyEncoding | null;
  /** The old encoding that some of the text was converted from. */
  converted: LegacyEncoding | null = null;

  constructor(
    numbering: ReturnType<typeof readNumbering>,
    styles: XmlElement | null,
    assumed: LegacyEncoding | null,
  ) {
    this.#assumed = assumed;
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
          addPiece(state.pieces, printed, look, this.#assumed);
          state.letters += printed.length;
          if (look.bold) state.bold += printed.length;
          break;
        }
        case 'w:sym': {
          const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
          const font = element.attributes['w:font'] ?? look.font;
          if (code > 0x20 && encodingOfFont(font ?? '') !== null)
            addPiece(state.pieces, String.fromCharCode(code), { ...look, font }, this.#assumed);
          break;
        }
        case 'w:tab':
          addPiece(state.pieces, ' ', look, this.#assumed);
          break;
        case 'w:br':
        case 'w:cr':
          addPiece(
            state.pieces,
            element.attributes['w:type'] === 'page' || element.attributes['w:type'] === 'column' ? ' ' : '\n',
            look,
            this.#assumed,
          );
          break;
        case 'w:noBreakHyphen':
          addPiece(state.pieces, '-', look, this.#assumed);
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
