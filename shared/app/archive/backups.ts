/** Backups through their port. */
import { ok } from '../../result';
import { nowOf, type App } from '../application';
import type { Handler } from '../handlers';

export function createBackup(app: App): Handler<'backup.create'> {
  return async ({ reason }) => app.ports.backups.create({ reason, at: nowOf(app).now });
}

export function listBackups(app: App): Handler<'backup.list'> {
  return async () => ok([...(await app.ports.backups.list())]);
}

export function verifyBackup(app: App): Handler<'backup.verify'> {
  return async ({ file }) => {
    const verified = await app.ports.backups.verify(file);
    return verified.ok ? ok({ ...verified.value, errors: [...verified.value.errors] }) : verified;
  };
}

/** Into a new folder; the folder in use is never touched. */
export function restoreBackup(app: App): Handler<'backup.restore'> {
  return async ({ file, newFolder }) => app.ports.backups.restore(file, newFolder);
}

/** The restored data, or the data before them, from the next start on. */
export function useFolder(app: App): Handler<'store.useFolder'> {
  return async ({ folder }) => app.ports.dataChoice.use(folder);
}
