/** Lịch over all dossiers, and as files. After the reports were asked for. */
import { bad, good, rows } from '../case';
import type { Case } from '../case';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

export const calendar: readonly Case[] = [
  good('calendar.list', YEAR, (value) => {
    const events = rows(value['events']);
    if (!events.some(({ kind }) => kind === 'report')) throw new Error('the asked report is no event');
    if (!rows(value['marked']).some(({ day }) => day === '2026-09-02')) throw new Error('no Quốc khánh');
  }),
  bad('calendar.list', 'BAD_REQUEST', { from: '2026-02-01', to: '2026-01-01' }),
  bad('calendar.list', 'BAD_REQUEST', { from: '2020-01-01', to: '2026-01-01' }),
  bad('calendar.list', 'BAD_REQUEST', { from: '2026-02-30', to: '2026-03-01' }),
  ...(['ics', 'xlsx', 'pdf'] as const).map((format) => good('calendar.export', { ...YEAR, format })),
  bad('calendar.export', 'BAD_REQUEST', { ...YEAR, format: 'doc' }),
];
