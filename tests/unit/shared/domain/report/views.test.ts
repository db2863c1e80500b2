/** Matrix and trace: what people look at. */
import { describe, expect, it } from 'vitest';
import type { ConsolidateInput } from '../../../../../shared/domain/report/consolidate';
import { consolidate } from '../../../../../shared/domain/report/consolidate';
import { matrixOf } from '../../../../../shared/domain/report/matrix';
import { chaseRecordSchema, type ChaseRecord } from '../../../../../shared/domain/report/follow-up-model';
import { traceOf } from '../../../../../shared/domain/report/trace';
import { CATALOGUE, group, owed, report, unit } from './support/build';

const ENTRIES = [
  group('G1', 'Chi bộ'),
  unit('A', { name: 'Chi bộ số 1', summaryGroupId: 'G1', order: 1 }),
  unit('B', { name: 'Chi bộ số 2', summaryGroupId: 'G1', order: 2 }),
  unit('D', { name: 'Công an phường', order: 3, activeFrom: '2026-03-01' }),
];
const PERIODS = [
  owed('2026-02', ['A', 'B', 'D'], ['HN02', 'DV01', 'DV02'], { lastDay: '2026-02-16' }),
  owed('2026-03', ['A', 'B', 'D'], ['HN02', 'DV01', 'DV02'], {
    lastDay: '2026-03-16',
    via: 'Ban Xây dựng Đảng',
  }),
];
const FORM = {
  kind: 'form' as const,
  sha256: 'f'.repeat(64),
  fileName: 'A.xlsx',
  sheet: 'Số liệu',
  cells: { HN02: 'D7', DV01: "'Trang ''hai'''!E9" },
  formVersion: 1,
};
const REPORTS = [
  report('2026-02', 'A', { HN02: 3, DV01: 50, DV02: 40 }, { receivedOn: '2026-02-16', source: FORM }),
  report('2026-03', 'A', 'nil', { receivedOn: '2026-03-17' }),
  report('2026-02', 'B', { HN02: 4 }, { receivedOn: '2026-02-10' }),
  report('2026-03', 'B', { HN02: 9 }, { state: 'returned', returnedReason: 'Chưa ký' }),
];
const NOW = '2026-03-25T01:00:00Z';
const input: ConsolidateInput = {
  period: '2026-Q1',
  cumulative: false,
  periods: PERIODS,
  reports: REPORTS,
  entries: ENTRIES,
  catalogue: CATALOGUE,
  now: NOW,
};

describe('matrixOf', () => {
  const sources = [
    { dossierId: 'x', plan: 'Kế hoạch X', periods: PERIODS, reports: REPORTS },
    {
      dossierId: 'y',
      plan: 'Kế hoạch Y',
      periods: [
        owed('2026-01', ['A'], ['HN01'], { lastDay: '2026-02-20' }),
        owed('2025-12', ['A'], ['HN01']),
      ],
      reports: [],
    },
  ];
  const matrix = matrixOf(sources, ENTRIES, { year: 2026 }, NOW);

  it('has a column for each owed period of the year, by last day', () => {
    expect(matrix.columns.map((column) => [column.dossierId, column.period])).toEqual([
      ['x', '2026-02'],
      ['y', '2026-01'],
      ['x', '2026-03'],
    ]);
  });

  it('keeps plans of one period in the order in which they are given', () => {
    const plan = (dossierId: string) => ({
      dossierId,
      plan: dossierId,
      periods: [owed('2026-02', ['A'], ['HN01'])],
      reports: [],
    });
    const twice = matrixOf([plan('b'), plan('a')], ENTRIES, { year: 2026 }, NOW);
    expect(twice.columns.map((column) => column.dossierId)).toEqual(['b', 'a']);
  });

  it('has rows by group and a cell a column, null where nothing is owed', () => {
    expect(
      matrix.groups.map((row) => [
        row.name,
        row.rows.map((unitRow) => unitRow.cells.map((cell) => cell?.state ?? null)),
      ]),
    ).toEqual([
      [
        'Chi bộ',
        [
          ['on-time', 'missing', 'late'],
          ['on-time', null, 'returned'],
        ],
      ],
      ['Đơn vị khác', [[null, null, 'missing']]],
    ]);
    expect(matrix.totals[2]).toEqual({
      expected: 3,
      received: 1,
      onTime: 0,
      late: 1,
      missing: 1,
      returned: 1,
      notDue: 0,
    });
  });

  it('shows one period of every plan, whatever its year', () => {
    const one = matrixOf(sources, ENTRIES, { year: 2030, period: '2026-03' }, NOW);
    expect(one.columns.map((column) => [column.dossierId, column.period])).toEqual([['x', '2026-03']]);
  });

  it('says how far chasing went for what is still owed, in this round', () => {
    const chased = (level: 1 | 2, on: string, at: string) =>
      chaseRecordSchema.parse({
        id: `${level}${on}`,
        period: '2026-03',
        level,
        on,
        at,
        by: 'Văn thư',
        unitIds: ['A', 'B', 'D'],
      });
    const cells = (chases: readonly ChaseRecord[]) =>
      matrixOf([{ ...sources[0]!, chases }], ENTRIES, { year: 2026, period: '2026-03' }, NOW).groups.flatMap(
        ({ rows }) => rows.map(({ cells: [cell] }) => cell?.chased ?? null),
      );
    expect(
      cells([
        chased(1, '2026-03-17', '2026-03-17T08:00:00Z'),
        chased(2, '2026-03-20', '2026-03-20T08:00:00Z'),
      ]),
    ).toEqual([null, { level: 2, on: '2026-03-20' }, { level: 2, on: '2026-03-20' }]);
    // B's report came in after that and was sent back: a new round begins.
    expect(cells([chased(1, '2026-03-01', '2026-03-01T08:00:00Z')])[1]).toBeNull();
  });
});

describe('traceOf', () => {
  it('goes down to file, sheet and cell, with what is missing as nothing', () => {
    const rows = traceOf(input, 'HN02');
    expect(rows.map((row) => [row.unit, row.period, row.value])).toEqual([
      ['A', '2026-02', 3],
      ['A', '2026-03', 0],
      ['B', '2026-02', 4],
      ['B', '2026-03', null],
      ['D', '2026-03', null],
    ]);
    expect(rows[0]?.file).toEqual({ sha256: 'f'.repeat(64), name: 'A.xlsx', sheet: 'Số liệu', cell: 'D7' });
    expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(consolidate(input).totals.HN02);
  });

  it('shows the report that a carried stock stands in', () => {
    expect(traceOf(input, 'DV01')[0]).toEqual({
      unit: 'A',
      name: 'Chi bộ số 1',
      period: '2026-02',
      value: 50,
      carried: true,
      held: null,
      file: { sha256: 'f'.repeat(64), name: 'A.xlsx', sheet: "Trang 'hai'", cell: 'E9' },
      typed: null,
      version: 1,
      parts: [],
    });
  });

  it('says why a child’s figure is not added: a unit above it told it already', () => {
    const family = {
      ...input,
      entries: [unit('P', { name: 'Đảng bộ P' }), unit('K', { name: 'Chi bộ K', parentId: 'P' })],
      periods: [owed('2026-02', ['P', 'K'], ['HN02'])],
      reports: [report('2026-02', 'P', { HN02: 70 }), report('2026-02', 'K', { HN02: 30 })],
      period: '2026-02',
    };
    const rows = traceOf(family, 'HN02');
    expect(rows.map((row) => [row.unit, row.value, row.held])).toEqual([
      ['K', null, { by: 'Đảng bộ P', value: 30 }],
      ['P', 70, null],
    ]);
    const totals = consolidate(family);
    expect(totals.totals.HN02).toBe(70);
    expect(totals.units.map(({ unit: id, held }) => [id, held])).toEqual([
      ['K', { HN02: 30 }],
      ['P', undefined],
    ]);
  });

  it('gives a rate by unit, and nothing for a code that is not there', () => {
    expect(traceOf(input, 'DV03').map((row) => [row.unit, row.value])).toEqual([['A', 80]]);
    expect(traceOf(input, 'KP01')).toEqual([]);
  });
});
