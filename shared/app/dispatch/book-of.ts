/** Which book a call means: one that stands, or the one that a type of document and a body are numbered in. */
import type { Book } from '../../domain/dispatch/register-commands';
import { seriesFor, type Issuer } from '../../domain/dispatch/numbering';
import { KIND_OF_TYPE } from '../../domain/plan/plan-record';
import type { PlainDate } from '../../date/plain-date';
import type { Loaded } from '../../ports/store';
import { fail, ok, type Result } from '../../result';
import { loadOffice, type App } from '../application';

const NO_BOOK = 'Không có sổ đăng ký này.';

export async function loadRegister(app: App, seriesId: string): Promise<Result<Loaded<'register'>>> {
  const loaded = await app.ports.store.load({ kind: 'register', id: seriesId });
  if (!loaded.ok) return loaded;
  return loaded.value?.view.get('series', 'series') ? ok(loaded.value) : fail('NOT_FOUND', NO_BOOK);
}

/** The book as a command needs it; `date` chooses the year of a state book that is not named. */
export async function bookOf(
  app: App,
  input: { readonly seriesId: string | null; readonly type: string; readonly issuerSymbol: string | null },
  date: PlainDate,
): Promise<Result<Book>> {
  if (input.seriesId !== null) {
    const loaded = await loadRegister(app, input.seriesId);
    if (!loaded.ok) return loaded;
    const series = loaded.value.view.get('series', 'series');
    if (!series) return fail('NOT_FOUND', NO_BOOK);
    const issuer: Issuer = { system: series.system, symbol: series.issuerSymbol };
    return ok({
      choice: { seriesId: input.seriesId, series },
      issuer,
      type: series.type ?? (input.type === '' ? 'CV' : input.type),
    });
  }
  if (!Object.hasOwn(KIND_OF_TYPE, input.type))
    return fail(
      'BAD_REQUEST',
      `Không có loại văn bản “${input.type}”; có: ${Object.keys(KIND_OF_TYPE).join(', ')}.`,
      { fieldErrors: { type: 'Chọn một loại văn bản.' } },
    );
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const { profile } = office.value;
  const symbol = input.issuerSymbol ?? '';
  const issuer: Issuer = { system: profile.system, symbol: symbol === '' ? profile.symbol : symbol };
  return ok({ choice: seriesFor(issuer, profile.term, input.type, date), issuer, type: input.type });
}
