import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { writeWorkbook } from '../../../electron/adapters/export/xlsx/write-workbook';
import { readForm } from '../../../electron/adapters/intake/xlsx/read-form';
import { readTables } from '../../../electron/adapters/intake/xlsx/read-tables';
import { unwrap } from '../../../shared/result';
import { formModel, planModel } from '../writers/models';
import { pdfText, saveAgain } from './programs';

const EXCEL = 'xlsx:Calc MS Excel 2007 XML';

describe('LibreOffice', () => {
  it('saves a form again that is still read by its names and identity', async () => {
    const original = await writeWorkbook(formModel);
    const again = unwrap(await readForm(saveAgain(original, 'xlsx', EXCEL), 'biểu.xlsx'));
    const before = unwrap(await readForm(original, 'biểu.xlsx'));
    expect(again.identity).toEqual(before.identity);
    expect(again.cells).toEqual(before.cells);
  });

  it('computes the formulas to the results that we stored', async () => {
    const again = saveAgain(await writeWorkbook(formModel), 'xlsx', EXCEL);
    const [table] = unwrap(await readTables(again, 'biểu.xlsx'));
    const total = table?.rows.find(({ row }) => row === 8);
    expect(total?.cells[2]).toBe('35599');
    expect(table?.rows.find(({ row }) => row === 3)?.cells[1]).toBe('=HYPERLINK("http://x","bấm")');
  });

  it('.ods, .xls and .doc of LibreOffice are refused with the right words', async () => {
    const workbook = await writeWorkbook(formModel);
    const reason = async (bytes: Uint8Array) => {
      const result = await readForm(bytes, 'biểu');
      return result.ok ? null : result.error.details?.['reason'];
    };
    expect(await reason(saveAgain(workbook, 'xlsx', 'ods'))).toBe('open-document');
    expect(await reason(saveAgain(workbook, 'xlsx', 'xls:MS Excel 97'))).toBe('old-format');
    expect(await reason(saveAgain(await writeDocx(planModel), 'docx', 'doc:MS Word 97'))).toBe(
      'not-a-workbook',
    );
  });

  it('lays the Word file out as the PDF: the same first page, page numbers from 2, annex from 1', async () => {
    const pages = pdfText(saveAgain(await writeDocx(planModel), 'docx', 'pdf')).split('\f');
    expect(pages[0]).toContain('ĐẢNG ỦY PHƯỜNG AN BÌNH');
    expect(pages[0]?.trim().split('\n')[0]).not.toMatch(/^\s*\d+\s*$/);
    expect(pages[1]?.trim().split('\n')[0]?.trim()).toBe('2');
    const annex = pages.findIndex((page) => page.includes('PHỤ LỤC'));
    expect(pages[annex]?.trim().split('\n')[0]?.trim()).toBe('1');
    expect(pages[annex + 1]).toContain('Lũy kế');
  });
});

describe('Poppler', () => {
  it('reads the PDF in composed Vietnamese', async () => {
    const text = pdfText(await writePdf(planModel, locateFontsFolder('/nowhere')));
    expect(text).toBe(text.normalize('NFC'));
    for (const words of [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'tuyên truyền, quán triệt nghị quyết',
      '35.599',
      'Tổng cộng',
    ])
      expect(text).toContain(words);
  });
});
