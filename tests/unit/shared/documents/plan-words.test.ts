import { describe, expect, it } from 'vitest';
import { sectionBlocks } from '../../../../shared/documents/body';
import { readPlan } from '../../../../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../../../../shared/domain/plan/reading/source-from-text';
import { ruleProfile } from '../../../golden/documents/an-binh';

const TEXT = `KẾ HOẠCH
tuyên truyền “Phường xanh”

Thực hiện Kế hoạch số 12-KH/TU, ngày 10/01/2027 của Ban Thường vụ Thành ủy, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch như sau:

I. HÌNH THỨC
1. Tuyên truyền miệng: sinh hoạt chi bộ, họp tổ dân phố.
2. Truyền thanh cơ sở.

II. TỔ CHỨC THỰC HIỆN
1. Ban Xây dựng Đảng:
- Hướng dẫn các chi bộ thực hiện.
2. Phòng Văn hóa - Xã hội: Chỉ đạo hệ thống truyền thanh đưa tin hằng tuần.

Trên đây là Kế hoạch của Ban Thường vụ Đảng ủy.
`;

describe('the words of a plan as they print', () => {
  it('keep the colon of a heading, and a heading that goes on stays on its line', () => {
    const { sections } = readPlan(sourceFromText(TEXT)).plan;
    const lines = sectionBlocks(ruleProfile('hd36'), sections, TEXT).map((block) =>
      block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : block.kind,
    );
    expect(lines).toEqual([
      'I. HÌNH THỨC',
      '1. Tuyên truyền miệng: sinh hoạt chi bộ, họp tổ dân phố.',
      '2. Truyền thanh cơ sở.',
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Ban Xây dựng Đảng:',
      '- Hướng dẫn các chi bộ thực hiện.',
      '2. Phòng Văn hóa - Xã hội: Chỉ đạo hệ thống truyền thanh đưa tin hằng tuần.',
    ]);
  });
});
