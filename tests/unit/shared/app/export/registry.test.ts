import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportFormat } from '../../../../../shared/app/export/export-format';
import { csv, sheetCsv } from '../../../../../shared/app/export/formats/csv';
import { BOTH, EXPORT_FORMATS, formatMenu, formatsFor } from '../../../../../shared/app/export/registry';
import type * as Registry from '../../../../../shared/app/export/registry';
import type { SheetModel } from '../../../../../shared/documents/sheet-model';
import { summaryWorkbook } from '../../../../../shared/documents/summary-workbook';
import type { OutputFile } from '../../../../../shared/ports/files';
import { ok, unwrap } from '../../../../../shared/result';
import { decodeUtf8, encodeUtf8 } from '../../../../../shared/text/utf8';
import { summaryInput } from '../../../../golden/documents/an-binh';

afterEach(() => {
  vi.doUnmock('../../../../../shared/app/export/registry');
  vi.resetModules();
});

describe('a format more', () => {
  const extra: ExportFormat = {
    id: 'codes',
    label: 'Danh sách mã (thử)',
    extension: 'txt',
    takes: 'data',
    write: (summary) => Promise.resolve(ok(encodeUtf8(summary.totals.indicators.join(' ')))),
  };

  it('is one module: contract, command line, menu and export have it', async () => {
    vi.resetModules();
    vi.doMock('../../../../../shared/app/export/registry', async (original) => {
      const actual = await original<typeof Registry>();
      return { ...actual, EXPORT_FORMATS: [...actual.EXPORT_FORMATS, extra] };
    });
    const { contract } = await import('../../../../../shared/rpc/contract');
    const asked = { dossierId: null, period: '2026-Q1', format: 'codes' };
    expect(contract['export.summary'].input.safeParse(asked).success).toBe(true);

    const { verbs } = await import('../../../../../electron/cli/verbs/index');
    const verb = verbs.find(({ name }) => name === 'export summary')!;
    expect(verb.options['format']!.value).toBe('xlsx|pdf|docx|csv|codes');

    expect(formatMenu([...EXPORT_FORMATS, extra]).at(-1)).toEqual({
      key: 'codes',
      label: 'Danh sách mã (thử)',
    });

    const { officeWithSchedule } = await import('../../../../support/test-application');
    const app = await officeWithSchedule();
    const reply = await app.call('export.summary', {
      dossierId: app.dossierId,
      period: '2026-Q1',
      format: 'codes' as 'csv',
    });
    expect(reply.suggestedName).toBe('Tổng hợp Quý I năm 2026.txt');
    expect(decodeUtf8(app.ports.taken(reply.ticket)[0]!.bytes)).toContain('HN01');
  });

  it('is unknown before', async () => {
    const { contract } = await import('../../../../../shared/rpc/contract');
    const asked = { dossierId: null, period: '2026-Q1', format: 'codes' };
    expect(contract['export.summary'].input.safeParse(asked).success).toBe(false);
    expect(formatsFor('codes')).toBeNull();
    expect(formatsFor(BOTH)?.map(({ id }) => id)).toEqual(['xlsx', 'pdf']);
  });
});

describe('CSV', () => {
  const sheet = (cells: SheetModel['cells']): SheetModel => ({
    name: 'Bảng',
    visibility: 'visible',
    columns: [],
    cells,
  });

  it('has plain numbers, ISO days, results of formulas, and no text that a program would compute', () => {
    expect(
      sheetCsv(
        sheet([
          { row: 1, column: 1, value: { kind: 'text', text: '=1+1' } },
          { row: 1, column: 3, value: { kind: 'text', text: 'a,"b"\nc' } },
          { row: 3, column: 1, value: { kind: 'number', value: 35_599.5, format: '#,##0' } },
          { row: 3, column: 2, value: { kind: 'date', date: '2026-03-16' } },
          { row: 3, column: 3, value: { kind: 'formula', formula: 'SUM(A3:A4)', value: 7 } },
          { row: 9, column: 9, value: { kind: 'empty' } },
        ]),
      ),
    ).toBe(`'=1+1,,"a,""b""\nc"\r\n\r\n35599.5,2026-03-16,7\r\n`);
  });

  it('is a file a sheet with figures, in the order of the workbook', async () => {
    const zipped: OutputFile[] = [];
    const zip = (files: readonly OutputFile[]) => {
      zipped.push(...files);
      return Promise.resolve(new Uint8Array());
    };
    unwrap(await csv.write(summaryWorkbook(summaryInput()), { zipWriter: { zip } } as never));
    const names = zipped.map(({ name }) => name);
    expect(names[0]).toBe('01 Tổng hợp.csv');
    expect(names).not.toContain('Biểu đồ');
    expect(names.some((name) => name.includes('Biểu đồ'))).toBe(false);
    const text = decodeUtf8(zipped[0]!.bytes)!;
    expect([...zipped[0]!.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain('TỔNG CỘNG');
    expect(text).toContain(',1434,');
  });
});
