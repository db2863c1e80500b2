/**
 * How much of a page pictures take up, told without unpacking one: a picture is a square of one by one that a matrix
 * spreads over its place, and that matrix stands in the page though pdf.js left the picture out.
 */
import { walkDrawing, type Drawing } from './walk-drawing';
import type { Matrix } from './matrix';

/**
 * Share of the page, at most 1. Scanners part a page into strips, so places are added up; the matrices that letters and
 * lines are drawn with are small beside a picture's and count for nothing.
 */
export function pictureShareOf(
  drawing: Drawing,
  operations: Readonly<Record<string, number>>,
  view: Matrix,
  size: { readonly width: number; readonly height: number },
): number {
  let area = 0;
  for (const { operator, matrix } of walkDrawing(drawing, operations, view)) {
    if (operator !== operations['transform']) continue;
    const [a, b, c, d] = matrix;
    area += Math.abs(a * d - b * c);
  }
  return Math.min(1, area / (size.width * size.height));
}
