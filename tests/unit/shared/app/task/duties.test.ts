/** Duties through the application: by hand, evidence, tasks and units that go. */
import { beforeEach, describe, expect, test } from 'vitest';
import { carryingOutScene, type CarryingOutScene } from '../../../../support/carrying-out';

let app: CarryingOutScene['app'];
let at: CarryingOutScene['at'];
let board: CarryingOutScene['board'];
let dated: CarryingOutScene['dated'];
let opinion: CarryingOutScene['opinion'];
let put: CarryingOutScene['put'];
let taskOf: CarryingOutScene['taskOf'];
let undated: CarryingOutScene['undated'];
let units: CarryingOutScene['units'];
let weekly: CarryingOutScene['weekly'];

beforeEach(async () => {
  ({ app, at, board, dated, opinion, put, taskOf, undated, units, weekly } = await carryingOutScene());
});

describe('by hand', () => {
  /*
   * Duties: dated 3 lead + 1 co-ordinating = 4; undated owed once by nobody known = 1; weekly 3; opinion 3. Together 11.
   */
  test('lead and co-ordinating units each owe; what names nobody is owed once', async () => {
    const { tasks, progress, units: rows } = await board();
    expect(tasks.map(({ id, units: count }) => [id, count])).toEqual([
      [dated, 4],
      [undated, 1],
      [weekly, 3],
      [opinion, 3],
    ]);
    expect(progress).toMatchObject({ units: 11, done: 0, overdue: 0, percent: 0 });
    expect(rows.find(({ unit }) => unit === units[3])).toMatchObject({
      units: 1,
      name: 'Chi bộ Khối Dân vận',
    });
    expect(rows.at(-1)).toMatchObject({ unit: 'chung', name: 'Chưa rõ đơn vị', units: 1 });
  });

  /*
   * On 12/6: unit 1 done on 08/6 (in time), unit 2 done on 11/6 (late), unit 3 extended to 15/6 (open, not late), Công an
   * neither: overdue. So "2/4 đơn vị hoàn thành, 1 quá hạn"; of 11 duties 2 are done: 18,18 → 18%.
   */
  test('on time, late, extended, overdue', async () => {
    at('2026-06-11T09:00:00+07:00');
    await put(dated, [units[0] ?? ''], { doneOn: '2026-06-08', numberText: '05-BC/CB', date: '2026-06-08' });
    await put(dated, ['Chi bộ Tổ dân phố số 2'], { doneOn: '2026-06-11' });
    await app.call('task.extend', {
      dossierId: app.dossierId,
      duties: [{ task: dated, units: [units[2] ?? ''] }],
      lastDay: '2026-06-15',
      reason: 'Chờ hội trường',
      agreedBy: 'Thường trực Đảng ủy',
    });
    at('2026-06-12T09:00:00+07:00');
    expect(await taskOf(dated)).toMatchObject({
      units: 4,
      done: 2,
      doneLate: 1,
      overdue: 1,
      todo: 1,
      notDone: 0,
    });
    expect((await board()).progress).toMatchObject({ done: 2, percent: 18 });
    const { duties } = await app.call('task.duties', { dossierId: app.dossierId, task: dated });
    expect(duties.map(({ unit, standing, due, role }) => [units.indexOf(unit), standing, due, role])).toEqual(
      [
        [0, 'done', '2026-06-09', 'lead'],
        [1, 'done-late', '2026-06-09', 'lead'],
        [2, 'todo', '2026-06-15', 'lead'],
        [3, 'overdue', '2026-06-09', 'coordinating'],
      ],
    );
    expect(duties[0]?.record?.evidence).toEqual({ numberText: '05-BC/CB', date: '2026-06-08', file: null });
    expect(duties[2]?.record?.trace.at(-1)).toMatchObject({
      by: 'Nguyễn Thị Mai',
      text: 'gia hạn đến 15/06/2026; lý do: Chờ hội trường; Thường trực Đảng ủy đồng ý',
    });

    const { items } = await app.call('today.list', {});
    expect(items.find(({ about }) => about?.kind === 'task' && about.id === dated)).toMatchObject({
      kind: 'overdue',
      title: 'Nhiệm vụ Tổ chức hội nghị.: 1/4 đơn vị quá hạn',
      action: 'Ghi kết quả',
    });
    const [row] = await app.call('plan.list', {});
    expect(row?.progress).toEqual({ units: 11, done: 2, notDone: 0, overdue: 1 });
    const event = async () =>
      (await app.call('calendar.list', { from: '2026-06-01', to: '2026-06-30' })).events.find(
        ({ recordId }) => recordId === dated,
      );
    expect(await event()).toMatchObject({ standing: '2/4 đơn vị hoàn thành', done: false });

    // What is given up with its reason is settled: the calendar's task is done, the progress is not.
    await put(dated, [units[2] ?? ''], { doneOn: null });
    await put(dated, [units[3] ?? ''], { state: 'not-done', reason: 'Đã giao đơn vị khác' });
    expect(await event()).toMatchObject({ standing: '3/4 đơn vị hoàn thành', done: true });
    expect((await app.call('today.list', {})).items.some(({ about }) => about?.id === dated)).toBe(false);
    expect((await board()).progress).toMatchObject({ done: 3, notDone: 1, percent: 27 });
  });

  test('units null: everybody who has not finished, in one commit that undo takes back', async () => {
    await put(dated, [units[1] ?? ''], { state: 'not-done', reason: 'Không có hội trường' });
    expect(await put(dated, null)).toMatchObject({ duties: 3 });
    expect(await taskOf(dated)).toMatchObject({ done: 3, notDone: 1 });
    const refused = await app.refusal('task.put', {
      dossierId: app.dossierId,
      duties: [{ task: dated, units: null }],
      state: 'done',
    });
    expect(refused.code).toBe('CONFLICT');
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    expect(await taskOf(dated)).toMatchObject({ done: 0, notDone: 1, todo: 3 });
  });

  test('a task marked as done as a whole before counts as done, and one unit can be opened again', async () => {
    await app.call('plan.saveItem', { dossierId: app.dossierId, itemId: dated, patch: { state: 'done' } });
    expect(await taskOf(dated)).toMatchObject({ done: 4 });
    await put(dated, [units[0] ?? ''], { state: 'doing' });
    expect(await taskOf(dated)).toMatchObject({ done: 3, doing: 1 });
    expect((await app.call('plan.list', {}))[0]?.progress).toMatchObject({ done: 3 });
  });
});

describe('evidence', () => {
  test('a replaced document and its file stay; empty fields leave what stands', async () => {
    const ticket = app.ports.drop({ name: 'bao-cao.pdf', bytes: new TextEncoder().encode('%PDF-1.7 một') });
    await put(dated, [units[0] ?? ''], {
      numberText: '05-BC/CB',
      date: '2026-03-20',
      ticket,
      result: 'Đã họp',
    });
    await put(dated, [units[0] ?? ''], { numberText: '06-BC/CB', date: '2026-03-21' });
    await put(dated, [units[0] ?? ''], {});
    const { duties } = await app.call('task.duties', { dossierId: app.dossierId, unit: units[0] ?? '' });
    const record = duties.find(({ task }) => task === dated)?.record;
    expect(record).toMatchObject({
      result: 'Đã họp',
      evidence: { numberText: '06-BC/CB', date: '2026-03-21', file: null },
      earlierEvidence: [{ numberText: '05-BC/CB', date: '2026-03-20' }],
    });
    const kept = record?.earlierEvidence[0]?.file ?? '';
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    const { files } = await app.call('plan.get', { dossierId: app.dossierId });
    expect(files.find(({ id }) => id === kept)).toMatchObject({ name: 'bao-cao.pdf', role: 'attachment' });
  });

  test.each([
    [{ state: 'not-done' }, /lý do/],
    [{ doneOn: '2026-03-26' }, /không được sau/],
    [{ date: '2026-03-20' }, /chưa ghi số/],
    [{ amount: -1 }, /không âm/],
    [{ reason: 'vì sao' }, /Lý do chỉ ghi/],
    [{ choice: 'none' }, /chỉ dùng cho nhiệm vụ về tư tưởng/],
  ])('%o is refused', async (more, why) => {
    const refused = await app.refusal('task.put', {
      dossierId: app.dossierId,
      duties: [{ task: dated, units: [units[0] ?? ''] }],
      state: 'done',
      ...more,
    } as never);
    expect(refused.message).toMatch(why);
    expect(Object.keys(refused.fieldErrors ?? {})).toHaveLength(1);
  });

  test('a unit that does not owe, a task that is not there, a closed dossier', async () => {
    const stranger = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ Bến cảng' });
    const of = (task: string, unit: string) =>
      app.refusal('task.put', { dossierId: app.dossierId, duties: [{ task, units: [unit] }], state: 'done' });
    expect((await of(dated, stranger.id)).message).toContain('Chi bộ Bến cảng không được giao');
    expect((await of('khong-co', units[0] ?? '')).code).toBe('NOT_FOUND');
    expect((await of(dated, 'Đơn vị ma')).code).toBe('NOT_FOUND');
  });

  test('an extension must be later than what stands, and have its reason', async () => {
    const extend = (lastDay: string, reason: string) =>
      app.refusal('task.extend', {
        dossierId: app.dossierId,
        duties: [{ task: dated, units: [units[0] ?? ''] }],
        lastDay,
        reason,
      });
    expect((await extend('2026-06-09', 'x')).fieldErrors).toHaveProperty('lastDay');
    expect((await extend('2026-06-20', ' ')).fieldErrors).toHaveProperty('reason');
    await put(dated, [units[0] ?? '']);
    expect((await extend('2026-06-20', 'x')).code).toBe('CONFLICT');
  });
});

describe('tasks and units that go', () => {
  test('progress of a dropped task waits until it is restored', async () => {
    await put(dated, [units[0] ?? ''], { result: 'Đã họp' });
    await app.call('plan.dropItem', { dossierId: app.dossierId, itemId: dated });
    const { dropped, progress, tasks } = await board();
    expect(dropped).toEqual([{ id: dated, text: 'Tổ chức hội nghị.', lastDay: '2026-06-09', duties: 1 }]);
    expect(tasks.some(({ id }) => id === dated)).toBe(false);
    expect(progress.units).toBe(7);
    const { duties } = await app.call('task.duties', { dossierId: app.dossierId, task: dated });
    expect(duties).toMatchObject([{ role: 'former', record: { result: 'Đã họp' } }]);
    await app.call('plan.restoreItem', { dossierId: app.dossierId, itemId: dated });
    expect(await taskOf(dated)).toMatchObject({ done: 1 });
    expect((await board()).dropped).toEqual([]);
  });

  test('a unit that merged after the last day still owes; before it, its heir does', async () => {
    const [first = '', , third = ''] = units;
    await put(dated, [third], { result: 'Đã họp' });
    await app.call('office.mergeEntry', {
      id: third,
      from: '2026-07-01',
      into: [first],
      reason: 'Nghị quyết 5',
    });
    expect(await taskOf(dated)).toMatchObject({ units: 4, done: 1 });
    await app.call('plan.saveItem', {
      dossierId: app.dossierId,
      itemId: dated,
      patch: { lastDay: '2026-07-15' },
    });
    expect(await taskOf(dated)).toMatchObject({ units: 3, done: 0 });
    const { duties } = await app.call('task.duties', { dossierId: app.dossierId, task: dated });
    expect(duties.find(({ unit }) => unit === third)).toMatchObject({
      role: 'former',
      record: { result: 'Đã họp' },
    });
  });
});
