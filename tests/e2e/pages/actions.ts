/**
 * Counts what a person does, where it arrives: a click, a key, a drop, a text typed into one field are one action each.
 * Choosing in a dialog of the system happens outside the page; whoever plays it adds it by hand.
 */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    vpduActions?: { count: number };
  }
}

export interface ActionCounter {
  /** Actions since the start, or since the last `reset`. */
  taken(): Promise<number>;
  reset(): Promise<void>;
}

export async function countActions(page: Page): Promise<ActionCounter> {
  await page.evaluate(() => {
    if (window.vpduActions) return;
    const state = { count: 0 };
    window.vpduActions = state;
    /** The field that is being typed into: its letters are one action. */
    let typing: EventTarget | null = null;
    const act = () => {
      typing = null;
      state.count += 1;
    };
    const isField = (target: EventTarget | null) =>
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type));
    const letters = (target: EventTarget | null) => {
      if (typing === target) return;
      typing = target;
      state.count += 1;
    };
    window.addEventListener('pointerdown', act, true);
    window.addEventListener('drop', act, true);
    window.addEventListener('paste', act, true);
    window.addEventListener(
      'keydown',
      (event) => {
        if (['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return;
        const plain = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
        if (plain && isField(event.target)) letters(event.target);
        else act();
      },
      true,
    );
    // A field that is filled at once (no keys) still was typed by someone.
    window.addEventListener(
      'input',
      (event) => {
        if (isField(event.target)) letters(event.target);
      },
      true,
    );
  });
  return {
    taken: () => page.evaluate(() => window.vpduActions?.count ?? 0),
    reset: () =>
      page.evaluate(() => {
        if (window.vpduActions) window.vpduActions.count = 0;
      }),
  };
}
