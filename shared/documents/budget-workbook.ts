/** Kinh phí of a plan and its conferences as a workbook; amounts in đồng, sums as formulas that hold their values. */
import { budgetTotals, dong, paidOf } from '../domain/budget/totals';
import { paymentsOf, type BudgetLine, type Payment } from '../domain/budget/model';
import { CENTRED, HEAD, NUMBER, numberOrEmpty, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow, TOTAL_FILL } from './cell-style'; // prettier-ignore
import { formatDate } from '../date/plain-date';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

export interface BudgetWorkbookInput {
  readonly issuingBody: string;
  readonly planTitle: string;
  /** In order; `about` names the conference, empty for the plan as a whole. */
  readonly lines: readonly (BudgetLine & { readonly about: string })[];
  readonly createdAt: string;
}

const HEADS = [
  'STT', 'Nội dung chi', 'Hội nghị', 'Nguồn', 'Dự toán', 'Được duyệt', 'Văn bản duyệt', 'Thực chi', 'Chứng từ', 'Còn lại', 'Ghi chú',
]; // prettier-ignore
const WIDTHS = [6, 36, 34, 20, 15, 15, 22, 15, 34, 15, 20];
const HEAD_ROW = 5;
const DONG = '#,##0';

function documentWords(backed: Payment | null): string {
  if (backed === null) return '';
  return [backed.numberText, backed.date === null ? '' : formatDate(backed.date)].filter(Boolean).join(', ');
}

/** One payment: its voucher; several: a line each, with its amount. */
function voucherWords(payments: readonly Payment[]): string {
  if (payments.length === 1) return documentWords(payments[0] ?? null);
  return payments
    .map((payment, index) => {
      const words = documentWords(payment);
      return `${index + 1}. ${words === '' ? '' : `${words}: `}${dong(payment.amount)}`;
    })
    .join('\n');
}

export function budgetWorkbook(input: BudgetWorkbookInput): WorkbookModel {
  const { lines } = input;
  const first = HEAD_ROW + 1;
  const last = HEAD_ROW + lines.length;
  const cells: CellModel[] = [
    textCell(1, 1, input.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, 'KINH PHÍ THỰC HIỆN KẾ HOẠCH', SHEET_TITLE),
    textCell(3, 1, `${input.planTitle} – đơn vị tính: đồng`, SHEET_SUBTITLE),
    ...textRow(HEAD_ROW, HEADS, HEAD),
  ];
  const heights: Record<number, number> = {
    2: 24,
    3: rowHeight([{ text: input.planTitle, width: 200, size: 12 }]),
    [HEAD_ROW]: 34,
  };
  lines.forEach((line, index) => {
    const row = first + index;
    const texts: Record<number, string> = {
      2: line.content,
      3: line.about,
      4: line.source,
      7: documentWords(line.approved),
      9: voucherWords(paymentsOf(line)),
      11: line.note,
    };
    cells.push({ row, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED });
    for (const [column, text] of Object.entries(texts)) cells.push(textCell(row, Number(column), text, TEXT));
    for (const [column, value] of [
      [5, line.estimate],
      [6, line.approved?.amount ?? null],
      [8, paymentsOf(line).length === 0 ? null : paidOf(line)],
    ] as const)
      cells.push({ row, column, value: numberOrEmpty(value, DONG), style: NUMBER });
    cells.push({
      row,
      column: 10,
      value: { kind: 'formula', formula: `F${row}-H${row}`, value: budgetTotals([line]).left, format: DONG },
      style: NUMBER,
    });
    heights[row] = rowHeight(
      Object.entries(texts).map(([column, text]) => ({
        text,
        width: WIDTHS[Number(column) - 1] ?? 10,
        size: 12,
      })),
    );
  });
  const total = budgetTotals(lines);
  const sums: Readonly<Record<number, readonly [string, number]>> = {
    5: ['E', total.estimate],
    6: ['F', total.approved],
    8: ['H', total.spent],
    10: ['J', total.left],
  };
  for (let column = 1; column <= HEADS.length; column += 1) {
    const sum = sums[column];
    cells.push(
      sum
        ? {
            row: last + 1,
            column,
            value:
              lines.length === 0
                ? { kind: 'number', value: 0, format: DONG }
                : {
                    kind: 'formula',
                    formula: `SUM(${sum[0]}${first}:${sum[0]}${last})`,
                    value: sum[1],
                    format: DONG,
                  },
            style: { ...NUMBER, bold: true, fill: TOTAL_FILL },
          }
        : textCell(last + 1, column, column === 2 ? 'Cộng' : '', { ...TEXT, bold: true, fill: TOTAL_FILL }),
    );
  }
  return {
    title: `Kinh phí – ${input.planTitle}`,
    creator: input.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Kinh phí',
        visibility: 'visible',
        columns: WIDTHS,
        rowHeights: heights,
        cells,
        merges: ['A1:K1', 'A2:K2', 'A3:K3'],
        freeze: { rows: HEAD_ROW, columns: 2 },
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`Kinh phí, ${lines.length} dòng`),
        },
      },
    ],
  };
}
