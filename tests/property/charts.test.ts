/** Whatever the figures: a chart keeps to its paper, its texts are clear of one another, its bars are to scale. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartModel } from '../../shared/documents/charts/chart-model';
import { comparisonChart } from '../../shared/documents/charts/comparison-chart';
import { submissionChart } from '../../shared/documents/charts/submission-chart';
import { targetCharts } from '../../shared/documents/charts/targets-chart';
import { timelinessChart } from '../../shared/documents/charts/timeliness-chart';
import { addDays } from '../../shared/date/plain-date';
import { bars, outside, overlaps } from '../unit/shared/documents/charts/geometry';

const name = fc
  .array(fc.constantFrom('Chi bộ', 'Tổ dân phố', 'Trường', 'Nguyễn Ảnh', 'Đảng ủy', 'số 12', 'WWW'), {
    minLength: 1,
    maxLength: 14,
  })
  .map((words) => words.join(' '));
const unit = fc.constantFrom('%', 'người', 'lượt người', 'tin, bài/tuần', 'triệu đồng');
const value = fc.oneof(
  fc.nat(100),
  fc.nat(99_999),
  fc.nat(9_999_999).map((hundredths) => hundredths / 100),
);

function sound(chart: ChartModel | null): void {
  if (!chart) return;
  expect(outside(chart)).toEqual([]);
  expect(overlaps(chart)).toEqual([]);
  expect(chart.table.rows.every((row) => row.length === chart.table.head.length)).toBe(true);
}

describe('charts of any figures', () => {
  it('submission', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 200 }),
        fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
        (expected, offsets, spread) => {
          const received = offsets.slice(0, expected).map((offset) => addDays('2026-03-16', offset));
          sound(
            submissionChart({
              period: 'quý I/2026',
              expected,
              lastDay: '2026-03-16',
              received,
              until: '2026-03-20',
              ...(spread === undefined
                ? {}
                : {
                    mixed: {
                      firstDay: addDays('2026-03-16', -spread),
                      onTime: received.length,
                      late: [],
                    },
                  }),
            }),
          );
        },
      ),
    );
  });
  it('timeliness, each part as long as its share', () => {
    const tally = fc.record({ name, onTime: fc.nat(60), late: fc.nat(60), missing: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 30 }), (units) => {
        const chart = timelinessChart({
          scope: 'năm 2026',
          groups: [{ name: 'Nhóm', onTime: 1, late: 0, missing: 0, units }],
        });
        sound(chart);
        if (!chart) return;
        const due = units.filter((one) => one.onTime + one.late + one.missing > 0);
        const drawn = bars(chart, 'good', 25).map((bar) => bar[2]);
        const counts = due.map(({ onTime }) => onTime).filter((count) => count > 0);
        expect(drawn).toHaveLength(counts.length);
        const [width = 0, count = 1] = [drawn[0], counts[0]];
        drawn.forEach((each, index) => expect(each / counts[index]!).toBeCloseTo(width / count, 1));
      }),
    );
  });
  it('targets', () => {
    const target = fc.record({
      code: fc.constantFrom('DV03', 'TT04'),
      name,
      unit,
      goal: value,
      goalText: fc.constant('từ 2 tin, bài/tuần trở lên'),
      reported: fc.option(value),
      expected: fc.option(value),
      metReported: fc.option(fc.boolean()),
      metExpected: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(target, { maxLength: 12 }), (targets) => {
        targetCharts('quý I/2026', targets).forEach(sound);
      }),
    );
  });
  it('comparison, both bars on one scale', () => {
    const row = fc.record({
      code: fc.constant('HN02'),
      name,
      unit,
      now: value,
      before: value,
      over: fc.constantFrom('', '2 đơn vị báo cáo cả hai kỳ'),
      percentage: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const chart = comparisonChart('quý I và quý IV', rows);
        sound(chart);
        if (!chart) return;
        const now = bars(chart, 'first', 25);
        const before = bars(chart, 'second', 25);
        expect(now).toHaveLength(rows.filter((one) => one.now > 0).length);
        const longest = Math.max(0, ...now.map((bar) => bar[2]), ...before.map((bar) => bar[2]));
        rows.forEach((one, index) => {
          const top = Math.max(one.now, one.before);
          const drawn = now.find(([, y]) => Math.round((y - 35) / 36) === index)?.[2] ?? 0;
          if (top > 0) expect(drawn).toBeCloseTo((one.now / top) * longest, 1);
        });
      }),
    );
  });
});
