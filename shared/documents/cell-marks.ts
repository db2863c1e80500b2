/** Looks that follow what a cell says: the word or the sign says it, the colour helps. */
import type { CellMark } from './sheet-model';

const BAD = { color: 'C00000', fill: 'FBE3DC' } as const;
const CAUTION = { color: '7F5F00', fill: 'FFF2CC' } as const;

export function notMetMark(range: string): CellMark {
  return { range, when: { text: 'Chưa đạt' }, ...BAD };
}

/** States of units: not in, sent back, late. */
export function stateMarks(range: string): readonly CellMark[] {
  return [
    { range, when: { text: 'Chưa báo cáo' }, ...BAD },
    { range, when: { text: 'Đã trả lại' }, ...BAD },
    { range, when: { text: 'Trễ hạn' }, ...CAUTION },
  ];
}

export function fallingMark(range: string): CellMark {
  return { range, when: { below: 0 }, ...CAUTION };
}
