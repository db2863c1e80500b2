import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';
import { longPlan } from '../../../../../support/plans/long-plan';

/**
 * Four times the text may take four times as long, with room for a busy machine; a rule that goes through the text over
 * and over would take sixteen times. Ratios only: how many milliseconds it is, the bench says.
 */
const GROWTH = 10;
const RUNS = 3;

/** Milliseconds of the quickest of some readings. */
function cost(text: string): number {
  return Math.min(
    ...Array.from({ length: RUNS }, () => {
      const from = performance.now();
      readPlan(sourceFromText(text));
      return performance.now() - from;
    }),
  );
}

/** Each by how many quarters of its full length are wanted. */
const TEXTS: readonly [string, (quarters: number) => string][] = [
  ['twenty-eight pages', (quarters) => longPlan(7 * quarters)],
  ['twenty-eight pages without a line break', (quarters) => longPlan(7 * quarters).replace(/\s+/g, ' ')],
  [
    'one sentence of deadlines',
    (quarters) => `I. NỘI DUNG\n${'gửi báo cáo về sau khi hết ngày 1/2 '.repeat(500 * quarters)}`,
  ],
  [
    'a heading of many units',
    (quarters) => `I. TỔ CHỨC THỰC HIỆN\n1. ${'Ban Xây dựng Đảng, Văn phòng '.repeat(600 * quarters)}`,
  ],
  [
    'page heads only',
    (quarters) => Array.from({ length: 1000 * quarters }, (_, at) => `Kế hoạch số 1 ${at}`).join('\n'),
  ],
  ['runs of spaces', (quarters) => `I. A\na${' '.repeat(37_500 * quarters)}b`],
];

describe('long texts', () => {
  it.each(TEXTS)('reading of %s grows as the text does', (_, text) => {
    // What is read in no time at all is held against an ordinary text: a ratio of two moments says nothing.
    const yardstick = Math.max(cost(text(1)), cost(longPlan(7)));
    expect(cost(text(4))).toBeLessThan(GROWTH * yardstick);
  });
});
