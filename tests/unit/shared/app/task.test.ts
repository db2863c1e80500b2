/** The carrying-out of a plan through the application: by hand, in words, with what must be refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { TestApplication } from '../../../support/test-application';
import { officeWithPlan } from '../../../support/test-application';

type App = TestApplication & { readonly dossierId: string };

let app: App;
let units: string[];
let group: string;
/** Chủ trì: the group of three; phối hợp: Công an. Due 09/6/2026. */
let dated: string;
let assignment: string;
let undated: string;
let weekly: string;
let opinion: string;

async function addTask(fields: Readonly<Record<string, unknown>>): Promise<string> {
  const { itemId } = await app.call('plan.addItem', {
    dossierId: app.dossierId,
    kind: 'task',
    fields: { assignmentId: assignment, ...fields },
    afterId: null,
  });
  return itemId;
}
const board = () => app.call('task.board', { dossierId: app.dossierId });
const taskOf = async (id: string) => (await board()).tasks.find((task) => task.id === id);
const put = (task: string, of: readonly string[] | null, more: Readonly<Record<string, unknown>> = {}) =>
  app.call('task.put', {
    dossierId: app.dossierId,
    duties: [{ task, units: of === null ? null : [...of] }],
    state: 'done',
    ...more,
  });
const at = (now: string) => app.ports.at(now);

beforeEach(async () => {
  app = await officeWithPlan();
  const { dossierId } = app;
  units = [];
  for (const name of [
    'Chi bộ Tổ dân phố số 1',
    'Chi bộ Tổ dân phố số 2',
    'Chi bộ Tổ dân phố số 3',
    'Chi bộ Khối Dân vận',
  ])
    units.push((await app.call('office.saveEntry', { kind: 'unit', name })).id);
  group = (
    await app.call('office.saveEntry', { kind: 'group', name: 'Các chi bộ', memberIds: units.slice(0, 3) })
  ).id;
  const { items } = await app.call('plan.get', { dossierId });
  for (const item of items)
    if (item.kind === 'task' || (item.kind === 'target' && item.scope === 'own'))
      await app.call('plan.dropItem', { dossierId, itemId: item.id });
  assignment = items.find(({ kind }) => kind === 'assignment')?.id ?? '';
  await app.call('plan.saveItem', { dossierId, itemId: assignment, patch: { entryIds: [group] } });
  dated = await addTask({
    text: 'Tổ chức hội nghị.',
    lastDay: '2026-06-09',
    coordinating: ['Chi bộ Khối Dân vận'],
  });
  undated = await addTask({ text: 'Lưu trữ hồ sơ.', assignmentId: null });
  weekly = await addTask({ text: 'Duy trì tối thiểu 02 tin, bài/tuần.' });
  opinion = await addTask({ text: 'Nắm bắt tình hình tư tưởng, dư luận xã hội.', lastDay: '2026-06-30' });
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

describe('a task about opinion', () => {
  test('takes a count, a choice, a number and its day', async () => {
    await put(opinion, null, { amount: 4, choice: 'reported', numberText: '12-BC/ĐU', date: '2026-03-20' });
    const { duties } = await app.call('task.duties', { dossierId: app.dossierId, task: opinion });
    expect(duties.every(({ guarded }) => guarded)).toBe(true);
    expect(duties[0]?.record).toMatchObject({ amount: 4, choice: 'reported', result: '' });
  });

  test.each([
    { result: 'Có dư luận về ông Trần Bí Ẩn' },
    { state: 'not-done', reason: 'Ông Trần Bí Ẩn vắng' },
    { numberText: 'https://facebook.com/tran-bi-an' },
    { numberText: 'Trần Bí Ẩn' },
    { numberText: '@tranbian' },
  ])('%o is refused, and nothing of it is kept, told or found', async (more) => {
    const refused = await app.refusal('task.put', {
      dossierId: app.dossierId,
      duties: [{ task: opinion, units: null }],
      state: 'done',
      ...more,
    } as never);
    expect(refused.code).toBe('BAD_REQUEST');
    expect(JSON.stringify(refused)).not.toMatch(/Bí Ẩn|bi-an|tranbian/);
    expect(await taskOf(opinion)).toMatchObject({ done: 0 });
  });

  test('no file enters the store', async () => {
    const ticket = app.ports.drop({ name: 'anh-chup.png', bytes: new TextEncoder().encode('ảnh') });
    const before = (await app.call('plan.get', { dossierId: app.dossierId })).files.length;
    const refused = await app.refusal('task.put', {
      dossierId: app.dossierId,
      duties: [{ task: opinion, units: null }],
      state: 'done',
      ticket,
    });
    expect(refused.fieldErrors).toHaveProperty('ticket');
    expect((await app.call('plan.get', { dossierId: app.dossierId })).files).toHaveLength(before);
  });

  test('a person may say otherwise; back again only once words and files are gone', async () => {
    const describe_ = (guarded: boolean) => ({ dossierId: app.dossierId, item: opinion, guarded });
    await app.call('task.describe', describe_(false));
    expect(await taskOf(opinion)).toMatchObject({ guarded: false, guardedBy: 'person' });
    await put(opinion, [units[0] ?? ''], { result: 'Đã tổng hợp' });
    expect((await app.refusal('task.describe', describe_(true))).code).toBe('CONFLICT');
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    await app.call('task.describe', describe_(true));
    expect(await taskOf(opinion)).toMatchObject({ guarded: true });
  });

  test('mixed with others, the strictest rule holds for all', async () => {
    const refused = await app.refusal('task.put', {
      dossierId: app.dossierId,
      duties: [
        { task: dated, units: null },
        { task: opinion, units: null },
      ],
      state: 'done',
      result: 'Xong',
    });
    expect(refused.fieldErrors).toHaveProperty('result');
  });
});

test('what is said of a unit’s work is never found by search', async () => {
  await put(dated, [units[0] ?? ''], { result: 'Cụm từ Zyxwvut', numberText: '77-BC/CB' });
  await app.call('inspection.save', {
    dossierId: app.dossierId,
    units: [units[0] ?? ''],
    subject: 'Việc Zyxwvut',
    conclusion: 'Kết luận Zyxwvut',
  });
  expect((await app.call('search.find', { text: 'Zyxwvut' })).hits).toEqual([]);
  const [row] = await app.ports.store.list('dossier');
  // Hôm nay may say the subject of an open remedy; results and conclusions stay in the dossier.
  expect(JSON.stringify(row?.summary)).not.toMatch(/Cụm từ Zyxwvut|Kết luận Zyxwvut/);
});

describe('counts a week', () => {
  const counts = (unit: string, of: Readonly<Record<string, number | null>>) => ({ unit, counts: { ...of } });
  const span = { per: 'week', quota: 2, unit: 'tin, bài', from: '2026-03-02', to: '2026-03-22' } as const;
  beforeEach(() => app.call('task.describe', { dossierId: app.dossierId, item: weekly, rhythm: span }));

  test('the words propose the rhythm, over the plan’s span', async () => {
    await app.call('task.describe', { dossierId: app.dossierId, item: weekly, rhythm: null });
    const { recurring } = await board();
    expect(recurring).toHaveLength(1);
    expect(recurring[0]).toMatchObject({ rhythmBy: 'words', units: 3, rhythm: { per: 'week', quota: 2 } });
    expect(recurring[0]?.rhythm?.to).toBe('2026-12-31');
  });

  /* Three whole weeks, over on 25/3. Unit 1: 2 + 2 + 2 = 6, 2 a week: fulfilled. Unit 2: 1 + – + 5 = 6 in 14 days, 3 a week, one missing. */
  test('a unit with every week and the average has done its duty', async () => {
    const [first = '', second = '', third = ''] = units;
    await app.call('task.putCounts', {
      dossierId: app.dossierId,
      item: weekly,
      rows: [
        counts(first, { '2026-03-02': 2, '2026-03-09': 2, '2026-03-16': 2 }),
        counts(second, { '2026-03-02': 1, '2026-03-16': 5 }),
      ],
    });
    const { rows } = await app.call('task.grid', { dossierId: app.dossierId, item: weekly });
    expect(
      rows.map(({ unit, total, average, averageMet, met, unmet, missing }) => [
        unit,
        total,
        average,
        averageMet,
        met,
        unmet,
        missing,
      ]),
    ).toEqual([
      [first, 6, 2, true, 3, 0, 0],
      [second, 6, 3, true, 1, 1, 1],
      [third, 0, null, null, 0, 0, 3],
    ]);
    expect(await taskOf(weekly)).toMatchObject({ done: 1, doing: 1, todo: 1 });
    expect((await app.call('plan.list', {}))[0]?.progress).toMatchObject({ done: 1 });
    // A person's word stands before the reckoning.
    await put(weekly, [first], { state: 'not-done', reason: 'Loa hỏng' });
    expect(await taskOf(weekly)).toMatchObject({ done: 0, notDone: 1 });
  });

  test('an emptied cell is nothing, not 0; strangers and other days are refused', async () => {
    const [first = '', , , police = ''] = units;
    const base = { dossierId: app.dossierId, item: weekly };
    await app.call('task.putCounts', { ...base, rows: [counts(first, { '2026-03-02': 2 })] });
    await app.call('task.putCounts', { ...base, rows: [counts(first, { '2026-03-02': null })] });
    expect((await app.call('task.grid', base)).rows[0]?.counts).toEqual({});
    const refused = (rows: ReturnType<typeof counts>[]) => app.refusal('task.putCounts', { ...base, rows });
    expect((await refused([counts(police, { '2026-03-02': 2 })])).message).toContain('không được giao');
    expect((await refused([counts(first, { '2026-03-03': 2 })])).code).toBe('BAD_REQUEST');
  });

  test('the unit’s report stands beside, and is never copied', async () => {
    const [first = ''] = units;
    await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q1',
      lastDay: '2026-03-25',
      indicators: ['TT01', 'TT05', 'MX01'],
      units: [first],
    });
    await app.call('report.put', {
      dossierId: app.dossierId,
      period: '2026-Q1',
      unit: first,
      values: { TT01: 10, TT05: 3, MX01: 11 },
      narrative: {},
    });
    const { rows } = await app.call('task.grid', { dossierId: app.dossierId, item: weekly });
    expect(rows[0]?.reported).toMatchObject([{ period: '2026-Q1', value: 24 }]);
    expect(rows[0]).toMatchObject({ total: 0, counts: {} });
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

describe('inspections', () => {
  const base = () => ({
    dossierId: app.dossierId,
    units: [units[0] ?? ''],
    tasks: [dated],
    subject: 'Việc tổ chức hội nghị',
    conclusion: 'Đã tổ chức, chưa có biên bản.',
  });
  test('a remedy is due in Hôm nay until it is recorded', async () => {
    const { id } = await app.call('inspection.save', {
      ...base(),
      on: '2026-03-20',
      remedy: 'Bổ sung biên bản',
      remedyDay: '2026-03-24',
      numberText: '03-KL/ĐU',
      date: '2026-03-20',
    });
    const { inspections } = await app.call('inspection.list', { dossierId: app.dossierId });
    expect(inspections).toMatchObject([
      { id, unitNames: ['Chi bộ Tổ dân phố số 1'], taskTexts: ['Tổ chức hội nghị.'], remedyState: 'overdue' },
    ]);
    const due = async () =>
      (await app.call('today.list', {})).items.filter(({ about }) => about?.kind === 'inspection');
    expect(await due()).toMatchObject([{ kind: 'overdue', action: 'Ghi khắc phục', about: { id } }]);
    await app.call('inspection.remedy', { dossierId: app.dossierId, id, on: '2026-03-25', by: '09-BC/CB' });
    expect(await due()).toEqual([]);
    expect((await app.refusal('inspection.remove', { dossierId: app.dossierId, id })).code).toBe('CONFLICT');
  });
  test.each([
    [{ units: [] }, 'units'],
    [{ subject: ' ' }, 'subject'],
    [{ conclusion: '' }, 'conclusion'],
    [{ remedy: 'Bổ sung' }, 'remedy'],
    [{ remedy: 'Bổ sung', remedyDay: '2026-03-01', on: '2026-03-20' }, 'remedyDay'],
    [{ on: '2026-03-26' }, 'on'],
  ])('%o is refused at its field', async (more, field) => {
    expect((await app.refusal('inspection.save', { ...base(), ...more })).fieldErrors).toHaveProperty(field);
  });
  test('of a guarded task: no file, no link', async () => {
    const ticket = app.ports.drop({ name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7') });
    const guarded = { ...base(), tasks: [opinion] };
    expect((await app.refusal('inspection.save', { ...guarded, ticket })).fieldErrors).toHaveProperty(
      'ticket',
    );
    expect(
      (await app.refusal('inspection.save', { ...guarded, conclusion: 'Xem facebook.com/abc' })).fieldErrors,
    ).toHaveProperty('conclusion');
  });
});

test('the workbook names late units and evidence, and no words of guarded tasks', async () => {
  at('2026-06-12T09:00:00+07:00');
  await put(dated, [units[0] ?? ''], { numberText: '05-BC/CB', date: '2026-06-08', doneOn: '2026-06-08' });
  await put(opinion, null, { amount: 4, choice: 'none' });
  for (const format of ['xlsx', 'pdf', 'docx', 'csv'] as const) {
    const offered = await app.call('task.export', { dossierId: app.dossierId, format });
    expect(offered.files).toHaveLength(1);
    expect(offered.duties).toBe(11);
  }
  const { ticket } = await app.call('task.export', { dossierId: app.dossierId, format: 'xlsx' });
  const [book] = app.ports.taken(ticket);
  const text = new TextDecoder().decode(book?.bytes);
  expect(text).toContain('05-BC/CB');
  expect(text).toContain('Quá hạn');
  expect(text).toContain('Không phát sinh');
});
