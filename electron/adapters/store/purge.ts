/**
 * Xóa hẳn: content that must not be there (a file marked MẬT found late, personal data) leaves live data, history,
 * snapshots, trash, quarantine and reachable backups. Each line that held it becomes a sealed tombstone.
 *
 * A journal (`purge.json`) is written first and removed last, so that a purge that a crash interrupted is completed
 * when the store opens; every step may be done twice.
 */
import { basename, join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { CommitMeta, Ref } from '../../../shared/ports/store';
import { AGGREGATE_KINDS } from '../../../shared/schema/aggregates';
import { HISTORY_FILE, applyLine, emptyAggregate, historyPath } from './aggregate';
import type { Aggregate } from './aggregate';
import { requireWritable } from './aggregate-cache';
import type { AggregateCache } from './aggregate-cache';
import { openBackup, writeBackup } from './backup-archive';
import { backupFiles } from './kept-backups';
import type { OpenBackup } from './backup-archive';
import { checkRevision } from './commit';
import type { StoreContext } from './context';
import { decodeText, readWhole, replaceFile } from './durable';
import { encodeLine, encodeSealedLine, parseLine, splitLines } from './history-line';
import type { LineEntry } from './history-line';
import { hindrance, ioFailure } from './io-error';
import { keptFiles } from './kept-files';
import { folderOf, nameOf } from './references';
import { mainFile, quarantinePrefix } from './snapshot';
import { removeTexts } from './text-cache';
import { listTrash } from './trash';

const JOURNAL = 'purge.json';

const journalSchema = z.object({
  kind: z.enum(AGGREGATE_KINDS),
  id: z.string(),
  files: z.array(z.string()),
  records: z.array(z.object({ table: z.string(), id: z.string() })),
  reason: z.string(),
  meta: z.object({ at: z.string(), by: z.string(), command: z.string(), requestId: z.string() }),
});
type Journal = z.infer<typeof journalSchema>;

export interface PurgeWhat {
  readonly files?: readonly string[];
  readonly records?: readonly { table: string; id: string }[];
}

/** In the aggregate's turn and alone in the store. Says from where content was removed. */
export async function purgeContent(
  context: StoreContext,
  cache: AggregateCache,
  ref: Ref,
  what: PurgeWhat,
  reason: string,
  meta: CommitMeta,
): Promise<Result<{ removedFrom: readonly string[] }>> {
  const found = await cache.obtain(ref);
  if (!found.ok) return found;
  const aggregate = found.value;
  if (!aggregate) return fail('NOT_FOUND', `Không có ${nameOf(ref)}.`);
  const allowed = requireWritable(context, aggregate);
  if (!allowed.ok) return allowed;
  const files = what.files ?? [];
  const records = [...(what.records ?? []), ...files.map((id) => ({ table: 'files', id }))];
  if (records.length === 0) return fail('BAD_REQUEST', 'Chưa chọn tệp hay mục nào để xóa hẳn.');
  if (!aggregate.requests.has(meta.requestId)) {
    const fresh = checkRevision(ref, meta, aggregate.revision);
    if (!fresh.ok) return fresh;
  }
  const { at, by, command, requestId } = meta;
  const journal: Journal = {
    ...ref,
    files: [...files],
    records,
    reason,
    meta: { at, by, command, requestId },
  };
  const path = join(context.folder, JOURNAL);
  try {
    await replaceFile(context.fs, path, Buffer.from(JSON.stringify(journal)), context.ids.next());
    const removedFrom = await carryOut(context, cache, aggregate, journal);
    await context.fs.remove(path);
    return ok({ removedFrom });
  } catch (error) {
    return ioFailure(
      `Chưa xóa hẳn xong nội dung khỏi ${nameOf(ref)}; việc này được làm tiếp khi mở lại chương trình, hoặc hãy làm lại ngay`,
      error,
    );
  }
}

/** Completes a purge that was interrupted, when the store opens. */
export async function completePurge(context: StoreContext, cache: AggregateCache): Promise<void> {
  const path = join(context.folder, JOURNAL);
  const bytes = await readWhole(context.fs, path);
  if (!bytes) return;
  try {
    const parsed = journalSchema.safeParse(JSON.parse(decodeText(bytes)));
    if (!parsed.success) throw new Error('the journal cannot be read');
    const ref = { kind: parsed.data.kind, id: parsed.data.id };
    const found = await cache.obtain(ref);
    if (found.ok && found.value) await carryOut(context, cache, found.value, parsed.data);
    await context.fs.remove(path);
    context.notices.push({
      severity: 'warning',
      place: JOURNAL,
      message: `Việc xóa hẳn dở dang khỏi ${nameOf(ref)} đã được làm xong.`,
      repaired: true,
    });
  } catch (error) {
    context.notices.push({
      severity: 'error',
      place: JOURNAL,
      message: `Một việc xóa hẳn dở dang chưa làm xong được: ${hindrance(error)}. Hãy làm lại việc xóa hẳn.`,
      repaired: false,
    });
  }
}

async function carryOut(
  context: StoreContext,
  cache: AggregateCache,
  aggregate: Aggregate,
  journal: Journal,
): Promise<readonly string[]> {
  const removedFrom: string[] = [];
  for (const file of await backupFiles(context.fs, context.folder))
    if (await purgeBackup(context, file, aggregate.ref, journal))
      removedFrom.push(`Bản sao lưu ${basename(file)}`);
  for (const trashed of await listTrash(context))
    if (trashed.ref.kind === aggregate.ref.kind && trashed.ref.id === aggregate.ref.id)
      if (await purgeFolder(context, trashed.path, aggregate.ref, journal)) removedFrom.push('Thùng rác');
  if (await purgeQuarantine(context, aggregate.ref)) removedFrom.push('Thư mục cách ly (quarantine)');

  // Derived and there or not as it happens: part of the data in use, told with them.
  await removeTexts(context, journal.files);

  const inHistory = await rewriteLive(context, cache, aggregate, journal, removedFrom);
  if (inHistory) removedFrom.unshift('Lịch sử thay đổi');
  removedFrom.unshift('Dữ liệu đang dùng');
  return removedFrom;
}

/** History with tombstones and the purge's own line; then snapshot and files. Whether a line became a tombstone. */
async function rewriteLive(
  context: StoreContext,
  cache: AggregateCache,
  old: Aggregate,
  journal: Journal,
  removedFrom: readonly string[],
): Promise<boolean> {
  const { fs, hash, ids } = context;
  const { ref, path } = old;
  // With nothing left to save, no snapshot of the old content is written from here on.
  await cache.save(old);
  const bytes = (await readWhole(fs, historyPath(old))) ?? new Uint8Array();
  const { texts, changed } = entomb(context, bytes.subarray(0, old.historyBytes), journal);
  const lines = [...texts];
  if (!old.requests.has(journal.meta.requestId)) {
    const { at, by } = journal.meta;
    const entry: LineEntry = {
      revision: old.revision + 1,
      ...journal.meta,
      schema: old.schema,
      reply: { removedFrom },
      diff: journal.records.map(({ table, id }) => ({ table, id, before: null, after: null })),
      purged: { at, by, reason: journal.reason },
      removes: { files: journal.files },
    };
    lines.push(encodeLine(entry, old.lastHash, hash).text);
  }
  await replaceFile(fs, historyPath(old), Buffer.from(lines.map((text) => `${text}\n`).join('')), ids.next());

  const next = emptyAggregate(ref, path, old.schema);
  for (const text of lines) {
    const line = parseLine(text, hash);
    const spot = { offset: next.historyBytes, length: Buffer.byteLength(text) + 1 };
    if (line) applyLine(next, line.entry, line.hash, spot);
  }
  // The old snapshot still holds what was removed.
  await fs.remove(join(path, mainFile(ref)));
  await fs.removeFolder(join(path, 's'));
  cache.adopt(next);
  await cache.save(next);
  await removeFiles(context, path, journal);
  await cache.saveCatalog();
  return changed;
}

/** The lines with tombstones for those that held what is to go. */
function entomb(
  context: StoreContext,
  bytes: Uint8Array,
  journal: Journal,
): { texts: string[]; changed: boolean } {
  const gone = new Set(journal.records.map(({ table, id }) => `${table}/${id}`));
  let changed = false;
  const texts = splitLines(bytes, 0).lines.map(({ text }) => {
    const line = parseLine(text, context.hash);
    if (!line || line.entry.removes) return text;
    const kept = line.entry.diff.filter(({ table, id }) => !gone.has(`${table}/${id}`));
    if (kept.length === line.entry.diff.length) return text;
    changed = true;
    const { revision, at, by, command, requestId, schema } = line.entry;
    const tombstone: LineEntry = {
      revision,
      at,
      by,
      command,
      requestId,
      schema,
      diff: kept,
      purged: { at: journal.meta.at, by: journal.meta.by, reason: journal.reason },
    };
    return encodeSealedLine(tombstone, line.prevHash, line.hash, context.hash);
  });
  return { texts, changed };
}

async function removeFiles(context: StoreContext, path: string, journal: Journal): Promise<boolean> {
  let removed = false;
  for (const file of await keptFiles(context, path)) {
    if (!journal.files.includes(file.sha256)) continue;
    await context.fs.remove(join(path, 'files', file.name));
    removed = true;
  }
  if (removed) await context.fs.syncFolder(join(path, 'files'));
  return removed;
}

/** A copy in the trash: its snapshot goes (the history rebuilds it). */
async function purgeFolder(
  context: StoreContext,
  path: string,
  ref: Ref,
  journal: Journal,
): Promise<boolean> {
  const { fs, ids } = context;
  const bytes = await readWhole(fs, join(path, HISTORY_FILE));
  const { texts, changed } = entomb(context, bytes ?? new Uint8Array(), journal);
  if (changed) {
    await replaceFile(
      fs,
      join(path, HISTORY_FILE),
      Buffer.from(texts.map((text) => `${text}\n`).join('')),
      ids.next(),
    );
    await fs.remove(join(path, mainFile(ref)));
    await fs.removeFolder(join(path, 's'));
  }
  return (await removeFiles(context, path, journal)) || changed;
}

/** Damaged copies of this aggregate can't be searched: they go altogether. */
async function purgeQuarantine(context: StoreContext, ref: Ref): Promise<boolean> {
  const folder = join(context.folder, 'quarantine');
  let removed = false;
  for (const entry of await context.fs.list(folder)) {
    if (!entry.name.startsWith(quarantinePrefix(ref))) continue;
    await context.fs.remove(join(folder, entry.name));
    removed = true;
  }
  return removed;
}

/** Writes the backup anew without the content. A backup that can't be read is left and named in the log of faults. */
async function purgeBackup(
  context: StoreContext,
  file: string,
  ref: Ref,
  journal: Journal,
): Promise<boolean> {
  const folder = folderOf(ref);
  const opened = await openBackup(context.fs, file);
  if (!opened.ok || !folder.ok) return false;
  const backup = opened.value;
  try {
    const historyName = `${folder.value}/${HISTORY_FILE}`;
    const history = await backup.read(historyName);
    if (!history) return false;
    const { texts, changed } = entomb(context, history, journal);
    const goes = (name: string): boolean =>
      journal.files.some((sha256) => name.startsWith(`${folder.value}/files/${sha256}.`));
    if (!changed && !backup.manifest.entries.some((entry) => goes(entry.name))) return false;
    const { createdAt, appVersion, reason } = backup.manifest;
    const sources = backup.manifest.entries
      .filter((entry) => !goes(entry.name))
      .map((entry) => ({
        name: entry.name,
        content: () =>
          entry.name === historyName
            ? one(texts.map((text) => `${text}\n`).join(''))
            : contentOf(backup, entry.name),
      }));
    await writeBackup(context.fs, file, { createdAt, appVersion, reason }, sources, context.ids.next());
    return true;
  } finally {
    await backup.close();
  }
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function* contentOf(backup: OpenBackup, name: string): AsyncGenerator<Uint8Array> {
  yield* await backup.stream(name);
}
