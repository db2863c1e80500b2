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
