/** Labels, letterhead, recipients, marks of secrecy, references: the parts of the reader one by one. */
import { describe, expect, it } from 'vitest';
import { citationsIn } from '../../../../../../shared/domain/plan/reading/citations';
import { labelOf, romanValue } from '../../../../../../shared/domain/plan/reading/labels';
import { readNumber } from '../../../../../../shared/domain/plan/reading/letterhead';
import { keyOf } from '../../../../../../shared/domain/plan/reading/lines';
import {
  passageSecurityMark,
  securityMarkOfText,
  typedSecurityMark,
} from '../../../../../../shared/domain/plan/reading/security-mark';
import {
  readPlan,
  securityMark,
  sourceFromText,
} from '../../../../../../shared/domain/plan/reading/read-plan';

describe('labelOf', () => {
  it.each([
    ['II. NỘI DUNG', 'roman', 'II'],
    ['I- MỤC ĐÍCH', 'roman', 'I'],
    ['1. Mục đích', 'arabic', '1'],
    ['1.Mục đích', 'arabic', '1'],
    ['2. 5. Phát huy', 'multi', '2.5'],
    ['2.1 Nội dung', 'multi', '2.1'],
    ['a) Nâng cao', 'letter', 'a'],
    ['đ) Vận động', 'letter', 'đ'],
    ['(12) Tăng trưởng', 'paren', '(12)'],
    ['- Tổ chức', 'dash', '-'],
    ['– Tổ chức', 'dash', '-'],
    ['+ Chi bộ', 'plus', '+'],
  ])('%s', (text, kind, label) => {
    expect(labelOf(text)).toMatchObject({ kind, text: label });
  });
  it.each([
    '2031. Chủ động',
    '10/6/2026 hoàn thành',
    'XIV trên Cổng',
    '1.500 đảng viên',
    '2.5 tỷ đồng',
    '-----',
    'IIII. Sai',
  ])('none: %s', (text) => expect(labelOf(text)).toBeNull());
  it('reads Roman numbers', () => {
    expect(['I', 'IV', 'IX', 'XIV', 'XXXIX'].map(romanValue)).toEqual([1, 4, 9, 14, 39]);
    expect(romanValue('VX')).toBeNull();
  });
});

describe('keyOf', () => {
  it('puts tone marks in one place at the end of a syllable only, and keeps every place', () => {
    expect(keyOf('Uỷ ban, khoá XIV, hoà bình')).toBe('ủy ban, khóa xiv, hòa bình');
    expect(keyOf('Kế hoạch quý, hoàn thành, quỹ')).toBe('kế hoạch quý, hoàn thành, quỹ');
  });
});

describe('readNumber', () => {
  it.each([
    ['Số -KH/ĐU', null, 'KH/ĐU'],
    ['Số 101-KH/ĐU', 101, 'KH/ĐU'],
    ['Số 04 - KH/ĐU', 4, 'KH/ĐU'],
    ['Số: 45/KH-UBND', 45, 'KH-UBND'],
    ['Số: /KH-UBND', null, 'KH-UBND'],
    ['Số: ......../KH-UBND', null, 'KH-UBND'],
    ['Số:125/UBND-VP', 125, 'UBND-VP'],
  ])('%s', (text, number, symbol) => {
    expect(readNumber(text)).toMatchObject({ number, symbol });
  });
});

describe('securityMark', () => {
  const plan = (mark: string) =>
    sourceFromText(`ĐẢNG ỦY XÃ A\n${mark}\nSố 01-KH/ĐU\n\nKẾ HOẠCH\nthử\n\nI. MỤC ĐÍCH\n\nBảo vệ.\n`);
  it.each([
    ['MẬT', 'MẬT'],
    ['M Ậ T', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['T Ố I  M Ậ T', 'TỐI MẬT'],
    ['TUYỆT MẬT', 'TUYỆT MẬT'],
    ['Độ mật: Tối mật', 'TỐI MẬT'],
    ['[MẬT]', 'MẬT'],
    ['TUYET MAT', 'TUYỆT MẬT'],
    ['MẬT - HỎA TỐC', 'MẬT'],
    ['HOẢ TỐC – TỐI MẬT', 'TỐI MẬT'],
    ['MẬT (Khẩn)', 'MẬT'],
  ])('%s', (line, mark) => expect(securityMark(plan(line))).toBe(mark));
  it.each(['HỎA TỐC', 'bảo vệ bí mật nhà nước', 'MẬT ĐỘ DÂN SỐ', 'Mật độ xây dựng', 'MAT'])(
    'none: %s',
    (line) => expect(securityMark(plan(line))).toBeNull(),
  );
  const lower = (lines: string) =>
    sourceFromText(`KẾ HOẠCH\nthử\n\nI. MỤC ĐÍCH\n\n${lines}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n`);
  it.each([
    ['MẬT', 'MẬT'],
    ['M Ậ T', 'MẬT'],
    ['TỐI MẬT'.normalize('NFD'), 'TỐI MẬT'],
    ['1. Công an phường gửi danh sách (MẬT) trước ngày 01/12/2026.', 'MẬT'],
    ['Độ mật: TUYỆT MẬT', 'TUYỆT MẬT'],
    ['Danh sách kèm theo [T Ố I  M Ậ T]', 'TỐI MẬT'],
  ])('behind the first section: %s', (line, mark) => {
    expect(securityMark(lower(line))).toBe(mark);
    expect(passageSecurityMark(line)).toBe(mark);
  });
  it('in brackets beside the number, and after the signature', () => {
    expect(securityMark(plan('Số 11-KH/ĐU (MẬT)'))).toBe('MẬT');
    expect(
      securityMark(sourceFromText('KẾ HOẠCH\nthử\n\nI. MỤC ĐÍCH\n\nNơi nhận:\n- Lưu VP.\n\nMẬT\n')),
    ).toBe('MẬT');
  });
  it.each([
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'BẢO VỆ BÍ\nMẬT',
    'Tài liệu mật phải để riêng.',
    'Văn bản mang độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) gửi riêng.',
    'Thực hiện chế độ (bí mật).',
    'Giữ thông tin (mật) của đảng viên.',
    'Mật',
  ])('none behind the first section: %s', (line) => {
    expect(securityMark(lower(line))).toBeNull();
    expect(passageSecurityMark(line)).toBeNull();
  });
});

describe('securityMarkOfText', () => {
  it.each([
    ['ĐẢNG ỦY XÃ A\nTỐI MẬT\nSố 01', 'TỐI MẬT'],
    ['ĐẢNG BỘ TỈNH\t\tMẬT\t\nDANH SÁCH', 'MẬT'],
    ['ĐẢNG BỘ TỈNH       TUYỆT MẬT', 'TUYỆT MẬT'],
    ['Trang tính 1\nMẬT'.normalize('NFD'), 'MẬT'],
    [`${'a\n'.repeat(3000)}MẬT`, 'MẬT'],
  ])('%j', (text, mark) => expect(securityMarkOfText(text)).toBe(mark));
  it.each(['STT\tĐộ khẩn\tMật độ', 'Số\tKhẩn\tMật'])('none: %#', (text) =>
    expect(securityMarkOfText(text)).toBeNull(),
  );
});

describe('typedSecurityMark', () => {
  it.each([
    ['MẬT - Công văn về việc thử', 'MẬT'],
    ['MẬT: Công văn', 'MẬT'],
    ['MẬT CÔNG VĂN VỀ NHÂN SỰ', 'MẬT'],
    ['Công văn (MẬT) về nhân sự', 'MẬT'],
    ['12-CV/ĐU-MẬT', 'MẬT'],
    ['Mật: công văn', 'MẬT'],
    ['(Tối mật) công văn', 'TỐI MẬT'],
    ['TUYỆT MẬT công văn'.normalize('NFD'), 'TUYỆT MẬT'],
    ['Công văn TỐI  MẬT về nhân sự', 'TỐI MẬT'],
  ])('%s', (text, mark) => expect(typedSecurityMark(text)).toBe(mark));
  it.each([
    'về bảo vệ bí mật nhà nước',
    'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'QUY CHẾ BẢO MẬT THÔNG TIN',
    'ĐIỀU TRA MẬT ĐỘ DÂN SỐ',
    'Mật độ xây dựng',
    'Mật khẩu: quy định',
    'BÍ MẬT',
    '12-CV/ĐUMẬT',
    '',
  ])('none: %s', (text) => expect(typedSecurityMark(text)).toBeNull());
});

describe('citationsIn', () => {
  it('reads kind, number, date and issuer', () => {
    expect(
      citationsIn(
        'Thực hiện Hướng dẫn số 13- HD/BTGDVTW, ngày 27/3/2026 của Ban Tuyên giáo và Dân vận Trung ương về tuyên truyền; các Chương trình hành động số 20-CTr/TU ngày 24/4/2026, số 21-CTr/TU ngày 02/5/2026',
      ),
    ).toMatchObject([
      {
        kind: 'Hướng dẫn',
        number: '13-HD/BTGDVTW',
        date: '2026-03-27',
        issuer: 'Ban Tuyên giáo và Dân vận Trung ương',
      },
      { kind: 'Chương trình hành động', number: '20-CTr/TU', date: '2026-04-24' },
      { kind: 'Chương trình hành động', number: '21-CTr/TU', date: '2026-05-02' },
    ]);
  });
  it('takes no ratio and no date for a document', () => {
    expect(citationsIn('đạt 55/67 xã, từ 01/6/2026; số 12 phố Cầu Đất; tổ 5-TDP')).toEqual([]);
  });
});

describe('warnings', () => {
  it('tells one document with two symbols', () => {
    const { plan } = readPlan(
      sourceFromText(
        'KẾ HOẠCH\nthực hiện Kết luận số 88-KL/TU, ngày 02/4/2026\n\nThực hiện Kết luận số 88-KL/TW, ngày 02/4/2026 của Ban Chấp hành Trung ương, xây dựng Kế hoạch:\n\nI. MỤC ĐÍCH\n\nQuán triệt.\n\nIII. NỘI DUNG\n\nHọc tập.\n',
      ),
    );
    const codes = plan.warnings.map(({ code }) => code);
    expect(codes).toContain('reference-mismatch');
    expect(codes).toContain('numbering-slip');
    expect(codes).toContain('recipients-missing');
  });
});
