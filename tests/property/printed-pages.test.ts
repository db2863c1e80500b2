/** Nothing splits badly, wherever the page ends: plans of every length, measured in the PDF. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../electron/adapters/export/pdf/write-pdf';
import { longPlan, planInput, PROFILES, type ProfileId } from '../golden/presentation/invented';
import { planPage } from '../../shared/documents/plan-page';
import { measurePdf, type MeasuredLine, type MeasuredPage } from '../support/pdf/measure-pdf';

const fonts = locateFontsFolder('/nowhere');

function body(page: MeasuredPage): readonly MeasuredLine[] {
  return page.lines.filter((line) => !(/^\d+$/.test(line.text) && line.baseline < 20));
}

const isBold = (line: MeasuredLine): boolean => line.words.every((word) => word.bold);
const ends = (line: MeasuredLine): boolean => /[.;:]$/.test(line.text);
/** mm from the left edge of the text: a paragraph begins where its first line is indented. */
const begins = (line: MeasuredLine, pageLeft: number): boolean => line.left - pageLeft > 5;

/** Faults of where pages end, each with its page. */
function badSplits(pages: readonly MeasuredPage[], mirrored: boolean): readonly string[] {
  const faults: string[] = [];
  pages.forEach((page, index) => {
    const lines = body(page);
    const left = mirrored && index % 2 === 1 ? 15 : 30;
    const last = lines.at(-1);
    const next = pages[index + 1];
    if (next && last) {
      if (isBold(last)) faults.push(`page ${index + 1} ends with the heading “${last.text}”`);
      if (begins(last, left) && !ends(last) && !isBold(last))
        faults.push(`page ${index + 1} ends with the first line of a paragraph`);
    }
  });
  const signed = pages.findIndex((page) => page.lines.some((line) => /^(?:T\/M|TM\.) /.test(line.text)));
  const page = pages[signed];
  if (!page) return [...faults, 'no signature'];
  const lines = body(page);
  const authority = lines.findIndex((line) => /^(?:T\/M|TM\.) /.test(line.text));
  const foot = lines.findIndex((line) => line.text === 'Nơi nhận:');
  if (foot < 0) faults.push('Nơi nhận on another page than the signature');
  if (!lines.some((line) => /^(?:Trần Minh Khôi|Lê Thu An)$/.test(line.text)))
    faults.push('the name on another page than the authority');
  if (Math.min(authority, foot) < 2)
    faults.push(`only ${Math.min(authority, foot)} lines over the signature`);
  if (signed !== pages.length - 1) faults.push('text after the signature');
  return faults;
}

/** Line by line through a page, so that each line comes to stand at its end once. */
function planOfLength(id: ProfileId, lines: number, closing: string) {
  const input = planInput(id);
  const paragraphs = Array.from(
    { length: lines },
    () => 'Tổ chức tuyên truyền, quán triệt sâu rộng trong cán bộ, đảng viên và Nhân dân.',
  );
  return planPage({
    ...input,
    plan: {
      ...input.plan,
      parsed: {
        ...input.plan.parsed,
        sections: [{ label: 'I', title: 'NHIỆM VỤ', paragraphs, children: [] }],
        closing: [closing],
      },
    },
  });
}

describe.each(PROFILES)('%s', { timeout: 180_000 }, (id: ProfileId) => {
  const mirrored = id !== 'nd30';

  it('splits nothing badly at any length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (paragraphs) => {
        const pages = await measurePdf(await writePdf(longPlan(id, paragraphs), fonts));
        expect(badSplits(pages, mirrored)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    'Trên đây là Kế hoạch.',
    'Trên đây là Kế hoạch thực hiện Nghị quyết; đề nghị các cơ quan, đơn vị nghiêm túc thực hiện, báo cáo kết quả.',
  ])(
    'keeps the signature whole, under two lines at least, where the page ends at each of its lines: %s',
    async (closing) => {
      for (let lines = 9; lines <= 30; lines += 1) {
        const pages = await measurePdf(await writePdf(planOfLength(id, lines, closing), fonts));
        expect(badSplits(pages, mirrored), `${lines} lines`).toEqual([]);
      }
    },
  );
});
