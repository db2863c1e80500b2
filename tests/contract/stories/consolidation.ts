/** Consolidation: ranges, closings compared, a period that goes to another PC and comes back. */
import { PERIOD, asDossier, bad, good, inDossier, inPeriod, ofUnit, rows, text } from '../case';
import type { Case, ContractHost, Memory, TakenFile } from '../case';

const RANGE = '2026-01..2026-06';

export const consolidation: readonly Case[] = [
  good('report.totals', inDossier({ period: RANGE }), (value) => {
    if (JSON.stringify(value['parts']) !== '["2026-Q1"]') throw new Error('the quarter is not in the range');
  }),
  bad('report.totals', 'BAD_REQUEST', inDossier({ period: '2026-06..2026-01' })),
  bad('report.totals', 'NOT_FOUND', inDossier({ period: '2026-02..2026-03' })),
  good('report.trace', inDossier({ period: RANGE, indicator: 'HN01' })),
  good('export.summary', inDossier({ period: RANGE, format: 'xlsx', occasion: 'preliminary' }), (value) => {
    const name = String(value['suggestedName']);
    if (!name.startsWith('Tổng hợp sơ kết từ tháng 01')) throw new Error(`not named as a sơ kết: ${name}`);
  }),
  good('report.closings', inPeriod(), (value) => {
    if (value['unitsChangedSince'] !== null)
      throw new Error('changed since the closing before anything came');
  }),
  bad('report.closings', 'NOT_FOUND', { dossierId: 'khong-co', period: RANGE }),
  good('report.put', ofUnit('unit', { values: { HN01: 7, HN02: 120 } })),
  good('report.supplement', inPeriod({ from: 1 }), (value, memory) => {
    const [row, ...rest] = value['units'] as readonly { unit: string; figures: readonly unknown[] }[];
    const expected = [{ indicator: 'HN01', before: 4, after: 7 }];
    if (rest.length > 0 || row?.unit !== text(memory, 'unit'))
      throw new Error('not the one unit that changed');
    if (JSON.stringify(row.figures) !== JSON.stringify(expected)) throw new Error('not the one figure');
  }),
  bad('report.close', 'BAD_REQUEST', inPeriod()),
  good('report.close', inPeriod({ reason: 'Đơn vị báo cáo lại' })),
  good('report.supplement', inPeriod({ from: 1, to: 2 })),
  bad('report.supplement', 'NOT_FOUND', inPeriod({ from: 9 })),
  good('report.closings', (memory) => ({ ...asDossier(memory), period: '2026-Q1' })),

  good('report.exportPackage', inPeriod(), async (value, memory, host) => {
    const [zip] = await host.take(value as unknown as { ticket: string; suggestedName: string });
    if (!zip) throw new Error('no package');
    memory.set('package', zip);
  }),
  bad('report.exportPackage', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good('report.inspectPackage', ofPackage, (value) => {
    if (rows(value['rows']).some((row) => row['outcome'] !== 'same'))
      throw new Error('its own package differs');
  }),
  bad('report.inspectPackage', 'NOT_FOUND', { ticket: 'khong-co-ve-nay' }),
  bad('report.inspectPackage', 'BAD_REQUEST', async (_memory, host) => ({
    ticket: await host.upload('gói.zip', Buffer.from('PK không phải zip')),
  })),
  good('report.put', ofUnit('unit', { values: { HN01: 9, HN02: 130 } })),
  bad('report.importPackage', 'CONFLICT', ofPackage),
  good('report.importPackage', async (memory, host) => ({
    ...(await ofPackage(memory, host)),
    choices: [{ id: `${PERIOD}|${text(memory, 'unit')}`, take: 'theirs', figures: { HN02: 'ours' } }],
  })),
  good('report.get', ofUnit('unit'), (value) => {
    const { values } = value['report'] as { values: unknown };
    if (JSON.stringify(values) !== '{"HN01":7,"HN02":130}')
      throw new Error(`not merged figure by figure: ${JSON.stringify(values)}`);
  }),
];

async function ofPackage(memory: Memory, host: ContractHost): Promise<{ ticket: string }> {
  const zip = memory.get('package') as TakenFile;
  return { ticket: await host.upload(zip.name, zip.bytes) };
}
