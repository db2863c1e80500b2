import { describe, expect, test } from 'vitest';
import {
  followedReport,
  linkedPeriods,
  proposesReporting,
  reachesEnd,
  reportedStanding,
} from '../../../../../shared/domain/task/by-reports';

describe('a reporting duty by its words', () => {
  test.each([
    'Báo cáo kết quả thực hiện về Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng) trước ngày 15/6/2026.',
    '- Định kỳ báo cáo kết quả triển khai thực hiện về Ban Xây dựng Đảng để tổng hợp, báo cáo theo quy định.',
    'Các chi bộ, cơ quan, đơn vị thực hiện nghiêm chế độ thông tin, báo cáo; định kỳ báo cáo kết quả thực hiện về Đảng ủy.',
    'Hằng quý, gửi báo cáo kết quả về Văn phòng Đảng ủy trước ngày 20 tháng cuối quý.',
    'Trước ngày 20/12/2026 báo cáo tình hình thực hiện.',
    'Thực hiện chế độ báo cáo định kỳ về Ban Tuyên giáo.',
  ])('%s', (text) => expect(proposesReporting(text)).toBe(true));

  test.each([
    'Quán triệt Nghị quyết; báo cáo kết quả về Ban Thường vụ Đảng ủy.',
    'Tiếp nhận, tổng hợp báo cáo định kỳ của các đơn vị.',
    'Định kỳ tham mưu xây dựng báo cáo gửi cấp trên theo quy định.',
    'Tổ chức hội nghị báo cáo viên định kỳ hằng tháng.',
    'Báo cáo viên Đảng ủy tuyên truyền kết quả đại hội.',
    'Báo cáo sơ kết 6 tháng tình hình thực hiện Nghị quyết.',
    'Báo cáo chuyên đề kết quả chuyển đổi số.',
    'Theo dõi, đôn đốc các đơn vị; báo cáo kết quả hằng quý.',
    'Báo cáo khó khăn, vướng mắc về Thường trực Đảng ủy ngày 05 hằng tháng.',
    'Báo cáo Ban Thường vụ.',
    '',
    ' . ; ',
  ])('not: %s', (text) => expect(proposesReporting(text)).toBe(false));
});

describe('which periods', () => {
  const owed = (id: string, lastDay: string) => ({ id, lastDay });
  const periods = [
    owed('2026-Q1', '2026-03-16'),
    owed('2026-04', '2026-04-15'),
    owed('2026-05', '2026-05-15'),
    owed('2026-06', '2026-06-16'),
    owed('DX-2026-001', '2026-06-15'),
  ];
  const ids = (day: string | null, period: string | null, until: string | null = null) =>
    linkedPeriods({ day, period, until }, periods).map(({ id }) => id);
  test('named: those inside; by day: the nearest, at most a week off, never an ad hoc one', () => {
    expect(ids(null, '2026-Q2')).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(ids('2026-06-14', null)).toEqual(['2026-06']);
    expect(ids('2026-06-23', null)).toEqual(['2026-06']);
    expect(ids('2026-06-24', null)).toEqual([]);
    expect(ids('2026-03-14', '2026-Q1')).toEqual(['2026-Q1']);
    expect(ids('2026-03-14', '2025-Q4')).toEqual(['2026-Q1']);
    expect(ids(null, '2026-Q3')).toEqual([]);
    expect(ids(null, 'sớm')).toEqual([]);
  });
  test('without a day every period; "hằng tháng" those of its span', () => {
    expect(ids(null, null)).toHaveLength(4);
    expect(ids(null, null, '2026-03-31')).toEqual(['2026-04', '2026-05', '2026-Q1']);
    expect(reachesEnd({ day: null, period: null, until: '2026-06-30' }, periods)).toBe(true);
    expect(reachesEnd({ day: null, period: null, until: '2026-07-01' }, periods)).toBe(false);
    expect(reachesEnd({ day: null, period: null, until: null }, [])).toBe(true);
  });
});

describe('how it stands', () => {
  const period = {
    id: '2026-Q1',
    lastDay: '2026-03-16',
    time: '16:00',
    extensions: [{ unitId: 'u2', lastDay: '2026-03-20' }],
  };
  const came = (
    receivedOn: string,
    state: 'received' | 'returned' = 'received',
    hour: string | null = null,
  ) => ({ state, receivedOn, receivedTime: hour }) as const;
  test('of one report: in time, late by the hour, within its extension, sent back', () => {
    expect(followedReport(period, 'u1', came('2026-03-16', 'received', '17:00')).late).toBe(true);
    expect(followedReport(period, 'u2', came('2026-03-20'))).toMatchObject({
      late: false,
      due: '2026-03-20',
    });
    expect(followedReport(period, 'u1', came('2026-03-10', 'returned'))).toMatchObject({
      receivedOn: null,
      returned: true,
    });
    expect(followedReport(period, 'u1', undefined)).toMatchObject({ receivedOn: null, returned: false });
  });
  test('of several: the first that is missing is due; done only with the last, and late if one was', () => {
    const [first, second] = [
      { due: '2026-04-15', receivedOn: '2026-04-16', late: true },
      { due: '2026-05-15', receivedOn: '2026-05-10', late: false },
    ];
    expect(reportedStanding([], true)).toBeNull();
    expect(reportedStanding([first, { ...second, receivedOn: null }], true)).toEqual({
      state: 'doing',
      doneOn: null,
      late: false,
      due: '2026-05-15',
    });
    expect(reportedStanding([first, second], true)).toEqual({
      state: 'done',
      doneOn: '2026-05-10',
      late: true,
      due: '2026-05-15',
    });
    // All that is asked is in, and more will be: neither done nor late.
    expect(reportedStanding([first, second], false)).toMatchObject({ state: 'doing', due: null });
  });
});
