/** Files that mean harm, or look as if: made up here, byte by byte, never kept in the repository. */
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { bomb, rawWorkbook, sheetXml } from '../../unit/electron/adapters/fixtures/workbook';
import { oleFile } from '../../unit/electron/adapters/fixtures/ole';
import { namedCell } from '../workbook';

export interface HostileFile {
  /** Also the file's name as it is dropped. */
  readonly name: string;
  readonly what: string;
  /** Code of the refusal. */
  readonly code: string;
  readonly bytes: (form: Uint8Array) => Promise<Uint8Array> | Uint8Array;
}

/** A real form with parts put in or taken away, as an attacker would. */
async function tampered(form: Uint8Array, change: (zip: JSZip) => void | Promise<void>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(new Uint8Array(form));
  await change(zip);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function sheetPart(zip: JSZip): Promise<{ readonly name: string; readonly xml: string }> {
  const name = Object.keys(zip.files).find((part) => /^xl\/worksheets\/sheet1\.xml$/u.test(part)) ?? '';
  return { name, xml: (await zip.file(name)?.async('string')) ?? '' };
}

function zipOf(entries: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of Object.entries(entries)) zip.file(name, bytes);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** One stored entry under a name that no honest program writes. */
function zipWithName(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const raw = Buffer.from(name, 'utf8');
  const crc = crc32(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(0x0800, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(raw.length, 26);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(20, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(0x0800, 8);
  record.writeUInt16LE(8, 10);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packed.length, 20);
  record.writeUInt32LE(content.length, 24);
  record.writeUInt16LE(raw.length, 28);
  const local = Buffer.concat([header, raw, packed]);
  const directory = Buffer.concat([record, raw]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Rows that differ, so that no limit on the ratio stops them before they are read. */
export async function manyRows(count: number): Promise<Uint8Array> {
  const parts: string[] = [];
  let seed = 1;
  for (let row = 1; row <= count; row += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    parts.push(`<row><c><v>${seed % 100_000}</v></c></row>`);
  }
  return rawWorkbook({
    sheets: { a: sheetXml(parts.join('')) },
    names: '<definedName name="ct_HN01">a!$A$1</definedName>',
  });
}

/** 8 KB that ask a reader to walk every cell that Excel has, many times over. */
function endlessWork(): Promise<Uint8Array> {
  const everything = '$A$1:$XFD$1048576';
  const names = Array.from(
    { length: 60 },
    (_, index) => `<definedName name="ct_A${index}">a!${everything}</definedName>`,
  ).join('');
  return rawWorkbook({
    names,
    sheets: {
      a: `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><f t="array" ref="A1:XFD1048576">SUM(A:XFD)</f></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048575"/>'.repeat(100)}</mergeCells></worksheet>`,
    },
  });
}

const ENTITIES = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>`;
const OUTSIDE = '<!DOCTYPE a [<!ENTITY outside SYSTEM "file:///etc/passwd">]>';

async function withDoctype(form: Uint8Array, doctype: string, entity: string): Promise<Uint8Array> {
  return tampered(form, async (zip) => {
    const { name, xml } = await sheetPart(zip);
    zip.file(
      name,
      xml
        .replace(/^(<\?xml[^>]*\?>)?/u, `$1${doctype}`)
        .replace('<sheetData>', `<sheetData><row r="900"><c r="A900" t="str"><v>&${entity};</v></c></row>`),
    );
  });
}

async function formulaInInput(form: Uint8Array, formula: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(form).buffer);
  const cell = namedCell(workbook, 'ct_HN01');
  if (!cell) throw new Error('the form has no cell ct_HN01');
  cell.value = { formula, result: 30 };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const LINK = (inside: string): string =>
  `<?xml version="1.0"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</externalLink>`;

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'Bom nén.xlsx',
    what: 'zip bomb: 64 MB of nothing in 64 KB',
    code: 'bomb',
    bytes: () => bomb(64_000_000),
  },
  {
    name: 'Bom nén khai gian.xlsx',
    what: 'zip bomb that lies about its size',
    code: 'damaged',
    bytes: () => bomb(64_000_000, 1000),
  },
  {
    name: 'Bom lồng nhau.zip',
    what: 'nested bomb: a zip of zips of bombs',
    code: 'not-xlsx',
    bytes: async () => {
      const inner = await zipOf({ 'b.xlsx': await bomb(32_000_000), 'c.xlsx': await bomb(32_000_000) });
      return zipOf({ 'một.zip': inner, 'hai.zip': inner });
    },
  },
  {
    name: 'Treo máy 8 KB.xlsx',
    what: '8 KB that make a reader walk 17 billion cells',
    code: 'too-large',
    bytes: endlessWork,
  },
  {
    name: 'Liên kết ngoài.xlsx',
    what: 'a form with links to other workbooks',
    code: 'external-links',
    bytes: (form) =>
      tampered(form, (zip) => {
        zip.file('xl/externalLinks/externalLink1.xml', LINK('<externalBook r:id="rId1"/>'));
      }),
  },
  {
    name: 'DDE.xlsx',
    what: 'a form with a DDE link',
    code: 'dde',
    bytes: (form) =>
      tampered(form, (zip) => {
        zip.file(
          'xl/externalLinks/externalLink1.xml',
          LINK('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
        );
      }),
  },
  {
    name: 'Lệnh DDE trong ô.xlsx',
    what: 'a DDE call as the formula of an input',
    code: 'formula',
    bytes: (form) => formulaInInput(form, "cmd|'/c calc'!A0"),
  },
  {
    name: 'Macro đổi đuôi.xlsx',
    what: 'a macro workbook (.xlsm) under another name',
    code: 'macro',
    bytes: (form) =>
      tampered(form, (zip) => {
        zip.file('xl/vbaProject.bin', oleFile(['Root Entry', 'VBA']));
      }),
  },
  { name: '2 triệu dòng.xlsx', what: '2,000,000 rows', code: 'too-large', bytes: () => manyRows(2_000_000) },
  { name: 'Không trang tính.xlsx', what: 'no sheets', code: 'no-sheets', bytes: () => rawWorkbook({}) },
  {
    name: 'Có mật khẩu.xlsx',
    what: 'password-protected',
    code: 'password',
    bytes: () => oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
  },
  {
    name: 'Excel cũ.xls',
    what: '.xls',
    code: 'not-xlsx',
    bytes: () => oleFile(['Root Entry', 'Workbook']),
  },
  {
    name: 'Excel cũ đổi đuôi.xlsx',
    what: '.xls under another name',
    code: 'old-format',
    bytes: () => oleFile(['Root Entry', 'Workbook']),
  },
  {
    name: 'Nhị phân.xlsx',
    what: '.xlsb',
    code: 'binary-workbook',
    bytes: () =>
      zipOf({
        '_rels/.rels': Buffer.from(
          '<Relationships><Relationship Id="1" Type="a/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        'xl/workbook.bin': Buffer.from('x'),
      }),
  },
  {
    name: 'Thực thể ngoài.xlsx',
    what: 'XXE: an entity that reads a file of this PC',
    code: 'damaged',
    bytes: (form) => withDoctype(form, OUTSIDE, 'outside'),
  },
  {
    name: 'Bom thực thể.xlsx',
    what: 'entity bomb: 10¹² laughs',
    code: 'damaged',
    bytes: (form) => withDoctype(form, ENTITIES, 'a12'),
  },
  {
    name: 'Leo thư mục.zip',
    what: 'path traversal: ../../ in a zip entry',
    code: 'unsafe-name',
    bytes: (form) => zipWithName('../../Windows/bieu.xlsx', form),
  },
  { name: 'Toàn số 0.xlsx', what: 'NULs', code: 'empty', bytes: () => new Uint8Array(20_000) },
  {
    name: 'Đứt giữa chừng.xlsx',
    what: 'truncated',
    code: 'damaged',
    bytes: (form) => form.slice(0, Math.floor(form.length / 2)),
  },
  {
    name: 'Công thức trong ô nhập.xlsx',
    what: 'a formula in an input cell',
    code: 'formula',
    bytes: (form) => formulaInInput(form, '10+20'),
  },
];
