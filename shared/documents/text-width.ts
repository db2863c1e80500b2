/**
 * Widths of text set in Times New Roman, from the advance widths of its metric twin Tinos: how long a line "as long
 * as the text" is, and how to share a page between two blocks. A letter with Vietnamese marks is as wide as its base
 * letter; only horn and bar (ơ, ư, đ) have widths of their own.
 */

/** Units an em. */
const EM = 2048;
const MM_A_POINT = 25.4 / 72;

interface FaceWidths {
  /** Advance widths of U+0020 … U+007E. */
  readonly ascii: readonly number[];
  /** Advance widths of OTHERS, in order. */
  readonly others: readonly number[];
}

const OTHERS = ['Ơ', 'ơ', 'Ư', 'ư', 'Đ', 'đ', '“', '…'];

// prettier-ignore
const FACES = {
  regular: {
    ascii: [
      512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909,
      1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479,
      1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024,
      682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024,
      1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
    ],
    others: [1479, 1083, 1589, 1110, 1479, 1024, 909, 2048],
  },
  italic: {
    ascii: [
      512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024,
      1884, 1251, 1251, 1366, 1479, 1251, 1251, 1479, 1479, 682, 909, 1366, 1139, 1706, 1366, 1479,
      1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251, 1139, 1139, 797, 569, 797, 864, 1024,
      682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569, 569, 909, 569, 1479, 1024, 1024,
      1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819, 1108,
    ],
    others: [1479, 1093, 1544, 1117, 1479, 1024, 1139, 1821],
  },
  bold: {
    ascii: [
      512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024,
      1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593,
      1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024,
      682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024,
      1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
    ],
    others: [1593, 1134, 1630, 1229, 1479, 1139, 1024, 2048],
  },
  boldItalic: {
    ascii: [
      512, 797, 1137, 1024, 1024, 1706, 1593, 569, 682, 682, 1024, 1167, 512, 682, 512, 569,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024,
      1704, 1366, 1366, 1366, 1479, 1366, 1366, 1479, 1593, 797, 1024, 1366, 1251, 1821, 1479, 1479,
      1251, 1479, 1366, 1139, 1251, 1479, 1366, 1821, 1366, 1251, 1251, 682, 569, 682, 1167, 1024,
      682, 1024, 1024, 909, 1024, 909, 682, 1024, 1139, 569, 569, 1024, 569, 1593, 1139, 1024,
      1024, 1024, 797, 797, 569, 1139, 909, 1366, 1024, 909, 797, 713, 451, 713, 1167,
    ],
    others: [1479, 1099, 1587, 1227, 1479, 1024, 1024, 2048],
  },
} satisfies Record<string, FaceWidths>;

export interface TextFace {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

function faceOf(face: TextFace): FaceWidths {
  if (face.bold) return face.italic ? FACES.boldItalic : FACES.bold;
  return face.italic ? FACES.italic : FACES.regular;
}

/** Drops every mark but the horn, which makes a letter wider. */
function baseLetter(letter: string): string {
  return letter
    .normalize('NFD')
    .replace(/[\u0300-\u031a\u031c-\u036f]/g, '')
    .normalize('NFC');
}

function advance(letter: string, widths: FaceWidths): number {
  const base = baseLetter(letter);
  const other = OTHERS.indexOf(base === '”' ? '“' : base);
  if (other >= 0) return widths.others[other] ?? EM / 2;
  if (base === '\u00a0') return widths.ascii[0] ?? EM / 4;
  const code = base.codePointAt(0) ?? 0;
  return widths.ascii[code - 32] ?? EM / 2;
}

/** Width in mm of one line of text at `size` points. */
export function textWidth(text: string, size: number, face: TextFace = {}): number {
  const widths = faceOf(face);
  let units = 0;
  for (const letter of text.normalize('NFC')) units += advance(letter, widths);
  return (units / EM) * size * MM_A_POINT;
}

/** Two decimals: models stay readable and the same on every machine. */
export function roundLength(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}

/**
 * Lines that a text takes in `width` millimetres at `size` points. Words are not broken: each line is filled with whole
 * ones; a word wider than the line goes on in the next.
 */
export function linesIn(text: string, size: number, width: number, face: TextFace = {}): number {
  const space = textWidth(' ', size, face);
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/u)) {
    const needed = textWidth(word, size, face);
    if (used > 0 && used + space + needed > width) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? space : 0) + needed;
    while (used > width) [lines, used] = [lines + 1, used - width];
  }
  return lines;
}
