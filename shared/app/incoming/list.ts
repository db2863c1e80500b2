/** The book's pages, and one line of it. */
import { partsOf } from '../../date/plain-date';
import type { IncomingEntry } from '../../domain/incoming/model';
import { arrivalGapsWithReasons, lastArrivalOnPaper, nextArrival } from '../../domain/incoming/numbering';
import { sameDocument, sameWords } from '../../domain/incoming/questions';
import { isOpen, isOverdue, needsPlan, passes } from '../../domain/incoming/standing';
import { documentWords } from '../../domain/incoming/words';
import { fail, ok } from '../../result';
import { isEmptyQuery, prepareQuery, score } from '../../text/search';
import { prepareText, type PreparedText } from '../../text/search-words';
import { nowOf, offer, INCOMING_REF, type App } from '../application';
import type { Handler } from '../handlers';
import { loadBook, planTitles, rowOf } from './book';

/** Lines never change in place, so what was prepared for one stays right as long as the line is held. */
const prepared = new WeakMap<IncomingEntry, PreparedText>();

function preparedText(entry: IncomingEntry): PreparedText {
  const known = prepared.get(entry);
  if (known) return known;
  const text = prepareText(
    [entry.subject, entry.issuer, entry.documentKind, entry.receiver, entry.handler, entry.note].join(' '),
    [entry.numberText, String(entry.number)],
  );
  prepared.set(entry, text);
  return text;
}

export function listIncoming(app: App): Handler<'incoming.list'> {
  return async (input) => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    const { now, today } = nowOf(app);
    const thisYear = partsOf(today).year;
    const years = [...new Set([thisYear, ...book.value.entries.map(({ year }) => year)])].sort(
      (a, b) => b - a,
    );
    const year = input.year ?? thisYear;
    const { view } = book.value;
    const ofYear = book.value.entries.filter((entry) => entry.year === year);
    const query = prepareQuery(input.query);
    const found = ofYear.filter(
      (entry) =>
        passes(entry, input.filter, now) && (isEmptyQuery(query) || score(preparedText(entry), query) > 0),
    );
    found.sort((a, b) => b.number - a.number);
    const titles = await planTitles(app);
    const count = (test: (entry: IncomingEntry) => boolean): number =>
      ofYear.reduce((sum, entry) => sum + (test(entry) ? 1 : 0), 0);
    return ok({
      revision: book.value.revision,
      year,
      years,
      rows: found.slice(input.offset, input.offset + input.limit).map((entry) => rowOf(app, entry, titles)),
      total: found.length,
      counts: {
        all: ofYear.length,
        open: count(isOpen),
        overdue: count((entry) => isOverdue(entry, now)),
        'no-plan': count(needsPlan),
      },
      next: nextArrival(ofYear, year, lastArrivalOnPaper(view, year)),
      gaps: view === null ? [] : [...arrivalGapsWithReasons(view, year)],
      paper: view?.get('paper', String(year)) ?? null,
    });
  };
}

const NO_LINE = 'Không tìm thấy dòng này trong sổ văn bản đến.';

export function getIncoming(app: App): Handler<'incoming.get'> {
  return async ({ id }) => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    const { view, revision } = book.value;
    const entry = view?.get('entries', id);
    if (!view || !entry) return fail('NOT_FOUND', NO_LINE);
    const other = entry.supersededBy === null ? undefined : view.get('entries', entry.supersededBy);
    return ok({
      ...rowOf(app, entry, await planTitles(app)),
      revision,
      trace: entry.trace,
      fileNames: entry.files.map((sha256) => {
        const file = view.get('files', sha256);
        return { sha256, name: file?.name ?? 'Tệp đã xóa hẳn', bytes: file?.bytes ?? 0 };
      }),
      supersededByWords:
        other === undefined ? null : `${documentWords(other)}, số đến ${other.number}/${other.year}`,
    });
  };
}

/** Told before a number is taken: what was entered twice would have to be void. */
export function findSameDocument(app: App): Handler<'incoming.sameAs'> {
  return async (marks) => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    const same = sameDocument(book.value.entries, { ...marks, id: null });
    return ok(same ? { id: same.id, words: sameWords(same) } : null);
  };
}

/** A kept file as it came. */
export function getIncomingFile(app: App): Handler<'incoming.file'> {
  return async ({ id, sha256 }) => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    const { view } = book.value;
    const file = view?.get('entries', id)?.files.includes(sha256) ? view.get('files', sha256) : undefined;
    if (!file) return fail('NOT_FOUND', 'Dòng này không có tệp đó.');
    const bytes = await app.ports.store.getFile(INCOMING_REF, sha256);
    if (!bytes.ok) return bytes;
    return ok(await offer(app, [{ name: file.name, bytes: bytes.value }], file.name));
  };
}
