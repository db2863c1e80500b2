import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../../shared/text/base64';

describe('base64', () => {
  it.each([0, 1, 2, 3, 4, 255, 0x6000, 0x6001, 0x12345])(
    'of %i bytes is what every reader knows',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37) % 256);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    },
  );
});
