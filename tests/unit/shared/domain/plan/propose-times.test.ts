import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../../../../shared/domain/plan/model';
import { proposeTime, vagueTimeIn } from '../../../../../shared/domain/plan/propose-times';

const task = (text: string, more: Partial<PlanItem> = {}): PlanItem =>
  ({
    id: 'a', origins: [], source: null, touched: false, dropped: false, accepted: true, doubt: '', order: 1,
    kind: 'task', assignmentId: null, text, lastDay: null, period: null, recurrence: null, coordinating: [], state: 'open',
    ...more,
  }) as PlanItem; // prettier-ignore
const usual = { from: '2026-02-05', cutOffDay: 14, dueDay: 15, holidays: [] } as const;

describe('proposed times', () => {
  it.each([
    // 15/3/2026 is a Sunday.
    ['Định kỳ báo cáo kết quả về Ban Thường vụ Đảng ủy.', 'Định kỳ', '2026-Q1', '2026-03-16'],
    ['Kịp thời phản ánh những vấn đề phát sinh.', 'Kịp thời', '2026-Q1', '2026-03-16'],
    ['Tổng hợp, báo cáo định kỳ hằng tháng.', 'báo cáo định kỳ', '2026-02', '2026-02-16'],
    ['Định kỳ 6 tháng báo cáo trước ngày 20 tháng cuối kỳ.', 'Định kỳ', '2026-H1', '2026-06-19'],
    ['Định kỳ hằng năm gửi báo cáo.', 'Định kỳ', '2026', '2026-12-15'],
  ])('%s', (text, words, period, lastDay) => {
    expect(proposeTime(task(text), usual)).toEqual({ words, period, lastDay });
  });

  it.each([
    ['Hoàn thành trong tuần đầu tháng 9/2026.', '2026-09', 'tuần đầu tháng 9/2026', '2026-09-07'],
    ['Ra quân vào tuần thứ 2 của tháng 9/2026.', '2026-09', 'tuần thứ 2 của tháng 9/2026', '2026-09-14'],
    ['Báo cáo vào giữa tháng 5.', '2026-05', 'giữa tháng 5', '2026-05-15'],
    ['Xong trong 10 ngày đầu tháng 9/2026.', '2026-09', '10 ngày đầu tháng 9/2026', '2026-09-10'],
    // 31/5/2026 is a Sunday: the proposal stays in the month that the text names.
    ['Hoàn thành cuối tháng 5/2026.', '2026-05', 'cuối tháng 5/2026', '2026-05-31'],
  ])('of a part of a month: %s', (text, period, words, lastDay) => {
    expect(proposeTime(task(text, { period }), usual)).toEqual({ words, period, lastDay });
  });

  it('are none for a whole month', () => {
    expect(proposeTime(task('Hoàn thành trong tháng 9/2026.', { period: '2026-09' }), usual)).toBeNull();
    expect(proposeTime(task('Xong đầu tháng 01/2026.', { period: '2026-01' }), usual)).toBeNull();
  });

  it('are none where a day stands, where nothing is handed in, and for dropped items', () => {
    expect(proposeTime(task('Định kỳ báo cáo.', { lastDay: '2026-03-10' }), usual)).toBeNull();
    expect(proposeTime(task('Định kỳ báo cáo.', { dropped: true }), usual)).toBeNull();
    expect(proposeTime(task('Kịp thời định hướng thông tin.'), usual)).toBeNull();
    expect(proposeTime(task('Đưa nội dung vào sinh hoạt chi bộ.'), usual)).toBeNull();
  });

  it('never lie before the plan', () => {
    const late = proposeTime(task('Định kỳ báo cáo kết quả.'), { ...usual, from: '2026-12-28' });
    expect(late).toMatchObject({ period: '2027-Q1', lastDay: '2027-03-15' });
  });

  it('keep the words as printed', () => {
    expect(vagueTimeIn('Theo dõi, đôn đốc. Định kỳ/đột xuất báo cáo cấp trên.')?.words).toBe(
      'Định kỳ/đột xuất',
    );
    expect(vagueTimeIn('Dự sinh hoạt 01 lần/quý. Phản ánh kịp thời.')?.cycles).toEqual([]);
    expect(vagueTimeIn('Định kỳ tháng 6, tháng 12 báo cáo.')).toBeNull();
    expect(vagueTimeIn('Kịp thời động viên. Báo cáo kết quả.')).toBeNull();
  });
});
