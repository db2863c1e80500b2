import { registerPage } from '../../documents/register-page';
import type { RegisterBookInput } from '../../documents/register-rows';
import { registerWorkbook } from '../../documents/register-workbook';
import type { RegisterEntry } from '../../domain/dispatch/model';
import { ok, type Result } from '../../result';
import { safeFileName } from '../../text/file-name';
import { loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { exportIncoming } from '../incoming/export';
import { ruleProfile } from '../rule-profiles';

/** Lines of all series whose document is of the year, by day, then series, then number. */
async function linesOf(app: App, year: number): Promise<Result<RegisterEntry[]>> {
  const lines: { readonly series: string; readonly entry: RegisterEntry }[] = [];
  for (const { ref } of await app.ports.store.list('register')) {
    const loaded = await app.ports.store.load({ kind: 'register', id: ref.id });
    if (!loaded.ok) return loaded;
    for (const entry of loaded.value?.view.list('entries') ?? [])
      if (entry.date.startsWith(`${year}-`)) lines.push({ series: ref.id, entry });
  }
  lines.sort(
    (a, b) =>
      (a.entry.date < b.entry.date ? -1 : a.entry.date > b.entry.date ? 1 : 0) ||
      (a.series < b.series ? -1 : a.series > b.series ? 1 : 0) ||
      a.entry.number - b.entry.number,
  );
  return ok(lines.map(({ entry }) => entry));
}

/** The book of a year: văn bản đi here, the two of văn bản đến where their lines lie. */
export function exportRegister(app: App): Handler<'register.export'> {
  return async ({ book, year, format }) => {
    if (book !== 'di') return exportIncoming(app, book, year, format);
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const entries = await linesOf(app, year);
    if (!entries.ok) return entries;
    const { profile } = office.value;
    const input: RegisterBookInput = {
      office: profile,
      scope: `năm ${year}`,
      entries: entries.value,
      createdAt: nowOf(app).now,
    };
    let written: Result<Uint8Array>;
    if (format === 'xlsx') written = await app.ports.spreadsheetWriter.write(registerWorkbook(input));
    else {
      const rules = await ruleProfile(app, profile.ruleProfileId);
      if (!rules.ok) return rules;
      written = await app.ports.pdfWriter.write(registerPage(rules.value, input));
    }
    if (!written.ok) return written;
    const name = safeFileName(`Sổ đăng ký văn bản đi năm ${year}.${format}`);
    return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), rows: entries.value.length });
  };
}
