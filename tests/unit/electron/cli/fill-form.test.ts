import { describe, expect, it } from 'vitest';
import { figuresFor } from '../../../../electron/cli/demo/fill-form';
import { testIndicators } from '../../../support/test-ports';

const numberOf = (figures: ReturnType<typeof figuresFor>, code: string): number => {
  const value = figures[code];
  if (typeof value !== 'number') throw new Error(`no figure for ${code}`);
  return value;
};

describe('what a demo unit answers', () => {
  const indicators = testIndicators.filter(({ enabled }) => enabled);
  const units = Array.from({ length: 60 }, (_, index) => figuresFor(index, indicators));

  it('is the size of a Party cell', () => {
    for (const figures of units) {
      expect(numberOf(figures, 'DV04')).toBeLessThan(numberOf(figures, 'DV01') / 4);
      expect(numberOf(figures, 'MX03')).toBeLessThanOrEqual(4);
      expect(numberOf(figures, 'KP01')).toBeLessThanOrEqual(6);
      expect(numberOf(figures, 'SH04')).toBe(1);
    }
  });

  it('never has a part above its whole, and is the same every time', () => {
    for (const [index, figures] of units.entries()) {
      for (const { id, notAbove } of indicators)
        if (notAbove !== null && typeof figures[notAbove] === 'number')
          expect(numberOf(figures, id)).toBeLessThanOrEqual(numberOf(figures, notAbove));
      expect(figuresFor(index, indicators)).toEqual(figures);
    }
  });
});
