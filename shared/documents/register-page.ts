/** Sổ đăng ký văn bản đi as pages (A4 landscape). */
import { dateLine } from './number-text';
import { dateOfInstant } from '../date/plain-date';
import type { PageModel } from './page-model';
import { bodyHead, listTable, plainLine } from './page-table';
import { REGISTER_COLUMNS, registerRow, type RegisterBookInput } from './register-rows';
import type { RuleProfile } from './rule-profile';

const WIDTHS = [11, 10, 26, 13, 22, 12, 7, 10, 9, 12];

export function registerPage(profile: RuleProfile, input: RegisterBookInput): PageModel {
  const { right, top, bottom } = profile.page;
  const centred = new Set([0, 1, 6, 7]);
  return {
    title: `Sổ đăng ký văn bản đi ${input.scope}`,
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
          plainLine('SỔ ĐĂNG KÝ VĂN BẢN ĐI', 'center', { size: 15, bold: true }, { spaceBefore: 12 }),
          plainLine(input.scope, 'center', { size: 13, italic: true }, { spaceAfter: 8 }),
          listTable(
            REGISTER_COLUMNS.map((title, index) => ({
              title,
              width: WIDTHS[index] ?? 10,
              align: centred.has(index) ? 'center' : 'left',
            })),
            input.entries.map(registerRow),
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
