/** Lịch công tác as it is pinned up and as a sheet: what an office posts, never how its work stands. */
import { describe, expect, test } from 'vitest';
import { calendarPage } from '../../../../shared/documents/calendar-page';
import { calendarWorkbook } from '../../../../shared/documents/calendar-workbook';
import {
  brief,
  calendarScope,
  calendarTitle,
  dueLines,
  dueText,
  scheduleDays,
  weekNumber,
  type CalendarBookInput,
} from '../../../../shared/documents/schedule-rows';
import type { CalendarEvent } from '../../../../shared/domain/calendar/model';
import { ruleProfile } from '../../../golden/documents/an-binh';

const event = (parts: Partial<CalendarEvent>): CalendarEvent => ({
  id: 'd1.task.a',
  kind: 'task',
  day: '2026-03-16',
  time: null,
  title: 'Gửi đề cương',
  standing: 'chưa chuẩn bị',
  done: false,
  dossierId: 'd1',
  plan: 'tuyên truyền, quán triệt, triển khai thực hiện nghị quyết của đảng bộ phường về chuyển đổi số',
  period: null,
  recordId: 'a',
  ...parts,
});
const held = (
  time: string | null,
  parts: Partial<NonNullable<CalendarEvent['conference']>> = {},
  day = '2026-03-16',
) =>
  event({
    kind: 'conference',
    day,
    time,
    title: `Họp ${time ?? 'trong ngày'}`,
    conference: {
      endTime: null,
      place: 'Hội trường',
      chair: 'Đồng chí Bí thư',
      participants: ['Chi bộ A', 'Chi bộ B'],
      cancelled: false,
      sequence: 0,
      ...parts,
    },
  });
const input = (
  events: readonly CalendarEvent[],
  more: Partial<CalendarBookInput> = {},
): CalendarBookInput => ({
  office: {
    system: 'party',
    parentBody: 'ĐẢNG BỘ',
    issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
    place: 'An Bình',
  },
  from: '2026-03-16',
  to: '2026-03-22',
  events,
  marked: [],
  numberTexts: new Map([['d1', '12-KH/ĐU']]),
  createdAt: '2026-03-13T08:00:00+07:00',
  ...more,
});
const textsOf = (events: readonly CalendarEvent[]): string =>
  JSON.stringify(calendarPage(ruleProfile('hd36'), input(events)));
const parts = (given: CalendarBookInput) =>
  scheduleDays(given).map(({ heading, parts: ofDay }) => [
    heading.replace('\n', ' '),
    ofDay.map(({ name, rows }) => `${name} ${rows.length}`).join(', '),
  ]);

describe('the week', () => {
  test('has its number and its days; a working day its morning and afternoon, also where nothing is held', () => {
    const week = input([held('08:00'), held('14:00', { endTime: '16:30' }), held('19:30'), held(null)]);
    expect([calendarTitle(week), calendarScope(week)]).toEqual([
      'LỊCH CÔNG TÁC TUẦN',
      'Tuần 12, từ ngày 16/03/2026 đến ngày 22/03/2026',
    ]);
    expect(parts(week)).toEqual([
      ['Thứ Hai 16/03', 'Trong ngày 1, Sáng 1, Chiều 1, Tối 1'],
      ['Thứ Ba 17/03', 'Sáng 0, Chiều 0'],
      ['Thứ Tư 18/03', 'Sáng 0, Chiều 0'],
      ['Thứ Năm 19/03', 'Sáng 0, Chiều 0'],
      ['Thứ Sáu 20/03', 'Sáng 0, Chiều 0'],
      ['Thứ Bảy 21/03', ''],
      ['Chủ nhật 22/03', ''],
    ]);
    const afternoon = scheduleDays(week)[0]?.parts[2]?.rows[0];
    expect(afternoon).toEqual({
      time: '14 giờ 00\nđến 16 giờ 30',
      content: 'Họp 14:00',
      chair: 'Đồng chí Bí thư',
      participants: 'Chi bộ A; Chi bộ B',
      place: 'Hội trường',
    });
  });

  test('noon begins the afternoon and six the evening', () => {
    const day = input([held('11:59'), held('12:00'), held('17:59'), held('18:00')]);
    expect(parts(day)[0]?.[1]).toBe('Sáng 1, Chiều 2, Tối 1');
  });

  test('a day off has no lines to write on, a weekend day that is worked has', () => {
    const marked = [
      { day: '2026-03-18', name: 'Nghỉ bù', kind: 'off' as const },
      { day: '2026-03-21', name: 'Làm bù', kind: 'work' as const },
    ];
    const days = parts(input([], { marked }));
    expect(days[2]).toEqual(['Thứ Tư 18/03\nNghỉ bù', '']);
    expect(days[5]).toEqual(['Thứ Bảy 21/03\nLàm bù', 'Sáng 0, Chiều 0']);
  });

  test('is counted as in ISO 8601', () => {
    expect(['2026-01-01', '2025-12-29', '2026-12-31', '2027-01-03', '2027-01-04'].map(weekNumber)).toEqual([
      1, 1, 53, 53, 1,
    ]);
  });
});

describe('what is printed', () => {
  test('is no state and no whole title of a plan; what is put off is not held', () => {
    const text = textsOf([
      held('08:00', { cancelled: true }),
      event({ title: 'Báo cáo quý I', kind: 'report' }),
    ]);
    expect(text).not.toContain('chưa chuẩn bị');
    expect(text).not.toContain('quán triệt, triển khai');
    expect(text).not.toContain('Họp 08:00');
    expect(text).toContain('Hạn báo cáo: Báo cáo quý I (12-KH/ĐU).');
    expect(text).toContain('VĂN PHÒNG');
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  });

  test('names a plan without a number by the beginning of its title, and what several ask for once', () => {
    const [line, ...others] = dueLines(
      input([event({ time: '16:00' }), event({ time: '16:00', dossierId: 'd2' }), event({ done: true })]),
    );
    expect(others).toEqual([]);
    expect(line && dueText(line)).toBe(
      '16 giờ 00, Nhiệm vụ: Gửi đề cương (12-KH/ĐU, tuyên truyền, quán triệt, triển khai thực hiện nghị quyết…)',
    );
  });

  test('is cut between words, with a mark; many places are counted', () => {
    expect(brief('một hai ba', 10)).toBe('một hai ba');
    expect(brief('một hai, ba bốn', 9)).toBe('một hai…');
    expect(brief('x'.repeat(20), 10)).toBe(`${'x'.repeat(10)}…`);
    const participants = Array.from({ length: 40 }, (_, at) => `Chi bộ ${at + 1}`);
    const [day] = scheduleDays(input([held('08:00', { participants })]));
    expect(day?.parts[0]?.rows[0]?.participants).toBe(
      'Chi bộ 1; Chi bộ 2; Chi bộ 3; Chi bộ 4; Chi bộ 5; Chi bộ 6 và 34 nơi khác theo giấy mời',
    );
  });

  test('of a long range only days on which something is held', () => {
    const year = input([held('08:00'), event({ day: '2026-05-05' })], {
      from: '2026-01-01',
      to: '2026-12-31',
    });
    expect(calendarTitle(year)).toBe('LỊCH CÔNG TÁC');
    expect(calendarScope(year)).toBe('Từ ngày 01/01/2026 đến ngày 31/12/2026');
    expect(parts(year)).toEqual([['Thứ Hai 16/03', 'Sáng 1']]);
    expect(JSON.stringify(calendarPage(ruleProfile('hd36'), { ...year, events: [] }))).toContain(
      'Không có hội nghị',
    );
  });

  test('grows smaller as the week fills, so that it stands on one page', () => {
    const size = (count: number): number => {
      const events = Array.from({ length: count }, (_, at) => held(at % 2 === 0 ? '08:00' : '14:00'));
      const table = calendarPage(ruleProfile('hd36'), input(events)).parts[0]?.blocks.find(
        ({ kind }) => kind === 'table',
      );
      return table?.kind === 'table' ? table.size : 0;
    };
    expect(size(0)).toBe(12);
    expect(size(30)).toBe(10);
    expect(size(8)).toBeLessThanOrEqual(size(2));
  });
});

test('the sheet types the day as a date and tells what falls due beside what is held', () => {
  const [sheet] = calendarWorkbook(input([event({}), held('08:00')])).sheets;
  const rows = (row: number) =>
    (sheet?.cells ?? []).flatMap((cell) =>
      cell.row === row ? [cell.value.kind === 'text' ? cell.value.text : cell.value] : [],
    );
  expect(rows(6)).toEqual([
    { kind: 'date', date: '2026-03-16' },
    'thứ Hai',
    'Sáng',
    '8 giờ 00',
    'Họp 08:00',
    'Đồng chí Bí thư',
    'Chi bộ A; Chi bộ B',
    'Hội trường',
  ]);
  expect(rows(7).slice(2, 5)).toEqual(['Đến hạn', '', 'Nhiệm vụ: Gửi đề cương (12-KH/ĐU)']);
});
