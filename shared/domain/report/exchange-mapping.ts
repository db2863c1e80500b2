/** A package's records with the ids that they have on this PC; which closings and which PCs are taken over. */
import { matchKey } from '../../text/normalize';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, PairedPc } from '../office/model';
import { canonicalJson } from './canonical-json';
import type { Consolidation } from './consolidation-model';
import type { PackageRecords } from './exchange-model';
import { entryMap } from './expected-units';

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
