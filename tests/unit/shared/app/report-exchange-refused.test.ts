/** Packages that are not what they say, or not for this office. */
import { describe, expect, it } from 'vitest';
import type { PackageRecords } from '../../../../shared/domain/report/exchange-model';
import {
  changed,
  dropped,
  otherPc,
  packageOf,
  PERIOD,
  put,
  reportOf,
  sealed,
  unitsOf,
} from '../../../support/exchanging-offices';
import { officeWithSchedule, type TestApplication } from '../../../support/test-application';

describe('a package that is not taken', () => {
  it('where a closing no longer says what it was closed with', async () => {
    const refusal = await refusalOf((files, app) =>
      sealed(app, files, ({ consolidations: [first] }) => {
        if (first) first.totals.totals['HN01'] = 99;
      }),
    );
    expect(refusal.message).toContain('không còn đúng như lúc chốt');
  });

  async function refusalOf(
    change: (files: Map<string, string>, app: TestApplication) => void,
  ): Promise<{ code: string; message: string }> {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    await put(here, here.dossierId, a, { HN01: 3 });
    await here.call('report.close', { dossierId: here.dossierId, period: PERIOD });
    const bytes = changed(await packageOf(here, here.dossierId), (files) => change(files, here));
    const refusal = await here.refusal('report.importPackage', {
      ticket: dropped(here, bytes),
      otherwise: 'theirs',
    });
    expect((await reportOf(here, here.dossierId, a))?.values).toEqual({ HN01: 3 });
    return refusal;
  }

  it('was altered after it was made', async () => {
    const refusal = await refusalOf((files) =>
      files.set('so-lieu.json', (files.get('so-lieu.json') ?? '').replace('"HN01": 3', '"HN01": 8')),
    );
    expect(refusal.code).toBe('BAD_REQUEST');
    expect(refusal.message).toContain('mã kiểm tra không khớp');
  });

  it('has a file that its manifest does not know, or lacks one', async () => {
    expect((await refusalOf((files) => files.set('la.exe', 'MZ'))).message).toContain('tệp lạ “la.exe”');
    expect((await refusalOf((files) => files.delete('so-lieu.json'))).message).toContain(
      'thiếu “so-lieu.json”',
    );
  });

  it('is no package, or no zip', async () => {
    expect((await refusalOf((files) => files.set('goi-ky.json', '{}'))).message).toContain(
      'không phải là gói kỳ',
    );
    expect((await refusalOf((files) => files.clear())).message).toContain('không phải là gói kỳ');
  });

  it('says one thing of a record and calls it another, sealed anew or not', async () => {
    const renamed = await refusalOf((files, app) =>
      sealed(app, files, (records) => {
        const [report] = records.reports;
        if (report) report.id = '2026-Q1|ai-do';
      }),
    );
    expect(renamed.message).toContain('không đúng với đơn vị và kỳ');
    expect(renamed.message).toContain('báo cáo quý I năm 2026 của ');
    expect(renamed.message).not.toMatch(/2026-Q1|ai-do/u);
    const outside = await refusalOf((files, app) =>
      sealed(app, files, (records) => {
        const [period] = records.periods;
        if (period) period.id = '2026-Q2';
      }),
    );
    expect(outside.message).toContain('nằm ngoài kỳ');
    const broken = await refusalOf((files, app) =>
      sealed(app, files, (records) => {
        const [report] = records.reports;
        if (report) report.values = { HN01: 'ba' as unknown as number };
      }),
    );
    expect(broken.message).toContain('không đúng cấu trúc');
  });

  it('is another office’s', async () => {
    const refusal = await refusalOf((files) =>
      files.set(
        'goi-ky.json',
        (files.get('goi-ky.json') ?? '')
          .replace(/"officeId": "[^"]*"/, '"officeId": "khac"')
          .replace('PHƯỜNG AN BÌNH', 'PHƯỜNG HÒA BÌNH'),
      ),
    );
    expect(refusal.code).toBe('FORBIDDEN');
    expect(refusal.message).toContain('PHƯỜNG HÒA BÌNH');
  });

  it('bears a mark of secrecy', async () => {
    const refusal = await refusalOf((files, app) =>
      sealed(app, files, (records) => {
        records.plan.text = `MẬT\n${records.plan.text}`;
      }),
    );
    expect(refusal.code).toBe('FORBIDDEN');
  });

  it('finds the dossier ended, or another than was seen: nothing of it is written, not in the office either', async () => {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    const there = await otherPc({ apart: true });
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    await put(there, here.dossierId, a, { HN01: 3 });
    const back = changed(await packageOf(there, here.dossierId), (files) =>
      sealed(there, files, (records) => {
        const [first] = records.entries.filter(({ id }) => id !== a);
        if (first) records.entries.push({ ...first, id: 'don-vi-moi', name: 'Chi bộ mới' });
      }),
    );
    const before = await here.call('office.get', {});
    const stale = await here.refusal(
      'report.importPackage',
      { ticket: dropped(here, back) },
      { expectedRevision: 1 },
    );
    expect(stale.code).toBe('CONFLICT');
    expect(await here.call('office.get', {})).toEqual(before);
    const dossier = await here.call('plan.get', { dossierId: here.dossierId });
    const asked = { requestId: 'nhap-lai', expectedRevision: dossier.revision };
    const whole = dropped(here, await packageOf(there, here.dossierId));
    const done = await here.call('report.importPackage', { ticket: whole }, asked);
    expect(await here.call('report.importPackage', { ticket: whole }, asked)).toEqual(done);
    await here.call('archive.close', { dossierId: here.dossierId, despite: true });
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, back) });
    expect(seen.newEntries).toContain('Chi bộ mới');
    expect(seen.warnings.join('\n')).toContain('đã kết thúc');
    const office = await here.call('office.get', {});
    const ended = await here.refusal('report.importPackage', { ticket: dropped(here, back) });
    expect(ended.code).toBe('FORBIDDEN');
    expect(await here.call('office.get', {})).toEqual(office);
  });

  it('names a unit that our period does not ask: that report is left out, the others come in', async () => {
    const here = await officeWithSchedule();
    const [a, b] = unitsOf(here);
    await put(here, here.dossierId, a, { HN01: 3 });
    const bytes = changed(await packageOf(here, here.dossierId), (files) =>
      sealed(here, files, (records) => {
        const [report] = records.reports;
        const stranger = {
          ...records.entries.find(({ id }) => id === b),
          id: 'don-vi-la',
          name: 'Đơn vị lạ',
        };
        records.entries.push(stranger as PackageRecords['entries'][number]);
        if (report) records.reports.push({ ...report, id: `${PERIOD}|don-vi-la`, unitId: 'don-vi-la' });
        if (report) records.reports.push({ ...report, id: `${PERIOD}|${b}`, unitId: b });
      }),
    );
    const done = await here.call('report.importPackage', { ticket: dropped(here, bytes) });
    expect(done).toMatchObject({ refused: 1, added: 1, same: 1 });
  });
});
