/** What superiors get: every format of the registry, several plans in one workbook, the charts. After the closing. */
import { EXPORT_FORMATS, formatIds } from '../../../shared/app/export/registry';
import { NOWHERE, PERIOD, bad, good, inDossier, inPeriod, rows } from '../case';
import type { Case } from '../case';

export const output: readonly Case[] = [
  ...formatIds(EXPORT_FORMATS).map((format) => good('export.summary', inPeriod({ format }))),
  good('export.summary', inPeriod({ format: 'xlsx+pdf' }), (value) => {
    const names = rows(value['files']).map(({ name }) => String(name));
    if (names.map((name) => name.split('.').at(-1)).join('+') !== 'xlsx+pdf')
      throw new Error(`not both: ${names.join(', ')}`);
  }),
  good('export.summary', { dossierId: null, period: PERIOD, format: 'xlsx' }, (value) => {
    if (rows(value['files']).length !== 1) throw new Error('a workbook holds all plans');
  }),
  bad('export.summary', 'BAD_REQUEST', inPeriod({ format: 'ods' })),
  good('report.charts', inPeriod(), (value) => {
    const ids = rows(value['charts']).map(({ id }) => id);
    if (!ids.includes('submission')) throw new Error(`no chart of submission: ${ids.join(', ')}`);
  }),
  good('report.charts', inPeriod({ version: 1, compare: ['HN01'] })),
  bad('report.charts', 'NOT_FOUND', inPeriod({ version: 9 })),
  bad('report.charts', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  bad('report.charts', 'NOT_FOUND', { dossierId: NOWHERE, period: PERIOD }),
];
