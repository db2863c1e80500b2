/**
 * The aggregates in memory, the catalogue's rows, and the lagging snapshots: who is loaded, who waits to be saved.
 */
import { join } from 'node:path';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Ref } from '../../../shared/ports/store';
import { historyPath } from './aggregate';
import type { Aggregate } from './aggregate';
import { writeCatalog } from './catalog';
import type { KnownRow } from './catalog';
import type { StoreContext } from './context';
import { loadAggregate } from './load-aggregate';
import { folderOf, keyOf } from './references';
import { writeSnapshot } from './snapshot';

/** A snapshot is written when nothing was committed for so long, milliseconds. */
const IDLE = 1_000;
const RETRY = 5_000;
/** …or when the one on disk lacks so many lines. */
const LINES_BEHIND = 200;
const AGGREGATES_KEPT = 256;
const RECORDS_KEPT = 100_000;

export interface AggregateCache {
  readonly rows: Map<string, KnownRow>;
  /** One after another for one aggregate. */
  inTurn<T>(ref: Ref, work: () => Promise<T>): Promise<T>;
  /** One after another for the whole store: backups, trash, purge. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** From memory, else from disk. */
  obtain(ref: Ref): Promise<Result<Aggregate | undefined>>;
  /** Takes in an aggregate that was made or changed outside of `obtain`. */
  adopt(aggregate: Aggregate): void;
  /** To be called after lines were added. */
  changed(aggregate: Aggregate): void;
  forget(ref: Ref): Promise<void>;
  /** Writes the snapshot now. Throws what the disk throws. */
  save(aggregate: Aggregate): Promise<void>;
  /** The row's summary, made when it is asked for. */
  summary(row: KnownRow): Promise<Record<string, unknown>>;
  saveCatalog(): Promise<void>;
  close(): Promise<void>;
}

export function createAggregateCache(context: StoreContext, rows: Map<string, KnownRow>): AggregateCache {
  const loaded = new Map<string, Aggregate>();
  const loading = new Map<string, Promise<Result<Aggregate | undefined>>>();
  const turns = new Map<string, { last: Promise<unknown>; waiting: number }>();
  const behind = new Map<string, { aggregate: Aggregate; since: number }>();
  let catalogBehind = false;
  let timer: NodeJS.Timeout | null = null;
  let ticking: Promise<void> = Promise.resolve();
  let closed = false;
  let alone: Promise<unknown> = Promise.resolve();
  const writable = (): boolean => context.readOnlyBecause === null;

  const summarize = (row: KnownRow, aggregate: Aggregate): Record<string, unknown> => {
    row.summary ??= context.summarize(aggregate.ref.kind, aggregate.tables.view);
    return row.summary;
  };

  const noteRow = (aggregate: Aggregate): void => {
    const { ref, revision, updatedAt, historyBytes } = aggregate;
    const row = rows.get(keyOf(ref));
    if (row) {
      if (row.revision !== revision || row.historyBytes !== historyBytes) row.summary = null;
      row.revision = revision;
      row.updatedAt = updatedAt;
      row.historyBytes = historyBytes;
    } else rows.set(keyOf(ref), { ref, revision, updatedAt, historyBytes, summary: null });
    catalogBehind = true;
  };

  const save = async (aggregate: Aggregate): Promise<void> => {
    while (aggregate.saving) await aggregate.saving.catch(() => undefined);
    if (aggregate.unsaved === 0 || !writable()) return;
    const saving = writeSnapshot(context, aggregate);
    aggregate.saving = saving;
    try {
      await saving;
      if (aggregate.unsaved === 0) behind.delete(keyOf(aggregate.ref));
    } finally {
      aggregate.saving = null;
    }
  };

  const saveCatalog = async (): Promise<void> => {
    if (!catalogBehind || !writable()) return;
    for (const [key, aggregate] of loaded) {
      const row = rows.get(key);
      if (row) summarize(row, aggregate);
    }
    catalogBehind = false;
    try {
      await writeCatalog(context, rows.values());
    } catch (error) {
      catalogBehind = true;
      throw error;
    }
  };

  const schedule = (delay: number): void => {
    if (timer || closed || !writable()) return;
    timer = setTimeout(() => {
      timer = null;
      ticking = tick();
    }, delay);
    timer.unref();
  };
  const tick = async (): Promise<void> => {
    let delay = IDLE;
    for (const { aggregate, since } of [...behind.values()]) {
      if (performance.now() - since < IDLE * 0.9) continue;
      // A snapshot that could not be written loses nothing: it is tried again, and the history holds everything.
      await save(aggregate).catch(() => (delay = RETRY));
    }
    if (behind.size === 0) await saveCatalog().catch(() => (delay = RETRY));
    if (behind.size > 0 || catalogBehind) schedule(delay);
    evict();
  };

  const evict = (): void => {
    let records = 0;
    for (const aggregate of loaded.values()) records += aggregate.tables.count();
    for (const [key, aggregate] of loaded) {
      if (loaded.size <= AGGREGATES_KEPT && records <= RECORDS_KEPT) return;
      const busy = aggregate.unsaved > 0 || aggregate.saving !== null || turns.has(key);
      if (busy || aggregate.broken !== null || loaded.size === 1) continue;
      const row = rows.get(key);
      if (row) summarize(row, aggregate);
      records -= aggregate.tables.count();
      loaded.delete(key);
    }
  };

  const noteBehind = (aggregate: Aggregate): void => {
    if (aggregate.unsaved === 0 || !writable()) return;
    behind.set(keyOf(aggregate.ref), { aggregate, since: performance.now() });
    if (aggregate.unsaved >= LINES_BEHIND && !aggregate.saving) void save(aggregate).catch(() => undefined);
    schedule(IDLE);
  };

  const adopt = (aggregate: Aggregate): void => {
    const key = keyOf(aggregate.ref);
    loaded.delete(key);
    loaded.set(key, aggregate);
    noteRow(aggregate);
    noteBehind(aggregate);
  };

  const obtain = async (ref: Ref): Promise<Result<Aggregate | undefined>> => {
    const key = keyOf(ref);
    const known = loaded.get(key);
    if (known) {
      // Without the lock another program may be writing: its lines are read anew.
      const same = writable() || (await context.fs.size(historyPath(known))) === known.historyBytes;
      if (same) {
        loaded.delete(key);
        loaded.set(key, known);
        return ok(known);
      }
    }
    const underWay = loading.get(key);
    if (underWay) return underWay;
    const folder = folderOf(ref);
    if (!folder.ok) return folder;
    const path = join(context.folder, folder.value);
    const load = loadAggregate(context, ref, path, rows.get(key)?.revision ?? 0).then((result) => {
      loading.delete(key);
      if (result.ok && result.value) adopt(result.value);
      if (loaded.size > AGGREGATES_KEPT) evict();
      return result;
    });
    loading.set(key, load);
    return load;
  };

  return {
    rows,
    inTurn(ref, work) {
      const key = keyOf(ref);
      const queue = turns.get(key) ?? { last: Promise.resolve(), waiting: 0 };
      turns.set(key, queue);
      queue.waiting += 1;
      const turn = queue.last.then(work);
      queue.last = turn
        .catch(() => undefined)
        .then(() => {
          queue.waiting -= 1;
          if (queue.waiting === 0) turns.delete(key);
        });
      return turn;
    },
    exclusive(work) {
      const turn = alone.then(work);
      alone = turn.catch(() => undefined);
      return turn;
    },
    obtain,
    adopt,
    changed(aggregate) {
      noteRow(aggregate);
      noteBehind(aggregate);
    },
    async forget(ref) {
      const key = keyOf(ref);
      const known = loaded.get(key);
      while (known?.saving) await known.saving.catch(() => undefined);
      loaded.delete(key);
      behind.delete(key);
      rows.delete(key);
      catalogBehind = true;
      schedule(IDLE);
    },
    save,
    async summary(row) {
      if (row.summary) return row.summary;
      const found = await obtain(row.ref);
      if (!found.ok || !found.value) return { unreadable: true };
      catalogBehind = true;
      schedule(IDLE);
      return summarize(row, found.value);
    },
    saveCatalog,
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await Promise.all([...turns.values()].map((queue) => queue.last));
      await alone;
      await ticking;
      for (const { aggregate } of [...behind.values()]) await save(aggregate).catch(() => undefined);
      await saveCatalog().catch(() => undefined);
    },
  };
}

/** UNAVAILABLE with the reason while nothing may be written. */
export function requireWritable(context: StoreContext, aggregate?: Aggregate): Result<null> {
  const because = context.readOnlyBecause ?? aggregate?.broken ?? null;
  return because === null ? ok(null) : fail('UNAVAILABLE', because, { details: { readOnly: true } });
}
