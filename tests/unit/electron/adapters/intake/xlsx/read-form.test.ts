import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../../../../electron/adapters/export/xlsx/write-workbook';
import { readForm } from '../../../../../../electron/adapters/intake/xlsx/read-form';
import type { RawForm } from '../../../../../../shared/ports/documents';
import { unwrap } from '../../../../../../shared/result';
import { formModel } from '../../../../../golden/writers/models';
import { rawWorkbook, sheetXml } from '../../fixtures/workbook';

async function read(bytes: Uint8Array): Promise<RawForm> {
  return unwrap(await readForm(bytes, 'bieu.xlsx'));
}

const SHEET = 'Biểu';
const name = (code: string, reference: string, attributes = '') =>
  `<definedName name="ct_${code}"${attributes}>${reference}</definedName>`;

describe('readForm', () => {
  it('reads what writeWorkbook wrote', async () => {
    const form = await read(await writeWorkbook(formModel));
    expect(form.identity).toEqual({
      app: 'vpdu-desk',
      formVersion: '1',
      officeId: 'an-binh',
      dossierId: 'd-001',
      unitId: 'u-007',
      period: '2026-Q1',
      issuedAt: '2026-03-25T08:00:00+07:00',
      fingerprint: 'f00d',
    });
    const sheet = 'Biểu báo cáo -quý I-';
    expect(form.cells).toEqual({
      HN01: { sheet, cell: 'C3', type: 'empty', number: null, text: '' },
      DV02: { sheet, cell: 'C4', type: 'number', number: 35_599, text: '35599' },
      NG01: { sheet, cell: 'C5', type: 'date', number: 46_183, text: '10/06/2026' },
      NIL: { sheet, cell: 'C6', type: 'empty', number: null, text: '' },
      NX01: { sheet, cell: 'B7', type: 'text', number: null, text: '- Khó khăn, vướng mắc' },
    });
    expect(form.sheets).toEqual([sheet, '_vpdu']);
  });

  it('follows names to wherever the cells have moved, and takes no notice of the rest', async () => {
    const form = await read(
      await rawWorkbook({
        sheets: {
          [SHEET]: sheetXml(
            '<row r="41"><c r="F41"><v>12</v></c><c r="G41"><v>13</v></c></row><row r="42"><c r="B42" t="str"><v>x</v></c></row>',
          ),
          'Trang &quot;2&quot;': sheetXml(''),
        },
        names:
          name('HN01', "'Biểu'!$F$41") +
          name('HN02', 'Biểu!$G$41:$H$41') +
          name('NIL', 'Biểu!B42') +
          name('GONE', '#REF!') +
          name('AWAY', "'[1]Khác'!$A$1") +
          name('NOSHEET', 'Mất!$A$1') +
          '<definedName name="khac">Biểu!$A$1</definedName>',
      }),
    );
    expect(form.identity).toBeNull();
    expect(form.sheets).toEqual([SHEET, 'Trang "2"']);
    expect(Object.keys(form.cells).sort()).toEqual(['HN01', 'HN02', 'NIL']);
    expect(form.cells['HN01']).toMatchObject({ cell: 'F41', number: 12 });
    expect(form.cells['HN02']).toMatchObject({ cell: 'G41', number: 13 });
    expect(form.cells['NIL']).toMatchObject({ type: 'text', text: 'x' });
  });

  it('tells the code printed in the row of a named cell: the leftmost, never what a person typed', async () => {
    const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const form = await read(
      await rawWorkbook({
        sheets: {
          [SHEET]: sheetXml(
            `<row r="4">${text('B4', 'HN02 ')}<c r="E4"><v>1</v></c>${text('H4', 'DV09')}</row>` +
              `<row r="5">${text('E5', 'DV01')}${text('F5', 'Không lớn hơn DV01')}</row>`,
          ),
        },
        names: name('HN01', "'Biểu'!$E$4") + name('NX01', "'Biểu'!$E$5") + name('NIL', "'Biểu'!$E$9"),
      }),
    );
    expect(form.rowCodes).toEqual({ HN01: 'HN02' });
    expect(Object.keys(form.cells)).toEqual(['HN01', 'NX01', 'NIL']);
  });

  it("prefers the workbook's name to a copied sheet's", async () => {
    const form = await read(
      await rawWorkbook({
        sheets: {
          [SHEET]: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
          'Biểu (2)': sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>'),
        },
        names: name('HN01', "'Biểu (2)'!$A$1", ' localSheetId="1"') + name('HN01', 'Biểu!$A$1'),
      }),
    );
    expect(form.cells['HN01']).toMatchObject({ sheet: SHEET, number: 1 });
  });

  it('tells every kind of value apart', async () => {
    const form = await read(
      await rawWorkbook({
        sheets: {
          [SHEET]: sheetXml(
            '<row r="1">' +
              '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Tổ </t></r><r><t>7</t></r><rPh><t>bỏ</t></rPh></is></c>' +
              '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c>' +
              '<c r="E1" s="1"><v>46183</v></c><c r="F1" s="2"><v>46183</v></c><c r="G1" t="d"><v>2026-06-10T00:00:00</v></c>' +
              '<c r="H1"><f>1+1</f><v>2</v></c><c r="I1" t="str"><f>cmd|\' /c calc\'!A0</f><v>xấu</v></c>' +
              '<c r="J1"><v>0.30000000000000004</v></c><c r="K1" s="1"/><c r="L1"><v>chữ</v></c></row>',
          ),
        },
        strings: `<sst><si><t>${'Hoà'.normalize('NFD')}_x000D_</t></si></sst>`,
        styles:
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0 &quot;đồng mỗi ngày&quot;"/></numFmts>' +
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
        names: Array.from('ABCDEFGHIJKL')
          .map((letter) => name(letter, `Biểu!$${letter}$1`))
          .join(''),
      }),
    );
    const shown = Object.fromEntries(
      Object.entries(form.cells).map(([code, cell]) => [code, [cell.type, cell.number, cell.text]]),
    );
    expect(shown).toEqual({
      A: ['text', null, 'Hoà\n'],
      B: ['text', null, 'Tổ 7'],
      C: ['boolean', null, 'ĐÚNG'],
      D: ['error', null, '#DIV/0!'],
      E: ['date', 46_183, '10/06/2026'],
      F: ['number', 46_183, '46183'],
      G: ['date', null, '10/06/2026'],
      H: ['formula', null, '2'],
      I: ['formula', null, 'xấu'],
      J: ['number', 0.30000000000000004, '0,3'],
      K: ['empty', null, ''],
      L: ['text', null, 'chữ'],
    });
  });

  it('reads elements with a prefix, rows without numbers and a visible identity sheet', async () => {
    const form = await read(
      await rawWorkbook({
        prefix: 'x:',
        sheets: {
          _vpdu:
            '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>period</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>2026-Q1</x:t></x:is></x:c></x:row>' +
            '<x:row><x:c t="inlineStr"><x:is><x:t>__proto__</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        },
      }),
    );
    expect(form.identity?.['period']).toBe('2026-Q1');
    expect(Object.getPrototypeOf(form.identity)).toBe(Object.prototype);
  });

  it.each([
    ['macro', { 'xl/vbaProject.bin': new Uint8Array([1, 2, 3]) }],
    [
      'external-links',
      { 'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook/></externalLink>' },
    ],
    ['dde', { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink/></externalLink>' }],
  ])('refuses what acts by itself: %s', async (reason, extra) => {
    const bytes = await rawWorkbook({
      sheets: { [SHEET]: sheetXml('<row r="1"><c r="A1"><v>7</v></c></row>') },
      names: name('HN01', 'Biểu!$A$1'),
      extra,
    });
    expect(await readForm(bytes, 'bieu.xlsx')).toMatchObject({ ok: false, error: { details: { reason } } });
  });

  it('counts days of the 1904 system', async () => {
    const form = await read(
      await rawWorkbook({
        workbook:
          '<workbook><workbookPr date1904="1"/><sheets><sheet name="Biểu" id="rId1"/></sheets><definedNames><definedName name="ct_D">Biểu!$A$1</definedName></definedNames></workbook>',
        sheets: { [SHEET]: sheetXml('<row r="1"><c r="A1" s="0"><v>44721</v></c></row>') },
        styles: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      }),
    );
    expect(form.cells['D']?.text).toBe('10/06/2026');
  });
});
