/** Kinh phí of a plan and of its conferences. */
import { budgetWorkbook } from '../../documents/budget-workbook';
import { removeBudgetLine, saveBudgetLine } from '../../domain/budget/commands';
import { paymentsOf, type BudgetLine } from '../../domain/budget/model';
import { budgetQuestions, budgetTotals, paidOf } from '../../domain/budget/totals';
import { PLAN_ID } from '../../domain/plan/model';
import type { View } from '../../records';
import { ok } from '../../result';
import type { BudgetRow } from '../../rpc/contract/conference';
import type { DossierTables } from '../../schema/aggregates';
import { safeFileName } from '../../text/file-name';
import { changeDossier, loadDossier, loadOffice, nowOf, offer, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';

/** The plan's own lines first, then those of each conference; a conference that was taken out is still told. */
function rowsOf(view: View<DossierTables>): readonly BudgetRow[] {
  const about = ({ conferenceId }: BudgetLine): string => {
    if (conferenceId === null) return '';
    const item = view.get('items', conferenceId);
    if (item?.kind !== 'conference') return 'Hội nghị không còn trong kế hoạch';
    return item.dropped ? `${item.name} (đã bỏ khỏi kế hoạch)` : item.name;
  };
  return view
    .list('budgetLines')
    .map((line) => ({
      ...line,
      spent: null,
      payments: [...paymentsOf(line)],
      paid: paidOf(line),
      about: about(line),
      questions: [...budgetQuestions(line)],
    }))
    .sort((a, b) => Number(a.conferenceId !== null) - Number(b.conferenceId !== null));
}

export function listBudget(app: App): Handler<'budget.list'> {
  return async ({ dossierId, conferenceId }) => {
    const dossier = await loadDossier(app, dossierId);
    if (!dossier.ok) return dossier;
    const lines = rowsOf(dossier.value.view).filter(
      (line) => conferenceId === undefined || line.conferenceId === conferenceId,
    );
    return ok({ lines, totals: budgetTotals(lines) });
  };
}

export function saveBudget(app: App): Handler<'budget.save'> {
  return async ({ dossierId, ...command }, context) => {
    const newId = app.ports.ids.next();
    const done = await changeDossier(app, context, dossierId, 'budget.save', (draft) =>
      saveBudgetLine(draft, { ...command, newId }, nowOf(app)),
    );
    if (!done.ok) return done;
    const { reply, revision } = done.value;
    return ok({ revision, id: reply.id, questions: [...budgetQuestions(reply)] });
  };
}

export function removeBudget(app: App): Handler<'budget.remove'> {
  return async ({ dossierId, id }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'budget.remove', (draft) => removeBudgetLine(draft, id)),
    );
}

export function exportBudget(app: App): Handler<'budget.export'> {
  return async ({ dossierId }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const dossier = await loadDossier(app, dossierId);
    if (!dossier.ok) return dossier;
    const { view } = dossier.value;
    const planTitle = view.get('plan', PLAN_ID)?.title ?? '';
    const lines = rowsOf(view);
    const written = await app.ports.spreadsheetWriter.write(
      budgetWorkbook({
        issuingBody: office.value.profile.issuingBody,
        planTitle,
        lines,
        createdAt: nowOf(app).now,
      }),
    );
    if (!written.ok) return written;
    const name = safeFileName(`Kinh phí ${planTitle.slice(0, 80)}.xlsx`);
    return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), rows: lines.length });
  };
}
