/** Workbooks read and changed by another program's eyes (ExcelJS), never by our own reader. */
import { readFile, writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

export async function openWorkbook(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await readFile(file)).buffer);
  return workbook;
}

/** The cell that a workbook-level defined name points at. */
export function namedCell(workbook: ExcelJS.Workbook, name: string): ExcelJS.Cell | undefined {
  const place = workbook.definedNames.getRanges(name).ranges[0];
  const match = /^'?(.+?)'?!\$?([A-Z]+)\$?(\d+)$/.exec(place ?? '');
  if (!match) return undefined;
  return workbook.getWorksheet(match[1]?.replaceAll("''", "'") ?? '')?.getCell(`${match[2]}${match[3]}`);
}

/** The number that stands in a cell: typed, or the stored result of a formula. */
export function numberIn(cell: ExcelJS.Cell | undefined): number | null {
  const value = cell?.value;
  if (typeof value === 'number') return value;
  if (value !== null && typeof value === 'object' && 'result' in value && typeof value.result === 'number')
    return value.result;
  return null;
}

/** Changes named cells of a workbook file in place, as a person would in Excel. */
export async function editWorkbook(
  file: string,
  figures: Readonly<Record<string, number | string>>,
): Promise<void> {
  const workbook = await openWorkbook(file);
  for (const [name, figure] of Object.entries(figures)) {
    const cell = namedCell(workbook, name);
    if (!cell) throw new Error(`no cell is named ${name} in ${file}`);
    cell.value = figure;
  }
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A form with values written into its named cells, as a person would in Excel. */
export async function editFormBytes(
  bytes: Uint8Array,
  values: Readonly<Record<string, number | string>>,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  for (const [name, value] of Object.entries(values)) {
    const cell = namedCell(workbook, name);
    if (!cell) throw new Error(`no cell is named ${name}`);
    cell.value = value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
