import { deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../../../../../electron/adapters/intake/xlsx/read-form';
import { readTables } from '../../../../../../electron/adapters/intake/xlsx/read-tables';
import { writeWorkbook } from '../../../../../../electron/adapters/export/xlsx/write-workbook';
import { formModel } from '../../../../../golden/writers/models';
import { oleFile } from '../../fixtures/ole';
import { bomb, rawWorkbook, sheetXml } from '../../fixtures/workbook';

const text = (content: string) => new TextEncoder().encode(content);

async function zipOf(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function rows(count: number): string {
  const parts: string[] = [];
  for (let row = 1; row <= count; row += 1) parts.push(`<row r="${row}"><c r="A${row}"><v>1</v></c></row>`);
  return parts.join('');
}

interface Case {
  readonly what: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  readonly reason: string;
  /** A word that the sentence must hold: what the user can do or what the file is. */
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  { what: 'nothing', bytes: () => new Uint8Array(), reason: 'empty', says: /rỗng/ },
  { what: 'NULs', bytes: () => new Uint8Array(5000), reason: 'empty', says: /rỗng/ },
  {
    what: 'a password',
    bytes: () => oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    reason: 'password',
    says: /mật khẩu/,
  },
  {
    what: '.xls',
    bytes: () => oleFile(['Root Entry', 'Workbook']),
    reason: 'old-format',
    says: /\.xls\).*\.xlsx/,
  },
  {
    what: '.doc',
    bytes: () => oleFile(['Root Entry', 'WordDocument']),
    reason: 'not-a-workbook',
    says: /\.doc/,
  },
  {
    what: 'PDF under a wrong extension',
    bytes: () => text('%PDF-1.7'),
    reason: 'not-a-workbook',
    says: /PDF/,
  },
  {
    what: 'HTML called .xlsx',
    bytes: () => text('<html><table/></html>'),
    reason: 'not-a-workbook',
    says: /không phải/,
  },
  {
    what: '.ods',
    bytes: () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    reason: 'open-document',
    says: /\.ods.*Lưu thành/,
  },
  {
    what: '.docx',
    bytes: () => zipOf({ 'word/document.xml': '<document/>' }),
    reason: 'not-a-workbook',
    says: /Word/,
  },
  {
    what: '.xlsb',
    bytes: () =>
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="1" Type="a/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        'xl/workbook.bin': 'x',
      }),
    reason: 'binary-workbook',
    says: /xlsb/,
  },
  {
    what: 'a zip of something else',
    bytes: () => zipOf({ 'a.txt': 'a' }),
    reason: 'not-a-workbook',
    says: /không phải/,
  },
  { what: 'no sheets', bytes: () => rawWorkbook({}), reason: 'no-sheets', says: /không có trang tính/ },
  {
    what: 'half a file',
    bytes: async () => (await writeWorkbook(formModel)).slice(0, 3000),
    reason: 'damaged',
    says: /hỏng hoặc chưa tải về hết/,
  },
  {
    what: 'a flipped byte in the content',
    bytes: async () => {
      const bytes = await writeWorkbook(formModel);
      const content = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60;
      bytes[content] = (bytes[content] ?? 0) ^ 0xff;
      return bytes;
    },
    reason: 'damaged',
    says: /hỏng/,
  },
  { what: 'a bomb', bytes: () => bomb(8_000_000), reason: 'bomb', says: /giải nén/ },
  { what: 'a promise of 200 MB', bytes: () => bomb(1000, 200_000_000), reason: 'bomb', says: /giải nén/ },
  {
    what: 'a bomb that lies about its size',
    bytes: () => bomb(8_000_000, 1000),
    reason: 'damaged',
    says: /hỏng/,
  },
  {
    what: 'a document type with entities',
    bytes: () =>
      rawWorkbook({
        sheets: {
          a: `<!DOCTYPE a [<!ENTITY b "bb">]>${sheetXml('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')}`,
        },
      }),
    reason: 'damaged',
    says: /cấu trúc/,
  },
  {
    what: 'an entity that nobody declared',
    bytes: () =>
      rawWorkbook({ sheets: { a: sheetXml('<row r="1"><c r="A1" t="str"><v>&lol;</v></c></row>') } }),
    reason: 'damaged',
    says: /cấu trúc/,
  },
  {
    what: 'elements nested 10,000 deep',
    bytes: () => rawWorkbook({ sheets: { a: '<a>'.repeat(10_000) } }),
    reason: 'damaged',
    says: /cấu trúc/,
  },
  {
    what: 'a row number of the beyond',
    bytes: () => rawWorkbook({ sheets: { a: sheetXml('<row r="99999999"><c><v>1</v></c></row>') } }),
    reason: 'damaged',
    says: /số dòng/,
  },
  {
    what: '300,000 filled rows',
    bytes: () => rawWorkbook({ sheets: { a: sheetXml(rows(300_000)) } }),
    reason: 'too-large',
    says: /200\.000 dòng/,
  },
  {
    what: 'a filled column 16,384',
    bytes: () => rawWorkbook({ sheets: { a: sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>') } }),
    reason: 'too-large',
    says: /1\.000 cột/,
  },
];

describe('readTables and readForm refuse', () => {
  it.each(cases)('$what', async ({ bytes, reason, says }) => {
    const file = await bytes();
    const result = await readTables(file, 'gửi về.xlsx');
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'BAD_REQUEST', details: { file: 'gửi về.xlsx', reason } },
    });
    if (result.ok) return;
    expect(result.error.message).toContain('“gửi về.xlsx”');
    expect(result.error.message).toMatch(says);
  });

  it('2,500 entries', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`xl/p${index}.xml`, 'a']));
    expect(await readForm(await zipOf(parts), 'a.xlsx')).toMatchObject({
      ok: false,
      error: { details: { reason: 'too-many-entries' } },
    });
  });

  it('many names over one content', async () => {
    expect(await readForm(overlappingZip(50), 'a.xlsx')).toMatchObject({
      ok: false,
      error: { details: { reason: 'overlapping' } },
    });
  });
});

describe('what is odd but harmless is read', () => {
  it('a sheet that calls itself a million rows long and is merged all over', async () => {
    const result = await readTables(
      await rawWorkbook({
        sheets: {
          a: `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData><row r="1048576"><c r="A1048576" t="str"><v>cuối</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells></worksheet>`,
        },
        names: '<definedName name="ct_A">a!$A$1:$XFD$1048576</definedName>'.repeat(20),
      }),
      'a.xlsx',
    );
    expect(result).toEqual({
      ok: true,
      value: [{ sheet: 'a', rows: [{ row: 1_048_576, cells: ['cuối'], numbers: [] }] }],
    });
  });

  it('100,000 empty formatted rows', async () => {
    const empty = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 1}" s="1"><c s="2"/></row>`,
    ).join('');
    const result = await readTables(await rawWorkbook({ sheets: { a: sheetXml(empty) } }), 'a.xlsx');
    expect(result).toEqual({ ok: true, value: [{ sheet: 'a', rows: [] }] });
  });

  it('two sheets over one part: the second is taken for empty', async () => {
    const result = await readTables(
      await rawWorkbook({
        workbook:
          '<workbook><sheets><sheet name="a" id="rId1"/><sheet name="b" id="rId1"/></sheets></workbook>',
        sheets: { a: sheetXml(rows(2)) },
      }),
      'a.xlsx',
    );
    expect(result).toMatchObject({ ok: true, value: [{ rows: [{}, {}] }, { sheet: 'b', rows: [] }] });
  });
});

/** One deflated content, `count` directory records that all point at it. */
function overlappingZip(count: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(1000));
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1000, 22);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const records = Array.from({ length: count }, (_, index) => {
    const record = Buffer.alloc(49);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(1000, 24);
    record.writeUInt16LE(3, 28);
    record.write(String(index).padStart(3, '0'), 46);
    return record;
  });
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
}
