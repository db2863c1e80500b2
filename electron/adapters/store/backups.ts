/** Backups of the whole data folder, made while the store is in use; and going back to one, beside it. */
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Instant } from '../../../shared/date/plain-date';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { BackupInfo, Backups } from '../../../shared/ports/store';
import { openBackup, verifyBackup } from './backup-archive';
import type { OpenBackup } from './backup-archive';
import { BACKUP_FOLDER, infoOf, keptBackups } from './kept-backups';
import { refuseSyncedFolder } from './data-format';
import { makeFolderDurably, renameWithRetry, replaceFile } from './durable';
import { backUp, filesToBackUp } from './folder-backup';
import { hindrance, ioFailure } from './io-error';
import { openStore } from './open-store';
import type { DurableStore } from './open-store';
import { backupsToDrop } from './thinning';

/** Backups of `store`. Restoring never touches the folder that `store` has open. */
export function createBackups(store: DurableStore): Backups {
  const { context } = store;
  const { fs } = context;
  const own = join(context.folder, BACKUP_FOLDER);

  const list = async (): Promise<BackupInfo[]> =>
    (await keptBackups(fs, context.folder)).flatMap(({ info }) => (info === null ? [] : [info]));

  const thin = async (now: Instant): Promise<void> => {
    for (const backup of backupsToDrop(await list(), now)) await fs.remove(backup.file);
  };

  return {
    create: ({ folder, reason, at }) =>
      store.exclusive(async () => {
        const target = folder === undefined ? own : absolute(folder);
        if (target === own && context.readOnlyBecause !== null)
          return fail('UNAVAILABLE', context.readOnlyBecause, { details: { readOnly: true } });
        try {
          const files = await filesToBackUp(context, store.committedLengths());
          const { file, manifest, bytes } = await backUp(context, files, { target, at, reason });
          if (target === own) await thin(at).catch(() => undefined);
          return ok(infoOf(file, manifest, bytes));
        } catch (error) {
          return ioFailure(`Không sao lưu được vào “${target}”`, error);
        }
      }),

    list: () => list().catch(() => []),

    async verify(file) {
      const path = absolute(file);
      const opened = await openBackup(fs, path);
      if (!opened.ok)
        return opened.error.code === 'NOT_FOUND'
          ? opened
          : ok({ valid: false, errors: [opened.error.message], info: null });
      const backup = opened.value;
      try {
        const errors = await verifyBackup(fs, path, backup);
        return ok({ valid: errors.length === 0, errors, info: infoOf(path, backup.manifest, backup.bytes) });
      } catch (error) {
        return ioFailure(`Không đọc được tệp sao lưu “${path}”`, error);
      } finally {
        await backup.close();
      }
    },

    async restore(file, newFolder) {
      const path = absolute(file);
      const target = resolve(dirname(context.folder), newFolder);
      const allowed = refuseTarget(context.folder, target);
      if (!allowed.ok) return allowed;
      const opened = await openBackup(fs, path);
      if (!opened.ok) return opened;
      const backup = opened.value;
      const temp = `${target}.restoring-${context.ids.next().slice(0, 8)}`;
      try {
        if ((await fs.list(target)).length > 0 || (await fs.size(target)) !== null)
          return fail('BAD_REQUEST', `Thư mục “${target}” không trống. Hãy chọn một thư mục mới hoặc trống.`);
        const errors = await verifyBackup(fs, path, backup);
        if (errors.length > 0)
          return fail('BAD_REQUEST', `Không khôi phục từ “${path}”: ${errors.join(' ')}`, {
            details: { errors },
          });
        await extract(store, backup, temp);
        const opens = await tryToOpen(store, temp);
        if (!opens.ok) return opens;
        await fs.removeFolder(target);
        await renameWithRetry(fs, temp, target);
        await fs.syncFolder(dirname(target));
        return ok({ folder: target, aggregates: backup.manifest.aggregates, files: backup.manifest.files });
      } catch (error) {
        return fail('UNAVAILABLE', `Không khôi phục được vào “${target}”: ${hindrance(error)}.`);
      } finally {
        await backup.close().catch(() => undefined);
        await fs.removeFolder(temp).catch(() => undefined);
      }
    },
  };
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}

/** Neither the folder in use, nor inside it, nor around it. */
function refuseTarget(inUse: string, target: string): Result<null> {
  const within = (outer: string, inner: string): boolean => {
    const way = relative(outer, inner);
    return way === '' || (!way.startsWith('..') && !isAbsolute(way));
  };
  if (within(inUse, target) || within(target, inUse))
    return fail(
      'FORBIDDEN',
      `Không khôi phục vào thư mục dữ liệu đang dùng (“${inUse}”). Hãy chọn một thư mục mới ở nơi khác.`,
    );
  return refuseSyncedFolder(target);
}

/** Every entry of the (verified) backup; names were checked against a closed pattern when it was opened. */
async function extract(store: DurableStore, backup: OpenBackup, folder: string): Promise<void> {
  const { fs, ids } = store.context;
  await fs.makeFolder(folder);
  for (const entry of backup.manifest.entries) {
    const path = join(folder, ...entry.name.split('/'));
    await makeFolderDurably(fs, folder, dirname(path));
    await replaceFile(fs, path, await backup.stream(entry.name), ids.next());
  }
}

/** What was unpacked opens as a store without a fault. */
async function tryToOpen(store: DurableStore, folder: string): Promise<Result<null>> {
  const { fs, clock, hash, by, appVersion, summarize, migrations, schemaVersions } = store.context;
  const base = { folder, fs, clock, hash, by, appVersion, summarize, migrations, schemaVersions };
  const opened = await openStore({ ...base, hostKind: 'cli' });
  if (!opened.ok) return opened;
  const faults = opened.value.state().notices.filter((notice) => notice.severity === 'error');
  await opened.value.close();
  const [first] = faults;
  return first ? fail('UNAVAILABLE', `Bản sao lưu mở ra có lỗi: ${first.message}`) : ok(null);
}
