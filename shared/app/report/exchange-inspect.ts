/** "Gói kỳ" looked at before it is taken in: rows by unit, what is new here, what differs and would be kept. */
import { closingsToTake, entryMapping, learnedPcs, withIdsHere } from '../../domain/report/exchange-mapping';
import { comparePackage, sameTerms } from '../../domain/report/exchange-merge';
import type { PackageInspection, PackageRecords } from '../../domain/report/exchange-model';
import type { DirectoryEntry, Indicator, PairedPc } from '../../domain/office/model';
import type { Consolidation } from '../../domain/report/consolidation-model';
import { canonicalJson } from '../../domain/report/canonical-json';
import { periodNameInText } from '../../domain/report/periods';
import type { View } from '../../records';
import { ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { dossierRef, loadOffice, type App, type OfficeState } from '../application';
import type { Handler } from '../handlers';
import { openPackage, type OpenedPackage } from './exchange-open';

/** A package beside what this PC holds: what it would change, and what must be said about it. */
export interface Compared {
  readonly opened: OpenedPackage;
  readonly office: OfficeState;
  /** With the ids that units have here. */
  readonly records: PackageRecords;
  readonly addedEntries: readonly DirectoryEntry[];
  readonly addedIndicators: readonly Indicator[];
  /** PCs of the office whose forms are taken from now on. */
  readonly learned: readonly PairedPc[];
  readonly catalogue: readonly Indicator[];
  /** Their id → ours, where it is another. */
  readonly ids: Readonly<Record<string, string>>;
  /** The dossier here; null: the package makes it. */
  readonly standing: { readonly revision: number; readonly ended: boolean } | null;
  readonly inspection: PackageInspection;
}

/** Opens a package and holds it against the directory, the catalogue and the dossier of this PC; changes nothing. */
export async function compared(app: App, ticket: string): Promise<Result<Compared>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const opened = await openPackage(app, ticket, office.value);
  if (!opened.ok) return opened;
  const { manifest } = opened.value;
  const loaded = await app.ports.store.load(dossierRef(manifest.dossierId));
  if (!loaded.ok) return loaded;
  const view = loaded.value?.view.get('plan', 'plan') ? loaded.value.view : null;
  const standing =
    loaded.value && view ? { revision: loaded.value.revision, ended: view.list('archive').length > 0 } : null;
  const { ids, idHere, added } = entryMapping(opened.value.records.entries, office.value.entries);
  const records = withIdsHere(opened.value.records, idHere);
  const ours = office.value.loaded.view.list('indicators');
  const learned = learnedPcs(manifest.office.officeId, opened.value.records, ids, {
    officeId: office.value.profile.officeId,
    pairedPcs: office.value.loaded.view.list('pairedPcs'),
  });
  const newPcs = learned.filter(({ id }) => !office.value.loaded.view.get('pairedPcs', id));
  const closings = closingsToTake(view, records, ids);
  const addedIndicators = records.indicators.filter(({ id }) => !ours.some((each) => each.id === id));
  const catalogue = [...ours, ...addedIndicators];
  const inspection: PackageInspection = {
    dossierId: manifest.dossierId,
    planTitle: manifest.planTitle,
    period: manifest.period,
    madeAt: manifest.madeAt,
    madeBy: manifest.madeBy,
    issuingBody: manifest.office.issuingBody,
    restricted: manifest.restricted,
    creates: view === null,
    newPeriods: records.periods.filter(({ id }) => !view?.get('periods', id)).map(({ id }) => id),
    beneath: records.beneath?.periods.map(({ id }) => id) ?? null,
    newEntries: added.map(({ name }) => name),
    newIndicators: addedIndicators.map(({ id }) => id),
    newClosings: closings.taken.map(({ id }) => id),
    refusedClosings: closings.refused.map(({ id }) => id),
    rows: comparePackage(view, records, office.value.entries, catalogue, manifest.restricted),
    warnings: [
      ...(standing?.ended ? [ENDED] : []),
      ...(newPcs.length === 0 ? [] : [pairingWords(newPcs.length)]),
      ...closings.refused.map(refusedClosingWords),
      ...aloneWarning(view, records),
      ...structureWarning(opened.value.records.entries, office.value.entries, idHere),
      ...warningsOf(view, records, ours),
    ],
  };
  return ok({
    opened: opened.value,
    office: office.value,
    records,
    addedEntries: added,
    addedIndicators,
    learned,
    ids,
    catalogue,
    standing,
    inspection,
  });
}

const ENDED =
  'Hồ sơ này ở máy này đã kết thúc nên gói không nhập vào được. Muốn nhập, hãy mở lại hồ sơ (Lưu trữ → Mở lại) trước.';

function pairingWords(count: number): string {
  const whose = count === 1 ? 'một máy khác' : `${count} máy khác`;
  return `Gói do ${whose} của cùng cơ quan (khai báo riêng) lập: nhập gói thì từ nay máy này nhận cả biểu do máy đó phát.`;
}

function refusedClosingWords({ period, version }: Consolidation): string {
  return `Bản chốt lần ${version} của ${periodNameInText(period)} trong gói khác ở máy này: không nhận, giữ bản của máy này.`;
}

/** An older package brings a period without those that its lũy kế rests on. */
function aloneWarning(view: View<DossierTables> | null, { beneath, periods }: PackageRecords): string[] {
  const arrives = periods.some(({ id }) => !view?.get('periods', id));
  return beneath === null && arrives
    ? [
        'Gói do bản chương trình cũ lập, chỉ có số liệu của chính kỳ này: lũy kế, kỳ trước và số gần nhất của đơn vị chưa báo cáo sẽ chỉ tính từ các kỳ có trên máy này. Muốn khớp với máy gửi thì xin gói do bản mới lập.',
      ]
    : [];
}

/** Units that stand elsewhere in the directory here: sums of groups, and what a parent holds, come out otherwise. */
function structureWarning(
  theirs: readonly DirectoryEntry[],
  ours: readonly DirectoryEntry[],
  idHere: (id: string) => string,
): string[] {
  const here = (id: string | null): string | null => (id === null ? null : idHere(id));
  const placed = (entry: DirectoryEntry, mapped: (id: string | null) => string | null): string =>
    canonicalJson({
      parent: mapped(entry.parentId),
      group: mapped(entry.summaryGroupId),
      from: entry.activeFrom,
      to: entry.activeTo,
      successors: entry.successors.map(({ unitId, from }) => ({ unit: mapped(unitId), from })),
    });
  const moved = theirs.filter((entry) => {
    const standing = ours.find(({ id }) => id === idHere(entry.id));
    return (
      entry.kind === 'unit' && standing !== undefined && placed(entry, here) !== placed(standing, (id) => id)
    );
  });
  if (moved.length === 0) return [];
  const names = moved.slice(0, 5).map(({ name }) => name);
  return [
    `Danh mục ở máy này xếp ${moved.length} đơn vị khác với máy gửi (đơn vị cấp trên, nhóm tổng hợp, ngày hoạt động hoặc sáp nhập): ${names.join('; ')}${moved.length > 5 ? '; …' : ''}. Giữ theo máy này, nên số cộng theo nhóm có thể khác; sửa ở Danh mục cho khớp.`,
  ];
}

function warningsOf(
  view: View<DossierTables> | null,
  records: PackageRecords,
  ours: readonly Indicator[],
): string[] {
  const terms = records.periods.filter((period) => {
    const standing = view?.get('periods', period.id);
    return standing !== undefined && !sameTerms(standing, period);
  });
  const defined = (each: Indicator): string => {
    const { kind, unit, overUnits, overPeriods, numerator, denominator, rateOf, target } = each;
    return canonicalJson({ kind, unit, overUnits, overPeriods, numerator, denominator, rateOf, target });
  };
  const others = records.indicators.filter((theirs) => {
    const here = ours.find(({ id }) => id === theirs.id);
    return here !== undefined && defined(here) !== defined(theirs);
  });
  return [
    ...terms.map(
      ({ id }) =>
        `Hạn, đơn vị hoặc chỉ tiêu của báo cáo ${periodNameInText(id)} trong gói khác ở máy này; giữ theo máy này.`,
    ),
    ...(others.length === 0
      ? []
      : [
          `Chỉ tiêu ${others.map(({ id }) => id).join(', ')} trong gói được định nghĩa khác ở máy này; giữ theo máy này.`,
        ]),
  ];
}

export function inspectPackage(app: App): Handler<'report.inspectPackage'> {
  return async ({ ticket }) => {
    const result = await compared(app, ticket);
    return result.ok ? ok(result.value.inspection) : result;
  };
}
