/** Plain rows of the visible sheets, for lists that an office keeps in Excel. */
import type { RawTable } from '../../../../shared/ports/documents';
import type { Result } from '../../../../shared/result';
import { ok } from '../../../../shared/result';
import { asResult } from './as-result';
import { visitCells } from './cells';
import { openWorkbook } from './workbook';

/**
 * Rows with at least one filled cell; `cells` runs from column A and is padded with "" inside. Formulas give their
 * stored text, dates dd/MM/yyyy, numbers a decimal comma.
 */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<Result<readonly RawTable[]>> {
  return asResult(fileName, async () => {
    const workbook = await openWorkbook(bytes, fileName);
    const tables = workbook.sheets
      .filter((sheet) => !sheet.hidden)
      .map((sheet): RawTable => {
        const rows = new Map<number, string[]>();
        const numbers = new Map<number, number[]>();
        visitCells(workbook, sheet, fileName, ({ row, column, text, type }) => {
          const cells = rows.get(row) ?? [];
          rows.set(row, cells);
          while (cells.length < column - 1) cells.push('');
          cells[column - 1] = text;
          if (type === 'number') {
            const places = numbers.get(row);
            if (places) places.push(column - 1);
            else numbers.set(row, [column - 1]);
          }
        });
        return {
          sheet: sheet.name,
          rows: [...rows]
            .filter(([, cells]) => cells.some((text) => text !== ''))
            .sort(([left], [right]) => left - right)
            .map(([row, cells]) => ({ row, cells, numbers: numbers.get(row) ?? [] })),
        };
      });
    return ok(tables);
  });
}
