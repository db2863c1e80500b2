/**
 * The durable store: a folder an aggregate, its history the truth, its snapshot lagging behind. See
 * `docs/data-format.md` for what lies where.
 */
import { isAbsolute, join, resolve } from 'node:path';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { CatalogRow, HistoryEntry, Ref, Store } from '../../../shared/ports/store';
import type { Clock, Hash, Ids, Log } from '../../../shared/ports/system';
import { AGGREGATES } from '../../../shared/schema/aggregates';
import type { AggregateKind } from '../../../shared/schema/aggregates';
import type { Migration } from '../../../shared/schema/migrate';
import { MIGRATIONS } from '../../../shared/schema/migrations';
import { randomIds } from '../system/ids';
import { HISTORY_FILE, emptyAggregate, historyPath } from './aggregate';
import { createAggregateCache, requireWritable } from './aggregate-cache';
import type { AggregateCache } from './aggregate-cache';
import { readCatalog } from './catalog';
import { checkStore } from './check-store';
import { commitTo } from './commit';
import type { StoreContext, Summarize } from './context';
import { FORMAT_FILE, openFormat, refuseSyncedFolder } from './data-format';
import { TEMP_SUFFIX } from './durable';
import { nodeFileSystem } from './file-system';
import type { FileSystem } from './file-system';
import { readBackwards } from './history-chain';
import type { CommittedLength } from './folder-backup';
import { cannotWrite, hindrance, ioFailure } from './io-error';
import { keepFile, readKeptFile } from './kept-files';
import { takeLock, thisProcess } from './lock';
import type { LockOutcome, ProcessInfo } from './lock';
import { presentAggregates } from './present';
import { completePurge, purgeContent } from './purge';
import { folderOf, keyOf, nameOf } from './references';
import { listTrash, moveToTrash, showTrash, takeFromTrash } from './trash';
import { prepareUpgrade } from './upgrade';

export interface OpenStoreOptions {
  /** The data folder; created where there is none. */
  readonly folder: string;
  /** Default: the PC's own. */
  readonly fs?: FileSystem;
  readonly clock: Clock;
  readonly ids?: Ids;
  readonly log?: Log;
  readonly hash: Hash;
  /** Author of what the store does by itself. */
  readonly by: string;
  readonly appVersion: string;
  readonly summarize: Summarize;
  /** `electron`, `web`, `cli`, `test`: named to the user of a second program. */
  readonly hostKind?: string;
  /** True opens without the lock and without writing anything. */
  readonly readOnly?: boolean;
  /** Tests only. */
  readonly process?: ProcessInfo;
  readonly migrations?: readonly Migration[];
  readonly schemaVersions?: StoreContext['schemaVersions'];
}

/** What backups need beyond the port. */
export interface DurableStore extends Store {
  readonly context: StoreContext;
  /** Every aggregate with the length of its history up to which all is committed. */
  committedLengths(): readonly CommittedLength[];
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

const STATS_AT_ONCE = 64;

/**
 * Opens (or begins) a data folder. Read-only, with the reason in `state()`, when another program holds it, the data
 * is newer, or the folder can't be written (no rights, a full disk); FORBIDDEN inside OneDrive; UNAVAILABLE where it can't be read.
 */
export async function openStore(options: OpenStoreOptions): Promise<Result<DurableStore>> {
  return openAs(options, options.readOnly === true ? 'Dữ liệu được mở ở chế độ chỉ xem.' : null);
}

async function openAs(
  options: OpenStoreOptions,
  readOnlyBecause: string | null,
): Promise<Result<DurableStore>> {
  const folder = isAbsolute(options.folder) ? options.folder : resolve(options.folder);
  const synced = refuseSyncedFolder(folder);
  if (!synced.ok) return synced;
  const context: StoreContext = {
    folder,
    fs: options.fs ?? nodeFileSystem,
    clock: options.clock,
    ids: options.ids ?? randomIds,
    hash: options.hash,
    by: options.by,
    appVersion: options.appVersion,
    summarize: options.summarize,
    migrations: options.migrations ?? MIGRATIONS,
    schemaVersions: options.schemaVersions ?? {
      office: AGGREGATES.office.schemaVersion,
      register: AGGREGATES.register.schemaVersion,
      dossier: AGGREGATES.dossier.schemaVersion,
      intake: AGGREGATES.intake.schemaVersion,
      incoming: AGGREGATES.incoming.schemaVersion,
    },
    notices: [],
    readOnlyBecause,
  };
  let lock: LockOutcome | null = null;
  try {
    lock = await begin(context, options.process ?? thisProcess(options.hostKind ?? 'cli'));
    const format = await openFormat(context, (old) => prepareUpgrade(context, old));
    if (!format.ok) {
      await letGo(lock);
      return format;
    }
    const cache = createAggregateCache(context, await readCatalog(context));
    if (context.readOnlyBecause === null) await removeLeftOvers(context);
    await scan(context, cache);
    if (context.readOnlyBecause === null) await completePurge(context, cache);
    options.log?.info('store opened', {
      aggregates: cache.rows.size,
      readOnly: context.readOnlyBecause !== null,
      notices: context.notices.length,
    });
    return ok(storeOver(context, cache, lock));
  } catch (error) {
    await letGo(lock);
    // The lock could be taken, but not what follows it be written (a repair, a purge to complete): reading needs none.
    if (readOnlyBecause === null && (await isHindered(context, error).catch(() => false)))
      return openAs(options, hinderedSentence(folder, error));
    return ioFailure(`Không mở được thư mục dữ liệu “${folder}”`, error);
  }
}

async function letGo(lock: LockOutcome | null): Promise<void> {
  if (lock?.held) await lock.release().catch(() => undefined);
}

/** The folder and its lock. A folder with data that can't be written is opened read-only. */
async function begin(context: StoreContext, own: ProcessInfo): Promise<LockOutcome | null> {
  const { fs, folder } = context;
  if (context.readOnlyBecause !== null) return null;
  try {
    await fs.makeFolder(folder);
    const lock = await takeLock(context, own);
    if (!lock.held) context.readOnlyBecause = lock.because;
    return lock;
  } catch (error) {
    if (!(await isHindered(context, error))) throw error;
    context.readOnlyBecause = hinderedSentence(folder, error);
    return null;
  }
}

/** There is data, and only writing fails. */
async function isHindered({ fs, folder }: StoreContext, error: unknown): Promise<boolean> {
  return cannotWrite(error) && (await fs.size(join(folder, FORMAT_FILE))) !== null;
}

function hinderedSentence(folder: string, error: unknown): string {
  return `Không ghi được vào thư mục dữ liệu “${folder}”: ${hindrance(error)}. Ở đây chỉ xem được.`;
}

/** Files that a crash left half written; those of an aggregate go when it is loaded. */
async function removeLeftOvers(context: StoreContext): Promise<void> {
  for (const folder of [
    context.folder,
    ...['backups', 'quarantine'].map((name) => join(context.folder, name)),
  ])
    for (const entry of await context.fs.list(folder))
      if (!entry.folder && entry.name.endsWith(TEMP_SUFFIX))
        await context.fs.remove(join(folder, entry.name));
}

/** Compares what lies on the disk with the catalogue; what is new or changed is read. */
async function scan(context: StoreContext, cache: AggregateCache): Promise<void> {
  const { fs, folder } = context;
  const present = await presentAggregates(context);
  const toRead: Ref[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < present.length; at += STATS_AT_ONCE)
    await Promise.all(
      present.slice(at, at + STATS_AT_ONCE).map(async (ref) => {
        const path = folderOf(ref);
        if (!path.ok) return;
        const size = await fs.size(join(folder, path.value, HISTORY_FILE));
        const row = cache.rows.get(keyOf(ref));
        if (size === null && !row && (await fs.size(join(folder, path.value, `${ref.kind}.json`))) === null)
          return;
        seen.add(keyOf(ref));
        if (size !== row?.historyBytes) toRead.push(ref);
      }),
    );
  const gone = [...cache.rows.values()].filter((row) => !seen.has(keyOf(row.ref)));
  if (gone.length > 0) {
    const trashed = new Set((await listTrash(context)).map((one) => keyOf(one.ref)));
    for (const row of gone)
      if (trashed.has(keyOf(row.ref))) await cache.forget(row.ref);
      else toRead.push(row.ref);
  }
  for (const ref of toRead) {
    const loaded = await cache.obtain(ref);
    if (loaded.ok && !loaded.value) await cache.forget(ref);
    if (loaded.ok || cache.rows.has(keyOf(ref))) continue;
    const updatedAt = context.clock.now();
    cache.rows.set(keyOf(ref), {
      ref,
      revision: 0,
      updatedAt,
      historyBytes: -1,
      summary: { unreadable: true },
    });
  }
}

function storeOver(context: StoreContext, cache: AggregateCache, lock: LockOutcome | null): DurableStore {
  const listeners = new Set<(ref: Ref, revision: number) => void>();
  const announce = (ref: Ref, revision: number): void => {
    for (const listener of listeners) listener(ref, revision);
  };
  let closing: Promise<void> | null = null;
  const writable = (): Result<null> =>
    closing ? fail('UNAVAILABLE', 'Dữ liệu đang được đóng lại.') : requireWritable(context);

  return {
    context,
    committedLengths: () =>
      [...cache.rows.values()].flatMap(({ ref, historyBytes }) =>
        historyBytes > 0 ? [{ ref, historyBytes }] : [],
      ),
    exclusive: (work) => cache.exclusive(work),

    state: () => ({
      folder: context.folder,
      readOnlyBecause: context.readOnlyBecause,
      notices: [...context.notices],
    }),

    async load<K extends AggregateKind>(ref: Ref<K>) {
      const found = await cache.obtain(ref);
      if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
      const { revision, tables } = found.value;
      return ok({ ref, revision, view: tables.view });
    },

    async commit(ref, meta, work) {
      const folder = folderOf(ref);
      if (!folder.ok) return folder;
      return cache.inTurn(ref, async () => {
        const found = await cache.obtain(ref);
        if (!found.ok) return found;
        const open = writable();
        const allowed = open.ok ? requireWritable(context, found.value) : open;
        if (!allowed.ok) return allowed;
        const aggregate =
          found.value ??
          emptyAggregate(ref, join(context.folder, folder.value), context.schemaVersions[ref.kind]);
        const done = await commitTo(context, aggregate, meta, work);
        if (done.ok && done.value.changed && !done.value.replayed) {
          if (found.value) cache.changed(aggregate);
          else cache.adopt(aggregate);
          announce(ref, done.value.revision);
        }
        return done;
      });
    },

    async history(ref, { limit = 50, before = Infinity } = {}) {
      const found = await cache.obtain(ref);
      if (!found.ok) return found;
      if (!found.value) return fail('NOT_FOUND', `Không có ${nameOf(ref)}.`);
      const entries: HistoryEntry[] = [];
      try {
        await readBackwards(
          context.fs,
          historyPath(found.value),
          found.value.historyBytes,
          context.hash,
          ({ entry }) => {
            if (entry.revision < before && entries.length < limit) {
              const { revision, at, by, command, requestId, diff, purged } = entry;
              const base = { revision, at, by, command, requestId };
              entries.push(purged ? { ...base, changes: [], purged } : { ...base, changes: diff });
            }
            return entries.length >= limit ? 'enough' : 'more';
          },
        );
      } catch (error) {
        return ioFailure(`Không đọc được lịch sử của ${nameOf(ref)}`, error);
      }
      return ok(entries);
    },

    async list(kind) {
      if (context.readOnlyBecause !== null) await scan(context, cache).catch(() => undefined);
      const rows = [...cache.rows.values()].filter((row) => row.ref.kind === kind);
      rows.sort((a, b) => (a.ref.id < b.ref.id ? -1 : 1));
      const out: CatalogRow[] = [];
      for (const row of rows) {
        const summary = row.summary ?? (await cache.summary(row));
        out.push({ ref: row.ref, revision: row.revision, updatedAt: row.updatedAt, summary });
      }
      return out;
    },

    async putFile(ref, bytes, extension) {
      const allowed = writable();
      if (!allowed.ok) return allowed;
      const folder = folderOf(ref);
      if (!folder.ok) return folder;
      return cache.inTurn(ref, () =>
        keepFile(context, ref, join(context.folder, folder.value), bytes, extension),
      );
    },

    async getFile(ref, sha256) {
      const folder = folderOf(ref);
      if (!folder.ok) return folder;
      return readKeptFile(context, ref, join(context.folder, folder.value), sha256);
    },

    trash: (ref, meta) =>
      cache.exclusive(() => cache.inTurn(ref, () => moveToTrash(context, cache, ref, meta))),
    listTrash: () => cache.exclusive(() => showTrash(context)),
    restoreFromTrash: (trashId) => cache.exclusive(() => takeFromTrash(context, cache, trashId)),
    purge: (ref, what, reason, meta) =>
      cache.exclusive(() =>
        cache.inTurn(ref, async () => {
          const done = await purgeContent(context, cache, ref, what, reason, meta);
          const found = done.ok ? await cache.obtain(ref) : null;
          if (found?.ok && found.value) announce(ref, found.value.revision);
          return done;
        }),
      ),
    check: (progress = () => undefined) => checkStore(context, cache, progress),

    onCommit(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      closing ??= cache.close().then(() => letGo(lock));
      return closing;
    },
  };
}
