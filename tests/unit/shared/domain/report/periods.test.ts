import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  containsPeriod,
  coveredInterval,
  daysCovered,
  formatPeriod,
  monthsOf,
  parsePeriod,
  periodName,
  periodNameInText,
  periodsOverlap,
  previousPeriod,
  proposedDueDay,
  weeksIn,
} from '../../../../../shared/domain/report/periods';
import { dueRulesIn } from '../../../../../shared/domain/report/due-words';
import { proposeDue, proposePeriod } from '../../../../../shared/domain/report/propose';

describe('period ids', () => {
  it.each(['2026-03', '2026-Q1', '2026-H1', '2026-H2', '2026-9M', '2026', 'DX-2026-007'])(
    'reads and writes %s',
    (id) => {
      const period = parsePeriod(id);
      expect(period).not.toBeNull();
      expect(period && formatPeriod(period)).toBe(id);
    },
  );

  it.each(['2026-13', '2026-Q5', '2026-H3', '26-03', '2026-3', 'DX-2026-7', '', '2026-03-01'])(
    'refuses %s',
    (id) => {
      expect(parsePeriod(id)).toBeNull();
    },
  );

  it.each([
    ['2026-03', 'Tháng 3 năm 2026'],
    ['2026-Q1', 'Quý I năm 2026'],
    ['2026-Q4', 'Quý IV năm 2026'],
    ['2026-H1', '6 tháng đầu năm 2026'],
    ['2026-H2', '6 tháng cuối năm 2026'],
    ['2026-9M', '9 tháng đầu năm 2026'],
    ['2026', 'Năm 2026'],
    ['DX-2026-007', 'Đột xuất số 07 năm 2026'],
  ])('names %s “%s”', (id, name) => {
    expect(periodName(id)).toBe(name);
  });

  it('names a period inside a sentence', () => {
    expect(periodNameInText('2026-Q1')).toBe('quý I năm 2026');
    expect(periodNameInText('DX-2026-012')).toBe('đột xuất số 12 năm 2026');
  });
});

describe('covered days', () => {
  it.each([
    ['2026-Q1', 14, '2025-12-15', '2026-03-14'],
    ['2026-03', 14, '2026-02-15', '2026-03-14'],
    ['2026-01', 14, '2025-12-15', '2026-01-14'],
    ['2026', 14, '2025-12-15', '2026-12-14'],
    ['2026-H2', 14, '2026-06-15', '2026-12-14'],
    ['2026-9M', 14, '2025-12-15', '2026-09-14'],
    ['2026-Q1', 0, '2026-01-01', '2026-03-31'],
    ['2026-02', 0, '2026-02-01', '2026-02-28'],
    ['2028-02', 0, '2028-02-01', '2028-02-29'],
    ['2026-03', 28, '2026-03-01', '2026-03-28'],
  ])('%s with cut-off %d covers %s to %s', (id, cutOff, from, to) => {
    expect(coveredInterval(id, cutOff)).toEqual({ from, to });
  });

  it('leaves a special period to a person', () => {
    expect(coveredInterval('DX-2026-001', 14)).toBeNull();
  });

  it('keeps the fraction of a week', () => {
    expect(weeksIn({ from: '2025-12-15', to: '2026-03-14' })).toBeCloseTo(90 / 7, 10);
  });

  it('counts a day once however many intervals hold it', () => {
    const days = daysCovered([
      { from: '2026-01-15', to: '2026-02-14' },
      { from: '2025-12-15', to: '2026-01-14' },
      { from: '2026-01-01', to: '2026-01-31' },
    ]);
    expect(days).toBe(62);
  });
});

describe('order and content', () => {
  it('knows the months of a period', () => {
    expect(monthsOf('2026-Q2')).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(monthsOf('2026-9M')).toHaveLength(9);
    expect(monthsOf('DX-2026-001')).toEqual([]);
  });

  it('knows what lies in what', () => {
    expect(containsPeriod('2026-H1', '2026-Q2')).toBe(true);
    expect(containsPeriod('2026-9M', '2026-H1')).toBe(true);
    expect(containsPeriod('2026-Q1', '2026-H1')).toBe(false);
    expect(containsPeriod('2026', '2027-01')).toBe(false);
    expect(containsPeriod('2026', 'DX-2026-001')).toBe(false);
    expect(periodsOverlap('2026-9M', '2026-H2')).toBe(true);
    expect(periodsOverlap('2026-Q1', '2026-04')).toBe(false);
  });

  it('puts periods in order of their end, the shorter first, special ones last', () => {
    const ids = ['2026', '2026-Q1', 'DX-2026-001', '2026-03', '2025-12', '2026-H1', '2026-01'];
    expect([...ids].sort(comparePeriods)).toEqual([
      '2025-12', '2026-01', '2026-03', '2026-Q1', '2026-H1', '2026', 'DX-2026-001',
    ]); // prettier-ignore
  });

  it.each([
    ['2026-01', '2025-12'],
    ['2026-Q1', '2025-Q4'],
    ['2026-H1', '2025-H2'],
    ['2026-9M', '2025-9M'],
    ['2026', '2025'],
    ['2026-03', '2026-02'],
  ])('the one before %s is %s', (id, before) => {
    expect(previousPeriod(id)).toBe(before);
  });

  it('has no period before a special one', () => {
    expect(previousPeriod('DX-2026-002')).toBeNull();
  });
});

describe('what is proposed', () => {
  it.each([
    ['2026-03-14', 15, '2026-03-15'],
    ['2026-03-31', 15, '2026-04-15'],
    ['2026-12-14', 20, '2026-12-20'],
    ['2026-12-31', 15, '2027-01-15'],
    ['2026-01-31', 31, '2026-02-28'],
    ['2026-03-14', 10, '2026-04-10'],
  ])('figures to %s, due day %d: %s', (to, day, due) => {
    expect(proposedDueDay(to, day)).toBe(due);
  });

  it('proposes a working day beside the due day, never instead of it', () => {
    const proposal = proposePeriod('2026-Q1', { cutOffDay: 14, dueDayToWard: 15 }, [], '2026-03-01');
    expect(proposal).toMatchObject({
      from: '2025-12-15',
      to: '2026-03-14',
      dueDay: '2026-03-15',
      proposedLastDay: '2026-03-16',
    });
    expect(proposal.reason).toContain('Chủ nhật');
  });

  it('never moves “trước ngày” past the written day: back to a working day where one is left', () => {
    const defaults = { cutOffDay: 14, dueDayToWard: 15, dueDayToCity: 20 };
    const said = (text: string) => [{ text, rules: dueRulesIn(text), cycles: [] }];
    const proposed = (text: string) => {
      const { dueDay, proposedLastDay, reason } = proposeDue('2026-Q1', 'quarter', defaults, said(text), [], '2026-03-01'); // prettier-ignore
      return [dueDay, proposedLastDay, reason?.includes('sớm lên') ?? null];
    };
    expect(proposed('Báo cáo trước ngày 23 tháng cuối quý')).toEqual(['2026-03-22', '2026-03-20', true]);
    expect(proposed('Báo cáo chậm nhất ngày 22 tháng cuối quý')).toEqual(['2026-03-22', '2026-03-23', false]);
    // Back from the weekend would be Friday 13/3, a day of the period itself: on as far as the written day, or not at all.
    expect(proposed('Báo cáo trước ngày 16 tháng cuối quý')).toEqual(['2026-03-15', '2026-03-16', false]);
    expect(proposed('Báo cáo trước ngày 15 tháng cuối quý')).toEqual(['2026-03-14', '2026-03-14', null]);
  });
});
