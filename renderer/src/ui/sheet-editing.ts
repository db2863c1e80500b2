/** What every table that is typed as in Excel shares: its undo, and the units that a pasted name means. */
import { useMemo, useState } from 'react';
import { createMatcher } from '../../../shared/domain/office/match';
import type { PasteTarget } from '../../../shared/domain/report/paste-block';
import {
  NO_HISTORY,
  recorded,
  redoStep,
  undoStep,
  type CellChange,
  type CellHistory,
  type Step,
} from '../../../shared/grid/cell-history';
import type { OfficeView } from '../../../shared/rpc/contract/office';

export interface CellSteps {
  /** One step: typed, pasted, cleared. */
  readonly change: (changes: readonly CellChange[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** After saving: what is saved is taken back by the window's undo, not by the table's. */
  readonly forget: () => void;
}

/** Steps of one table; `apply` writes texts into whatever the table keeps them in. */
export function useCellSteps(apply: (changes: readonly CellChange[]) => void): CellSteps {
  const [history, setHistory] = useState<CellHistory>(NO_HISTORY);
  const take = (step: Step | null) => {
    if (!step) return;
    setHistory(step.history);
    apply(step.changes);
  };
  return {
    change: (changes) => {
      setHistory((before) => recorded(before, changes));
      apply(changes);
    },
    undo: () => take(undoStep(history)),
    redo: () => take(redoStep(history)),
    forget: () => setHistory(NO_HISTORY),
  };
}

/** A pasted name → the unit that the directory knows for certain, else those that it may mean and why it is doubtful. */
export function useUnitNames({ entries, profile }: OfficeView): PasteTarget['match'] {
  const matcher = useMemo(() => createMatcher(entries, profile?.place ?? ''), [entries, profile]);
  return (name) => {
    const found = matcher.one(name);
    return found.entryIds.length > 0
      ? { unitIds: found.entryIds, doubt: found.doubt }
      : {
          unitIds: found.suggestions.map(({ entryId }) => entryId),
          doubt: found.doubt || `Danh mục không có “${name}”.`,
        };
  };
}
