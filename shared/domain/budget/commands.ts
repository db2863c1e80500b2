/** Lines of a budget: kept and removed. */
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { dayFault } from '../report/day-faults';
import { paymentsOf, type BudgetLine } from './model';

const NO_LINE = 'Không tìm thấy dòng kinh phí này; có thể đã được bỏ.';

export interface SaveBudgetLine extends Omit<BudgetLine, 'id' | 'createdAt'> {
  /** null: a new one. */
  readonly id: string | null;
  readonly newId: string;
}

/** Where a fault of a payment's day is told: beside the row that holds it. */
export function paymentDateField(index: number): string {
  return `payments.${index}.date`;
}

/** Refused: a line of a conference that the plan has not, a day of approval or payment after today. */
export function saveBudgetLine(
  draft: Draft<DossierTables>,
  { newId, ...command }: SaveBudgetLine,
  at: { readonly now: Instant; readonly today: PlainDate },
): Result<BudgetLine> {
  const standing = command.id === null ? undefined : draft.get('budgetLines', command.id);
  if (command.id !== null && !standing) return fail('NOT_FOUND', NO_LINE);
  if (command.conferenceId !== null) {
    const item = draft.get('items', command.conferenceId);
    if (item?.kind !== 'conference' || item.dropped)
      return fail('NOT_FOUND', 'Không tìm thấy hội nghị này trong kế hoạch.');
  }
  // A caller that knows of one payment only sends it as `spent`: it is the first of the list.
  const payments = paymentsOf(command);
  const fault =
    dayFault(command.approved?.date ?? null, { notAfter: at.today }, 'approvedDate', 'Ngày phê duyệt') ??
    payments
      .map(({ date }, index) =>
        dayFault(date, { notAfter: at.today }, paymentDateField(index), `Ngày chi lần ${index + 1}`),
      )
      .find((one) => one !== null);
  if (fault) return fault;
  const line: BudgetLine = {
    ...command,
    id: standing?.id ?? newId,
    content: command.content.trim(),
    source: command.source.trim(),
    spent: null,
    payments: payments.map((payment) => ({ ...payment, numberText: payment.numberText.trim() })),
    createdAt: standing?.createdAt ?? at.now,
  };
  draft.put('budgetLines', line);
  return ok(line);
}

export function removeBudgetLine(draft: Draft<DossierTables>, id: string): Result<null> {
  if (!draft.get('budgetLines', id)) return fail('NOT_FOUND', NO_LINE);
  draft.remove('budgetLines', id);
  return ok(null);
}
