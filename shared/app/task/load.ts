/** What the use cases of tasks share: one dossier with its office, duties derived, names. */
import type { PlainDate } from '../../date/plain-date';
import { createMatcher } from '../../domain/office/match';
import { entryMap, groupUnits, type EntryMap } from '../../domain/report/expected-units';
import { carryingOut, type CarryingOut } from '../../domain/task/duties';
import { taskDirectory, type TaskDirectory } from '../../domain/task/owing';
import { NO_UNIT } from '../../domain/task/model';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { loadOffice, nowOf, type App, type OfficeState } from '../application';
import { namedDossier } from '../obligation/dossiers';

export const NO_UNIT_NAME = 'Chưa rõ đơn vị';

export interface Tasks {
  readonly office: OfficeState;
  readonly plan: string;
  readonly revision: number;
  readonly view: View<DossierTables>;
  readonly directory: TaskDirectory;
  readonly entries: EntryMap;
  readonly carrying: CarryingOut;
  readonly today: PlainDate;
  readonly nameOf: (unitId: string) => string;
}

export async function loadTasks(app: App, dossierId: string): Promise<Result<Tasks>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const dossier = await namedDossier(app, dossierId);
  if (!dossier.ok) return dossier;
  const { view, revision, plan } = dossier.value;
  const { today } = nowOf(app);
  const entries = entryMap(office.value.entries);
  const directory = taskDirectory(office.value.entries, office.value.profile.place);
  return ok({
    office: office.value,
    plan,
    revision,
    view,
    directory,
    entries,
    carrying: carryingOut(view, directory, today),
    today,
    nameOf: (unitId) =>
      unitId === NO_UNIT ? NO_UNIT_NAME : (entries.get(unitId)?.name ?? 'Đơn vị không còn trong danh mục'),
  });
}

/** Units of ids or names; a name that means several units (a group) stands for all of them. */
export function namedUnits(
  { office, directory, today }: Pick<Tasks, 'office' | 'directory' | 'today'>,
  names: readonly string[],
): Result<string[]> {
  const known = new Set(office.entries.map(({ id }) => id));
  const matcher = createMatcher(office.entries, office.profile.place);
  const units: string[] = [];
  for (const name of names) {
    if (name === NO_UNIT || name === NO_UNIT_NAME) units.push(NO_UNIT);
    // As it is, were it closed since: what was entered for it may still be corrected.
    else if (known.has(name)) units.push(name);
    else {
      const match = matcher.line(name);
      const found = match.doubt === '' ? directory.unitsOf(match.entryIds, today) : [];
      if (found.length === 0)
        return fail('NOT_FOUND', match.doubt === '' ? `Danh mục không có đơn vị “${name}”.` : match.doubt, {
          fieldErrors: { units: `Không rõ “${name}” là đơn vị nào.` },
        });
      units.push(...found);
    }
  }
  return ok([...new Set(units)]);
}

/** Rows with the name of their group, grouped as every table of units is; what has no unit stands last. */
export function inGroups<T>(
  rows: readonly T[],
  unitIdOf: (row: T) => string,
  entries: EntryMap,
): readonly { readonly group: string; readonly row: T }[] {
  const orderOf = (row: T): number => entries.get(unitIdOf(row))?.order ?? Number.MAX_SAFE_INTEGER;
  const ordered = [...rows].sort((a, b) => orderOf(a) - orderOf(b));
  return groupUnits(ordered, unitIdOf, entries).flatMap(({ name, rows: members }) =>
    members.map((row) => ({ group: name, row })),
  );
}
