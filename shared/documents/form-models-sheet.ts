/** Sheet "Mô hình hay" of a form: a few rows for what a unit did well, by title. */
import { MODEL_COUNT, MODEL_RESULT_LIMIT, MODEL_TITLE_LIMIT } from '../domain/report/judge-models';
import { formatNumber } from '../text/numbers';
import { CENTRED, EMPTY, HEAD, INPUT_FILL, sheetFooter, TEXT, textRow } from './cell-style';
import { FORM_SHEETS, MODEL_ROWS, modelCellName } from './form-identity';
import { PRIVACY_SENTENCE, type FormInput } from './form-input';
import { textCell, type CellModel, type SheetModel } from './sheet-model';

const HEAD_ROW = 4;
const INPUT = { ...TEXT, vertical: 'top', unlocked: true, fill: INPUT_FILL } as const;

/** A form asks for them where it asks how many there are. */
export function asksForModels({ indicators }: Pick<FormInput, 'indicators'>): boolean {
  return indicators.some(({ id }) => id === MODEL_COUNT);
}

export function modelsFormSheet(code: string): SheetModel {
  const rows = Array.from({ length: MODEL_ROWS }, (_, index) => index + 1);
  const input = (
    row: number,
    column: number,
    part: 'ten' | 'ketqua',
    what: string,
    limit: number,
  ): CellModel => ({
    row: HEAD_ROW + row,
    column,
    value: EMPTY,
    name: modelCellName(row, part),
    style: INPUT,
    validation: {
      kind: 'text',
      maximumLength: limit,
      message: `${what} không quá ${formatNumber(limit)} ký tự.`,
    },
  });
  return {
    name: FORM_SHEETS.models,
    visibility: 'visible',
    columns: [6, 38, 52],
    rowHeights: {
      1: 24,
      2: 34,
      [HEAD_ROW]: 24,
      ...Object.fromEntries(rows.map((row) => [HEAD_ROW + row, 66])),
    },
    cells: [
      textCell(1, 1, 'MÔ HÌNH HAY, CÁCH LÀM HIỆU QUẢ', { bold: true, size: 14, align: 'center' }),
      textCell(
        2,
        1,
        `${PRIVACY_SENTENCE} Ghi tên mô hình và kết quả của đơn vị, mỗi mô hình một dòng; không có thì để trống.`,
        { bold: true, italic: true, size: 12, wrap: true, vertical: 'top', color: 'C00000' },
      ),
      ...textRow(HEAD_ROW, ['STT', 'Tên mô hình, cách làm', 'Kết quả nổi bật'], HEAD),
      ...rows.flatMap((row): CellModel[] => [
        { row: HEAD_ROW + row, column: 1, value: { kind: 'number', value: row }, style: CENTRED },
        input(row, 2, 'ten', 'Tên mô hình', MODEL_TITLE_LIMIT),
        input(row, 3, 'ketqua', 'Kết quả', MODEL_RESULT_LIMIT),
      ]),
    ],
    merges: ['A1:C1', 'A2:C2'],
    protect: true,
    print: { orientation: 'portrait', fitToWidth: true, footer: sheetFooter(`Mã biểu ${code}`) },
  };
}
