/**
 * Texts on tư tưởng, dư luận are opened from the unit's own dossier only: a package that leaves the program is made
 * without them, and without the files that hold them, unless a person asked for them.
 */
import type { Change, View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { Indicator } from '../office/model';
import { filesOfReport } from '../report/report-files';
import { reportSchema } from '../report/model';

export interface Withheld {
  /** Codes of the texts. */
  readonly codes: ReadonlySet<string>;
  /** sha256 of the files that a report with such a text rests on, now or before. */
  readonly files: ReadonlySet<string>;
}

type ChangeLists = readonly { readonly changes: readonly Change[] }[];

/** What stays behind: looked for in the reports as they stand and in everything they have been. */
export function withheldOf(
  view: View<DossierTables>,
  history: ChangeLists,
  catalogue: readonly Indicator[],
): Withheld {
  const codes = new Set(catalogue.filter(({ restricted }) => restricted).map(({ id }) => id));
  const once = history.flatMap(({ changes }) =>
    changes.filter(({ table }) => table === 'reports').flatMap(({ before, after }) => [before, after]),
  );
  const files = new Set<string>();
  for (const value of [...view.list('reports'), ...once]) {
    const report = reportSchema.safeParse(value);
    if (report.success && Object.keys(report.data.narrative).some((code) => codes.has(code)))
      for (const sha256 of filesOfReport(report.data)) files.add(sha256);
  }
  return { codes, files };
}

/** A report record of any age without the texts; every other value as it is. */
export function withoutTexts<T>(value: T, { codes }: Withheld): T {
  if (value === null || typeof value !== 'object' || !('narrative' in value)) return value;
  const { narrative } = value;
  if (narrative === null || typeof narrative !== 'object') return value;
  const open = Object.fromEntries(Object.entries(narrative).filter(([code]) => !codes.has(code)));
  return { ...value, narrative: open };
}
