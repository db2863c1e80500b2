/** What leaves as a calendar: read back by a parser that is not ours, and printed day by day. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarIcs } from '../../../../shared/documents/calendar-ics';
import type { CalendarEvent } from '../../../../shared/domain/calendar/model';
import { toNfc } from '../../../../shared/text/normalize';

const OFFICE = { parentBody: 'ĐẢNG BỘ', issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH', place: 'An Bình' };
const CREATED = '2026-03-16T08:00:00+07:00';
const event = (parts: Partial<CalendarEvent>): CalendarEvent => ({
  id: 'd1.task.a',
  kind: 'task',
  day: '2026-03-16',
  time: null,
  title: 'Gửi đề cương',
  standing: '',
  done: false,
  dossierId: 'd1',
  plan: 'tuyên truyền',
  period: null,
  recordId: 'a',
  ...parts,
});
const read = (events: readonly CalendarEvent[]) => {
  const text = calendarIcs({ events, officeName: OFFICE.issuingBody, createdAt: CREATED });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { text, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
};

describe('.ics', () => {
  test('makes a day of an hour that an earlier version let through and none can read', () => {
    const { events } = read([event({ id: 'x', day: '2026-06-09', time: 'cuối buổi' })]);
    expect(events[0]?.startDate.isDate).toBe(true);
  });

  test('an hour in Vietnam is the same moment everywhere; a whole day is a date', () => {
    const { events } = read([
      event({ id: 'c', kind: 'conference', day: '2026-02-11', time: '14:00' }),
      event({ id: 't', day: '2026-12-31' }),
    ]);
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe('2026-02-11T07:00:00.000Z');
    expect(events[1]?.startDate.isDate).toBe(true);
    expect(events[1]?.startDate.toString()).toBe('2026-12-31');
    expect(events[1]?.endDate.toString()).toBe('2027-01-01');
    expect(events.map(({ uid }) => uid)).toEqual(['c@vpdu-desk', 't@vpdu-desk']);
  });
  const held = {
    endTime: '17:00',
    place: 'Hội trường tầng 3; nhà A',
    chair: 'Đồng chí Bí thư',
    participants: ['Chi bộ A', 'Chi bộ B'],
    cancelled: false,
    sequence: 2,
  };
  const conference = (parts: Partial<typeof held>) =>
    event({
      id: 'c',
      kind: 'conference',
      day: '2026-02-11',
      time: '14:00',
      conference: { ...held, ...parts },
    });
  test('a conference carries its end, its place, who presides; a change is a higher SEQUENCE of one id', () => {
    const [before] = read([conference({})]).events;
    const [after] = read([conference({ endTime: '16:30', sequence: 3 })]).events;
    expect(before?.endDate.toJSDate().toISOString()).toBe('2026-02-11T10:00:00.000Z');
    expect(after?.endDate.toJSDate().toISOString()).toBe('2026-02-11T09:30:00.000Z');
    expect(before?.location).toBe('Hội trường tầng 3; nhà A');
    expect(before?.description).toContain('Chủ trì: Đồng chí Bí thư\nThành phần: Chi bộ A; Chi bộ B');
    expect([before?.uid, before?.sequence, after?.uid, after?.sequence]).toEqual([
      'c@vpdu-desk',
      2,
      'c@vpdu-desk',
      3,
    ]);
  });
  test('one without an end lasts two hours, over midnight too, and says that this is assumed', () => {
    const open = { ...held, endTime: null };
    const at = (time: string) =>
      event({ id: 'c', kind: 'conference', day: '2026-02-11', time, conference: open });
    const [afternoon, night] = read([at('14:00'), at('23:00')]).events;
    expect(afternoon?.endDate.toJSDate().toISOString()).toBe('2026-02-11T09:00:00.000Z');
    expect(night?.endDate.toJSDate().toISOString()).toBe('2026-02-11T18:00:00.000Z');
    expect(afternoon?.description).toContain('Chưa ghi giờ kết thúc; lịch tạm tính 2 giờ.');
    expect(read([conference({})]).text).not.toContain('tạm tính');
    // An hour by which something is due has no length.
    expect(read([event({ time: '16:30' })]).text).not.toContain('DTEND');
  });
  test('one that was called off stays, as cancelled, and makes nobody busy', () => {
    const [off] = read([conference({ cancelled: true })]).events;
    expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(off?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    const [on] = read([conference({})]).events;
    expect(on?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(on?.component.getFirstPropertyValue('transp')).toBe('OPAQUE');
  });
  test('any words come back as they were; no line is over 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (raw) => {
        // Control characters have no place in a title; line ends are told as one.
        const title = toNfc(raw).replaceAll(/\p{Cc}/gu, ' ');
        const { text, events } = read([event({ title: `Đề cương; ${title}, “một”\\n` })]);
        expect(events[0]?.summary).toBe(`Nhiệm vụ: Đề cương; ${title}, “một”\\n`);
        expect(text.endsWith('\r\n')).toBe(true);
        for (const line of text.slice(0, -2).split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }),
    );
  });
  test('a title of several lines does not break out of its own', () => {
    const { events } = read([event({ title: 'một\r\nEND:VEVENT\nhai' })]);
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toContain('END:VEVENT');
  });
});
