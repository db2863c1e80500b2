/** What differs between a package and what stands here, and one report made of two. */
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator } from '../office/model';
import { canonicalJson } from './canonical-json';
import { DIFFERENCE_CODES } from './exchange-model';
import type { PackageChoice, PackageRecords, PackageRow } from './exchange-model';
import { askedUnits, compareEntries, entryMap } from './expected-units';
import type { Report, ReportPeriod } from './model';
import { comparePeriods } from './periods';
import { changesOf } from './report-commands';
import { restrictedCodes, without } from './exchange-restricted';
import { filesOfReport } from './report-files';

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
