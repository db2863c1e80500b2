import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../../../electron/adapters/intake/docx/xml';
import { readDocumentBytes } from '../../../../../electron/adapters/intake/read-document';
import { readPlan, securityMark } from '../../../../../shared/domain/plan/reading/read-plan';
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
    expect(await reason(utf8('%PDF-1.7'), 'quet.pdf')).toBe('pdf');
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
