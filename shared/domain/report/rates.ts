/**
 * Rates and targets, exact until they are shown. domain.md §5: recomputed from their parts, two decimals half up only
 * where shown, a target judged before rounding (95,004% is more than 95).
 */
import type { Indicator } from '../office/model';
import { compareFractions, divide, fractionOf, roundFraction, times } from './decimals';
import type { Fraction } from './decimals';

/** An exact rate; percent for P, pieces per week for R. */
export type Rate = Fraction;
export type Target = NonNullable<Indicator['target']>;

/** numerator / denominator × 100; null when one of them is nothing or the denominator is 0. */
export function percentRate(numerator: number | undefined, denominator: number | undefined): Rate | null {
  if (numerator === undefined || denominator === undefined) return null;
  const quotient = divide(fractionOf(numerator), fractionOf(denominator));
  return quotient ? times(quotient, 100) : null;
}

/** count per week of the days covered (a week is 7 days, the fraction is kept); null for no days. */
export function weekRate(count: number, days: number): Rate | null {
  return divide(times(fractionOf(count), 7), fractionOf(days));
}

/** Two decimals, half up. */
export function shown(rate: Rate): number {
  return roundFraction(rate, 2);
}

/** A percentage as shown, of two counts; null when nothing is expected. */
export function percent(numerator: number, denominator: number): number | null {
  const rate = percentRate(numerator, denominator);
  return rate ? shown(rate) : null;
}

/** Whether a rate or a plain figure meets a target. */
export function meets(value: Rate | number, target: Target): boolean {
  const exact = typeof value === 'number' ? fractionOf(value) : value;
  const difference = compareFractions(exact, fractionOf(target.value));
  switch (target.operator) {
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '=':
      return difference === 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
  }
}
