/** Hôm nay: what is due, late, waiting, next; from the catalogue (and the books’ numbers), so that no dossier is opened for it. */
import { weekdayName } from '../../date/plain-date';
import { entryMap } from '../../domain/report/expected-units';
import { ok } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { readIncomingSummary } from '../../schema/summarize-incoming';
import { readRegisterSummary } from '../../schema/summarize-register';
import { nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { createNumberReader } from '../dispatch/number-reader';
import { documentItems } from './documents';
import { conferenceDefaultsOf } from '../conference/defaults';
import { conferenceItems } from './conferences';
import { incomingItems } from './incoming';
import { loadTaskDirectory } from '../task/directory';
import type { TodayItem } from './item';
import { dayItems, stepItems } from './plans';
import { registerItems } from './registers';
import { countItems, remedyItems, taskItems } from './tasks';
import { difficultyItems, ownPlanItems, periodItems, upwardItems } from './reports';

const ORDER: readonly TodayItem['kind'][] = [
  'overdue', 'due', 'close-period', 'register', 'send', 'review', 'confirm', 'archive', 'soon',
]; // prettier-ignore

export function listToday(app: App): Handler<'today.list'> {
  return async () => {
    const { now, today } = nowOf(app);
    const directory = await loadTaskDirectory(app);
    if (!directory.ok) return directory;
    const entries = entryMap(directory.value.entries);
    const conferenceDefaults = await conferenceDefaultsOf(app);
    if (!conferenceDefaults.ok) return conferenceDefaults;
    const numbers = createNumberReader(app);
    const items: TodayItem[] = [];
    for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
      const summary = readDossierSummary(raw);
      if (!summary || summary.archived) continue;
      // Titles of plans begin alike and are cut where they differ: a plan is told by its number first.
      const numberText = await numbers.textOf({ id: ref.id, registration: summary.registration });
      const told = numberText === null ? summary : { ...summary, title: `${numberText} · ${summary.title}` };
      items.push(
        ...periodItems(ref.id, told, entries, { now, today }),
        ...ownPlanItems(ref.id, told, entries, { now, today }),
        ...upwardItems(ref.id, told, { now, today }),
        ...difficultyItems(ref.id, told, today),
        ...documentItems(ref.id, told, today),
        ...conferenceItems(ref.id, told, conferenceDefaults.value, today),
        ...dayItems(ref.id, told, today),
        ...taskItems(ref.id, told, directory.value, today),
        ...remedyItems(ref.id, told, today),
        ...countItems(ref.id, told, directory.value, today),
        ...stepItems(ref.id, summary, today),
      );
    }
    for (const { summary } of await app.ports.store.list('incoming')) {
      const book = readIncomingSummary(summary);
      if (book) items.push(...incomingItems(book, { now, today }));
    }
    for (const { ref, summary } of await app.ports.store.list('register')) {
      const book = readRegisterSummary(summary);
      if (book) items.push(...registerItems(ref.id, book, { now, today }));
    }
    items.sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        ((a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : 0),
    );
    return ok({ date: today, weekday: weekdayName(today), items });
  };
}
