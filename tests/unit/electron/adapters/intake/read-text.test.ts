/** Words of files for searching, and of files that mean harm. */
import { describe, expect, it } from 'vitest';
import { MAX_LETTERS, readText } from '../../../../../electron/adapters/intake/read-text';
import { createInlineDocumentPorts } from '../../../../../electron/adapters/workers/document-ports';
import { securityMarkOfText } from '../../../../../shared/domain/plan/reading/security-mark';
import { unwrap } from '../../../../../shared/result';
import { fileSaying } from '../../../../support/planted-words';

const ports = createInlineDocumentPorts();
const WORDS = 'Đảng ủy phường, Nghị quyết số 27-NQ/TU';

async function refused(bytes: Uint8Array, name: string): Promise<string> {
  const text = await readText(bytes, name);
  if (text.ok) return `read: ${text.value.slice(0, 40)}`;
  expect(text.error.message).toMatch(/^[^a-z]*.*\.$/);
  return text.error.code;
}

describe('reading words', () => {
  it.each(['docx', 'pdf', 'xlsx', 'txt'] as const)(
    'finds them in a .%s, whatever the file is called',
    async (kind) => {
      const bytes = await fileSaying(ports, kind, WORDS);
      expect(unwrap(await readText(bytes, `tep.${kind}`))).toContain(WORDS);
      if (kind !== 'txt') expect(unwrap(await readText(bytes, 'khong-duoi'))).toContain(WORDS);
    },
  );

  it.each(['docx', 'pdf', 'xlsx', 'txt'] as const)(
    'lets a mark of secrecy be seen in a .%s',
    async (kind) => {
      const marked = await fileSaying(ports, kind, 'TỐI MẬT');
      expect(securityMarkOfText(unwrap(await ports.textReader.look(marked, `tep.${kind}`)))).toBe('TỐI MẬT');
      const open = await fileSaying(ports, kind, 'về bảo vệ bí mật nhà nước');
      expect(securityMarkOfText(unwrap(await ports.textReader.look(open, `tep.${kind}`)))).toBeNull();
    },
  );

  it('stops after so many letters', async () => {
    const long = `${WORDS}\n`.repeat(10_000);
    expect(unwrap(await readText(Buffer.from(long), 'dai.txt')).length).toBeLessThanOrEqual(MAX_LETTERS);
  });

  it('gives the bytes back as they were', async () => {
    const bytes = await fileSaying(ports, 'pdf', WORDS);
    const before = Buffer.from(bytes).toString('base64');
    await readText(bytes, 'ban-ky.pdf');
    expect(Buffer.from(bytes).toString('base64')).toBe(before);
  });

  it('refuses what has no words, is damaged or protected, with a sentence', async () => {
    const pdf = await fileSaying(ports, 'pdf', WORDS);
    expect(await refused(Buffer.from('%PDF-1.7 rác'), 'hong.pdf')).toBe('BAD_REQUEST');
    expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'anh.png')).toBe('BAD_REQUEST');
    expect(await refused(Buffer.from('PK\u0003\u0004 rác'), 'hong.docx')).toBe('BAD_REQUEST');
    expect(await refused(new Uint8Array(), 'rong.pdf')).toBe('BAD_REQUEST');
    // Cut short: pdf.js puts together what is left, or says that it is damaged; either way it answers.
    expect(await refused(pdf.slice(0, pdf.length / 2), 'cut.pdf')).toMatch(/^(BAD_REQUEST|read: )/);
  });

  it('reads nothing of a page that draws no letters', async () => {
    const scan = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
    expect(unwrap(await readText(Buffer.from(scan), 'quet.pdf'))).toBe('');
  });

  it('takes no step along a loop of pages', async () => {
    const loop = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
    expect(await refused(Buffer.from(loop), 'vong.pdf')).toMatch(/^(BAD_REQUEST|read: )/);
  });
});
