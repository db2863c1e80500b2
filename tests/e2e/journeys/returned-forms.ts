/** Plays the units: forms that were delivered are filled in with another program's eyes and laid into a folder. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import JSZip from 'jszip';
import { figuresFor, fillForm, type Figures } from '../../../electron/cli/demo/fill-form';
import type { Indicator } from '../../../shared/domain/office/model';
import { openWorkbook } from '../../support/workbook';
import { temporaryFolder } from '../pages/window';

/** The files of a delivery: a folder in Electron, a zip in the browser; their paths on the disk, sorted by name. */
export async function deliveredFiles(place: string): Promise<readonly string[]> {
  const folder = (await stat(place)).isDirectory() ? place : await unpack(place);
  const names = (await readdir(folder)).sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
  return names.map((name) => join(folder, name));
}

async function unpack(zip: string): Promise<string> {
  const folder = temporaryFolder('unpacked');
  const { files } = await JSZip.loadAsync(new Uint8Array(await readFile(zip)));
  for (const entry of Object.values(files))
    if (!entry.dir) await writeFile(join(folder, basename(entry.name)), await entry.async('uint8array'));
  return folder;
}

async function catalogue(): Promise<readonly Indicator[]> {
  const file = join(import.meta.dirname, '../../../resources/catalogue/indicators.json');
  return JSON.parse(await readFile(file, 'utf8')) as Indicator[];
}

/** Indicators that a form asks for: those whose input cell it has. */
export async function askedIn(form: string): Promise<readonly Indicator[]> {
  const workbook = await openWorkbook(form);
  const asked = (await catalogue()).filter(
    ({ id }) => workbook.definedNames.getRanges(`ct_${id}`).ranges.length > 0,
  );
  if (asked.length === 0) throw new Error(`no input cells in ${form}`);
  return asked;
}

export interface Returned {
  /** A folder with the filled forms, as it would lie on the desk. */
  readonly folder: string;
  readonly files: readonly string[];
  /** File name → what was written into it. */
  readonly figures: ReadonlyMap<string, Figures>;
}

/** Fills every form; `change` corrupts or replaces the figures of single ones (index in `forms`). */
export async function fillForms(
  forms: readonly string[],
  change: Readonly<Record<number, Figures>> = {},
): Promise<Returned> {
  const folder = join(temporaryFolder('returned'), 'Báo cáo gửi về');
  await mkdir(folder);
  const [first] = forms;
  const indicators = first === undefined ? [] : await askedIn(first);
  const figures = new Map<string, Figures>();
  const files: string[] = [];
  for (const [index, form] of forms.entries()) {
    const written = { ...figuresFor(index, indicators), ...change[index] };
    const file = join(folder, basename(form));
    await writeFile(file, await fillForm(await readFile(form), written));
    figures.set(basename(form), written);
    files.push(file);
  }
  return { folder, files, figures };
}

/** The sum over forms of one summed indicator. */
export function sumOf(figures: Iterable<Figures>, code: string): number {
  let sum = 0;
  for (const each of figures) {
    const figure = each[code];
    if (typeof figure === 'number') sum += figure;
  }
  return sum;
}
