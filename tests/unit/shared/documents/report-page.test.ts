import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../../shared/documents/report-page';
import { ruleProfile, signer, summaryInput } from '../../../golden/documents/an-binh';
import { lookOf, texts } from './page-text';

const input = summaryInput();
const page = reportPage({
  ...input,
  profile: ruleProfile('hd36'),
  signer,
  numberText: '12-BC/ĐU',
  date: '2026-03-25',
  recipients: [{ name: 'Ban Thường vụ Thành ủy', purpose: 'để b/c' }],
});

describe('the report to superiors', () => {
  it('has the official presentation and the outline', () => {
    expect(lookOf(page, 'BÁO CÁO')).toBe('16 bold center');
    expect(lookOf(page, 'Số 12-BC/ĐU')).toBe('14 center');
    expect(texts(page).filter((text) => /^(I|II|III|IV|V)\. /.test(text))).toEqual([
      'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO',
      'II. KẾT QUẢ TRIỂN KHAI',
      'III. ĐÁNH GIÁ CHUNG',
      'IV. NHIỆM VỤ TRỌNG TÂM KỲ TỚI',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
    ]);
  });
  it('fills figures in: this period, before, cumulative, both coverages', () => {
    expect(texts(page)).toContain(
      '- Lượt người tham dự hội nghị: 1.434 lượt người (kỳ trước 435, tăng 999); lũy kế 1.869 lượt người.',
    );
    expect(texts(page)).toContain(
      '- Tỷ lệ đảng viên được quán triệt: 99/103 người, đạt 96,12% trên số đã báo cáo, 77,95% trên tổng số phải báo cáo (kỳ trước 92,31%, tăng 3,81 điểm %); mục tiêu trên 95%: đạt trên số đã báo cáo, chưa đạt trên tổng số phải báo cáo.',
    );
    expect(
      texts(page).some((text) =>
        text.includes(
          'có 5/6 đơn vị gửi báo cáo, trong đó đúng hạn 4, trễ hạn 1; còn 1 đơn vị chưa báo cáo: Chi bộ Tổ dân phố số 3.',
        ),
      ),
    ).toBe(true);
  });
  it('leaves what a person must write, opinion above all', () => {
    const all = texts(page);
    const opinion = all[all.indexOf('6. Nắm bắt tư tưởng, dư luận xã hội') + 1];
    expect(opinion).toMatch(/^… \[Phần này do người soạn thảo viết/);
    expect(all.filter((text) => text.startsWith('… [')).length).toBeGreaterThanOrEqual(7);
  });
  it('never brings what people said into sentences', () => {
    const totals = {
      ...input.totals,
      indicators: [...input.totals.indicators, 'NB01'],
      totals: { ...input.totals.totals, NB01: 12 },
    };
    const withOpinions = reportPage({
      ...input,
      totals,
      profile: ruleProfile('hd36'),
      signer,
      numberText: null,
      date: null,
      recipients: [],
    });
    expect(texts(withOpinions).some((text) => text.includes('Ý kiến, phản ánh'))).toBe(false);
  });
  it('marks a rate that could not hold every unit, and says how many', () => {
    const annexOf = (unknownDenominators: Record<string, number>) =>
      reportPage({
        ...input,
        totals: { ...input.totals, unknownDenominators },
        profile: ruleProfile('hd36'),
        signer,
        numberText: null,
        date: null,
        recipients: [],
      });
    const cells = (page: ReturnType<typeof reportPage>) =>
      page.parts[1]!.blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [],
      );
    const note = '* Tỷ lệ chưa gồm các đơn vị chưa báo mẫu số – DV03: chưa biết mẫu số của 2 đơn vị.';
    expect(texts(annexOf({ DV03: 2 }), 1)).toContain(note);
    expect(cells(annexOf({ DV03: 2 }))).toContain('77,95*');
    expect(texts(annexOf({}), 1).some((text) => text.includes('chưa biết mẫu số'))).toBe(false);
    expect(cells(annexOf({}))).toContain('77,95');
  });
  it('has an annex on its side with its own numbers and repeated headings', () => {
    const annex = page.parts[1]!;
    expect(annex).toMatchObject({ orientation: 'landscape', restartNumbers: true });
    const tables = annex.blocks.filter((block) => block.kind === 'table');
    expect(tables.length).toBeGreaterThanOrEqual(4);
    expect(tables.every((table) => table.headRows >= 2)).toBe(true);
    expect(texts(page, 1)[1]).toBe(
      '(Kèm theo Báo cáo số 12-BC/ĐU ngày 25/03/2026 của Ban Thường vụ Đảng ủy phường An Bình)',
    );
    const total = tables.flatMap((table) => table.rows).filter((row) => row[1]?.text === 'TỔNG CỘNG');
    expect(total[0]?.map((cell) => cell.text)).toEqual(
      expect.arrayContaining(['8', '1.434', '103', '99', '96,12']) as string[],
    );
    const late = tables.at(-1)!.rows.map((row) => row.map((cell) => cell.text));
    expect(late[0]).toEqual(['Biểu 4. Đơn vị chưa báo cáo, bị trả lại, báo cáo trễ hạn']);
    expect(late.slice(2)).toEqual([
      ['1', 'Chi bộ Tổ dân phố số 1', '16/03/2026', '17/03/2026', 'Trễ hạn'],
      ['2', 'Chi bộ Tổ dân phố số 3', '16/03/2026', '', 'Chưa báo cáo'],
    ]);
  });
});
