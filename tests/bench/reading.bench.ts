/** Reading a plan of 60 pages: it must take no more than ten times one of 6 pages (nothing grows faster than the text). */
import { readPlan, sourceFromText } from '../../shared/domain/plan/reading/read-plan';
import { longPlan } from '../support/plans/long-plan';
import { median, row, type BenchRow } from './bench-row';

const PAGES = 60;
const RUNS = 9;

function timeOf(text: string, times: number): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) readPlan(sourceFromText(text));
  return performance.now() - start;
}

export function run(): Promise<readonly BenchRow[]> {
  const long = longPlan(PAGES);
  const short = longPlan(PAGES / 10);
  // A text file without a single line break is the worst of its length.
  const oneLine = long.replace(/\s+/g, ' ');
  timeOf(short, 10);
  const samples = Array.from({ length: RUNS }, () => ({
    short: timeOf(short, 10),
    long: timeOf(long, 1),
    oneLine: timeOf(oneLine, 1),
  }));
  const baseline = median(samples.map((sample) => sample.short));
  const against = 'ten plans of 6 pages';
  return Promise.resolve([
    row(
      `reading a plan of ${PAGES} pages`,
      against,
      baseline,
      median(samples.map(({ long: taken }) => taken)),
      2,
    ),
    row(
      'the same without line breaks',
      against,
      baseline,
      median(samples.map(({ oneLine: taken }) => taken)),
      3,
    ),
  ]);
}
