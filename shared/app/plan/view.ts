/** Reading dossiers: the list over the catalogue, one dossier whole. */
import type { DirectoryEntry } from '../../domain/office/model';
import { expectedUnits, entryMap } from '../../domain/report/expected-units';
import { addDays, type PlainDate } from '../../date/plain-date';
import { summaryProgress } from '../../domain/task/summary';
import { PLAN_ID } from '../../domain/plan/model';
import { fail, ok } from '../../result';
import type { PlanRow } from '../../rpc/contract/plan';
import { readDossierSummary, type DossierSummary } from '../../schema/summarize';
import { loadTaskDirectory } from '../task/directory';
import { createNumberReader } from '../dispatch/number-reader';
import { loadDossier, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { textMatcher } from '../../text/search';

/** A period counts as asked for now when its last day is no farther away than this. */
const NEAR_DAYS = 14;

/** Received and expected of the latest period that is owed by now, else of the next one. */
function reportsOf(
  summary: DossierSummary,
  entries: ReadonlyMap<string, DirectoryEntry>,
  today: PlainDate,
): PlanRow['reports'] {
  const ordered = [...summary.periods].sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  const owed = ordered.findLast(({ lastDay }) => lastDay <= addDays(today, NEAR_DAYS)) ?? ordered[0];
  if (!owed) return null;
  const unitIds = summary.unitSets[owed.units] ?? [];
  const expected = new Set(expectedUnits({ ...owed, unitIds }, entries).map(({ id }) => id));
  const received = owed.received.filter((at) => expected.has(unitIds[at] ?? '')).length;
  return { period: owed.id, received, expected: expected.size };
}

export function listPlans(app: App): Handler<'plan.list'> {
  return async ({ query, archived }) => {
    const { today } = nowOf(app);
    const directory = await loadTaskDirectory(app);
    if (!directory.ok) return directory;
    const entries = entryMap(directory.value.entries);
    const numbers = createNumberReader(app);
    const matches = textMatcher(query);
    const rows: PlanRow[] = [];
    for (const { ref, revision, updatedAt, summary: raw } of await app.ports.store.list('dossier')) {
      const summary = readDossierSummary(raw);
      if (!summary || summary.archived !== archived) continue;
      const numberText = await numbers.textOf({ id: ref.id, registration: summary.registration });
      if (!matches(`${summary.title} ${numberText ?? ''}`, numberText === null ? [] : [numberText])) continue;
      const days = [...summary.days.map(({ day }) => day), ...summary.periods.map(({ lastDay }) => lastDay)];
      rows.push({
        dossierId: ref.id,
        revision,
        title: summary.title,
        numberText,
        status: summary.archived ? 'closed' : summary.status,
        documentStatus: summary.documents.find(({ id }) => id === ref.id)?.status ?? null,
        date: summary.date,
        updatedAt,
        tasks: summary.tasks,
        progress: summaryProgress(summary, directory.value, today),
        uncertain: summary.uncertain,
        nextDeadline: days.filter((day) => day >= today).sort()[0] ?? null,
        reports: reportsOf(summary, entries, today),
        archived: summary.archived,
      });
    }
    return ok(rows.sort((a, b) => (a.updatedAt > b.updatedAt ? -1 : a.updatedAt < b.updatedAt ? 1 : 0)));
  };
}

export function getPlan(app: App): Handler<'plan.get'> {
  return async ({ dossierId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view, revision } = loaded.value;
    const plan = view.get('plan', PLAN_ID);
    if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
    const numbers = createNumberReader(app);
    return ok({
      dossierId,
      revision,
      plan,
      items: [...view.list('items')].sort((a, b) => a.order - b.order),
      documents: await Promise.all(
        view
          .list('documents')
          .map(async (document) => ({ ...document, numberText: await numbers.textOf(document) })),
      ),
      dispatches: [...view.list('dispatches')],
      deliveries: [...view.list('deliveries')],
      periods: [...view.list('periods')],
      consolidations: view.list('consolidations').map(({ id, period, version, supplement, reason, closedAt, closedBy, checksum }) => ({
        id, period, version, supplement, reason, closedAt, closedBy, checksum,
      })), // prettier-ignore
      files: [...view.list('files')],
      archive: view.get('archive', 'archive') ?? null,
    });
  };
}
