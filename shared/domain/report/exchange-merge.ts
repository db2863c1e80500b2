/** What differs between a package and what stands here, and one report made of two. */
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator } from '../office/model';
import { canonicalJson } from './canonical-json';
import { DIFFERENCE_CODES } from './exchange-model';
import type { PackageChoice, PackageRecords, PackageRow } from './exchange-model';
import { evidenceOf, withEarlierEvidence } from './evidence';
import { askedUnits, compareEntries, entryMap } from './expected-units';
import type { Report, ReportPeriod } from './model';
import { comparePeriods } from './periods';
import { changesOf } from './report-commands';
import { restrictedCodes, without } from './exchange-restricted';
import { filesOfReport } from './report-files';

type Difference = PackageRow['differences'][number];

/**
 * Differences of one report here and in the package. A restricted text is said to differ, never shown. `came`: files
 * that the package holds; one of them that is attached there and not here is a difference, the other way round none,
 * since what is attached here stays in any case.
 */
export function differencesOf(
  ours: Report,
  theirs: Report,
  catalogue: readonly Indicator[],
  withRestricted: boolean,
  came: ReadonlySet<string>,
): Difference[] {
  const secret = restrictedCodes(catalogue);
  const seen = (report: Report): Report =>
    withRestricted ? report : { ...report, narrative: without(report.narrative, secret) };
  const plain = (code: string, left: string | number | null, right: string | number | null): Difference[] =>
    left === right ? [] : [{ code, ours: left, theirs: right, restricted: false }];
  const here = new Set(filesOfReport(ours));
  const attached = new Set([...here, ...evidenceOf(theirs).filter((sha256) => came.has(sha256))]);
  return [
    ...plain(DIFFERENCE_CODES.state, ours.state, theirs.state),
    ...(receiptDiffers(ours, theirs)
      ? plain(DIFFERENCE_CODES.received, receiptOf(ours), receiptOf(theirs))
      : []),
    ...changesOf(seen(ours), seen(theirs)).map(({ indicator, before, after }): Difference =>
      secret.has(indicator)
        ? { code: indicator, ours: null, theirs: null, restricted: true }
        : { code: indicator, ours: before, theirs: after, restricted: false },
    ),
    ...(attached.size > here.size ? plain(DIFFERENCE_CODES.evidence, here.size, attached.size) : []),
  ];
}

/** The day, and the hour where the package knows one: a version without hours sends none. */
function receiptDiffers(ours: Report, theirs: Report): boolean {
  if (ours.receivedOn !== theirs.receivedOn) return true;
  return theirs.receivedTime !== null && ours.receivedTime !== theirs.receivedTime;
}

const receiptOnly = ({ receivedOn, receivedTime }: Report): Pick<Report, 'receivedOn' | 'receivedTime'> => ({
  receivedOn,
  receivedTime,
});

/** `2026-03-10`, or `2026-03-10 17:05`. */
const receiptOf = ({ receivedOn, receivedTime }: Report): string =>
  receivedTime === null ? receivedOn : `${receivedOn} ${receivedTime}`;

/** Corrections of the receipt of both sides, oldest first; those that both know once. */
function correctionsOf(ours: Report, theirs: Report): Pick<Report, 'receiptCorrections'> {
  const each = [...(ours.receiptCorrections ?? []), ...(theirs.receiptCorrections ?? [])];
  if (each.length === 0) return {};
  const once = new Map(each.map((correction) => [canonicalJson(correction), correction]));
  return { receiptCorrections: [...once.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
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
  const came = new Set(records.files.map(({ id }) => id));
  return inOrder.map((theirs): PackageRow => {
    const ours = view?.get('reports', theirs.id) ?? null;
    const period =
      view?.get('periods', theirs.period) ?? records.periods.find(({ id }) => id === theirs.period);
    const mayHold = withRestricted && !beneath.has(theirs.period);
    const differences = ours ? differencesOf(ours, theirs, catalogue, mayHold, came) : [];
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
 * version here; a text that the package was made without stays, and so do files attached here and the corrections of
 * the receipt. Figure by figure: typed from both, resting on both.
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
    return {
      ...theirs,
      ...(known.has(DIFFERENCE_CODES.received) ? {} : receiptOnly(ours)),
      ...correctionsOf(ours, theirs),
      narrative: { ...Object.fromEntries(kept), ...theirs.narrative },
      source: withEarlierEvidence(theirs.source, ours),
      version,
    };
  const chosen = (code: string): Report => (taken.has(code) ? theirs : ours);
  const { nil: nilCode, models, state, received, evidence } = DIFFERENCE_CODES;
  /** Without one of theirs, the figures rest on what they rested on: a form stays a form. */
  const figures = [...taken].some((code) => code !== received && code !== evidence);
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
    ...receiptOnly(chosen(received)),
    ...correctionsOf(ours, chosen(received)),
    ...(figures
      ? {
          enteredAt: theirs.enteredAt,
          source: {
            kind: 'typed',
            by,
            evidence: [...new Set([...filesOfReport(ours), ...filesOfReport(theirs)])],
          },
        }
      : taken.has(evidence)
        ? { source: { ...ours.source, evidence: [...new Set([...evidenceOf(ours), ...evidenceOf(theirs)])] } }
        : {}),
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
