/** Tasks about opinion: what is refused, and that nothing of a unit’s work is found by search. */
import { beforeEach, describe, expect, test } from 'vitest';
import { carryingOutScene, type CarryingOutScene } from '../../../../support/carrying-out';

let app: CarryingOutScene['app'];
let dated: CarryingOutScene['dated'];
let opinion: CarryingOutScene['opinion'];
let put: CarryingOutScene['put'];
let taskOf: CarryingOutScene['taskOf'];
let units: CarryingOutScene['units'];

beforeEach(async () => {
  ({ app, dated, opinion, put, taskOf, units } = await carryingOutScene());
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
