/** Kinh phí of a plan and of its conferences: what for, whose money, estimated, approved, spent. Amounts in đồng. */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';

/** More payments of one line are a line of their own. */
const MOST_PAYMENTS = 200;

/** Nothing a ward pays comes near it: more is a slip of zeros. */
const LARGEST = 100_000_000_000;

const amount = z
  .number('Ghi số tiền bằng đồng.')
  .int('Số tiền tính bằng đồng, không có phần lẻ.')
  .nonnegative('Số tiền không được âm.')
  .max(LARGEST, 'Số tiền lớn quá 100 tỷ đồng; hãy xem lại số không.');

/** The document that approves, or one payment with its voucher: number and day. */
const backed = z.object({
  amount,
  numberText: z.string().default(''),
  date: plainDateSchema.nullable().default(null),
});

export const budgetLineSchema = z.object({
  id: z.string().min(1),
  /** null: of the plan as a whole. */
  conferenceId: z.string().nullable(),
  content: z.string().trim().min(1, 'Ghi nội dung chi.'),
  /** Nguồn: "Ngân sách phường", "Kinh phí Đảng". */
  source: z.string().default(''),
  estimate: amount.nullable(),
  approved: backed.nullable(),
  /** The one payment of lines that were written before there could be several; read by `paymentsOf` alone. */
  spent: backed.nullable(),
  /** Each payment with its voucher, as entered. Absent in lines that were written before. */
  payments: z.array(backed).max(MOST_PAYMENTS, `Một dòng có nhiều nhất ${MOST_PAYMENTS} lần chi.`).optional(),
  note: z.string().default(''),
  createdAt: instantSchema,
});
export type BudgetLine = z.infer<typeof budgetLineSchema>;
export const paymentSchema = backed;
export type Payment = z.infer<typeof paymentSchema>;

/** All payments of a line, whenever it was written. */
export function paymentsOf({ spent, payments }: Pick<BudgetLine, 'spent' | 'payments'>): readonly Payment[] {
  return [...(spent === null ? [] : [spent]), ...(payments ?? [])];
}
