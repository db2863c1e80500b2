import { describe, expect, it } from 'vitest';
import { NO_HISTORY, recorded, undoStep } from '../../../../shared/grid/cell-history';
import { gridAction, type GridKey, type GridMode } from '../../../../shared/grid/grid-keys';
import {
  isInside,
  movedSelection,
  placesOf,
  rectangleOf,
  selectionAt,
} from '../../../../shared/grid/grid-selection';
import { harmlessCell, parseTable } from '../../../../shared/text/clipboard-table';

const press = (key: string, mode: GridMode = 'ready', more: Partial<GridKey> = {}) =>
  gridAction(
    { key, composing: false, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more },
    mode,
  );
const SIZE = { rows: 5, columns: 3 };

describe('keys', () => {
  it('Enter goes down, Shift+Enter up, Tab right, arrows walk and Shift extends', () => {
    expect(press('Enter')).toMatchObject({ rows: 1, columns: 0, extend: false });
    expect(press('Enter', 'editing', { shiftKey: true })).toMatchObject({ rows: -1 });
    expect(press('Tab', 'typing')).toMatchObject({ rows: 0, columns: 1 });
    expect(press('ArrowDown', 'ready', { shiftKey: true })).toMatchObject({ rows: 1, extend: true });
    expect(press('ArrowDown', 'typing', { shiftKey: true })).toMatchObject({ extend: false });
    expect(press('ArrowLeft', 'editing')).toBeNull();
  });

  it('Ctrl+Z is the grid’s only while nothing is typed; Esc and Delete know the mode', () => {
    expect(press('z', 'ready', { ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(press('Z', 'ready', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
    expect(press('z', 'typing', { ctrlKey: true })).toBeNull();
    expect(press('Escape')).toBeNull();
    expect(press('Escape', 'typing')).toEqual({ kind: 'cancel' });
    expect([press('Delete'), press('Delete', 'typing')]).toEqual([{ kind: 'clear' }, null]);
  });

  it('does nothing while a word is composed', () => {
    for (const key of ['Enter', 'ArrowDown', 'Tab', 'Escape', 'F2', 's'])
      expect(press(key, 'typing', { composing: true, ctrlKey: key === 's' })).toBeNull();
  });
});

describe('selection', () => {
  it('walks within the grid and collapses, or grows from where it began', () => {
    const start = selectionAt({ row: 1, column: 1 });
    const grown = movedSelection(start, { rows: 9, columns: -9 }, SIZE, true);
    expect(rectangleOf(grown)).toEqual({ top: 1, bottom: 4, left: 0, right: 1 });
    expect(placesOf(rectangleOf(grown))).toHaveLength(8);
    expect(isInside(rectangleOf(grown), { row: 0, column: 0 })).toBe(false);
    expect(movedSelection(grown, { rows: 1, columns: 0 }, SIZE, false)).toEqual(
      selectionAt({ row: 2, column: 1 }),
    );
  });
});

describe('history', () => {
  it('takes no step for what changes nothing, and forgets what was undone', () => {
    expect(recorded(NO_HISTORY, [{ key: 'a', before: '1', after: '1' }])).toBe(NO_HISTORY);
    const one = recorded(NO_HISTORY, [{ key: 'a', before: '', after: '1' }]);
    const back = undoStep(one);
    expect(back?.changes).toEqual([{ key: 'a', before: '1', after: '' }]);
    expect(recorded(back?.history ?? NO_HISTORY, [{ key: 'b', before: '', after: '2' }]).undone).toEqual([]);
    expect(undoStep(NO_HISTORY)).toBeNull();
  });
});

describe('what Excel puts on the clipboard', () => {
  it('is read: CRLF, a line break and quotes inside a cell, gaps, a quote that is none', () => {
    expect(parseTable('35.599\t99,16\r\n\t1,5\r\n')).toEqual([
      ['35.599', '99,16'],
      ['', '1,5'],
    ]);
    expect(parseTable('"hai\ndòng ""trích"""\tx\r\n')).toEqual([['hai\ndòng "trích"', 'x']]);
    expect(parseTable('"dở dang\tx')).toEqual([['"dở dang', 'x']]);
    expect(parseTable('4')).toEqual([['4']]);
  });

  it('never becomes a formula on the way out', () => {
    expect(['=1+1', '@a', '+84', '-5', '-a', '12'].map(harmlessCell)).toEqual([
      "'=1+1",
      "'@a",
      "'+84",
      '-5',
      "'-a",
      '12',
    ]);
  });
});
