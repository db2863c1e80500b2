/** The books of outgoing documents. */
import { gapsOf, nextNumber } from '../../domain/dispatch/numbering';
import { fail, ok } from '../../result';
import { registerSummarySchema } from '../../schema/summarize';
import type { App } from '../application';
import type { Handler } from '../handlers';

export function listRegisters(app: App): Handler<'register.list'> {
  return async () => {
    const rows = (await app.ports.store.list('register')).flatMap(({ ref, summary }) => {
      const known = registerSummarySchema.safeParse(summary);
      return known.success ? [{ seriesId: ref.id, ...known.data }] : [];
    });
    return ok(rows.sort((a, b) => (a.title < b.title ? -1 : 1)));
  };
}

export function getRegister(app: App): Handler<'register.get'> {
  return async ({ seriesId }) => {
    const loaded = await app.ports.store.load({ kind: 'register', id: seriesId });
    if (!loaded.ok) return loaded;
    const series = loaded.value?.view.get('series', 'series');
    if (!loaded.value || !series) return fail('NOT_FOUND', 'Không có sổ đăng ký này.');
    const entries = [...loaded.value.view.list('entries')].sort((a, b) => a.number - b.number);
    return ok({ seriesId, series, entries, next: nextNumber(entries), gaps: [...gapsOf(entries)] });
  };
}
