/** "Gói kỳ" in: looked at first, then merged by unit as a person decides; one commit of the dossier. */
import { KIND_OF_TYPE } from '../../domain/plan/plan-record';
import {
  closingsToTake,
  comparePackage,
  entryMapping,
  learnedPcs,
  filesOfReport,
  mergeReports,
  sameTerms,
  withIdsHere,
} from '../../domain/report/exchange';
import type {
  PackageChoice,
  PackageInspection,
  PackageRecords,
  PackageRow,
} from '../../domain/report/exchange-model';
import type { DirectoryEntry, Indicator, PairedPc } from '../../domain/office/model';
import type { Consolidation } from '../../domain/report/consolidation-model';
import { canonicalJson } from '../../domain/report/canonical-json';
import { periodNameInText } from '../../domain/report/periods';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import {
  changeDossier,
  changeOffice,
  dossierRef,
  loadOffice,
  metaOf,
  nowOf,
  type App,
  type OfficeState,
} from '../application';
import type { CallContext, Handler } from '../handlers';
import { openPackage, type OpenedPackage } from './exchange-open';

interface Compared {
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
  readonly inspection: PackageInspection;
}

async function compared(app: App, ticket: string): Promise<Result<Compared>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const opened = await openPackage(app, ticket, office.value);
  if (!opened.ok) return opened;
  const { manifest } = opened.value;
  const loaded = await app.ports.store.load(dossierRef(manifest.dossierId));
  if (!loaded.ok) return loaded;
  const view = loaded.value?.view.get('plan', 'plan') ? loaded.value.view : null;
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
    inspection,
  });
}

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

interface Decisions {
  readonly choices: ReadonlyMap<string, PackageChoice>;
  readonly otherwise: 'ours' | 'theirs' | null;
}

function choiceFor(row: PackageRow, { choices, otherwise }: Decisions): PackageChoice | null {
  const made = choices.get(row.id);
  if (made) return made;
  return otherwise === null ? null : { id: row.id, take: otherwise, figures: {} };
}

export function importPackage(app: App): Handler<'report.importPackage'> {
  return async ({ ticket, dossierId, choices, otherwise }, context) => {
    const result = await compared(app, ticket);
    if (!result.ok) return result;
    const { inspection } = result.value;
    if (dossierId !== null && dossierId !== inspection.dossierId)
      return fail('BAD_REQUEST', `Gói này của kế hoạch khác: “${inspection.planTitle}”.`, {
        details: { dossierId: inspection.dossierId },
      });
    const decisions: Decisions = { choices: new Map(choices.map((one) => [one.id, one])), otherwise };
    const undecided = inspection.rows.filter(
      (row) => row.outcome === 'different' && choiceFor(row, decisions) === null,
    );
    if (undecided.length > 0)
      return fail(
        'CONFLICT',
        `Còn ${undecided.length} báo cáo khác nhau chưa chọn bên nào: ${undecided
          .slice(0, 5)
          .map(({ name, period }) => `${name} (${periodNameInText(period)})`)
          .join('; ')}${undecided.length > 5 ? '; …' : ''}. Chọn rồi nhập lại; chưa có gì thay đổi.`,
        { details: { undecided: undecided.map(({ id }) => id) } },
      );
    const office = await addToOffice(app, context, result.value);
    if (!office.ok) return office;
    return intoDossier(app, context, result.value, decisions);
  };
}

/** Units, groups, indicators and other PCs that are not here yet. */
async function addToOffice(app: App, context: CallContext, found: Compared): Promise<Result<null>> {
  const { addedEntries, addedIndicators, learned } = found;
  if (addedEntries.length + addedIndicators.length + learned.length === 0) return ok(null);
  // The call's expected revision is the dossier's.
  const done = await changeOffice(
    app,
    { ...context, requestId: `${context.requestId}#office`, expectedRevision: null },
    'report.importPackage',
    (draft) => {
      for (const entry of addedEntries) draft.put('entries', entry);
      for (const indicator of addedIndicators) draft.put('indicators', indicator);
      for (const pc of learned) draft.put('pairedPcs', pc);
      return ok(null);
    },
  );
  return done.ok ? ok(null) : done;
}

async function intoDossier(app: App, context: CallContext, found: Compared, decisions: Decisions) {
  const { opened, records, inspection } = found;
  const ref = dossierRef(inspection.dossierId);
  const extensions = new Map(records.files.map(({ id, extension }) => [id, extension]));
  const needed = neededFiles(found, decisions);
  for (const [index, sha256] of needed.entries()) {
    const bytes = opened.files.get(sha256);
    if (!bytes) continue;
    context.progress.report(index, needed.length, 'Giữ tệp gốc');
    const kept = await app.ports.store.putFile(ref, bytes, extensions.get(sha256) ?? 'bin');
    if (!kept.ok) return kept;
  }
  const work = (draft: Draft<DossierTables>): Result<Taken> => {
    if (inspection.creates) createCopy(app, draft, found);
    for (const period of records.periods) {
      const standing = draft.get('periods', period.id);
      if (!standing) draft.put('periods', period);
      else if (standing.cameAlone && !period.cameAlone)
        draft.put('periods', { ...standing, cameAlone: false });
    }
    const taken = takeReports(draft, found, decisions, context.by);
    const closings = closingsToTake(draft, records, found.ids);
    for (const closing of closings.taken) draft.put('consolidations', closing);
    for (const file of records.files)
      if (needed.includes(file.id) && !draft.get('files', file.id)) draft.put('files', file);
    return ok({ ...taken, closings: closings.taken.length, refusedClosings: closings.refused.length });
  };
  const done = inspection.creates
    ? await app.ports.store.commit(
        ref,
        metaOf(app, context, 'report.importPackage', { expectedRevision: null }),
        work,
      )
    : await changeDossier(app, context, inspection.dossierId, 'report.importPackage', work);
  if (!done.ok) return done;
  return ok({
    dossierId: inspection.dossierId,
    revision: done.value.revision,
    created: inspection.creates,
    ...done.value.reply,
  });
}

/** Files of the reports that are taken, whole or in part; of a new copy also the plan's source. */
function neededFiles({ records, inspection }: Compared, decisions: Decisions): string[] {
  const outcomes = new Map(inspection.rows.map((row) => [row.id, row]));
  const needed = new Set<string>();
  if (inspection.creates && records.plan.sourceFile !== null) needed.add(records.plan.sourceFile);
  for (const report of records.reports) {
    const row = outcomes.get(report.id);
    if (!row || row.outcome === 'same' || row.outcome === 'refused') continue;
    const choice = row.outcome === 'new' ? null : choiceFor(row, decisions);
    const takesAny =
      choice === null ||
      row.differences.some(({ code }) => (choice.figures[code] ?? choice.take) === 'theirs');
    if (takesAny) for (const sha256 of filesOfReport(report)) needed.add(sha256);
  }
  return [...needed];
}

interface ReportsTaken {
  readonly added: number;
  readonly replaced: number;
  readonly same: number;
  readonly kept: number;
  readonly refused: number;
}

interface Taken extends ReportsTaken {
  readonly closings: number;
  readonly refusedClosings: number;
}

function takeReports(
  draft: Draft<DossierTables>,
  found: Compared,
  decisions: Decisions,
  by: string,
): ReportsTaken {
  const count = { added: 0, replaced: 0, same: 0, kept: 0, refused: 0 };
  // Compared again over the draft: what stands now is what is merged with.
  const { records, office, catalogue, opened } = found;
  const rows = comparePackage(draft, records, office.entries, catalogue, opened.manifest.restricted);
  for (const row of rows) {
    const theirs = records.reports.find(({ id }) => id === row.id);
    const ours = draft.get('reports', row.id);
    if (row.outcome === 'refused' || !theirs) count.refused += 1;
    else if (row.outcome === 'same') count.same += 1;
    else if (!ours) {
      draft.put('reports', theirs);
      count.added += 1;
    } else {
      const choice = choiceFor(row, decisions);
      const merged = choice ? mergeReports(ours, theirs, choice, row.differences, by) : null;
      if (merged) draft.put('reports', merged);
      count[merged ? 'replaced' : 'kept'] += 1;
    }
  }
  return count;
}

/** A received copy: the plan with its text and items, so that this PC can enter, ask and add up. */
function createCopy(app: App, draft: Draft<DossierTables>, { records, inspection, opened }: Compared): void {
  const { now } = nowOf(app);
  const { plan } = records;
  const note = {
    at: now,
    by: opened.manifest.madeBy,
    text: `Bản nhận từ gói ${periodNameInText(inspection.period)}, lập lúc ${opened.manifest.madeAt}.`,
  };
  draft.put('plan', { ...plan, notes: [...(plan.notes ?? []), note] });
  for (const item of records.items) draft.put('items', item);
  draft.put('documents', {
    id: inspection.dossierId,
    type: plan.type,
    kindName: plan.kind ?? KIND_OF_TYPE[plan.type] ?? 'KẾ HOẠCH',
    title: plan.title,
    status: 'draft',
    registration: null,
    signedFile: null,
    files: [],
    createdAt: now,
  });
}
