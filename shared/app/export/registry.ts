/** The formats of a consolidation. To add one: write its module under `formats/` and name it here; nothing else. */
import type { ExportFormat } from './export-format';
import { csv } from './formats/csv';
import { docx } from './formats/docx';
import { pdf } from './formats/pdf';
import { xlsx } from './formats/xlsx';

export const EXPORT_FORMATS = [xlsx, pdf, docx, csv] as const satisfies readonly ExportFormat[];

/** What a superior asks for in one delivery: the figures and the report. */
export const BOTH = 'xlsx+pdf';

/** Ids in the order of the list: for the contract's enum and the command line. */
export function formatIds<Id extends string>(formats: readonly ExportFormat<Id>[]): readonly Id[] {
  return formats.map(({ id }) => id);
}

/** Lines of a menu, the delivery of both first. */
export function formatMenu<Id extends string>(
  formats: readonly ExportFormat<Id>[],
): readonly { readonly key: Id | typeof BOTH; readonly label: string }[] {
  return [{ key: BOTH, label: 'Cả Excel và PDF' }, ...formats.map(({ id, label }) => ({ key: id, label }))];
}

/** The formats that an id stands for; null for one that nobody knows. */
export function formatsFor(
  id: string,
  formats: readonly ExportFormat[] = EXPORT_FORMATS,
): readonly ExportFormat[] | null {
  const chosen = (id === BOTH ? BOTH.split('+') : [id]).map((part) => formats.find((one) => one.id === part));
  const known = chosen.filter((one) => one !== undefined);
  return known.length === chosen.length ? known : null;
}
