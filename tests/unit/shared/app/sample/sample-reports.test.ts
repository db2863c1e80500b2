import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../../shared/app/sample/random';
import { inventValues } from '../../../../../shared/app/sample/sample-reports';
import { testIndicators } from '../../../../support/test-ports';

describe('figures of the sample office', () => {
  const codes = testIndicators.filter(({ kind }) => kind !== 'P' && kind !== 'R').map(({ id }) => id);

  it('are the size of a Party cell, with no part above its whole', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { values } = inventValues(codes, testIndicators, createRandom(seed), 18 + seed);
      expect(values['DV01']).toBe(18 + seed);
      expect(values['DV04']).toBeLessThan((values['DV01'] ?? 0) / 4);
      expect(values['MX03']).toBeLessThanOrEqual(4);
      expect(values['KP01']).toBeLessThanOrEqual(6);
      for (const { id, notAbove } of testIndicators)
        if (notAbove !== null) expect(values[id], id).toBeLessThanOrEqual(values[notAbove] ?? 0);
    }
  });

  it('are the same for the same seed', () => {
    const once = () => inventValues(codes, testIndicators, createRandom(7), 30);
    expect(once()).toEqual(once());
  });
});
