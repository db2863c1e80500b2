/** The search behind the palette: asks while one types, never in the middle of a composed word, the newest answer wins. */
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/rpc/contract';
import type { SearchGroup } from '../../../shared/rpc/contract/search';
import { useRpc } from '../api/queries';

/** A pause in typing after which it is asked. */
const PAUSE_MS = 120;
/** While the index is built or files are read, the same question is asked again. */
const AGAIN_MS = 800;
const SHORTEST = 2;
/** Of each group, while all are shown. */
const PER_GROUP = 5;
const LIMIT = 60;

export interface Filters {
  readonly group: SearchGroup | null;
  readonly year: string | null;
  readonly state: 'open' | 'ended' | null;
  /** Only in the dossier that is open. */
  readonly here: boolean;
}

export const NO_FILTERS: Filters = { group: null, year: null, state: null, here: false };

/** What was typed, and what is asked for: that follows after a pause, and never while a word is being composed. */
export function useTypedText() {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing) return undefined;
    const timer = setTimeout(() => setAsked(text.trim()), text.trim() === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, composing]);
  return {
    text,
    asked,
    /** True: the answer is of what stands in the input. */
    settled: !composing && asked === text.trim(),
    inputProps: {
      value: text,
      // Whatever the input method writes stands in the input as it wrote it.
      onChange: (event: { readonly target: { readonly value: string } }) => setText(event.target.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}

export type Found = OutputOf<'search.find'>;

export function useSearch(
  asked: string,
  filters: Filters,
  dossierId: string | null,
): { readonly found: Found | null; readonly busy: boolean; readonly fault: string | null } {
  const enabled = asked.length >= SHORTEST;
  const [again, setAgain] = useState(false);
  const answer = useRpc(
    'search.find',
    {
      text: asked,
      groups: filters.group === null ? null : [filters.group],
      year: filters.year,
      state: filters.state,
      dossierId: filters.here ? dossierId : null,
      limit: LIMIT,
      perGroup: filters.group === null ? PER_GROUP : null,
      whole: false,
    },
    { enabled, keep: true, ...(again ? { every: AGAIN_MS } : {}) },
  );
  const unready = answer.data !== undefined && (answer.data.building || answer.data.reading > 0);
  useEffect(() => setAgain(unready && enabled), [unready, enabled]);
  // An answer that came first is shown until the next one is there, so that nothing flickers.
  const last = useRef<Found | null>(null);
  // After a failure there are no rows: those of an earlier question would be opened for this one.
  if (answer.error) last.current = null;
  else if (answer.data) last.current = answer.data;
  return {
    found: enabled && !answer.error ? (answer.data ?? last.current) : null,
    busy: enabled && (answer.isPlaceholderData || answer.isLoading),
    fault: enabled && answer.error ? answer.error.message : null,
  };
}
