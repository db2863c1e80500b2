/**
 * Whether the named cells of a returned form still stand in their own rows. Sorting or swapping rows in a spreadsheet
 * moves what the cells hold and leaves the names behind: every figure would be read for another indicator.
 */
import type { RawForm } from '../../ports/documents';
import type { Indicator } from '../office/model';
import { faultMessage, placeOf, type FigureFault, type FigureInput } from './judge-figures';

const UNDO = 'Hoàn tác việc sắp xếp hoặc đổi chỗ các dòng, hoặc chép số liệu sang một biểu mới';

/**
 * One fault a cell: its row prints another indicator's code (`row-moved`), its row lost the code that other rows of
 * the sheet still have (`row-moved`), or another name points at it too (`names-overlap`). A sheet that prints no codes
 * at all can't be told.
 */
export function misplacedNames(
  raw: RawForm,
  inputs: readonly FigureInput[],
  fileName: string,
): readonly FigureFault[] {
  const faults: FigureFault[] = [];
  const refuse = (
    { sheet, cell, indicator }: FigureInput,
    code: 'row-moved' | 'names-overlap',
    problem: string,
  ): void => {
    const message = faultMessage(fileName, placeOf(fileName, sheet, cell, indicator), problem, UNDO);
    faults.push({ sheet, cell, code, indicator: indicator.id, message });
  };
  const withCodes = new Set(
    inputs.flatMap(({ indicator, sheet }) => (Object.hasOwn(raw.rowCodes, indicator.id) ? [sheet] : [])),
  );
  const nil = raw.cells.NIL;
  const taken = new Map<string, string>();
  if (nil) taken.set(`${nil.sheet}\n${nil.cell}`, 'ô “Không phát sinh”');
  for (const input of inputs) {
    const { indicator, sheet, cell } = input;
    const key = `${sheet ?? ''}\n${cell ?? ''}`;
    const other = taken.get(key);
    if (other !== undefined) {
      refuse(input, 'names-overlap', `ô này vừa là của ${titleOf(indicator)}, vừa là ${other}`);
      continue;
    }
    taken.set(key, `của ${titleOf(indicator)}`);
    const printed = raw.rowCodes[indicator.id];
    if (printed !== undefined && printed !== indicator.id)
      refuse(
        input,
        'row-moved',
        `ô nhập của ${titleOf(indicator)} nay nằm ở dòng ghi mã ${printed}: các dòng của biểu đã bị sắp xếp hoặc đổi chỗ`,
      );
    else if (printed === undefined && withCodes.has(sheet))
      refuse(
        input,
        'row-moved',
        `dòng có ô nhập của ${titleOf(indicator)} không còn ghi mã: biểu đã bị sửa cấu trúc`,
      );
  }
  return faults;
}

function titleOf({ id, name }: Indicator): string {
  return `chỉ tiêu ${id} (${name})`;
}
