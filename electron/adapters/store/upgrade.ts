/**
 * Before data of an older format is touched: a backup of the whole folder, and every migration once in memory. Where
 * one fails, nothing has been written, and the program that wrote the data opens it as before.
 */
import { join } from 'node:path';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { AGGREGATE_KINDS } from '../../../shared/schema/aggregates';
import { HISTORY_FILE } from './aggregate';
import { openBackup } from './backup-archive';
import { BACKUP_FOLDER, backupFiles } from './kept-backups';
import type { StoreContext } from './context';
import type { DataFormat } from './data-format';
import { readPart } from './durable';
import type { FileSystem } from './file-system';
import { backUp, filesToBackUp } from './folder-backup';
import type { CommittedLength } from './folder-backup';
import { hindrance } from './io-error';
import { isMigrationFailure, loadAggregate } from './load-aggregate';
import { presentAggregates } from './present';
import { folderOf } from './references';

const REASON = 'Trước khi chuyển đổi dữ liệu';
const FIRST_SHAPE = 1;
const CHUNK = 64 * 1024;

/**
 * `old` is the format the data has, null where it is not known (`format.json` lost or damaged). Without a backup the
 * store becomes read-only; UNAVAILABLE where a migration fails.
 */
export async function prepareUpgrade(context: StoreContext, old: DataFormat | null): Promise<Result<null>> {
  if (context.readOnlyBecause !== null) return ok(null);
  // There is no shape older than the first one.
  if (AGGREGATE_KINDS.every((kind) => context.schemaVersions[kind] === FIRST_SHAPE)) return ok(null);
  const lengths = await historiesOnDisk(context);
  if (lengths.length === 0) return ok(null);
  let backup: string;
  try {
    backup = await backUpBefore(context, lengths);
  } catch (error) {
    context.readOnlyBecause = `Dữ liệu này cần chuyển sang dạng mới nhưng chưa sao lưu trước được: ${hindrance(error)}. Ở đây chỉ xem được; hãy dọn chỗ trên ổ đĩa rồi mở lại chương trình.`;
    return ok(null);
  }
  return tryMigrations(context, lengths, { backup, writtenBy: old?.appVersion ?? null });
}

async function historiesOnDisk(context: StoreContext): Promise<CommittedLength[]> {
  const out: CommittedLength[] = [];
  for (const ref of await presentAggregates(context)) {
    const path = folderOf(ref);
    if (!path.ok) continue;
    const historyBytes = await wholeLines(context.fs, join(context.folder, path.value, HISTORY_FILE));
    if (historyBytes > 0) out.push({ ref, historyBytes });
  }
  return out;
}

/** Length up to the last line's end: what a crash left behind it was never acknowledged. */
async function wholeLines(fs: FileSystem, path: string): Promise<number> {
  for (let end = (await fs.size(path)) ?? 0; end > 0;) {
    const start = Math.max(0, end - CHUNK);
    const at = (await readPart(fs, path, start, end - start)).lastIndexOf(0x0a);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}

/** The backup's file. One that an earlier attempt made of just these files is used again. */
async function backUpBefore(context: StoreContext, lengths: readonly CommittedLength[]): Promise<string> {
  const files = await filesToBackUp(context, lengths);
  const wanted = JSON.stringify(files.map(({ name, bytes }) => [name, bytes]));
  for (const file of await backupFiles(context.fs, context.folder)) {
    const opened = await openBackup(context.fs, file);
    if (!opened.ok) continue;
    const { reason, entries } = opened.value.manifest;
    await opened.value.close();
    if (reason === REASON && JSON.stringify(entries.map(({ name, bytes }) => [name, bytes])) === wanted)
      return file;
  }
  const target = join(context.folder, BACKUP_FOLDER);
  return (await backUp(context, files, { target, at: context.clock.now(), reason: REASON })).file;
}

/** Every aggregate in its new shape, in memory: nothing is written, and damage is the opening's to deal with. */
async function tryMigrations(
  context: StoreContext,
  lengths: readonly CommittedLength[],
  about: { readonly backup: string; readonly writtenBy: string | null },
): Promise<Result<null>> {
  const trial: StoreContext = { ...context, notices: [], readOnlyBecause: REASON };
  for (const { ref } of lengths) {
    const path = folderOf(ref);
    if (!path.ok) continue;
    const loaded = await loadAggregate(trial, ref, join(context.folder, path.value), 0);
    if (loaded.ok || !isMigrationFailure(loaded.error)) continue;
    const by = about.writtenBy === null ? 'phiên bản trước' : `phiên bản ${about.writtenBy}`;
    return fail(
      'UNAVAILABLE',
      `${loaded.error.message} Chưa có gì bị thay đổi: dữ liệu vẫn mở được bằng ${by}, và bản sao lưu nằm tại "${about.backup}". Hãy mở bằng ${by} và báo người phụ trách.`,
      { details: { ...loaded.error.details, backup: about.backup } },
    );
  }
  return ok(null);
}
