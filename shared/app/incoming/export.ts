/** Sổ đăng ký văn bản đến and Sổ theo dõi giải quyết văn bản đến of a year. */
import type { PrintedBook } from '../../documents/book-model';
import { incomingBook, type IncomingBookKind } from '../../documents/incoming-book';
import {
  arrivalGapsWithReasons,
  isUnusedArrival,
  lastArrivalOnPaper,
  nextArrival,
} from '../../domain/incoming/numbering';
import { blanksOf } from '../../domain/number-runs';
import { ok, type Result } from '../../result';
import { loadOffice, nowOf, type App } from '../application';
import { loadBook } from './book';

export async function incomingBookOf(
  app: App,
  kind: IncomingBookKind,
  year: number,
): Promise<Result<PrintedBook>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const book = await loadBook(app);
  if (!book.ok) return book;
  const { view } = book.value;
  const ofYear = book.value.entries.filter((entry) => entry.year === year);
  const next = nextArrival(ofYear, year, lastArrivalOnPaper(view, year));
  // A number that was taken back and waits to be given is not in the book yet; one that was mistyped is told.
  const entries = ofYear
    .filter((entry) => !isUnusedArrival(entry) || entry.number < next || entry.voided?.unused === 'mistyped')
    .sort((a, b) => a.number - b.number);
  return ok(
    incomingBook({
      kind,
      office: office.value.profile,
      year,
      entries,
      blanks:
        view === null
          ? []
          : blanksOf(
              entries.map(({ number }) => number),
              arrivalGapsWithReasons(view, year),
              view.get('paper', String(year)) ?? null,
            ),
      createdAt: nowOf(app).now,
    }),
  );
}
