/** Our Word file, laid out by LibreOffice, against our PDF: what Word's users see is what the PDF shows. */
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { measurePdf, type MeasuredLine, type MeasuredPage } from '../../support/pdf/measure-pdf';
import { planPage } from '../../../shared/documents/plan-page';
import {
  longSections,
  planInput,
  planWithAnnex,
  PROFILES,
  shortPlan,
  type ProfileId,
} from '../presentation/invented';
import { saveAgain } from './programs';

const fonts = locateFontsFolder('/nowhere');
/** mm. LibreOffice sets a text lower in a line of exact height, and the points between tables add up on the way down. */
const ACROSS = 0.5;
const DOWN = 2;

async function both(model: Parameters<typeof writePdf>[0]) {
  return {
    pdf: await measurePdf(await writePdf(model, fonts)),
    word: await measurePdf(saveAgain(await writeDocx(model, fonts), 'docx', 'pdf')),
  };
}

function body(page: MeasuredPage): readonly MeasuredLine[] {
  return page.lines.filter((line) => !(/^\d+$/.test(line.text) && line.baseline < 20));
}

const firstWords = (page: MeasuredPage): string =>
  (body(page)[0]?.text ?? '').split(' ').slice(0, 4).join(' ');

describe.each(PROFILES)('%s', (id: ProfileId) => {
  it('puts every component of the first page where the PDF has it', async () => {
    const { pdf, word } = await both(shortPlan(id));
    expect(word).toHaveLength(pdf.length);
    const there = word[0]!.lines;
    let compared = 0;
    for (const line of pdf[0]!.lines) {
      const same = there.find(({ text }) => text === line.text);
      expect(same, line.text).toBeDefined();
      expect(Math.abs(same!.left - line.left), `left of “${line.text}”`).toBeLessThan(ACROSS);
      expect(same!.words[0]!.size).toBe(line.words[0]!.size);
      expect([same!.words[0]!.bold, same!.words[0]!.italic]).toEqual([
        line.words[0]!.bold,
        line.words[0]!.italic,
      ]);
      expect(Math.abs(same!.baseline - line.baseline), `“${line.text}”`).toBeLessThan(DOWN);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(25);
  });

  it('has the same pages, each beginning with the same words, in a long plan and in one with an annex', async () => {
    // Paragraphs of two lines: of a longer one Word moves a single line on where the PDF moves all or leaves it.
    const input = planInput(id);
    const { parsed } = input.plan;
    const plan = { ...input.plan, parsed: { ...parsed, sections: longSections(80, 1) } };
    for (const model of [planPage({ ...input, plan }), planWithAnnex(id)]) {
      const { pdf, word } = await both(model);
      expect(word.map(firstWords)).toEqual(pdf.map(firstWords));
    }
  });
});
