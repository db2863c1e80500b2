import { describe, expect, it } from 'vitest';
import { placeBlock, type PasteTarget } from '../../../../../shared/domain/report/paste-block';

const NAMES: Readonly<Record<string, string>> = { 'Chi bộ 1': 'A', 'Chi bộ 2': 'B', 'Chi bộ 9': 'Z' };
const target: PasteTarget = {
  units: ['A', 'B', 'C'],
  columns: ['NIL', 'HN01', 'HN02', 'DV01'],
  at: { row: 1, column: 1 },
  match: (name) => {
    const id = NAMES[name];
    return id === undefined ? { unitIds: ['C'], doubt: `Không rõ “${name}”.` } : { unitIds: [id], doubt: '' };
  },
};
const place = (block: readonly (readonly string[])[]) => placeBlock(block, target);
const short = (block: readonly (readonly string[])[]) =>
  place(block).cells.map(({ unitId, column, text }) => `${unitId}.${column}=${text}`);

describe('a pasted block', () => {
  it('without names goes from the chosen cell on; gaps leave what stands', () => {
    expect(
      short([
        ['4', '120'],
        ['', '35.599'],
      ]),
    ).toEqual(['B.HN01=4', 'B.HN02=120', 'C.HN02=35.599']);
    expect(short([['có'], ['x']])).toEqual(['B.HN01=có', 'C.HN01=x']);
    expect(place([['1'], ['2'], ['3']]).overflow).toBe(true);
  });

  it('with names in front goes to those units, whatever their order, also behind running numbers', () => {
    expect(
      short([
        ['Chi bộ 2', '4', '5'],
        ['Chi bộ 1', '6', ''],
      ]),
    ).toEqual(['B.HN01=4', 'B.HN02=5', 'A.HN01=6']);
    expect(
      short([
        ['1', 'Chi bộ 2', '4'],
        ['2', 'Chi bộ 1', '6'],
      ]),
    ).toEqual(['B.HN01=4', 'A.HN01=6']);
  });

  it('with a head line goes by code, and says which columns it does not know', () => {
    const pasted = place([
      ['STT', 'Đơn vị', 'DV01', 'HN01 – Hội nghị', 'DV03', 'Ghi chú'],
      ['1', 'Chi bộ 1', '50', '2', '90', 'tốt'],
    ]);
    expect(pasted.cells.map(({ column, text }) => `${column}=${text}`)).toEqual(['DV01=50', 'HN01=2']);
    expect(pasted.strangeColumns).toEqual(['DV03', 'Ghi chú']);
  });

  it('leaves a line whose unit is not certain, or owes nothing here, to a person', () => {
    const { cells, unmatched } = place([
      ['Chi bộ mười', '4'],
      ['Chi bộ 9', '5'],
      ['Tổng cộng', '9'],
    ]);
    expect(cells).toEqual([]);
    expect(unmatched.map(({ name, suggestions }) => [name, suggestions])).toEqual([
      ['Chi bộ mười', ['C']],
      ['Chi bộ 9', []],
      ['Tổng cộng', ['C']],
    ]);
    expect(unmatched[1]?.doubt).toContain('không phải báo cáo kỳ này');
    expect(unmatched[0]?.cells).toEqual([{ column: 'HN01', text: '4' }]);
  });
});
