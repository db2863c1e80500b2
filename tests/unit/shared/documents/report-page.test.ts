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
      '- Lượt người tham dự hội nghị: 1.434 lượt người (tăng 260% so với kỳ trước, tính trên 3 đơn vị báo cáo cả hai kỳ: 1.404 so với 390); lũy kế 1.869 lượt người.',
    );
    expect(texts(page)).toContain(
      '- Tỷ lệ đảng viên được quán triệt: 99/103 = 96,12% trên số đã báo cáo; 99/127 = 77,95% trên tổng số phải báo cáo (tính đến 25/03/2026); trên số đã báo cáo tăng 5,42 điểm % so với kỳ trước, tính trên 3 đơn vị báo cáo cả hai kỳ (95,74% so với 90,32%); mục tiêu trên 95%: đạt trên số đã báo cáo, chưa đạt trên tổng số phải báo cáo.',
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
  it('prints the parts of both coverages', () => {
    const rows = page.parts[1]!.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const coverage = rows.find((row) => row[0]?.text === 'DV03' && row.length === 9);
    expect(coverage?.map(({ text }) => text).slice(3)).toEqual([
      '96,12',
      '99/103',
      'Đạt',
      '77,95*',
      '99/127',
      'Chưa đạt',
    ]);
  });
  it('compares only where both periods stand', () => {
    const without = reportPage({
      ...input,
      previous: {
        ...input.previous!,
        totals: { ...input.previous!.totals, HN01: 0, HN02: undefined! },
        units: input.previous!.units.map((row) => ({
          ...row,
          values: { ...row.values, HN01: 0, HN02: undefined! },
        })),
      },
      profile: ruleProfile('hd36'),
      signer,
      numberText: null,
      date: null,
      recipients: [],
    });
    const line = (name: string) => texts(without).find((text) => text.includes(name));
    expect(line('Lượt người tham dự hội nghị')).not.toContain('so với kỳ trước');
    // From nothing there is no percentage.
    expect(line('Hội nghị quán triệt')).toContain(
      '8 hội nghị (tăng 7 so với kỳ trước, tính trên 3 đơn vị báo cáo cả hai kỳ: 7 so với 0)',
    );
    expect(texts(without).some((text) => text.includes('Hai kỳ không cùng các đơn vị báo cáo'))).toBe(true);
  });
  it('prints the charts at the end of the annex, with what they show under their own numbers', () => {
    const charts = page.parts[1]!.blocks.filter((block) => block.kind === 'chart');
    expect(charts.map((block) => block.caption)).toEqual([
      'Biểu đồ 1. Số báo cáo nhận được theo ngày, quý I năm 2026',
      'Biểu đồ 2. Mức đạt mục tiêu (%), quý I năm 2026',
      'Biểu đồ 3. Mức đạt mục tiêu (tin, bài/tuần), quý I năm 2026',
      'Biểu đồ 4. So sánh với kỳ trước, quý I năm 2026 và quý IV năm 2025',
    ]);
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
    // Kỳ này | Lũy kế | Kỳ trước | Tăng/giảm of three indicators a table.
    expect(total.map((row) => row.map((cell) => cell.text).slice(2, 10))).toEqual([
      ['8', '15', '7', '+1', '1.434', '1.869', '435', '+1.014'],
      ['99', '99', '108', '+6', '96,12', '96,12', '92,31', '+5,42'],
      ['4,12', '3,71', '3,31', '', '17', '29', '12', '+4'],
      ['3', '3', '3', '0'],
    ]);
    // The units not in stand under every table of figures, as its last row.
    expect(tables.slice(0, -1).map((table) => table.rows.at(-1)?.[0]?.text)).toEqual(
      tables.slice(0, -1).map(() => 'Chưa có số liệu của 1 đơn vị: Chi bộ Tổ dân phố số 3.'),
    );
    const late = tables.at(-1)!.rows.map((row) => row.map((cell) => cell.text));
    expect(late[0]).toEqual(['Biểu 4. Đơn vị chưa báo cáo, bị trả lại, báo cáo trễ hạn']);
    expect(late.slice(2)).toEqual([
      ['1', 'Chi bộ Tổ dân phố số 1', '16/03/2026', '17/03/2026', 'Trễ hạn'],
      ['2', 'Chi bộ Tổ dân phố số 3', '16/03/2026', '', 'Chưa báo cáo'],
    ]);
  });
});
