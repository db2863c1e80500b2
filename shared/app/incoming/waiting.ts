/** The two lists of what superiors' documents wait for, and the bases of plans against the book. */
import { entryMap } from '../../domain/report/expected-units';
import { matchBases, type PlanBasis } from '../../domain/incoming/match-bases';
import { needsPlan } from '../../domain/incoming/standing';
import { documentWords } from '../../domain/incoming/words';
import { ownPlanStatus } from '../../domain/report/own-plans';
import { ok } from '../../result';
import { loadOffice, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { dossiersHolding } from '../obligation/dossiers';
import { loadBook, planTitles, rowOf } from './book';

export function listWithoutPlan(app: App): Handler<'incoming.withoutPlan'> {
  return async () => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    const titles = await planTitles(app);
    const rows = book.value.entries.filter(needsPlan).map((entry) => rowOf(app, entry, titles));
    const key = (row: (typeof rows)[number]): string => `${row.deadline ?? '9999'} ${row.arrivedOn}`;
    return ok(rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number)));
  };
}

export function listUnitsWithoutPlan(app: App): Handler<'incoming.unitsWithoutPlan'> {
  return async () => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const book = await loadBook(app);
    if (!book.ok) return book;
    const dossiers = await dossiersHolding(app, null, ({ planRequests }) => planRequests.length > 0);
    if (!dossiers.ok) return dossiers;
    const entries = entryMap(office.value.entries);
    const { now } = nowOf(app);
    const rows = dossiers.value.flatMap(({ dossierId, plan, view }) =>
      view.list('planRequests').flatMap((request) => {
        const { units, expected, received } = ownPlanStatus(request, view.list('unitPlans'), entries, now);
        const owing = units.filter(({ state }) => state !== 'on-time' && state !== 'late');
        if (owing.length === 0) return [];
        return [
          {
            dossierId,
            plan,
            request: request.id,
            title: request.title,
            lastDay: request.lastDay,
            expected,
            received,
            overdue: owing.some(({ state }) => state === 'missing' || state === 'returned'),
            superior: book.value.entries
              .filter((entry) => entry.voided === null && entry.dossierIds.includes(dossierId))
              .map((entry) => ({ id: entry.id, words: documentWords(entry) })),
            units: owing.map(({ unit, name, lastDay, state }) => ({
              unit,
              name,
              lastDay,
              late: state === 'missing',
            })),
          },
        ];
      }),
    );
    return ok(rows.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0)));
  };
}

export function listBasisLinks(app: App): Handler<'incoming.basisLinks'> {
  return async () => {
    const book = await loadBook(app);
    if (!book.ok) return book;
    const dossiers = await dossiersHolding(app, null, () => true);
    if (!dossiers.ok) return dossiers;
    // By title, whatever order the catalogue has them in.
    const byTitle = [...dossiers.value].sort((a, b) => (a.plan < b.plan ? -1 : a.plan > b.plan ? 1 : 0));
    const bases = byTitle.flatMap(({ dossierId, plan, view }): PlanBasis[] =>
      view.list('items').flatMap((item) => {
        if (item.kind !== 'basis' || item.dropped) return [];
        const { documentKind, number, date, issuer } = item;
        return [{ dossierId, plan, itemId: item.id, documentKind, number, date, issuer }];
      }),
    );
    const words = new Map(
      book.value.entries.map((entry) => [
        entry.id,
        `${documentWords(entry)}, số đến ${entry.number}/${entry.year}`,
      ]),
    );
    return ok(
      matchBases(bases, book.value.entries).map((row) => ({
        ...row,
        entry: row.entryId === null ? null : (words.get(row.entryId) ?? null),
      })),
    );
  };
}
