/** A period goes to another PC of the office and comes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackageManifest, PackageRecords } from '../../../../shared/domain/report/exchange-model';
import type { Report } from '../../../../shared/domain/report/model';
import { createTestApplication, officeWithSchedule, SETUP } from '../../../support/test-application';
import { fillForm } from '../../../support/test-ports';
import type { TestApplication } from '../../../support/test-application';

const PERIOD = '2026-Q1';
type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;
type Entries = [string, string][];

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const encode = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf8'));

async function packageOf(app: TestApplication, dossierId: string, restricted = false): Promise<Uint8Array> {
  const offered = await app.call('report.exportPackage', { dossierId, period: PERIOD, restricted });
  const [file] = app.ports.taken(offered.ticket);
  if (!file) throw new Error('no package was offered');
  return file.bytes;
}

const dropped = (app: TestApplication, bytes: Uint8Array): string =>
  app.ports.drop({ name: 'Gói quý I.zip', bytes });

const put = (app: TestApplication, dossierId: string, unit: string, values: Record<string, number>) =>
  app.call('report.put', { dossierId, period: PERIOD, unit, values });

async function reportOf(app: TestApplication, dossierId: string, unit: string): Promise<Report | null> {
  return (await app.call('report.get', { dossierId, period: PERIOD, unit })).report;
}

/** `apart`: with ids of its own, as a PC that was set up by itself has. */
async function otherPc({ apart = false, wardName = SETUP.wardName } = {}): Promise<TestApplication> {
  const app = createTestApplication();
  if (apart) for (let used = 0; used < 5_000; used += 1) app.ports.ids.next();
  await app.call('office.setup', { ...SETUP, wardName });
  return app;
}

/** The form of one unit, filled in, and what a PC answers to it. */
async function formFor(app: TestApplication, dossierId: string, unit: string): Promise<Uint8Array> {
  const offered = await app.call('report.forms', { dossierId, period: PERIOD, units: [unit] });
  const [form] = app.ports.taken(offered.ticket);
  return fillForm(form?.bytes ?? new Uint8Array(), { HN01: 6, HN02: 60 });
}
const takeIn = (app: TestApplication, bytes: Uint8Array) =>
  app.call('report.import', { tickets: [app.ports.drop({ name: 'biểu.xlsx', bytes })] });

/** Asks a standard unit too: each PC that is set up has it, under an id of its own. */
async function askOffice(app: Scheduled): Promise<string> {
  const office = 'Văn phòng Đảng ủy';
  await app.call('report.schedule', {
    dossierId: app.dossierId,
    period: PERIOD,
    lastDay: '2026-03-25',
    indicators: ['HN01', 'HN02'],
    units: [...app.units, office],
  });
  return office;
}

const unitsOf = (app: Scheduled): readonly [string, string, string] => {
  const [a = '', b = '', c = ''] = app.units;
  return [a, b, c];
};

describe('a period on another PC', () => {
  it('is a received copy there, with units, plan and figures; both add up the same', async () => {
    const here = await officeWithSchedule();
    const [a, b] = unitsOf(here);
    await put(here, here.dossierId, a, { HN01: 3, HN02: 90, DV01: 50, DV02: 45 });
    await put(here, here.dossierId, b, { HN01: 1 });
    const there = await otherPc();
    const bytes = await packageOf(here, here.dossierId);
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(seen).toMatchObject({ creates: true, newPeriods: [PERIOD], restricted: false });
    expect(seen.newEntries).toHaveLength(3);
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
    const done = await there.call('report.importPackage', { ticket: dropped(there, bytes) });
    expect(done).toMatchObject({ dossierId: here.dossierId, created: true, added: 2, replaced: 0 });
    const asked = { dossierId: here.dossierId, period: PERIOD };
    const [mine, theirs] = [
      await here.call('report.totals', asked),
      await there.call('report.totals', asked),
    ];
    expect(theirs.totals).toEqual(mine.totals);
    expect(theirs.missingUnits).toEqual(mine.missingUnits);
    const plan = await there.call('plan.get', { dossierId: here.dossierId });
    expect(plan.plan.text).toBe((await here.call('plan.get', { dossierId: here.dossierId })).plan.text);
  });

  it('comes back merged: what was entered there is new, what was not touched is the same', async () => {
    const here = await officeWithSchedule();
    const [a, b, c] = unitsOf(here);
    await put(here, here.dossierId, a, { HN01: 3 });
    const there = await otherPc();
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    await put(there, here.dossierId, b, { HN01: 7 });
    await put(here, here.dossierId, c, { HN01: 9 });
    const back = await packageOf(there, here.dossierId);
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, back) });
    expect(seen.rows.map(({ unit, outcome }) => [unit, outcome])).toEqual([
      [a, 'same'],
      [b, 'new'],
    ]);
    const done = await here.call('report.importPackage', { ticket: dropped(here, back) });
    expect(done).toMatchObject({ created: false, added: 1, same: 1, replaced: 0, kept: 0 });
    const totals = await here.call('report.totals', { dossierId: here.dossierId, period: PERIOD });
    expect(totals.totals['HN01']).toBe(19);
    const again = await here.call('report.importPackage', { ticket: dropped(here, back) });
    expect(again).toMatchObject({ added: 0, same: 2, revision: done.revision });
  });

  it('asks a person where both sides changed a unit: nothing is taken before, each figure can be chosen', async () => {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    await put(here, here.dossierId, a, { HN01: 3, HN02: 30 });
    const there = await otherPc();
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    await put(there, here.dossierId, a, { HN01: 4, HN02: 40 });
    await put(here, here.dossierId, a, { HN01: 5, HN02: 50 });
    const back = await packageOf(there, here.dossierId);
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, back) });
    expect(seen.rows[0]?.differences).toEqual([
      { code: 'HN01', ours: 5, theirs: 4, restricted: false },
      { code: 'HN02', ours: 50, theirs: 40, restricted: false },
    ]);
    const refusal = await here.refusal('report.importPackage', { ticket: dropped(here, back) });
    expect(refusal.code).toBe('CONFLICT');
    expect((await reportOf(here, here.dossierId, a))?.values).toEqual({ HN01: 5, HN02: 50 });
    const kept = await here.call('report.importPackage', { ticket: dropped(here, back), otherwise: 'ours' });
    expect(kept).toMatchObject({ kept: 1, replaced: 0 });
    await here.call('report.importPackage', {
      ticket: dropped(here, back),
      choices: [{ id: `${PERIOD}|${a}`, take: 'ours', figures: { HN02: 'theirs' } }],
    });
    const merged = await reportOf(here, here.dossierId, a);
    expect(merged?.values).toEqual({ HN01: 5, HN02: 40 });
    expect(merged?.version).toBe(3);
    await here.call('report.importPackage', { ticket: dropped(here, back), otherwise: 'theirs' });
    expect((await reportOf(here, here.dossierId, a))?.values).toEqual({ HN01: 4, HN02: 40 });
  });

  it('is undone in one step', async () => {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    await put(here, here.dossierId, a, { HN01: 3 });
    const there = await otherPc();
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    await put(there, here.dossierId, a, { HN01: 4 });
    const done = await here.call('report.importPackage', {
      ticket: dropped(here, await packageOf(there, here.dossierId)),
      otherwise: 'theirs',
    });
    await here.call('store.undo', { kind: 'dossier', id: here.dossierId, revision: done.revision });
    expect((await reportOf(here, here.dossierId, a))?.values).toEqual({ HN01: 3 });
  });

  it('keeps restricted texts here unless a person ticks them, also on the way back', async () => {
    const here = await officeWithSchedule(['HN01', 'NX01', 'NX02']);
    const [a] = unitsOf(here);
    const { indicators } = await here.call('office.get', {});
    const secret = indicators.find(({ id }) => id === 'NX02');
    if (!secret) throw new Error('no NX02');
    await here.call('office.saveIndicator', { ...secret, restricted: true });
    const narrative = { NX01: 'Triển khai kịp thời', NX02: 'Dư luận về giá đất' };
    await here.call('report.put', {
      dossierId: here.dossierId,
      period: PERIOD,
      unit: a,
      values: { HN01: 3 },
      narrative,
    });
    const bytes = await packageOf(here, here.dossierId);
    const records = (JSON.parse(text(bytes)) as Entries).map(([, content]) =>
      Buffer.from(content, 'base64').toString('utf8'),
    );
    expect(records.join('\n')).toContain('Triển khai kịp thời');
    expect(records.join('\n')).not.toContain('Dư luận về giá đất');
    const there = await otherPc();
    await there.call('report.importPackage', { ticket: dropped(there, bytes) });
    await there.call('report.put', {
      dossierId: here.dossierId,
      period: PERIOD,
      unit: a,
      values: { HN01: 4 },
      narrative: { NX01: narrative.NX01 },
    });
    await here.call('report.importPackage', {
      ticket: dropped(here, await packageOf(there, here.dossierId)),
      otherwise: 'theirs',
    });
    const merged = await reportOf(here, here.dossierId, a);
    expect(merged?.values).toEqual({ HN01: 4 });
    expect(merged?.narrative).toEqual(narrative);
    const open = await packageOf(here, here.dossierId, true);
    const inside = (JSON.parse(text(open)) as Entries).map(([, content]) =>
      Buffer.from(content, 'base64').toString('utf8'),
    );
    expect(inside.join('\n')).toContain('Dư luận về giá đất');
    await here.call('report.put', {
      dossierId: here.dossierId,
      period: PERIOD,
      unit: a,
      values: { HN01: 4 },
      narrative: { ...narrative, NX02: 'Nội dung khác' },
    });
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, open) });
    expect(seen.rows[0]?.differences).toEqual([{ code: 'NX02', ours: null, theirs: null, restricted: true }]);
  });
});

describe('forms of another PC of the office', () => {
  it('are taken both ways once the package was, also of a unit that has another id there', async () => {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    const office = await askOffice(here);
    const there = await otherPc({ apart: true });
    const early = await takeIn(there, await formFor(here, here.dossierId, office));
    expect(early.rejected).toMatchObject([
      { errors: [{ message: expect.stringContaining('cơ quan khác') as string }] },
    ]);

    const bytes = await packageOf(here, here.dossierId);
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(seen.warnings.join()).toContain('nhận cả biểu do máy đó phát');
    await there.call('report.importPackage', { ticket: dropped(there, bytes) });
    for (const unit of [a, office]) {
      const taken = await takeIn(there, await formFor(here, here.dossierId, unit));
      expect(taken.rejected).toEqual([]);
      expect(taken.accepted).toHaveLength(1);
      expect((await reportOf(there, here.dossierId, unit))?.values).toMatchObject({ HN01: 6 });
    }
    const again = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(again.warnings).toEqual([]);

    const back = await packageOf(there, here.dossierId);
    await here.call('report.importPackage', { ticket: dropped(here, back) });
    const other = await formFor(there, here.dossierId, office);
    expect((await takeIn(here, other)).rejected).toEqual([]);
    expect((await reportOf(here, here.dossierId, office))?.values).toEqual({ HN01: 6, HN02: 60 });
  });

  it('reach a third PC by what the second tells, and never cross to another office', async () => {
    const here = await officeWithSchedule();
    const office = await askOffice(here);
    const second = await otherPc({ apart: true });
    await second.call('report.importPackage', {
      ticket: dropped(second, await packageOf(here, here.dossierId)),
    });
    const third = createTestApplication();
    for (let used = 0; used < 9_000; used += 1) third.ports.ids.next();
    await third.call('office.setup', SETUP);
    await third.call('report.importPackage', {
      ticket: dropped(third, await packageOf(second, here.dossierId)),
    });
    const form = await formFor(here, here.dossierId, office);
    expect((await takeIn(third, form)).accepted).toHaveLength(1);
    const stranger = await otherPc({ apart: true, wardName: 'Hòa Bình' });
    const refusal = await stranger.refusal('report.importPackage', {
      ticket: dropped(stranger, await packageOf(here, here.dossierId)),
    });
    expect(refusal.code).toBe('FORBIDDEN');
    expect((await takeIn(stranger, form)).rejected).toMatchObject([
      { errors: [{ message: expect.stringContaining('cơ quan khác') as string }] },
    ]);
  });
});

describe('closings', () => {
  async function closedHere() {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    const office = await askOffice(here);
    await put(here, here.dossierId, a, { HN01: 3 });
    await put(here, here.dossierId, office, { HN01: 4 });
    await here.call('report.close', { dossierId: here.dossierId, period: PERIOD });
    return { ...here, a, office };
  }
  const close = (app: TestApplication, dossierId: string, reason: string) =>
    app.call('report.close', { dossierId, period: PERIOD, reason });

  it('travel as they were frozen, and are read with the ids of the PC they came to', async () => {
    const here = await closedHere();
    const there = await otherPc({ apart: true });
    const bytes = await packageOf(here, here.dossierId);
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(seen.newClosings).toEqual([`${PERIOD}|1`]);
    const done = await there.call('report.importPackage', { ticket: dropped(there, bytes) });
    expect(done).toMatchObject({ closings: 1, refusedClosings: 0 });
    const asked = { dossierId: here.dossierId, period: PERIOD, version: 1 };
    const [mine, theirs] = [
      await here.call('report.consolidation', asked),
      await there.call('report.consolidation', asked),
    ];
    expect([theirs.checksum, theirs.closedAt, theirs.closedBy]).toEqual([
      mine.checksum,
      mine.closedAt,
      mine.closedBy,
    ]);
    const totals = await there.call('report.totals', asked);
    expect(totals.totals).toEqual({ HN01: 7 });
    const { entries } = await there.call('office.get', {});
    const known = entries.find(({ name }) => name === here.office)?.id;
    expect(totals.units.map(({ unit }) => unit)).toContain(known);
    expect((await close(there, here.dossierId, 'Chốt lại')).version).toBe(1);
    await put(there, here.dossierId, here.a, { HN01: 9 });
    await close(there, here.dossierId, 'Bổ sung');
    const back = await packageOf(there, here.dossierId);
    const home = { ticket: dropped(here, back), otherwise: 'theirs' } as const;
    expect(await here.call('report.importPackage', home)).toMatchObject({ closings: 1, refusedClosings: 0 });
    expect((await here.call('report.totals', { ...asked, version: 2 })).totals).toEqual({ HN01: 13 });
    const unitId = totals.units.find(({ name }) => name === here.office)?.unit;
    const names = await here.call('report.totals', { ...asked, version: 2 });
    expect(names.units.map(({ unit }) => unit)).not.toContain(unitId);
  });

  it('never replace an own one of the same number: it is said, and what came after it stays out too', async () => {
    const here = await closedHere();
    const there = await otherPc({ apart: true });
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    for (const [app, first] of [
      [here, 10],
      [there, 20],
    ] as const) {
      await put(app, here.dossierId, here.a, { HN01: first });
      await close(app, here.dossierId, 'Bổ sung');
    }
    await put(there, here.dossierId, here.a, { HN01: 21 });
    await close(there, here.dossierId, 'Bổ sung');
    const back = await packageOf(there, here.dossierId);
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, back) });
    expect(seen.refusedClosings).toEqual([`${PERIOD}|2`, `${PERIOD}|3`]);
    expect(seen.warnings.join(' ')).toContain('Bản chốt lần 2 của quý I');
    const done = await here.call('report.importPackage', {
      ticket: dropped(here, back),
      otherwise: 'theirs',
    });
    expect(done).toMatchObject({ closings: 0, refusedClosings: 2 });
    const asked = { dossierId: here.dossierId, period: PERIOD, version: 2 };
    expect((await here.call('report.totals', asked)).totals).toEqual({ HN01: 14 });
  });
});

describe('a package that is not taken', () => {
  const changed = (bytes: Uint8Array, change: (files: Map<string, string>) => void): Uint8Array => {
    const files = new Map(
      (JSON.parse(text(bytes)) as Entries).map(([name, content]) => [
        name,
        Buffer.from(content, 'base64').toString('utf8'),
      ]),
    );
    change(files);
    return encode(
      JSON.stringify(
        [...files].map(([name, content]) => [name, Buffer.from(content, 'utf8').toString('base64')]),
      ),
    );
  };
  const sealed = (
    app: TestApplication,
    files: Map<string, string>,
    edit: (records: PackageRecords) => void,
  ): void => {
    const records = JSON.parse(files.get('so-lieu.json') ?? '') as PackageRecords;
    edit(records);
    const body = JSON.stringify(records);
    files.set('so-lieu.json', body);
    const manifest = JSON.parse(files.get('goi-ky.json') ?? '') as PackageManifest;
    const bytes = encode(body);
    files.set(
      'goi-ky.json',
      JSON.stringify({
        ...manifest,
        files: manifest.files.map((file) =>
          file.path === 'so-lieu.json'
            ? { ...file, sha256: app.ports.hash.sha256(bytes), bytes: bytes.length }
            : file,
        ),
      }),
    );
  };

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

describe('going and coming back, whatever was edited there', () => {
  const figures = fc.record({ HN01: fc.nat(99), HN02: fc.nat(999) }, { requiredKeys: ['HN01'] });
  const side = fc.array(fc.option(figures), { minLength: 3, maxLength: 3 });

  it('gives theirs where theirs is taken and ours where ours is kept; nothing else moves', async () => {
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        side,
        fc.constantFrom('ours', 'theirs'),
        async (first, away, home, otherwise) => {
          const here = await officeWithSchedule();
          const { dossierId, units } = here;
          const enter = async (app: TestApplication, given: typeof first): Promise<void> => {
            for (const [index, values] of given.entries())
              if (values !== null) await put(app, dossierId, units[index] ?? '', values);
          };
          await enter(here, first);
          const there = await otherPc();
          await there.call('report.importPackage', {
            ticket: dropped(there, await packageOf(here, dossierId)),
          });
          await enter(there, away);
          await enter(here, home);
          const before = await Promise.all(units.map((unit) => reportOf(here, dossierId, unit)));
          const theirs = await Promise.all(units.map((unit) => reportOf(there, dossierId, unit)));
          await here.call('report.importPackage', {
            ticket: dropped(here, await packageOf(there, dossierId)),
            otherwise,
          });
          for (const [index, unit] of units.entries()) {
            const now = (await reportOf(here, dossierId, unit))?.values;
            const [mine, other] = [before[index]?.values, theirs[index]?.values];
            const expected =
              mine === undefined ? other : other === undefined || otherwise === 'ours' ? mine : other;
            expect(now).toEqual(expected);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
