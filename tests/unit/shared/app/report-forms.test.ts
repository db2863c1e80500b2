import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../shared/ports/system';
import { FIGURES, PERIOD, forms, takeIn } from '../../../support/reported-office';
import { officeWithSchedule } from '../../../support/test-application';
import { fillForm, workbookOf } from '../../../support/forms-as-models';

describe('taking forms in', () => {
  it('accepts, keeps the original, and changes nothing the second time', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array()] = await forms(app);
    const file = fillForm(first, FIGURES);
    const before = (await app.call('plan.get', { dossierId: app.dossierId })).revision;
    const dry = await takeIn(app, { 'q1/a.xlsx': file }, { dryRun: true });
    expect(dry.accepted).toHaveLength(1);
    expect((await app.call('plan.get', { dossierId: app.dossierId })).revision).toBe(before);
    const done = await takeIn(app, { 'q1/a.xlsx': file }, { receivedOn: '2026-03-24' });
    expect(done.accepted).toMatchObject([
      { file: 'q1/a.xlsx', unit: app.units[0], period: PERIOD, first: true, revision: before + 1 },
    ]);
    const { report } = await app.call('report.get', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.units[0] ?? '',
    });
    expect(report).toMatchObject({ values: FIGURES, receivedOn: '2026-03-24', version: 1 });
    const again = await takeIn(app, { 'b.xlsx': file });
    expect([again.accepted.length, again.unchanged.length]).toEqual([0, 1]);
    const view = await app.call('plan.get', { dossierId: app.dossierId });
    expect(view.revision).toBe(before + 1);
    const kept = view.files.find(({ role }) => role === 'form');
    const original = await app.call('file.get', { dossierId: app.dossierId, sha256: kept?.id ?? '' });
    expect(app.ports.taken(original.ticket)[0]?.bytes).toEqual(file);
  });

  it('says what a corrected form changes, and does not fall back when the old one is dropped again', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array()] = await forms(app);
    const old = fillForm(first, FIGURES);
    await takeIn(app, { 'a.xlsx': old });
    const corrected = await takeIn(app, { 'a.xlsx': fillForm(first, { ...FIGURES, HN02: 101 }) });
    expect(corrected.accepted).toMatchObject([
      { first: false, changes: [{ indicator: 'HN02', before: 100, after: 101 }] },
    ]);
    expect((await takeIn(app, { 'a.xlsx': old })).unchanged).toHaveLength(1);
    const totals = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD });
    expect(totals.totals['HN02']).toBe(101);
  });

  it('rejects each bad file with its reason; the others are taken', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array(), second = new Uint8Array(), third = new Uint8Array()] = await forms(app);
    const other = await officeWithSchedule();
    const strange = workbookOf(first);
    const otherOffice = new Uint8Array(Buffer.from(JSON.stringify({ ...strange, sheets: strange.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.value.kind === 'text' && cell.value.text === '00000000-0000-4000-8000-000000000001' ? { ...cell, value: { kind: 'text', text: 'co-quan-khac' } } : cell)) })) }))); // prettier-ignore
    const noIdentity = new Uint8Array(
      Buffer.from(
        JSON.stringify({ ...strange, sheets: strange.sheets.filter(({ name }) => name !== '_vpdu') }),
      ),
    );
    const done = await takeIn(app, {
      'tot.xlsx': fillForm(first, FIGURES),
      'chu.xlsx': fillForm(second, { ...FIGURES, HN01: 'ba mươi' }),
      'qua.xlsx': fillForm(second, { ...FIGURES, DV02: 51 }),
      'mat.xlsx': fillForm(third, { ...FIGURES, HN01: 'MẬT' }),
      'khac.xlsx': otherOffice,
      'mat-nhan-dang.xlsx': noIdentity,
      'hong.xlsx': new Uint8Array([1, 2, 3]),
      'thu.docx': new Uint8Array([1]),
      '~$tot.xlsx': new Uint8Array([1]),
    });
    expect(done.accepted.map(({ file }) => file)).toEqual(['tot.xlsx']);
    const codes = Object.fromEntries(done.rejected.map(({ file, errors }) => [file, errors[0]?.code]));
    expect(codes).toEqual({
      'chu.xlsx': 'not-a-number',
      'qua.xlsx': 'above',
      'mat.xlsx': 'secret',
      'khac.xlsx': 'other-office',
      'mat-nhan-dang.xlsx': 'identity-missing',
      'hong.xlsx': 'damaged',
      'thu.docx': 'not-xlsx',
    });
    for (const { file, errors } of done.rejected)
      for (const { message } of errors) expect(message).toContain(file);
    expect(done.rejected.find(({ file }) => file === 'chu.xlsx')?.errors[0]?.cell).toMatch(/^[A-Z]+\d+$/u);
    expect(other.units).toHaveLength(3);
  });

  it('opens zips, and refuses what is none', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array(), second = new Uint8Array()] = await forms(app);
    const zip = await app.ports.zipWriter.zip([
      { name: 'q1/a.xlsx', bytes: fillForm(first, FIGURES) },
      { name: '__MACOSX/a.xlsx', bytes: new Uint8Array([0]) },
    ]);
    const done = await takeIn(app, {
      'goi.zip': zip,
      'la.zip': new Uint8Array([9]),
      'b.xlsx': fillForm(second, { NIL: 'x' }),
    });
    expect(done.accepted.map(({ file }) => file)).toEqual(['goi.zip/q1/a.xlsx', 'b.xlsx']);
    expect(done.rejected).toMatchObject([{ file: 'la.zip', errors: [{ code: 'zip' }] }]);
  });

  it('stops between files when told to', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    let asked = 0;
    const progress: Progress = { report: () => undefined, cancelled: () => (asked += 1) > 1 };
    const ticket = app.ports.drop(
      ...made.map((bytes, index) => ({ name: `${index}.xlsx`, bytes: fillForm(bytes, FIGURES) })),
    );
    const done = await app.call('report.import', { tickets: [ticket] }, { progress });
    expect([done.accepted.length, done.cancelled]).toEqual([1, true]);
    expect((await app.call('report.status', { dossierId: app.dossierId, period: PERIOD })).received).toBe(1);
  });

  it('is stopped by job.cancel', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    const ticket = app.ports.drop(
      ...made.map((bytes, index) => ({ name: `${index}.xlsx`, bytes: fillForm(bytes, FIGURES) })),
    );
    let cancelled: Promise<{ found: boolean }> | null = null;
    const progress: Progress = {
      report: () => {
        cancelled ??= app.call('job.cancel', { requestId: 'viec-dai-1' });
      },
      cancelled: () => false,
    };
    const done = await app.call(
      'report.import',
      { tickets: [ticket] },
      { requestId: 'viec-dai-1', progress },
    );
    expect(done.cancelled).toBe(true);
    expect(await (cancelled as Promise<{ found: boolean }> | null)).toEqual({ found: true });
    expect(await app.call('job.cancel', { requestId: 'viec-dai-1' })).toEqual({ found: false });
  });

  it('refuses a day of receipt that lies ahead or does not exist, and an empty drop', async () => {
    const app = await officeWithSchedule();
    const ticket = app.ports.drop({ name: 'a.xlsx', bytes: 'x' });
    for (const receivedOn of ['2026-04-01', '2026-02-30'])
      expect(
        (await app.refusal('report.import', { tickets: [ticket], receivedOn })).fieldErrors?.['receivedOn'],
      ).toBeDefined();
    expect((await app.refusal('report.import', { tickets: [app.ports.drop()] })).code).toBe('BAD_REQUEST');
  });
});
