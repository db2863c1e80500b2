import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../../../electron/adapters/intake/docx/xml';
import { readDocumentBytes } from '../../../../../electron/adapters/intake/read-document';
import { readPlan, securityMark } from '../../../../../shared/domain/plan/reading/read-plan';
import { toLegacy } from '../../../../../shared/text/legacy/convert';
import { unwrap } from '../../../../../shared/result';

const utf8 = (text: string) => new TextEncoder().encode(text);
const TEXT = 'KẾ HOẠCH\nthử nghiệm\n\nI. MỤC ĐÍCH\n\nQuán triệt Nghị quyết.\n';

async function reason(bytes: Uint8Array, name: string): Promise<unknown> {
  const result = await readDocumentBytes(bytes, name);
  if (result.ok) return 'read';
  expect(result.error.message).toContain(name);
  expect(result.error.message).toMatch(/\.$/);
  return result.error.details?.['reason'];
}

async function docx(
  document: string | null,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  if (document !== null) zip.file('word/document.xml', document);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
const body = (xml: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`;

describe('text files', () => {
  const utf16 = (bigEndian: boolean) => {
    const bytes = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with its mark', utf8(`\ufeff${TEXT}`)],
    ['decomposed', utf8(TEXT.normalize('NFD'))],
    ['UTF-16 LE', utf16(false)],
    ['UTF-16 BE', utf16(true)],
    ['CR LF', utf8(TEXT.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, bytes) => {
    const { plan } = readPlan(unwrap(await readDocumentBytes(bytes, 'a.txt')));
    expect(plan.title).toBe('thử nghiệm');
    expect(plan.sections.map(({ title }) => title)).toEqual(['MỤC ĐÍCH']);
  });

  const LONG = `KẾ HOẠCH\ntuyên truyền bầu cử\n\nI. MỤC ĐÍCH\n\n${'Quán triệt sâu sắc Nghị quyết của Đảng ủy phường về xây dựng đô thị văn minh; ngày hội của toàn dân, đúng luật. '.repeat(3)}\n`;
  const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const windows1258 = (text: string) => {
    const marks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
    const codes = [0xcc, 0xd2, 0xde, 0xec, 0xf2];
    const own = new Map(
      Array.from('ĂăÂâĐđÊêÔôƠơƯư').map((letter, at) => [
        letter,
        [0xc3, 0xe3, 0xc2, 0xe2, 0xd0, 0xf0, 0xca, 0xea, 0xd4, 0xf4, 0xd5, 0xf5, 0xdd, 0xfd][at] ?? 0,
      ]),
    );
    return Uint8Array.from(
      Array.from(text.normalize('NFC')).flatMap((letter) => {
        const parts = Array.from(letter.normalize('NFD'));
        const tone = parts.findIndex((part) => marks.includes(part));
        const base = parts
          .filter((_, at) => at !== tone)
          .join('')
          .normalize('NFC');
        const code = own.get(base) ?? base.charCodeAt(0);
        return tone < 0 ? [code] : [code, codes[marks.indexOf(parts[tone] ?? '')] ?? 0];
      }),
    );
  };
  it.each([
    ['UTF-16 LE without its mark', new Uint8Array(Buffer.from(LONG, 'utf16le')), false],
    ['UTF-16 BE without its mark', new Uint8Array(Buffer.from(LONG, 'utf16le').swap16()), false],
    ['windows-1258', windows1258(LONG), false],
    ['TCVN3', bytesOf(toLegacy(LONG, 'tcvn3')), true],
    ['VNI', bytesOf(toLegacy(LONG, 'vni')), true],
    ['TCVN3 pasted into UTF-8', utf8(toLegacy(LONG, 'tcvn3')), true],
    ['VNI pasted into UTF-8', utf8(toLegacy(LONG, 'vni')), true],
  ])('%s', async (_, bytes, warned) => {
    const { plan } = readPlan(unwrap(await readDocumentBytes(bytes, 'a.txt')));
    expect(plan.kind).toBe('KẾ HOẠCH');
    expect(plan.title).toBe('tuyên truyền bầu cử');
    expect(plan.sections).toHaveLength(1);
    expect(plan.sections[0]?.title).toBe('MỤC ĐÍCH');
    expect(plan.sections[0]?.paragraphs[0]).toMatch(/^Quán triệt sâu sắc Nghị quyết của Đảng ủy phường/);
    expect(plan.warnings.some(({ code }) => code === 'converted-encoding')).toBe(warned);
  });

  it('refuses a text that no plan is as long as', async () => {
    expect(await reason(utf8('Dài. '.repeat(1_000_001)), 'dai.txt')).toBe('too-long');
  });

  it('refuses what is no Unicode text', async () => {
    expect(await reason(new Uint8Array([0x4b, 0xd5, 0x20, 0xb0, 0xff]), 'tcvn.txt')).toBe('encoding');
    expect(await reason(new Uint8Array(400).fill(1), 'b.txt')).toBe('binary');
    expect(await reason(new Uint8Array(), 'rong.txt')).toBe('empty');
  });
});

describe('files of other kinds', () => {
  const compound = (name: string) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(512),
        Buffer.from(name, 'utf16le'),
      ]),
    );
  it('are told apart by their bytes, whatever their names', async () => {
    expect(await reason(compound('WordDocument'), 'cu.doc')).toBe('doc');
    expect(await reason(compound('WordDocument'), 'doi-ten.docx')).toBe('doc');
    expect(await reason(compound('Workbook'), 'bang.doc')).toBe('xls');
    expect(await reason(compound('EncryptedPackage'), 'khoa.docx')).toBe('password');
    expect(await reason(utf8('%PDF-1.7'), 'quet.docx')).toBe('damaged');
    expect(await reason(utf8('{\\rtf1 abc}'), 'cu.rtf')).toBe('rtf');
    expect(await reason(utf8('<!DOCTYPE html><html>'), 'trang.txt')).toBe('html');
    expect(await reason(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]), 'anh.png')).toBe('image');
    expect(await reason(new Uint8Array([0x49, 0x49, 0x2a, 0, 8]), 'quet.tif')).toBe('image');
    expect(await reason(new Uint8Array([0x42, 0x4d, 9, 9, 9, 9, 0, 0, 0, 0]), 'anh.bmp')).toBe('image');
    expect(await reason(utf8('RIFF1234WEBPVP8 '), 'anh.webp')).toBe('image');
    expect(await reason(await docx(null, { mimetype: 'a', 'content.xml': '<a/>' }), 'mo.odt')).toBe('odt');
    expect(await reason(utf8('khong phai zip'), 'gia.docx')).toBe('damaged');
    expect(await reason(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'hong.docx')).toBe('damaged');
    expect(await reason(await docx(null, { 'xl/workbook.xml': '<a/>' }), 'bang.xlsx')).toBe('xlsx');
    expect(await reason(await docx(null, { 'a.txt': 'a' }), 'goi.docx')).toBe('not-docx');
    expect(await reason(new Uint8Array(20 * 1024 * 1024 + 1), 'to.docx')).toBe('too-large');
  });

  it('refuses a bomb, a document type and a broken part', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    expect(await reason(await docx(body(''), { 'word/media/a.bin': zeros }), 'bom.docx')).toBe('bomb');
    expect(await reason(await docx('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'), 'thuc-the.docx')).toBe(
      'damaged',
    );
    expect(await reason(await docx(body('<w:p>').replace('</w:body>', '')), 'hong.docx')).toBe('damaged');
  });
});

describe('.docx', () => {
  it('keeps soft breaks, drops what was deleted, and puts text boxes and footnotes in once', async () => {
    const document = unwrap(
      await readDocumentBytes(
        await docx(
          body(
            '<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:rPr><w:caps/><w:b/></w:rPr><w:t>đầu đề</w:t></w:r></w:p>',
          ),
          {
            'word/footnotes.xml':
              '<w:footnotes><w:footnote w:type="separator"/><w:footnote><w:p><w:r><w:t>ghi chú</w:t></w:r></w:p></w:footnote></w:footnotes>',
          },
        ),
        'a.docx',
      ),
    );
    expect(document).toEqual({
      blocks: [
        { kind: 'paragraph', text: 'một\nhai' },
        { kind: 'paragraph', text: 'ĐẦU ĐỀ', headingLevel: 1, bold: true },
      ],
      footnotes: ['ghi chú'],
    });
  });
});

describe('old fonts of a .docx', () => {
  const run = (text: string, font: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const textOf = async (xml: string, more = {}) =>
    unwrap(await readDocumentBytes(await docx(body(xml), more), 'a.docx')).blocks.map((block) =>
      block.kind === 'paragraph' ? block.text : '',
    );
  it('are converted by their tables, capitals by their font', async () => {
    expect(
      await textOf(
        `<w:p>${run(toLegacy('kế hoạch số ', 'tcvn3'), '.VnTimeH')}${run(toLegacy('đã được phường lưu trữ', 'tcvn3'), '.VnTime')}</w:p>`,
      ),
    ).toEqual(['KẾ HOẠCH SỐ đã được phường lưu trữ']);
  });
  it('keep a VNI vowel and its mark together across runs', async () => {
    expect(await textOf(`<w:p>${run('Tuye', 'VNI-Times')}${run('ân truyeàn', 'VNI-Times')}</w:p>`)).toEqual([
      'Tuyên truyền',
    ]);
  });
  it('come from a style too, and leave Unicode letters alone', async () => {
    const styles =
      '<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>';
    const plain = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    expect(
      await textOf(plain(toLegacy('ngày bầu cử', 'tcvn3')) + plain('Đảng ủy phường'), {
        'word/styles.xml': styles,
      }),
    ).toEqual(['ngày bầu cử', 'Đảng ủy phường']);
  });
  it('are known by the letters where no font says so', async () => {
    const words = 'Quán triệt sâu sắc nghị quyết của cấp ủy phường về xây dựng nếp sống, bầu cử đúng luật';
    expect(await textOf(`<w:p>${run(toLegacy(words, 'tcvn3'), 'Times New Roman')}</w:p>`)).toEqual([words]);
  });
});

describe('page headers of a .docx', () => {
  it('are looked at for a mark of secrecy, and are no part of the text', async () => {
    const header = (text: string) =>
      `<w:hdr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:hdr>`;
    const bytes = async (text: string) =>
      docx(body('<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>'), { 'word/header2.xml': header(text) });
    const marked = unwrap(await readDocumentBytes(await bytes('MẬT 2'), 'a.docx'));
    expect(securityMark(marked)).toBe('MẬT');
    expect(readPlan(marked).text).toBe('KẾ HOẠCH');
    expect(securityMark(unwrap(await readDocumentBytes(await bytes('Trang 2'), 'a.docx')))).toBeNull();
  });
});

describe('parseXml', () => {
  it('takes entities of the standard only', () => {
    expect(parseXml('<a b="&lt;&#x110;">&amp;&#7853;&x;</a>')).toEqual({
      name: 'a',
      attributes: { b: '<Đ' },
      children: ['&ậ&x;'],
    });
    expect(parseXml('<a><b></a>')).toBeNull();
    expect(parseXml('<!DOCTYPE a><a/>')).toBeNull();
    expect(parseXml(`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`)).toBeNull();
  });
});
