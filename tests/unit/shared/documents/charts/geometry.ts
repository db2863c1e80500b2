/** What a chart's shapes take up on paper. */
import type { ChartModel, ChartShape } from '../../../../../shared/documents/charts/chart-model';
import { lengthOf } from '../../../../../shared/documents/charts/draw';

export interface Extent {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Letters reach about three quarters of their size above the base line and a quarter below. */
export function textExtents(chart: ChartModel): readonly Extent[] {
  return chart.shapes.flatMap((shape) =>
    shape.kind === 'text' && shape.text !== '' ? [extentOf(shape)] : [],
  );
}

export function extents(chart: ChartModel): readonly Extent[] {
  return chart.shapes.filter((shape) => shape.kind !== 'text' || shape.text !== '').map(extentOf);
}

function extentOf(shape: ChartShape): Extent {
  switch (shape.kind) {
    case 'rect':
      return {
        what: 'rect',
        left: shape.x,
        right: shape.x + shape.width,
        top: shape.y,
        bottom: shape.y + shape.height,
      };
    case 'lines': {
      const [xs, ys] = [0, 1].map((axis) => shape.lines.flat().map((point) => point[axis]!));
      return {
        what: 'lines',
        left: Math.min(...xs!),
        right: Math.max(...xs!),
        top: Math.min(...ys!),
        bottom: Math.max(...ys!),
      };
    }
    case 'text': {
      const width = lengthOf(shape.text, shape.size, shape.bold);
      const left =
        shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2;
      return {
        what: shape.text,
        left,
        right: left + width,
        top: shape.y - shape.size * 0.72,
        bottom: shape.y + shape.size * 0.22,
      };
    }
  }
}

/** Pairs of texts that lie on one another, by more than a hair. */
export function overlaps(chart: ChartModel): readonly string[] {
  const texts = textExtents(chart);
  const hair = 0.3;
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        (b) =>
          a.left < b.right - hair &&
          b.left < a.right - hair &&
          a.top < b.bottom - hair &&
          b.top < a.bottom - hair,
      )
      .map((b) => `${a.what} | ${b.what}`),
  );
}

/** Shapes that leave the paper. */
export function outside(chart: ChartModel): readonly string[] {
  const edge = 0.5;
  return extents(chart)
    .filter(
      ({ left, right, top, bottom }) =>
        left < -edge || top < -edge || right > chart.width + edge || bottom > chart.height + edge,
    )
    .map(({ what }) => what);
}

/** Bars in one tone with a frame, as [x, y, width], legend left out. */
export function bars(
  chart: ChartModel,
  tone: string,
  from: number,
): readonly (readonly [number, number, number])[] {
  return chart.shapes.flatMap((shape) =>
    shape.kind === 'rect' && shape.stroke === tone && shape.y >= from
      ? [[shape.x, shape.y, shape.width] as const]
      : [],
  );
}
