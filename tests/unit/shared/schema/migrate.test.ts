import { describe, expect, it } from 'vitest';
import type { WithId } from '../../../../shared/records';
import { unwrap } from '../../../../shared/result';
import { AGGREGATES, AGGREGATE_KINDS } from '../../../../shared/schema/aggregates';
import { migrationChanges, migrationPath, tableChanges } from '../../../../shared/schema/migrate';
import type { Migration, RawTables } from '../../../../shared/schema/migrate';
import { MIGRATIONS } from '../../../../shared/schema/migrations';

/** Two steps over invented records, as a fixture of what a migration may do. */
const steps: readonly Migration[] = [
  {
    kind: 'office',
    from: 2,
    slug: 'notes-go',
    migrate: ({ units = [] }) => ({ units }),
  },
  {
    kind: 'office',
    from: 1,
    slug: 'names-in-capitals',
    migrate: (tables) => ({
      ...tables,
      units: (tables.units ?? []).map((unit) => ({ ...unit, name: 'CHI BỘ' })),
    }),
  },
];
const unit = (id: string, name: string): WithId & { name: string } => ({ id, name });
const old: RawTables = {
  units: [unit('u1', 'chi bộ'), unit('u2', 'CHI BỘ')],
  notes: [{ id: 'n1' }],
};

describe('migrations', () => {
  it.each(AGGREGATE_KINDS)('of "%s" lead from version 1 to the version of today, without a gap', (kind) => {
    const version = AGGREGATES[kind].schemaVersion;
    expect(unwrap(migrationPath(kind, 1, version, MIGRATIONS))).toHaveLength(version - 1);
    expect(MIGRATIONS.filter((one) => one.kind === kind && one.from >= version)).toEqual([]);
  });

  it('run in order and are told as changes', () => {
    const path = unwrap(migrationPath('office', 1, 3, steps));
    expect(path.map((step) => step.slug)).toEqual(['names-in-capitals', 'notes-go']);
    expect(migrationChanges(old, path)).toEqual([
      { table: 'units', id: 'u1', before: { id: 'u1', name: 'chi bộ' }, after: { id: 'u1', name: 'CHI BỘ' } },
      { table: 'notes', id: 'n1', before: { id: 'n1' }, after: null },
    ]);
  });

  it('are refused when one is missing', () => {
    expect(migrationPath('office', 1, 4, steps)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(migrationPath('dossier', 1, 2, steps)).toMatchObject({ ok: false });
  });

  it('that change nothing are no changes', () => {
    expect(tableChanges(old, structuredClone(old))).toEqual([]);
  });
});

describe('the migrations that were shipped', () => {
  it('give an office of version 1 what its indicators and defaults lacked, and leave what stands', () => {
    const before: RawTables = {
      indicators: [{ id: 'NX01', kind: 'T' } as WithId],
      defaults: [{ id: 'report', via: 'Ban Xây dựng Đảng' } as WithId],
      entries: [unit('u1', 'Chi bộ Tổ dân phố số 1')],
    };
    const path = unwrap(migrationPath('office', 1, 2, MIGRATIONS));
    expect(migrationChanges(before, path).map(({ table, after }) => [table, after])).toEqual([
      ['indicators', { id: 'NX01', kind: 'T', restricted: false }],
      ['defaults', { id: 'report', via: 'Ban Xây dựng Đảng', receivedBy: '', consolidatedBy: '' }],
      ['entries', { id: 'u1', name: 'Chi bộ Tổ dân phố số 1', endReason: '' }],
    ]);
  });

  it('give the periods and reports of a dossier of version 1 records that today’s schemas take', () => {
    const period = {
      id: '2026-Q1',
      from: '2025-12-15',
      to: '2026-03-14',
      lastDay: '2026-03-16',
      time: null,
      indicators: ['HN01'],
      unitIds: ['u1'],
      extensions: [],
      cumulativeFrom: 'schedule',
      via: 'Ban Xây dựng Đảng',
      createdAt: '2026-01-05T01:00:00Z',
    };
    const report = {
      id: '2026-Q1|u1',
      period: '2026-Q1',
      unitId: 'u1',
      state: 'received',
      nil: false,
      nilSaidBy: '',
      receivedOn: '2026-03-14',
      receivedTime: null,
      enteredAt: '2026-03-14T02:00:00Z',
      values: { HN01: 4 },
      narrative: {},
      source: { kind: 'typed', by: 'văn thư', evidence: [] },
      version: 1,
      returnedReason: null,
    };
    const path = unwrap(migrationPath('dossier', 1, 2, MIGRATIONS));
    const changes = migrationChanges({ periods: [period], reports: [report] }, path);
    const { periods, reports } = AGGREGATES.dossier.tables;
    expect(changes.map(({ table }) => table)).toEqual(['periods', 'reports']);
    // Nothing is left to a default: the record on disk is whole, and holds what it held.
    expect(periods.parse(changes[0]?.after)).toEqual(changes[0]?.after);
    expect(reports.parse(changes[1]?.after)).toEqual(changes[1]?.after);
    expect(changes[0]?.after).toMatchObject(period);
    expect(changes[1]?.after).toMatchObject(report);
  });
});
