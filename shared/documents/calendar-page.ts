/** Lịch công tác on A4 landscape: a week to pin up, or any range. */
import { dateOfInstant } from '../date/plain-date';
import {
  CALENDAR_COLUMNS,
  calendarDays,
  calendarRow,
  calendarScope,
  calendarTitle,
  type CalendarBookInput,
} from './calendar-rows';
import { dateLine } from './number-text';
import type { PageModel, TableCellModel } from './page-model';
import { bodyHead, plainLine, shares } from './page-table';
import type { RuleProfile } from './rule-profile';

const WIDTHS = [19, 9, 12, 44, 27, 15];
const OFF_FILL = 'F2F2F2';

export function calendarPage(profile: RuleProfile, input: CalendarBookInput): PageModel {
  const { right, top, bottom } = profile.page;
  const title = calendarTitle(input);
  const days = calendarDays(input);
  const count = days.reduce((sum, { events }) => sum + events.length, 0);
  const rows = days.flatMap(({ heading, off, events }): TableCellModel[][] => {
    const fill = off ? { fill: OFF_FILL } : {};
    if (events.length === 0)
      return [
        [{ text: heading, bold: true, ...fill }, ...['', '', '', '', ''].map((text) => ({ text, ...fill }))],
      ];
    return events.map((event, index) => [
      ...(index === 0 ? [{ text: heading, bold: true, rowSpan: events.length, ...fill }] : []),
      ...calendarRow(event).map((text, at): TableCellModel => ({
        text,
        align: at === 0 ? 'center' : 'left',
        ...fill,
      })),
    ]);
  });
  return {
    title: `${title} ${calendarScope(input)}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      {
        orientation: 'landscape',
        margins: [top, right, bottom, right],
        restartNumbers: false,
        pageNumber: {
          size: profile.pageNumber.size,
          topDistance: profile.pageNumber.topDistance,
          hideFirst: profile.pageNumber.hideFirst,
        },
        blocks: [
          bodyHead(input.office),
          plainLine(title, 'center', { size: 15, bold: true }, { spaceBefore: 12 }),
          plainLine(calendarScope(input), 'center', { size: 13, italic: true }, { spaceAfter: 8 }),
          {
            kind: 'table',
            widths: shares(WIDTHS),
            headRows: 1,
            size: 11,
            rows: [
              CALENDAR_COLUMNS.map((text): TableCellModel => ({ text, bold: true, align: 'center' })),
              ...rows,
            ],
          },
          plainLine(
            `Có ${count} việc. ${dateLine(profile, input.office.place, dateOfInstant(input.createdAt))}.`,
            'left',
            { size: 12, italic: true },
            { spaceBefore: 8 },
          ),
        ],
      },
    ],
  };
}
