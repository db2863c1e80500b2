/** Everything that a page draws, each act with the matrix in force. */
import { times, type Matrix } from './matrix';

export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface DrawingAct {
  readonly operator: number;
  readonly values: unknown;
  /** After the act itself, where it changes it. */
  readonly matrix: Matrix;
}

/** In the order of the file; what is drawn within a form stands in it too. */
export function* walkDrawing(
  { fnArray, argsArray }: Drawing,
  operations: Readonly<Record<string, number>>,
  view: Matrix,
): Generator<DrawingAct> {
  let matrix = view;
  const kept: Matrix[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const values = argsArray[index];
    if (operator === operations['save']) kept.push(matrix);
    else if (operator === operations['restore']) matrix = kept.pop() ?? view;
    else if (operator === operations['transform']) matrix = times(matrix, values as Matrix);
    else if (operator === operations['paintFormXObjectBegin']) {
      kept.push(matrix);
      const [inner] = values as [Matrix | null];
      if (inner) matrix = times(matrix, inner);
    } else if (operator === operations['paintFormXObjectEnd']) matrix = kept.pop() ?? view;
    yield { operator, values, matrix };
  }
}
