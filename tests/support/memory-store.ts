/** A Store in memory with the semantics of the real one, for tests of use cases. Nothing survives it. */
import { createHash } from 'node:crypto';
import { createLiveTables } from '../../electron/adapters/store/live-tables';
import type { LiveTables } from '../../electron/adapters/store/live-tables';
import { folderOf, keyOf, nameOf, safeExtension } from '../../electron/adapters/store/references';
import { validateChanges } from '../../electron/adapters/store/validate-changes';
import { draftOver } from '../../shared/records';
import type { Tables, View } from '../../shared/records';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { CommitMeta, HistoryEntry, Loaded, Ref, Store } from '../../shared/ports/store';
import type { AggregateKind, AggregateTables } from '../../shared/schema/aggregates';

export interface MemoryStoreOptions {
  readonly summarize?: (kind: AggregateKind, view: View<Tables>) => Record<string, unknown>;
  /** Vietnamese sentence: every change is refused with it. */
  readonly readOnlyBecause?: string;
}

interface Aggregate {
  readonly ref: Ref;
  revision: number;
  updatedAt: string;
  tables: LiveTables;
  history: HistoryEntry[];
  readonly replies: Map<string, { revision: number; reply: unknown }>;
}

/** An empty store. `view`s are live, as the real store's are. */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const aggregates = new Map<string, Aggregate>();
  const files = new Map<string, Map<string, { bytes: Uint8Array; extension: string }>>();
  const trashed = new Map<
    string,
    { aggregate: Aggregate; files: ReturnType<typeof files.get>; at: string; by: string }
  >();
  const queues = new Map<string, Promise<unknown>>();
  const listeners = new Set<(ref: Ref, revision: number) => void>();
  let trashCount = 0;

  const inTurn = <T>(ref: Ref, work: () => Promise<T>): Promise<T> => {
    const before = queues.get(keyOf(ref)) ?? Promise.resolve();
    const turn = before.then(work, work);
    queues.set(
      keyOf(ref),
      turn.catch(() => undefined),
    );
    return turn;
  };
  const writable = (ref: Ref): Result<null> => {
    if (options.readOnlyBecause !== undefined) return fail('UNAVAILABLE', options.readOnlyBecause);
    const folder = folderOf(ref);
    return folder.ok ? ok(null) : folder;
  };
  const record = (aggregate: Aggregate, entry: HistoryEntry, reply: unknown): void => {
    aggregate.revision = entry.revision;
    aggregate.updatedAt = entry.at;
    aggregate.history.push(entry);
    aggregate.replies.set(entry.requestId, { revision: entry.revision, reply });
    for (const listener of listeners) listener(aggregate.ref, entry.revision);
  };
  const conflict = (ref: Ref, meta: CommitMeta, revision: number): Result<null> =>
    meta.expectedRevision !== null && meta.expectedRevision !== revision
      ? fail('CONFLICT', `Dữ liệu của ${nameOf(ref)} đã thay đổi từ lúc được mở. Hãy tải lại rồi làm lại.`, {
          details: { expected: meta.expectedRevision, actual: revision },
        })
      : ok(null);

  return {
    state: () => ({
      folder: '(bộ nhớ)',
      readOnlyBecause: options.readOnlyBecause ?? null,
      notices: [],
    }),
    load: async <K extends AggregateKind>(ref: Ref<K>) => {
      const aggregate = aggregates.get(keyOf(ref));
      if (!aggregate) return ok(undefined);
      const loaded = { ref, revision: aggregate.revision, view: aggregate.tables.view };
      return ok(loaded as unknown as Loaded<K>);
    },
    commit: async (ref, meta, work) =>
      inTurn(ref, async () => {
        const allowed = writable(ref);
        if (!allowed.ok) return allowed;
        const known = aggregates.get(keyOf(ref));
        const aggregate: Aggregate = known ?? {
          ref,
          revision: 0,
          updatedAt: meta.at,
          tables: createLiveTables(),
          history: [],
          replies: new Map(),
        };
        const seen = aggregate.replies.get(meta.requestId);
        if (seen && aggregate.history.find((line) => line.revision === seen.revision)?.purged)
          return fail('CONFLICT', 'Việc này đã được làm trước đây và nội dung của nó sau đó đã bị xóa hẳn.');
        if (seen)
          return ok({ revision: seen.revision, reply: seen.reply as never, changed: true, replayed: true });
        const stale = conflict(ref, meta, aggregate.revision);
        if (!stale.ok) return stale;
        const view = aggregate.tables.view as unknown as View<AggregateTables[typeof ref.kind]>;
        const draft = draftOver(view);
        const done = await work(draft, aggregate.revision);
        if (!done.ok) return done;
        const valid = validateChanges(ref.kind, draft.changes());
        if (!valid.ok) return valid;
        const reply = done.value;
        if (valid.value.length === 0)
          return ok({ revision: aggregate.revision, reply, changed: false, replayed: false });
        const revision = aggregate.revision + 1;
        aggregate.tables.apply(revision, valid.value);
        aggregates.set(keyOf(ref), aggregate);
        const { at, by, command, requestId } = meta;
        record(aggregate, { revision, at, by, command, requestId, changes: valid.value }, reply);
        return ok({ revision, reply, changed: true, replayed: false });
      }),
    history: async (ref, { limit = 50, before = Infinity } = {}) => {
      const entries = aggregates.get(keyOf(ref))?.history ?? [];
      return ok(
        entries
          .filter((entry) => entry.revision < before)
          .reverse()
          .slice(0, limit),
      );
    },
    list: async (kind) =>
      [...aggregates.values()]
        .filter((aggregate) => aggregate.ref.kind === kind)
        .sort((a, b) => (a.ref.id < b.ref.id ? -1 : 1))
        .map((aggregate) => ({
          ref: aggregate.ref,
          revision: aggregate.revision,
          updatedAt: aggregate.updatedAt,
          summary: options.summarize?.(kind, aggregate.tables.view) ?? {},
        })),
    putFile: async (ref, bytes, extension) => {
      const allowed = writable(ref);
      if (!allowed.ok) return allowed;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const kept = files.get(keyOf(ref)) ?? new Map<string, { bytes: Uint8Array; extension: string }>();
      files.set(keyOf(ref), kept);
      if (!kept.has(sha256)) kept.set(sha256, { bytes: bytes.slice(), extension: safeExtension(extension) });
      return ok(sha256);
    },
    getFile: async (ref, sha256) => {
      const file = files.get(keyOf(ref))?.get(sha256);
      return file ? ok(file.bytes.slice()) : fail('NOT_FOUND', `Không có tệp này trong ${nameOf(ref)}.`);
    },
    trash: async (ref, meta) =>
      inTurn(ref, async () => {
        const allowed = writable(ref);
        if (!allowed.ok) return allowed;
        const aggregate = aggregates.get(keyOf(ref));
        if (!aggregate) return fail('NOT_FOUND', `Không có ${nameOf(ref)}.`);
        const stale = conflict(ref, meta, aggregate.revision);
        if (!stale.ok) return stale;
        trashCount += 1;
        const trashId = `${ref.kind}-${ref.id}-${trashCount}`;
        trashed.set(trashId, { aggregate, files: files.get(keyOf(ref)), at: meta.at, by: meta.by });
        aggregates.delete(keyOf(ref));
        files.delete(keyOf(ref));
        return ok({ trashId });
      }),
    listTrash: async () =>
      [...trashed].reverse().map(([trashId, { aggregate, at, by }]) => ({
        trashId,
        ref: aggregate.ref,
        at,
        by,
        summary: options.summarize?.(aggregate.ref.kind, aggregate.tables.view) ?? {},
      })),
    restoreFromTrash: async (trashId) => {
      const found = trashed.get(trashId);
      if (!found) return fail('NOT_FOUND', `Không có mục “${trashId}” trong thùng rác.`);
      const { ref } = found.aggregate;
      if (aggregates.has(keyOf(ref)))
        return fail('CONFLICT', `Đã có ${nameOf(ref)}; không khôi phục đè lên.`);
      aggregates.set(keyOf(ref), found.aggregate);
      if (found.files) files.set(keyOf(ref), found.files);
      trashed.delete(trashId);
      return ok(ref);
    },
    purge: async (ref, what, reason, meta) =>
      inTurn(ref, async () => {
        const allowed = writable(ref);
        if (!allowed.ok) return allowed;
        const aggregate = aggregates.get(keyOf(ref));
        if (!aggregate) return fail('NOT_FOUND', `Không có ${nameOf(ref)}.`);
        if (aggregate.replies.has(meta.requestId)) return ok({ removedFrom: ['Dữ liệu đang dùng'] });
        const stale = conflict(ref, meta, aggregate.revision);
        if (!stale.ok) return stale;
        const gone = [...(what.records ?? []), ...(what.files ?? []).map((id) => ({ table: 'files', id }))];
        const isGone = (table: string, id: string): boolean =>
          gone.some((one) => one.table === table && one.id === id);
        for (const sha256 of what.files ?? []) files.get(keyOf(ref))?.delete(sha256);
        const purged = { at: meta.at, by: meta.by, reason };
        aggregate.history = aggregate.history.map((entry) =>
          entry.changes.some((change) => isGone(change.table, change.id))
            ? { ...entry, changes: [], purged }
            : entry,
        );
        const revision = aggregate.revision + 1;
        const changes = gone.map(({ table, id }) => ({ table, id, before: null, after: null }));
        aggregate.tables.apply(revision, changes);
        const { at, by, command, requestId } = meta;
        record(aggregate, { revision, at, by, command, requestId, changes: [], purged }, null);
        return ok({ removedFrom: ['Dữ liệu đang dùng', 'Lịch sử thay đổi'] });
      }),
    check: async () => [],
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await Promise.all(queues.values());
    },
  };
}
