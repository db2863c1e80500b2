import { describe, expect, test } from 'vitest';
import {
  isFulfilled,
  isMet,
  rhythmInText,
  rhythmStanding,
  slotsOf,
} from '../../../../../shared/domain/task/rhythm';
import type { Rhythm } from '../../../../../shared/domain/task/model';

describe('what the words say', () => {
  test.each([
    ['Duy trì tối thiểu 02 tin, bài/tuần trên hệ thống truyền thanh.', 'week', 2, 'tin, bài'],
    ['≥ 3 bài / tháng', 'month', 3, 'bài'],
    ['Mỗi tuần phát tối thiểu 03 tin, bài về an toàn', 'week', 3, 'tin, bài'],
    ['Tổng hợp, báo cáo hằng quý', 'quarter', 1, 'lần'],
    ['Sinh hoạt hàng tháng lồng ghép nội dung', 'month', 1, 'lần'],
    ['Báo cáo 6 tháng một lần', 'half', 1, 'lần'],
  ])('%s', (text, per, quota, unit) => {
    expect(rhythmInText(text)).toEqual({ per, quota, unit });
  });
  test.each(['Thường xuyên tuyên truyền', 'Hoàn thành trong tháng 6/2026', 'Phát 2 lần/ngày', 'Quý I/2026'])(
    '“%s” names nothing to count by',
    (text) => expect(rhythmInText(text)).toBeNull(),
  );
});

/** Thursday 01/01/2026 to Sunday 18/01/2026: 4 days, 7 days, 7 days = 18 days = 2 4/7 weeks. */
const WEEKS: Rhythm = { per: 'week', quota: 2, unit: 'tin, bài', from: '2026-01-01', to: '2026-01-18' };

describe('weeks', () => {
  const slots = slotsOf(WEEKS);
  test('run from Monday to Sunday, cut off where the span begins and ends', () => {
    expect(slots.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2026-01-01', '2026-01-04', 4],
      ['2026-01-05', '2026-01-11', 7],
      ['2026-01-12', '2026-01-18', 7],
    ]);
  });
  test('a week that is cut off owes its part: 2 × 4/7 = 1,14', () => {
    const [first, second] = slots;
    if (!first || !second) throw new Error('no weeks');
    expect(isMet(1, first, WEEKS)).toBe(false);
    expect(isMet(2, first, WEEKS)).toBe(true);
    expect(isMet(1, second, WEEKS)).toBe(false);
    expect(isMet(2, second, WEEKS)).toBe(true);
  });
  /*
   * By hand, on 13/01/2026 (a Tuesday): counted 2 + 1; the third week runs and has none. Counted are 4 + 7 = 11 days, so
   * the average is 3 × 7 / 11 = 1,909… → 1,91 < 2. The first week is met (2 ≥ 1,14), the second not (1 < 2). With one
   * more counted in the running week, its 2 days count too: 4 × 7 / 13 = 2,15 ≥ 2.
   */
  test('the hand-worked example', () => {
    const counts = { '2026-01-01': 2, '2026-01-05': 1 };
    expect(rhythmStanding(WEEKS, counts, '2026-01-13')).toEqual({
      total: 3,
      begun: 3,
      missing: 0,
      met: 1,
      unmet: 1,
      average: 1.91,
      averageMet: false,
    });
    expect(rhythmStanding(WEEKS, { ...counts, '2026-01-12': 1 }, '2026-01-13')).toMatchObject({
      average: 2.15,
      averageMet: true,
    });
    // On 19/01 the third week is over and its count is missing, which is no 0: the average stays.
    expect(rhythmStanding(WEEKS, counts, '2026-01-19')).toMatchObject({
      average: 1.91,
      missing: 1,
      unmet: 1,
    });
    expect(rhythmStanding(WEEKS, {}, '2025-12-31')).toMatchObject({
      begun: 0,
      average: null,
      averageMet: null,
    });
  });
  test('fulfilled: every week counted and 18 days × 2/7 = 5,14 reached', () => {
    const five = { '2026-01-01': 2, '2026-01-05': 1, '2026-01-12': 2 };
    expect(isFulfilled(WEEKS, five, slots)).toBe(false);
    expect(isFulfilled(WEEKS, { ...five, '2026-01-12': 3 }, slots)).toBe(true);
    expect(isFulfilled(WEEKS, { '2026-01-01': 99 }, slots)).toBe(false);
  });
});

test('months, quarters and years end where the calendar ends them', () => {
  const of = (per: Rhythm['per'], from: string, to: string) =>
    slotsOf({ per, quota: 1, unit: '', from, to }).map((slot) => `${slot.from}..${slot.to} ${slot.label}`);
  expect(of('month', '2026-01-20', '2026-03-05')).toEqual([
    '2026-01-20..2026-01-31 T1/2026',
    '2026-02-01..2026-02-28 T2/2026',
    '2026-03-01..2026-03-05 T3/2026',
  ]);
  expect(of('quarter', '2026-02-01', '2026-12-31').map((text) => text.split(' ').slice(1).join(' '))).toEqual(
    ['Quý I/2026', 'Quý II/2026', 'Quý III/2026', 'Quý IV/2026'],
  );
  expect(of('half', '2026-06-30', '2026-07-01')).toHaveLength(2);
  expect(of('year', '2026-12-31', '2027-01-01')).toHaveLength(2);
});
