/**
 * Nhãn phong bì: a label a recipient and sending, on a sheet to cut, two columns by six rows on A4. The sender stands
 * small above, the recipient large below it, as on the envelope of an office.
 */
import type { OfficeProfile } from '../domain/office/model';
import { bareNumber } from './number-text';
import { bySending, chunks, type DeliveryPrint, type SentTo } from './delivery-slips';
import type { PageModel, PagePart, RunModel, TableCellModel } from './page-model';
import type { RuleProfile } from './rule-profile';
import { linesIn } from './text-width';

const ACROSS = 2;
const DOWN = 6;
const MARGIN = 10;
/** Millimetres of a label's lines: half a page less the cell's own room. */
const WIDTH = (210 - 2 * MARGIN) / ACROSS - 5;
/**
 * Points that the words of every label take: rows of a table are as high as their text, and a sheet to cut has all
 * alike. A sixth of the page, less the cell's room and something for faces that are set wider.
 */
const HEIGHT = 120;
/** A line of a face is so much higher than its letters. */
const LEADING = 1.15;
/** Long names and addresses are set smaller, rather than on two labels. */
const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6];
/** The line below all words has a size of its own, even where they leave no room. */
const LEAST_FILLING = 1;

export function labelsPage(profile: RuleProfile, input: DeliveryPrint): PageModel {
  const { size, topDistance } = profile.pageNumber;
  const cells = bySending(input.recipients).map((recipient) => labelCell(recipient, input.office));
  return {
    title: 'Nhãn phong bì',
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: chunks(cells, ACROSS * DOWN).map((sheet): PagePart => ({
      orientation: 'portrait',
      margins: [MARGIN, MARGIN, MARGIN, MARGIN],
      restartNumbers: true,
      pageNumber: { size, topDistance, hideFirst: true },
      blocks: [
        {
          kind: 'table',
          widths: [0.5, 0.5],
          headRows: 0,
          size: 12,
          rows: chunks(sheet, ACROSS).map((row) => (row.length < ACROSS ? [...row, { text: '' }] : row)),
        },
      ],
    })),
  };
}

interface Line extends RunModel {
  readonly size: number;
}

function labelCell(recipient: SentTo, office: OfficeProfile): TableCellModel {
  const scale = SCALES.find((each) => heightOf(labelLines(recipient, office, each)) <= HEIGHT) ?? 0.6;
  const lines = labelLines(recipient, office, scale);
  const runs = lines.map((line): RunModel => ({ ...line, text: `${line.text}\n` }));
  const filling = Math.floor(((HEIGHT - heightOf(lines)) / LEADING) * 2) / 2;
  runs.push({ text: '\u00a0', size: Math.max(filling, LEAST_FILLING) });
  return { text: lines.map(({ text }) => text).join('\n'), runs, align: 'left' };
}

function labelLines(recipient: SentTo, office: OfficeProfile, scale: number): readonly Line[] {
  const numbers = recipient.items.flatMap(({ numberText }) =>
    numberText === null ? [] : [bareNumber(numberText)],
  );
  const sized = (size: number): number => Math.round(size * scale * 2) / 2;
  const small = sized(10);
  const line = (text: string | undefined, size: number, more: Partial<RunModel> = {}): readonly Line[] =>
    text === undefined || text === '' ? [] : [{ text, size, ...more }];
  const number = numbers.length > 3 ? `${numbers.slice(0, 3).join(', ')} …` : numbers.join(', ');
  return [
    ...line(office.issuingBody, small, { bold: true }),
    ...line(office.address, small),
    ...line(office.phone === undefined || office.phone === '' ? '' : `ĐT: ${office.phone}`, small),
    ...line(number === '' ? '' : `Số: ${number}`, small),
    ...line('\u00a0', sized(4)),
    ...line('Kính gửi:', sized(12), { italic: true }),
    ...line(recipient.name, sized(16), { bold: true }),
    ...line(recipient.address, sized(14)),
  ];
}

/** Points. */
function heightOf(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, { text, size, bold }) => sum + linesIn(text, size, WIDTH, { bold: bold ?? false }) * size * LEADING,
    0,
  );
}
