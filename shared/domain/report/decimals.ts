/**
 * Exact decimal arithmetic for figures: sums in whatever order give the same number, 0.1 + 0.2 is 0.3, and a rate is
 * compared with its target before it is rounded.
 */

/** An exact quotient of two whole numbers; `denominator` > 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

interface Scaled {
  readonly digits: bigint;
  /** value = digits / 10^scale */
  readonly scale: number;
}

function scaled(value: number): Scaled {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`not a finite number: ${value}`);
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The exact value of a number as it is written (its shortest decimal form). */
export function fractionOf(value: number): Fraction {
  const { digits, scale } = scaled(value);
  return { numerator: digits, denominator: 10n ** BigInt(scale) };
}

/** Sum of the numbers as written; 0 for none. The order does not matter. */
export function sumExact(values: readonly number[]): number {
  // Counts are whole numbers, and whole numbers add exactly as they are.
  if (values.every(Number.isSafeInteger)) {
    const whole = values.reduce((sum, value) => sum + value, 0);
    if (Number.isSafeInteger(whole)) return whole;
  }
  const parts = values.map(scaled);
  const scale = Math.max(0, ...parts.map((part) => part.scale));
  const total = parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(scale - part.scale), 0n);
  return fromScaled(total, scale);
}

function fromScaled(digits: bigint, scale: number): number {
  return Number(`${digits}e-${scale}`);
}

/** a / b, exactly; null when b is 0. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  if (b.numerator === 0n) return null;
  const sign = b.numerator < 0n ? -1n : 1n;
  return {
    numerator: a.numerator * b.denominator * sign,
    denominator: a.denominator * b.numerator * sign,
  };
}

export function times(a: Fraction, factor: number): Fraction {
  const other = fractionOf(factor);
  return { numerator: a.numerator * other.numerator, denominator: a.denominator * other.denominator };
}

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded half up (away from zero for negatives), as a person with a calculator rounds: 97.826… → 97.83. */
export function roundFraction(value: Fraction, decimals: number): number {
  const negative = value.numerator < 0n;
  const shifted = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(decimals);
  const rounded = (shifted * 2n + value.denominator) / (value.denominator * 2n);
  return fromScaled(negative ? -rounded : rounded, decimals);
}
