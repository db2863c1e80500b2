import { describe, expect, test } from 'vitest';
import { weekday } from '../../../../../shared/date/plain-date';
import {
  addMonths,
  daysFrom,
  mondayOf,
  weekOf,
  weeksOfMonth,
} from '../../../../../shared/domain/calendar/days';

describe('weeks begin on Monday', () => {
  test('a Sunday belongs to the week before', () => {
    expect(mondayOf('2026-03-15')).toBe('2026-03-09');
    expect(mondayOf('2026-03-16')).toBe('2026-03-16');
    expect(weekOf('2026-01-01')).toEqual([
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
  });
  test('a month has whole weeks, its own days once each', () => {
    for (let month = 1; month <= 12; month += 1) {
      const first = `2028-${String(month).padStart(2, '0')}-01`;
      const days = weeksOfMonth(first).flat();
      expect(days.length % 7).toBe(0);
      expect(weekday(days[0] ?? '')).toBe(1);
      expect(new Set(days).size).toBe(days.length);
      const own = days.filter((day) => day.startsWith(first.slice(0, 7)));
      expect(own.length).toBe(new Date(Date.UTC(2028, month, 0)).getUTCDate());
    }
  });
  test('a February of four weeks is four rows', () => {
    expect(weeksOfMonth('2027-02-10')).toHaveLength(4);
  });
});

test('another month keeps the day where it has one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2026-12-05', 1)).toBe('2027-01-05');
  expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
});

test('days of a range; none where it runs backwards', () => {
  expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([]);
});
