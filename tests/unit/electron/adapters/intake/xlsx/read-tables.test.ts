import { describe, expect, it } from 'vitest';
import { readTables } from '../../../../../../electron/adapters/intake/xlsx/read-tables';
import { isDateFormat } from '../../../../../../electron/adapters/intake/xlsx/workbook';
import { rawWorkbook, sheetXml } from '../../fixtures/workbook';

describe('readTables', () => {
  it("gives the rows of visible sheets with the workbook's own row numbers", async () => {
    const result = await readTables(
      await rawWorkbook({
        sheets: {
          'Đơn vị': sheetXml(
            '<row r="3"><c r="C3" t="str"><v>Công an phường</v></c><c r="A3"><v>1</v></c></row>' +
              '<row r="5"><c r="B5"><v>12.5</v></c><c r="D5" t="str"><f>A1</f><v>tính</v></c></row>' +
              '<row r="6"><c r="A6" t="str"><v></v></c></row>',
          ),
          Ẩn: sheetXml('<row r="1"><c r="A1"><v>9</v></c></row>'),
        },
        states: { Ẩn: 'hidden' },
      }),
      'danh-ba.xlsx',
    );
    expect(result).toEqual({
      ok: true,
      value: [
        {
          sheet: 'Đơn vị',
          rows: [
            { row: 3, cells: ['1', '', 'Công an phường'], numbers: [0] },
            { row: 5, cells: ['', '12,5', '', 'tính'], numbers: [1] },
          ],
        },
      ],
    });
  });
});

describe('isDateFormat', () => {
  it.each([
    ['dd/mm/yyyy;@', true],
    ['[$-1042A]dd mmmm yyyy', true],
    ['[h]:mm', true],
    ['General', false],
    ['#,##0.00', false],
    ['[Red]0.0', false],
    ['0 "ngày"', false],
    ['0\\d', false],
    ['"'.repeat(300), false],
  ])('%s → %s', (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
  });
});
