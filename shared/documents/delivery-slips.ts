/**
 * Phiếu gửi: one a recipient and sending, with all documents that went to it then; two on an A4 page (each A5 when cut)
 * where they fit, else a page of its own. NĐ 30, Phụ lục IV speaks of the register's receipt; the slip's form is the
 * office's own habit. What goes on a page is measured for a face a fifth wider than Times New Roman: a Word file is set
 * in whatever the PC has.
 */
import { formatDate, type PlainDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import type { BlockModel, PageModel, PagePart } from './page-model';
import { bodyHead, listTable, plainLine, shares } from './page-table';
import type { RuleProfile } from './rule-profile';
import { linesIn } from './text-width';
import { bodyName } from './vietnamese-case';

export interface SentItem {
  readonly documentId: string;
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

const COLUMNS = [
  { title: 'STT', width: 6, align: 'center' },
  { title: 'Số, ký hiệu', width: 17, align: 'center' },
  { title: 'Ngày tháng', width: 13, align: 'center' },
  { title: 'Tên loại và trích yếu', width: 57 },
  { title: 'Số bản', width: 7, align: 'center' },
] as const;
/** On a page of its own; what goes beyond is on a further slip. */
const ITEMS_ON_A_SLIP = 12;
const MARGINS = [12, 15, 12, 20] as const;
const MM_A_POINT = 25.4 / 72;
/** Room of a page, in millimetres, and the line to cut along between two slips. */
const ROOM = 297 - MARGINS[0] - MARGINS[2];
const CUT = 26;
const HALF = (ROOM - CUT) / 2;
/** Points. */
const SMALLEST = 9;
const WIDTH = 210 - MARGINS[1] - MARGINS[3];
/** Head, title, sentence and places to sign, without the recipient's name and the table. */
const FRAME = 84;
const WIDER = 1.2;
const LINE = 1.2;
const CELL_PADDING = { across: 4, down: 1.5 } as const;

interface Slip extends SentTo {
  /** Points of the table's words. */
  readonly size: number;
  readonly height: number;
}

export function slipsPage(profile: RuleProfile, input: DeliveryPrint): PageModel {
  const slips = bySending(input.recipients).flatMap(slipsOf);
  const { size, topDistance } = profile.pageNumber;
  return {
    title: 'Phiếu gửi văn bản',
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: pagesOf(slips).map((page): PagePart => ({
      orientation: 'portrait',
      margins: MARGINS,
      // Each page is a part of its own, so that a slip never runs over; a number on it would only confuse.
      restartNumbers: true,
      pageNumber: { size, topDistance, hideFirst: true },
      blocks: page.flatMap((slip, index): readonly BlockModel[] => [
        ...(index === 0
          ? // LibreOffice leaves a page out that begins with a table.
            [{ kind: 'space', height: 1 } as const]
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

/**
 * One for each sending to a recipient: what went on another day, or the same document once more, went in another
 * envelope and is signed for by itself.
 */
export function bySending(recipients: readonly SentTo[]): readonly SentTo[] {
  return recipients.flatMap((recipient) => {
    const sendings = new Map<string, SentItem[]>();
    for (const item of recipient.items) {
      let [time, key] = [1, `${item.sentOn}|1`];
      while (sendings.get(key)?.some(({ documentId }) => documentId === item.documentId) === true)
        key = `${item.sentOn}|${(time += 1)}`;
      const known = sendings.get(key);
      if (known) known.push(item);
      else sendings.set(key, [item]);
    }
    return [...sendings.values()].map((items) => ({ ...recipient, items }));
  });
}

/** As many documents on a slip as a page holds, in words as large as may be; small ones only to keep them on one. */
function slipsOf(sending: SentTo): readonly Slip[] {
  const slips: Slip[] = [];
  for (let rest = sending.items; rest.length > 0;) {
    const slip = largestSlip(sending, rest);
    slips.push(slip);
    rest = rest.slice(slip.items.length);
  }
  return slips;
}

function largestSlip(sending: SentTo, rest: readonly SentItem[]): Slip {
  const all = Math.min(rest.length, ITEMS_ON_A_SLIP);
  const slipOf = (count: number, size: number): Slip => {
    const items = rest.slice(0, count);
    return { ...sending, items, size, height: slipHeight(sending.name, items, size) };
  };
  const half = [12, 11].map((size) => slipOf(all, size)).find(({ height }) => height <= HALF);
  if (half) return half;
  for (let count = all; count > 1; count -= 1)
    for (const size of count === all ? [12, 11, 10, SMALLEST] : [12, 11, 10]) {
      const slip = slipOf(count, size);
      if (slip.height <= ROOM) return slip;
    }
  return slipOf(1, SMALLEST);
}

function pagesOf(slips: readonly Slip[]): readonly (readonly Slip[])[] {
  const pages: Slip[][] = [];
  for (const slip of slips) {
    const last = pages.at(-1);
    const [first] = last ?? [];
    if (last?.length === 1 && first && Math.max(first.height, slip.height) <= HALF) last.push(slip);
    else pages.push([slip]);
  }
  return pages;
}

/** Millimetres that a slip takes, rather too many than too few. */
function slipHeight(name: string, items: readonly SentItem[], size: number): number {
  const widths = shares(COLUMNS.map(({ width }) => width)).map(
    (share) => share * WIDTH - CELL_PADDING.across,
  );
  const line = (points: number): number => points * LINE * MM_A_POINT;
  const rows = itemRows(items).map((texts) =>
    Math.max(...texts.map((text, at) => linesIn(text, size, (widths[at] ?? WIDTH) / WIDER))),
  );
  const table = [1, ...rows].reduce((sum, lines) => sum + lines * line(size) + CELL_PADDING.down, 0);
  return FRAME + linesIn(`Kính gửi: ${name}`, 13, WIDTH / WIDER, { bold: true }) * line(13) + table;
}

function itemRows(items: readonly SentItem[]): readonly (readonly string[])[] {
  return items.map((item, index) => [
    String(index + 1),
    item.numberText ?? '',
    item.date === null ? '' : formatDate(item.date),
    item.subject,
    '01',
  ]);
}

function slipBlock(slip: Slip, { office, today }: DeliveryPrint): BlockModel {
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
            { spaceBefore: 2, spaceAfter: 2 },
          ),
          plainLine(sentWords(slip), 'center', { size: 12, italic: true }, { spaceAfter: 6 }),
          listTable(COLUMNS, itemRows(slip.items), slip.size),
          plainLine(
            `Đề nghị ký nhận và gửi lại phiếu này về ${senderInSentence(office)}.`,
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

/** "Văn phòng Đảng ủy phường An Bình": who takes the signed slip back, as a sentence writes it. */
function senderInSentence(office: OfficeProfile): string {
  const body = bodyName(office, office.issuingBody);
  return office.system === 'party' && body.startsWith('Đảng ủy')
    ? `Văn phòng ${body}`
    : `${office.archiveCode}, ${body}`;
}

/** "Gửi ngày 21/01/2026, trực tiếp": which sending the slip goes with. */
function sentWords({ items }: SentTo): string {
  const [first] = items;
  const ways = [...new Set(items.map(({ channel }) => channel.toLocaleLowerCase('vi')))];
  return first ? `Gửi ngày ${formatDate(first.sentOn)}, ${ways.join(', ')}` : '';
}

/** Lists of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const out: T[][] = [];
  for (let at = 0; at < list.length; at += size) out.push(list.slice(at, at + size));
  return out;
}
