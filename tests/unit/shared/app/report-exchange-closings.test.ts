/** Closings travel with their period. */
import { describe, expect, it } from 'vitest';
import {
  askOffice,
  dropped,
  otherPc,
  packageOf,
  PERIOD,
  put,
  unitsOf,
} from '../../../support/exchanging-offices';
import { officeWithSchedule, type TestApplication } from '../../../support/test-application';

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
