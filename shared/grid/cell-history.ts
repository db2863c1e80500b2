/** Undo inside a grid: one step is one thing that a person did, be it a cell typed or a block pasted. */

/** One cell, by whatever key the grid names it. */
export interface CellChange {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

export interface CellHistory {
  /** Oldest first. */
  readonly done: readonly (readonly CellChange[])[];
  readonly undone: readonly (readonly CellChange[])[];
}

export const NO_HISTORY: CellHistory = { done: [], undone: [] };

/** More than anybody takes back by hand. */
const STEPS = 200;

/** Changes that change nothing are none; a new step forgets what was undone. */
export function recorded(history: CellHistory, changes: readonly CellChange[]): CellHistory {
  const real = changes.filter(({ before, after }) => before !== after);
  return real.length === 0 ? history : { done: [...history.done, real].slice(-STEPS), undone: [] };
}

export interface Step {
  readonly history: CellHistory;
  /** To be applied now: each cell's text becomes `after`. */
  readonly changes: readonly CellChange[];
}

/** Null when there is nothing to take back. */
export function undoStep({ done, undone }: CellHistory): Step | null {
  const last = done.at(-1);
  if (!last) return null;
  return {
    history: { done: done.slice(0, -1), undone: [...undone, last] },
    changes: [...last].reverse().map(({ key, before, after }) => ({ key, before: after, after: before })),
  };
}

export function redoStep({ done, undone }: CellHistory): Step | null {
  const last = undone.at(-1);
  if (!last) return null;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, changes: last };
}
