import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { holidaySchema } from '../../../../shared/domain/office/model';
import type { SpecialDay } from '../../../../shared/date/working-days';
import {
  isWorkingDay,
  proposeWorkingDay,
  proposeWorkingDayBefore,
} from '../../../../shared/date/working-days';

const table = (year: number): readonly SpecialDay[] =>
  z
    .array(holidaySchema)
    .parse(
      JSON.parse(
        readFileSync(
          new URL(`../../../../resources/catalogue/holidays-${year}.json`, import.meta.url),
          'utf8',
        ),
      ),
    );
const DAYS = [2025, 2026, 2027].flatMap(table);

describe('proposeWorkingDay', () => {
  it('leaves a working day alone and gives no reason', () => {
    expect(proposeWorkingDay('2026-03-16', DAYS)).toEqual({
      day: '2026-03-16',
      proposed: '2026-03-16',
      reason: null,
    });
  });

  it('proposes Monday 16/3 for Sunday 15/3/2026 and says why', () => {
    const proposal = proposeWorkingDay('2026-03-15', DAYS);
    expect(proposal.day).toBe('2026-03-15');
    expect(proposal.proposed).toBe('2026-03-16');
    expect(proposal.reason).toContain('Ngày 15/03/2026 là Chủ nhật');
    expect(proposal.reason).toContain('thứ Hai, ngày 16/03/2026');
  });

  it.each([
    ['2026-06-20', '2026-06-22'],
    ['2026-09-20', '2026-09-21'],
    ['2026-12-20', '2026-12-21'],
    ['2026-02-14', '2026-02-23'],
    ['2026-04-25', '2026-04-28'],
    ['2026-04-30', '2026-05-04'],
    ['2026-08-29', '2026-09-03'],
    ['2025-01-25', '2025-02-03'],
    ['2027-02-05', '2027-02-12'],
  ])('moves %s to %s', (day, proposed) => {
    expect(proposeWorkingDay(day, DAYS).proposed).toBe(proposed);
  });

  it('works on a make-up Saturday', () => {
    expect(isWorkingDay('2026-08-22', DAYS)).toBe(true);
    expect(isWorkingDay('2026-08-22', [])).toBe(false);
    expect(isWorkingDay('2025-04-26', DAYS)).toBe(true);
  });

  it('ends with a table that has no working day', () => {
    const all = Array.from({ length: 400 }, (_, index) => ({
      id: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      name: 'nghỉ',
      kind: 'off' as const,
    }));
    expect(proposeWorkingDay('2026-01-01', all).proposed > '2026-01-01').toBe(true);
  });
});

describe('proposeWorkingDayBefore', () => {
  it.each([
    ['2026-06-19', '2026-06-19'],
    ['2026-06-20', '2026-06-19'],
    // Tết: the last day of work before it.
    ['2026-02-17', '2026-02-13'],
    ['2026-09-02', '2026-08-28'],
  ])('goes back from %s to %s', (day, proposed) => {
    const proposal = proposeWorkingDayBefore(day, DAYS);
    expect(proposal.proposed).toBe(proposed);
    expect(proposal.reason === null).toBe(day === proposed);
  });
});
