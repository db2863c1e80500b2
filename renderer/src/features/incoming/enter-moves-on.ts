/** Enter goes to the next field of a form, as in the paper book's columns; on the last one it goes to the main button. */
import type { KeyboardEvent } from 'react';

const FIELDS =
  'input:not([type=hidden]):not([type=file]):not([tabindex="-1"]):not(:disabled), textarea:not(:disabled)';

/** A group of radio buttons is one stop: its chosen one. */
function isStop(field: Element): boolean {
  return !(field instanceof HTMLInputElement) || field.type !== 'radio' || field.checked;
}

/** For the element around the fields; what a field itself does with Enter (a date that is taken over) has been done. */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  // A syllable that is still being composed takes its Enter for itself.
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll(FIELDS)].filter(isStop);
  const next = stops[stops.indexOf(target) + 1];
  const main = event.currentTarget.closest('.ant-modal')?.querySelector('button[type=submit]');
  const goal = next ?? main;
  if (goal instanceof HTMLElement) goal.focus();
  if (goal instanceof HTMLInputElement && goal.type === 'text') goal.select();
}
