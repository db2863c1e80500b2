/** Consolidation: ranges, closings compared, a period that goes to another PC and comes back. */
import { asDossier, bad, good, inDossier, inPeriod, ofUnit, text } from '../case';
import type { Case } from '../case';

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
  good('report.put', ofUnit('unit', { values: { HN01: 5, HN02: 120 } })),
  good('report.supplement', inPeriod({ from: 1 }), (value, memory) => {
    const [row, ...rest] = value['units'] as readonly { unit: string; figures: readonly unknown[] }[];
    const expected = [{ indicator: 'HN01', before: 4, after: 5 }];
    if (rest.length > 0 || row?.unit !== text(memory, 'unit'))
      throw new Error('not the one unit that changed');
    if (JSON.stringify(row.figures) !== JSON.stringify(expected)) throw new Error('not the one figure');
  }),
  good('report.close', inPeriod({ reason: 'Đơn vị báo cáo lại' })),
  good('report.supplement', inPeriod({ from: 1, to: 2 })),
  bad('report.supplement', 'NOT_FOUND', inPeriod({ from: 9 })),
  good('report.closings', (memory) => ({ ...asDossier(memory), period: '2026-Q1' })),
];
