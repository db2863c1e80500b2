import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { writeWorkbook } from '../../../electron/adapters/export/xlsx/write-workbook';
import { readForm } from '../../../electron/adapters/intake/xlsx/read-form';
import { readTables } from '../../../electron/adapters/intake/xlsx/read-tables';
import { unwrap } from '../../../shared/result';
import { attendanceWorkbook } from '../../../shared/documents/attendance-sheet';
import { taskProgressWorkbook } from '../../../shared/documents/task-progress-workbook';
import { attendanceByPoint } from '../documents/conferences';
import { progress } from '../documents/tasks';
import { plansWorkbook } from '../../../shared/documents/plans-workbook';
import { reportPage } from '../../../shared/documents/report-page';
import { summaryWorkbook } from '../../../shared/documents/summary-workbook';
import { ruleProfile, signer, summaryInput } from '../documents/an-binh';
import { formModel, planModel } from '../writers/models';
import { FIGURES, filledForm, takenFrom, WORDS } from '../../support/returned/filled-form';
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

describe('a form that a unit filled in and saved by LibreOffice', () => {
  const taken = { values: FIGURES, narrative: { NX02: WORDS }, nil: false };

  it('as .xlsx is taken in with every figure and word', async () => {
    expect(await takenFrom(saveAgain(await filledForm(), 'xlsx', EXCEL))).toMatchObject(taken);
  });

  it('kept as .ods for a while and sent as .xlsx is taken in with every figure and word', async () => {
    const kept = saveAgain(await filledForm(), 'xlsx', 'ods');
    expect(await takenFrom(saveAgain(kept, 'ods', EXCEL))).toMatchObject(taken);
  });
});

/** The reader gives decimals with a comma, as a Vietnamese sheet shows them. */
function computed(text: string | undefined): number {
  return Number(text?.replace(',', '.'));
}

describe('the summary and the report of a quarter', () => {
  const input = summaryInput();

  it('the workbook is computed by LibreOffice to the figures that we stored, on every sheet', async () => {
    const model = summaryWorkbook(input);
    const again = unwrap(
      await readTables(saveAgain(await writeWorkbook(model), 'xlsx', EXCEL), 'tổng hợp.xlsx'),
    );
    let compared = 0;
    model.sheets.forEach((sheet, index) => {
      const rows = new Map(again[index]?.rows.map(({ row, cells }) => [row, cells]));
      for (const { row, column, value } of sheet.cells) {
        if (value.kind !== 'formula') continue;
        const shown = rows.get(row)?.[column - 1];
        expect(computed(shown), `${sheet.name} ${row}:${column} ${value.formula}`).toBeCloseTo(
          Number(value.value),
          6,
        );
        compared += 1;
      }
    });
    expect(compared).toBeGreaterThan(300);
  });

  it('the workbook of several plans is computed too: each plan a block, nothing over plans', async () => {
    const model = plansWorkbook([input, { ...input, planNumberText: '08-KH/ĐU' }]);
    const again = unwrap(
      await readTables(saveAgain(await writeWorkbook(model), 'xlsx', EXCEL), 'tổng hợp.xlsx'),
    );
    for (const [index, sheet] of model.sheets.entries())
      for (const { row, column, value } of sheet.cells)
        if (value.kind === 'formula')
          expect(
            computed(again[index]?.rows.find((line) => line.row === row)?.cells[column - 1]),
            `${sheet.name} ${row}:${column} ${value.formula}`,
          ).toBeCloseTo(Number(value.value), 6);
  });

  it('quotas and points of a conference are computed too: words and figures as we stored them', async () => {
    for (const model of [taskProgressWorkbook(progress()), attendanceWorkbook(attendanceByPoint())]) {
      const again = unwrap(
        await readTables(saveAgain(await writeWorkbook(model), 'xlsx', EXCEL), 'bảng.xlsx'),
      );
      let compared = 0;
      for (const [index, sheet] of model.sheets.entries())
        for (const { row, column, value } of sheet.cells) {
          if (value.kind !== 'formula') continue;
          const shown = again[index]?.rows.find((line) => line.row === row)?.cells[column - 1];
          const where = `${sheet.name} ${row}:${column} ${value.formula}`;
          if (typeof value.value === 'string') expect(shown ?? '', where).toBe(value.value);
          else expect(computed(shown), where).toBeCloseTo(value.value, 2);
          compared += 1;
        }
      expect(compared).toBeGreaterThan(10);
    }
  });

  it('the charts are words in the PDF and stand in Word', async () => {
    const page = reportPage({
      ...input,
      profile: ruleProfile('hd36'),
      signer,
      numberText: '12-BC/ĐU',
      date: '2026-03-25',
      recipients: [],
    });
    const words = ['Hạn nộp theo đơn vị, từ 16/03/2026 đến 18/03/2026: đúng hạn 4', 'Mỗi chỉ tiêu một thang'];
    const pdf = pdfText(await writePdf(page, locateFontsFolder('/nowhere')));
    for (const text of words) expect(pdf).toContain(text);
    const word = pdfText(saveAgain(await writeDocx(page), 'docx', 'pdf'));
    expect(word).toContain('Biểu đồ 4. So sánh với kỳ trước');
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
