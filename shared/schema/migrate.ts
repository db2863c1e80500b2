/**
 * Migrations of what lies on disk: data, not code paths. Each takes one kind of aggregate from one version of its
 * records' shape to the next; the store writes the outcome as an ordinary commit, so history stays complete.
 */
import type { Change, WithId } from '../records';
import { sameJson } from '../records';
import { fail, ok } from '../result';
import type { Result } from '../result';
import type { AggregateKind } from './aggregates';

/** Table → records, in the shape of one version. */
export type RawTables = Readonly<Record<string, readonly WithId[]>>;

export interface Migration {
  readonly kind: AggregateKind;
  /** Takes data of this version to `from + 1`. */
  readonly from: number;
  /** `reports-name-their-source`: as in the file name `migrations/NNNN-slug.ts`. */
  readonly slug: string;
  migrate(tables: RawTables): RawTables;
}

/** The migrations that take `kind` from one version to another, in order. INTERNAL where one is missing. */
export function migrationPath(
  kind: AggregateKind,
  from: number,
  to: number,
  migrations: readonly Migration[],
): Result<readonly Migration[]> {
  const path: Migration[] = [];
  for (let version = from; version < to; version += 1) {
    const step = migrations.find((one) => one.kind === kind && one.from === version);
    if (!step)
      return fail(
        'INTERNAL',
        `Thiếu bước chuyển đổi dữ liệu "${kind}" từ phiên bản ${version} sang ${version + 1}.`,
      );
    path.push(step);
  }
  return ok(path);
}

/** Runs `path` and says what it changed, as one commit's changes. */
export function migrationChanges(tables: RawTables, path: readonly Migration[]): readonly Change[] {
  return tableChanges(
    tables,
    path.reduce<RawTables>((state, step) => step.migrate(state), tables),
  );
}

/** What takes the records of `before` to those of `after`. */
export function tableChanges(before: RawTables, after: RawTables): readonly Change[] {
  const changes: Change[] = [];
  for (const table of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = new Map((before[table] ?? []).map((record) => [record.id, record]));
    for (const record of after[table] ?? []) {
      const known = old.get(record.id) ?? null;
      old.delete(record.id);
      if (!sameJson(known, record)) changes.push({ table, id: record.id, before: known, after: record });
    }
    for (const [id, record] of old) changes.push({ table, id, before: record, after: null });
  }
  return changes;
}
