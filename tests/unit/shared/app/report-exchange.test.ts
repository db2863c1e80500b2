/** A period goes to another PC of the office and comes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askOffice,
  dropped,
  encode,
  type Entries,
  formFor,
  otherPc,
  packageOf,
  PERIOD,
  put,
  reportOf,
  takeFormIn,
  text,
  unitsOf,
} from '../../../support/exchanging-offices';
import {
  createTestApplication,
  officeWithSchedule,
  SETUP,
  type TestApplication,
} from '../../../support/test-application';

const TODAY = '2026-03-25';

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
    // A day and an hour as an office writes them.
    expect(plan.plan.notes?.at(-1)?.text).toMatch(/lập lúc \d\d\/\d\d\/\d{4} \d\d:\d\d\.$/u);
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

  it('brings back what was attached and corrected there, and leaves what was attached here', async () => {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    const at = { dossierId: here.dossierId, period: PERIOD, unit: a };
    await here.call('report.put', { ...at, values: { HN01: 3 }, receivedOn: TODAY, receivedTime: '07:05' });
    const there = await otherPc();
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    const attach = (app: TestApplication, name: string) =>
      app.call('report.attach', { ...at, tickets: [app.ports.drop({ name, bytes: encode(name) })] });
    await attach(there, 'Bản ký.pdf');
    await there.call('report.correctReceipt', {
      ...at,
      receivedOn: TODAY,
      receivedTime: '6h50',
      reason: 'Gửi Zalo lúc 6h50',
    });
    await attach(here, 'Ảnh.jpg');
    await here.call('report.correctReceipt', {
      ...at,
      receivedOn: TODAY,
      receivedTime: '7h00',
      reason: 'Nghe điện thoại',
    });
    const back = await packageOf(there, here.dossierId);
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, back) });
    expect(seen.rows[0]?.differences).toEqual([
      { code: 'RECEIVED', ours: `${TODAY} 07:00`, theirs: `${TODAY} 06:50`, restricted: false },
      { code: 'EVIDENCE', ours: 1, theirs: 2, restricted: false },
    ]);
    await here.call('report.importPackage', { ticket: dropped(here, back), otherwise: 'theirs' });
    const { report, files } = await here.call('report.get', at);
    expect(report?.receivedTime).toBe('06:50');
    expect(report?.receiptCorrections?.map(({ reason }) => reason).sort()).toEqual([
      'Gửi Zalo lúc 6h50',
      'Nghe điện thoại',
    ]);
    expect(files.map(({ name }) => name).sort()).toEqual(['Bản ký.pdf', 'Ảnh.jpg']);
    const again = await here.call('report.importPackage', { ticket: dropped(here, back) });
    expect(again).toMatchObject({ same: 1, replaced: 0 });
  });

  it('brings files that are attached beside a form; taking them alone leaves the form what figures rest on', async () => {
    const here = await officeWithSchedule();
    const [a] = unitsOf(here);
    const at = { dossierId: here.dossierId, period: PERIOD, unit: a };
    await takeFormIn(here, await formFor(here, here.dossierId, a));
    const there = await otherPc();
    await there.call('report.importPackage', {
      ticket: dropped(there, await packageOf(here, here.dossierId)),
    });
    await there.call('report.attach', {
      ...at,
      tickets: [there.ports.drop({ name: 'Bản ký.pdf', bytes: encode('bản ký') })],
    });
    await here.call('report.correctReceipt', {
      ...at,
      receivedOn: TODAY,
      receivedTime: '7h00',
      reason: 'Nhận từ sáng',
    });
    await here.call('report.importPackage', {
      ticket: dropped(here, await packageOf(there, here.dossierId)),
      choices: [{ id: `${PERIOD}|${a}`, take: 'ours', figures: { EVIDENCE: 'theirs' } }],
    });
    const { report, files } = await here.call('report.get', at);
    expect(report).toMatchObject({ receivedTime: '07:00', source: { kind: 'form' } });
    expect(files.map(({ name }) => name)).toContain('Bản ký.pdf');
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
    const early = await takeFormIn(there, await formFor(here, here.dossierId, office));
    expect(early.rejected).toMatchObject([
      { errors: [{ message: expect.stringContaining('cơ quan khác') as string }] },
    ]);

    const bytes = await packageOf(here, here.dossierId);
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(seen.warnings.join()).toContain('nhận cả biểu do máy đó phát');
    await there.call('report.importPackage', { ticket: dropped(there, bytes) });
    for (const unit of [a, office]) {
      const taken = await takeFormIn(there, await formFor(here, here.dossierId, unit));
      expect(taken.rejected).toEqual([]);
      expect(taken.accepted).toHaveLength(1);
      expect((await reportOf(there, here.dossierId, unit))?.values).toMatchObject({ HN01: 6 });
    }
    const again = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(again.warnings).toEqual([]);

    const back = await packageOf(there, here.dossierId);
    await here.call('report.importPackage', { ticket: dropped(here, back) });
    const other = await formFor(there, here.dossierId, office);
    expect((await takeFormIn(here, other)).rejected).toEqual([]);
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
    expect((await takeFormIn(third, form)).accepted).toHaveLength(1);
    const stranger = await otherPc({ apart: true, wardName: 'Hòa Bình' });
    const refusal = await stranger.refusal('report.importPackage', {
      ticket: dropped(stranger, await packageOf(here, here.dossierId)),
    });
    expect(refusal.code).toBe('FORBIDDEN');
    expect((await takeFormIn(stranger, form)).rejected).toMatchObject([
      { errors: [{ message: expect.stringContaining('cơ quan khác') as string }] },
    ]);
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
