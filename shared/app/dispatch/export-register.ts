/** The office's books as files: văn bản đi and chuyển giao here, the two of văn bản đến where their lines lie. */
import { bookPage } from '../../documents/book-page';
import type { PrintedBook } from '../../documents/book-model';
import { bookWorkbook } from '../../documents/book-workbook';
import { outgoingBook, type PrintedSeries } from '../../documents/outgoing-book';
import { transferBook } from '../../documents/transfer-book';
import { formatDate } from '../../date/plain-date';
import type { RegisterTables, Series } from '../../domain/dispatch/model';
import { gapsWithReasons, isUnused, lastNumber } from '../../domain/dispatch/numbering';
import { blanksOf } from '../../domain/number-runs';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { ParsedInputOf } from '../../rpc/contract';
import { safeFileName } from '../../text/file-name';
import { loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { incomingBookOf } from '../incoming/export';
import { ruleProfile } from '../rule-profiles';
import { loadRegister } from './book-of';
import { withReplacements } from './replacements';
import { transfersIn } from './transfers';

type Wanted = ParsedInputOf<'register.export'>;

/**
 * A blank stretch is printed where the next line is: it belongs to the days around it. What lies on paper after the last
 * line belongs to the year in which that was said.
 */
async function printedSeries(
  app: App,
  view: View<RegisterTables>,
  series: Series,
  year: number | null,
): Promise<PrintedSeries> {
  const wanted = (day: string): boolean => year === null || day.startsWith(`${year}-`);
  const last = lastNumber(view.list('entries'));
  // A number that was taken back and waits to be given is not in the book yet; one that was mistyped is told.
  const all = view
    .list('entries')
    .filter((entry) => !isUnused(entry) || entry.number < last || entry.voided?.unused === 'mistyped')
    .sort((a, b) => a.number - b.number);
  const entries = await withReplacements(
    app,
    all.filter(({ date }) => wanted(date)),
  );
  const paper = view.get('paper', 'paper') ?? null;
  let at = 0;
  const blanks = blanksOf(
    all.map(({ number }) => number),
    gapsWithReasons(view),
    paper,
  ).filter(({ last }) => {
    while ((all[at]?.number ?? Infinity) < last) at += 1;
    const day = all[at]?.date ?? paper?.at;
    return day !== undefined && wanted(day);
  });
  return { title: series.title, entries, blanks };
}

async function outgoing(app: App, { seriesId, year }: Wanted): Promise<Result<PrintedBook>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const { profile } = office.value;
  if (seriesId === null && year === null && profile.system === 'state')
    return fail(
      'BAD_REQUEST',
      'Số văn bản của cơ quan nhà nước chạy theo năm; hãy chọn năm, hoặc chọn một sổ.',
    );
  const ids =
    seriesId === null ? (await app.ports.store.list('register')).map(({ ref }) => ref.id) : [seriesId];
  const printed: PrintedSeries[] = [];
  let scope = profile.term.name;
  let party = true;
  for (const id of ids) {
    const loaded = await loadRegister(app, id);
    if (!loaded.ok) {
      if (seriesId !== null || loaded.error.code !== 'NOT_FOUND') return loaded;
      continue;
    }
    const { view } = loaded.value;
    const series = view.get('series', 'series');
    if (!series) continue;
    if (seriesId !== null) {
      scope = series.scope;
      party = series.system === 'party';
    }
    // The whole term: Party books of it. A state book is of a year and belongs to no term.
    if (seriesId === null && year === null && series.scope !== profile.term.name) continue;
    const one = await printedSeries(app, view, series, year);
    if (one.entries.length > 0 || one.blanks.length > 0 || seriesId !== null) printed.push(one);
  }
  printed.sort((a, b) => (a.title < b.title ? -1 : 1));
  return ok(
    outgoingBook({
      office: profile,
      period: year !== null ? `Năm ${year}` : party ? `Nhiệm kỳ ${scope}` : `Năm ${scope}`,
      series: printed,
      createdAt: nowOf(app).now,
    }),
  );
}

async function transfers(app: App, wanted: Wanted): Promise<Result<PrintedBook>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const { year } = wanted;
  const from = wanted.from ?? (year === null ? null : `${year}-01-01`);
  const to = wanted.to ?? (year === null ? null : `${year}-12-31`);
  if (from === null || to === null)
    return fail('BAD_REQUEST', 'Chọn năm, hoặc chọn từ ngày và đến ngày của sổ chuyển giao.');
  if (from > to) return fail('BAD_REQUEST', `Từ ngày ${formatDate(from)} sau đến ngày ${formatDate(to)}.`);
  const rows = await transfersIn(app, { from, to });
  if (!rows.ok) return rows;
  const wholeYear = wanted.from === null && wanted.to === null;
  return ok(
    transferBook({
      office: office.value.profile,
      period: wholeYear ? `Năm ${year ?? ''}` : `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`,
      rows: rows.value,
      createdAt: nowOf(app).now,
    }),
  );
}

function bookWanted(app: App, wanted: Wanted): Promise<Result<PrintedBook>> {
  const { book, year } = wanted;
  if (book === 'di') return outgoing(app, wanted);
  if (book === 'chuyen-giao') return transfers(app, wanted);
  if (year === null)
    return Promise.resolve(fail('BAD_REQUEST', 'Sổ văn bản đến in theo từng năm; hãy chọn năm.'));
  return incomingBookOf(app, book, year);
}

export function exportRegister(app: App): Handler<'register.export'> {
  return async (wanted) => {
    const book = await bookWanted(app, wanted);
    if (!book.ok) return book;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const rules = await ruleProfile(app, office.value.profile.ruleProfileId);
    if (!rules.ok) return rules;
    const written =
      wanted.format === 'xlsx'
        ? await app.ports.spreadsheetWriter.write(bookWorkbook(book.value))
        : await app.ports.pdfWriter.write(bookPage(rules.value, book.value));
    if (!written.ok) return written;
    const name = safeFileName(
      `${book.value.name}, ${book.value.period.replaceAll('/', '.')}.${wanted.format}`,
    );
    const rows = book.value.lines.filter(({ mark }) => mark !== 'band' && mark !== 'blank').length;
    return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), rows });
  };
}
