import { describe, expect, it } from 'vitest';
import { joinNames } from '../../../../electron/cli/session';

describe('names parted at commas', () => {
  const known = new Set(['Cơ quan Đảng, chính quyền', 'Tổ dân phố', 'Cơ quan Đảng']);
  const join = (text: string) => joinNames(text.split(', '), (name) => known.has(name));

  it('are whole names again, the longest first', () => {
    expect(join('Tổ dân phố, Cơ quan Đảng, chính quyền')).toEqual([
      'Tổ dân phố',
      'Cơ quan Đảng, chính quyền',
    ]);
  });

  it('stay apart where the directory knows no whole, so that each is refused by its own name', () => {
    expect(join('Tổ dân phố, không có')).toEqual(['Tổ dân phố', 'không có']);
  });
});
