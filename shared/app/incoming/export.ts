/** Sổ đăng ký văn bản đến and Sổ theo dõi giải quyết văn bản đến of a year. */
import { incomingPage } from '../../documents/incoming-page';
import {
  INCOMING_BOOK_NAMES,
  type IncomingBookInput,
  type IncomingBookKind,
} from '../../documents/incoming-rows';
import { incomingWorkbook } from '../../documents/incoming-workbook';
import { arrivalGaps, entryId } from '../../domain/incoming/numbering';
import { ok, type Result } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import { safeFileName } from '../../text/file-name';
import { loadOffice, nowOf, offer, type App } from '../application';
import { ruleProfile } from '../rule-profiles';
import { loadBook } from './book';

export async function exportIncoming(
  app: App,
  kind: IncomingBookKind,
  year: number,
  format: 'xlsx' | 'pdf',
): Promise<Result<OutputOf<'register.export'>>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const book = await loadBook(app);
  if (!book.ok) return book;
  const entries = book.value.entries
    .filter((entry) => entry.year === year)
    .sort((a, b) => a.number - b.number);
  const { profile } = office.value;
  const input: IncomingBookInput = {
    kind,
    office: profile,
    year,
    entries,
    gaps: arrivalGaps(entries, year).map((number) => ({
      number,
      reason: book.value.view?.get('gaps', entryId(year, number))?.reason ?? null,
    })),
    createdAt: nowOf(app).now,
  };
  let written: Result<Uint8Array>;
  if (format === 'xlsx') written = await app.ports.spreadsheetWriter.write(incomingWorkbook(input));
  else {
    const rules = await ruleProfile(app, profile.ruleProfileId);
    if (!rules.ok) return rules;
    written = await app.ports.pdfWriter.write(incomingPage(rules.value, input));
  }
  if (!written.ok) return written;
  const name = safeFileName(`${INCOMING_BOOK_NAMES[kind]} năm ${year}.${format}`);
  return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), rows: entries.length });
}
