import { describe, expect, it } from 'vitest';
import { periodsOfCycle } from '../../../../../shared/domain/report/cycles';
import type { Cycle } from '../../../../../shared/domain/report/cycles';
import { cyclesIn, dueDayBy, dueRulesIn } from '../../../../../shared/domain/report/due-words';
import { coveredInterval } from '../../../../../shared/domain/report/periods';

function due(text: string, cycle: Cycle, period: string): string | null {
  const to = coveredInterval(period, 14)?.to ?? '';
  for (const rule of dueRulesIn(text)) {
    const day = dueDayBy(rule, cycle, period, to);
    if (day !== null) return day;
  }
  return null;
}

describe('the due day in the plan’s own words', () => {
  it.each([
    ['Gửi báo cáo vào ngày 07 hằng tháng về Ban Xây dựng Đảng', 'month', '2026-03', '2026-04-07'],
    ['Báo cáo trước ngày 20 tháng cuối quý', 'quarter', '2026-Q1', '2026-03-19'],
    ['Báo cáo quý chậm nhất ngày 20 của tháng cuối quý', 'quarter', '2026-Q2', '2026-06-20'],
    ['định kỳ hằng quý báo cáo trước ngày 05 tháng đầu quý sau', 'quarter', '2026-Q1', '2026-04-04'],
    ['Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 05/12) báo cáo', 'half', '2026-H1', '2026-06-14'],
    ['Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 05/12) báo cáo', 'year', '2026', '2026-12-04'],
    ['Báo cáo 9 tháng đến ngày 10 tháng 9', 'nine-months', '2026-9M', '2026-09-10'],
    ['gửi báo cáo kết quả trước 10/6/2026', 'half', '2026-H1', '2026-06-09'],
    // Nothing that is a day: numbers of documents, of indicators, shares, years.
    ['Báo cáo 35 chỉ tiêu theo Kế hoạch số 20-KH/ĐU đạt 95%, năm 2026', 'year', '2026', null],
    ['Báo cáo tháng trước ngày 20 hằng tháng', 'quarter', '2026-Q1', null],
    ['gửi báo cáo trước 10/6/2026', 'half', '2025-H1', null],
  ] satisfies [string, Cycle, string, string | null][])('%s → %s %s: %s', (text, cycle, period, day) => {
    expect(due(text, cycle, period)).toBe(day);
  });

  it('tells which cycles a sentence names', () => {
    expect(cyclesIn('Định kỳ hằng quý, 6 tháng và năm báo cáo Ban Thường vụ')).toEqual([
      'half',
      'quarter',
      'year',
    ]);
    expect(cyclesIn('Báo cáo trong tháng 6 năm 2026')).toEqual([]);
  });
});

describe('periodsOfCycle', () => {
  it.each([
    ['month', '2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['quarter', '2026-Q1', '2026-Q4', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['half', '2026-H2', '2027-H1', ['2026-H2', '2027-H1']],
    ['nine-months', '2026-9M', '2027-9M', ['2026-9M', '2027-9M']],
    ['year', '2026', '2028', ['2026', '2027', '2028']],
    ['once', 'DX-2026-007', 'DX-2026-007', ['DX-2026-007']],
    ['once', '2026-Q1', '2026-Q1', ['2026-Q1']],
  ] satisfies [Cycle, string, string, string[]][])('%s %s–%s', (cycle, first, last, ids) => {
    expect(periodsOfCycle(cycle, first, last)).toEqual(ids);
  });

  it.each([
    ['month', '2026-03', '2026-Q2'],
    ['month', '2026-03', '2026-02'],
    ['quarter', '2026-01', '2026-03'],
    ['once', '2026-Q1', '2026-Q2'],
    ['once', 'DX-2026-001', 'DX-2026-002'],
    ['month', '2026-01', '2036-01'],
    ['month', '2026-13', '2026-13'],
  ] satisfies [Cycle, string, string][])('is no series: %s %s–%s', (cycle, first, last) => {
    expect(periodsOfCycle(cycle, first, last)).toBeNull();
  });
});
