import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';

const plan = (body: string) =>
  readPlan(
    sourceFromText(
      `Số: 12/KH-UBND\nAn Bình, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\nphối hợp tuần tra\n\nUBND phường ban hành Kế hoạch như sau:\n\n${body}\n\nTrên đây là Kế hoạch.\n\nNơi nhận:\n- Lưu: VT.\n`,
    ),
  ).plan;

describe('articles', () => {
  it('head the sections where no Roman number does', () => {
    const read = plan(
      'Điều 1. Mục đích, yêu cầu\n1. Giữ gìn trật tự.\nĐiều 2. Tổ chức thực hiện\n1. Công an phường\na) Chủ trì tuần tra trước ngày 10/6/2026.\n2. Các tổ dân phố: phối hợp thực hiện.',
    );
    expect(read.sections.map(({ label, title }) => [label, title])).toEqual([
      ['Điều 1', 'Mục đích, yêu cầu'],
      ['Điều 2', 'Tổ chức thực hiện'],
    ]);
    expect(read.assignments.map(({ unit, tasks }) => [unit, tasks.length])).toEqual([
      ['Công an phường', 1],
      ['Các tổ dân phố', 1],
    ]);
  });

  it('are no sections under Roman numbers, nor in the middle of a sentence', () => {
    const read = plan(
      'I. NỘI DUNG\n1. Tuần tra theo quy định tại\nĐiều 5. của Luật An ninh.\nII. TỔ CHỨC THỰC HIỆN\n1. Công an phường\n- Tuần tra.',
    );
    expect(read.sections.map(({ label }) => label)).toEqual(['I', 'II']);
  });
});
