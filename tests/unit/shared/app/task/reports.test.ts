/** Reporting duties through the application: they follow the units' reports, say so, and a person's word wins. */
import { beforeEach, describe, expect, test } from 'vitest';
import { carryingOutScene, type CarryingOutScene } from '../../../../support/carrying-out';

let app: CarryingOutScene['app'];
let at: CarryingOutScene['at'];
let board: CarryingOutScene['board'];
let put: CarryingOutScene['put'];
let taskOf: CarryingOutScene['taskOf'];
let units: CarryingOutScene['units'];
let addTask: CarryingOutScene['addTask'];
/** Chủ trì: the three of the group. Due 14/6/2026; their second-quarter report is due on 16/6, the first unit's on 20/6. */
let reporting: string;

const dutiesOf = async (task: string) =>
  (await app.call('task.duties', { dossierId: app.dossierId, task })).duties;
const report = (unit: number, receivedOn: string) =>
  app.call('report.put', {
    dossierId: app.dossierId,
    period: '2026-Q2',
    unit: units[unit] ?? '',
    receivedOn,
    values: { HN01: 1 },
    narrative: {},
  });

beforeEach(async () => {
  ({ app, at, board, put, taskOf, units, addTask } = await carryingOutScene());
  reporting = await addTask({
    text: 'Báo cáo kết quả thực hiện về Ban Thường vụ Đảng ủy trước ngày 15/6/2026.',
    lastDay: '2026-06-14',
  });
  await app.call('report.schedule', {
    dossierId: app.dossierId,
    period: '2026-Q2',
    lastDay: '2026-06-16',
    indicators: ['HN01'],
    units: units.slice(0, 3),
  });
  at('2026-06-18T09:00:00+07:00');
});

describe('a duty whose result is the report', () => {
  test('stands as its report does, with the report as its source; sent back, it is owed again', async () => {
    await report(0, '2026-06-15');
    await report(1, '2026-06-17');
    expect(await taskOf(reporting)).toMatchObject({
      done: 2,
      doneLate: 1,
      overdue: 1,
      reporting: { periods: ['2026-Q2'] },
      reportingBy: 'words',
    });
    // In time by the report's own last day, although the plan's sentence said the 14th.
    expect(
      (await dutiesOf(reporting)).map(({ standing, doneOn, due, record, reports }) => [
        standing,
        doneOn,
        due,
        record,
        reports.map(({ period, receivedOn }) => `${period} ${receivedOn ?? '–'}`),
      ]),
    ).toEqual([
      ['done', '2026-06-15', '2026-06-16', null, ['2026-Q2 2026-06-15']],
      ['done-late', '2026-06-17', '2026-06-16', null, ['2026-Q2 2026-06-17']],
      ['overdue', null, '2026-06-16', null, ['2026-Q2 –']],
    ]);
    expect((await app.call('plan.list', {}))[0]?.progress).toMatchObject({ done: 2 });
    expect((await board()).progress).toMatchObject({ done: 2, units: 14 });

    await app.call('report.return', {
      dossierId: app.dossierId,
      period: '2026-Q2',
      unit: units[0] ?? '',
      reason: 'Thiếu số liệu',
    });
    expect(await taskOf(reporting)).toMatchObject({ done: 1, overdue: 2 });
    expect((await dutiesOf(reporting))[0]?.reports).toMatchObject([{ returned: true, receivedOn: null }]);
  });

  test('what a person entered stands before the report, until it is handed back', async () => {
    await report(0, '2026-06-15');
    await put(reporting, [units[0] ?? ''], { state: 'not-done', reason: 'Báo cáo sai nội dung' });
    expect((await dutiesOf(reporting))[0]).toMatchObject({ standing: 'not-done', reports: [] });
    await put(reporting, [units[0] ?? ''], { state: 'doing' });
    expect((await dutiesOf(reporting))[0]).toMatchObject({ state: 'doing', reports: [] });
    await put(reporting, [units[0] ?? ''], { state: 'todo' });
    expect((await dutiesOf(reporting))[0]).toMatchObject({ standing: 'done', doneOn: '2026-06-15' });
  });

  test('a person says that it is none, or that another sentence is one', async () => {
    await report(0, '2026-06-15');
    await app.call('task.describe', { dossierId: app.dossierId, item: reporting, byReports: false });
    expect(await taskOf(reporting)).toMatchObject({ done: 0, reporting: null, reportingBy: 'person' });
    await app.call('task.describe', { dossierId: app.dossierId, item: reporting, byReports: null });
    expect(await taskOf(reporting)).toMatchObject({ done: 1, reportingBy: 'words' });
    const other = await addTask({ text: 'Gửi số liệu cho Văn phòng.', lastDay: '2026-06-12' });
    expect(await taskOf(other)).toMatchObject({ done: 0, reporting: null });
    await app.call('task.describe', { dossierId: app.dossierId, item: other, byReports: true });
    expect(await taskOf(other)).toMatchObject({ done: 1, overdue: 2, reportingBy: 'person' });
  });

  test('a late report is told once in Hôm nay; the file of the progress names its source', async () => {
    await report(0, '2026-06-15');
    const { items } = await app.call('today.list', {});
    expect(items.filter(({ period }) => period === '2026-Q2')).toHaveLength(1);
    expect(items.some(({ about }) => about?.kind === 'task' && about.id === reporting)).toBe(false);
    const { ticket } = await app.call('task.export', { dossierId: app.dossierId, format: 'xlsx' });
    expect(new TextDecoder().decode(app.ports.taken(ticket)[0]?.bytes)).toContain(
      'Theo báo cáo quý II năm 2026: nhận 15/06/2026',
    );
  });

  test('a task that asks for work too, and one about opinion, follow no report', async () => {
    const work = await addTask({ text: 'Quán triệt Nghị quyết; báo cáo kết quả.', lastDay: '2026-06-14' });
    const opinion = await addTask({
      text: 'Báo cáo tình hình dư luận xã hội trước ngày 15/6/2026.',
      lastDay: '2026-06-14',
    });
    await report(0, '2026-06-15');
    expect(await taskOf(work)).toMatchObject({ reporting: null, done: 0 });
    expect(await taskOf(opinion)).toMatchObject({ reporting: null, done: 0 });
  });

  test('"hằng quý" is under way until the year’s last report is in, and not counted in the grid', async () => {
    const quarterly = await addTask({ text: 'Hằng quý báo cáo kết quả thực hiện về Đảng ủy.' });
    await report(0, '2026-06-15');
    expect(await taskOf(quarterly)).toMatchObject({ done: 0, doing: 1, rhythm: null });
    expect((await board()).recurring.some(({ id }) => id === quarterly)).toBe(false);
  });
});
