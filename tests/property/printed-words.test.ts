/** No word is lost and none printed twice, however long lists, tables, cells and titles are: read out of the PDF. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../electron/adapters/export/pdf/write-pdf';
import { chasePage } from '../../shared/documents/chase-page';
import { slipsPage } from '../../shared/documents/delivery-slips';
import { invitationPage } from '../../shared/documents/invitation-page';
import type { BlockModel, PageModel } from '../../shared/documents/page-model';
import { planPage } from '../../shared/documents/plan-page';
import type { RuleProfile } from '../../shared/documents/rule-profile';
import { signatureBlock } from '../../shared/documents/signature-block';
import { planItemSchema, type PlanItem } from '../../shared/domain/plan/model';
import * as anBinh from '../golden/documents/an-binh';
import { owing } from '../golden/documents/an-binh-owing';
import { invitation, manyBodies } from '../golden/documents/conferences';
import { planInput, PROFILES, type ProfileId } from '../golden/presentation/invented';
import { measurePdf, type MeasuredPage } from '../support/pdf/measure-pdf';

const fonts = locateFontsFolder('/nowhere');

/** Words that are told apart in a file: "từ17x". */
function numbering() {
  let last = 0;
  return (count: number): string => Array.from({ length: count }, () => `từ${(last += 1)}x`).join(' ');
}
const WORD = /từ\d+x/giu;

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(WORD)].map(([word]) => word.toLowerCase());

function textsOf(block: BlockModel): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.runs.map((run) => run.text).join('')];
    case 'columns':
      return block.columns.flatMap((column) => column.blocks.flatMap(textsOf));
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => cell.text));
    case 'chart':
      return [block.caption];
    default:
      return [];
  }
}

/** Head rows are repeated on every page of their table: at least once. */
function headWords(block: BlockModel): readonly string[] {
  if (block.kind === 'columns') return block.columns.flatMap((column) => column.blocks.flatMap(headWords));
  if (block.kind !== 'table') return [];
  return block.rows.slice(0, block.headRows).flatMap((row) => row.flatMap((cell) => wordsIn(cell.text)));
}

async function expectEveryWordOnce(model: PageModel): Promise<readonly MeasuredPage[]> {
  const blocks = model.parts.flatMap((part) => part.blocks);
  const heads = new Set(blocks.flatMap(headWords));
  const meant = blocks.flatMap(textsOf).flatMap(wordsIn);
  const pages = await measurePdf(await writePdf(model, fonts));
  const shown = new Map<string, number>();
  for (const page of pages)
    for (const line of page.lines)
      for (const word of wordsIn(line.text)) shown.set(word, (shown.get(word) ?? 0) + 1);
  const lost = meant.filter((word) => !shown.has(word));
  const twice = meant.filter((word) => !heads.has(word) && (shown.get(word) ?? 0) > 1);
  expect({ lost, twice }).toEqual({ lost: [], twice: [] });
  expect(
    pages.filter((page) => page.lines.every((line) => /^\d*$/.test(line.text))),
    'blank pages',
  ).toEqual([]);
  return pages;
}

function recipient(name: string, purpose: string | null, order: number): PlanItem {
  return planItemSchema.parse({
    id: `r${order}`,
    kind: 'recipient',
    origins: [],
    source: null,
    touched: false,
    dropped: false,
    accepted: true,
    doubt: '',
    order,
    name,
    purpose,
    entryIds: [],
  });
}

interface Lengths {
  readonly title: number;
  readonly paragraphs: readonly number[];
  readonly closing: number;
  readonly recipients: readonly number[];
}

function planOf(id: ProfileId, { title, paragraphs, closing, recipients }: Lengths): PageModel {
  const words = numbering();
  const input = planInput(id);
  return planPage({
    ...input,
    items: recipients.map((count, index) => recipient(words(count), index % 3 ? 'để t/h' : null, index)),
    plan: {
      ...input.plan,
      title: words(title),
      parsed: {
        ...input.plan.parsed,
        opening: [words(20)],
        sections: [
          {
            label: 'I',
            title: `NHIỆM VỤ ${words(2)}`,
            paragraphs: paragraphs.map((count) => words(count)),
            children: [],
          },
        ],
        closing: [words(closing)],
      },
    },
  });
}

const AUTHORITY = /^(?:T\/M|TM\.) /;

/** The signature stands whole, with its head of recipients, under so many lines of text at least. */
function expectSignature(pages: readonly MeasuredPage[], over = 2): void {
  const page = pages.find(({ lines }) => lines.some((line) => AUTHORITY.test(line.text)));
  const lines = (page?.lines ?? []).filter((line) => !/^\d+$/.test(line.text));
  const authority = lines.findIndex((line) => AUTHORITY.test(line.text));
  const title = lines.findIndex((line) => line.text === 'Nơi nhận:');
  expect(title, 'Nơi nhận beside the signature').toBeGreaterThanOrEqual(0);
  expect(lines.some((line) => /^(?:Trần Minh Khôi|Lê Thu An)$/.test(line.text))).toBe(true);
  expect(Math.min(authority, title), 'lines over the signature').toBeGreaterThanOrEqual(over);
}

describe.each(PROFILES)('a plan by %s', { timeout: 240_000 }, (id) => {
  it('is printed whole with any number of recipients', async () => {
    const lengths = fc.record({
      title: fc.integer({ min: 1, max: 120 }),
      paragraphs: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }),
      closing: fc.integer({ min: 1, max: 60 }),
      recipients: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(lengths, async (chosen) => {
        // Of a closing of one line and a long paragraph before it only the closing can go with the signature.
        const over = chosen.closing < 20 ? 1 : 2;
        expectSignature(await expectEveryWordOnce(planOf(id, chosen)), over);
      }),
      { numRuns: 12 },
    );
  });

  it.each([20, 26, 27, 38, 44, 49, 60, 110, 200])('with %i recipients', async (count) => {
    const recipients = Array.from({ length: count }, () => 6);
    const pages = await expectEveryWordOnce(
      planOf(id, { title: 8, paragraphs: [12, 10], closing: 25, recipients }),
    );
    expectSignature(pages);
    // A short text and its signature share the first page.
    expect(pages[0]?.lines.some((line) => AUTHORITY.test(line.text))).toBe(true);
  });
});

/** Blocks of every kind, some higher than a page. */
function blocksOf(words: (count: number) => string, profile: RuleProfile): fc.Arbitrary<BlockModel[]> {
  const text = (max: number) => fc.integer({ min: 1, max }).map((count) => ({ count }));
  const paragraph = fc
    .record({ size: fc.integer({ min: 10, max: 16 }), text: text(900), keepWithNext: fc.boolean() })
    .map(({ size, text: { count }, keepWithNext }): BlockModel => ({
      kind: 'paragraph',
      runs: [{ text: words(count) }],
      align: 'justify',
      size,
      keepWithNext,
    }));
  const columns = fc
    .record({ left: text(700), right: text(700), lines: fc.integer({ min: 1, max: 60 }) })
    .map(({ left, right, lines }): BlockModel => {
      const side = (count: number): BlockModel[] =>
        Array.from({ length: lines }, () => ({
          kind: 'paragraph',
          runs: [{ text: words(Math.ceil(count / lines)) }],
          align: 'left',
          size: 13,
        }));
      return {
        kind: 'columns',
        columns: [
          { share: 0.5, blocks: side(left.count) },
          { share: 0.5, blocks: side(right.count) },
        ],
        keepTogether: true,
      };
    });
  const table = fc
    .record({
      cells: fc.array(fc.array(fc.oneof({ weight: 9, arbitrary: text(40) }, text(600)), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 40 }),
      head: text(150),
      headRows: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ cells, head, headRows }): BlockModel => ({
      kind: 'table',
      widths: [0.2, 0.3, 0.5],
      headRows,
      size: 12,
      rows: [
        ...Array.from({ length: headRows }, () => [{ text: words(1) }, { text: words(head.count) }, { text: words(2) }]),
        ...cells.map((row) => row.map(({ count }) => ({ text: words(count) }))),
      ],
    })); // prettier-ignore
  const signature = fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 120 })
    .map((counts) =>
      signatureBlock(profile, {
        recipients: counts.map((count) => ({ name: words(count), purpose: null })),
        archive: ['VPĐU'],
        signer: anBinh.signer,
      }),
    );
  return fc
    .array(fc.oneof(paragraph, columns, table, signature), { minLength: 1, maxLength: 6 })
    .map((blocks) => blocks.flat());
}

describe.each(['portrait', 'landscape'] as const)('a page in %s', { timeout: 240_000 }, (orientation) => {
  it('is printed whole, whatever stands on it', async () => {
    const words = numbering();
    await fc.assert(
      fc.asyncProperty(blocksOf(words, anBinh.ruleProfile('hd36')), async (blocks) => {
        await expectEveryWordOnce({
          title: 'Trang thử',
          author: 'An Bình',
          createdAt: anBinh.CREATED_AT,
          font: 'Times New Roman',
          parts: [
            {
              orientation,
              margins: [20, 15, 20, 30],
              blocks,
              restartNumbers: false,
              pageNumber: { size: 14, topDistance: 10, hideFirst: true },
            },
          ],
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('documents of an office with many units', { timeout: 120_000 }, () => {
  const names = (count: number) => {
    const words = numbering();
    return Array.from({ length: count }, () => `Chi bộ ${words(4)}`);
  };

  it.each(PROFILES)('công văn đôn đốc to 110 units, each named in Nơi nhận: %s', async (id) => {
    const [one] = owing('one');
    if (!one) throw new Error('no unit owes');
    const units = names(110).map((name, index) => ({ ...one, unitId: `u${index}`, name }));
    const words = numbering();
    words(1000);
    const recipients = Array.from({ length: 110 }, () => ({ name: words(4), purpose: 'để t/h' }));
    const pages = await expectEveryWordOnce(
      chasePage({
        office: anBinh.office,
        profile: anBinh.ruleProfile(id),
        units,
        newLastDay: '2026-03-27',
        numberText: '15-CV/ĐU',
        date: '2026-03-25',
        signer: anBinh.signer,
        recipients,
        createdAt: anBinh.CREATED_AT,
      }),
    );
    expectSignature(pages);
  });

  it.each(['together', 'each'] as const)('giấy mời for 60 bodies, %s', async (layout) => {
    const bodies = manyBodies();
    const [body] = bodies;
    if (!body) throw new Error('no body');
    const invited = names(60).map((name, index) => ({ ...body, key: `p${index}`, name }));
    await expectEveryWordOnce(invitationPage({ ...invitation(), layout, bodies: invited }));
  });

  it('phiếu gửi of sixty documents with long names', async () => {
    const words = numbering();
    const items = Array.from({ length: 60 }, (_, index) => ({
      documentId: `d${index}`,
      numberText: `${index + 1}-KH/ĐU`,
      date: '2026-01-20',
      subject: words(index % 10 === 9 ? 300 : 12),
      sentOn: '2026-01-21',
      channel: 'Trực tiếp',
      note: '',
    }));
    const recipients = [{ name: words(3), address: '', email: '', contact: '', items }];
    const printed = { office: anBinh.office, recipients, createdAt: anBinh.CREATED_AT, today: '2026-01-25' };
    const pages = await measurePdf(await writePdf(slipsPage(anBinh.ruleProfile('hd36'), printed), fonts));
    const shown = new Set(pages.flatMap((page) => page.lines.flatMap((line) => wordsIn(line.text))));
    expect(items.flatMap((item) => wordsIn(item.subject)).filter((word) => !shown.has(word))).toEqual([]);
  });

  it('a chart of any height with its caption and last label', async () => {
    const words = numbering();
    const chart = (height: number): BlockModel => ({
      kind: 'chart',
      caption: words(3),
      captionSize: 13,
      chart: {
        id: 'x',
        title: 'x',
        description: 'x',
        width: 450,
        height,
        shapes: [
          {
            kind: 'text',
            x: 10,
            y: height - 10,
            text: words(1),
            size: 9,
            bold: false,
            anchor: 'start',
            tone: 'ink',
          },
        ],
        table: { head: [], rows: [] },
      },
    });
    const blocks = [300, 650, 900, 3000].map(chart);
    const last = blocks.flatMap((block) => (block.kind === 'chart' ? block.chart.shapes : []));
    const model: PageModel = {
      title: 'Biểu đồ',
      author: 'An Bình',
      createdAt: anBinh.CREATED_AT,
      font: 'Times New Roman',
      parts: [
        {
          orientation: 'portrait',
          margins: [20, 15, 20, 30],
          blocks,
          restartNumbers: false,
          pageNumber: { size: 14, topDistance: 10, hideFirst: true },
        },
      ],
    };
    const pages = await expectEveryWordOnce(model);
    const shown = pages.flatMap((page) => page.lines.flatMap((line) => wordsIn(line.text)));
    for (const shape of last) if (shape.kind === 'text') expect(shown).toContain(shape.text);
  });
});
