/** A book as pages: a cover, then the book on A4 landscape with its head on every page. */
import { dateOfInstant } from '../date/plain-date';
import type { BookLine, PrintedBook } from './book-model';
import { GROUP_FILL } from './cell-style';
import { dateLine } from './number-text';
import type { BlockModel, PageModel, TableCellModel } from './page-model';
import { listTable, plainLine } from './page-table';
import type { RuleProfile } from './rule-profile';

const SIZE = 10.5;

function coverBlocks(book: PrintedBook): readonly BlockModel[] {
  return [
    plainLine(book.office.parentBody.toUpperCase(), 'center', { size: 14 }),
    plainLine(book.office.issuingBody.toUpperCase(), 'center', { size: 14, bold: true }),
    { kind: 'space', height: 110 },
    plainLine(book.name.toUpperCase(), 'center', { size: 24, bold: true }, { spaceAfter: 18 }),
    plainLine(book.period, 'center', { size: 18, bold: true }, { spaceAfter: 8 }),
    ...book.facts.map((text) => plainLine(text, 'center', { size: 14 }, { spaceAfter: 8 })),
  ];
}

/** Grey and slanted: seen on a copy in black and white too; the note says in words what the line is. */
function lineCells({ mark, cells }: BookLine, book: PrintedBook): readonly TableCellModel[] {
  if (mark === 'band')
    return [{ text: cells[0]?.text ?? '', bold: true, columnSpan: book.columns.length, fill: GROUP_FILL }];
  return book.columns.map(({ centred }, index) => ({
    text: cells[index]?.text ?? '',
    align: centred ? 'center' : 'left',
    ...(mark !== 'line' && { italic: true, fill: GROUP_FILL }),
  }));
}

export function bookPage(profile: RuleProfile, book: PrintedBook): PageModel {
  const { right, top, bottom } = profile.page;
  const page = {
    orientation: 'landscape',
    margins: [top, right, bottom, right],
    pageNumber: { size: profile.pageNumber.size, topDistance: profile.pageNumber.topDistance },
  } as const;
  const table = listTable(
    book.columns.map(({ title, width, share, centred }) => ({
      title,
      width: share ?? width,
      align: centred ? 'center' : 'left',
    })),
    [],
    SIZE,
  );
  return {
    title: `${book.name}, ${book.period}`,
    author: book.office.issuingBody,
    createdAt: book.createdAt,
    font: 'Times New Roman',
    parts: [
      {
        ...page,
        restartNumbers: false,
        pageNumber: { ...page.pageNumber, hideFirst: true },
        blocks: coverBlocks(book),
      },
      {
        ...page,
        restartNumbers: true,
        pageNumber: { ...page.pageNumber, hideFirst: false },
        blocks: [
          { ...table, rows: [...table.rows, ...book.lines.map((line) => lineCells(line, book))] },
          plainLine(
            `${book.tally} ${dateLine(profile, book.office.place, dateOfInstant(book.createdAt))}.`,
            'left',
            { size: 12, italic: true },
            { spaceBefore: 8 },
          ),
        ],
      },
    ],
  };
}
