/** What a report was before: out of the dossier's history, for the words of a change and for "lũy kế falls". */
import { reportSchema, type Report } from '../../domain/report/model';
import type { HistoryEntry } from '../../ports/store';
import { ok, type Result } from '../../result';
import { dossierRef, type App } from '../application';

/** One change of a report, newest first. */
export interface ReportVersion {
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly before: Report | null;
  readonly after: Report | null;
}

/** More than any dossier's years hold; older changes are not looked at. */
const LOOK_BACK = 20_000;

/** The changes of the reports named, by id, newest first. */
export async function versionsOfReports(
  app: App,
  dossierId: string,
  ids: ReadonlySet<string>,
): Promise<Result<ReadonlyMap<string, readonly ReportVersion[]>>> {
  const versions = new Map<string, ReportVersion[]>();
  if (ids.size === 0) return ok(versions);
  const history = await app.ports.store.history(dossierRef(dossierId), { limit: LOOK_BACK });
  if (!history.ok) return history;
  for (const entry of history.value)
    for (const version of reportChanges(entry, ids)) {
      const id = (version.after ?? version.before)?.id ?? '';
      versions.set(id, [...(versions.get(id) ?? []), version]);
    }
  return ok(versions);
}

function reportChanges(entry: HistoryEntry, ids: ReadonlySet<string>): ReportVersion[] {
  const { revision, at, by, command } = entry;
  return entry.changes
    .filter(({ table, id }) => table === 'reports' && ids.has(id))
    .map(({ before, after }) => ({
      revision,
      at,
      by,
      command,
      before: readReport(before),
      after: readReport(after),
    }));
}

/** History lines keep the shape of their day; what lacks a field that came later reads with its default. */
function readReport(value: unknown): Report | null {
  const parsed = reportSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The received figures that the standing ones replaced; null when these are the first. */
export function replacedBy(versions: readonly ReportVersion[], standing: Report): Report | null {
  const change = versions.find(
    ({ before, after }) => after?.version === standing.version && before?.version !== standing.version,
  );
  return change?.before?.state === 'received' ? change.before : null;
}
