/**
 * The durable store, as use cases see it. The adapter's promise: when `commit` answers ok, the change is on disk
 * and survives a crash; when it answers an error, nothing changed.
 */
import type { Instant } from '../date/plain-date';
import type { Change, Draft, View } from '../records';
import type { Result } from '../result';
import type { AggregateKind, AggregateTables } from '../schema/aggregates';

export interface Ref<K extends AggregateKind = AggregateKind> {
  readonly kind: K;
  /** `office`, a register's series key, or a dossier's uuid: ASCII, safe as a folder name. */
  readonly id: string;
}

export interface Loaded<K extends AggregateKind> {
  readonly ref: Ref<K>;
  readonly revision: number;
  readonly view: View<AggregateTables[K]>;
}

/** Who commits what; the history line's words. */
export interface CommitMeta {
  /** Revision the caller saw; null = whatever stands. Another one answers CONFLICT. */
  readonly expectedRevision: number | null;
  /** A commit with a requestId that was committed before answers the same reply again and changes nothing. */
  readonly requestId: string;
  readonly at: Instant;
  readonly by: string;
  /** Name of the command, e.g. `report.import`. */
  readonly command: string;
}

export interface Committed<R> {
  readonly revision: number;
  readonly reply: R;
  /** False when the work changed nothing: no history line was written. */
  readonly changed: boolean;
  /** True when the requestId had been committed before. */
  readonly replayed: boolean;
}

export interface HistoryEntry {
  readonly revision: number;
  readonly at: Instant;
  readonly by: string;
  readonly command: string;
  readonly requestId: string;
  readonly changes: readonly Change[];
  /** Set where content was purged: who, why; `changes` is then empty. */
  readonly purged?: { readonly at: Instant; readonly by: string; readonly reason: string };
}

/** A row of the derived catalogue: `summary` is what `summarize` of the aggregate's kind gave. */
export interface CatalogRow {
  readonly ref: Ref;
  readonly revision: number;
  readonly updatedAt: Instant;
  readonly summary: Readonly<Record<string, unknown>>;
}

/** One aggregate in the trash: who put it there, when. */
export interface TrashRow {
  readonly trashId: string;
  readonly ref: Ref;
  readonly at: Instant;
  readonly by: string;
  /** As in the catalogue; empty where the aggregate cannot be read. */
  readonly summary: Readonly<Record<string, unknown>>;
}

export interface StoreFault {
  readonly severity: 'error' | 'warning';
  readonly place: string;
  /** Vietnamese sentence. */
  readonly message: string;
  readonly repaired: boolean;
}

export interface StoreState {
  readonly folder: string;
  /** Vietnamese sentence why the store can't be written, or null. */
  readonly readOnlyBecause: string | null;
  /** What recovery did when the store was opened. */
  readonly notices: readonly StoreFault[];
}

export interface Store {
  state(): StoreState;
  /** The aggregate, or undefined where there is none. A damaged one answers UNAVAILABLE with what was done. */
  load<K extends AggregateKind>(ref: Ref<K>): Promise<Result<Loaded<K> | undefined>>;
  /**
   * Runs `work` on a draft and commits what it changed, one history line, all or nothing; creates the aggregate when
   * there is none (the draft is empty then). `reply` must be JSON: it is kept in the history line for retries.
   */
  commit<K extends AggregateKind, R>(
    ref: Ref<K>,
    meta: CommitMeta,
    work: (draft: Draft<AggregateTables[K]>, revision: number) => Result<R> | Promise<Result<R>>,
  ): Promise<Result<Committed<R>>>;
  /** Newest first. */
  history(
    ref: Ref,
    options?: { readonly limit?: number; readonly before?: number },
  ): Promise<Result<readonly HistoryEntry[]>>;
  list(kind: AggregateKind): Promise<readonly CatalogRow[]>;
  /** Keeps bytes once under their sha256, durable before it answers. */
  putFile(ref: Ref, bytes: Uint8Array, extension: string): Promise<Result<string>>;
  getFile(ref: Ref, sha256: string): Promise<Result<Uint8Array>>;
  /** Moves the whole aggregate to the trash (undone by `restoreFromTrash`). */
  trash(ref: Ref, meta: CommitMeta): Promise<Result<{ trashId: string }>>;
  /** What lies in the trash, newest first; what cannot be read there is left out. */
  listTrash(): Promise<readonly TrashRow[]>;
  restoreFromTrash(trashId: string): Promise<Result<Ref>>;
  /**
   * Xóa hẳn: removes the content of files and records from live data, history, trash and reachable backups; leaves a
   * tombstone over which the chain still verifies.
   */
  purge(
    ref: Ref,
    what: { readonly files?: readonly string[]; readonly records?: readonly { table: string; id: string }[] },
    reason: string,
    meta: CommitMeta,
  ): Promise<Result<{ removedFrom: readonly string[] }>>;
  check(progress?: (done: number, total: number) => void): Promise<readonly StoreFault[]>;
  /** Told after every commit (also those of undo). Returns how to stop listening. */
  onCommit(listener: (ref: Ref, revision: number) => void): () => void;
  close(): Promise<void>;
}

/**
 * Words of kept files, read once. Derived: never backed up, may be deleted at any time, and left by a purge together
 * with its file.
 */
export interface TextCache {
  /** Null where the file was not read yet; empty where there is nothing to read in it. */
  get(sha256: string): Promise<string | null>;
  /** A disk that refuses is no fault: the file is read again another day. */
  put(sha256: string, text: string): Promise<void>;
  remove(sha256: string): Promise<void>;
  /** Forgets every other file. */
  keepOnly(wanted: ReadonlySet<string>): Promise<void>;
}

/** Backups: one zip a backup, with a manifest of sha256. */
export interface BackupInfo {
  readonly file: string;
  readonly createdAt: Instant;
  readonly bytes: number;
  readonly aggregates: number;
  readonly files: number;
}

export interface Backups {
  /** Into `folder`, or the data folder's own `backups/` (thinned: all of 7 days, weekly for 2 months, monthly after). */
  create(options: { folder?: string; reason: string; at: Instant }): Promise<Result<BackupInfo>>;
  list(): Promise<readonly BackupInfo[]>;
  verify(
    file: string,
  ): Promise<Result<{ valid: boolean; errors: readonly string[]; info: BackupInfo | null }>>;
  /** Only into a folder that does not exist or is empty (a plain name: beside the folder in use; answers where); the folder in use is never touched. */
  restore(
    file: string,
    newFolder: string,
  ): Promise<Result<{ folder: string; aggregates: number; files: number }>>;
}
