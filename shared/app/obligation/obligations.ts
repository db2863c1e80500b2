/** Phải báo cáo: what units owe this office and what this office owes upward, in one list, from the catalogue alone. */
import type { Instant } from '../../date/plain-date';
import { entryMap, type EntryMap } from '../../domain/report/expected-units';
import { parsePeriod, periodNameInText } from '../../domain/report/periods';
import { standingOf } from '../../domain/report/standing-of';
import { upwardStatus } from '../../domain/report/upward';
import { ok } from '../../result';
import type { ObligationRow } from '../../rpc/contract/obligation';
import { readDossierSummary, type DossierSummary } from '../../schema/summarize';
import { loadDossier, loadEntries, nowOf, type App } from '../application';
import type { Handler } from '../handlers';

const NOT_SENT = { late: false, numberText: '', sentOn: null, confirmedOn: null, filedOn: null } as const;

function owedByUnits(
  dossierId: string,
  summary: DossierSummary,
  entries: EntryMap,
  now: Instant,
): ObligationRow[] {
  const things = [
    ...summary.periods.map((period) => ({
      ...period,
      kind: 'report' as const,
      title: `Báo cáo ${parsePeriod(period.id) ? periodNameInText(period.id) : period.id}`,
    })),
    ...summary.planRequests.map((request) => ({ ...request, kind: 'own-plan' as const, time: null })),
  ];
  return things.map((thing): ObligationRow => {
    const { id, kind, title, lastDay, time, units } = thing;
    const unitIds = summary.unitSets[units] ?? [];
    const { expected, received, past, extended } = standingOf({ ...thing, unitIds }, entries, now);
    return {
      dossierId,
      plan: summary.title,
      direction: 'in',
      kind,
      id,
      title,
      party: `${expected} đơn vị${extended === 0 ? '' : ` (${extended} được gia hạn)`}`,
      lastDay,
      time,
      expected,
      received,
      state: expected > 0 && received === expected ? 'done' : past > 0 ? 'overdue' : 'not-due',
      ...NOT_SENT,
    };
  });
}

function owedUpward(dossierId: string, summary: DossierSummary, now: Instant): ObligationRow[] {
  return summary.upward.map((report): ObligationRow => {
    const { state, late } = upwardStatus(report, now);
    return {
      dossierId,
      plan: summary.title,
      direction: 'up',
      kind: 'upward',
      id: report.id,
      title: report.title,
      party: report.to,
      lastDay: report.lastDay,
      time: report.time,
      expected: 1,
      received: report.sent === null ? 0 : 1,
      state: report.sent !== null ? 'done' : state === 'unsent' ? 'overdue' : 'not-due',
      late,
      numberText: report.sent?.numberText ?? '',
      sentOn: report.sent?.on ?? null,
      confirmedOn: report.receipt?.on ?? null,
      filedOn: report.filedOn,
    };
  });
}

export function listObligations(app: App): Handler<'obligation.list'> {
  return async ({ dossierId }) => {
    const directory = await loadEntries(app);
    if (!directory.ok) return directory;
    if (dossierId !== null) {
      const known = await loadDossier(app, dossierId);
      if (!known.ok) return known;
    }
    const entries = entryMap(directory.value);
    const { now } = nowOf(app);
    const rows: ObligationRow[] = [];
    for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
      const summary = readDossierSummary(raw);
      if (!summary || (dossierId === null ? summary.archived : ref.id !== dossierId)) continue;
      rows.push(...owedByUnits(ref.id, summary, entries, now), ...owedUpward(ref.id, summary, now));
    }
    const key = (row: ObligationRow): string => `${row.lastDay} ${row.time ?? '24:00'} ${row.direction}`;
    return ok(rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)));
  };
}
