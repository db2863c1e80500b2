/** What a key does in a grid, as in Excel. Nothing while a word is being composed (Telex, VNI). */

/**
 * `ready`: the cell's whole text is selected, typing replaces it, arrows walk. `typing`: it is being replaced, arrows
 * keep it and walk on. `editing` (F2, double click): arrows belong to the caret.
 */
export type GridMode = 'ready' | 'typing' | 'editing';

export type GridAction =
  /** Keep what was typed and go; `extend`: only the selection's head goes. */
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'edit' | 'cancel' | 'clear' | 'undo' | 'redo' | 'select-all' | 'save' };

export interface GridKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** True while an input method has the key, whichever way the system says so. */
  readonly composing: boolean;
}

/** As far as it goes: further than any grid. */
const FAR = 1_000_000;
const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Null: the key is the input's own, or the page's. `page`: rows that fit on the screen. */
export function gridAction(event: GridKey, mode: GridMode, page = 20): GridAction | null {
  if (event.composing || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return withControl(event, mode);
  const move = (rows: number, columns: number, extend = false): GridAction => ({
    kind: 'move',
    rows,
    columns,
    extend,
  });
  const arrow = ARROWS[event.key];
  if (arrow) return mode === 'editing' ? null : move(arrow[0], arrow[1], event.shiftKey && mode === 'ready');
  switch (event.key) {
    case 'Enter':
      return move(event.shiftKey ? -1 : 1, 0);
    case 'Tab':
      return move(0, event.shiftKey ? -1 : 1);
    case 'F2':
      return { kind: 'edit' };
    case 'Escape':
      return mode === 'ready' ? null : { kind: 'cancel' };
    case 'Delete':
      return mode === 'ready' ? { kind: 'clear' } : null;
    case 'PageDown':
      return mode === 'editing' ? null : move(page, 0, event.shiftKey);
    case 'PageUp':
      return mode === 'editing' ? null : move(-page, 0, event.shiftKey);
    case 'Home':
      return mode === 'ready' ? move(0, -FAR, event.shiftKey) : null;
    case 'End':
      return mode === 'ready' ? move(0, FAR, event.shiftKey) : null;
    default:
      return null;
  }
}

function withControl(event: GridKey, mode: GridMode): GridAction | null {
  const key = event.key.toLowerCase();
  if (key === 's') return { kind: 'save' };
  // While a word is typed, undo and select all are the input's own.
  if (mode !== 'ready') return null;
  if (key === 'z') return { kind: event.shiftKey ? 'redo' : 'undo' };
  if (key === 'y') return { kind: 'redo' };
  if (key === 'a') return { kind: 'select-all' };
  const arrow = ARROWS[event.key];
  if (arrow) return { kind: 'move', rows: arrow[0] * FAR, columns: arrow[1] * FAR, extend: event.shiftKey };
  if (event.key === 'Home') return { kind: 'move', rows: -FAR, columns: -FAR, extend: event.shiftKey };
  if (event.key === 'End') return { kind: 'move', rows: FAR, columns: FAR, extend: event.shiftKey };
  return null;
}
