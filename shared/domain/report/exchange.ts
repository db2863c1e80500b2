/** A period's package: what goes in, what differs from what stands here, and one report made of two. */
import { matchKey } from '../../text/normalize';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator, PairedPc } from '../office/model';
import { PLAN_ID } from '../plan/model';
import { canonicalJson } from './canonical-json';
import type { Consolidation } from './consolidation-model';
import { DIFFERENCE_CODES } from './exchange-model';
import { periodsBeneath } from './exchange-earlier';
import type { PackageChoice, PackageRecords, PackageRow } from './exchange-model';
import { ancestorsOf, askedUnits, compareEntries, entryMap } from './expected-units';
import type { FigurePeriod, Report, ReportPeriod } from './model';
import { candidateParts } from './parts';
import { comparePeriods, containsPeriod } from './periods';
import { changesOf } from './report-commands';

/** sha256 of every file that a report rests on. */
export function filesOfReport({ source }: Report): readonly string[] {
  return source.kind === 'form' ? [source.sha256] : source.evidence;
}

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

function restrictedCodes(catalogue: readonly Indicator[]): ReadonlySet<string> {
  return new Set(catalogue.filter(({ restricted }) => restricted).map(({ id }) => id));
}

function without<T>(values: Readonly<Record<string, T>>, codes: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([code]) => !codes.has(code)));
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

/** Package id → id here: the same id, else the one entry of the same kind and name. Others are new. */
export function entryMapping(
  theirs: readonly DirectoryEntry[],
  ours: readonly DirectoryEntry[],
): {
  /** Their id → ours, where it is another. */
  readonly ids: Readonly<Record<string, string>>;
  readonly idHere: (id: string) => string;
  readonly added: readonly DirectoryEntry[];
} {
  const known = entryMap(ours);
  const ids = new Map<string, string>();
  const added: DirectoryEntry[] = [];
  for (const entry of theirs) {
    if (known.has(entry.id)) continue;
    const named = ours.filter(
      (other) => other.kind === entry.kind && matchKey(other.name) === matchKey(entry.name),
    );
    const [only] = named;
    if (only && named.length === 1) ids.set(entry.id, only.id);
    else added.push(entry);
  }
  const idHere = (id: string): string => ids.get(id) ?? id;
  return {
    ids: Object.fromEntries(ids),
    idHere,
    added: added.map((entry) => ({
      ...entry,
      parentId: entry.parentId === null ? null : idHere(entry.parentId),
      summaryGroupId: entry.summaryGroupId === null ? null : idHere(entry.summaryGroupId),
      memberIds: entry.memberIds.map(idHere),
      successors: entry.successors.map((each) => ({ ...each, unitId: idHere(each.unitId) })),
    })),
  };
}

/**
 * Closings that are taken over. An own version is never replaced: where one of the same number says something else,
 * it and what was closed on top of it there stay out. `ids` are those of `entryMapping`.
 */
export function closingsToTake(
  view: Pick<View<DossierTables>, 'get'> | null,
  { consolidations }: PackageRecords,
  ids: Readonly<Record<string, string>>,
): { readonly taken: readonly Consolidation[]; readonly refused: readonly Consolidation[] } {
  const refused: Consolidation[] = [];
  const taken: Consolidation[] = [];
  const parted = new Set<string>();
  for (const theirs of [...consolidations].sort((a, b) => a.version - b.version)) {
    const ours = view?.get('consolidations', theirs.id);
    if (parted.has(theirs.period) || (ours && !sameClosing(ours, theirs))) {
      parted.add(theirs.period);
      refused.push(theirs);
    } else if (!ours) taken.push(withClosingIds(theirs, ids));
  }
  return { taken, refused };
}

function sameClosing(a: Consolidation, b: Consolidation): boolean {
  return a.checksum === b.checksum && a.closedAt === b.closedAt && a.closedBy === b.closedBy;
}

function withClosingIds(theirs: Consolidation, ids: Readonly<Record<string, string>>): Consolidation {
  const through = Object.fromEntries(
    Object.entries(theirs.idsHere ?? {}).map(([first, there]) => [first, ids[there] ?? there]),
  );
  const idsHere = { ...ids, ...through };
  return Object.keys(idsHere).length === 0 ? theirs : { ...theirs, idsHere };
}

/**
 * Whose forms are taken from now on: the sender's and those of the PCs that it knows, with the ids that their entries
 * have here. Only what is not known yet; this PC's own id never.
 */
export function learnedPcs(
  sender: string,
  { pairedPcs }: PackageRecords,
  ids: Readonly<Record<string, string>>,
  here: { readonly officeId: string; readonly pairedPcs: readonly PairedPc[] },
): PairedPc[] {
  const idHere = (id: string): string => ids[id] ?? id;
  const told: PairedPc[] = [
    { id: sender, entries: ids },
    ...pairedPcs.map(({ id, entries }) => ({
      id,
      entries: Object.fromEntries(Object.entries(entries).map(([theirs, there]) => [theirs, idHere(there)])),
    })),
  ];
  return told.flatMap(({ id, entries }) => {
    if (id === here.officeId) return [];
    const standing = here.pairedPcs.find((known) => known.id === id);
    const joined = { id, entries: { ...entries, ...standing?.entries } };
    return standing && canonicalJson(standing) === canonicalJson(joined) ? [] : [joined];
  });
}

/** The package's records with the ids that its units have here. */
export function withIdsHere(records: PackageRecords, idHere: (id: string) => string): PackageRecords {
  return {
    ...records,
    periods: records.periods.map((period) => ({
      ...period,
      unitIds: period.unitIds.map(idHere),
      asks: period.asks.map((ask) => ({ ...ask, unitIds: ask.unitIds.map(idHere) })),
      extensions: period.extensions.map((each) => ({ ...each, unitId: idHere(each.unitId) })),
    })),
    reports: records.reports.map((report) => {
      const unitId = idHere(report.unitId);
      return { ...report, unitId, id: `${report.period}|${unitId}` };
    }),
  };
}

type Difference = PackageRow['differences'][number];

/** Differences of one report here and in the package. A restricted text is said to differ, never shown. */
export function differencesOf(
  ours: Report,
  theirs: Report,
  catalogue: readonly Indicator[],
  withRestricted: boolean,
): Difference[] {
  const secret = restrictedCodes(catalogue);
  const seen = (report: Report): Report =>
    withRestricted ? report : { ...report, narrative: without(report.narrative, secret) };
  const plain = (code: string, left: string | number | null, right: string | number | null): Difference[] =>
    left === right ? [] : [{ code, ours: left, theirs: right, restricted: false }];
  return [
    ...plain(DIFFERENCE_CODES.state, ours.state, theirs.state),
    ...plain(DIFFERENCE_CODES.received, ours.receivedOn, theirs.receivedOn),
    ...changesOf(seen(ours), seen(theirs)).map(({ indicator, before, after }): Difference =>
      secret.has(indicator)
        ? { code: indicator, ours: null, theirs: null, restricted: true }
        : { code: indicator, ours: before, theirs: after, restricted: false },
    ),
  ];
}

function sideOf(report: Report): PackageRow['theirs'] {
  const { version, enteredAt, source, state } = report;
  return { version, enteredAt, state, from: source.kind === 'form' ? source.fileName : source.by };
}

/** `records` with ids as they are here (`withIdsHere`); rows in the order of time, then of the directory. */
export function comparePackage(
  view: View<DossierTables> | null,
  records: PackageRecords,
  entries: readonly DirectoryEntry[],
  catalogue: readonly Indicator[],
  withRestricted: boolean,
): PackageRow[] {
  const known = entryMap([...records.entries, ...entries]);
  const beneath = new Set(records.beneath?.periods.map(({ id }) => id));
  const inOrder = [...records.reports].sort((a, b) => {
    const [left, right] = [known.get(a.unitId), known.get(b.unitId)];
    return comparePeriods(a.period, b.period) || (left && right ? compareEntries(left, right) : 0);
  });
  return inOrder.map((theirs): PackageRow => {
    const ours = view?.get('reports', theirs.id) ?? null;
    const period =
      view?.get('periods', theirs.period) ?? records.periods.find(({ id }) => id === theirs.period);
    const mayHold = withRestricted && !beneath.has(theirs.period);
    const differences = ours ? differencesOf(ours, theirs, catalogue, mayHold) : [];
    const asked = period !== undefined && askedUnits(period, known).includes(theirs.unitId);
    return {
      id: theirs.id,
      period: theirs.period,
      unit: theirs.unitId,
      name: known.get(theirs.unitId)?.name ?? theirs.unitId,
      outcome: !asked ? 'refused' : !ours ? 'new' : differences.length === 0 ? 'same' : 'different',
      ours: ours ? sideOf(ours) : null,
      theirs: sideOf(theirs),
      differences,
    };
  });
}

/**
 * One report out of two, as a person chose. All of ours: null, nothing changes. All of theirs: theirs, as the next
 * version here; a text that the package was made without stays. Figure by figure: typed from both, resting on both.
 */
export function mergeReports(
  ours: Report,
  theirs: Report,
  choice: PackageChoice,
  differences: readonly Difference[],
  by: string,
): Report | null {
  const sideFor = (code: string): 'ours' | 'theirs' => choice.figures[code] ?? choice.take;
  const taken = new Set(differences.map(({ code }) => code).filter((code) => sideFor(code) === 'theirs'));
  if (taken.size === 0) return null;
  const version = ours.version + 1;
  const known = new Set(differences.map(({ code }) => code));
  const kept = Object.entries(ours.narrative).filter(
    ([code]) => !(code in theirs.narrative) && !known.has(code),
  );
  if (taken.size === known.size)
    return { ...theirs, narrative: { ...Object.fromEntries(kept), ...theirs.narrative }, version };
  const chosen = (code: string): Report => (taken.has(code) ? theirs : ours);
  const { nil: nilCode, models, state, received } = DIFFERENCE_CODES;
  const mixed = <T>(field: 'values' | 'narrative'): Record<string, T> => {
    const codes = new Set([...Object.keys(ours[field]), ...Object.keys(theirs[field])]);
    return Object.fromEntries(
      [...codes].sort().flatMap((code) => {
        const value = chosen(code)[field][code];
        return value === undefined ? [] : [[code, value as T]];
      }),
    );
  };
  const nil = chosen(nilCode);
  const { state: standing, returnedReason } = chosen(state);
  const { receivedOn, receivedTime } = chosen(received);
  const sayer = nil.nil ? { nilSaidBy: nil.nilSaidBy, nilHow: nil.nilHow } : { nilSaidBy: '', nilHow: '' };
  return {
    ...ours,
    ...sayer,
    nil: nil.nil,
    values: nil.nil ? {} : mixed<number>('values'),
    narrative: mixed<string>('narrative'),
    models: chosen(models).models,
    state: standing,
    returnedReason,
    receivedOn,
    receivedTime,
    enteredAt: theirs.enteredAt,
    source: {
      kind: 'typed',
      by,
      evidence: [...new Set([...filesOfReport(ours), ...filesOfReport(theirs)])],
    },
    version,
  };
}

/** Whether our terms of a period are the package's: days, hour, units, who owes which codes, where lũy kế starts. */
export function sameTerms(a: ReportPeriod, b: ReportPeriod): boolean {
  const terms = ({
    from,
    to,
    lastDay,
    time,
    indicators,
    unitIds,
    asks,
    extensions,
    cumulativeFrom,
  }: ReportPeriod): string =>
    canonicalJson({
      asks: asks.map((ask) => ({ indicators: [...ask.indicators].sort(), unitIds: [...ask.unitIds].sort() })),
      extensions: extensions.map(({ unitId, lastDay: day }) => ({ unitId, lastDay: day })),
      cumulativeFrom,
      from,
      to,
      lastDay,
      time,
      indicators: [...indicators].sort(),
      unitIds: [...unitIds].sort(),
    });
  return terms(a) === terms(b);
}
