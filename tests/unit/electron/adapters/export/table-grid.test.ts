import { describe, expect, it } from 'vitest';
import { tableGrid } from '../../../../../electron/adapters/export/table-grid';
import type { TableModel } from '../../../../../shared/documents/page-model';

function places(table: Pick<TableModel, 'widths' | 'rows'>): readonly (readonly string[])[] {
  return tableGrid({ kind: 'table', headRows: 1, size: 11, ...table }).map((cells) =>
    cells.map(
      ({ cell, row, column, rowSpan, columnSpan }) =>
        `${cell.text}@${row},${column}+${rowSpan}x${columnSpan}`,
    ),
  );
}

describe('tableGrid', () => {
  it('places cells around spans', () => {
    expect(
      places({
        widths: [1, 1, 1, 1],
        rows: [
          [
            { text: 'a', rowSpan: 2 },
            { text: 'b', columnSpan: 2 },
            { text: 'c', rowSpan: 2 },
          ],
          [{ text: 'd' }, { text: 'e' }],
          [{ text: 'f', columnSpan: 4 }],
        ],
      }),
    ).toEqual([['a@0,0+2x1', 'b@0,1+1x2', 'c@0,3+2x1'], ['d@1,1+1x1', 'e@1,2+1x1'], ['f@2,0+1x4']]);
  });

  it('cuts spans to the table and fills holes', () => {
    expect(places({ widths: [1, 1], rows: [[{ text: 'a', columnSpan: 9, rowSpan: 9 }], []] })).toEqual([
      ['a@0,0+2x2'],
      [],
    ]);
    expect(places({ widths: [1, 1], rows: [[{ text: 'a' }]] })).toEqual([['a@0,0+1x1', '@0,1+1x1']]);
  });
});
