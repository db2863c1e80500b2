/**
 * The four faces a document is set in: Times New Roman where the PC has it, else Tinos, which has the same widths
 * and all Vietnamese letters (Open Font License, see resources/fonts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Not named `require`: the bundler declares that name itself in modules that use it. */
const packages = createRequire(import.meta.url);

export interface FontFaces {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

const WINDOWS_FACES: FontFaces = {
  normal: 'times.ttf',
  bold: 'timesbd.ttf',
  italics: 'timesi.ttf',
  bolditalics: 'timesbi.ttf',
};

const TINOS_FACES: FontFaces = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** The folder that holds the faces to use on this PC: Windows' own fonts when complete, else Tinos. */
export function locateFontsFolder(
  windowsFolder: string | undefined = process.platform === 'win32' ? process.env['WINDIR'] : undefined,
): string {
  if (windowsFolder !== undefined) {
    const folder = path.join(windowsFolder, 'Fonts');
    if (facesIn(folder)) return folder;
  }
  return path.dirname(packages.resolve('@expo-google-fonts/tinos/package.json'));
}

/** Absolute paths of the faces in a folder, by either set of names; null when a face is missing. */
export function facesIn(folder: string): FontFaces | null {
  for (const names of [WINDOWS_FACES, TINOS_FACES]) {
    const faces: FontFaces = {
      normal: path.join(folder, names.normal),
      bold: path.join(folder, names.bold),
      italics: path.join(folder, names.italics),
      bolditalics: path.join(folder, names.bolditalics),
    };
    if (Object.values(faces).every((file: string) => existsSync(file))) return faces;
  }
  return null;
}

export interface FontMetrics {
  /** Line height of pdfmake (ascender − descender) as a share of the size. */
  readonly height: number;
  /** The same with the line gap: what Word calls single spacing. */
  readonly single: number;
  /** Whether the face draws the character. */
  covers(codePoint: number): boolean;
}

/** Reads `hhea` and `cmap` of a TrueType file ([OpenType] §hhea, §cmap formats 4 and 12). */
export function readMetrics(file: string): FontMetrics {
  const font = readFileSync(file);
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const table = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`font ${path.basename(file)} has no table ${name}`);
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const ascender = font.readInt16BE(table('hhea') + 4);
  const descender = font.readInt16BE(table('hhea') + 6);
  const gap = font.readInt16BE(table('hhea') + 8);
  const ranges = characterRanges(font, table('cmap'));
  return {
    height: (ascender - descender) / unitsPerEm,
    single: (ascender - descender + gap) / unitsPerEm,
    covers: (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last),
  };
}

type Range = readonly [first: number, last: number];

function characterRanges(font: Buffer, cmap: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = font.readUInt16BE(record);
    const subtable = cmap + font.readUInt32BE(record + 4);
    if (platform !== 0 && platform !== 3) continue;
    const format = font.readUInt16BE(subtable);
    if (format === 4) ranges.push(...segments(font, subtable));
    else if (format === 12) ranges.push(...groups(font, subtable));
  }
  return ranges;
}

function segments(font: Buffer, subtable: number): readonly Range[] {
  const doubled = font.readUInt16BE(subtable + 6);
  const ranges: Range[] = [];
  for (let offset = 0; offset < doubled; offset += 2) {
    const last = font.readUInt16BE(subtable + 14 + offset);
    const first = font.readUInt16BE(subtable + 16 + doubled + offset);
    if (first !== 0xffff) ranges.push([first, last]);
  }
  return ranges;
}

function groups(font: Buffer, subtable: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index < font.readUInt32BE(subtable + 12); index += 1) {
    const group = subtable + 16 + index * 12;
    ranges.push([font.readUInt32BE(group), font.readUInt32BE(group + 4)]);
  }
  return ranges;
}
