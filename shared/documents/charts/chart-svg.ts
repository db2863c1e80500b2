/** A chart as SVG for paper: no pattern, gradient or style sheet, so that every reader draws the same. */
import type { ChartModel, ChartShape, ChartTone } from './chart-model';

/** Dark enough to be read from a copy in black and white. */
const PAPER_COLOURS: Readonly<Record<ChartTone, string>> = {
  ink: '#000000',
  muted: '#404040',
  grid: '#d0d0d0',
  paper: '#ffffff',
  good: '#2c7a3f',
  warn: '#8a5a00',
  bad: '#a8320b',
  first: '#1f4e79',
  second: '#6b6b6b',
};
const FONT = 'Times New Roman, Tinos';

/** `textOf` turns a text into what the font can draw; width and height are those of the model, in points. */
export function chartSvg(model: ChartModel, textOf: (text: string) => string = (text) => text): string {
  const { width, height } = model;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="${PAPER_COLOURS.paper}"/>`,
    ...model.shapes.map((shape) => drawShape(shape, textOf)),
    '</svg>',
  ].join('');
}

function drawShape(shape: ChartShape, textOf: (text: string) => string): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${colour(shape.fill)}" stroke="${colour(shape.stroke)}" stroke-width="0.8"/>`;
    case 'lines':
      return `<path d="${linesPath(shape.lines)}" fill="none" stroke="${colour(shape.tone)}" stroke-width="${shape.width}"${shape.dashed ? ' stroke-dasharray="5 3"' : ''}/>`;
    case 'text':
      return `<text x="${shape.x}" y="${shape.y}" font-family="${FONT}" font-size="${shape.size}" font-weight="${shape.bold ? 'bold' : 'normal'}" text-anchor="${shape.anchor}" fill="${colour(shape.tone)}">${escaped(textOf(shape.text))}</text>`;
  }
}

/** "M0 10L20 10M0 20L20 20", for the window too. */
export function linesPath(paths: readonly (readonly (readonly [number, number])[])[]): string {
  return paths
    .map((path) => path.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
    .join('');
}

function colour(tone: ChartTone | null): string {
  return tone === null ? 'none' : PAPER_COLOURS[tone];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
