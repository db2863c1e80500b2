import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../../../../electron/adapters/export/xlsx/write-workbook';
import { safeSheetName, uniqueSheetNames } from '../../../../../../electron/adapters/export/xlsx/sheet-name';
import type { CellModel, SheetModel, WorkbookModel } from '../../../../../../shared/documents/sheet-model';
import { textCell } from '../../../../../../shared/documents/sheet-model';
import { officeParts } from '../../../../../golden/writers/parts';

function workbookOf(cells: readonly CellModel[], sheet: Partial<SheetModel> = {}): WorkbookModel {
  return {
    title: 'Tổng hợp',
    creator: 'Đảng ủy phường An Bình',
    createdAt: '2026-03-25T01:00:00Z',
    sheets: [{ name: 'Tổng hợp', visibility: 'visible', columns: [10], cells, ...sheet }],
  };
}

async function reopened(model: WorkbookModel): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await writeWorkbook(model)) as unknown as ExcelJS.Buffer);
  return workbook;
}

describe('writeWorkbook', () => {
  it.each(['=1+1', '+84', '-5', '@SUM(A1)', "=cmd|' /c calc'!A0", '\t=1'])(
    'keeps the text %j a text, also when a person edits the cell',
    async (text) => {
      const cell = (await reopened(workbookOf([textCell(1, 1, text)]))).getWorksheet(1)?.getCell('A1');
      expect(cell?.type).toBe(ExcelJS.ValueType.String);
      expect(cell?.value).toBe(text);
      expect(cell?.numFmt).toBe('@');
    },
  );

  it('stores no formula but those of the model, with their results', async () => {
    const parts = await officeParts(
      await writeWorkbook(
        workbookOf([
          textCell(1, 1, '=A2'),
          {
            row: 2,
            column: 1,
            value: { kind: 'formula', formula: 'SUM(B1:B2)', value: 7 },
            name: 'tong_HN01',
          },
        ]),
      ),
    );
    const xml = parts['xl/worksheets/sheet1.xml']?.join('') ?? '';
    expect(xml.match(/<f>/g)).toHaveLength(1);
    expect(xml).toContain('<f>SUM(B1:B2)</f><v>7</v>');
  });

  it.each(['[1]Sheet1!A1', "cmd|' /c calc'!A0", 'WEBSERVICE("http://x")', 'HYPERLINK("http://x")'])(
    'refuses to write the formula %s',
    async (formula) => {
      const model = workbookOf([{ row: 1, column: 1, value: { kind: 'formula', formula, value: 0 } }]);
      await expect(writeWorkbook(model)).rejects.toThrow('formula not allowed');
    },
  );

  it('refuses one name for two cells and a number that is none', async () => {
    const twice = [1, 2].map((row) => ({ ...textCell(row, 1, 'a'), name: row === 1 ? 'ct_A' : 'CT_a' }));
    await expect(writeWorkbook(workbookOf(twice))).rejects.toThrow('twice');
    const model = workbookOf([{ row: 1, column: 1, value: { kind: 'number', value: Number.NaN } }]);
    await expect(writeWorkbook(model)).rejects.toThrow(RangeError);
  });

  it('stores a date on its own day', async () => {
    const parts = await officeParts(
      await writeWorkbook(workbookOf([{ row: 1, column: 1, value: { kind: 'date', date: '2026-06-10' } }])),
    );
    expect(parts['xl/worksheets/sheet1.xml']?.join('')).toContain('<v>46183</v>');
  });

  it('drops what XML cannot hold and composes Vietnamese', async () => {
    const text = `${'Phường'.normalize('NFD')}\u0000\u0008\ud800 An Bình`;
    const workbook = await reopened(workbookOf([textCell(1, 1, text)]));
    expect(workbook.getWorksheet(1)?.getCell('A1').value).toBe('Phường An Bình');
  });

  it('cuts a text that no cell can hold, and says so', async () => {
    const workbook = await reopened(workbookOf([textCell(1, 1, 'a'.repeat(40_000))]));
    const value = workbook.getWorksheet(1)?.getCell('A1').text ?? '';
    expect(value).toHaveLength(32_767);
    expect(value).toMatch(/đã cắt bớt/);
  });

  it('needs a visible sheet', async () => {
    await expect(writeWorkbook(workbookOf([], { visibility: 'hidden' }))).rejects.toThrow('visible');
  });

  it('locks everything but the inputs', async () => {
    const sheet = (
      await reopened(
        workbookOf(
          [
            textCell(1, 1, 'nhãn'),
            { row: 2, column: 1, value: { kind: 'empty' }, style: { unlocked: true } },
          ],
          { protect: true },
        ),
      )
    ).getWorksheet(1);
    expect((sheet?.model as { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet).toBe(true);
    expect(sheet?.getCell('A1').protection).toBeUndefined();
    expect(sheet?.getCell('A2').protection.locked).toBe(false);
  });
});

describe('sheet names', () => {
  it.each([
    ['Biểu [1]: a*b?c/d\\e', 'Biểu -1-- a-b-c-d-e'],
    ["'Quý I'", 'Quý I'],
    ['', 'Trang'],
    ['History', 'History_'],
    ['a'.repeat(40), 'a'.repeat(31)],
  ])('%j → %j', (name, expected) => {
    expect(safeSheetName(name)).toBe(expected);
  });

  it('are told apart when they fall together', () => {
    const long = 'b'.repeat(40);
    expect(uniqueSheetNames(['A', 'a', long, long])).toEqual([
      'A',
      'a (2)',
      'b'.repeat(31),
      `${'b'.repeat(27)} (2)`,
    ]);
  });
});
