import { ok } from '../../result';
import { OFFICE_REF, type App } from '../application';
import type { Handler } from '../handlers';

/** The whole office; `profile` null before first run. */
export function getOffice(app: App): Handler<'office.get'> {
  return async () => {
    const loaded = await app.ports.store.load(OFFICE_REF);
    if (!loaded.ok) return loaded;
    const view = loaded.value?.view;
    return ok({
      revision: loaded.value?.revision ?? 0,
      profile: view?.get('profile', 'profile') ?? null,
      entries: [...(view?.list('entries') ?? [])].sort((a, b) => a.order - b.order),
      signers: [...(view?.list('signers') ?? [])],
      indicators: [...(view?.list('indicators') ?? [])].sort((a, b) => a.order - b.order),
      holidays: [...(view?.list('holidays') ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
      retention: [...(view?.list('retention') ?? [])],
      defaults: view?.get('defaults', 'report') ?? null,
    });
  };
}
