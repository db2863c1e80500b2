/** Sheet "Mô hình hay" of the summary: titled entries of the units, each with where it was told. */
import { periodNameInText } from '../domain/report/periods';
import { CENTRED, HEAD, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type SheetModel } from './sheet-model';
import { headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';
import type { SummaryInput } from './summary-input';

const COLUMNS = [6, 32, 38, 50, 22];
const LIST_TOP = 5;

/** Null where no unit told any: an empty sheet says nothing. */
export function modelsSheet(input: SummaryInput, footer: string): SheetModel | null {
  const models = input.models ?? [];
  if (models.length === 0) return null;
  const rows = models.map((model, index) => ({ ...model, row: LIST_TOP + 1 + index, ordinal: index + 1 }));
  const top = { ...TEXT, vertical: 'top' } as const;
  const width = COLUMNS.reduce((sum, one) => sum + one, 0);
  return {
    name: SUMMARY_SHEETS.models,
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: {
      ...headHeights(input, width),
      ...Object.fromEntries(
        rows.map(({ row, name, title, result }) => [
          row,
          rowHeight(
            [name, title, result].map((text, at) => ({ text, width: COLUMNS[at + 1] ?? 30, size: 12 })),
          ),
        ]),
      ),
    },
    cells: [
      ...sheetHead(input, 'MÔ HÌNH HAY, CÁCH LÀM HIỆU QUẢ'),
      ...textRow(LIST_TOP, ['STT', 'Đơn vị', 'Tên mô hình, cách làm', 'Kết quả', 'Kỳ báo cáo'], HEAD),
      ...rows.flatMap(({ row, ordinal, name, title, result, period }): readonly CellModel[] => [
        { row, column: 1, value: { kind: 'number', value: ordinal }, style: CENTRED },
        textCell(row, 2, name, top),
        textCell(row, 3, title, top),
        textCell(row, 4, result, top),
        textCell(row, 5, periodNameInText(period), { ...CENTRED, wrap: true }),
      ]),
    ],
    merges: headMerges(1, COLUMNS.length),
    freeze: { rows: LIST_TOP, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${LIST_TOP}:${LIST_TOP}`,
      footer,
    },
  };
}
