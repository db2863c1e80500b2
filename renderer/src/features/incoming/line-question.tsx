import type { ReactNode } from 'react';

/** What looks wrong about a field, said before a number is spent on the line; it may be written all the same. */
export function LineQuestion({ words }: { readonly words: string | null }): ReactNode {
  return words === null ? null : (
    <div className="tone-warn" role="status">
      ? {words}
    </div>
  );
}
