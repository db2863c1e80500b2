/** The same rows of domain.md §1–2, read from the XML of the Word file. */
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../../electron/adapters/export/docx/write-docx';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { textWidth } from '../../../shared/documents/text-width';
import { measureDocx, type DocxMeasure, type DocxParagraph } from '../../support/docx/measure-docx';
import { letter, longPlan, planWithAnnex, PROFILES, shortPlan, type ProfileId } from './invented';
import { MARKS, MM_TOLERANCE, PAGES, POINT_TOLERANCE, ROWS, type Range } from './rules';

const fonts = locateFontsFolder('/nowhere');

async function written(model: Parameters<typeof writeDocx>[0]): Promise<DocxMeasure> {
  return measureDocx(await writeDocx(model, fonts));
}

function within(value: number, [from, to]: Range, tolerance: number, what: string): void {
  expect(value, what).toBeGreaterThanOrEqual(from - tolerance);
  expect(value, what).toBeLessThanOrEqual(to + tolerance);
}

function paragraph({ paragraphs }: DocxMeasure, text: string): DocxParagraph {
  const found = paragraphs.find((one) => one.text.startsWith(text));
  if (!found) throw new Error(`no paragraph begins “${text}”`);
  return found;
}

describe.each(PROFILES)('%s as Word', (id: ProfileId) => {
  const rule = PAGES[id];
  let documents: Record<'plan' | 'letter' | 'marked', DocxMeasure>;
  let long: DocxMeasure;
  let annexed: DocxMeasure;

  beforeAll(async () => {
    documents = {
      plan: await written(shortPlan(id)),
      letter: await written(letter(id)),
      marked: await written(shortPlan(id, { urgency: 'HỎA TỐC', draftMark: 'Dự thảo lần 1' })),
    };
    long = await written(longPlan(id, 60));
    annexed = await written(planWithAnnex(id));
  });

  it.each(ROWS[id])('$row: $text', ({ document, text, look, place }) => {
    const found = paragraph(documents[document], text);
    expect(found.fonts).toEqual(['Times New Roman']);
    expect(found.sizes).toHaveLength(1);
    within(found.sizes[0]!, look.size, POINT_TOLERANCE, 'size');
    expect(found.bold, 'bold').toBe(look.bold ?? false);
    expect(found.italic, 'italic').toBe(look.italic ?? false);
    expect(found.underline, 'underline').toBe(look.underline ?? false);
    const places = {
      'left block': ['center', 0],
      'right block': ['center', 1],
      middle: ['center', null],
      text: ['both', null],
      'left margin': ['left', 0],
    } as const;
    expect([found.align, found.column]).toEqual(places[place]);
    if (place === 'text') within(found.firstLine, rule.indent, MM_TOLERANCE, 'indent');
  });

  it('has the page of the rule: A4, margins, mirrored where it says so', () => {
    const [section] = long.sections;
    expect(section!.landscape).toBe(false);
    within(section!.width, [210, 210], MM_TOLERANCE, 'width');
    within(section!.height, [297, 297], MM_TOLERANCE, 'height');
    for (const side of ['top', 'right', 'bottom', 'left'] as const)
      within(section!.margins[side], rule[side], MM_TOLERANCE, side);
    expect(long.mirrored).toBe(rule.mirrored);
    expect(long.language).toBe('vi-VN');
  });

  it('numbers pages in the middle, 10 mm from the edge, not the first one', () => {
    const [section] = long.sections;
    expect(section!.hidesFirstNumber).toBe(true);
    within(section!.margins.header, [10, 10], MM_TOLERANCE, 'header');
    expect(long.pageNumbers).toHaveLength(1);
    const [number] = long.pageNumbers;
    expect(number!.align).toBe('center');
    expect(number!.bold || number!.italic).toBe(false);
    within(number!.sizes[0]!, rule.number, POINT_TOLERANCE, 'size of the page number');
  });

  it('spaces the body as the rule says', () => {
    const text = paragraph(documents.plan, 'Giúp cán bộ');
    if ('exact' in text.line) within(text.line.exact, rule.line, POINT_TOLERANCE, 'line');
    else {
      expect(id).toBe('nd30');
      within(text.line.single, [1, 1.5], 0, 'single to one and a half');
    }
    within(text.before + text.after, rule.gap, POINT_TOLERANCE, 'gap');
  });

  it('draws the motto’s line as long as its text', () => {
    const motto = id === 'nd30' ? 'Độc lập - Tự do - Hạnh phúc' : 'ĐẢNG CỘNG SẢN VIỆT NAM';
    const { paragraphs, sections } = documents.plan;
    const at = paragraphs.findIndex((one) => one.text === motto);
    const line = paragraphs[at + 1]!;
    expect(line.ruled).toBe(true);
    const content = sections[0]!.width - sections[0]!.margins.left - sections[0]!.margins.right;
    const width = textWidth(motto, paragraphs[at]!.sizes[0]!, { bold: true });
    // The block that it stands in is wider by what is drawn in from both sides, the same on each.
    expect(Math.abs(line.left - line.right)).toBeLessThan(MM_TOLERANCE);
    expect(content - line.left - line.right).toBeGreaterThan(width);
  });

  it('keeps headings with their text, lines in pairs, the signature with its text', () => {
    const headings = long.paragraphs.filter((one) => one.bold && one.align === 'both');
    expect(headings.length).toBeGreaterThan(10);
    expect(headings.every((one) => one.keepNext && one.keepLines)).toBe(true);
    const body = long.paragraphs.filter((one) => one.align === 'both');
    expect(body.every((one) => one.widowControl)).toBe(true);
    expect(body.at(-1)!.keepNext).toBe(true);
    expect(long.wholeRows).toBe(long.rows);
  });

  it('ends recipients and text with the marks of the rule', () => {
    expect(paragraph(documents.plan, '- Thường trực Thành ủy').text.slice(-1)).toBe(MARKS[id].recipient);
    const last = documents.plan.paragraphs.filter((one) => one.align === 'both').at(-1)!;
    expect(last.text.endsWith(MARKS[id].text)).toBe(true);
  });

  it('puts the annex on its side with numbers of its own and a head on every page', () => {
    expect(annexed.sections).toHaveLength(2);
    const [, annex] = annexed.sections;
    expect(annex).toMatchObject({ landscape: true, firstNumber: 1, hidesFirstNumber: true });
    within(annex!.width, [297, 297], MM_TOLERANCE, 'width');
    expect(annexed.headRows).toBe(1);
  });
});
