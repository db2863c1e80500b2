import { describe, expect, it } from 'vitest';
import { momentParts, momentText, readMoment } from '../../../../shared/date/moment';

describe('a day that may have its hour', () => {
  it.each([
    ['14h00 ngày 11/02/2026', '2026-02-11T14:00'],
    ['lúc 14 giờ 30 phút, ngày 11/2/2026', '2026-02-11T14:30'],
    ['11/02/2026 14:00', '2026-02-11T14:00'],
    ['11-02-2026', '2026-02-11'],
    ['2026-02-11T14:00', '2026-02-11T14:00'],
    ['2026-02-11', '2026-02-11'],
    ['31/02/2026', null],
    ['25h00 ngày 11/02/2026', null],
    ['2026-02-11T25:00', null],
    ['chiều 11/02/2026', null],
    ['sang tuần', null],
    ['', null],
  ])('is read from “%s”', (text, kept) => expect(readMoment(text)).toBe(kept));

  it('is shown as it may be typed again', () => {
    for (const kept of ['2026-02-11T14:00', '2026-02-11']) expect(readMoment(momentText(kept))).toBe(kept);
    expect(momentText('2026-02-11T14:00')).toBe('14h00 ngày 11/02/2026');
  });

  it('of an earlier version that nobody can read is no day, and stands as it is', () => {
    for (const kept of ['11/02/2026 14h00', '2026-02-31', '2026-02-11 14:00'])
      expect([momentParts(kept), momentText(kept)]).toEqual([{ day: null, time: null }, kept]);
    expect(momentParts(null)).toEqual({ day: null, time: null });
  });
});
