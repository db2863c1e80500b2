/** Nhãn phong bì: a label a recipient and sending, on a sheet to cut, two columns by six rows on A4. */
import { bareNumber } from './number-text';
import { bySending, chunks, type DeliveryPrint, type SentTo } from './delivery-slips';
import type { PageModel, PagePart, TableCellModel } from './page-model';
import type { RuleProfile } from './rule-profile';

const ACROSS = 2;
const DOWN = 6;
/** Rows of a table are as high as their text: each label is filled up to so many lines. */
const LINES = 10;
/** Letters of 12 points on a line of a label, about. */
const LETTERS = 44;

export function labelsPage(profile: RuleProfile, input: DeliveryPrint): PageModel {
  const { size, topDistance } = profile.pageNumber;
  const cells = bySending(input.recipients).map((recipient): TableCellModel => ({
    text: labelText(recipient, input.office.issuingBody),
    align: 'left',
  }));
  return {
    title: 'Nhãn phong bì',
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: chunks(cells, ACROSS * DOWN).map((sheet): PagePart => ({
      orientation: 'portrait',
      margins: [10, 10, 10, 10],
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

function labelText(recipient: SentTo, sender: string): string {
  const numbers = recipient.items.flatMap(({ numberText }) =>
    numberText === null ? [] : [bareNumber(numberText)],
  );
  const lines = [
    `Nơi gửi: ${sender}`,
    '',
    'Kính gửi:',
    recipient.name,
    ...(recipient.address === '' ? [] : [recipient.address]),
    '',
    `Số: ${numbers.length > 3 ? `${numbers.slice(0, 3).join(', ')} …` : numbers.join(', ')}`,
  ];
  const used = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0);
  return [...lines, ...Array.from({ length: Math.max(0, LINES - used) }, () => '')].join('\n');
}
