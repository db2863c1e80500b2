/** The backups that lie in the data folder, by the moment at which they were made. */
import { join } from 'node:path';
import type { BackupInfo, Ref } from '../../../shared/ports/store';
import { HISTORY_FILE } from './aggregate';
import { openBackup } from './backup-archive';
import type { Manifest } from './backup-archive';
import type { StoreContext } from './context';
import type { FileSystem } from './file-system';
import { folderOf } from './references';

export const BACKUP_FOLDER = 'backups';
/** Of one and the same moment: `…-9` before `…-10`, and a name without a number before both. */
const BY_NAME = new Intl.Collator('en', { numeric: true });

interface KeptBackup {
  readonly file: string;
  /** null where it can't be opened. */
  readonly info: BackupInfo | null;
}

/**
 * The zips in the data folder's `backups`, newest first. A name tells the minute only, and the second backup of a minute
 * may have any name: the moment is the manifest's. What can't be opened comes last.
 */
export async function keptBackups(fs: FileSystem, dataFolder: string): Promise<readonly KeptBackup[]> {
  const entries = await fs.list(join(dataFolder, BACKUP_FOLDER));
  const found: KeptBackup[] = [];
  for (const { name, folder } of entries) {
    if (folder || !name.endsWith('.zip')) continue;
    const file = join(dataFolder, BACKUP_FOLDER, name);
    const opened = await openBackup(fs, file);
    if (opened.ok) await opened.value.close();
    found.push({ file, info: opened.ok ? infoOf(file, opened.value.manifest, opened.value.bytes) : null });
  }
  const moment = ({ info }: KeptBackup): number => (info && Date.parse(info.createdAt)) || 0;
  return found.sort(
    (a, b) => moment(b) - moment(a) || BY_NAME.compare(b.file.slice(0, -4), a.file.slice(0, -4)),
  );
}

/** Full paths of them, in the same order. */
export async function backupFiles(fs: FileSystem, dataFolder: string): Promise<readonly string[]> {
  return (await keptBackups(fs, dataFolder)).map(({ file }) => file);
}

export function infoOf(file: string, manifest: Manifest, bytes: number): BackupInfo {
  const { createdAt, aggregates, files } = manifest;
  return { file, createdAt, bytes, aggregates, files };
}

export interface BackupCopy {
  readonly file: string;
  readonly createdAt: string;
  readonly history: Uint8Array;
  /** Names of its kept files: `<sha256>.<ext>`. */
  readonly files: readonly string[];
  readFile(name: string): Promise<Uint8Array | null>;
}

/** Good copies of one aggregate in the reachable backups, newest first; damaged ones are passed over. */
export async function* backupsHolding(context: StoreContext, ref: Ref): AsyncGenerator<BackupCopy> {
  const folder = folderOf(ref);
  if (!folder.ok) return;
  for (const file of await backupFiles(context.fs, context.folder)) {
    const opened = await openBackup(context.fs, file);
    if (!opened.ok) continue;
    const backup = opened.value;
    try {
      const history = await backup.read(`${folder.value}/${HISTORY_FILE}`);
      if (!history) continue;
      const prefix = `${folder.value}/files/`;
      yield {
        file,
        createdAt: backup.manifest.createdAt,
        history,
        files: backup.manifest.entries
          .filter((entry) => entry.name.startsWith(prefix))
          .map((entry) => entry.name.slice(prefix.length)),
        // Opened anew: the copy is used after this loop went on.
        readFile: async (name) => {
          const again = await openBackup(context.fs, file);
          if (!again.ok) return null;
          try {
            return await again.value.read(prefix + name);
          } finally {
            await again.value.close();
          }
        },
      };
    } finally {
      await backup.close();
    }
  }
}
