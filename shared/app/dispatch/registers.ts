/** The books of outgoing documents: which there are, a page of one, one line. */
import type { RegisterEntry } from '../../domain/dispatch/model';
import {
  blankQuestion,
  dateQuestions,
  dayQuestions,
  gapsOf,
  gapsWithReasons,
  lastNumber,
  lastOnPaper,
  nextNumber,
  numbersOf,
  numberTextOf,
  reuseQuestion,
} from '../../domain/dispatch/numbering';
import { ENTRY_KIND_WORDS } from '../../domain/dispatch/register-words';
import { checkFree } from '../../domain/dispatch/take-number';
import { PLAN_ID } from '../../domain/plan/model';
import { fail, ok, type Result } from '../../result';
import type { RegisterBookRow } from '../../rpc/contract/register';
import { prepareQuery, score } from '../../text/search';
import { prepareText, type PreparedText } from '../../text/search-words';
import { loadDossier, loadOffice, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { bookOf, loadRegister } from './book-of';
import { withReplacements } from './replacements';

/** Every book, by title; what it holds and what is open in it. */
export async function allBooks(app: App): Promise<Result<RegisterBookRow[]>> {
  const rows: RegisterBookRow[] = [];
  for (const { ref } of await app.ports.store.list('register')) {
    const loaded = await app.ports.store.load({ kind: 'register', id: ref.id });
    if (!loaded.ok) return loaded;
    const view = loaded.value?.view;
    const series = view?.get('series', 'series');
    if (!view || !series) continue;
    const entries = view.list('entries');
    const onPaper = lastOnPaper(view);
    rows.push({
      seriesId: ref.id,
      title: series.title,
      series,
      last: lastNumber(entries, onPaper),
      next: nextNumber(entries, onPaper),
      entries: entries.length,
      reserved: entries.reduce((sum, { kind }) => sum + (kind === 'reserved' ? 1 : 0), 0),
      unexplained: gapsOf(entries, onPaper).filter((number) => !view.get('gaps', String(number))).length,
    });
  }
  return ok(rows.sort((a, b) => (a.title < b.title ? -1 : 1)));
}

export function listRegisters(app: App): Handler<'register.list'> {
  return async () => allBooks(app);
}

/** Asked before a line is written by hand, as `dispatch.nextNumber` is for a document of a dossier. */
export function proposeLine(app: App): Handler<'register.next'> {
  return async ({ date, number: wished, ...named }) => {
    const { today } = nowOf(app);
    const day = date ?? today;
    const book = await bookOf(app, named, day);
    if (!book.ok) return book;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const { choice, issuer, type } = book.value;
    const loaded = await app.ports.store.load({ kind: 'register', id: choice.seriesId });
    if (!loaded.ok) return loaded;
    const view = loaded.value?.view;
    const numbers = numbersOf(view);
    const number = wished ?? nextNumber(numbers.entries, numbers.onPaper);
    // What is written by hand may be a document of the paper book.
    const free = view && wished !== null ? checkFree(view, wished, true) : ok(null);
    const leaves = blankQuestion(numbers, number);
    const questions = (leaves === null ? dateQuestions : dayQuestions)(
      numbers,
      number,
      day,
      issuer,
      office.value.profile.term,
      today,
    );
    const reused = reuseQuestion(view?.get('entries', number.toString()));
    return ok({
      title: choice.series.title,
      number,
      numberText: numberTextOf(issuer, type, number),
      warnings: reused === null ? questions : [reused, ...questions],
      leaves,
      taken: free.ok ? null : free.error.message,
    });
  };
}

/** Lines never change in place, so what was prepared for one stays right as long as the line is held. */
const prepared = new WeakMap<RegisterEntry, PreparedText>();

function preparedText(entry: RegisterEntry): PreparedText {
  const known = prepared.get(entry);
  if (known) return known;
  const { subject, signer, recipients, note, reserved, voided } = entry;
  const text = prepareText(
    [subject, signer, recipients, note, reserved?.holder, reserved?.reason, voided?.reason, ENTRY_KIND_WORDS[entry.kind]].join(' '),
    [entry.numberText, String(entry.number)],
  ); // prettier-ignore
  prepared.set(entry, text);
  return text;
}

/** A page of a book: the window never holds more lines than it shows. */
export function getRegister(app: App): Handler<'register.get'> {
  return async ({ seriesId, year, query: text, filter, offset, limit }) => {
    const loaded = await loadRegister(app, seriesId);
    if (!loaded.ok) return loaded;
    const { view, revision } = loaded.value;
    const series = view.get('series', 'series');
    if (!series) return fail('NOT_FOUND', 'Không có sổ đăng ký này.');
    const all = view.list('entries');
    const onPaper = lastOnPaper(view);
    const ofYear = year === null ? all : all.filter(({ date }) => date.startsWith(`${year}-`));
    const query = prepareQuery(text);
    const found = ofYear.filter(
      (entry) =>
        (filter === 'all' || entry.kind === filter) &&
        (query.words.length === 0 || score(preparedText(entry), query) > 0),
    );
    found.sort((a, b) => b.number - a.number);
    const count = (kind: RegisterEntry['kind']): number =>
      ofYear.reduce((sum, entry) => sum + (entry.kind === kind ? 1 : 0), 0);
    return ok({
      revision,
      seriesId,
      series,
      years: [...new Set(all.map(({ date }) => Number(date.slice(0, 4))))].sort((a, b) => b - a),
      entries: await withReplacements(app, found.slice(offset, offset + limit)),
      total: found.length,
      counts: {
        all: ofYear.length,
        issued: count('issued'),
        reserved: count('reserved'),
        void: count('void'),
      },
      next: nextNumber(all, onPaper),
      gaps: [...gapsWithReasons(view)],
      paper: view.get('paper', 'paper') ?? null,
    });
  };
}

export function getRegisterLine(app: App): Handler<'register.line'> {
  return async ({ seriesId, number }) => {
    const loaded = await loadRegister(app, seriesId);
    if (!loaded.ok) return loaded;
    const { view, revision } = loaded.value;
    const series = view.get('series', 'series');
    const entry = view.get('entries', number.toString());
    if (!series || !entry) return fail('NOT_FOUND', 'Sổ không có dòng này.');
    const dossier = entry.dossierId === null ? null : await loadDossier(app, entry.dossierId);
    const [shown] = await withReplacements(app, [entry]);
    return ok({
      revision,
      seriesId,
      series,
      entry: { ...entry, replacement: shown?.replacement ?? '' },
      dossier:
        dossier?.ok === true
          ? { dossierId: dossier.value.ref.id, title: dossier.value.view.get('plan', PLAN_ID)?.title ?? '' }
          : null,
    });
  };
}
