import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';

/** The deadlines of one sentence in a plan of 2026-02-05. */
function deadlines(sentence: string, date = 'An Bình, ngày 05 tháng 02 năm 2026') {
  const { plan } = readPlan(
    sourceFromText(
      `Số 01-KH/ĐU\n${date}\n\nKẾ HOẠCH\nthử nghiệm\n\nCăn cứ tình hình thực tế, xây dựng Kế hoạch như sau:\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy\n\n- ${sentence}\n\nNơi nhận:\n- Lưu VPĐU.\n`,
    ),
  );
  return plan;
}
const days = (sentence: string, date?: string) =>
  deadlines(sentence, date).deadlines.map((one) => one.lastDay ?? one.period ?? one.kind);

describe('deadlines by their Vietnamese meaning', () => {
  it.each([
    ['Xây dựng kế hoạch trước ngày 10/6/2026.', '2026-06-09'],
    ['Xây dựng kế hoạch trước ngày 01/3/2026.', '2026-02-28'],
    ['Gửi báo cáo trước 15/12/2026.', '2026-12-14'],
    ['Gửi báo cáo trước ngày 15 tháng 12 năm 2026.', '2026-12-14'],
    ['Gửi báo cáo chậm nhất ngày 25/3/2026.', '2026-03-25'],
    ['Gửi báo cáo chậm nhất là ngày 25/3/2026.', '2026-03-25'],
    ['Tổ chức đợt cao điểm từ ngày 01/3/2026 đến ngày 31/3/2026.', '2026-03-31'],
    ['Hoàn thành trong quý II năm 2026.', '2026-Q2'],
    ['Hoàn thành trong Quý III/2026.', '2026-Q3'],
    ['Ban hành kế hoạch trong tháng 4/2026.', '2026-04'],
    ['Hoàn thành trước tháng 6/2026.', '2026-05-31'],
    ['Gửi báo cáo trước ngày 10/6.', '2026-06-09'],
    ['Báo cáo trước ngày 15 hằng tháng.', 'recurring'],
    ['Báo cáo trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu.', 'relative'],
  ])('%s', (sentence, expected) => {
    expect(days(sentence)).toEqual([expected]);
  });

  it('keeps the hour, and the day of the hour', () => {
    expect(deadlines('Gửi báo cáo trước 16h30 ngày 25/6/2026.').deadlines[0]).toMatchObject({
      lastDay: '2026-06-25',
      time: '16:30',
      who: 'Văn phòng Đảng ủy',
    });
  });

  it('gives no day for a date that does not exist, and says so', () => {
    const plan = deadlines('Gửi báo cáo trước ngày 31/6/2026.');
    expect(plan.deadlines[0]).toMatchObject({ kind: 'date', lastDay: null });
    expect(plan.warnings.map(({ code }) => code)).toContain('date-does-not-exist');
  });

  it('leaves the year open where it is not certain', () => {
    // Before the plan's own date: this year's or the next one's.
    expect(deadlines('Gửi báo cáo trước ngày 10/01.').deadlines[0]).toMatchObject({
      kind: 'date',
      lastDay: null,
    });
    expect(deadlines('Gửi báo cáo trước ngày 10/6.', '').deadlines[0]).toMatchObject({ lastDay: null });
  });

  it.each([
    'Thực hiện Kế hoạch số 20-KH/TU ngày 24/4/2026 của Thành ủy.',
    'Tính đến ngày 31/12/2025, toàn phường có 30 chi bộ.',
    'Đến năm 2030 đạt chuẩn văn minh đô thị.',
    'Có 5/12 chỉ tiêu hoàn thành.',
    'Ôn lại truyền thống trong tháng 8 năm 1945.',
  ])('reads none in: %s', (sentence) => {
    expect(days(sentence)).toEqual([]);
  });

  it('gives a conference its own moment', () => {
    const plan = deadlines(
      'Tổ chức Hội nghị quán triệt vào hồi 14h00, ngày 11/3/2026 (thứ Hai) bằng hình thức trực tuyến.',
    );
    expect(plan.conferences).toMatchObject([{ start: '2026-03-11T14:00', mode: 'online' }]);
    expect(plan.deadlines).toEqual([]);
    // 11/3/2026 is a Wednesday.
    expect(plan.warnings.map(({ code }) => code)).toContain('weekday-mismatch');
  });
});
