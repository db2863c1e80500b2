import { createMatcher } from '../../domain/office/match';
import type { ReadingTools } from '../../domain/plan/items-from-parsed';
import type { Result } from '../../result';
import { ok } from '../../result';
import { OFFICE_REF, type App } from '../application';

/** What turns a reading into items: the office's directory, fingerprints and new ids. */
export async function readingTools(app: App): Promise<Result<ReadingTools>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  const view = loaded.value?.view;
  return ok({
    matcher: createMatcher(view?.list('entries') ?? [], view?.get('profile', 'profile')?.place ?? ''),
    hash: (text) => app.ports.hash.sha256(text),
    newId: () => app.ports.ids.next(),
  });
}
