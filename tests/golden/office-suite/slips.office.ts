/** Phiếu gửi as a Word file on a PC without Times New Roman: no slip runs over its page. */
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { slipsPage, type SentTo } from '../../../shared/documents/delivery-slips';
import { CREATED_AT, office, ruleProfile } from '../documents/an-binh';
import { pdfText, saveAgain, SUBSTITUTE } from './programs';

const LONG =
  'Kế hoạch tuyên truyền, quán triệt và triển khai thực hiện Nghị quyết của Ban Chấp hành Đảng bộ phường về đẩy mạnh chuyển đổi số giai đoạn 2026 - 2030';
const NAME =
  'Ban Thường vụ Đảng ủy Công ty trách nhiệm hữu hạn một thành viên Cấp thoát nước và Môi trường An Bình';

function sentTo(name: string, count: number, subject: string): SentTo {
  return {
    name,
    address: '',
    email: '',
    contact: '',
    items: Array.from({ length: count }, (_, place) => ({
      documentId: `d${place}`,
      numberText: `${100 + place}-KH/BCĐ-ĐU`,
      date: '2026-01-20',
      subject,
      sentOn: '2026-01-21',
      channel: 'Trực tiếp',
      note: '',
    })),
  };
}

async function pagesIn(face: string, recipients: readonly SentTo[]): Promise<readonly string[]> {
  const model = slipsPage(ruleProfile('hd36'), {
    office,
    recipients,
    createdAt: CREATED_AT,
    today: '2026-01-25',
  });
  const word = await writeDocx(model, locateFontsFolder('/nowhere'));
  return pdfText(saveAgain(word, 'docx', 'pdf', face))
    .split('\f')
    .slice(0, -1);
}

describe.each(['Tinos', SUBSTITUTE])('slips set in %s', (face) => {
  it('of twelve documents stand on a page each, and short ones two on a page', async () => {
    const pages = await pagesIn(face, [
      sentTo('Chi bộ Tổ dân phố số 1', 12, LONG),
      sentTo(NAME, 12, LONG),
      sentTo('Chi bộ Tổ dân phố số 2', 2, 'Công văn đôn đốc'),
      sentTo('Chi bộ Tổ dân phố số 3', 2, 'Công văn đôn đốc'),
    ]);
    expect(pages.map((page) => page.split('NGƯỜI NHẬN').length - 1)).toEqual([1, 1, 2]);
    for (const [at, first, last] of [
      [0, '100-KH', '111-KH'],
      [1, '100-KH', '111-KH'],
    ] as const) {
      expect(pages[at]).toContain(first);
      expect(pages[at]).toContain(last);
    }
  });
});
