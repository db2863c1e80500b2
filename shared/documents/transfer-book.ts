/** Sổ chuyển giao văn bản: its columns in order (domain.md §4); "Ký nhận" is signed by hand where nothing was noted. */
import { formatDate, type Instant, type PlainDate } from '../date/plain-date';
import type { BookColumn, PrintedBook } from './book-model';

const COLUMNS: readonly BookColumn[] = [
  { title: 'Ngày chuyển', width: 13, share: 14, centred: true },
  { title: 'Số, ký hiệu', width: 22, share: 22, centred: true },
  { title: 'Đơn vị hoặc người nhận', width: 50, share: 52, centred: false },
  { title: 'Ký nhận', width: 24, share: 24, centred: false },
  { title: 'Ghi chú', width: 50, share: 48, centred: false },
];

export interface TransferBookInput {
  readonly office: PrintedBook['office'];
  /** "Năm 2026", "Từ ngày … đến ngày …" */
  readonly period: string;
  readonly rows: readonly {
    readonly date: PlainDate;
    readonly numberText: string;
    readonly receiver: string;
    readonly receipt: string;
    readonly note: string;
  }[];
  readonly createdAt: Instant;
}

export function transferBook({ office, period, rows, createdAt }: TransferBookInput): PrintedBook {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    name: 'Sổ chuyển giao văn bản',
    period,
    sheetName: 'Chuyển giao',
    office,
    columns: COLUMNS,
    lines: rows.map(({ date, numberText, receiver, receipt, note }) => ({
      mark: 'line',
      cells: [
        { text: formatDate(date), day: date },
        { text: numberText },
        { text: receiver },
        { text: receipt },
        { text: note },
      ],
    })),
    facts:
      first && last
        ? [
            `Từ ngày ${formatDate(first.date)} đến ngày ${formatDate(last.date)}`,
            `Số lượt chuyển giao: ${rows.length}, của ${new Set(rows.map(({ numberText }) => numberText)).size} văn bản`,
          ]
        : ['Chưa có lượt chuyển giao nào.'],
    tally: `Sổ có ${rows.length} lượt chuyển giao.`,
    createdAt,
  };
}
