/** The directory as the derivation of duties asks it. */
import type { DirectoryEntry } from '../../domain/office/model';
import { taskDirectory, type TaskDirectory } from '../../domain/task/owing';
import { ok, type Result } from '../../result';
import { OFFICE_REF, type App } from '../application';

export interface LoadedDirectory extends TaskDirectory {
  readonly entries: readonly DirectoryEntry[];
}

/** Empty before first run. */
export async function loadTaskDirectory(app: App): Promise<Result<LoadedDirectory>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  const entries = loaded.value?.view.list('entries') ?? [];
  const place = loaded.value?.view.get('profile', 'profile')?.place ?? '';
  return ok({ entries, ...taskDirectory(entries, place) });
}
