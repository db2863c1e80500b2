import { describe, expect, it } from 'vitest';
import { typedMeanwhile } from '../../../../shared/grid/typed-meanwhile';

describe('a table that is typed into while it is saved', () => {
  const sent = { a: { HN01: '3', HN02: '90' }, b: { HN01: 'x' } };

  it('keeps what was typed after it was sent, and every row that was not saved', () => {
    const now = { a: { HN01: '3', HN02: '95', DV01: '7' }, b: { HN01: 'x' }, c: { HN01: '1' } };
    expect(typedMeanwhile(now, sent, (row) => row === 'a')).toEqual({
      a: { HN02: '95', DV01: '7' },
      b: { HN01: 'x' },
      c: { HN01: '1' },
    });
  });

  it('is empty where nobody typed and all was saved', () => {
    expect(typedMeanwhile(sent, sent, () => true)).toEqual({});
  });
});
