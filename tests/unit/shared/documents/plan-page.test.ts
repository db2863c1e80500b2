import { describe, expect, it } from 'vitest';
import { planPage } from '../../../../shared/documents/plan-page';
import { textWidth } from '../../../../shared/documents/text-width';
import {
  CREATED_AT,
  items,
  office,
  plan,
  ruleProfile,
  stateOffice,
  stateSigner,
} from '../../../golden/documents/an-binh';
import { lookOf, paragraphs, rules, textOf, texts } from './page-text';

const party = planPage({
  plan,
  items,
  numberText: '07-KH/ĐU',
  date: '2026-02-05',
  office,
  profile: ruleProfile('hd36'),
  createdAt: CREATED_AT,
});
const state = planPage({
  plan: {
    ...plan,
    issuingBody: stateOffice.issuingBody,
    signer: stateSigner,
    archive: ['VT', 'VHXH'],
    parsed: { ...plan.parsed, header: { ...plan.parsed.header, parentBody: stateOffice.parentBody } },
  },
  items,
  numberText: '12/KH-UBND',
  date: '2026-10-12',
  office: stateOffice,
  profile: ruleProfile('nd30'),
  createdAt: CREATED_AT,
});
const subject =
  'tuyên truyền, quán triệt và thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 về xây dựng phường, xã thân thiện, an toàn';

describe('a Party plan', () => {
  it('stands on an A4 page with the margins and page numbers of the rule', () => {
    expect(party.parts).toHaveLength(1);
    expect(party.parts[0]).toMatchObject({
      orientation: 'portrait',
      margins: [20, 15, 20, 30],
      mirrorMargins: true,
      pageNumber: { size: 14, topDistance: 10, hideFirst: true },
    });
  });
  it.each([
    ['ĐẢNG CỘNG SẢN VIỆT NAM', '15 bold center'],
    ['ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG', '14 center'],
    ['ĐẢNG ỦY PHƯỜNG AN BÌNH', '14 bold center'],
    ['*', '14 center'],
    ['Số 07-KH/ĐU', '14 center'],
    ['An Bình, ngày 05 tháng 02 năm 2026', '14 italic center'],
    ['KẾ HOẠCH', '16 bold center'],
    [subject, '14 bold center'],
    ['-----', '14 center'],
    ['I. MỤC ĐÍCH, YÊU CẦU', '14 bold justify'],
    ['II. TỔ CHỨC THỰC HIỆN', '14 bold justify'],
    ['1. Mục đích', '14 bold justify'],
    ['Nội dung tuyên truyền ngắn gọn, dễ nhớ, sát đời sống khu dân cư.', '14 justify'],
    ['a) Báo cáo kết quả hằng quý trước ngày 16 của tháng cuối quý;', '14 justify'],
    ['T/M BAN THƯỜNG VỤ', '14 bold center'],
    ['PHÓ BÍ THƯ THƯỜNG TRỰC', '14 center'],
    ['Trần Minh Khôi', '14 bold center'],
    ['Nơi nhận:', '14 underline left'],
    ['- Thường trực Thành ủy (để b/c),', '12 left'],
    ['- Lưu VPĐU.', '12 left'],
  ])('prints “%s” as the rule says', (text, look) => {
    expect(lookOf(party, text)).toBe(look);
  });
  it('draws one line, as long as the motto', () => {
    expect(rules(party).map((rule) => rule.length)).toEqual([
      Math.round(textWidth('ĐẢNG CỘNG SẢN VIỆT NAM', 15, { bold: true }) * 100) / 100,
    ]);
  });
  it('sets body paragraphs with indent, exact lines and a gap', () => {
    const body = paragraphs(party).find((one) => textOf(one).startsWith('Giúp cán bộ'));
    expect(body).toMatchObject({ firstLineIndent: 10, line: 18, spaceAfter: 6, align: 'justify' });
  });
  it('keeps headings with their text', () => {
    const headings = paragraphs(party).filter((one) => one.outlineLevel !== undefined);
    expect(headings.length).toBeGreaterThan(4);
    expect(headings.every((one) => one.keepWithNext)).toBe(true);
  });
  it('ends the text with "." and keeps its last paragraph on the page of the signature', () => {
    const last = paragraphs(party).find((one) => textOf(one).startsWith('Trên đây'));
    expect(textOf(last!)).toBe(
      'Trên đây là Kế hoạch thực hiện Nghị quyết; đề nghị các đơn vị nghiêm túc thực hiện.',
    );
    expect(last!.keepWithNext).toBe(true);
  });
  it('leaves the spelling of the text alone', () => {
    expect(texts(party).some((text) => text.includes('Đảng uỷ phường xây dựng'))).toBe(true);
  });
  it('lists recipients in their order, without those a person dropped', () => {
    expect(
      texts(party)
        .filter((text) => text.startsWith('- ') && text.length < 50)
        .slice(-4),
    ).toEqual([
      '- Thường trực Thành ủy (để b/c),',
      '- Thường trực HĐND, UBND phường,',
      '- Các chi bộ trực thuộc (để t/h),',
      '- Lưu VPĐU.',
    ]);
  });
  it('leaves room in a draft', () => {
    const draft = planPage({
      plan,
      items,
      numberText: null,
      date: null,
      office,
      profile: ruleProfile('hd05'),
      createdAt: CREATED_AT,
      draftMark: 'Dự thảo lần 1',
    });
    const blank = '\u00a0'.repeat(6);
    expect(texts(draft)).toContain(`Số ${blank}-KH/ĐU`);
    expect(texts(draft)).toContain(`An Bình, ngày ${blank} tháng 01 năm 2026`);
    expect(lookOf(draft, 'Dự thảo lần 1')).toBe('14 italic center');
    expect(lookOf(draft, '- Thường trực Thành ủy (để b/c);')).toBe('12 left');
  });
});

describe('a state plan', () => {
  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '13 bold center'],
    ['Độc lập - Tự do - Hạnh phúc', '14 bold center'],
    ['THÀNH PHỐ HẢI PHÒNG', '13 center'],
    ['ỦY BAN NHÂN DÂN', '13 bold center'],
    ['PHƯỜNG AN BÌNH', '13 bold center'],
    ['Số: 12/KH-UBND', '13 center'],
    ['An Bình, ngày 12 tháng 10 năm 2026', '14 italic center'],
    ['KẾ HOẠCH', '14 bold center'],
    ['Căn cứ Điều lệ, Quy chế làm việc của Ban Chấp hành Đảng bộ phường;', '14 italic justify'],
    ['TM. ỦY BAN NHÂN DÂN', '14 bold center'],
    ['KT. CHỦ TỊCH', '14 bold center'],
    ['PHÓ CHỦ TỊCH', '14 bold center'],
    ['Lê Thu An', '14 bold center'],
    ['Nơi nhận:', '12 bold italic left'],
    ['- Lưu: VT, VHXH.', '11 left'],
  ])('prints “%s” as the decree says', (text, look) => {
    expect(lookOf(state, text)).toBe(look);
  });
  it('draws lines under motto, issuer and subject, and no star or hyphens', () => {
    const [issuer, motto, under] = rules(state).map((rule) => rule.length);
    expect(motto).toBeCloseTo(textWidth('Độc lập - Tự do - Hạnh phúc', 14, { bold: true }), 2);
    const widest = textWidth('ỦY BAN NHÂN DÂN', 13, { bold: true });
    expect(issuer! / widest).toBeGreaterThan(0.33);
    expect(issuer! / widest).toBeLessThan(0.5);
    expect(under).toBeGreaterThan(20);
    expect(texts(state)).not.toContain('*');
    expect(texts(state)).not.toContain('-----');
  });
  it('ends the text with "./." and does not mirror pages', () => {
    expect(texts(state).some((text) => text.endsWith('nghiêm túc thực hiện./.'))).toBe(true);
    expect(state.parts[0]!.mirrorMargins).toBe(false);
  });
});
