/** What people do to a form before they send it back: still read, or refused by its right name. */
import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { changed, filledForm, FIGURES, takenFrom, WORDS } from '../../../../../support/returned/filled-form';
import { takeApart, putTogether } from '../../../../../support/returned/patch-form';
import { namedCell } from '../../../../../support/workbook';

const TAKEN = { values: FIGURES, narrative: { NX02: WORDS }, nil: false };

function figuresOf(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet('Số liệu');
  if (!sheet) throw new Error('the form has no sheet of figures');
  return sheet;
}

/** Merges stand in the way of ExcelJS's own inserting; Excel moves them along. */
function unmerged(sheet: ExcelJS.Worksheet): ExcelJS.Worksheet {
  for (const range of [...sheet.model.merges]) sheet.unMergeCells(range);
  return sheet;
}

describe('a form that was changed around its inputs is still read right', () => {
  it('as it was made', async () => {
    expect(await takenFrom(await filledForm())).toMatchObject(TAKEN);
  });

  it('with a row put in above the figures', async () => {
    const bytes = await changed(await filledForm(), (workbook) => {
      unmerged(figuresOf(workbook)).spliceRows(9, 0, ['', '', 'Ghi chú của chi bộ'], []);
    });
    expect(await takenFrom(bytes)).toMatchObject(TAKEN);
  });

  it('with a column put in before the figures', async () => {
    const bytes = await changed(await filledForm(), (workbook) => {
      unmerged(figuresOf(workbook)).spliceColumns(2, 0, ['x', 'y']);
    });
    const taken = await takenFrom(bytes);
    expect(taken).toMatchObject(TAKEN);
    expect('cells' in taken && taken.cells['HN01']).toMatch(/^F\d+$/u);
  });

  it('with its sheet renamed', async () => {
    const form = await takeApart(await filledForm());
    const workbook = form.parts.get('xl/workbook.xml') ?? '';
    expect(workbook).toContain('Số liệu');
    const parts = new Map(form.parts).set('xl/workbook.xml', workbook.replaceAll('Số liệu', 'Bảng 1 (sửa)'));
    expect(await takenFrom(await putTogether({ parts }))).toMatchObject({ ...TAKEN, sheet: 'Bảng 1 (sửa)' });
  });
});

it('a formula that was saved without its result is refused at its cell, not taken for an empty one', async () => {
  const bytes = await changed(await filledForm(), (workbook) => {
    const input = namedCell(workbook, 'ct_HN02');
    if (!input) throw new Error('the form lacks an input');
    input.value = { formula: '10+20', date1904: false };
  });
  expect(await takenFrom(bytes)).toEqual([expect.stringMatching(/^formula E\d+$/u)]);
});

describe('a form whose figures were moved is not read for other indicators', () => {
  it('two rows that changed places', async () => {
    const bytes = await changed(await filledForm(), (workbook) => {
      const sheet = figuresOf(workbook);
      const one = namedCell(workbook, 'ct_HN01');
      const other = namedCell(workbook, 'ct_HN02');
      if (!one || !other) throw new Error('the form lacks an input');
      for (const column of ['B', 'C', 'E']) {
        const [first, second] = [
          sheet.getCell(`${column}${one.row}`),
          sheet.getCell(`${column}${other.row}`),
        ];
        [first.value, second.value] = [second.value, first.value];
      }
    });
    const faults = await takenFrom(bytes);
    expect(faults).toEqual([expect.stringMatching(/^row-moved E\d+$/u)]);
  });

  it('all rows sorted: one fault says so, whatever the number of rows, beside what is wrong in a cell', async () => {
    const bytes = await changed(await filledForm(), (workbook) => {
      const sheet = unmerged(figuresOf(workbook));
      const rows = ['HN01', 'DV01', 'TT01', 'TT05', 'MX01', 'HN02'].map(
        (code) => namedCell(workbook, `ct_${code}`)?.row ?? 0,
      );
      const printed = rows.map((row) =>
        ['B', 'C', 'E'].map((column) => sheet.getCell(`${column}${row}`).value),
      );
      rows.forEach((row, index) => {
        const moved = printed[(index + 1) % printed.length] ?? [];
        ['B', 'C', 'E'].forEach((column, at) => {
          sheet.getCell(`${column}${row}`).value = moved[at] ?? null;
        });
      });
      sheet.getCell(`E${rows[1] ?? 0}`).value = 'mười hai';
    });
    expect(await takenFrom(bytes)).toEqual([
      expect.stringMatching(/^row-moved E\d+$/u),
      expect.stringMatching(/^not-a-number E\d+$/u),
    ]);
  });

  it('the column of figures sorted alone: a rate’s formula went with it', async () => {
    const bytes = await changed(await filledForm(), (workbook) => {
      const sheet = figuresOf(workbook);
      const whole = namedCell(workbook, 'ct_DV01');
      const rate = sheet.getCell(`E${Number(whole?.row) + 2}`);
      expect(sheet.getCell(`B${Number(whole?.row) + 2}`).value).toBe('DV03');
      rate.value = 12;
    });
    expect(await takenFrom(bytes)).toEqual([expect.stringMatching(/^values-moved E\d+$/u)]);
  });
});
