/** A short table stands whole on one page, with its heading, wherever the page ends; a long one repeats its head. */
import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { landscapePart, portraitPart } from '../../../shared/documents/body';
import { listTable, plainLine } from '../../../shared/documents/page-table';
import type { BlockModel, PageModel } from '../../../shared/documents/page-model';
import * as anBinh from '../documents/an-binh';
import { measurePdf } from '../../support/pdf/measure-pdf';
import { measureDocx } from '../../support/docx/measure-docx';

const fonts = locateFontsFolder('/nowhere');
const COLUMNS = [
  { title: 'STT', width: 10, align: 'center' },
  { title: 'Đơn vị', width: 60 },
  { title: 'Kết quả', width: 30 },
] as const;
const table = (rows: number): BlockModel =>
  listTable(
    COLUMNS,
    Array.from({ length: rows }, (_, row) => [
      String(row + 1),
      `Chi bộ Tổ dân phố số ${row + 1}`,
      `ô ${row + 1}`,
    ]),
    11,
  );

/** So many lines over a heading and its table. */
function page(lines: number, rows: number, part = portraitPart): PageModel {
  return {
    title: 'Phụ lục',
    author: 'Đảng ủy phường An Bình',
    createdAt: '2026-03-25T08:00:00Z',
    font: 'Times New Roman',
    parts: [
      part(anBinh.ruleProfile('hd36'), [
        ...Array.from({ length: lines }, (_, line) => plainLine(`Dòng ${line + 1}`, 'left', { size: 13 })),
        plainLine('Bảng 1', 'left', { size: 13, bold: true }, { spaceBefore: 8, keepWithNext: true }),
        table(rows),
      ]),
    ],
  };
}

/** On which pages stand these words, alone in their line or cell? */
async function pagesOf(model: PageModel, words: string): Promise<readonly number[]> {
  const pages = await measurePdf(await writePdf(model, fonts));
  return pages.flatMap(({ lines }, at) => (lines.some(({ text }) => text === words) ? [at] : []));
}

describe('a table at the foot of a page', () => {
  it.each([
    ['upright', portraitPart, [38, 40, 41, 42, 43, 44]],
    ['on its side', landscapePart, [18, 20, 22, 24, 26]],
  ] as const)('of five rows is never parted, %s', async (_, part, lengths) => {
    for (const lines of lengths) {
      const model = page(lines, 5, part);
      const [heading, first, last] = [
        await pagesOf(model, 'Bảng 1'),
        await pagesOf(model, 'ô 1'),
        await pagesOf(model, 'ô 5'),
      ];
      expect([heading, first, last], `${lines} lines`).toEqual([last, last, last]);
      expect(await pagesOf(model, 'STT'), `${lines} lines`).toHaveLength(1);
    }
  });

  it('is kept in one piece by Word too; a long one is not', async () => {
    const kept = async (rows: number): Promise<readonly boolean[]> =>
      (await measureDocx(await writeDocx(page(3, rows)))).paragraphs
        .filter(({ column, text }) => column !== null && text.startsWith('ô '))
        .map(({ keepNext }) => keepNext);
    // The last row would keep what follows the table.
    expect(await kept(5)).toEqual([true, true, true, true, false]);
    expect(new Set(await kept(60))).toEqual(new Set([false]));
  });

  it('of many rows begins where it stands, and repeats its head', async () => {
    const model = page(20, 60);
    expect(await pagesOf(model, 'Bảng 1')).toEqual([0]);
    expect(await pagesOf(model, 'ô 1')).toEqual([0]);
    expect((await pagesOf(model, 'STT')).length).toBeGreaterThan(1);
  });
});
