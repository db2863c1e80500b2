import { describe, expect, it } from 'vitest';
import { unbrokenWords } from '../../../../../../electron/adapters/export/pdf/blocks';

describe('unbrokenWords', () => {
  it('sets words with signs inside apart and keeps every character', () => {
    expect(unbrokenWords('Số 27-NQ/TU  ngày 15/12,\nnhư sau: “a” ')).toEqual([
      { text: 'Số ', whole: false },
      { text: '27-NQ/TU  ', whole: true },
      { text: 'ngày ', whole: false },
      { text: '15/12,', whole: true },
      { text: '\nnhư sau: ', whole: false },
      { text: '“a” ', whole: true },
    ]);
  });

  it('lets a very long word be broken', () => {
    const address = 'https://an-binh.example.vn/ke-hoach/2026';
    expect(unbrokenWords(address)).toEqual([{ text: address, whole: false }]);
    for (const text of ['', '   ', '\n\n', ' a-b'])
      expect(
        unbrokenWords(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });
});
