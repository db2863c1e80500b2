/** What a reading tells of besides what it took, in invented words. */
import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';

function plan(body: string, { date = 'ngày 05 tháng 02 năm 2026', tail = '' } = {}) {
  return readPlan(
    sourceFromText(
      `ĐẢNG ỦY PHƯỜNG AN BÌNH\nSố 01-KH/ĐU\nAn Bình, ${date}\n\nKẾ HOẠCH\nthử nghiệm\n\nCăn cứ tình hình thực tế, xây dựng Kế hoạch như sau:\n\n${body}\n\nNơi nhận:\n- Các chi bộ,\n- Lưu VPĐU.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn Minh\n${tail}`,
    ),
  ).plan;
}
const work = (sentence: string) => plan(`I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy\n\n- ${sentence}`);
const doubts = (read: ReturnType<typeof plan>, code: string) =>
  read.warnings.filter((warning) => warning.code === code).map(({ excerpt }) => excerpt);

describe('days of no calendar', () => {
  it.each([
    ['Hoàn thành trước ngày 31/9/2026.', 'trước ngày 31/9/2026'],
    ['Tổ chức hội nghị sơ kết vào 14h00 ngày 31/9/2026.', 'ngày 31/9/2026'],
    ['Tổ chức hội nghị sơ kết ngày 31/9.', 'ngày 31/9'],
    ['Tổng kết vào ngày 30 tháng 02 năm 2026.', 'vào ngày 30 tháng 02 năm 2026'],
    ['Từ ngày 31/4/2026 bắt đầu thực hiện.', 'ngày 31/4/2026'],
  ])('are told of once: %s', (sentence, excerpt) => {
    const found = doubts(work(sentence), 'date-does-not-exist');
    expect(found).toHaveLength(1);
    expect(excerpt).toContain(found[0]);
  });
  it('also in the letterhead', () => {
    const read = plan('I. MỤC ĐÍCH\n\n1. Thử.', { date: 'ngày 31 tháng 4 năm 2026' });
    expect(read.header.date).toBeNull();
    expect(doubts(read, 'date-does-not-exist')).toEqual(['ngày 31 tháng 4 năm 2026']);
  });
  it('are not seen in days that are, nor in numbers', () => {
    const read = work('Ngày 29/02/2028, ngày 31/8, Kế hoạch số 31-KH/TU, tỷ lệ 31/9 hộ.');
    expect(doubts(read, 'date-does-not-exist')).toEqual([]);
  });
});

describe('the duty of another unit behind ";"', () => {
  it('is told of, and stays in its task', () => {
    const read = work('Chuẩn bị tài liệu; Công an phường bảo đảm an ninh; các chi bộ gửi báo cáo.');
    expect(read.assignments.map(({ unit, tasks }) => [unit, tasks.length])).toEqual([
      ['Văn phòng Đảng ủy', 1],
    ]);
    expect(doubts(read, 'duty-of-another-unit')).toEqual([
      'Công an phường bảo đảm an ninh',
      'các chi bộ gửi báo cáo.',
    ]);
  });
  it('is none of the unit itself, nor of words that name nobody', () => {
    const read = work(
      'Chuẩn bị tài liệu; Văn phòng Đảng ủy tổng hợp; bảo đảm đúng tiến độ; các nội dung khác.',
    );
    expect(doubts(read, 'duty-of-another-unit')).toEqual([]);
  });
});

describe('an annex of assignments below the signature', () => {
  const rows =
    'Đơn vị\tNội dung\tThời gian\nCông an phường\tBảo đảm an ninh\t20/3/2026\nCác chi bộ\tTrồng cây\tTháng 3/2026\n';
  it('is told of and stays unclassified', () => {
    const read = plan('I. MỤC ĐÍCH\n\n1. Thử.', { tail: `\nPHỤ LỤC\n\n${rows}` });
    expect(doubts(read, 'annex-of-duties')).toHaveLength(1);
    expect(read.warnings.find(({ code }) => code === 'annex-of-duties')?.message).toContain('2 dòng');
    expect(read.unclassified.join(' ')).toContain('Bảo đảm an ninh');
    expect(read.assignments).toEqual([]);
  });
  it('is none where the table is of something else', () => {
    const read = plan('I. MỤC ĐÍCH\n\n1. Thử.', {
      tail: '\nPHỤ LỤC\n\nSTT\tChỉ tiêu\tSố lượng\n1\tCây\t500\n',
    });
    expect(doubts(read, 'annex-of-duties')).toEqual([]);
  });
});
