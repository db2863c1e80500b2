/** Sums of a budget, and what is asked about it. */
import { formatNumber } from '../../text/numbers';
import type { BudgetLine } from './model';

export interface BudgetTotals {
  readonly estimate: number;
  readonly approved: number;
  readonly spent: number;
  /** Approved and not spent; negative where more was spent. */
  readonly left: number;
}

type Amounts = Pick<BudgetLine, 'estimate' | 'approved' | 'spent'>;

/** Whole đồng: the sums are exact. */
export function budgetTotals(lines: readonly Amounts[]): BudgetTotals {
  let [estimate, approved, spent] = [0, 0, 0];
  for (const line of lines) {
    estimate += line.estimate ?? 0;
    approved += line.approved?.amount ?? 0;
    spent += line.spent?.amount ?? 0;
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
  const { content, estimate, approved, spent } = line;
  const questions: string[] = [];
  if (approved && estimate !== null && approved.amount > estimate)
    questions.push(
      `“${content}”: được duyệt ${dong(approved.amount)}, nhiều hơn dự toán ${dong(estimate)}. Đúng không?`,
    );
  if (spent && approved && spent.amount > approved.amount)
    questions.push(
      `“${content}”: thực chi ${dong(spent.amount)}, vượt số được duyệt ${dong(approved.amount)}. Đã có văn bản bổ sung chưa?`,
    );
  if (spent && spent.amount > 0 && !approved)
    questions.push(`“${content}”: đã chi nhưng chưa ghi số được duyệt.`);
  if (approved && approved.numberText.trim() === '')
    questions.push(`“${content}”: chưa ghi số văn bản phê duyệt.`);
  return questions;
}
