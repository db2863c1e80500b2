import { useMemo, type ReactNode } from 'react';
import type { Plan } from '../../../../shared/domain/plan/model';
import { blankPlaces, blankWords } from '../../../../shared/domain/plan/lint/blank-places';

/** At the end of a review: dots that nobody filled in are no item of their own, so they are named beside the items. */
export function BlankPlacesNote({ plan: { text, parsed } }: { readonly plan: Plan }): ReactNode {
  const blanks = useMemo(() => blankPlaces(text, parsed), [text, parsed]);
  return blanks.length === 0 ? null : (
    <p className="tone-warn" role="status" data-testid="review-blanks">
      ? {blankWords(blanks)}
    </p>
  );
}
