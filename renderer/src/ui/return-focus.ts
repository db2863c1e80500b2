import { useEffect, useState } from 'react';

/**
 * For dialogs and drawers that are taken away whole when they close: the focus goes back to where it was when they
 * opened, unless the person has put it elsewhere meanwhile. Keys go on from the same cell, row or button.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected)
          before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
