/** Ruled lines among what a page draws: strokes, and the filled rectangles that word processors draw borders with. */
import { placed, type Matrix } from './matrix';
import type { Rule } from './pieces';
import { walkDrawing, type Drawing } from './walk-drawing';

/** More lines than any form has: a drawing, not a table. */
const MAX_RULES = 3000;
/** Points: a line that is thicker is a bar or a background. */
const THICK = 4;

/** Steps of a path in pdf.js. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
const VALUES: Readonly<Record<number, number>> = {
  [MOVE]: 2,
  [LINE]: 2,
  [CURVE]: 6,
  [QUADRATIC]: 4,
  [CLOSE]: 0,
};

/** The straight lines along the edges of the paper; empty where there are too many to be a table's. */
export function rulesOf(
  drawing: Drawing,
  operations: Readonly<Record<string, number>>,
  view: Matrix,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const { operator, values, matrix } of walkDrawing(drawing, operations, view)) {
    if (operator !== operations['constructPath']) continue;
    const [paint, data] = values as [number, readonly (ArrayLike<number> | null)[] | null];
    // A path that is only cut along draws nothing.
    if (paint === operations['endPath']) continue;
    const stroked = paint !== operations['fill'] && paint !== operations['eoFill'];
    for (const path of data ?? []) if (path) rules.push(...linesOf(Array.from(path), matrix, stroked));
    if (rules.length > MAX_RULES) return [];
  }
  return rules;
}

function linesOf(path: readonly number[], matrix: Matrix, stroked: boolean): Rule[] {
  const out: Rule[] = [];
  let points: (readonly [number, number])[] = [];
  let straight = true;
  const close = () => {
    if (straight) out.push(...edgesOf(points, stroked));
    points = [];
    straight = true;
  };
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? CLOSE;
    const count = VALUES[step] ?? 0;
    if (step === MOVE) close();
    if (step === CURVE || step === QUADRATIC) straight = false;
    if (step === CLOSE && points[0]) points.push(points[0]);
    if (count >= 2) points.push(placed(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0));
    at += 1 + count;
  }
  close();
  return out;
}

function edgesOf(points: readonly (readonly [number, number])[], stroked: boolean): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box: Rule = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
  if (points.length < 2) return [];
  if (box.right - box.left < THICK || box.bottom - box.top < THICK) return [box];
  // The background of a cell has edges too: lines along words that nothing shows.
  if (!stroked) return [];
  return points.slice(1).flatMap((end, index) => {
    const [fromX, fromY] = points[index] ?? end;
    const [toX, toY] = end;
    if (Math.abs(fromX - toX) > 1 && Math.abs(fromY - toY) > 1) return [];
    return [
      {
        left: Math.min(fromX, toX),
        right: Math.max(fromX, toX),
        top: Math.min(fromY, toY),
        bottom: Math.max(fromY, toY),
      },
    ];
  });
}
