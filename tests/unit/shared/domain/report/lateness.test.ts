import { describe, expect, it } from 'vitest';
import { entryMap } from '../../../../../shared/domain/report/expected-units';
import {
  combinedStatus,
  periodStatus,
  reportMap,
  unitState,
} from '../../../../../shared/domain/report/lateness';
import { owed, report, unit } from './support/build';

const PERIOD = owed('2026-03', ['A', 'B'], ['HN01'], { lastDay: '2026-03-16' });
const on = (day: string, time: string | null = null, extra = {}) =>
  report('2026-03', 'A', { HN01: 1 }, { receivedOn: day, receivedTime: time, ...extra });

describe('unitState', () => {
  it('is not due on the last day and missing on the day after, in Vietnam whatever the PC says', () => {
    expect(unitState(PERIOD, 'A', undefined, '2026-03-16T16:59:59Z')).toBe('not-due');
    expect(unitState(PERIOD, 'A', undefined, '2026-03-16T17:00:00Z')).toBe('missing');
  });

  it('goes by the day of receipt, not by the day of entry or now', () => {
    expect(unitState(PERIOD, 'A', on('2026-03-16'), '2026-05-01T00:00:00Z')).toBe('on-time');
    expect(unitState(PERIOD, 'A', on('2026-03-17'), '2026-05-01T00:00:00Z')).toBe('late');
  });

  it('counts nil as received', () => {
    const nil = report('2026-03', 'A', 'nil', { receivedOn: '2026-03-10' });
    expect(unitState(PERIOD, 'A', nil, '2026-05-01T00:00:00Z')).toBe('on-time');
  });

  it('keeps an hour where one is set', () => {
    const hour = { ...PERIOD, time: '10:00' };
    expect(unitState(hour, 'A', on('2026-03-16', '10:00'), '2026-05-01T00:00:00Z')).toBe('on-time');
    expect(unitState(hour, 'A', on('2026-03-16', '10:01'), '2026-05-01T00:00:00Z')).toBe('late');
    expect(unitState(hour, 'A', on('2026-03-16', null), '2026-05-01T00:00:00Z')).toBe('on-time');
    expect(unitState(hour, 'A', undefined, '2026-03-16T03:00:00Z')).toBe('not-due');
    expect(unitState(hour, 'A', undefined, '2026-03-16T03:01:00Z')).toBe('missing');
  });

  it('gives the extended unit its own last day, the whole of it', () => {
    const extended = {
      ...PERIOD,
      time: '10:00',
      extensions: [{ unitId: 'A', lastDay: '2026-03-20', reason: 'Bão' }],
    };
    expect(unitState(extended, 'A', on('2026-03-20', '23:00'), '2026-05-01T00:00:00Z')).toBe('on-time');
    expect(unitState(extended, 'A', on('2026-03-21'), '2026-05-01T00:00:00Z')).toBe('late');
    expect(unitState(extended, 'B', undefined, '2026-03-18T00:00:00Z')).toBe('missing');
  });

  it('keeps the hour of an extension', () => {
    const extended = {
      ...PERIOD,
      time: '10:00',
      extensions: [{ unitId: 'A', lastDay: '2026-03-16', time: '22:15', reason: 'Bão' }],
    };
    expect(unitState(extended, 'A', on('2026-03-16', '22:15'), '2026-05-01T00:00:00Z')).toBe('on-time');
    expect(unitState(extended, 'A', on('2026-03-16', '22:16'), '2026-05-01T00:00:00Z')).toBe('late');
    const entries = entryMap([unit('A'), unit('B')]);
    const { units } = periodStatus(extended, new Map(), entries, '2026-03-16T15:00:00Z');
    expect(units.map(({ time }) => time)).toEqual(['22:15', '10:00']);
  });

  it('owes a returned report again', () => {
    const returned = on('2026-03-10', null, { state: 'returned', returnedReason: 'Thiếu biểu' });
    expect(unitState(PERIOD, 'A', returned, '2026-03-11T00:00:00Z')).toBe('returned');
    expect(unitState(PERIOD, 'A', returned, '2026-05-11T00:00:00Z')).toBe('returned');
  });
});

describe('periodStatus', () => {
  const entries = entryMap([
    unit('A', { order: 2 }),
    unit('B', { order: 1 }),
    unit('C', { successors: [{ unitId: 'B', from: '2026-03-16' }] }),
    unit('D', { order: 3, activeTo: '2026-03-16' }),
    unit('E', { activeTo: '2026-03-15' }),
    unit('F', { activeFrom: '2026-03-17' }),
    unit('G'),
  ]);
  const period = { ...PERIOD, unitIds: ['A', 'B', 'C', 'D', 'E', 'F', 'no-such'] };

  it('expects the units asked that are active on the last day', () => {
    const status = periodStatus(period, reportMap([]), entries, '2026-03-20T00:00:00Z');
    expect(status.units.map((row) => row.unit)).toEqual(['B', 'A', 'D']);
    expect(status).toMatchObject({ expected: 3, received: 0, missing: 3 });
  });

  it('keeps the five states apart', () => {
    const extensions = [{ unitId: 'D', lastDay: '2026-03-30', reason: 'Ốm' }];
    const status = periodStatus(
      { ...period, extensions },
      reportMap([
        on('2026-03-16', '09:30'),
        report('2026-03', 'B', 'nil', { receivedOn: '2026-03-18' }),
        report('2026-03', 'G', { HN01: 9 }),
      ]),
      entries,
      '2026-03-20T00:00:00Z',
    );
    expect(status).toMatchObject({
      expected: 3,
      received: 2,
      onTime: 1,
      late: 1,
      missing: 0,
      returned: 0,
      notDue: 1,
    });
    expect(status.units.find((row) => row.unit === 'A')?.receivedAt).toBe('2026-03-16T09:30');
    expect(status.units.find((row) => row.unit === 'B')).toMatchObject({ nil: true, state: 'late' });
    expect(status.units.find((row) => row.unit === 'D')).toMatchObject({
      extended: true,
      lastDay: '2026-03-30',
      receivedAt: null,
    });
  });
});

describe('combinedStatus', () => {
  const entries = entryMap([unit('A'), unit('B'), unit('C', { activeTo: '2026-02-28' })]);
  const months = ['2026-01', '2026-02', '2026-03'].map((id) => owed(id, ['A', 'B', 'C'], ['HN01']));

  it('is as late as the latest part and as missing as the most missing', () => {
    const reports = reportMap([
      report('2026-01', 'A', { HN01: 1 }),
      report('2026-02', 'A', { HN01: 1 }, { receivedOn: '2026-02-16' }),
      report('2026-03', 'A', { HN01: 1 }),
      report('2026-01', 'B', { HN01: 1 }),
      report('2026-03', 'B', { HN01: 1 }),
    ]);
    const status = combinedStatus('2026-Q1', months, reports, entries, '2026-04-01T00:00:00Z');
    expect(status.units.map((row) => [row.unit, row.state])).toEqual([
      ['A', 'late'],
      ['B', 'missing'],
    ]);
    expect(status).toMatchObject({ expected: 2, received: 1, late: 1, missing: 1 });
  });
});
