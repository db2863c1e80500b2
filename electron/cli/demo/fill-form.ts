/**
 * Plays the unit: opens an issued form with another program's eyes (ExcelJS), writes figures into its named cells
 * and saves it, as a person would in Excel. The demo then takes it in like any returned form.
 */
import ExcelJS from 'exceljs';
import { plausibleStock, plausibleSum } from '../../../shared/app/sample/plausible';
import type { Indicator } from '../../../shared/domain/office/model';

/** What a unit answers: code → figure or text. */
export type Figures = Readonly<Record<string, number | string>>;

/** Invented figures of the unit with this index (0, 1, …): plausible, all different, N never above D. */
export function figuresFor(index: number, indicators: readonly Indicator[]): Figures {
  const figures: Record<string, number | string> = {};
  const members = 24 + ((index * 7) % 60);
  const limitOf = (indicator: Indicator): number | null => {
    const limit = indicator.notAbove === null ? undefined : figures[indicator.notAbove];
    return typeof limit === 'number' ? limit : null;
  };
  // Denominators first: numerators look at them.
  const inOrder = [...indicators].sort((a, b) => Number(a.notAbove !== null) - Number(b.notAbove !== null));
  for (const [position, indicator] of inOrder.entries()) {
    if (indicator.kind === 'P' || indicator.kind === 'R') continue;
    if (indicator.kind === 'T') {
      if (!indicator.id.startsWith('NX')) figures[indicator.id] = `0${(index % 8) + 1}-KH/CB`;
      continue;
    }
    if (indicator.kind === 'B') {
      figures[indicator.id] = index % 5 === 4 ? 'không' : 'có';
      continue;
    }
    const limit = limitOf(indicator);
    if (limit !== null) {
      // Of a handful of people none is missing.
      const spare = indicator.kind === 'N' ? Math.floor(limit / 10) : limit;
      figures[indicator.id] = limit - Math.min((index + position) % 3, spare);
    } else if (indicator.kind === 'D') figures[indicator.id] = plausibleStock(indicator.id, members);
    else if (indicator.kind === 'S') {
      const { least, most } = plausibleSum(indicator);
      figures[indicator.id] = least + ((index * 13 + position * 11) % (most - least + 1));
    } else figures[indicator.id] = 1 + ((index * 3 + position) % 9);
  }
  return figures;
}

/** Writes `figures` into the form's cells `ct_<code>`; a code without a cell is an error of the demo itself. */
export async function fillForm(form: Uint8Array, figures: Figures): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // ExcelJS declares Node's older Buffer type; a copy of the bytes as an ArrayBuffer is what it reads.
  await workbook.xlsx.load(new Uint8Array(form).buffer);
  for (const [code, figure] of Object.entries(figures)) {
    const place = workbook.definedNames.getRanges(`ct_${code}`).ranges[0];
    const match = /^'?(.+?)'?!\$?([A-Z]+)\$?(\d+)$/.exec(place ?? '');
    const sheet = match ? workbook.getWorksheet(match[1]?.replaceAll("''", "'") ?? '') : undefined;
    if (!match || !sheet) throw new Error(`the form has no cell ct_${code}`);
    sheet.getCell(`${match[2]}${match[3]}`).value = figure;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
