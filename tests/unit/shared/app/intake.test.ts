import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../shared/ports/system';
import { officeWithSchedule } from '../../../support/test-application';
import { fillForm, workbookOf } from '../../../support/forms-as-models';
import { FIGURES, PERIOD, WRONG, formOf, forms, take, tray } from '../../../support/taking-in';

function withoutIdentity(bytes: Uint8Array): Uint8Array {
  const model = workbookOf(bytes);
  const sheets = model.sheets.filter(({ name }) => name !== '_vpdu');
  return new Uint8Array(Buffer.from(JSON.stringify({ ...model, sheets })));
}

/** The form as if saved at that moment. */
function saved(bytes: Uint8Array, savedAt: string): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify({ ...workbookOf(bytes), savedAt })));
}

describe('the history of imports', () => {
  it('names every file of a batch with what became of it, in a few commits', async () => {
    const app = await officeWithSchedule();
    const good = await formOf(app, 0, FIGURES);
    const reply = await take(app, {
      'nguồn 1/a.xlsx': good,
      'nguồn 2/bản sao.xlsx': good,
      'nguồn 1/b.xlsx': await formOf(app, 1, WRONG),
    });
    expect(reply.unchanged).toMatchObject([{ file: 'nguồn 2/bản sao.xlsx', sameAs: 'nguồn 1/a.xlsx' }]);
    const { batches } = await tray(app);
    expect(batches).toMatchObject([
      {
        id: reply.batchId,
        state: 'done',
        total: 3,
        names: ['nguồn 1', 'nguồn 2'],
        by: 'Nguyễn Thị Mai',
        open: 1,
        counts: { accepted: 1, duplicate: 1, quarantined: 1, waiting: 0 },
      },
    ]);
    const { items } = await app.call('intake.batch', { batchId: reply.batchId ?? '' });
    expect(items.map(({ place, outcome }) => [place, outcome])).toEqual([
      ['nguồn 1/a.xlsx', 'accepted'],
      ['nguồn 2/bản sao.xlsx', 'duplicate'],
      ['nguồn 1/b.xlsx', 'quarantined'],
    ]);
    expect(items[0]).toMatchObject({ unit: app.units[0], period: PERIOD, reportVersion: 1 });
    const history = await app.call('store.history', { kind: 'intake', id: 'intake' });
    expect(history.map(({ command }) => command)).toEqual(['intake.record', 'intake.begin']);
    expect((await app.refusal('intake.batch', { batchId: 'khong-co' })).code).toBe('NOT_FOUND');
  });

  it('counts one file sent twice once in the preview too, and writes nothing then', async () => {
    const app = await officeWithSchedule();
    const good = await formOf(app, 0, FIGURES);
    const reply = await take(app, { 'a/x.xlsx': good, 'b/x.xlsx': good }, { dryRun: true });
    expect([reply.accepted.length, reply.unchanged.length, reply.batchId]).toEqual([1, 1, null]);
    expect((await tray(app)).batches).toEqual([]);
  });

  it('takes the form that was saved last, whatever the names, and shows both', async () => {
    const app = await officeWithSchedule();
    const files = {
      'bao cao (1).xlsx': saved(await formOf(app, 0, { ...FIGURES, HN01: 77 }), '2026-03-12T01:00:00Z'),
      'bao cao.xlsx': saved(await formOf(app, 0, { ...FIGURES, HN01: 55 }), '2026-03-10T01:00:00Z'),
    };
    const seen = await take(app, files, { dryRun: true });
    const [group] = seen.rivals;
    expect(group?.files.map(({ file, figures }) => [file, figures])).toEqual([
      ['bao cao (1).xlsx', [{ indicator: 'HN01', value: 77 }]],
      ['bao cao.xlsx', [{ indicator: 'HN01', value: 55 }]],
    ]);
    const reply = await take(app, files);
    expect(reply.accepted.map(({ file, first }) => [file, first])).toEqual([['bao cao (1).xlsx', true]]);
    const question = reply.accepted[0]?.questions.find(({ code }) => code === 'two-files');
    expect(question?.message).toContain('“bao cao.xlsx” (lưu 10/03/2026 08:00: HN01 = 55)');
    expect(question?.message).toContain('đang đứng là của tệp “bao cao (1).xlsx”');
    expect(question?.message).not.toContain(PERIOD);
    const { report } = await app.call('report.get', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.units[0] ?? '',
    });
    expect(report?.values['HN01']).toBe(77);
  });

  it('counts one unit once when the newer form comes second, and takes the other where a person says so', async () => {
    const app = await officeWithSchedule();
    const older = saved(await formOf(app, 0, { ...FIGURES, HN01: 55 }), '2026-03-10T01:00:00Z');
    const newer = saved(await formOf(app, 0, { ...FIGURES, HN01: 77 }), '2026-03-12T01:00:00Z');
    const files = { 'a.xlsx': older, 'b.xlsx': newer };
    const seen = await take(app, files, { dryRun: true });
    expect(seen.accepted.map(({ file, first }) => [file, first])).toEqual([['b.xlsx', true]]);
    const sha256 = seen.rivals[0]?.files[0]?.sha256 ?? '';
    const unit = app.units[0] ?? '';
    const chosen = [{ dossierId: app.dossierId, unit, period: PERIOD, sha256 }];
    const reply = await take(app, files, { chosen });
    expect(reply.accepted.map(({ file }) => file)).toEqual(['a.xlsx']);
    const { report } = await app.call('report.get', { dossierId: app.dossierId, period: PERIOD, unit });
    expect([report?.values['HN01'], report?.version]).toEqual([55, 1]);
    const { items } = await app.call('intake.batch', { batchId: reply.batchId ?? '' });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'set-aside']);
  });

  it('goes on with a stopped batch: what was taken is not looked at again', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    const ticket = app.ports.drop(
      ...made.map((bytes, index) => ({ name: `${index}.xlsx`, bytes: fillForm(bytes, FIGURES) })),
    );
    let asked = 0;
    const progress: Progress = { report: () => undefined, cancelled: () => (asked += 1) > 1 };
    const stopped = await app.call('report.import', { tickets: [ticket] }, { progress });
    expect(stopped).toMatchObject({ cancelled: true, left: 2 });
    expect((await tray(app)).batches).toMatchObject([
      { state: 'cancelled', counts: { accepted: 1, waiting: 2 } },
    ]);
    const rest = await app.call('report.import', { tickets: [ticket], continues: stopped.batchId });
    expect([rest.accepted.length, rest.unchanged.length, rest.left]).toEqual([2, 0, 0]);
    expect((await tray(app)).batches).toMatchObject([
      { id: stopped.batchId, state: 'done', total: 3, counts: { accepted: 3, waiting: 0 } },
    ]);
    const refusal = await app.refusal('report.import', { tickets: [ticket], continues: 'khong-co' });
    expect(refusal.code).toBe('NOT_FOUND');
  });

  it('reads a batch that was cut off as interrupted, and names what was not taken', async () => {
    const app = await officeWithSchedule();
    const ticket = app.ports.drop(
      { name: 'a.xlsx', bytes: await formOf(app, 0, FIGURES) },
      { name: 'b.xlsx', bytes: await formOf(app, 1, FIGURES) },
    );
    const crash: Progress = {
      report: (done) => {
        if (done === 1) throw new Error('mất điện');
      },
      cancelled: () => false,
    };
    expect((await app.refusal('report.import', { tickets: [ticket] }, { progress: crash })).code).toBe(
      'INTERNAL',
    );
    const [batch] = (await tray(app)).batches;
    expect(batch?.state).toBe('interrupted');
    const { items } = await app.call('intake.batch', { batchId: batch?.id ?? '' });
    expect(items.filter(({ outcome }) => outcome === 'waiting').map(({ name }) => name)).toContain('b.xlsx');
    const rest = await app.call('report.import', { tickets: [ticket], continues: batch?.id ?? '' });
    expect([rest.accepted.length, rest.unchanged.length]).toEqual([1, 1]);
  });

  it('never keeps what a unit wrote in a narrative', async () => {
    const app = await officeWithSchedule(['HN01', 'NX01']);
    const form = await formOf(app, 0, { HN01: 'nhiều', NX01: 'Chuyện riêng của đơn vị' });
    await take(app, { 'a.xlsx': form });
    const model = workbookOf(form);
    const formula = {
      ...model,
      sheets: model.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          cell.name === 'ct_NX01'
            ? { ...cell, value: { kind: 'formula', formula: '"Chuyện riêng của đơn vị"', value: '' } }
            : cell,
        ),
      })),
    };
    const bytes = new Uint8Array(Buffer.from(JSON.stringify(formula)));
    const reply = await take(app, { 'b.xlsx': bytes });
    expect(reply.rejected[0]?.errors.map(({ code }) => code)).toContain('formula');
    const loaded = await app.ports.store.load({ kind: 'intake', id: 'intake' });
    const records = loaded.ok ? loaded.value?.view.list('items') : [];
    expect(JSON.stringify(records)).not.toContain('Chuyện riêng');
  });
});

describe('a form without its hidden sheet', () => {
  it('is proposed by what is printed on it, and taken in only as a person confirmed', async () => {
    const app = await officeWithSchedule();
    const bare = withoutIdentity(await formOf(app, 1, FIGURES));
    const dry = await take(app, { 'báo cáo.xlsx': bare }, { dryRun: true });
    const [rejected] = dry.rejected;
    expect(rejected).toMatchObject({
      errors: [{ code: 'identity-missing' }],
      proposals: [
        {
          dossierId: app.dossierId,
          unit: app.units[1],
          unitName: 'Chi bộ Tổ dân phố số 2',
          period: PERIOD,
          why: 'Đọc theo mã biểu và tên đơn vị in trên biểu.',
        },
      ],
    });
    expect((await take(app, { 'báo cáo.xlsx': bare })).accepted).toEqual([]);
    const [open] = (await tray(app)).open;
    const confirmed = [
      { sha256: rejected?.sha256 ?? '', dossierId: app.dossierId, unit: app.units[1] ?? '', period: PERIOD },
    ];
    const done = await app.call('report.import', { items: [open?.id ?? ''], confirmed });
    expect(done.accepted).toMatchObject([{ unit: app.units[1], first: true }]);
    expect((await tray(app)).open).toEqual([]);
  });

  it('is proposed for a unit that took over from one that was asked, by the number on its form', async () => {
    const app = await officeWithSchedule();
    const [first = '', second = ''] = app.units;
    for (const [id, name] of [
      [first, 'Chi bộ Khu dân cư Đông'],
      [second, 'Chi bộ Khu dân cư Tây'],
    ] as const)
      await app.call('office.mergeEntry', { id, from: '2026-03-01', founded: [name], keeps: false });
    const { entries } = await app.call('office.get', {});
    const west = entries.find(({ name }) => name === 'Chi bộ Khu dân cư Tây')?.id ?? '';
    // Expected now: Đông, Tây and the third, in the directory's order; a report of Tây must not shift the numbers.
    const offered = await app.call('report.forms', {
      dossierId: app.dossierId,
      period: PERIOD,
      units: [west],
    });
    const [form] = app.ports.taken(offered.ticket);
    await app.call('report.put', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: west,
      values: { HN01: 1 },
    });
    const filled = fillForm(form?.bytes ?? new Uint8Array(), FIGURES);
    const model = workbookOf(withoutIdentity(filled));
    const sheets = model.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(
        ({ value }) => value.kind !== 'text' || !value.text.startsWith('Đơn vị báo cáo:'),
      ),
    }));
    const bytes = new Uint8Array(Buffer.from(JSON.stringify({ ...model, sheets })));
    const dry = await take(app, { 'báo cáo.xlsx': bytes }, { dryRun: true });
    expect(dry.rejected[0]?.proposals).toMatchObject([
      { unit: west, unitName: 'Chi bộ Khu dân cư Tây', why: 'Đọc theo mã biểu in trên biểu.' },
    ]);
  });

  it('is not proposed where code and name contradict each other', async () => {
    const app = await officeWithSchedule();
    const model = workbookOf(withoutIdentity(await formOf(app, 1, FIGURES)));
    const sheets = model.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.value.kind === 'text' && cell.value.text.startsWith('Đơn vị báo cáo:')
          ? { ...cell, value: { kind: 'text', text: 'Đơn vị báo cáo: Chi bộ Tổ dân phố số 3' } }
          : cell,
      ),
    }));
    const bytes = new Uint8Array(Buffer.from(JSON.stringify({ ...model, sheets })));
    expect((await take(app, { 'x.xlsx': bytes }, { dryRun: true })).rejected[0]?.proposals).toEqual([]);
  });

  it('is read by its file name where the unit is not printed', async () => {
    const app = await officeWithSchedule();
    const model = workbookOf(withoutIdentity(await formOf(app, 2, FIGURES)));
    const sheets = model.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(
        ({ value }) => value.kind !== 'text' || !/^(Đơn vị báo cáo:|Mã biểu)/u.test(value.text),
      ),
    }));
    const bytes = new Uint8Array(Buffer.from(JSON.stringify({ ...model, sheets })));
    const reply = await take(app, { '2026-Q1 – Chi bộ Tổ dân phố số 3 (1).xlsx': bytes }, { dryRun: true });
    expect(reply.rejected[0]?.proposals).toMatchObject([
      { unit: app.units[2], why: 'Đọc theo tên kỳ và tên tệp.' },
    ]);
  });
});
