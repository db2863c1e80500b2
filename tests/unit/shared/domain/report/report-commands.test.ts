import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../../shared/records';
import type { DossierTables } from '../../../../../shared/schema/aggregates';
import type { AcceptCommand } from '../../../../../shared/domain/report/report-commands';
import {
  acceptReport,
  checksumHolds,
  closePeriod,
  returnReport,
} from '../../../../../shared/domain/report/report-commands';
import { extendPeriod, schedulePeriod } from '../../../../../shared/domain/report/schedule-commands';
import type { ScheduleCommand } from '../../../../../shared/domain/report/schedule-commands';
import { unwrap } from '../../../../../shared/result';
import { CATALOGUE, emptyDossier as empty, group, unit } from './support/build';

const ENTRIES = [
  unit('A'),
  unit('B'),
  unit('C', { activeTo: '2026-02-28', successors: [{ unitId: 'B', from: '2026-03-01' }] }),
  unit('X', { activeTo: '2026-02-28' }),
  group('G', 'Nhóm'),
];
const NOW = '2026-03-16T02:30:00Z';
const CONTEXT = { now: NOW, entries: ENTRIES, catalogue: CATALOGUE };
/** Not a real hash: equal texts give equal words, other texts other ones, which is all that is asked of it here. */
const sha256 = (text: string): string => `${text.length}:${text}`;

const schedule: ScheduleCommand = {
  period: '2026-03',
  from: '2026-02-15',
  to: '2026-03-14',
  lastDay: '2026-03-16',
  time: null,
  indicators: ['HN02', 'DV03'],
  unitIds: ['A', 'B'],
  cumulativeFrom: 'schedule',
  via: '',
};
const accept: AcceptCommand = {
  period: '2026-03',
  unitId: 'A',
  values: { HN02: 30 },
  narrative: {},
  nil: false,
  nilSaidBy: '',
  receivedOn: '2026-03-16',
  receivedTime: undefined,
  source: { kind: 'typed', by: 'văn thư', evidence: [] },
};
function scheduled(): Draft<DossierTables> {
  const draft = empty();
  unwrap(schedulePeriod(draft, schedule, CONTEXT));
  return draft;
}
const code = (result: { ok: boolean; error?: { code: string } }): string | undefined => result.error?.code;

describe('schedulePeriod', () => {
  it('adds what a rate needs', () => {
    expect(scheduled().get('periods', '2026-03')?.indicators).toEqual(['DV01', 'DV02', 'DV03', 'HN02']);
  });

  it.each([
    [{ period: '2026-13' }],
    [{ to: '2026-02-01' }],
    [{ lastDay: '2026-02-01' }],
    [{ lastDay: '2026-02-30' }],
    [{ indicators: ['ZZ99'] }],
    [{ indicators: [] }],
    [{ unitIds: ['G'] }],
    [{ unitIds: ['không có'] }],
    [{ unitIds: ['X'] }],
    [{ unitIds: [] }],
  ] satisfies [Partial<ScheduleCommand>][])('refuses %j', (change) => {
    const draft = empty();
    expect(code(schedulePeriod(draft, { ...schedule, ...change }, CONTEXT))).toBe('BAD_REQUEST');
    expect(draft.changes()).toEqual([]);
  });

  it('lets nobody owe the same figure twice', () => {
    const quarter = { ...schedule, period: '2026-Q1', from: '2025-12-15' };
    const draft = scheduled();
    const refused = schedulePeriod(draft, quarter, CONTEXT);
    expect(code(refused)).toBe('CONFLICT');
    expect(schedulePeriod(draft, { ...quarter, indicators: ['KP01', 'NX01'] }, CONTEXT).ok).toBe(true);
    expect(schedulePeriod(draft, { ...quarter, period: 'DX-2026-001' }, CONTEXT).ok).toBe(true);
  });

  it('asks the successor of a unit that is gone by the last day', () => {
    const draft = empty();
    unwrap(schedulePeriod(draft, { ...schedule, unitIds: ['C'] }, CONTEXT));
    expect(acceptReport(draft, { ...accept, unitId: 'B' }, CONTEXT).ok).toBe(true);
    expect(code(acceptReport(draft, { ...accept, unitId: 'A' }, CONTEXT))).toBe('BAD_REQUEST');
  });

  it('changes what stands, keeping extensions, and does not drop a unit that has reported', () => {
    const draft = scheduled();
    unwrap(
      extendPeriod(draft, {
        period: '2026-03',
        extension: { unitId: 'B', lastDay: '2026-03-20', reason: 'Bão' },
        entries: CONTEXT.entries,
      }),
    );
    const hourly = { ...schedule, lastDay: '2026-03-20', time: '16:00' };
    // All of the 20th is later than its sixteenth hour.
    expect(unwrap(schedulePeriod(draft, hourly, CONTEXT)).extensions).toHaveLength(1);
    const changed = unwrap(schedulePeriod(draft, { ...schedule, lastDay: '2026-03-18' }, CONTEXT));
    expect(changed.extensions).toHaveLength(1);
    unwrap(acceptReport(draft, accept, CONTEXT));
    expect(code(schedulePeriod(draft, { ...schedule, unitIds: ['B'] }, CONTEXT))).toBe('CONFLICT');
  });
});

describe('extendPeriod', () => {
  it.each([
    ['NOT_FOUND', '2026-04', { unitId: 'A', lastDay: '2026-03-20', reason: 'Bão' }],
    ['BAD_REQUEST', '2026-03', { unitId: 'Z', lastDay: '2026-03-20', reason: 'Bão' }],
    ['BAD_REQUEST', '2026-03', { unitId: 'A', lastDay: '2026-03-16', reason: 'Bão' }],
    ['BAD_REQUEST', '2026-03', { unitId: 'A', lastDay: '2026-03-20', reason: '  ' }],
  ])('refuses with %s: %s %j', (expected, period, extension) => {
    expect(code(extendPeriod(scheduled(), { period, extension, entries: CONTEXT.entries }))).toBe(expected);
  });
});

describe('acceptReport', () => {
  it('makes version 1 of the first', () => {
    const { report, outcome } = unwrap(acceptReport(scheduled(), accept, CONTEXT));
    expect(outcome).toBe('first');
    expect(report).toMatchObject({
      version: 1,
      receivedOn: '2026-03-16',
      receivedTime: '09:30',
      state: 'received',
    });
  });

  it('changes nothing for the same content, whatever file it came in and on whatever day', () => {
    const draft = scheduled();
    const first = unwrap(acceptReport(draft, accept, CONTEXT));
    const before = draft.changes();
    const again = unwrap(
      acceptReport(
        draft,
        { ...accept, receivedOn: '2026-03-20' },
        { ...CONTEXT, now: '2026-03-20T00:00:00Z' },
      ),
    );
    expect(again.outcome).toBe('unchanged');
    expect(again.report).toEqual(first.report);
    expect(draft.changes()).toEqual(before);
  });

  it('keeps the day of the first acceptable receipt when figures change', () => {
    const draft = scheduled();
    unwrap(acceptReport(draft, accept, CONTEXT));
    const changed = unwrap(
      acceptReport(
        draft,
        { ...accept, values: { HN02: 31 }, receivedOn: '2026-03-20' },
        { ...CONTEXT, now: '2026-03-20T00:00:00Z' },
      ),
    );
    expect(changed.report).toMatchObject({ version: 2, receivedOn: '2026-03-16' });
    expect(changed.changes).toEqual([{ indicator: 'HN02', before: 30, after: 31 }]);
  });

  it('takes a new receipt after a return, even of the same content', () => {
    const draft = scheduled();
    unwrap(acceptReport(draft, accept, CONTEXT));
    unwrap(returnReport(draft, { period: '2026-03', unitId: 'A', reason: 'Thiếu dấu' }));
    const again = unwrap(acceptReport(draft, { ...accept, receivedOn: '2026-03-20' }, CONTEXT));
    expect(again.outcome).toBe('changed');
    expect(again.report).toMatchObject({
      version: 2,
      receivedOn: '2026-03-20',
      state: 'received',
      returnedReason: null,
    });
  });

  it('keeps no figures of a nil report', () => {
    const { report } = unwrap(
      acceptReport(
        scheduled(),
        { ...accept, nil: true, values: { HN02: 0 }, nilSaidBy: 'đ/c bí thư, điện thoại' },
        CONTEXT,
      ),
    );
    expect(report).toMatchObject({ nil: true, values: {}, nilSaidBy: 'đ/c bí thư, điện thoại' });
  });

  it.each([
    ['NOT_FOUND', { period: '2026-04' }],
    ['NOT_FOUND', { unitId: 'Z' }],
    ['BAD_REQUEST', { unitId: 'C' }],
  ] satisfies [string, Partial<AcceptCommand>][])('refuses with %s: %j', (expected, change) => {
    expect(code(acceptReport(scheduled(), { ...accept, ...change }, CONTEXT))).toBe(expected);
  });
});

describe('returnReport', () => {
  it('needs a received report and a reason', () => {
    const draft = scheduled();
    const command = { period: '2026-03', unitId: 'A', reason: 'Thiếu dấu' };
    expect(code(returnReport(draft, command))).toBe('NOT_FOUND');
    unwrap(acceptReport(draft, accept, CONTEXT));
    expect(code(returnReport(draft, { ...command, reason: ' ' }))).toBe('BAD_REQUEST');
    expect(unwrap(returnReport(draft, command))).toMatchObject({ state: 'returned', version: 1 });
    expect(code(returnReport(draft, command))).toBe('CONFLICT');
  });
});

describe('closePeriod', () => {
  const close = { ...CONTEXT, by: 'văn thư', sha256 };

  it('freezes a version with a checksum, and later figures make a supplement', () => {
    const draft = scheduled();
    unwrap(acceptReport(draft, accept, CONTEXT));
    const first = unwrap(closePeriod(draft, { period: '2026-Q1', reason: '' }, close));
    expect(first).toMatchObject({
      version: 1,
      supplement: false,
      totals: { version: 1, totals: { HN02: 30 } },
    });
    expect(checksumHolds(first, sha256)).toBe(true);

    unwrap(acceptReport(draft, { ...accept, unitId: 'B', values: { HN02: 5 } }, CONTEXT));
    const second = unwrap(closePeriod(draft, { period: '2026-Q1', reason: 'Nộp muộn' }, close));
    expect(second).toMatchObject({
      version: 2,
      supplement: true,
      reason: 'Nộp muộn',
      totals: { totals: { HN02: 35 } },
    });
    expect(draft.get('consolidations', '2026-Q1|1')?.totals.totals.HN02).toBe(30);
  });

  it('makes no version when nothing changed', () => {
    const draft = scheduled();
    const first = unwrap(closePeriod(draft, { period: '2026-03', reason: '' }, close));
    const again = unwrap(
      closePeriod(draft, { period: '2026-03', reason: '' }, { ...close, now: '2026-03-16T05:00:00Z' }),
    );
    expect(again).toEqual(first);
  });

  it('makes none either when only a last day has come: nobody’s figure is another', () => {
    const draft = scheduled();
    const early = { ...close, now: '2026-03-10T05:00:00Z' };
    const first = unwrap(closePeriod(draft, { period: '2026-03', reason: '' }, early));
    expect(first.totals.status.notDue).toBeGreaterThan(0);
    const later = unwrap(
      closePeriod(draft, { period: '2026-03', reason: '' }, { ...close, now: '2026-03-25T05:00:00Z' }),
    );
    expect(later).toEqual(first);
  });

  it('sees a frozen figure that was altered', () => {
    const first = unwrap(closePeriod(scheduled(), { period: '2026-03', reason: '' }, close));
    const altered = { ...first, totals: { ...first.totals, totals: { HN02: 1 } } };
    expect(checksumHolds(altered, sha256)).toBe(false);
  });

  it('refuses a period that nothing feeds', () => {
    expect(code(closePeriod(scheduled(), { period: '2026-Q2', reason: '' }, close))).toBe('NOT_FOUND');
  });
});
