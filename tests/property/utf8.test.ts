import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../shared/text/utf8';

it('writes and reads what the platform does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = encodeUtf8(text);
      expect(bytes).toEqual(new Uint8Array(new TextEncoder().encode(text)));
      const read = decodeUtf8(bytes);
      expect(read).toBe(new TextDecoder('utf-8').decode(bytes));
    }),
  );
});

it('refuses exactly the bytes that are no UTF-8', () => {
  const strict = (bytes: Uint8Array): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const arbitrary = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.string({ unit: 'binary' }).map((text) => new Uint8Array(Buffer.from(text, 'utf8')).slice(0, -1)),
  );
  fc.assert(
    fc.property(arbitrary, (bytes) => {
      expect(decodeUtf8(bytes)).toBe(strict(bytes));
    }),
    { numRuns: 2000 },
  );
});
