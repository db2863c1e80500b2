/** Every method of closing, packages and backups. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { createBackup, listBackups, restoreBackup, useFolder, verifyBackup } from './backups';
import { checkArchive, closeArchive, reopenArchive } from './closing';
import { exportArchive } from './export';
import { verifyArchive } from './verify';

export function archiveHandlers(app: App) {
  return {
    'archive.check': checkArchive(app),
    'archive.close': closeArchive(app),
    'archive.reopen': reopenArchive(app),
    'archive.export': exportArchive(app),
    'archive.verify': verifyArchive(app),
    'backup.create': createBackup(app),
    'backup.list': listBackups(app),
    'backup.verify': verifyBackup(app),
    'backup.restore': restoreBackup(app),
    'store.useFolder': useFolder(app),
  } satisfies Partial<Handlers>;
}
