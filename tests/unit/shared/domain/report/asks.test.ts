import { describe, expect, it } from 'vitest';
import { arrangeAsks, owedCodes, periodFor } from '../../../../../shared/domain/report/asks';
import { consolidate } from '../../../../../shared/domain/report/consolidate';
import { entryMap } from '../../../../../shared/domain/report/expected-units';
import { acceptReport } from '../../../../../shared/domain/report/report-commands';
import { schedulePeriod } from '../../../../../shared/domain/report/schedule-commands';
import type { ScheduleCommand } from '../../../../../shared/domain/report/schedule-commands';
import { traceOf } from '../../../../../shared/domain/report/trace';
import { judgeTyped } from '../../../../../shared/domain/report/validate-values';
import { unwrap } from '../../../../../shared/result';
import { CATALOGUE, emptyDossier as empty, owed, report, unit } from './support/build';

const ENTRIES = [unit('A'), unit('B'), unit('C')];
const MAP = entryMap(ENTRIES);
const CONTEXT = { now: '2026-03-01T02:00:00Z', entries: ENTRIES, catalogue: CATALOGUE };
const NOW = '2026-03-25T01:00:00Z';
const command: ScheduleCommand = {
  period: '2026-03',
  from: '2026-02-15',
  to: '2026-03-14',
  lastDay: '2026-03-16',
  time: null,
  indicators: ['HN01', 'HN02'],
  asks: [{ unitIds: ['A'], indicators: ['HN01', 'DV03'] }],
  unitIds: ['A', 'B'],
  cumulativeFrom: 'schedule',
  via: '',
};

describe('arrangeAsks', () => {
  it('keeps the whole list, and a list for each units that owe less', () => {
    expect(
      arrangeAsks(['A', 'B', 'C'], ['HN01'], [{ unitIds: ['B'], indicators: ['HN02'] }], CATALOGUE),
    ).toEqual({
      indicators: ['HN01', 'HN02'],
      asks: [
        { unitIds: ['A', 'C'], indicators: ['HN01'] },
        { unitIds: ['B'], indicators: ['HN02'] },
      ],
    });
  });

  it('makes no ask where everybody owes the same', () => {
    expect(
      arrangeAsks(['A', 'B'], ['HN01'], [{ unitIds: ['A', 'B'], indicators: ['HN02'] }], CATALOGUE),
    ).toEqual({ indicators: ['HN02'], asks: [] });
  });

  it('gives a unit of two groups both lists', () => {
    const { asks } = arrangeAsks(
      ['A', 'B', 'C'],
      ['HN01', 'HN02', 'KP01'],
      [
        { unitIds: ['A', 'B'], indicators: ['HN02'] },
        { unitIds: ['B'], indicators: ['HN01'] },
      ],
      CATALOGUE,
    );
    expect(asks).toEqual([
      { unitIds: ['A'], indicators: ['HN02'] },
      { unitIds: ['B'], indicators: ['HN01', 'HN02'] },
    ]);
  });

  it('never asks a numerator without its denominator where the rate is shown', () => {
    const { asks } = arrangeAsks(
      ['A', 'B'],
      ['DV03', 'HN01'],
      [{ unitIds: ['B'], indicators: ['DV02'] }],
      CATALOGUE,
    );
    expect(asks).toEqual([{ unitIds: ['B'], indicators: ['DV01', 'DV02', 'DV03'] }]);
  });
});

describe('a period with lists by unit', () => {
  const period = unwrap(schedulePeriod(empty(), command, CONTEXT));

  it('tells each unit its own', () => {
    expect(period.indicators).toEqual(['DV01', 'DV02', 'DV03', 'HN01', 'HN02']);
    expect(owedCodes(period, 'A', MAP)).toEqual(['DV01', 'DV02', 'DV03', 'HN01']);
    expect(owedCodes(period, 'B', MAP)).toEqual(['HN01', 'HN02']);
    const own = periodFor(period, 'B', MAP);
    expect(periodFor(own, 'B', MAP)).toEqual(own);
  });

  it('refuses a typed figure that the unit was not asked, and asks no more of it than its own', () => {
    const judge = (unitId: string, values: Record<string, number>) =>
      judgeTyped({ values, narrative: {}, nil: false }, periodFor(period, unitId, MAP), CATALOGUE).faults.map(
        ({ code, indicator }) => [code, indicator],
      );
    expect(judge('B', { DV01: 5 })).toContainEqual(['unknown-indicator', 'DV01']);
    expect(judge('A', { DV01: 5 })).toEqual([]);
  });

  it('has no unit in the denominator that does not owe it, missing or not', () => {
    const periods = [owed('2026-03', ['A', 'B', 'C'], period.indicators, { asks: period.asks })];
    const reports = [
      report('2026-03', 'A', { DV01: 40, DV02: 30, HN01: 1 }),
      report('2026-03', 'B', { HN01: 2, HN02: 9, DV01: 1000 }),
    ];
    const input = {
      period: '2026-03',
      cumulative: false,
      periods,
      reports,
      entries: ENTRIES,
      catalogue: CATALOGUE,
      now: NOW,
    };
    const totals = consolidate(input);
    // C owes everything and said nothing: its denominator is not known. B owes none of it.
    expect(totals.coverage.DV03).toEqual({ reported: 75, expected: 75 });
    expect(totals.unknownDenominators).toEqual({ DV03: 1 });
    expect(totals.totals).toMatchObject({ DV01: 40, HN01: 3, HN02: 9 });
    expect(traceOf(input, 'DV01').map((row) => [row.unit, row.value])).toEqual([
      ['A', 40],
      ['C', null],
    ]);
  });

  it('lets two periods share the months when no unit owes a figure twice', () => {
    const draft = empty();
    unwrap(schedulePeriod(draft, command, CONTEXT));
    const quarter = { ...command, period: '2026-Q1', from: '2025-12-15', asks: [] };
    expect(schedulePeriod(draft, { ...quarter, indicators: ['HN02'], unitIds: ['A'] }, CONTEXT).ok).toBe(
      true,
    );
    const twice = schedulePeriod(draft, { ...quarter, indicators: ['HN02'], unitIds: ['A', 'B'] }, CONTEXT);
    expect(twice).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', details: { indicators: ['HN02'] } },
    });
  });

  it('does not stop asking what a unit has given', () => {
    const draft = empty();
    unwrap(schedulePeriod(draft, command, CONTEXT));
    const accepted = acceptReport(
      draft,
      {
        period: '2026-03',
        unitId: 'B',
        values: { HN01: 2, HN02: 9 },
        narrative: {},
        nil: false,
        nilSaidBy: '',
        receivedOn: null,
        receivedTime: undefined,
        source: { kind: 'typed', by: 'thử', evidence: [] },
      },
      CONTEXT,
    );
    unwrap(accepted);
    const less = schedulePeriod(draft, { ...command, indicators: ['HN01'] }, CONTEXT);
    expect(less).toMatchObject({ ok: false, error: { code: 'CONFLICT', details: { indicators: ['HN02'] } } });
    expect(schedulePeriod(draft, { ...command, indicators: ['HN01', 'HN02', 'KP01'] }, CONTEXT).ok).toBe(
      true,
    );
  });

  it.each([
    [{ asks: [{ unitIds: ['C'], indicators: ['HN01'] }] }, 'Đơn vị C'],
    [{ asks: [{ unitIds: ['A'], indicators: ['ZZ99'] }] }, 'ZZ99'],
    [{ asks: [{ unitIds: ['A'], indicators: [] }] }, 'Đơn vị A'],
    [{ dueToCity: '2026-03-10' }, '10/03/2026'],
  ] satisfies [Partial<ScheduleCommand>, string][])('refuses %j and says why', (change, word) => {
    const draft = empty();
    const refused = schedulePeriod(draft, { ...command, ...change }, CONTEXT);
    expect(refused.ok ? '' : refused.error.message).toContain(word);
    expect(draft.changes()).toEqual([]);
  });
});
