/** What of a dossier goes into the package of a period. */
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator, PairedPc } from '../office/model';
import { PLAN_ID } from '../plan/model';
import { periodsBeneath } from './exchange-earlier';
import type { PackageRecords } from './exchange-model';
import { ancestorsOf, entryMap } from './expected-units';
import type { FigurePeriod, Report, ReportPeriod } from './model';
import { candidateParts } from './parts';
import { containsPeriod } from './periods';
import { restrictedCodes, without } from './exchange-restricted';
import { filesOfReport } from './report-files';

interface RecordsInput {
  readonly view: View<DossierTables>;
  readonly period: FigurePeriod;
  readonly entries: readonly DirectoryEntry[];
  readonly catalogue: readonly Indicator[];
  readonly restricted: boolean;
  readonly pairedPcs: readonly PairedPc[];
}

/** Null when nothing owed feeds the period. Without `restricted`, such texts and the files that hold them stay here. */
export function packageRecords(input: RecordsInput): PackageRecords | null {
  const { view, catalogue } = input;
  const plan = view.get('plan', PLAN_ID);
  const periods = candidateParts(input.period, view.list('periods'));
  if (!plan || periods.length === 0) return null;
  const secret = restrictedCodes(catalogue);
  const reports = reportsOf(view, periods);
  const beneath = periodsBeneath(input.period, view.list('periods'));
  const reportsBeneath = reportsOf(view, beneath);
  const withheld = (report: Report): boolean =>
    !input.restricted && Object.keys(report.narrative).some((code) => secret.has(code));
  const wanted = new Set([
    ...(plan.sourceFile === null ? [] : [plan.sourceFile]),
    ...reports.flatMap((report) => (withheld(report) ? [] : filesOfReport(report))),
  ]);
  const codes = new Set([...periods, ...beneath].flatMap(({ indicators }) => indicators));
  return {
    plan,
    items: [...view.list('items')],
    periods: [...periods],
    entries: entriesFor([...periods, ...beneath], [...reports, ...reportsBeneath], input.entries),
    indicators: catalogue.filter(({ id }) => codes.has(id)),
    reports: reports.map((report) =>
      withheld(report) ? { ...report, narrative: without(report.narrative, secret) } : report,
    ),
    files: view.list('files').filter(({ id }) => wanted.has(id)),
    consolidations: view.list('consolidations').filter((each) => containsPeriod(input.period, each.period)),
    pairedPcs: [...input.pairedPcs],
    beneath: {
      periods: beneath,
      // Figures are what is needed of them: what people think is not.
      reports: reportsBeneath.map((report) => ({ ...report, narrative: without(report.narrative, secret) })),
    },
  };
}

function reportsOf(view: View<DossierTables>, periods: readonly ReportPeriod[]): Report[] {
  const inside = new Set(periods.map(({ id }) => id));
  return view
    .list('reports')
    .filter(({ period }) => inside.has(period))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Units asked or reporting, those above them, what they went into, their groups; no contact leaves with them. */
function entriesFor(
  periods: readonly ReportPeriod[],
  reports: readonly Report[],
  entries: readonly DirectoryEntry[],
): DirectoryEntry[] {
  const known = entryMap(entries);
  const wanted = new Set<string>();
  const add = (id: string | null): void => {
    const entry = id === null ? undefined : known.get(id);
    if (!entry || wanted.has(entry.id)) return;
    wanted.add(entry.id);
    add(entry.summaryGroupId);
    for (const above of ancestorsOf(entry.id, known)) add(above);
    for (const { unitId } of entry.successors) add(unitId);
  };
  for (const id of [...periods.flatMap(({ unitIds }) => unitIds), ...reports.map(({ unitId }) => unitId)])
    add(id);
  return entries
    .filter(({ id }) => wanted.has(id))
    .map((entry) => ({
      ...entry,
      contact: '',
      memberIds: entry.memberIds.filter((id) => wanted.has(id)),
    }));
}
