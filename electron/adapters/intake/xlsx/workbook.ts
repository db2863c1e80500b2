/** The parts of a workbook: sheets, defined names, shared strings, which styles are dates. */
import { toNfc } from '../../../../shared/text/normalize';
import { recogniseContainer } from '../container';
import type { ArchiveEntry } from '../../zip/open-archive';
import { OFFICE_FILE_LIMITS, openArchive } from '../../zip/open-archive';
import { WorkbookRefusal } from './refusal';
import { decodeXml, scanXml, XmlFault } from './xml';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part, or null for a sheet without cells of ours (chart, dialog, macro sheet, missing part). */
  readonly part: string | null;
}

export interface DefinedName {
  readonly name: string;
  readonly reference: string;
  /** Index of the sheet it belongs to; null = the whole workbook. */
  readonly sheetIndex: number | null;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  /** When it was last saved (docProps/core.xml); null: it does not say. */
  readonly savedAt: string | null;
  /** What could act by itself in a spreadsheet program: macros, DDE, links to other files; null where there is none. */
  readonly active: 'macro' | 'dde' | 'external-links' | null;
  /** A sheet's XML, null when the part is missing. */
  sheetXml(sheet: WorkbookSheet): string | null;
  /** Read once, when first asked for. */
  sharedStrings(): readonly string[];
  /** Whether the cell format (`s`) shows a date. */
  isDateStyle(index: number): boolean;
}

const MAX_SHEETS = 300;
const MAX_NAMES = 50_000;
const MAX_STRINGS = 1_000_000;
/** Excel's own limit for a number format. */
const MAX_FORMAT = 255;

/** Opens a workbook. Throws `WorkbookRefusal` (with the sentence), `ArchiveRefusal` or `XmlFault`. */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  refuseOtherContainers(bytes, fileName);
  const entries = await openArchive(bytes, OFFICE_FILE_LIMITS);
  const parts = new Map<string, ArchiveEntry>();
  for (const entry of entries) parts.set(partKey(entry.name), entry);
  const read = (name: string): string | null => {
    const entry = parts.get(partKey(name));
    return entry ? decodeXml(entry.bytes()) : null;
  };

  const main = mainPart(parts, read, fileName);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = readRelations(read(`${folder}_rels/${main.slice(folder.length)}.rels`) ?? '', folder);
  const { sheets, names, date1904 } = readWorkbookPart(read(main) ?? '', relations, parts);
  if (sheets.length === 0)
    throw new WorkbookRefusal(
      'no-sheets',
      `Tệp “${fileName}” không có trang tính nào. Hãy mở bằng Excel, kiểm tra rồi lưu lại.`,
    );

  let strings: readonly string[] | null = null;
  let dateStyles: ReadonlySet<number> | null = null;
  const partOfType = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target;
  return {
    sheets,
    names,
    date1904,
    savedAt: readSavedAt(read('docProps/core.xml') ?? ''),
    active: activeContent(parts, read),
    sheetXml: (sheet) => (sheet.part === null ? null : read(sheet.part)),
    sharedStrings: () => (strings ??= readStrings(read(partOfType('sharedStrings') ?? '') ?? '')),
    isDateStyle: (index) =>
      (dateStyles ??= readDateStyles(read(partOfType('styles') ?? '') ?? '')).has(index),
  };
}

/** `dcterms:modified`; a damaged part says nothing: the figures do not depend on it. */
function readSavedAt(core: string): string | null {
  let inside = false;
  let text = '';
  try {
    scanXml(core, {
      open: (name) => {
        inside = name === 'modified';
      },
      close: () => {
        inside = false;
      },
      text: (piece) => {
        if (inside) text += piece;
      },
    });
  } catch (error) {
    if (error instanceof XmlFault) return null;
    throw error;
  }
  const at = Date.parse(text.trim());
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function refuseOtherContainers(bytes: Uint8Array, fileName: string): void {
  const refuse = (reason: string, sentence: string): never => {
    throw new WorkbookRefusal(reason, `Tệp “${fileName}” ${sentence}`);
  };
  switch (recogniseContainer(bytes)) {
    case 'zip':
      return;
    case 'empty':
      return refuse('empty', 'rỗng, không có nội dung. Hãy xin lại tệp từ nơi gửi.');
    case 'ole-encrypted':
      return refuse(
        'password',
        'được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.',
      );
    case 'ole-xls':
    case 'ole':
      return refuse(
        'old-format',
        'là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi chọn lại.',
      );
    case 'ole-doc':
      return refuse(
        'not-a-workbook',
        'là tệp Word kiểu cũ (.doc), không phải bảng tính. Hãy chọn đúng tệp .xlsx.',
      );
    case 'pdf':
      return refuse('not-a-workbook', 'là tệp PDF, không phải bảng tính. Hãy xin tệp .xlsx từ nơi gửi.');
    case 'unknown':
      return refuse(
        'not-a-workbook',
        'không phải tệp Excel (.xlsx) dù tên có thể giống. Hãy mở bằng Excel rồi lưu thành loại .xlsx.',
      );
  }
}

/** Told by the parts alone: nothing of them is ever run or followed. */
function activeContent(
  parts: ReadonlyMap<string, ArchiveEntry>,
  read: (name: string) => string | null,
): Workbook['active'] {
  const names = [...parts.keys()];
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/'))) return 'macro';
  const links = names.filter((name) => /\/externallinks\/[^/]+\.xml$/u.test(name));
  if (links.length === 0) return null;
  return links.some((name) => (read(name) ?? '').includes('ddeLink')) ? 'dde' : 'external-links';
}

/** Part names are compared without case and with "/" (some programs write "\"). */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function mainPart(
  parts: ReadonlyMap<string, ArchiveEntry>,
  read: (name: string) => string | null,
  fileName: string,
): string {
  if (parts.has('mimetype') && (read('mimetype') ?? '').includes('opendocument'))
    throw new WorkbookRefusal(
      'open-document',
      `Tệp “${fileName}” là bảng tính OpenDocument (.ods). Hãy mở bằng LibreOffice hoặc Excel, chọn Lưu thành (Save As) loại “Excel (.xlsx)” rồi chọn lại.`,
    );
  const relations = readRelations(read('_rels/.rels') ?? '', '');
  const named = [...relations.values()].find((relation) => relation.type === 'officeDocument')?.target;
  const main = named !== undefined && parts.has(partKey(named)) ? named : 'xl/workbook.xml';
  if (main.toLowerCase().endsWith('.bin'))
    throw new WorkbookRefusal(
      'binary-workbook',
      `Tệp “${fileName}” là bảng tính Excel nhị phân (.xlsb). Hãy mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi chọn lại.`,
    );
  if (parts.has('word/document.xml'))
    throw new WorkbookRefusal(
      'not-a-workbook',
      `Tệp “${fileName}” là tệp Word, không phải bảng tính. Hãy chọn đúng tệp .xlsx.`,
    );
  if (!parts.has(partKey(main)))
    throw new WorkbookRefusal(
      'not-a-workbook',
      `Tệp “${fileName}” là tệp nén nhưng không phải bảng tính Excel. Hãy chọn đúng tệp .xlsx.`,
    );
  return main;
}

interface Relation {
  /** Last word of the type's URI: worksheet, sharedStrings, styles … */
  readonly type: string;
  readonly target: string;
}

/** External targets (other workbooks, the web) are left out: nothing outside is ever looked at. */
function readRelations(xml: string, folder: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      relations.set(attributes.get('Id') ?? '', {
        type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : resolvePart(folder, target),
      });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function readWorkbookPart(
  xml: string,
  relations: ReadonlyMap<string, Relation>,
  parts: ReadonlyMap<string, ArchiveEntry>,
): { sheets: WorkbookSheet[]; names: DefinedName[]; date1904: boolean } {
  const sheets: WorkbookSheet[] = [];
  const names: DefinedName[] = [];
  let date1904 = false;
  let current: { name: string; sheetIndex: number | null; reference: string } | null = null;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'sheet' && sheets.length < MAX_SHEETS) {
        const relation = relations.get(attributes.get('id') ?? '');
        const isWorksheet = relation?.type === 'worksheet' && parts.has(partKey(relation.target));
        const target = isWorksheet ? relation.target : null;
        const seen = target !== null && sheets.some((sheet) => sheet.part === target);
        sheets.push({
          name: toNfc(attributes.get('name') ?? ''),
          hidden: (attributes.get('state') ?? 'visible') !== 'visible',
          // Two sheets over one part are no workbook's, only a way to make a reader do the work many times.
          part: seen ? null : target,
        });
      } else if (name === 'definedName' && names.length < MAX_NAMES) {
        const local = attributes.get('localSheetId');
        current = {
          name: attributes.get('name') ?? '',
          sheetIndex: local === undefined ? null : Number(local),
          reference: '',
        };
      } else if (name === 'workbookPr') {
        date1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      }
    },
    text(text) {
      if (current) current.reference += text;
    },
    close(name) {
      if (name !== 'definedName' || !current) return;
      names.push(current);
      current = null;
    },
  });
  return { sheets, names, date1904 };
}

/** `<si>` holds `<t>` or runs `<r><t>`; `<rPh>` (reading aids) is not part of the text. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si' && strings.length < MAX_STRINGS) strings.push(cleanText(text));
    },
  });
  return strings;
}

/** `_x000D_` is how OOXML escapes characters that XML cannot hold. */
export function cleanText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
  return toNfc(unescaped);
}

/** Number formats that Excel itself numbers as dates or times ([ECMA-376] 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** "dd/mm/yyyy;@" is a date; "[Red]0,0 "đồng"" is not: quoted text, colours and escapes do not count. */
export function isDateFormat(code: string): boolean {
  const bare = code.slice(0, MAX_FORMAT).replace(/"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.|_.|\*./gi, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

function readDateStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const dates = new Set<number>();
  let inCellFormats = false;
  let index = 0;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.get('numFmtId') ?? '0');
        const code = formats.get(id);
        if (code === undefined ? isBuiltInDate(id) : isDateFormat(code)) dates.add(index);
        index += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return dates;
}
