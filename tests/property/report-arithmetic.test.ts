/** Exact decimals, periods and single values over generated input. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, roundFraction, sumExact } from '../../shared/domain/report/decimals';
import { judgeValue, rawOf } from '../../shared/domain/report/judge-value';
import {
  comparePeriods,
  containsPeriod,
  coveredInterval,
  daysCovered,
  daysIn,
  monthsOf,
  previousPeriod,
} from '../../shared/domain/report/periods';
import { disjointParts } from '../../shared/domain/report/parts';
import { addDays } from '../../shared/date/plain-date';
import { percent } from '../../shared/domain/report/rates';
import { formatNumber } from '../../shared/text/numbers';
import { indicator } from '../unit/shared/domain/report/support/build';

const year = fc.integer({ min: 2020, max: 2035 });
const periodId = fc.oneof(
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  year.map((y) => `${y}-9M`),
  year.map((y) => String(y)),
);

describe('decimals', () => {
  const cents = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 40 });

  it('sums hundredths as whole numbers do, in any order', () => {
    fc.assert(
      fc.property(cents, (whole) => {
        const expected = whole.reduce((sum, value) => sum + value, 0) / 100;
        const values = whole.map((value) => value / 100);
        expect(sumExact(values)).toBe(expected === 0 ? 0 : expected);
        expect(sumExact([...values].reverse())).toBe(sumExact(values));
      }),
    );
  });

  it('rounds half up on the exact quotient', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        expect(percent(a, b)).toBe(Math.floor((a * 20_000 + b) / (b * 2)) / 100);
      }),
    );
    expect(roundFraction(fractionOf(1.005), 2)).toBe(1.01);
    expect(roundFraction(fractionOf(-1.005), 2)).toBe(-1.01);
  });
});

describe('periods', () => {
  it('covers its months end to end, without a gap or a day twice', () => {
    fc.assert(
      fc.property(periodId, fc.integer({ min: 0, max: 28 }), (id, cutOff) => {
        const whole = coveredInterval(id, cutOff);
        const parts = monthsOf(id).map((month) => coveredInterval(month, cutOff));
        expect(whole).not.toBeNull();
        if (!whole) return;
        const days = parts.map((part) => (part ? daysIn(part) : 0));
        expect(days.reduce((sum, count) => sum + count, 0)).toBe(daysIn(whole));
        expect(daysCovered(parts.flatMap((part) => (part ? [part] : [])))).toBe(daysIn(whole));
        expect(parts[0]?.from).toBe(whole.from);
        expect(parts.at(-1)?.to).toBe(whole.to);
      }),
    );
  });

  it('begins the day after the one before it of its kind ended (9 months apart)', () => {
    fc.assert(
      fc.property(periodId, fc.integer({ min: 0, max: 28 }), (id, cutOff) => {
        const before = previousPeriod(id);
        if (before === null || id.endsWith('9M')) return;
        expect(addDays(coveredInterval(before, cutOff)?.to ?? '', 1)).toBe(coveredInterval(id, cutOff)?.from);
        expect(comparePeriods(before, id)).toBeLessThan(0);
      }),
    );
  });

  it('chooses parts that share no month and leave out none that could be had', () => {
    fc.assert(
      fc.property(fc.array(periodId, { maxLength: 12 }), (ids) => {
        const chosen = disjointParts(ids);
        const months = chosen.flatMap(monthsOf);
        expect(new Set(months).size).toBe(months.length);
        for (const id of ids)
          expect(
            chosen.some(
              (part) =>
                containsPeriod(part, id) || monthsOf(id).some((month) => monthsOf(part).includes(month)),
            ),
          ).toBe(true);
        expect(disjointParts([...ids].reverse())).toEqual(chosen);
      }),
    );
  });
});

describe('a typed figure', () => {
  const count = indicator('HN02', 'S');

  it('is read back from what this application would print', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        expect(judgeValue(count, rawOf(formatNumber(value)))).toEqual({ kind: 'number', value });
        expect(judgeValue(count, rawOf(value))).toEqual({ kind: 'number', value });
      }),
    );
  });

  it('is a number, a refusal or empty for any text, never a guess', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const judged = judgeValue(count, rawOf(text));
        if (judged.kind === 'number')
          expect(text.replace(/[\s.,\u200b\ufeff\u00ad]/g, '')).toMatch(/^-?\d+$/);
        if (judged.kind === 'empty') expect(text.replace(/[\u200b\ufeff\u00ad]/g, '').trim()).toBe('');
        expect(judged.kind).not.toBe('text');
      }),
    );
  });
});
