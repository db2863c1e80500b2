import { describe, expect, it } from 'vitest';
import { fixedClock, systemClock } from '../../../../../electron/adapters/system/clock';
import { nodeHash } from '../../../../../electron/adapters/system/hash';
import { randomIds, sequentialIds } from '../../../../../electron/adapters/system/ids';
import { unwrap } from '../../../../../shared/result';

describe('clock', () => {
  it('tells the time in Vietnam, whatever the zone of the PC', () => {
    const now = systemClock.now();
    expect(now).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+07:00$/);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
  });

  it('stands still where it is told to', () => {
    expect(unwrap(fixedClock('2026-03-25T08:00:00+07:00')).now()).toBe('2026-03-25T08:00:00+07:00');
  });

  it.each(['2026-03-25', '25/03/2026', '2026-13-01T00:00:00Z', '2026-03-25T08:00:00', ''])(
    'refuses "%s" as a moment',
    (text) => {
      expect(fixedClock(text)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
    },
  );
});

describe('ids and hash', () => {
  it('are uuids, or a sequence that starts where it is told to', () => {
    expect(randomIds.next()).not.toBe(randomIds.next());
    const ids = sequentialIds(255);
    expect([ids.next(), ids.next()]).toEqual([
      '00000000-0000-4000-8000-0000000000ff',
      '00000000-0000-4000-8000-000000000100',
    ]);
  });

  it('hash text as UTF-8', () => {
    expect(nodeHash.sha256('Đảng')).toBe(nodeHash.sha256(Buffer.from('Đảng', 'utf8')));
    expect(nodeHash.sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
