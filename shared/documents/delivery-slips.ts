/**
 * Phiếu gửi: one a recipient, two on an A4 page (each A5 when cut), with all documents that go to it. NĐ 30, Phụ lục IV
 * speaks of the register's receipt; the slip's form is the office's own habit.
 */
import { formatDate, type PlainDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import type { BlockModel, PageModel, PagePart } from './page-model';
import { bodyHead, listTable, plainLine } from './page-table';
import type { RuleProfile } from './rule-profile';

export interface SentItem {
  /** "07-KH/ĐU" */
  readonly numberText: string | null;
  /** The document's day. */
  readonly date: PlainDate | null;
  /** "Kế hoạch tuyên truyền …" */
  readonly subject: string;
  readonly sentOn: PlainDate;
  readonly channel: string;
  readonly note: string;
}

/** One recipient with what was sent to it. */
export interface SentTo {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly contact: string;
  readonly items: readonly SentItem[];
}

export interface DeliveryPrint {
  readonly office: OfficeProfile;
  readonly recipients: readonly SentTo[];
  readonly createdAt: string;
  readonly today: PlainDate;
}

const ON_A_PAGE = 2;
const COLUMNS = [
  { title: 'STT', width: 6, align: 'center' },
  { title: 'Số, ký hiệu', width: 18, align: 'center' },
  { title: 'Ngày tháng', width: 15, align: 'center' },
  { title: 'Tên loại và trích yếu', width: 50 },
  { title: 'Số bản', width: 9, align: 'center' },
] as const;
/** More than this do not fit on half a page with place to sign. */
const ITEMS_ON_A_SLIP = 4;

export function slipsPage(profile: RuleProfile, input: DeliveryPrint): PageModel {
  const slips = input.recipients.flatMap((recipient) =>
    chunks(recipient.items, ITEMS_ON_A_SLIP).map((items) => ({ ...recipient, items })),
  );
  const { size, topDistance } = profile.pageNumber;
  return {
    title: 'Phiếu gửi văn bản',
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: chunks(slips, ON_A_PAGE).map((pair): PagePart => ({
      orientation: 'portrait',
      margins: [12, 15, 12, 20],
      // Each page is a part of its own, so that a slip never runs over; a number on it would only confuse.
      restartNumbers: true,
      pageNumber: { size, topDistance, hideFirst: true },
      blocks: pair.flatMap((slip, index): readonly BlockModel[] => [
        ...(index === 0
          ? []
          : [
              plainLine(
                '– – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – –',
                'center',
                { size: 10 },
                { spaceBefore: 30, spaceAfter: 30 },
              ),
            ]),
        slipBlock(slip, input),
      ]),
    })),
  };
}

function slipBlock(slip: SentTo, { office, today }: DeliveryPrint): BlockModel {
  const [year, month, day] = today.split('-');
  return {
    kind: 'columns',
    keepTogether: true,
    columns: [
      {
        share: 1,
        blocks: [
          bodyHead(office),
          plainLine('PHIẾU GỬI VĂN BẢN', 'center', { size: 14, bold: true }, { spaceBefore: 8 }),
          plainLine(
            `Kính gửi: ${slip.name}`,
            'center',
            { size: 13, bold: true },
            { spaceBefore: 2, spaceAfter: 6 },
          ),
          listTable(
            COLUMNS,
            slip.items.map((item, index) => [
              String(index + 1),
              item.numberText ?? '',
              item.date === null ? '' : formatDate(item.date),
              item.subject,
              '01',
            ]),
            12,
          ),
          plainLine(
            `Đề nghị ký nhận và gửi lại phiếu này về ${office.archiveCode}, ${office.issuingBody}.`,
            'left',
            { size: 12, italic: true },
            { spaceBefore: 6, spaceAfter: 6 },
          ),
          {
            kind: 'columns',
            columns: [
              {
                share: 0.5,
                blocks: [
                  plainLine('Nhận ngày …… tháng …… năm ………', 'center', { size: 12, italic: true }),
                  plainLine('NGƯỜI NHẬN', 'center', { size: 12, bold: true }),
                  plainLine('(ký, ghi rõ họ tên, đóng dấu nếu có)', 'center', { size: 11, italic: true }),
                  { kind: 'space', height: 52 },
                ],
              },
              {
                share: 0.5,
                blocks: [
                  plainLine(
                    `${office.place}, ngày ${day ?? ''} tháng ${month ?? ''} năm ${year ?? ''}`,
                    'center',
                    { size: 12, italic: true },
                  ),
                  plainLine('NGƯỜI GỬI', 'center', { size: 12, bold: true }),
                  plainLine('(ký, ghi rõ họ tên)', 'center', { size: 11, italic: true }),
                  { kind: 'space', height: 52 },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
}

/** Lists of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const out: T[][] = [];
  for (let at = 0; at < list.length; at += size) out.push(list.slice(at, at + size));
  return out;
}
