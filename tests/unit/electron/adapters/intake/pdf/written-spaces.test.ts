/** Letters with combining marks: a space is one only where the file wrote it. */
import { describe, expect, it } from 'vitest';
import { withWrittenSpaces } from '../../../../../../electron/adapters/intake/pdf/written-spaces';

const nfd = (text: string) => text.normalize('NFD');

describe('spaces behind combining marks', () => {
  it('that nobody wrote are left out, written ones stay', () => {
    const [one] = withWrittenSpaces([nfd('ủ').concat(' y ', nfd('chỉ đạ'), ' o')], [nfd('ủy chỉ đạo')]);
    expect(one?.text.normalize('NFC')).toBe('ủy chỉ đạo');
  });

  it('a text that ends in a mark goes on in the next where the file goes on', () => {
    const texts = [nfd('Ủ'), 'Y BAN', nfd('xã'), 'An'];
    expect(withWrittenSpaces(texts, [nfd('ỦY BAN'), nfd('xã An')]).map(({ joinsNext }) => joinsNext)).toEqual(
      [true, false, false, false],
    );
  });

  it('is not asked where nothing is decomposed, or where the file says something else', () => {
    expect(withWrittenSpaces(['Đảng ủ y'], ['Đảng ủy'])).toEqual([{ text: 'Đảng ủ y', joinsNext: false }]);
    const text = `${nfd('ủ')} y`;
    expect(withWrittenSpaces([text], ['khác hẳn'])).toEqual([{ text, joinsNext: false }]);
  });
});
