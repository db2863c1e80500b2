import { useEffect, useState } from 'react';
import { isEditable } from '../app/keys';

/**
 * A drawer that is there at once is not always given the focus: the keyboard would go on in the page below it. A dialog
 * gives it to its × (a field can't take it while the dialog is still unfolding), so that nobody could type at once.
 */
function enterTopDialog(first: string | undefined): void {
  const top = [...document.querySelectorAll<HTMLElement>('[role=dialog]')].at(-1);
  if (top === undefined) return;
  const field = first === undefined ? null : top.querySelector<HTMLElement>(first);
  if (field && !isEditable(document.activeElement)) {
    field.focus({ preventScroll: true });
    return;
  }
  if (top.contains(document.activeElement)) return;
  if (!top.hasAttribute('tabindex')) top.tabIndex = -1;
  top.focus({ preventScroll: true });
}

/**
 * For dialogs and drawers that are taken away whole when they close: the focus goes into them, and back to where it was
 * when they opened, unless the person has put it elsewhere meanwhile. Keys go on from the same cell, row or button.
 * `first`: a selector of the field where typing begins.
 */
export function useReturnFocus(first?: string): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    // What antd and a field of its own do at opening comes first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => enterTopDialog(first));
    });
    return () => cancelAnimationFrame(frame);
  }, [first]);
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
