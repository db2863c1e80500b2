/** Inspections of units’ work, and the workbook of the progress. */
import { beforeEach, describe, expect, test } from 'vitest';
import { carryingOutScene, type CarryingOutScene } from '../../../../support/carrying-out';

let app: CarryingOutScene['app'];
let at: CarryingOutScene['at'];
let dated: CarryingOutScene['dated'];
let opinion: CarryingOutScene['opinion'];
let put: CarryingOutScene['put'];
let units: CarryingOutScene['units'];

beforeEach(async () => {
  ({ app, at, dated, opinion, put, units } = await carryingOutScene());
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
