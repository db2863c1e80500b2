/** What a period's lũy kế, kỳ trước and stocks rest on travels with it, so that both PCs compute the same. */
import { describe, expect, it } from 'vitest';
import type { PackageRecords } from '../../../../shared/domain/report/exchange-model';
import { changed, otherPc, sealed } from '../../../support/exchanging-offices';
import { officeWithSchedule, type TestApplication } from '../../../support/test-application';

const ASKED = ['HN01', 'DV01', 'DV02', 'DV03', 'TT01', 'TT04', 'NX01'];

async function threeQuarters() {
  const app = await officeWithSchedule(ASKED);
  const { dossierId, units } = app;
  const [a = '', b = '', c = ''] = units;
  const ask = (period: string, lastDay: string, asked: readonly string[]) =>
    app.call('report.schedule', { dossierId, period, lastDay, indicators: ASKED, units: [...asked] });
  await ask('2026-Q2', '2026-06-25', units);
  await ask('2026-Q3', '2026-09-25', units);
  await ask('2026-Q4', '2026-12-25', units);
  const put = (period: string, unit: string, values: Record<string, number>) =>
    app.call('report.put', { dossierId, period, unit, values, narrative: { NX01: `Lời ${period}` } });
  await put('2026-Q1', a, { HN01: 3, DV01: 50, DV02: 50, TT01: 9 });
  await put('2026-Q1', c, { HN01: 11, DV01: 40, DV02: 10, TT01: 2 });
  await put('2026-Q2', a, { HN01: 4, DV01: 50, DV02: 49, TT01: 8 });
  await put('2026-Q2', b, { HN01: 2, DV01: 30, DV02: 30, TT01: 7 });
  await put('2026-Q3', a, { HN01: 5, DV01: 52, DV02: 52, TT01: 6 });
  await put('2026-Q3', b, { HN01: 6, DV01: 31, DV02: 31, TT01: 5 });
  await put('2026-Q4', a, { HN01: 90, DV01: 52, DV02: 52, TT01: 60 });
  return { ...app, a, b, c, ask, put };
}

async function packed(app: TestApplication, dossierId: string, period: string): Promise<Uint8Array> {
  const offered = await app.call('report.exportPackage', { dossierId, period, restricted: true });
  return app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array();
}
const dropped = (app: TestApplication, bytes: Uint8Array) => app.ports.drop({ name: 'Gói.zip', bytes });
const take = (app: TestApplication, bytes: Uint8Array, otherwise: 'ours' | 'theirs' | null = null) =>
  app.call('report.importPackage', { ticket: dropped(app, bytes), otherwise });

const edited = (app: TestApplication, bytes: Uint8Array, edit: (records: PackageRecords) => void) =>
  changed(bytes, (files) => sealed(app, files, edit));
const recordsIn = (bytes: Uint8Array): PackageRecords => {
  const found: PackageRecords[] = [];
  changed(bytes, (files) => {
    found.push(JSON.parse(files.get('so-lieu.json') ?? '') as PackageRecords);
  });
  const [records] = found;
  if (!records) throw new Error('no records');
  return records;
};
const asOldVersion = (app: TestApplication, bytes: Uint8Array) =>
  edited(app, bytes, (records) => delete (records as Partial<PackageRecords>).beneath);

describe('what a period rests on', () => {
  it('travels with it: figures, lũy kế, kỳ trước, coverages and targets are the same on an empty PC', async () => {
    const here = await threeQuarters();
    const there = await otherPc();
    const bytes = await packed(here, here.dossierId, '2026-Q3');
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(seen.beneath).toEqual(['2026-Q1', '2026-Q2']);
    expect(seen.warnings.filter((words) => words.includes('lũy kế'))).toEqual([]);
    await take(there, bytes);
    for (const period of ['2026-Q3', '2026-Q2'])
      for (const cumulative of [false, true]) {
        const asked = { dossierId: here.dossierId, period, cumulative };
        expect(await there.call('report.totals', asked)).toEqual(await here.call('report.totals', asked));
      }
    const sum = await there.call('report.totals', {
      dossierId: here.dossierId,
      period: '2026-Q3',
      cumulative: true,
    });
    expect(sum.totals['HN01']).toBe(31);
    const own = await there.call('report.totals', { dossierId: here.dossierId, period: '2026-Q3' });
    // The silent unit's 40 of quarter I is in the denominator: 83/123, not 83/83.
    expect(own.coverageParts?.['DV03']?.expected).toEqual({ numerator: 83, denominator: 123 });
    expect(own.targets['DV03']).toMatchObject({ reported: true, expected: false });
    const plan = await there.call('plan.get', { dossierId: here.dossierId });
    expect(plan.periods.map(({ id }) => id).sort()).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('holds no restricted text of another period, also where the period itself brings its own', async () => {
    const here = await threeQuarters();
    const { indicators } = await here.call('office.get', {});
    const secret = indicators.find(({ id }) => id === 'NX01');
    if (!secret) throw new Error('no NX01');
    const plain = await packed(here, here.dossierId, '2026-Q3');
    const textsOf = (bytes: Uint8Array, period: string) =>
      [...recordsIn(bytes).reports, ...(recordsIn(bytes).beneath?.reports ?? [])]
        .filter((report) => report.period === period)
        .flatMap(({ narrative }) => Object.values(narrative));
    expect(textsOf(plain, '2026-Q2')).toEqual(['Lời 2026-Q2', 'Lời 2026-Q2']);
    await here.call('office.saveIndicator', { ...secret, restricted: true });
    const bytes = await packed(here, here.dossierId, '2026-Q3');
    expect(textsOf(bytes, '2026-Q3')).toEqual(['Lời 2026-Q3', 'Lời 2026-Q3']);
    expect([textsOf(bytes, '2026-Q2'), textsOf(bytes, '2026-Q1')]).toEqual([[], []]);
    expect(recordsIn(bytes).beneath?.periods.map(({ id }) => id)).toEqual(['2026-Q1', '2026-Q2']);
    const smuggled = edited(here, bytes, ({ beneath }) => {
      for (const report of beneath?.reports ?? []) report.narrative['NX01'] = 'Dư luận';
    });
    const refused = await here.refusal('report.inspectPackage', { ticket: dropped(here, smuggled) });
    expect(refused.message).toContain('tư tưởng, dư luận của kỳ khác');
    const there = await otherPc();
    await take(there, bytes);
    const back = await packed(there, here.dossierId, '2026-Q3');
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, back) });
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual(seen.rows.map(() => 'same'));
  });

  it('is merged by the same rules: a conflict of an earlier period is shown and waits for a person', async () => {
    const here = await threeQuarters();
    const there = await otherPc();
    await take(there, await packed(here, here.dossierId, '2026-Q3'));
    await here.put('2026-Q1', here.a, { HN01: 8, DV01: 50, DV02: 50, TT01: 9 });
    const bytes = await packed(here, here.dossierId, '2026-Q3');
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, bytes) });
    expect(seen.rows.filter(({ outcome }) => outcome === 'different').map(({ id }) => id)).toEqual([
      `2026-Q1|${here.a}`,
    ]);
    await there.refusal('report.importPackage', { ticket: dropped(there, bytes) });
    await take(there, bytes, 'theirs');
    const asked = { dossierId: here.dossierId, period: '2026-Q3', cumulative: true };
    expect(await there.call('report.totals', asked)).toEqual(await here.call('report.totals', asked));
  });

  it('is missed aloud in a package of an older version, until one with it arrives', async () => {
    const here = await threeQuarters();
    const there = await otherPc();
    const bytes = await packed(here, here.dossierId, '2026-Q3');
    const old = asOldVersion(here, bytes);
    const seen = await there.call('report.inspectPackage', { ticket: dropped(there, old) });
    expect(seen.beneath).toBeNull();
    expect(seen.warnings.join(' ')).toContain('lũy kế, kỳ trước');
    await take(there, old);
    const asked = { dossierId: here.dossierId, period: '2026-Q3', cumulative: true };
    expect((await there.call('report.totals', asked)).cameAlone).toEqual(['2026-Q3']);
    // A third PC that learns of it from this one knows no more.
    const third = await otherPc();
    await take(third, await packed(there, here.dossierId, '2026-Q3'));
    expect((await third.call('report.totals', asked)).cameAlone).toEqual(['2026-Q3']);
    await take(there, bytes);
    expect(await there.call('report.totals', asked)).toEqual(await here.call('report.totals', asked));
  });

  it('is not said of a PC that had the period before', async () => {
    const here = await threeQuarters();
    const old = asOldVersion(here, await packed(here, here.dossierId, '2026-Q3'));
    const seen = await here.call('report.inspectPackage', { ticket: dropped(here, old) });
    expect(seen.warnings).toEqual([]);
    await take(here, old);
    const asked = { dossierId: here.dossierId, period: '2026-Q3', cumulative: true };
    expect((await here.call('report.totals', asked)).cameAlone).toBeUndefined();
  });
});
