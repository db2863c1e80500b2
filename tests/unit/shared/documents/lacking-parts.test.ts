/** One month of a quarter is missing for a unit whose other months are added up. */
import { expect, it } from 'vitest';
import { withMissing } from '../../../../shared/documents/annex-unit-tables';
import type { TableModel } from '../../../../shared/documents/page-model';
import { timelinessSentence } from '../../../../shared/documents/report-sentences';
import { summaryWorkbook } from '../../../../shared/documents/summary-workbook';
import { unitStateText } from '../../../../shared/documents/unit-state-text';
import { unreportedWords } from '../../../../shared/i18n/vi';
import { summaryInput } from '../../../golden/documents/an-binh';
import { createTestApplication, SETUP } from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

it('is told as what it is: neither the table nor the text says that the unit gave nothing', async () => {
  const app = createTestApplication();
  await app.call('office.setup', SETUP);
  const { dossierId } = await app.call('plan.import', { text: samplePlanText, name: 'Kế hoạch thử' });
  const units: string[] = [];
  for (const name of ['Chi bộ A', 'Chi bộ B', 'Chi bộ C'])
    units.push((await app.call('office.saveEntry', { kind: 'unit', name })).id);
  for (const [period, lastDay] of [
    ['2026-01', '2026-01-20'],
    ['2026-02', '2026-02-20'],
    ['2026-03', '2026-03-20'],
  ] as const) {
    await app.call('report.schedule', { dossierId, period, lastDay, units, indicators: ['HN01', 'HN02'] });
    for (const [index, unit] of units.entries())
      if (index === 0 || (index === 1 && period !== '2026-02'))
        await app.call('report.put', { dossierId, period, unit, values: { HN01: 1, HN02: 10 } });
  }
  const asked = { dossierId, period: '2026-Q1' };
  const totals = await app.call('report.totals', asked);
  expect(totals.totals['HN01']).toBe(5);
  expect(totals.missingUnits.map(({ name, lacking }) => [name, lacking])).toEqual([
    ['Chi bộ B', ['2026-02']],
    ['Chi bộ C', undefined],
  ]);
  const table: TableModel = { kind: 'table', widths: [1], headRows: 0, rows: [] } as never;
  expect(JSON.stringify(withMissing(table, totals))).toContain(
    'Chưa có số liệu của 1 đơn vị: Chi bộ C. Chi bộ B: thiếu tháng 2 năm 2026.',
  );
  const status = await app.call('report.status', asked);
  expect(unreportedWords(totals)).toBe('Còn 2/3 đơn vị chưa báo cáo (1 mới báo cáo một phần)');
  expect(status.units.map(unitStateText)).toEqual([
    'Trễ hạn',
    'Chưa báo cáo đủ, thiếu tháng 2 năm 2026',
    'Chưa báo cáo',
  ]);
  const input = { ...summaryInput(), totals, cumulative: totals, previous: null, status };
  const told = (name: string) =>
    summaryWorkbook(input)
      .sheets.find((sheet) => sheet.name === name)
      ?.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  expect(told('Tổng hợp')).toContain('Đơn vị chưa báo cáo (1): Chi bộ C.');
  expect(told('Tổng hợp')).toContain('Đơn vị chưa báo cáo đủ (1): Chi bộ B: thiếu tháng 2 năm 2026.');
  expect(told('Chưa báo cáo')).toContain('Chưa báo cáo đủ');
  expect(told('Tình hình nộp')).toContain('thiếu tháng 2 năm 2026');
  expect(timelinessSentence({ status, totals })).toContain(
    'còn 1 đơn vị chưa báo cáo: Chi bộ C; 1 đơn vị chưa báo cáo đủ: Chi bộ B: thiếu tháng 2 năm 2026.',
  );
});
