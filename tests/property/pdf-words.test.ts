/** Nothing of a PDF's text layer is lost, said twice or moved: whatever stands where on its pages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../electron/adapters/export/pdf/write-pdf';
import { readPages } from '../../electron/adapters/intake/pdf/read-pages';
import { sourceFromPages } from '../../electron/adapters/intake/pdf/source-from-pages';
import type { SourceDocument } from '../../shared/domain/plan/reading/source';
import { readPlan, sourceFromText } from '../../shared/domain/plan/reading/read-plan';
import { PROFILES } from '../golden/presentation/invented';
import { grid, page, piece } from '../support/pdf/pieces';
import { planText, printedPage } from '../support/plans/printed-plan';

function saidBy({ blocks, footnotes = [], pageLines = [] }: SourceDocument): string[] {
  return [
    ...blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.flatMap(({ cells }) =>
            cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
          ),
    ),
    ...footnotes,
    ...pageLines,
  ];
}

const letters = (texts: readonly string[]): string =>
  Array.from(texts.join('').normalize('NFC').replace(/\s/gu, '')).sort().join('');
const words = (texts: readonly string[]): readonly string[] =>
  texts.join(' ').normalize('NFC').split(/\s+/u).filter((word) => word !== '').sort(); // prettier-ignore

/** Words that mark nothing secret; no digits, so that none is a page's number or a note's mark. */
const word = fc.constantFrom(
  'Kế',
  'hoạch',
  'tuyên truyền',
  'ĐẢNG ỦY',
  '- Công an',
  'I.',
  'Nơi nhận:',
  'phường;',
);
const scattered = fc.array(
  fc
    .record({
      text: word,
      column: fc.constantFrom(85, 113, 200, 330, 430),
      row: fc.integer({ min: 0, max: 30 }),
      size: fc.constantFrom(12, 14),
      bold: fc.boolean(),
    })
    .map(({ text, column, row, size, bold }) => piece(text, column, 80 + row * 22, { size, bold })),
  { maxLength: 60 },
);
const rules = fc.constantFrom([], grid([80, 190, 320, 560], [60, 200, 300, 420]));

describe('words of pages', () => {
  it('stand in the result once, however they are scattered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scattered, rules), { minLength: 1, maxLength: 3 }), (pages) => {
        // Two prints of one word at one place are one word: places are taken once.
        const taken = pages.map(([pieces, lines]) => {
          const seen = new Set<string>();
          const once = pieces.filter(({ left, baseline }) => {
            const place = `${left} ${baseline}`;
            return !seen.has(place) && seen.add(place);
          });
          return page(once, lines);
        });
        expect(letters(saidBy(sourceFromPages(taken)))).toBe(
          letters(taken.flatMap(({ pieces }) => pieces.map(({ text }) => text))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('of a printed plan stand in the result once', async () => {
    const fonts = locateFontsFolder('/nowhere');
    await fc.assert(
      fc.asyncProperty(planText, fc.constantFrom(...PROFILES), async (source, id) => {
        const { plan, text } = readPlan(sourceFromText(source));
        const { pages } = await readPages(await writePdf(printedPage(plan, text, id), fonts));
        expect(words(saidBy(sourceFromPages(pages)))).toEqual(
          words(pages.flatMap(({ pieces }) => pieces.map((one) => one.text))),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('of one column keep their order', () => {
    const lines = fc.array(fc.record({ text: word, left: fc.constantFrom(85, 113, 99) }), {
      minLength: 1,
      maxLength: 70,
    });
    fc.assert(
      fc.property(lines, fc.integer({ min: 3, max: 40 }), (all, perPage) => {
        const pages = Array.from({ length: Math.ceil(all.length / perPage) }, (_, index) =>
          page(
            all
              .slice(index * perPage, (index + 1) * perPage)
              .map(({ text, left }, row) => piece(text, left, 80 + row * 18)),
          ),
        );
        const said = saidBy(sourceFromPages(pages)).join(' ').replaceAll('\n', ' ');
        expect(said).toBe(all.map(({ text }) => text).join(' '));
      }),
    );
  });
});
