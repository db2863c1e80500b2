/** Round values along an axis: 0, 20, 40 …; steps of 1, 2 or 5 times a power of ten. */

/** From 0 to the first step that reaches `largest`; about `count` steps. Whole numbers only when `whole`. */
export function ticksUpTo(largest: number, count = 5, whole = false): readonly number[] {
  const top = largest > 0 ? largest : 1;
  const rough = top / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough - power * 1e-9) ?? 10;
  const step = whole ? Math.max(1, Math.round(factor * power)) : factor * power;
  const steps = Math.max(1, Math.ceil(top / step - 1e-9));
  // Multiplied, not added: no trail of rounding errors.
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Steps in days between dated ticks, so that at most `count` of them stand on the axis. */
export function dayStep(days: number, count: number): number {
  const choices = [1, 2, 3, 5, 7, 14, 28, 56, 91, 182, 364];
  return choices.find((step) => days / step <= count) ?? Math.ceil(days / count);
}
