import { describe, expect, it } from 'vitest';
import type { BlockModel } from '../../../shared/documents/page-model';
import pdfmake from 'pdfmake';
import { locateFontsFolder, facesIn } from '../../../electron/adapters/export/pdf/fonts';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { writeWorkbook } from '../../../electron/adapters/export/xlsx/write-workbook';
import { formModel, planModel, smallPlanModel } from './models';
import { falseClaims, officeParts, pageLines, readPdf, sha256 } from './parts';

// Not the PC's own fonts: the golden files are the same on every machine.
const fontsFolder = locateFontsFolder('/nowhere');

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

describe('the same bytes every time', () => {
  it('Excel', async () => {
    expect(sha256(await writeWorkbook(formModel))).toBe(sha256(await writeWorkbook(formModel)));
  });
  it('PDF', async () => {
    expect(sha256(await writePdf(planModel, fontsFolder))).toBe(
      sha256(await writePdf(planModel, fontsFolder)),
    );
  });
  it('Word', async () => {
    expect(sha256(await writeDocx(planModel))).toBe(sha256(await writeDocx(planModel)));
  });
  it('but other bytes for another model', async () => {
    const other = { ...planModel, createdAt: '2026-03-26T08:00:00+07:00' };
    expect(sha256(await writeDocx(other))).not.toBe(sha256(await writeDocx(planModel)));
    expect(sha256(await writePdf(other, fontsFolder))).not.toBe(
      sha256(await writePdf(planModel, fontsFolder)),
    );
  });
});

describe('what the files say', () => {
  it('Excel', async () => {
    await expect(asJson(await officeParts(await writeWorkbook(formModel)))).toMatchFileSnapshot(
      'form.xlsx.golden',
    );
  });
  it('Word', async () => {
    await expect(asJson(await officeParts(await writeDocx(smallPlanModel)))).toMatchFileSnapshot(
      'plan.docx.golden',
    );
  });
  it('PDF', async () => {
    const { pages } = readPdf(await writePdf(planModel, fontsFolder));
    const shown = pages.map((page) => ({ box: page.box, lines: pageLines(page) }));
    await expect(asJson(shown)).toMatchFileSnapshot('plan.pdf.golden');
  });
});

describe('the PDF', () => {
  it('holds composed Vietnamese text', async () => {
    const { pages } = readPdf(await writePdf(planModel, fontsFolder));
    const text = pages.flatMap(pageLines).join('\n');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toContain('tuyên truyền, quán triệt nghị quyết');
  });

  it('numbers pages from 2, in the middle, 10 mm from the top edge, and the annex from 1', async () => {
    const { pages } = readPdf(await writePdf(planModel, fontsFolder));
    const numbers = pages.map((page) => {
      const top = (page.box[3] ?? 0) - (10 * 72) / 25.4;
      return page.texts.find(
        ({ y, text, size }) => size === 14 && /^\d+$/.test(text) && y > top - 14 && y < top,
      );
    });
    const portrait = pages.filter((page) => (page.box[3] ?? 0) > 800).length;
    expect(portrait).toBeGreaterThan(2);
    expect(numbers.map((number) => number?.text ?? null)).toEqual([
      null,
      ...Array.from({ length: portrait - 1 }, (_, index) => String(index + 2)),
      ...Array.from({ length: pages.length - portrait }, (_, index) => String(index + 1)),
    ]);
    pages.forEach((page, index) => {
      const number = numbers[index];
      if (!number) return;
      const [left = 0, , right = 0] = page.box;
      // A digit of size 14 is 7 points wide.
      expect(number.x + (number.text.length * 7) / 2).toBeCloseTo((left + right) / 2, 0);
    });
  });

  it('exchanges the side margins on back sides', async () => {
    const { pages } = readPdf(await writePdf(planModel, fontsFolder));
    const margin = (page: number) => {
      const { box, texts } = pages[page]!;
      const body = texts.filter(({ size, font }) => size === 14 && font === 'Tinos-Regular');
      return (Math.min(...body.map(({ x }) => x)) - box[0]!) / (72 / 25.4);
    };
    expect(margin(0)).toBeCloseTo(30, 0);
    expect(margin(1)).toBeCloseTo(15, 0);
  });

  it('sets lines exactly as high as the model says', async () => {
    const { pages } = readPdf(await writePdf(planModel, fontsFolder));
    const heights = [...new Set(pages[1]!.texts.map(({ y }) => y))].sort((above, below) => below - above);
    const steps = heights.slice(2).map((y, index) => Math.round((heights[index + 1]! - y) * 10) / 10);
    expect(steps).toContain(18);
    expect(steps.every((step) => step === 18 || step === 24)).toBe(true);
  });

  it('moves headings to the page of the text that they stand over', async () => {
    const endsPage = async (lines: number, keepWithNext: boolean) => {
      const line = (text: string, keep: boolean) =>
        ({
          kind: 'paragraph',
          runs: [{ text }],
          align: 'left',
          size: 14,
          line: 18,
          keepWithNext: keep,
        }) as const;
      const blocks = [
        ...Array.from({ length: lines }, () => line('Dòng', false)),
        line('I. MỤC ĐÍCH', keepWithNext),
        line('1. Yêu cầu', keepWithNext),
        line('Nội dung', false),
      ];
      const { pages } = readPdf(
        await writePdf({ ...planModel, parts: [{ ...planModel.parts[0]!, blocks }] }, fontsFolder),
      );
      const last = pageLines(pages[0]!).at(-1) ?? '';
      return last !== 'Dòng' && last !== 'Nội dung';
    };
    const counts = Array.from({ length: 8 }, (_, index) => 34 + index);
    const free = await Promise.all(counts.map((count) => endsPage(count, false)));
    expect(free.filter(Boolean)).toHaveLength(2);
    const kept = await Promise.all(counts.map((count) => endsPage(count, true)));
    expect(kept.filter(Boolean)).toHaveLength(0);
  });

  it.each(['table', 'columns'] as const)('keeps a heading with the %s under it', async (kind) => {
    const line = (text: string, keepWithNext: boolean) =>
      ({ kind: 'paragraph', runs: [{ text }], align: 'left', size: 14, line: 18, keepWithNext }) as const;
    const under: BlockModel =
      kind === 'table'
        ? {
            kind,
            size: 11,
            headRows: 2,
            widths: [1, 1],
            rows: Array.from({ length: 8 }, () => [{ text: 'Ô' }, { text: 'Ô' }]),
          }
        : {
            kind,
            keepTogether: true,
            columns: [{ share: 1, blocks: [line('Ô', false), line('Ô', false), line('Ô', false)] }],
          };
    const lastLine = async (lines: number, keep: boolean) => {
      const filler = Array.from({ length: lines }, () => line('Dòng', false));
      const blocks = [...filler, line('I. MỤC ĐÍCH', keep), line('Biểu 1', keep), under];
      const { pages } = readPdf(
        await writePdf({ ...planModel, parts: [{ ...planModel.parts[0]!, blocks }] }, fontsFolder),
      );
      return pageLines(pages[0]!).at(-1);
    };
    const counts = Array.from({ length: 12 }, (_, index) => 30 + index);
    const ends = async (keep: boolean) => Promise.all(counts.map((count) => lastLine(count, keep)));
    expect(await ends(false)).toContain('Biểu 1');
    const kept = await ends(true);
    expect(kept.filter((text) => text !== 'Dòng' && !text?.startsWith('Ô'))).toEqual([]);
    // And no sooner than need be: some pages still end with the start of what follows.
    expect(kept.some((text) => text?.startsWith('Ô'))).toBe(true);
  });

  it('repeats head rows', async () => {
    const { pages } = readPdf(await writePdf(planModel, fontsFolder));
    const annex = pages.filter((page) => (page.box[3] ?? 0) < 800);
    expect(annex.length).toBeGreaterThan(1);
    for (const page of annex) expect(pageLines(page).join('\n')).toMatch(/Kỳ này\s*Lũy kế/);
  });

  it('claims PDF/A-3b in Vietnamese and nothing it has not', async () => {
    const bytes = await writePdf(planModel, fontsFolder);
    const { metadata, catalog } = readPdf(bytes);
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(catalog).toMatch(/\/Lang \(vi-VN\)/);
    expect(metadata).not.toContain('&');
    expect(falseClaims(bytes)).toEqual([]);
  });

  it('would be caught claiming level A without a structure tree', async () => {
    const faces = facesIn(fontsFolder)!;
    pdfmake.setFonts({ Tinos: { ...faces } });
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => true);
    const boastful = await pdfmake
      .createPdf({
        subset: 'PDF/A-3a',
        tagged: true,
        version: '1.7',
        defaultStyle: { font: 'Tinos' },
        content: ['Kế hoạch'],
      })
      .getBuffer();
    expect(falseClaims(boastful)).not.toEqual([]);
  });

  it('neither breaks nor stretches document numbers and dates', async () => {
    const words = 'Kế hoạch số 27-NQ/TU ngày 15/12/2025, 02 tin, bài/tuần; ';
    const blocks = [
      { kind: 'paragraph', runs: [{ text: words.repeat(12) }], align: 'justify', size: 14, line: 18 },
    ] as const;
    const bytes = await writePdf({ ...planModel, parts: [{ ...planModel.parts[0]!, blocks }] }, fontsFolder);
    const texts = readPdf(bytes).pages[0]!.texts.map(({ text }) => text.trim());
    for (const word of ['27-NQ/TU', '15/12/2025,', 'bài/tuần;'])
      expect(texts.filter((text) => text === word)).toHaveLength(12);
  });

  it('draws a character that the face lacks as a box', async () => {
    const [part] = planModel.parts;
    const bytes = await writePdf(
      {
        ...planModel,
        parts: [
          {
            ...part!,
            blocks: [
              { kind: 'paragraph', runs: [{ text: 'Tốt 😀 ≥ 95%' }], align: 'left', size: 14, line: 18 },
            ],
          },
        ],
      },
      fontsFolder,
    );
    expect(pageLines(readPdf(bytes).pages[0]!)).toEqual(['Tốt □ ≥ 95%']);
  });
});
