/** Every row of domain.md §1–2, measured in the printed PDF within 0.5 mm and 0.1 pt. */
import { beforeAll, describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import {
  measurePdf,
  MM,
  type MeasuredLine,
  type MeasuredPage,
  type MeasuredRule,
} from '../../support/pdf/measure-pdf';
import {
  letter,
  longPlan,
  planWithAnnex,
  PROFILES,
  shortPlan,
  SIXTY_PAGES,
  type ProfileId,
} from './invented';
import { MARKS, MM_TOLERANCE, PAGES, POINT_TOLERANCE, ROWS, type Range } from './rules';

// Not the PC's own fonts: what is measured is the same on every machine.
const fonts = locateFontsFolder('/nowhere');
/** Share of a size over the baseline: where the top of a line is, the baseline being known. */
const ASCENDER = 0.891;
const SINGLE = 1.149;

async function printed(model: Parameters<typeof writePdf>[0]): Promise<readonly MeasuredPage[]> {
  return measurePdf(await writePdf(model, fonts));
}

function within(value: number, [from, to]: Range, tolerance: number, what: string): void {
  expect(value, what).toBeGreaterThanOrEqual(from - tolerance);
  expect(value, what).toBeLessThanOrEqual(to + tolerance);
}

function lineOf(pages: readonly MeasuredPage[], text: string): MeasuredLine {
  const line = pages.flatMap((page) => page.lines).find((one) => one.text.startsWith(text));
  if (!line) throw new Error(`no line begins “${text}”`);
  return line;
}

/** The drawn line right under a text, within a millimetre of its middle. */
function ruleUnder(page: MeasuredPage, line: MeasuredLine): MeasuredRule | undefined {
  return page.rules.find(
    (rule) =>
      rule.top > line.baseline &&
      rule.top - line.baseline < 3 &&
      Math.abs((rule.left + rule.right) / 2 - (line.left + line.right) / 2) < 1,
  );
}

function isUnderlined(page: MeasuredPage, line: MeasuredLine): boolean {
  const rule = ruleUnder(page, line);
  return (
    rule !== undefined &&
    Math.abs(rule.left - line.left) < MM_TOLERANCE &&
    Math.abs(rule.right - line.right) < MM_TOLERANCE
  );
}

const length = (rule: MeasuredRule): number => rule.right - rule.left;
const width = (line: MeasuredLine): number => line.right - line.left;
const middle = (line: MeasuredLine): number => (line.left + line.right) / 2;

describe.each(PROFILES)('%s as PDF', (id: ProfileId) => {
  const rule = PAGES[id];
  let documents: Record<'plan' | 'letter' | 'marked', readonly MeasuredPage[]>;
  let long: readonly MeasuredPage[];
  let annexed: readonly MeasuredPage[];

  beforeAll(async () => {
    documents = {
      plan: await printed(shortPlan(id)),
      letter: await printed(letter(id)),
      marked: await printed(shortPlan(id, { urgency: 'HỎA TỐC', draftMark: 'Dự thảo lần 1' })),
    };
    long = await printed(longPlan(id, SIXTY_PAGES));
    annexed = await printed(planWithAnnex(id));
  }, 60_000);

  describe.each(ROWS[id])('$row: $text', ({ document, text, look, place }) => {
    const line = () => lineOf(documents[document], text);

    it('is set in Times New Roman (its twin), the size, weight and slope of the rule', () => {
      for (const word of line().words) {
        expect(word.font).toMatch(/^Tinos-/);
        within(word.size, look.size, POINT_TOLERANCE, 'size');
        expect(word.bold, 'bold').toBe(look.bold ?? false);
        expect(word.italic, 'italic').toBe(look.italic ?? false);
      }
      const [page] = documents[document];
      // The motto's line under it is a part of the letterhead, not an underline.
      if (place === 'left margin')
        expect(isUnderlined(page!, line()), 'underline').toBe(look.underline ?? false);
    });

    it(`stands at its place: ${place}`, () => {
      const [left, right] = [rule.left[0], 210 - rule.right[0]];
      const half = (left + right) / 2;
      const at = line();
      if (place === 'middle') expect(Math.abs(middle(at) - half)).toBeLessThan(MM_TOLERANCE);
      if (place === 'left block') expect(middle(at)).toBeLessThan(half);
      if (place === 'right block') expect(middle(at)).toBeGreaterThan(half);
      if (place === 'left margin') within(at.left, rule.left, MM_TOLERANCE, 'left');
      if (place === 'text') within(at.left - rule.left[0], rule.indent, MM_TOLERANCE, 'indent');
      expect(at.left, 'left edge').toBeGreaterThan(left - MM_TOLERANCE);
      expect(at.right, 'right edge').toBeLessThan(right + MM_TOLERANCE);
    });
  });

  it('is A4', () => {
    for (const page of long) {
      expect(Math.abs(page.width - 210)).toBeLessThan(MM_TOLERANCE);
      expect(Math.abs(page.height - 297)).toBeLessThan(MM_TOLERANCE);
    }
  });

  it('keeps the margins on every page, exchanged on back sides where the rule says so', () => {
    expect(long.length).toBeGreaterThanOrEqual(55);
    long.forEach((page, index) => {
      const back = rule.mirrored && index % 2 === 1;
      const body = page.lines.filter((line) => !/^\d+$/.test(line.text));
      const left = Math.min(...body.map((line) => line.left));
      const right = page.width - Math.max(...body.map((line) => line.right));
      within(left, back ? rule.right : rule.left, MM_TOLERANCE, `left of page ${index + 1}`);
      within(right, back ? rule.left : rule.right, MM_TOLERANCE, `right of page ${index + 1}`);
      const [first] = body;
      const top = first!.baseline - first!.words[0]!.size * ASCENDER * MM;
      within(top, rule.top, MM_TOLERANCE, `top of page ${index + 1}`);
      const lowest = Math.max(...body.map((line) => line.baseline));
      expect(page.height - lowest).toBeGreaterThan(rule.bottom[0] - MM_TOLERANCE);
    });
  });

  it('fills its pages down to the bottom margin', () => {
    const spare = long
      .slice(0, -2)
      .map((page) => page.height - Math.max(...page.lines.map((line) => line.baseline)) - rule.bottom[0]);
    // Two lines at the most are moved on for the sake of a heading or of a pair of lines.
    expect(Math.max(...spare)).toBeLessThan(40);
    expect(Math.min(...spare)).toBeLessThan(10);
  });

  it('numbers pages in the middle, 10 mm from the top edge, not the first one', () => {
    long.forEach((page, index) => {
      const number = page.lines.find((line) => /^\d+$/.test(line.text) && line.baseline < 20);
      if (index === 0) {
        expect(number).toBeUndefined();
        return;
      }
      expect(number?.text).toBe(String(index + 1));
      const [word] = number!.words;
      within(word!.size, rule.number, POINT_TOLERANCE, 'size of the page number');
      expect(word!.bold || word!.italic).toBe(false);
      expect(Math.abs(middle(number!) - page.width / 2)).toBeLessThan(MM_TOLERANCE);
      expect(Math.abs(number!.baseline - word!.size * ASCENDER * MM - 10)).toBeLessThan(MM_TOLERANCE);
    });
  });

  it('justifies the body, with the line spacing and the gap of the rule', () => {
    const [page] = documents.plan;
    const at = page!.lines.findIndex((line) => line.text.startsWith('Giúp cán bộ'));
    const [first, last, next] = page!.lines.slice(at, at + 3);
    expect(Math.abs(210 - rule.right[0] - first!.right), 'the full line reaches the margin').toBeLessThan(
      MM_TOLERANCE,
    );
    within(last!.left, rule.left, MM_TOLERANCE, 'the second line begins at the margin');
    const step = (last!.baseline - first!.baseline) / MM;
    within(step, rule.line, POINT_TOLERANCE, 'line spacing');
    within(
      (next!.baseline - last!.baseline) / MM - step,
      rule.gap,
      POINT_TOLERANCE,
      'gap between paragraphs',
    );
  });

  it('writes sections in capitals and the trích yếu as its system begins it', () => {
    const section = lineOf(documents.plan, 'II. TỔ CHỨC THỰC HIỆN');
    expect(section.words.every((word) => word.bold)).toBe(true);
    const title = lineOf(documents.plan, 'KẾ HOẠCH');
    const lines = documents.plan[0]!.lines;
    const first = lines[lines.indexOf(title) + 1]!;
    expect(first.text.startsWith(id === 'nd30' ? 'Tuyên truyền' : 'tuyên truyền')).toBe(true);
  });

  it('draws the line under the motto as long as its text', () => {
    const motto = lineOf(documents.plan, id === 'nd30' ? 'Độc lập' : 'ĐẢNG CỘNG SẢN');
    const drawn = ruleUnder(documents.plan[0]!, motto);
    expect(Math.abs(length(drawn!) - width(motto))).toBeLessThan(MM_TOLERANCE);
    expect(Math.abs(drawn!.left - motto.left)).toBeLessThan(MM_TOLERANCE);
  });

  it('has a star and five hyphens, or lines of a third to a half of the text above', () => {
    const [page] = documents.plan;
    const issuer = lineOf(documents.plan, id === 'nd30' ? 'PHƯỜNG AN BÌNH' : 'ĐẢNG ỦY PHƯỜNG AN BÌNH');
    if (id !== 'nd30') {
      const star = lineOf(documents.plan, '*');
      expect(star.text).toBe('*');
      expect(Math.abs(middle(star) - middle(issuer))).toBeLessThan(MM_TOLERANCE);
      expect(star.baseline).toBeGreaterThan(issuer.baseline);
      expect(lineOf(documents.plan, 'Số 07').baseline).toBeGreaterThan(star.baseline);
      expect(lineOf(documents.plan, '-----').text).toBe('-----');
      return;
    }
    expect(page!.lines.some((line) => line.text === '*' || line.text === '-----')).toBe(false);
    const underIssuer = ruleUnder(page!, issuer)!;
    const longest = Math.max(width(issuer), width(lineOf(documents.plan, 'ỦY BAN NHÂN DÂN')));
    within(length(underIssuer) / longest, [1 / 3, 1 / 2], 0.01, 'share of the issuing body');
    const lastOfTitle = page!.lines
      .filter((line) => line.words[0]!.bold && middle(line) > 100 && middle(line) < 125 && line.baseline < 75)
      .at(-1)!;
    const underTitle = ruleUnder(page!, lastOfTitle)!;
    const widest = Math.max(width(lastOfTitle), width(lineOf(documents.plan, 'Tuyên truyền, quán triệt')));
    within(length(underTitle) / widest, [1 / 3, 1 / 2], 0.01, 'share of the trích yếu');
  });

  it('sets number and date level, Nơi nhận level with the authority, four blank lines over the name', () => {
    const state = id === 'nd30';
    const number = lineOf(documents.plan, state ? 'Số: 07' : 'Số 07');
    const date = lineOf(documents.plan, 'An Bình, ngày 05 tháng 02');
    expect(Math.abs(number.baseline - date.baseline)).toBeLessThan(MM_TOLERANCE);
    const recipients = lineOf(documents.plan, 'Nơi nhận:');
    const authority = lineOf(documents.plan, state ? 'TM. ỦY BAN' : 'T/M BAN THƯỜNG VỤ');
    expect(Math.abs(recipients.baseline - authority.baseline)).toBeLessThan(MM_TOLERANCE);
    const position = lineOf(documents.plan, state ? 'PHÓ CHỦ TỊCH' : 'PHÓ BÍ THƯ');
    const name = lineOf(documents.plan, state ? 'Lê Thu An' : 'Trần Minh Khôi');
    const line = 14 * SINGLE;
    within((name.baseline - position.baseline) / MM / line - 1, [4, 5], 0.1, 'blank lines');
    for (const other of [position, name])
      expect(Math.abs(middle(other) - middle(authority))).toBeLessThan(MM_TOLERANCE);
  });

  it('ends recipients and text with the marks of the rule', () => {
    expect(lineOf(documents.plan, '- Thường trực Thành ủy').text.slice(-1)).toBe(MARKS[id].recipient);
    const lines = documents.plan[0]!.lines.map((line) => line.text);
    const foot = lines.indexOf('Nơi nhận:');
    expect(lines[foot - 1]).toBe(MARKS[id].text);
    expect(lineOf(documents.letter, '- Như trên').text).toBe(`- Như trên${MARKS[id].recipient}`);
  });

  it('has room for number and day in a draft', async () => {
    const draft = await printed(shortPlan(id, { numberText: null, date: null }));
    const state = id === 'nd30';
    const number = lineOf(draft, state ? 'Số:' : 'Số');
    const symbol = draft[0]!.lines.flatMap((line) => line.words).find((word) => /KH[/-]/.test(word.text))!;
    const said = number.words.find((word) => word.text.startsWith('Số'))!;
    expect(symbol.right - said.left).toBeGreaterThan(
      width(lineOf(documents.plan, state ? 'Số: 07' : 'Số 07')),
    );
  });

  it('puts the annex on its side, with page numbers of its own and its head on every page', () => {
    const annex = annexed.filter((page) => page.width > page.height);
    const plan = annexed.filter((page) => page.width < page.height);
    expect(annexed.slice(plan.length)).toEqual(annex);
    expect(annex.length).toBeGreaterThan(1);
    expect(plan.flatMap((page) => page.lines).some((line) => line.text.includes('Phụ lục kèm theo'))).toBe(
      true,
    );
    annex.forEach((page, index) => {
      expect(Math.abs(page.width - 297)).toBeLessThan(MM_TOLERANCE);
      const number = page.lines.find((line) => /^\d+$/.test(line.text) && line.baseline < 20);
      expect(number?.text).toBe(index === 0 ? undefined : String(index + 1));
      expect(page.lines.some((line) => line.text.startsWith('STT'))).toBe(true);
    });
    expect(annex[0]!.lines[0]!.text).toBe('PHỤ LỤC');
    expect(lineOf(annex, '(Kèm theo Kế hoạch số 07').words[0]!.italic).toBe(true);
    expect(lineOf(annex, 'Chậm nhất').text).toContain('Chậm nhất');
  });
});
