/** How wide a sheet's columns are and which cells are merged: what the sheet viewer draws besides the cells. */
import { parseAddress } from './cells';
import type { Workbook, WorkbookSheet } from './workbook';
import { scanXml } from './xml';

export interface MergedRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetLayout {
  /** Column → width in characters. */
  readonly widths: ReadonlyMap<number, number>;
  readonly merges: readonly MergedRange[];
}

const MAX_MERGES = 5_000;
/** Columns beyond this are never shown, however many one `<col>` spans. */
const LAST_MEASURED = 1_000;

/** Reads a sheet's layout. Throws `XmlFault`. */
export function readLayout(workbook: Workbook, sheet: WorkbookSheet): SheetLayout {
  const widths = new Map<number, number>();
  const merges: MergedRange[] = [];
  const xml = workbook.sheetXml(sheet);
  if (xml === null) return { widths, merges };
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'col') {
        const [first, last, width] = [
          Number(attributes.get('min')),
          Math.min(Number(attributes.get('max')), LAST_MEASURED),
          Number(attributes.get('width')),
        ];
        if (first >= 1 && width >= 0) for (let at = first; at <= last; at += 1) widths.set(at, width);
      } else if (name === 'mergeCell' && merges.length < MAX_MERGES) {
        const merged = rangeOf(attributes.get('ref') ?? '');
        if (merged) merges.push(merged);
      }
    },
  });
  return { widths, merges };
}

function rangeOf(reference: string): MergedRange | null {
  const [from = '', to = ''] = reference.split(':');
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (!first || !last || last.row < first.row || last.column < first.column) return null;
  return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}
