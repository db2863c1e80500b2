import { expect, it } from 'vitest';
import { readDossierSummary, summarize } from '../../../../shared/schema/summarize';
import { officeWithSchedule } from '../../../support/test-application';

it('keeps what lists need, and nothing of narratives', async () => {
  const app = await officeWithSchedule(['HN01', 'NX01']);
  const { dossierId } = app;
  await app.call('report.put', {
    dossierId,
    period: '2026-Q1',
    unit: app.units[1] ?? '',
    values: { HN01: 1 },
    narrative: { NX01: 'Chuyện riêng' },
  });
  const [row] = await app.ports.store.list('dossier');
  const summary = readDossierSummary(row?.summary ?? {});
  expect(summary).toMatchObject({
    status: 'review',
    archived: false,
    unitSets: [app.units],
    periods: [{ id: '2026-Q1', lastDay: '2026-03-25', units: 0, received: [1], closed: false }],
  });
  expect(summary?.days.map(({ day }) => day)).toContain('2026-06-09');
  expect(JSON.stringify(summary)).not.toContain('Chuyện riêng');
});

it('answers for the other kinds, and for what is no dossier', () => {
  const empty = { get: () => undefined, list: () => [] };
  expect(summarize('dossier', empty)).toEqual({});
  expect(summarize('register', empty)).toMatchObject({ title: '', last: 0, entries: 0, reserved: [] });
  expect(summarize('office', empty)).toEqual({ name: '' });
  expect(readDossierSummary({})).toBeNull();
});
