/** Reports: asked for, taken in, added up, closed. */
import { NOWHERE, PERIOD, asDossier, bad, good, inDossier, inPeriod, ofUnit, text } from '../case';
import type { Case, TakenFile } from '../case';

export const reports: readonly Case[] = [
  good('report.propose', inPeriod()),
  bad('report.propose', 'BAD_REQUEST', inDossier({ period: '2026-Q5' })),
  good('report.schedule', (memory) => ({
    ...asDossier(memory),
    period: PERIOD,
    lastDay: '2026-03-25',
    units: [text(memory, 'unit'), text(memory, 'second')],
  })),
  bad('report.schedule', 'BAD_REQUEST', inPeriod({ lastDay: '2026-02-30' })),
  good('report.extend', (memory) => ({
    ...asDossier(memory),
    period: PERIOD,
    extension: {
      unitId: text(memory, 'second'),
      lastDay: '2026-03-31',
      reason: 'Bão lụt',
      grantedBy: 'Chánh Văn phòng',
    },
  })),
  good('report.forms', inPeriod(), async (value, memory, host) => {
    const files = await host.take(value as unknown as { ticket: string; suggestedName: string });
    if (files.length !== 2) throw new Error(`expected two forms, got ${files.length}`);
    // A folder's order is the disk's, an archive's its own.
    memory.set(
      'forms',
      [...files].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  }),
  bad('report.forms', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good('report.import', async (memory, host) => {
    const tickets: string[] = [];
    for (const form of memory.get('forms') as readonly TakenFile[])
      tickets.push(await host.upload(form.name, form.bytes));
    return { tickets, dryRun: true };
  }),
  good('report.import', async (_memory, host) => ({
    tickets: [await host.upload('hỏng.xlsx', Buffer.from('PK no zip'))],
  })),
  bad('report.import', 'NOT_FOUND', { tickets: ['khong-co-ve-nay'] }),
  good('report.put', ofUnit('unit', { values: { HN01: 4, HN02: 120 } })),
  bad('report.put', 'BAD_REQUEST', ofUnit('unit', { values: { HN01: 'ba mươi' } })),
  bad('report.put', 'NOT_FOUND', inPeriod({ unit: NOWHERE, values: { HN01: 1 } })),
  good('report.put', ofUnit('second', { values: {}, nil: true, nilSaidBy: 'Bí thư chi bộ' })),
  good('report.return', ofUnit('second', { reason: 'Thiếu chữ ký' })),
  bad('report.return', 'BAD_REQUEST', ofUnit('second', { reason: '' })),
  good('report.get', ofUnit('unit')),
  bad('report.get', 'NOT_FOUND', inPeriod({ unit: NOWHERE })),
  good('report.status', inPeriod()),
  bad('report.status', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good('report.totals', inPeriod()),
  good('report.totals', inPeriod({ cumulative: true })),
  bad('report.totals', 'NOT_FOUND', inPeriod({ version: 9 })),
  good('report.trace', inPeriod({ indicator: 'HN01' })),
  good('report.matrix', { dossierId: null, year: 2026 }),
  good('report.chase', inPeriod({ format: 'text' })),
  bad('report.chase', 'NOT_FOUND', { dossierId: NOWHERE, period: PERIOD, format: 'text' }),
  good('report.chase', (memory) => ({
    ...asDossier(memory),
    period: PERIOD,
    format: 'text',
    units: [text(memory, 'unit')],
  })),
  bad('report.chase', 'BAD_REQUEST', inPeriod({ format: 'text', units: ['Chi bộ không có trong danh mục'] })),
  good('report.close', inPeriod()),
  bad('report.close', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good('report.consolidation', inPeriod({ version: 1 })),
  bad('report.consolidation', 'NOT_FOUND', inPeriod({ version: 9 })),
  good('export.summary', inPeriod({ format: 'xlsx' })),
  good('export.summary', inPeriod({ format: 'pdf' })),
  good('export.summary', inPeriod({ format: 'xlsx', version: 1 }), (value) => {
    if (value['version'] !== 1) throw new Error(`not the closing: ${String(value['version'])}`);
  }),
  bad('export.summary', 'NOT_FOUND', inPeriod({ format: 'xlsx', version: 9 })),
  bad('export.summary', 'BAD_REQUEST', { dossierId: null, period: PERIOD, format: 'xlsx', version: 1 }),
];
