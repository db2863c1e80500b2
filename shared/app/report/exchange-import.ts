/** "Gói kỳ" in: merged by unit as a person decides; one commit of the dossier. */
import { formatInstant } from '../../date/plain-date';
import { KIND_OF_TYPE } from '../../domain/plan/plan-record';
import { closingsToTake } from '../../domain/report/exchange-mapping';
import { comparePackage, mergeReports } from '../../domain/report/exchange-merge';
import { filesOfReport } from '../../domain/report/report-files';
import type { PackageChoice, PackageRow } from '../../domain/report/exchange-model';
import { periodNameInText } from '../../domain/report/periods';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import {
  changeDossier,
  changeOffice,
  checkSeen,
  CLOSED,
  dossierRef,
  metaOf,
  nowOf,
  type App,
} from '../application';
import type { CallContext, Handler } from '../handlers';
import { compared, type Compared } from './exchange-inspect';

/** Revisions in which a retry is looked for. */
const RETRIED_WITHIN = 50;

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
    const { inspection, standing } = result.value;
    if (dossierId !== null && dossierId !== inspection.dossierId)
      return fail('BAD_REQUEST', `Gói này của kế hoạch khác: “${inspection.planTitle}”.`, {
        details: { dossierId: inspection.dossierId },
      });
    const open = await mayBeWritten(app, context, inspection.dossierId, standing);
    if (!open.ok) return open;
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

/**
 * Units, indicators and files are written before the dossier: what would refuse it is asked first. A retry of an import
 * that was done goes on to the store, which gives its answer again.
 */
async function mayBeWritten(
  app: App,
  context: CallContext,
  dossierId: string,
  standing: Compared['standing'],
): Promise<Result<null>> {
  if (standing === null) return ok(null);
  const refusal = standing.ended ? fail('FORBIDDEN', CLOSED) : checkSeen(context, standing.revision);
  if (refusal.ok) return refusal;
  const history = await app.ports.store.history(dossierRef(dossierId), { limit: RETRIED_WITHIN });
  if (!history.ok) return history;
  return history.value.some(({ requestId }) => requestId === context.requestId) ? ok(null) : refusal;
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
    text: `Bản nhận từ gói ${periodNameInText(inspection.period)}, lập lúc ${formatInstant(opened.manifest.madeAt)}.`,
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
