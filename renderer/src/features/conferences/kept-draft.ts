/** What was typed and not saved stays while the person looks at another part, and is asked about before the page goes. */
import { useState } from 'react';
import { holdUnsaved } from '../../ui/unsaved-work';

const drafts = new Map<string, unknown>();
holdUnsaved(() => drafts.size > 0);

export interface KeptDraft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  readonly changed: boolean;
  /** Back to what stands. */
  readonly drop: () => void;
}

/** `place` tells the drafts apart; equal values are no change. */
export function useKeptDraft<T>(place: string, standing: T): KeptDraft<T> {
  const [, redraw] = useState(0);
  const typed = drafts.get(place) as T | undefined;
  const changed = typed !== undefined && JSON.stringify(typed) !== JSON.stringify(standing);
  const forget = () => {
    drafts.delete(place);
    redraw((count) => count + 1);
  };
  return {
    value: changed ? typed : standing,
    set: (value) => {
      if (JSON.stringify(value) === JSON.stringify(standing)) drafts.delete(place);
      else drafts.set(place, value);
      redraw((count) => count + 1);
    },
    changed,
    drop: forget,
  };
}
