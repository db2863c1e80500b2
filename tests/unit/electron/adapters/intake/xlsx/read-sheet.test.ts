import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../../../../electron/adapters/export/xlsx/write-workbook';
import { readForm } from '../../../../../../electron/adapters/intake/xlsx/read-form';
import { readSheet } from '../../../../../../electron/adapters/intake/xlsx/read-sheet';
import type { SheetRequest } from '../../../../../../shared/ports/documents';
import { unwrap } from '../../../../../../shared/result';
import { formModel } from '../../../../../golden/writers/models';
import { rawWorkbook, sheetXml } from '../../fixtures/workbook';

const request = (more: Partial<SheetRequest>): SheetRequest => ({
  sheet: 'Biểu',
  cell: null,
  top: null,
  hiddenNames: [],
  ...more,
});
const rows = Array.from(
  { length: 500 },
  (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index + 1}</v></c></row>`,
).join('');
const long = () => rawWorkbook({ sheets: { Biểu: sheetXml(rows), Khác: sheetXml('') }, names: '' });

describe('readSheet', () => {
  it('shows the cell with what stands in the bytes, merges and widths', async () => {
    const bytes = await writeWorkbook(formModel);
    const sheet = unwrap(await readForm(bytes, 'bieu.xlsx')).sheets[0] ?? '';
    const window = unwrap(await readSheet(bytes, 'bieu.xlsx', request({ sheet, cell: 'C4' })));
    expect(window.found).toEqual({ row: 4, column: 3, type: 'number', text: '35599', written: '35599' });
    expect(window.sheets).toEqual([sheet]);
    expect(window.widths.length).toBe(window.columns.last - window.columns.first + 1);
  });

  it('keeps the number as it was written, not as it is shown', async () => {
    const bytes = await rawWorkbook({
      sheets: { Biểu: sheetXml('<row r="1"><c r="A1"><v>0.30000000000000004</v></c></row>') },
      names: '',
    });
    const window = unwrap(await readSheet(bytes, 'x.xlsx', request({ cell: 'A1' })));
    expect(window.found).toMatchObject({ text: '0,3', written: '0.30000000000000004' });
  });

  it('cuts a long sheet to a window around the cell, and moves on request', async () => {
    const bytes = await long();
    const around = unwrap(await readSheet(bytes, 'x.xlsx', request({ cell: 'A300' })));
    expect(around.rows.first).toBeLessThan(300);
    expect(around.rows.last).toBeGreaterThan(300);
    expect(around.cells.length).toBeLessThanOrEqual(60);
    expect(around.filled).toEqual({ rows: 500, columns: 1 });
    const moved = unwrap(await readSheet(bytes, 'x.xlsx', request({ top: 480 })));
    expect(moved.rows).toEqual({ first: 480, last: 500 });
  });

  it('tells an empty cell as empty, and other sheets by name', async () => {
    const window = unwrap(await readSheet(await long(), 'x.xlsx', request({ sheet: 'khác', cell: 'B2' })));
    expect(window.found).toMatchObject({ type: 'empty', written: '' });
    expect(window.sheets).toEqual(['Biểu', 'Khác']);
  });

  it('says that something stands in a hidden name’s cell, never what', async () => {
    const bytes = await rawWorkbook({
      sheets: { Biểu: sheetXml('<row r="3"><c r="B3" t="str"><v>lời riêng</v></c></row>') },
      names: '<definedName name="ct_TL01">Biểu!$B$3</definedName>',
    });
    const window = unwrap(
      await readSheet(bytes, 'x.xlsx', request({ cell: 'B3', hiddenNames: ['ct_TL01'] })),
    );
    expect(window.found).toMatchObject({ type: 'hidden', text: '', written: '' });
    expect(JSON.stringify(window)).not.toContain('lời riêng');
  });

  it('refuses a sheet that is not there, an address that is none, and bytes that are no workbook', async () => {
    const bytes = await long();
    const code = async (given: Uint8Array, more: Partial<SheetRequest>) => {
      const read = await readSheet(given, 'x.xlsx', request(more));
      return read.ok ? 'ok' : read.error.code;
    };
    expect(await code(bytes, { sheet: 'Không có' })).toBe('NOT_FOUND');
    expect(await code(bytes, { cell: 'ô số 7' })).toBe('BAD_REQUEST');
    expect(await code(Buffer.from('không phải zip'), {})).toBe('BAD_REQUEST');
  });
});

it('readForm gives the rows of mô hình hay wherever they stand, and none where there are no names', async () => {
  const bytes = await rawWorkbook({
    sheets: { Biểu: sheetXml('<row r="9"><c r="B9" t="str"><v>Loa lưu động</v></c></row>') },
    names:
      '<definedName name="mh_1_ten">Biểu!$B$9</definedName><definedName name="mh_1_ketqua">Biểu!$C$9</definedName>',
  });
  expect(unwrap(await readForm(bytes, 'x.xlsx')).models).toMatchObject([
    { title: { text: 'Loa lưu động', cell: 'B9' }, result: { type: 'empty', cell: 'C9' } },
  ]);
  expect(unwrap(await readForm(await long(), 'x.xlsx')).models).toEqual([]);
});
