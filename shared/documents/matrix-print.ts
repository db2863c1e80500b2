/** The matrix as it is printed: letters in place of signs (a printer's font has no ◐), sums, legend. */
import type { OfficeProfile } from '../domain/office/model';
import type { Matrix, MatrixTotal } from '../domain/report/matrix';
import type { UnitState } from '../domain/report/model';
import { columnShort } from '../i18n/vi';
import { formatPercent } from '../text/numbers';
import { bareNumber } from './number-text';
import type { PrintedSigner } from './signature-block';

export interface MatrixPrintInput {
  readonly office: OfficeProfile;
  readonly matrix: Matrix;
  /** dossierId → number or title of the plan. */
  readonly names: ReadonlyMap<string, string>;
  readonly year: number;
  readonly createdAt: string;
  /** Set: a place for the signature is printed too. */
  readonly signer: PrintedSigner | null;
}

/** Letter and light fill of each state: read in black and white by the letter alone. */
export const PRINTED_STATE: Readonly<
  Record<UnitState, { readonly letter: string; readonly word: string; readonly fill?: string }>
> = {
  'on-time': { letter: 'Đ', word: 'đúng hạn', fill: 'DDF0DD' },
  late: { letter: 'T', word: 'trễ hạn', fill: 'FFF0C8' },
  missing: { letter: 'C', word: 'chưa báo cáo', fill: 'F8D4D0' },
  returned: { letter: 'L', word: 'đã trả lại', fill: 'E9DAF2' },
  'not-due': { letter: '–', word: 'chưa đến hạn' },
};

type Cell = Matrix['groups'][number]['rows'][number]['cells'][number];

const RAISED = { 1: '¹', 2: '²', 3: '³' } as const;

/** "Đ", "Đ°" nil, "T+" extended, "C²" after lần 2; "" where nothing is owed. */
export function printedCell(cell: Cell): string {
  if (cell === null) return '';
  return `${PRINTED_STATE[cell.state].letter}${cell.nil ? '°' : ''}${cell.extended ? '+' : ''}${cell.chased ? RAISED[cell.chased.level] : ''}`;
}

/** Received of owed, over the columns in which the unit owes. */
export function rowSum(cells: readonly Cell[]): { readonly received: number; readonly expected: number } {
  const owed = cells.filter((cell) => cell !== null);
  return {
    received: owed.filter(({ state }) => state === 'on-time' || state === 'late').length,
    expected: owed.length,
  };
}

/** Share of on time among units whose day has come, in percent; null while none has. */
export function onTimeRate(total: MatrixTotal): number | null {
  const due = total.expected - total.notDue;
  return due === 0 ? null : (total.onTime * 100) / due;
}

/** The rows under the table. */
export const TOTAL_ROWS: readonly { readonly title: string; readonly of: (total: MatrixTotal) => string }[] =
  [
    { title: 'Phải báo cáo', of: ({ expected }) => String(expected) },
    { title: 'Đã nhận', of: ({ received }) => String(received) },
    { title: 'Đúng hạn', of: ({ onTime }) => String(onTime) },
    { title: 'Chưa báo cáo, đã trả lại', of: ({ missing, returned }) => String(missing + returned) },
    { title: 'Chưa đến hạn', of: ({ notDue }) => String(notDue) },
    {
      title: 'Tỷ lệ đúng hạn (trên số đã đến hạn)',
      of: (total) => {
        const rate = onTimeRate(total);
        return rate === null ? '–' : formatPercent(rate);
      },
    },
  ];

export const MATRIX_TITLE = 'BẢNG THEO DÕI NỘP BÁO CÁO';

export const LEGEND = `${Object.values(PRINTED_STATE)
  .map(({ letter, word }) => `${letter} ${word}`)
  .join(
    ' · ',
  )} · ° không phát sinh · + được gia hạn · ¹ ² ³ đã đôn đốc lần 1, 2, 3 · ô trống: không phải báo cáo · dòng nhóm: số đơn vị đã nộp.`;

/** Plans of the columns in order; with more than one, a column says which by its place in this list. */
export function plansOf({
  matrix,
  names,
}: MatrixPrintInput): readonly { readonly id: string; readonly name: string }[] {
  return [...new Set(matrix.columns.map(({ dossierId }) => dossierId))].map((id) => ({
    id,
    name: bareNumber(names.get(id) ?? id),
  }));
}

/** "T3"; "T3 (2)" of the second plan where there are several. */
export function columnTitle(input: MatrixPrintInput, index: number): string {
  const column = input.matrix.columns[index];
  if (!column) return '';
  const plans = plansOf(input);
  const short = columnShort(column).replace(/^Th\./u, 'T');
  return plans.length === 1
    ? short
    : `${short} (${plans.findIndex(({ id }) => id === column.dossierId) + 1})`;
}

/** "Kế hoạch: 07-KH/ĐU", or "(1) 07-KH/ĐU; (2) …". */
export function plansText(input: MatrixPrintInput): string {
  const plans = plansOf(input);
  return plans.length === 1
    ? `Kế hoạch: ${plans[0]?.name ?? ''}`
    : plans.map(({ name }, index) => `(${index + 1}) ${name}`).join('; ');
}
