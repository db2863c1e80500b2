/** Sums of a budget, and what is asked about it. */
import { formatNumber } from '../../text/numbers';
import { formatDate } from '../../date/plain-date';
import { paymentsOf, type BudgetLine } from './model';

export interface BudgetTotals {
  readonly estimate: number;
  readonly approved: number;
  readonly spent: number;
  /** Approved and not spent; negative where more was spent. */
  readonly left: number;
}

type Amounts = Pick<BudgetLine, 'estimate' | 'approved' | 'spent' | 'payments'>;

/** What was paid of a line, over all payments. */
export function paidOf(line: Pick<BudgetLine, 'spent' | 'payments'>): number {
  return paymentsOf(line).reduce((sum, { amount }) => sum + amount, 0);
}

/** Whole đồng: the sums are exact. */
export function budgetTotals(lines: readonly Amounts[]): BudgetTotals {
  let [estimate, approved, spent] = [0, 0, 0];
  for (const line of lines) {
    estimate += line.estimate ?? 0;
    approved += line.approved?.amount ?? 0;
    spent += paidOf(line);
  }
  return { estimate, approved, spent, left: approved - spent };
}

/** "1.500.000 đồng" */
export function dong(amount: number): string {
  return `${formatNumber(amount, 0)} đồng`;
}

/** Vietnamese sentences about a line; it is taken as it stands all the same. */
export function budgetQuestions(
  line: Pick<BudgetLine, 'content'> & Amounts & { readonly source?: string },
): readonly string[] {
  const { content, estimate, approved } = line;
  const payments = paymentsOf(line);
  const paid = paidOf(line);
  const questions: string[] = [];
  if (approved && estimate !== null && approved.amount > estimate)
    questions.push(
      `“${content}”: được duyệt ${dong(approved.amount)}, nhiều hơn dự toán ${dong(estimate)}. Đúng không?`,
    );
  if (approved && paid > approved.amount)
    questions.push(
      `“${content}”: thực chi ${dong(paid)}${payments.length > 1 ? ` qua ${payments.length} lần` : ''}, vượt số được duyệt ${dong(approved.amount)}. Đã có văn bản bổ sung chưa?`,
    );
  if (paid > 0 && !approved) questions.push(`“${content}”: đã chi nhưng chưa ghi số được duyệt.`);
  if (approved && approved.numberText.trim() === '')
    questions.push(`“${content}”: chưa ghi số văn bản phê duyệt.`);
  const approvedOn = approved?.date ?? null;
  const early = payments.find(({ date }) => date !== null && approvedOn !== null && date < approvedOn);
  if (early?.date && approvedOn !== null)
    questions.push(
      `“${content}”: chi ngày ${formatDate(early.date)}, trước ngày duyệt ${formatDate(approvedOn)}. Đúng không?`,
    );
  const twice = payments.find(({ amount, numberText, date }, index) =>
    payments.some(
      (other, at) =>
        at < index &&
        numberText !== '' &&
        other.numberText === numberText &&
        other.amount === amount &&
        other.date === date,
    ),
  );
  if (twice)
    questions.push(
      `“${content}”: chứng từ ${twice.numberText}, ${dong(twice.amount)} có hai lần. Có ghi trùng không?`,
    );
  return questions;
}
