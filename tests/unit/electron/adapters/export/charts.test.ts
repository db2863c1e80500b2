/** Charts on paper: vectors in the PDF, vectors with a picture for older programs in Word, pictures in Excel. */
import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../../../electron/adapters/export/pdf/write-pdf';
import { createRasteriser } from '../../../../../electron/adapters/export/picture/rasterise';
import { writeWorkbook } from '../../../../../electron/adapters/export/xlsx/write-workbook';
import { summaryCharts } from '../../../../../shared/documents/charts/summary-charts';
import type { PageModel } from '../../../../../shared/documents/page-model';
import type { WorkbookModel } from '../../../../../shared/documents/sheet-model';
import { summaryInput } from '../../../../golden/documents/an-binh';
import { sha256 } from '../../../../golden/writers/parts';

// Not the PC's own fonts: the same bytes on every machine.
const fontsFolder = locateFontsFolder('/nowhere');
const chart = summaryCharts(summaryInput())[0]!;
const page: PageModel = {
  title: 'Biểu đồ',
  author: 'Đảng ủy phường An Bình',
  createdAt: '2026-03-25T08:00:00+07:00',
  font: 'Times New Roman',
  parts: [
    {
      orientation: 'landscape',
      margins: [20, 15, 20, 15],
      restartNumbers: false,
      pageNumber: { size: 14, topDistance: 10, hideFirst: true },
      blocks: [{ kind: 'chart', caption: 'Biểu đồ 1', captionSize: 12, chart }],
    },
  ],
};
const workbook: WorkbookModel = {
  title: 'Biểu đồ',
  creator: 'Đảng ủy phường An Bình',
  createdAt: page.createdAt,
  sheets: [
    {
      name: 'Biểu đồ',
      visibility: 'visible',
      columns: [10],
      cells: [1, 2, 3].map((row) => ({ row, column: 1, value: { kind: 'text', text: 'Chưa đạt' } })),
      outline: { 2: 1, 3: 1 },
      marks: [
        { range: 'A1:A4', when: { text: 'Chưa đạt' }, color: 'C00000', fill: 'FBE3DC' },
        { range: 'B1:B4', when: { below: 0 }, color: '7F5F00', fill: 'FFF2CC' },
      ],
      pictures: [{ chart, row: 2, column: 1 }],
      print: { orientation: 'landscape', fitToWidth: false, breaksAfter: [20] },
    },
  ],
};

/** Width and height of a PNG, from its IHDR. */
function pngSize(bytes: Uint8Array): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('a chart', () => {
  it('is rasterised at twice its size, the same bytes every time', async () => {
    const draw = await createRasteriser(fontsFolder);
    const picture = draw(chart);
    expect(pngSize(picture)).toEqual([chart.width * 2, chart.height * 2]);
    expect(sha256(draw(chart))).toBe(sha256(picture));
    // Letters are drawn: without a face the picture would be smaller by all its texts.
    const wordless = { ...chart, shapes: chart.shapes.filter(({ kind }) => kind !== 'text') };
    expect(picture.length).toBeGreaterThan(draw(wordless).length * 1.5);
  });

  it('is text and lines in the PDF, no picture', async () => {
    const source = Buffer.from(await writePdf(page, fontsFolder)).toString('latin1');
    expect(source).not.toContain('/Subtype /Image');
    const drawn = [...source.matchAll(/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)]
      .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
      .join('\n');
    const texts = chart.shapes.filter(({ kind }) => kind === 'text').length;
    // The caption and every text of the chart.
    expect(drawn.match(/\bT[jJ]\b/g)!.length).toBeGreaterThan(texts);
    expect(drawn).toContain('[5 3] 0 d');
  });

  it('is SVG with a PNG beside it and a description in Word', async () => {
    const zip = await JSZip.loadAsync(await writeDocx(page, fontsFolder));
    const media = Object.keys(zip.files).filter((name) => name.startsWith('word/media/'));
    expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(['png', 'svg']);
    const document = await zip.file('word/document.xml')!.async('string');
    expect(document).toContain('Số báo cáo nhận được theo ngày');
    expect(sha256(await writeDocx(page, fontsFolder))).toBe(sha256(await writeDocx(page, fontsFolder)));
  });

  it('is a picture in Excel; rows fold under theirs, marks follow values, pages end where told', async () => {
    const bytes = await writeWorkbook(workbook, fontsFolder);
    expect(sha256(await writeWorkbook(workbook, fontsFolder))).toBe(sha256(bytes));
    const zip = await JSZip.loadAsync(bytes);
    const media = Object.keys(zip.files).find((name) => name.startsWith('xl/media/'))!;
    expect(pngSize(await zip.file(media)!.async('uint8array'))).toEqual([chart.width * 2, chart.height * 2]);
    const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string');
    expect(sheet).toContain('outlineLevel="1"');
    expect(sheet).toContain('summaryBelow="0"');
    expect(sheet).toContain('<brk id="20"');
    expect(sheet).toContain('NOT(ISERROR(SEARCH(&quot;Chưa đạt&quot;,A1)))');
    expect(sheet).toMatch(/<cfRule type="cellIs"[^>]*operator="lessThan"/);
  });
});
