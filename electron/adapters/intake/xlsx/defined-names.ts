/** Where a defined name of a workbook points. */
import { cellAddress } from '../../../../shared/documents/sheet-model';
import { parseAddress } from './cells';
import type { DefinedName, Workbook, WorkbookSheet } from './workbook';

const MAX_REFERENCE = 300;

export interface NamedPlace {
  readonly sheet: WorkbookSheet;
  readonly address: string;
  readonly row: number;
  readonly column: number;
}

/** "'Báo cáo'!$D$7" or a range of a merged cell → its first cell. "#REF!" and other workbooks → null: the cell is gone. */
export function placeOf(name: DefinedName, workbook: Workbook): NamedPlace | null {
  if (name.reference.length > MAX_REFERENCE) return null;
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Za-z]{1,3}\$?\d+)(?::\$?[A-Za-z]{1,3}\$?\d+)?$/.exec(
    name.reference.trim(),
  );
  if (!match) return null;
  const sheetName = (match[1]?.replaceAll("''", "'") ?? match[2] ?? '').normalize('NFC').toLowerCase();
  const sheet = workbook.sheets.find((candidate) => candidate.name.toLowerCase() === sheetName);
  const address = parseAddress(match[3] ?? '');
  if (!sheet || !address) return null;
  return { sheet, ...address, address: cellAddress(address.row, address.column) };
}
