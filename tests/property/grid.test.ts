/** The clipboard and the grid's own undo: whatever the cells hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HISTORY, recorded, redoStep, undoStep, type CellChange } from '../../shared/grid/cell-history';
import { formatNumber, parseNumber } from '../../shared/text/numbers';
import { formatTable, parseTable } from '../../shared/text/clipboard-table';

const cell = fc
  .array(
    fc.oneof(fc.constantFrom('\t', '\n', '"', '""', ' ', '35.599', '99,16', 'Đ', 'ộ', '=', ''), fc.string()),
    { maxLength: 4 },
  )
  .map((parts) => parts.join('').replaceAll('\r', '').normalize('NFC'));
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

describe('a block on the clipboard', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTable(formatTable(rows))).toEqual(rows);
      }),
    );
  });

  it('keeps figures as an office writes them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
        const text = formatNumber(value, 2);
        const [[back] = []] = parseTable(formatTable([[text]]));
        expect(parseNumber(back ?? '')).toBe(parseNumber(text));
        expect(parseNumber(text)).not.toBeNull();
      }),
    );
  });
});

describe('undo in a grid', () => {
  const edit = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string({ maxLength: 2 })), {
    minLength: 1,
    maxLength: 3,
  });

  function apply(cells: Readonly<Record<string, string>>, changes: readonly CellChange[]) {
    return changes.reduce<Record<string, string>>((now, { key, after }) => ({ ...now, [key]: after }), {
      ...cells,
    });
  }

  it('takes everything back and does it again', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const start = { a: '', b: '', c: '' };
        let cells: Record<string, string> = start;
        let history = NO_HISTORY;
        for (const one of edits) {
          const changes = one.map(([key, after], index) => ({
            key,
            // A block may name a cell twice: the later one stands on the earlier one.
            before: one.slice(0, index).findLast(([other]) => other === key)?.[1] ?? cells[key] ?? '',
            after,
          }));
          cells = apply(cells, changes);
          history = recorded(history, changes);
        }
        const end = cells;
        for (let step = undoStep(history); step; step = undoStep(history)) {
          cells = apply(cells, step.changes);
          history = step.history;
        }
        expect(cells).toEqual(start);
        for (let step = redoStep(history); step; step = redoStep(history)) {
          cells = apply(cells, step.changes);
          history = step.history;
        }
        expect(cells).toEqual(end);
      }),
    );
  });
});
