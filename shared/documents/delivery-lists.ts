/** Lists of the ledger to print: addresses for envelopes, and who has not confirmed. One model, as pages and as a workbook. */
import { daysBetween, formatDate } from '../date/plain-date';
import { landscapePart } from './body';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import type { DeliveryPrint, SentItem } from './delivery-slips';
import type { PageModel } from './page-model';
import { bodyHead, listTable, plainLine, shares, type ListColumn } from './page-table';
import { rowHeight } from './row-height';
import type { RuleProfile } from './rule-profile';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';
import { textWidth } from './text-width';

interface DeliveryList {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly (ListColumn & { readonly characters: number })[];
  readonly rows: readonly (readonly string[])[];
}

/** Danh sách địa chỉ để ghi phong bì: one line a recipient. */
export function addressList({ recipients }: DeliveryPrint): DeliveryList {
  return {
    title: 'DANH SÁCH GỬI VĂN BẢN',
    subtitle: `${recipients.length} nơi nhận`,
    columns: [
      { title: 'STT', width: 5, characters: 6, align: 'center' },
      { title: 'Nơi nhận', width: 22, characters: 36 },
      { title: 'Địa chỉ', width: 22, characters: 36 },
      { title: 'Thư điện tử', width: 28, characters: 32 },
      { title: 'Liên hệ', width: 14, characters: 20 },
      { title: 'Văn bản', width: 16, characters: 22 },
      { title: 'Cách gửi', width: 11, characters: 14 },
      { title: 'Ghi chú', width: 10, characters: 14 },
    ],
    rows: recipients.map(({ name, address, email, contact, items }, index) => [
      String(index + 1),
      name,
      address,
      email,
      contact,
      items.map((item) => documentWords(item, items)).join('\n'),
      [...new Set(items.map(({ channel }) => channel))].join('\n'),
      '',
    ]),
  };
}

/** A document that was sent more than once has the day of each sending beside it. */
function documentWords(item: SentItem, items: readonly SentItem[]): string {
  const words = item.numberText ?? item.subject;
  return items.filter(({ documentId }) => documentId === item.documentId).length > 1
    ? `${words} (gửi ${formatDate(item.sentOn)})`
    : words;
}

/** Danh sách chưa xác nhận nhận: one line a delivery, with room for what the telephone says. */
export function unconfirmedList({ recipients, today }: DeliveryPrint): DeliveryList {
  const lines = recipients.flatMap((recipient) => recipient.items.map((item) => ({ recipient, item })));
  return {
    title: 'DANH SÁCH CHƯA XÁC NHẬN ĐÃ NHẬN VĂN BẢN',
    subtitle: `Tính đến ngày ${formatDate(today)}, ${lines.length} lượt gửi`,
    columns: [
      { title: 'STT', width: 5, characters: 6, align: 'center' },
      { title: 'Nơi nhận', width: 24, characters: 34 },
      { title: 'Liên hệ', width: 15, characters: 20 },
      { title: 'Số, ký hiệu', width: 14, characters: 16, align: 'center' },
      { title: 'Văn bản', width: 32, characters: 44 },
      { title: 'Gửi ngày', width: 11, characters: 12, align: 'center' },
      { title: 'Cách gửi', width: 11, characters: 14 },
      { title: 'Đã qua (ngày)', width: 8, characters: 9, align: 'center' },
      { title: 'Nhận ngày, ký nhận', width: 16, characters: 20 },
    ],
    rows: lines.map(({ recipient, item }, index) => [
      String(index + 1),
      recipient.name,
      recipient.contact,
      item.numberText ?? '',
      item.subject,
      formatDate(item.sentOn),
      item.channel,
      String(Math.max(0, daysBetween(item.sentOn, today))),
      '',
    ]),
  };
}

const PAGE_WIDTH = 297;
/** Points. */
const ROW_SIZE = 11;
/** Millimetres on both sides of a cell, with a little to spare. */
const CELL_PADDING = 4;

/**
 * An e-mail address in lines that fit, parted where a reader can put it together again: before "@", else before a dot
 * or a stroke. Left alone, the printer parts it in the midst of a word.
 */
export function brokenAddress(address: string, fits: (line: string) => boolean): string {
  if (fits(address)) return address;
  const lines: string[] = [];
  for (const side of address.split(/(?=@)/u)) {
    let line = '';
    for (const piece of fits(side) ? [side] : side.split(/(?=[.\-_])/u)) {
      if (line !== '' && !fits(line + piece)) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** A4 landscape, the head of the table on each page. */
export function deliveryListPage(profile: RuleProfile, input: DeliveryPrint, list: DeliveryList): PageModel {
  const { right } = profile.page;
  const room = PAGE_WIDTH - 2 * right;
  const widths = shares(list.columns.map(({ width }) => width)).map((share) => share * room - CELL_PADDING);
  const rows = list.rows.map((row) =>
    row.map((text, at) =>
      text.replaceAll(/\S+@\S+/gu, (address) =>
        brokenAddress(address, (line) => textWidth(line, ROW_SIZE) <= (widths[at] ?? room)),
      ),
    ),
  );
  return {
    title: sentence(list.title),
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      landscapePart(profile, [
        bodyHead(input.office),
        plainLine(list.title, 'center', { size: 15, bold: true }, { spaceBefore: 12 }),
        plainLine(list.subtitle, 'center', { size: 13, italic: true }, { spaceAfter: 8 }),
        listTable(list.columns, rows, ROW_SIZE),
      ]),
    ],
  };
}

const HEAD_ROW = 5;

export function deliveryListWorkbook(input: DeliveryPrint, list: DeliveryList): WorkbookModel {
  const last = String.fromCharCode('A'.charCodeAt(0) + list.columns.length - 1);
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, list.title, SHEET_TITLE),
    textCell(3, 1, list.subtitle, SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      list.columns.map(({ title }) => title),
      HEAD,
    ),
    ...list.rows.flatMap((row, index) =>
      row.map((text, at) =>
        textCell(
          HEAD_ROW + 1 + index,
          at + 1,
          text,
          list.columns[at]?.align === 'center' ? { ...CENTRED, wrap: true } : TEXT,
        ),
      ),
    ),
  ];
  const name = sentence(list.title);
  return {
    title: name,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Danh sách',
        visibility: 'visible',
        columns: list.columns.map(({ characters }) => characters),
        rowHeights: {
          2: 24,
          [HEAD_ROW]: 34,
          ...Object.fromEntries(
            list.rows.map((row, index) => [
              HEAD_ROW + 1 + index,
              rowHeight(
                row.map((text, at) => ({ text, width: list.columns[at]?.characters ?? 10, size: 12 })),
              ),
            ]),
          ),
        },
        cells,
        merges: [`A1:${last}1`, `A2:${last}2`, `A3:${last}3`],
        freeze: { rows: HEAD_ROW, columns: 2 },
        ...(list.rows.length > 0 && { autoFilter: `A${HEAD_ROW}:${last}${HEAD_ROW + list.rows.length}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(name),
        },
      },
    ],
  };
}

function sentence(title: string): string {
  return `${title.charAt(0)}${title.slice(1).toLocaleLowerCase('vi')}`;
}
