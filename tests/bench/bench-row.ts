/** One measurement: always a ratio to a baseline of the same run, so that a slow or busy machine changes nothing. */
export interface BenchRow {
  readonly name: string;
  /** What `ratio` divides by, in words. */
  readonly against: string;
  /** Milliseconds (median). */
  readonly baseline: number;
  readonly value: number;
  readonly ratio: number;
  /** The ratio should not be above this; null = told, not judged. */
  readonly goal: number | null;
}

export function row(
  name: string,
  against: string,
  baseline: number,
  value: number,
  goal: number | null = null,
): BenchRow {
  return { name, against, baseline, value, ratio: value / baseline, goal };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
