import { useEffect, useState } from 'react';
import type { SheetRow } from '../../../../shared/rpc/contract/entry';
import type { Edits, Faults } from './sheet-cells';

/** Milliseconds of judging before the window may answer a key again. */
const SLICE = 12;

/** Units with a fault, judged in slices: a block over a hundred units holds no key up. */
export function useFaulty(
  rows: readonly SheetRow[],
  edits: Edits,
  judge: (row: SheetRow, edits: Edits) => Faults,
): ReadonlySet<string> {
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const found = new Set<string>();
    const go = (from: number) => {
      const until = performance.now() + SLICE;
      let at = from;
      for (; at < rows.length && performance.now() < until; at += 1) {
        const row = rows[at];
        if (row && Object.keys(judge(row, edits)).length > 0) found.add(row.unit);
      }
      if (at < rows.length) timer = setTimeout(() => go(at), 0);
      else
        setFaulty((before) =>
          before.size === found.size && [...found].every((unit) => before.has(unit)) ? before : found,
        );
    };
    go(0);
    return () => clearTimeout(timer);
  }, [rows, edits, judge]);
  return faulty;
}
