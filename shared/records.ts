/**
 * The shape of every aggregate: named tables of records with an `id`.
 *
 * A command reads a `View`, writes into a `Draft`, and the draft's changes (each with the record before and after)
 * are what the store commits as one history line. So a commit costs what it changes, whatever the aggregate's size,
 * and a change can be reversed (undo) or checked for conflicts record by record.
 */
import type { z } from 'zod';

export interface WithId {
  readonly id: string;
}

/** Table name → schema of its records. */
export type Tables = Readonly<Record<string, z.ZodType<WithId>>>;

export type TableName<T extends Tables> = Extract<keyof T, string>;
export type RecordOf<T extends Tables, K extends TableName<T>> = z.infer<T[K]>;

/** One record's change; `null` means that the record does not exist on that side. */
export interface Change {
  readonly table: string;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Read access to an aggregate's records. Records are immutable: never write into what a view returns. */
export interface View<T extends Tables> {
  get<K extends TableName<T>>(table: K, id: string): RecordOf<T, K> | undefined;
  /** All records of a table, in order of insertion. */
  list<K extends TableName<T>>(table: K): readonly RecordOf<T, K>[];
}

/** A view that collects changes. Reading through a draft sees its own writes. */
export interface Draft<T extends Tables> extends View<T> {
  put<K extends TableName<T>>(table: K, record: RecordOf<T, K>): void;
  remove(table: TableName<T>, id: string): void;
  changes(): readonly Change[];
}

interface Pending {
  readonly before: WithId | null;
  after: WithId | null;
}

/** A draft over `base`. Putting a record that is deeply equal to what stands is no change. */
export function draftOver<T extends Tables>(base: View<T>): Draft<T> {
  const pending = new Map<string, Map<string, Pending>>();

  const entry = (table: string, id: string): Pending | undefined => pending.get(table)?.get(id);
  const write = (table: TableName<T>, id: string, after: WithId | null): void => {
    const rows = pending.get(table) ?? new Map<string, Pending>();
    pending.set(table, rows);
    const known = rows.get(id);
    if (known) known.after = after;
    else rows.set(id, { before: base.get(table, id) ?? null, after });
  };

  return {
    get(table, id) {
      const row = entry(table, id);
      if (row) return (row.after ?? undefined) as ReturnType<typeof base.get<typeof table>>;
      return base.get(table, id);
    },
    list(table) {
      const rows = pending.get(table);
      if (!rows) return base.list(table);
      const seen = new Set<string>();
      const out: WithId[] = [];
      for (const record of base.list(table)) {
        seen.add(record.id);
        const row = rows.get(record.id);
        if (!row) out.push(record);
        else if (row.after) out.push(row.after);
      }
      for (const [id, row] of rows) if (!seen.has(id) && row.after) out.push(row.after);
      return out as unknown as ReturnType<typeof base.list<typeof table>>;
    },
    put(table, record) {
      write(table, record.id, record);
    },
    remove(table, id) {
      write(table, id, null);
    },
    changes() {
      const out: Change[] = [];
      for (const [table, rows] of pending)
        for (const [id, row] of rows)
          if (!sameJson(row.before, row.after)) out.push({ table, id, before: row.before, after: row.after });
      return out;
    },
  };
}

/** The changes that take `changes` back, last first. */
export function reversed(changes: readonly Change[]): readonly Change[] {
  return [...changes]
    .reverse()
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }));
}

/** Deep equality of JSON values; a key with the value `undefined` counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, index) => sameJson(value, b[index]));
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) if (!sameJson(left[key], right[key])) return false;
  return true;
}
