import { describe, expect, it } from 'vitest';
import { chartSchema } from '../../../../../shared/documents/charts/chart-model';
import { chartSvg } from '../../../../../shared/documents/charts/chart-svg';
import { fitted, lengthOf } from '../../../../../shared/documents/charts/draw';
import { submissionChart } from '../../../../../shared/documents/charts/submission-chart';
import { comparableIndicators, summaryCharts } from '../../../../../shared/documents/charts/summary-charts';
import { dayStep, ticksUpTo } from '../../../../../shared/documents/charts/ticks';
import { timelinessChart } from '../../../../../shared/documents/charts/timeliness-chart';
import { timelinessRecord } from '../../../../../shared/documents/charts/timeliness-record';
import { changeText } from '../../../../../shared/documents/change-text';
import { matrixOf } from '../../../../../shared/domain/report/matrix';
import {
  catalogue,
  CREATED_AT,
  entries,
  periods,
  reports,
  summaryInput,
} from '../../../../golden/documents/an-binh';
import { bars, outside, overlaps } from './geometry';

const input = {
  ...summaryInput(),
  record: timelinessRecord(
    matrixOf([{ dossierId: 'd', plan: 'Kế hoạch', periods, reports }], entries, { year: 2026 }, CREATED_AT),
    2026,
  ),
};
const charts = summaryCharts(input);
const chart = (id: string) => charts.find((one) => one.id === id)!;

describe('the charts of a period', () => {
  it('are submission, timeliness, targets by unit of measure, and the period before', () => {
    expect(charts.map(({ id }) => id)).toEqual([
      'submission',
      'timeliness',
      'targets-1',
      'targets-2',
      'comparison',
    ]);
  });
  it('keep to their paper, texts clear of one another, and travel whole over the wire', () => {
    for (const one of charts) {
      expect(outside(one), one.id).toEqual([]);
      expect(overlaps(one), one.id).toEqual([]);
      expect(chartSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    }
  });
  it('say what they show in a sentence and as a table', () => {
    expect(chart('submission').description).toBe(
      'Số báo cáo nhận được theo ngày: hạn nộp theo đơn vị, từ 16/03/2026 đến 18/03/2026; đúng hạn 4/6 đơn vị; đến nay nhận 5/6.',
    );
    expect(chart('submission').table.rows.at(-1)).toEqual(['18/03/2026', '1', '5', '6']);
    expect(chart('targets-1').table.rows).toEqual([
      ['DV03', 'Tỷ lệ đảng viên được quán triệt', 'trên 95%', '96,12%, đạt', '77,95%, chưa đạt'],
    ]);
    expect(chart('comparison').table.rows[1]).toEqual([
      'HN02',
      'Lượt người tham dự hội nghị',
      'lượt người',
      '1.404',
      '390',
      'tăng 260% (3 đơn vị báo cáo cả hai kỳ)',
    ]);
  });
  it('never draw what people think, restricted texts, or a stock nobody asked to compare', () => {
    const codes = ['NB01', 'BC01', 'HN01', 'DV01', 'NX01'];
    const figures = Object.fromEntries(codes.map((code) => [code, 5]));
    const totals = { ...input.totals, indicators: codes, totals: figures };
    const bare = { ...input, totals, previous: { ...totals } };
    expect(comparableIndicators(bare).map(({ id }) => id)).toEqual(['HN01', 'DV01']);
    const compared = summaryCharts(bare).find(({ id }) => id === 'comparison')!;
    expect(compared.table.rows.map((row) => row[0])).toEqual(['HN01']);
    const chosen = summaryCharts(bare, ['NB01', 'DV01']).find(({ id }) => id === 'comparison')!;
    expect(chosen.table.rows.map((row) => row[0])).toEqual(['DV01']);
    const restricted = catalogue.map((one) => (one.id === 'HN01' ? { ...one, restricted: true } : one));
    expect(comparableIndicators({ ...bare, indicators: restricted }).map(({ id }) => id)).toEqual(['DV01']);
    // A target on opinions is no chart either.
    const target = { operator: '>', value: 1, reported: true, expected: true };
    const judged = { ...bare, totals: { ...totals, targets: { NB01: target } } };
    expect(summaryCharts(judged).some(({ id }) => id.startsWith('targets'))).toBe(false);
  });
  it('are left out where there is nothing to draw', () => {
    const nothing = summaryCharts({ ...input, previous: null, record: { scope: '', groups: [] } });
    expect(nothing.map(({ id }) => id)).toEqual(['submission', 'targets-1', 'targets-2']);
    expect(
      submissionChart({
        period: 'quý I',
        expected: 0,
        lastDay: '2026-03-16',
        received: [],
        until: '2026-03-20',
      }),
    ).toBeNull();
  });
});

describe('submission over time', () => {
  it('climbs by what came in each day, to scale', () => {
    const one = submissionChart({
      period: 'quý I/2026',
      expected: 4,
      lastDay: '2026-03-16',
      received: ['2026-03-16', '2026-03-18', '2026-03-16'],
      until: '2026-03-20',
    })!;
    const curve = one.shapes.find((shape) => shape.kind === 'lines' && shape.tone === 'first')!;
    if (curve.kind !== 'lines') throw new Error('no curve');
    const heights = [...new Set(curve.lines[0]!.map(([, y]) => y))];
    // 0, 2, 3 of a scale in whole reports: the second step is half as high as the first.
    expect(heights).toHaveLength(3);
    expect((heights[1]! - heights[2]!) * 2).toBeCloseTo(heights[0]! - heights[1]!, 1);
    expect(one.description).toContain('nhận 2/4 báo cáo; đến nay nhận 3/4');
  });
});

describe('submission where units have other last days', () => {
  const status = (days: readonly [lastDay: string, received: string, state: 'on-time' | 'late'][]) => ({
    ...input.status,
    expected: days.length,
    onTime: days.filter(([, , state]) => state === 'on-time').length,
    units: days.map(([lastDay, receivedAt, state], index) => ({
      ...input.status.units[0]!,
      unit: `u${index}`,
      lastDay,
      receivedAt,
      state,
    })),
  });
  const chartOf = (days: Parameters<typeof status>[0]) =>
    summaryCharts({ ...input, status: status(days) }).find(({ id }) => id === 'submission')!;

  it('marks the first and the last of them, and nobody in time stands as late', () => {
    const one = chartOf([
      ['2026-03-10', '2026-03-09', 'on-time'],
      ['2026-03-10', '2026-03-12', 'late'],
      ['2026-03-20', '2026-03-18', 'on-time'],
    ]);
    expect(JSON.stringify(one)).toContain('Hạn nộp theo đơn vị, từ 10/03/2026 đến 20/03/2026: đúng hạn 2');
    expect(one.table.rows.map(([day]) => day)).toEqual([
      '09/03/2026',
      '12/03/2026 (1 trễ hạn)',
      '18/03/2026',
    ]);
    const due = one.shapes.find((shape) => shape.kind === 'lines' && shape.tone === 'bad');
    expect(due?.kind === 'lines' ? due.lines : []).toHaveLength(2);
  });
});

describe('submission before the last day', () => {
  it('stops at the day of the figures and does not speak as if the day had come', () => {
    const chart = (until: string) =>
      submissionChart({
        period: 'quý I/2026',
        expected: 4,
        lastDay: '2026-03-16',
        received: ['2026-03-10'],
        until,
      })!;
    const end = (until: string): number => {
      const curve = chart(until).shapes.find((shape) => shape.kind === 'lines' && shape.tone === 'first')!;
      if (curve.kind !== 'lines') throw new Error('no curve');
      return Math.max(...curve.lines[0]!.map(([x]) => x));
    };
    expect(end('2026-03-12')).toBeLessThan(end('2026-03-16'));
    expect(JSON.stringify(chart('2026-03-12'))).toContain('Hạn nộp 16/03/2026: chưa đến');
    expect(chart('2026-03-12').description).not.toContain('đến hết ngày 16/03/2026');
    expect(JSON.stringify(chart('2026-03-16'))).toContain('Hạn nộp 16/03/2026: đã nhận 1');
  });
});

describe('timeliness', () => {
  const units = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `Đơn vị ${index + 1}`,
      onTime: 2,
      late: 1,
      missing: 1,
    }));
  const of = (count: number) =>
    timelinessChart({
      scope: 'năm 2026',
      groups: [{ name: 'Nhóm', onTime: 2 * count, late: count, missing: count, units: units(count) }],
    })!;
  it('tells single units up to thirty, groups beyond', () => {
    expect(of(30).table.rows).toHaveLength(30);
    expect(of(31).table.rows).toEqual([['Nhóm', '124', '62', '31', '31']]);
  });
  it('draws parts as long as their counts, one after another', () => {
    const one = of(3);
    const [good] = bars(one, 'good', 25);
    const [warn] = bars(one, 'warn', 25);
    const [bad] = bars(one, 'bad', 25);
    expect(good![2]).toBeCloseTo(2 * warn![2], 1);
    expect(bad![2]).toBeCloseTo(warn![2], 1);
    expect(warn![0]).toBeCloseTo(good![0] + good![2], 1);
  });
  it('counts a report sent back as not handed in and leaves out what is not due', () => {
    const cell = (state: 'returned' | 'not-due' | 'late') => ({
      state,
      nil: false,
      extended: false,
      receivedAt: null,
      chased: null,
    });
    const record = timelinessRecord(
      {
        columns: [1, 2, 3].map((month) => ({
          dossierId: 'd',
          plan: '',
          kind: 'report',
          title: '',
          period: `2026-0${month}`,
          lastDay: '',
          time: null,
        })),
        groups: [
          {
            group: null,
            name: 'Nhóm',
            rows: [{ unit: 'u', name: 'Đơn vị', cells: [cell('late'), cell('returned'), cell('not-due')] }],
          },
        ],
        totals: [],
      },
      2026,
    );
    expect(record).toMatchObject({
      scope: 'năm 2026, 2 kỳ báo cáo',
      groups: [{ onTime: 0, late: 1, missing: 1 }],
    });
  });
});

describe('drawing', () => {
  it('has round ticks from 0 over the largest value', () => {
    expect(ticksUpTo(23)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(ticksUpTo(0.7)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(ticksUpTo(3, 5, true)).toEqual([0, 1, 2, 3]);
    expect(ticksUpTo(0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(dayStep(8, 10)).toBe(1);
    expect(dayStep(90, 12)).toBe(14);
  });
  it('cuts a long name where its room ends, never in the middle of a letter', () => {
    const name = 'Chi bộ Trường Trung học phổ thông chuyên An Bình';
    const cut = fitted(name, 100);
    expect(cut).toMatch(/…$/);
    expect(lengthOf(cut)).toBeLessThanOrEqual(100);
    expect(cut).toBe(cut.normalize('NFC'));
    expect(fitted('Ngắn', 100)).toBe('Ngắn');
  });
  it('escapes names in SVG and asks nothing of a style sheet or the net', () => {
    const svg = chartSvg({
      ...chart('timeliness'),
      shapes: [
        {
          kind: 'text',
          x: 1,
          y: 9,
          text: 'A & <b> "c"',
          size: 10,
          bold: false,
          anchor: 'start',
          tone: 'ink',
        },
      ],
    });
    expect(svg).toContain('>A &amp; &lt;b&gt; &quot;c&quot;</text>');
    expect(charts.map((one) => chartSvg(one)).join('')).not.toMatch(/<style|href|url\(|pattern|class=/);
  });
});

describe('a change in words', () => {
  it('is percent, points, or the number itself from nothing', () => {
    expect(changeText(12, 10, false)).toBe('tăng 20%');
    expect(changeText(9, 10, false)).toBe('giảm 10%');
    expect(changeText(95.5, 97, true)).toBe('giảm 1,5 điểm %');
    expect(changeText(4, 0, false)).toBe('tăng 4');
    expect(changeText(99_999, 100_000, false)).toBe('giảm 1');
    expect(changeText(7, 7, false)).toBe('bằng kỳ trước');
  });
});
