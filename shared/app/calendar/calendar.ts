/** Lịch: read from the catalogue, so that a year over thousands of dossiers opens none of them. */
import type { PlainDate } from '../../date/plain-date';
import { calendarIcs } from '../../documents/calendar-ics';
import { calendarPage } from '../../documents/calendar-page';
import { calendarWorkbook } from '../../documents/calendar-workbook';
import type { CalendarBookInput } from '../../documents/schedule-rows';
import { eventsOf, incomingEvents, inOrder } from '../../domain/calendar/events';
import type { CalendarEvent, MarkedDay } from '../../domain/calendar/model';
import { entryMap } from '../../domain/report/expected-units';
import { ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { readIncomingSummary } from '../../schema/summarize-incoming';
import { encodeUtf8 } from '../../text/utf8';
import { dayInFileName, safeFileName } from '../../text/file-name';
import { loadOffice, nowOf, offer, OFFICE_REF, type App } from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { createNumberReader } from '../dispatch/number-reader';
import { loadTaskDirectory } from '../task/directory';

interface Range {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

async function eventsIn(app: App, range: Range): Promise<Result<readonly CalendarEvent[]>> {
  const directory = await loadTaskDirectory(app);
  if (!directory.ok) return directory;
  const entries = entryMap(directory.value.entries);
  const { now } = nowOf(app);
  const events: CalendarEvent[] = [];
  for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
    const summary = readDossierSummary(raw);
    if (summary) events.push(...eventsOf(ref.id, summary, entries, now, range, directory.value));
  }
  for (const { summary } of await app.ports.store.list('incoming')) {
    const book = readIncomingSummary(summary);
    if (book) events.push(...incomingEvents(book, range));
  }
  return ok(inOrder(events));
}

async function markedIn(app: App, { from, to }: Range): Promise<Result<readonly MarkedDay[]>> {
  const office = await app.ports.store.load(OFFICE_REF);
  if (!office.ok) return office;
  const holidays = office.value?.view.list('holidays') ?? [];
  return ok(
    holidays
      .filter(({ id }) => id >= from && id <= to)
      .map(({ id, name, kind }) => ({ day: id, name, kind }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  );
}

export function listCalendar(app: App): Handler<'calendar.list'> {
  return async (range) => {
    const events = await eventsIn(app, range);
    if (!events.ok) return events;
    const marked = await markedIn(app, range);
    return marked.ok ? ok({ events: [...events.value], marked: [...marked.value] }) : marked;
  };
}

/** A file for other calendars (.ics), for Excel, or the page to pin up. */
export function exportCalendar(app: App): Handler<'calendar.export'> {
  return async ({ from, to, format }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const events = await eventsIn(app, { from, to });
    if (!events.ok) return events;
    const marked = await markedIn(app, { from, to });
    if (!marked.ok) return marked;
    const { profile } = office.value;
    const input: CalendarBookInput = {
      office: profile,
      from,
      to,
      events: events.value,
      marked: marked.value,
      numberTexts: await planNumbers(app, events.value),
      createdAt: nowOf(app).now,
    };
    const written = await write(app, format, input, profile);
    if (!written.ok) return written;
    const name = safeFileName(`Lịch công tác ${dayInFileName(from)} – ${dayInFileName(to)}.${format}`);
    return ok({
      ...(await offer(app, [{ name, bytes: written.value }], name)),
      events: events.value.length,
    });
  };
}

/** Numbers of the plans that the events are of, from the books; a plan without one is not in it. */
async function planNumbers(app: App, events: readonly CalendarEvent[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(events.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId])));
  const numbers = createNumberReader(app);
  const texts = new Map<string, string>();
  for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
    if (!wanted.has(ref.id)) continue;
    const registration = readDossierSummary(raw)?.registration ?? null;
    const text = await numbers.textOf({ id: ref.id, registration });
    if (text !== null) texts.set(ref.id, text);
  }
  return texts;
}

async function write(
  app: App,
  format: 'ics' | 'xlsx' | 'pdf',
  input: CalendarBookInput,
  office: { readonly issuingBody: string; readonly ruleProfileId: string },
): Promise<Result<Uint8Array>> {
  if (format === 'ics')
    return ok(
      encodeUtf8(
        calendarIcs({ events: input.events, officeName: office.issuingBody, createdAt: input.createdAt }),
      ),
    );
  if (format === 'xlsx') return app.ports.spreadsheetWriter.write(calendarWorkbook(input));
  const rules = await ruleProfile(app, office.ruleProfileId);
  return rules.ok ? app.ports.pdfWriter.write(calendarPage(rules.value, input)) : rules;
}
