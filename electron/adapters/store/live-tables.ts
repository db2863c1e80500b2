/**
 * An aggregate's records in memory: one Map a table, changed in place so that a commit costs what it changes.
 *
 * Each record carries the `order` of its insertion (revision and place in the commit), which is a function of the
 * history alone: tables read back from several segment files come out in the order in which they were written.
 */
import type { Change, Tables, View, WithId } from '../../../shared/records';

interface Table {
  readonly records: Map<string, WithId>;
  readonly orders: Map<string, number>;
  /** What `list` answered last; dropped by the next change, never written into. */
  listed: readonly WithId[] | null;
}

/** Places in one commit that are told apart; 2^53 / 2^20 leaves eight thousand million revisions. */
const PLACES_A_COMMIT = 2 ** 20;

export interface Row {
  readonly order: number;
  readonly record: WithId;
}

export interface LiveTables<T extends Tables = Tables> {
  readonly view: View<T>;
  apply(revision: number, changes: readonly Change[]): void;
  /** Puts a row that was read from a snapshot. */
  load(table: string, row: Row): void;
  /** Brings every table into the order of insertion; to be called once after loading. */
  arrange(): void;
  row(table: string, id: string): Row | undefined;
  tableNames(): readonly string[];
  ids(table: string): Iterable<string>;
  count(): number;
}

/** Tables without any record. */
export function createLiveTables<T extends Tables = Tables>(): LiveTables<T> {
  const tables = new Map<string, Table>();
  const tableOf = (name: string): Table => {
    const known = tables.get(name);
    if (known) return known;
    const created: Table = { records: new Map(), orders: new Map(), listed: null };
    tables.set(name, created);
    return created;
  };

  const view: View<T> = {
    get: (name, id) => tables.get(name)?.records.get(id) as ReturnType<View<T>['get']>,
    list: (name) => {
      const table = tables.get(name);
      if (!table) return [];
      table.listed ??= [...table.records.values()];
      return table.listed as ReturnType<View<T>['list']>;
    },
  };

  return {
    view,
    apply(revision, changes) {
      changes.forEach((change, place) => {
        const table = tableOf(change.table);
        table.listed = null;
        if (change.after === null) {
          table.records.delete(change.id);
          table.orders.delete(change.id);
          return;
        }
        // `before` decides, not what stands in memory: a segment may be ahead of the commits that are being redone.
        if (change.before === null || !table.orders.has(change.id))
          table.orders.set(change.id, revision * PLACES_A_COMMIT + place);
        table.records.set(change.id, change.after as WithId);
      });
    },
    load(name, row) {
      const table = tableOf(name);
      table.listed = null;
      table.records.set(row.record.id, row.record);
      table.orders.set(row.record.id, row.order);
    },
    arrange() {
      for (const table of tables.values()) {
        table.listed = null;
        const orderOf = (id: string): number => table.orders.get(id) ?? 0;
        let last = -1;
        let sorted = true;
        for (const id of table.records.keys()) {
          const order = orderOf(id);
          if (order < last) {
            sorted = false;
            break;
          }
          last = order;
        }
        if (sorted) continue;
        const rows = [...table.records].sort(([a], [b]) => orderOf(a) - orderOf(b));
        table.records.clear();
        for (const [id, record] of rows) table.records.set(id, record);
      }
    },
    row(name, id) {
      const table = tables.get(name);
      const record = table?.records.get(id);
      return table && record ? { order: table.orders.get(id) ?? 0, record } : undefined;
    },
    tableNames: () => [...tables.keys()],
    ids: (name) => tables.get(name)?.records.keys() ?? [],
    count: () => [...tables.values()].reduce((sum, table) => sum + table.records.size, 0),
  };
}
