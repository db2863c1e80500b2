/** Heights of rows whose text wraps: neither ExcelJS nor LibreOffice works them out when the file is opened. */
import { textWidth } from './text-width';

const PIXELS_A_CHARACTER = 7;
const PIXELS_OF_PADDING = 5;
const MM_A_PIXEL = 25.4 / 96;
/** Words do not break at the edge: a little of each line is lost. */
const LOST_AT_LINE_ENDS = 1.12;
const LINE = 1.28;

export interface WrappedText {
  readonly text: string;
  /** Width of the column, or of the merged columns together, in characters. */
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** Points; never under `least`. */
export function rowHeight(texts: readonly WrappedText[], least = 20): number {
  const heights = texts.map(({ text, width, size, bold }) => {
    const room = (width * PIXELS_A_CHARACTER - PIXELS_OF_PADDING) * MM_A_PIXEL;
    const lines = text.split('\n').reduce((sum, line) => {
      const needed = textWidth(line, size, { bold });
      return sum + (needed <= room ? 1 : Math.ceil((needed * LOST_AT_LINE_ENDS) / room));
    }, 0);
    return Math.ceil(lines * size * LINE + 4);
  });
  return Math.max(least, ...heights);
}
