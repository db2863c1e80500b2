/** What an import kept back: the tray, and the list that goes back to the units. */
import { describe, expect, it } from 'vitest';
import { officeWithSchedule } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';
import { FIGURES, PERIOD, WRONG, formOf, take, tray } from '../../../support/taking-in';

describe('the tray', () => {
  it('keeps the original with its faults by sheet and cell until a corrected file closes them', async () => {
    const app = await officeWithSchedule();
    const wrong = await formOf(app, 0, WRONG);
    await take(app, { 'TDP 1.xlsx': wrong });
    const [open] = (await tray(app)).open;
    expect(open).toMatchObject({
      name: 'TDP 1.xlsx',
      unit: app.units[0],
      kept: true,
      faults: [{ sheet: 'Số liệu', code: 'not-a-number', written: 'ba mươi', expected: 'Sửa thành 30.' }],
    });
    const file = await app.call('intake.file', { itemId: open?.id ?? '' });
    expect(app.ports.taken(file.ticket)[0]?.bytes).toEqual(wrong);

    await take(app, { 'TDP 1 sửa.xlsx': await formOf(app, 0, FIGURES) });
    const after = await tray(app);
    expect(after.open).toEqual([]);
    const { items } = await app.call('intake.batch', { batchId: open?.batchId ?? '' });
    expect(items[0]?.closed).toContain('Đã nhận bản sửa “TDP 1 sửa.xlsx”');
  });

  it('opens a fault again when the import that closed it is taken back; typed figures close it too', async () => {
    const app = await officeWithSchedule();
    await take(app, { 'a.xlsx': await formOf(app, 0, WRONG) });
    await take(app, { 'a.xlsx': await formOf(app, 0, FIGURES) });
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    expect((await tray(app)).open).toHaveLength(1);
    await app.call('report.put', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.units[0] ?? '',
      values: FIGURES,
    });
    expect((await tray(app)).open).toEqual([]);
  });

  it('shows only the newest of several faulty files of one unit', async () => {
    const app = await officeWithSchedule();
    await take(app, { 'a.xlsx': await formOf(app, 0, WRONG) });
    await take(app, { 'a2.xlsx': await formOf(app, 0, { ...FIGURES, DV02: 51 }) });
    expect((await tray(app)).open.map(({ name }) => name)).toEqual(['a2.xlsx']);
  });

  it('keeps no bytes of what can not be read or may not be kept, and lets a file of the same name close it', async () => {
    const app = await officeWithSchedule();
    await take(app, {
      'TDP 1.xls': new Uint8Array([1, 2, 3]),
      'kín.xlsx': await formOf(app, 1, { ...FIGURES, HN01: 'MẬT' }),
    });
    const { open } = await tray(app);
    expect(open.map(({ name, kept, sha256: sha }) => [name, kept, sha === null])).toEqual([
      ['kín.xlsx', false, true],
      ['TDP 1.xls', false, false],
    ]);
    expect((await app.refusal('intake.file', { itemId: open[0]?.id ?? '' })).code).toBe('NOT_FOUND');
    await take(app, { 'TDP 1.xlsx': await formOf(app, 0, FIGURES) });
    expect((await tray(app)).open.map(({ name }) => name)).toEqual(['kín.xlsx']);
  });

  it('is left by a file only with a reason; that can be undone, the log itself can not', async () => {
    const app = await officeWithSchedule();
    await take(app, { 'a.xlsx': await formOf(app, 0, WRONG) });
    const itemId = (await tray(app)).open[0]?.id ?? '';
    const silent = await app.refusal('store.undo', { kind: 'intake', id: 'intake', revision: null });
    expect(silent.code).toBe('FORBIDDEN');
    await app.call('intake.dismiss', { itemId, reason: 'Đơn vị gửi nhầm kỳ' });
    expect((await tray(app)).open).toEqual([]);
    expect((await app.refusal('intake.dismiss', { itemId, reason: 'lần nữa' })).code).toBe('CONFLICT');
    await app.call('store.undo', { kind: 'intake', id: 'intake', revision: null });
    expect((await tray(app)).open).toHaveLength(1);
    expect((await app.refusal('intake.dismiss', { itemId: 'khong-co', reason: 'x' })).code).toBe('NOT_FOUND');
  });
});

describe('the list of what is to be put right', () => {
  it('is one workbook of all and one a unit', async () => {
    const app = await officeWithSchedule();
    const reply = await take(app, {
      'a.xlsx': await formOf(app, 0, WRONG),
      'b.xlsx': await formOf(app, 1, { ...FIGURES, DV02: 51 }),
      'c.xls': new Uint8Array([1]),
    });
    const offered = await app.call('report.fixList', { batchId: reply.batchId });
    const files = app.ports.taken(offered.ticket);
    expect(files.map(({ name }) => name)).toEqual([
      'Danh sách cần sửa – tất cả.xlsx',
      'Danh sách cần sửa – Chi bộ Tổ dân phố số 1.xlsx',
      'Danh sách cần sửa – Chi bộ Tổ dân phố số 2.xlsx',
    ]);
    const texts = (index: number) =>
      workbookOf(files[index]?.bytes ?? new Uint8Array()).sheets[0]?.cells.map(({ value }) =>
        value.kind === 'text' ? value.text : '',
      ) ?? [];
    expect(texts(1)).toEqual(
      expect.arrayContaining(['Tệp', 'Ô', 'a.xlsx', 'Số liệu', 'ba mươi', 'Sửa thành 30.']),
    );
    expect(texts(0)).toEqual(expect.arrayContaining(['Đơn vị', 'a.xlsx', 'b.xlsx', 'c.xls']));
    expect(texts(2).join()).not.toContain('ba mươi');
  });

  it('is refused where nothing is open', async () => {
    const app = await officeWithSchedule();
    expect((await app.refusal('report.fixList', {})).code).toBe('BAD_REQUEST');
    expect((await app.refusal('report.fixList', { batchId: 'x' })).code).toBe('NOT_FOUND');
  });
});
