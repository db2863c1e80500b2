/** The two incoming books as pages: a cover, then the book on A4 landscape with its head on every page. */
import { dateOfInstant } from '../date/plain-date';
import { coverFacts, INCOMING_BOOK_NAMES, INCOMING_COLUMNS, type IncomingBookInput } from './incoming-rows';
import { dateLine } from './number-text';
import type { BlockModel, PageModel } from './page-model';
import { listTable, plainLine } from './page-table';
import type { RuleProfile } from './rule-profile';

function coverBlocks(input: IncomingBookInput): readonly BlockModel[] {
  const name = INCOMING_BOOK_NAMES[input.kind];
  return [
    plainLine(input.office.parentBody.toUpperCase(), 'center', { size: 14 }),
    plainLine(input.office.issuingBody.toUpperCase(), 'center', { size: 14, bold: true }),
    { kind: 'space', height: 110 },
    plainLine(name.toUpperCase(), 'center', { size: 24, bold: true }, { spaceAfter: 18 }),
    ...coverFacts(input).map((text, index) =>
      plainLine(text, 'center', { size: index === 0 ? 18 : 14, bold: index === 0 }, { spaceAfter: 8 }),
    ),
  ];
}

export function incomingPage(profile: RuleProfile, input: IncomingBookInput): PageModel {
  const { right, top, bottom } = profile.page;
  const name = INCOMING_BOOK_NAMES[input.kind];
  const columns = INCOMING_COLUMNS[input.kind];
  const page = {
    orientation: 'landscape',
    margins: [top, right, bottom, right],
    pageNumber: { size: profile.pageNumber.size, topDistance: profile.pageNumber.topDistance },
  } as const;
  return {
    title: `${name} năm ${input.year}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      {
        ...page,
        restartNumbers: false,
        pageNumber: { ...page.pageNumber, hideFirst: true },
        blocks: coverBlocks(input),
      },
      {
        ...page,
        restartNumbers: true,
        pageNumber: { ...page.pageNumber, hideFirst: false },
        blocks: [
          listTable(
            columns.map(({ title, width, share, centred }) => ({
              title,
              width: share ?? width,
              align: centred ? 'center' : 'left',
            })),
            input.entries.map((entry) => columns.map((column) => column.text(entry, input.createdAt))),
            10.5,
          ),
          plainLine(
            `Sổ có ${input.entries.length} văn bản. ${dateLine(profile, input.office.place, dateOfInstant(input.createdAt))}.`,
            'left',
            { size: 12, italic: true },
            { spaceBefore: 8 },
          ),
        ],
      },
    ],
  };
}
