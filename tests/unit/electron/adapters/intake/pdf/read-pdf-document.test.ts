/** PDFs that are read, and those that are refused with one sentence. */
import pdfmake from 'pdfmake';
import { describe, expect, it } from 'vitest';
import { facesIn, locateFontsFolder } from '../../../../../../electron/adapters/export/pdf/fonts';
import { readDocumentBytes } from '../../../../../../electron/adapters/intake/read-document';
import { createInlineDocumentPorts } from '../../../../../../electron/adapters/workers/document-ports';
import { toLegacy } from '../../../../../../shared/text/legacy/convert';
import { readPlan } from '../../../../../../shared/domain/plan/reading/read-plan';
import { securityMark } from '../../../../../../shared/domain/plan/reading/security-mark';
import type { SourceDocument } from '../../../../../../shared/domain/plan/reading/source';
import { unwrap } from '../../../../../../shared/result';
import { rawPdf, type RawPage } from '../../../../../support/pdf/raw-pdf';
import { fileSaying } from '../../../../../support/planted-words';

const read = (bytes: Uint8Array) => readDocumentBytes(bytes, 'Kế hoạch.pdf');

async function refused(bytes: Uint8Array): Promise<string> {
  const document = await read(bytes);
  if (document.ok) return 'read';
  // One sentence (or two parts of one) that names the file and says what to do; no code of a library in it.
  expect(document.error.message).toMatch(/^Tệp “Kế hoạch\.pdf” [^.]*; hãy [^.]*\.$|^Tệp “Kế hoạch\.pdf” [^.]*, nên không đọc [^.]*; hãy [^.]*\.$|^Tệp “Kế hoạch\.pdf” [^.]* nên [^.]*; hãy [^.]*\.$/u); // prettier-ignore
  expect(document.error.code).toBe('BAD_REQUEST');
  return String(document.error.details?.['reason']);
}

function textOf(document: SourceDocument): string {
  return document.blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.flatMap(({ cells }) =>
            cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
          ),
    )
    .join('\n');
}

const WORDS = ['Ke hoach cong tac nam 2026 cua Dang uy phuong', 'Cac chi bo to chuc quan triet nghi quyet'];
const written: RawPage = { lines: WORDS };
const picture: RawPage = { picture: true };

describe('a PDF that is read', () => {
  it('gives the words of its text layer, and its bytes back as they were', async () => {
    const bytes = await fileSaying(
      createInlineDocumentPorts(),
      'pdf',
      'Đảng ủy phường, Nghị quyết số 27-NQ/TU',
    );
    const before = Buffer.from(bytes).toString('base64');
    expect(textOf(unwrap(await read(bytes)))).toBe('Đảng ủy phường, Nghị quyết số 27-NQ/TU');
    expect(Buffer.from(bytes).toString('base64')).toBe(before);
  });

  it('may have pages of pictures, as long as half of them have words', async () => {
    expect(textOf(unwrap(await read(rawPdf([written, picture]))))).toContain(WORDS[0]);
  });

  it('names the pages of pictures among those with words, and no blank page', async () => {
    const blank: RawPage = {};
    const pages = unwrap(await read(rawPdf([written, picture, written, blank, written, picture])));
    expect(pages.picturePages).toEqual([2, 6]);
    const { plan } = readPlan(pages);
    expect(plan.warnings.find(({ code }) => code === 'picture-pages')?.message).toMatch(
      /^Trang 2, 6 của tệp PDF/u,
    );
  });

  it('knows a scan by its place on the page: strips make one, an emblem does not', async () => {
    const beside = async (drawing: string) => {
      const pages = rawPdf([written, picture], ({ lines = [], picture: drawn }) =>
        Buffer.from(drawn === true ? drawing : `BT /F 14 Tf 85 760 Td (${lines.join(' ')}) Tj ET`),
      );
      return unwrap(await read(pages)).picturePages ?? [];
    };
    const strips = Array.from({ length: 8 }, (_, row) => `q 595 0 0 100 0 ${row * 100} cm /I Do Q`);
    expect(await beside(strips.join('\n'))).toEqual([2]);
    expect(await beside('q 0.1 0 0 0.1 0 0 cm q 5950 0 0 8420 0 0 cm /I Do Q Q')).toEqual([2]);
    expect(await beside('q 120 0 0 120 85 700 cm /I Do Q')).toEqual([]);
  });

  it('in VNI is turned into Unicode letter by letter', async () => {
    const lines = [
      'Kế hoạch tuyên truyền Nghị quyết của Đảng ủy năm 2026',
      'Hội nghị trực tiếp; sinh hoạt chi bộ, đưa vào nề nếp',
    ];
    const page = { lines: lines.map((line) => toLegacy(line, 'vni')), font: { name: 'VNI-Times' } };
    const document = unwrap(await read(rawPdf([page])));
    expect(textOf(document).replaceAll('\n', ' ')).toBe(lines.join(' '));
    expect(document.convertedFrom).toBe('vni');
  });
});

describe('a PDF that is refused', () => {
  it('is a scan: no letters, a handful, or letters on fewer than half of its pages', async () => {
    expect(await refused(rawPdf([picture, picture]))).toBe('pdf-scan');
    expect(await refused(rawPdf([{ picture: true, lines: ['Trang 1'] }]))).toBe('pdf-scan');
    expect(await refused(rawPdf([written, picture, picture]))).toBe('pdf-scan');
  });

  it('has letters without meaning: private places, no Unicode map, signs', async () => {
    const secret = { ...written, font: { name: 'ABCDEF+Nhap', toUnicode: (code: number) => 0xe000 + code } };
    expect(await refused(rawPdf([written, secret]))).toBe('garbage');
    const boxes = { ...written, font: { name: 'ABCDEF+Nhap', toUnicode: () => 0x25a1 } };
    expect(await refused(rawPdf([boxes]))).toBe('garbage');
    const shifted = { lines: Array.from({ length: 12 }, () => 'Nh krdfk fqpj wdf qjp fqv grqj') };
    expect(await refused(rawPdf([shifted]))).toBe('garbage');
    const many = { lines: Array.from({ length: 8 }, () => WORDS[0] ?? '') };
    expect(
      await refused(rawPdf([{ ...many, font: { name: 'ABCDEF+Nhap', toUnicode: (code) => code - 29 } }])),
    ).toBe('garbage');
    expect(await refused(rawPdf([many]))).toBe('read');
    const document = await read(rawPdf([written, secret]));
    expect(document.ok ? '' : document.error.message).toContain('ở trang 2');
  });

  it('was typed in TCVN3 and lost its “ư” on the way', async () => {
    const line = toLegacy(
      'Đảng ủy phường hướng dẫn các chi bộ thường xuyên tổ chức học tập, trước ngày',
      'tcvn3',
    );
    const page = { lines: Array.from({ length: 6 }, () => line), font: { name: '#2EVnTime' } };
    expect(await refused(rawPdf([page]))).toBe('legacy');
  });

  it('is protected by a password', async () => {
    const faces = facesIn(locateFontsFolder('/nowhere'));
    if (!faces) throw new Error('no fonts');
    pdfmake.setFonts({ Tinos: { ...faces } });
    pdfmake.setLocalAccessPolicy(() => true);
    const locked = pdfmake.createPdf({
      content: 'Kế hoạch kín của cơ quan',
      defaultStyle: { font: 'Tinos' },
      userPassword: 'bimat',
    });
    expect(await refused(new Uint8Array(await locked.getBuffer()))).toBe('password');
  });

  it('is damaged, cut short, without pages, of too many pages', async () => {
    expect(await refused(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('damaged');
    expect(await refused(Buffer.from('%PDF-1.7 rác'))).toBe('damaged');
    const whole = rawPdf([written, written]);
    expect(await refused(whole.slice(0, 200))).toBe('damaged');
    expect(['damaged', 'no-pages']).toContain(await refused(rawPdf([])));
    expect(await refused(rawPdf(Array.from({ length: 201 }, () => written)))).toBe('too-many-pages');
  });

  it('unpacks into far more than words, or holds more letters than a book', async () => {
    const bomb = rawPdf([written], () => Buffer.alloc(70 * 1024 * 1024, ' '));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refused(bomb)).toBe('bomb');
    const lines = Array.from(
      { length: 1100 },
      (_, row) => `BT /F 1 Tf 9 ${800 - row * 0.7} Td (${'a b c d e '.repeat(10)}) Tj ET`,
    );
    expect(await refused(rawPdf([written], () => Buffer.from(lines.join('\n'))))).toBe('bomb');
  });
});

describe('a mark of secrecy', () => {
  it.each(['MẬT', 'TỐI MẬT'])('%s is seen in what the reader returns', async (mark) => {
    const bytes = await fileSaying(
      createInlineDocumentPorts(),
      'pdf',
      `${mark}\nĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\nKẾ HOẠCH`,
    );
    expect(securityMark(unwrap(await read(bytes)))).toBe(mark);
  });
});
