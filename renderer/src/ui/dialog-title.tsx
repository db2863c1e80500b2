import type { ReactNode } from 'react';

/** A title of up to two lines; what is longer ends with an ellipsis and is whole in the tooltip. */
export function DialogTitle({ children }: { readonly children: string }): ReactNode {
  return (
    <span className="dialog-title" title={children}>
      {children}
    </span>
  );
}
