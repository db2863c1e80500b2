/** Shapes that the charts are put together from. */
import { textWidth } from '../text-width';
import type { ChartPoint, ChartShape, ChartTone } from './chart-model';

/** Fits the annex on its side and a window of 1366 pixels. */
export const CHART_WIDTH = 680;
export const TEXT_SIZE = 10.5;
const POINTS_A_MM = 72 / 25.4;
/** Between two lines of a hatching. */
const HATCH_GAP = 4;

/** How a bar is filled: told apart without colour. */
export type Pattern = 'solid' | 'hatched' | 'empty';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Two decimals: models stay readable and the same on every machine. */
export function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}

/** Width of a text in points. */
export function lengthOf(text: string, size = TEXT_SIZE, bold = false): number {
  return textWidth(text, size, { bold }) * POINTS_A_MM;
}

/** The text, cut with "…" where it is wider than the room. */
export function fitted(text: string, room: number, size = TEXT_SIZE, bold = false): string {
  if (lengthOf(text, size, bold) <= room) return text;
  const letters = Array.from(text.normalize('NFC'));
  while (letters.length > 0 && lengthOf(`${letters.join('').trimEnd()}…`, size, bold) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

export interface WordOptions {
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: ChartTone;
}

/** A text on its base line. */
export function words(x: number, y: number, text: string, options: WordOptions = {}): ChartShape {
  const { size = TEXT_SIZE, bold = false, anchor = 'start', tone = 'ink' } = options;
  return { kind: 'text', x: rounded(x), y: rounded(y), text, size, bold, anchor, tone };
}

export function lines(
  paths: readonly (readonly ChartPoint[])[],
  tone: ChartTone,
  width: number,
  dashed = false,
): ChartShape {
  return {
    kind: 'lines',
    lines: paths.map((path) => path.map(([x, y]): ChartPoint => [rounded(x), rounded(y)])),
    tone,
    width,
    dashed,
  };
}

/** A bar in a pattern; nothing for a bar without length. */
export function bar(box: Box, tone: ChartTone, pattern: Pattern): readonly ChartShape[] {
  if (box.width <= 0 || box.height <= 0) return [];
  const rect: ChartShape = {
    kind: 'rect',
    x: rounded(box.x),
    y: rounded(box.y),
    width: rounded(box.width),
    height: rounded(box.height),
    fill: pattern === 'solid' ? tone : 'paper',
    stroke: tone,
  };
  const hatching = pattern === 'hatched' ? hatchLines(box) : [];
  return hatching.length === 0 ? [rect] : [rect, lines(hatching, tone, 0.9)];
}

/** Parallel lines at 45°, cut at the box: as geometry, so that every reader of SVG draws them. */
function hatchLines({ x, y, width, height }: Box): readonly (readonly ChartPoint[])[] {
  const paths: ChartPoint[][] = [];
  for (let offset = HATCH_GAP; offset < width + height; offset += HATCH_GAP) {
    // From the lower edge up to the right: (x + offset - t, y + t) for t in 0 … height.
    const from = Math.max(0, offset - width);
    const to = Math.min(height, offset);
    if (to - from > 0.5)
      paths.push([
        [x + offset - from, y + from],
        [x + offset - to, y + to],
      ]);
  }
  return paths;
}

export interface LegendEntry {
  readonly text: string;
  readonly tone: ChartTone;
  readonly pattern: Pattern;
}

const SWATCH = 14;

/** What the patterns stand for, in one line from `x`. */
export function legend(x: number, y: number, entries: readonly LegendEntry[]): readonly ChartShape[] {
  let at = x;
  return entries.flatMap(({ text, tone, pattern }) => {
    const shapes = [
      ...bar({ x: at, y: y - 8.5, width: SWATCH, height: 9 }, tone, pattern),
      words(at + SWATCH + 5, y, text),
    ];
    at += SWATCH + 5 + lengthOf(text) + 18;
    return shapes;
  });
}
