/** Sổ khó khăn, vướng mắc as a workbook, ready to print on A4 landscape. */
import { formatDate } from '../date/plain-date';
import { DIFFICULTY_STATE } from '../i18n/vi';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

interface Mark {
  readonly numberText: string;
  readonly date: string | null;
}

/** One line of the ledger. */
export interface LedgerLine {
  readonly unitName: string;
  readonly subject: string;
  readonly mark: Mark;
  readonly receivedOn: string;
  readonly forwardedTo: string;
  readonly forwardedOn: string | null;
  readonly lastDay: string | null;
  readonly answer: (Mark & { readonly by: string; readonly note: string }) | null;
  readonly state: keyof typeof DIFFICULTY_STATE;
  /** Title of the plan. */
  readonly plan: string;
}

export interface LedgerInput {
  readonly office: { readonly issuingBody: string };
  /** "Các nội dung chưa trả lời" */
  readonly scope: string;
  /** Day on which the states hold. */
  readonly on: string;
  readonly rows: readonly LedgerLine[];
  /** True: a column says which plan a line belongs to. */
  readonly showPlan: boolean;
  readonly createdAt: string;
}

const COLUMNS = [
  { title: 'TT', width: 6 },
  { title: 'Đơn vị', width: 26 },
  { title: 'Nội dung khó khăn, vướng mắc', width: 44 },
  { title: 'Số, ngày văn bản', width: 18 },
  { title: 'Ngày nhận', width: 12 },
  { title: 'Chuyển đến', width: 22 },
  { title: 'Hạn trả lời', width: 12 },
  { title: 'Trả lời (số, ngày, nơi trả lời)', width: 28 },
  { title: 'Tình trạng', width: 15 },
] as const;
const PLAN_COLUMN = { title: 'Kế hoạch', width: 30 } as const;
const HEAD_ROW = 5;
const RECEIVED = 4;
const DUE = 6;

export function difficultiesWorkbook(input: LedgerInput): WorkbookModel {
  const columns = input.showPlan ? [...COLUMNS, PLAN_COLUMN] : [...COLUMNS];
  const last = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1);
  const texts = input.rows.map((line, index) => lineTexts(line, index).slice(0, columns.length));
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, 'SỔ THEO DÕI KHÓ KHĂN, VƯỚNG MẮC CỦA CÁC ĐƠN VỊ', SHEET_TITLE),
    textCell(3, 1, `${input.scope}, đến ngày ${formatDate(input.on)}`, SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      columns.map(({ title }) => title),
      HEAD,
    ),
    ...texts.flatMap((row, index) => lineCells(row, index, input.rows[index])),
  ];
  const heights = Object.fromEntries(
    texts.map((row, index) => [
      HEAD_ROW + 1 + index,
      rowHeight(row.map((text, at) => ({ text, width: columns[at]?.width ?? 10, size: 12 }))),
    ]),
  );
  const lastRow = HEAD_ROW + input.rows.length;
  return {
    title: 'Sổ theo dõi khó khăn, vướng mắc',
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Khó khăn, vướng mắc',
        visibility: 'visible',
        columns: columns.map(({ width }) => width),
        rowHeights: { 2: 24, [HEAD_ROW]: 36, ...heights },
        cells,
        merges: [1, 2, 3].map((row) => `A${row}:${last}${row}`),
        freeze: { rows: HEAD_ROW, columns: 2 },
        ...(input.rows.length > 0 && { autoFilter: `A${HEAD_ROW}:${last}${lastRow}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`Sổ khó khăn, vướng mắc, ${input.rows.length} nội dung`),
        },
      },
    ],
  };
}

function lineTexts(line: LedgerLine, index: number): readonly string[] {
  const { answer } = line;
  return [
    String(index + 1),
    line.unitName,
    line.subject,
    markText(line.mark),
    formatDate(line.receivedOn),
    [line.forwardedTo, line.forwardedOn === null ? '' : `ngày ${formatDate(line.forwardedOn)}`]
      .filter((text) => text !== '')
      .join('\n'),
    line.lastDay === null ? '' : formatDate(line.lastDay),
    answer === null
      ? ''
      : [markText(answer), answer.by, answer.note].filter((text) => text !== '').join('\n'),
    DIFFICULTY_STATE[line.state].word,
    line.plan,
  ];
}

/** Days are typed, so that the ledger can be sorted and filtered; the rest is text. */
function lineCells(
  row: readonly string[],
  index: number,
  line: LedgerLine | undefined,
): readonly CellModel[] {
  const at = HEAD_ROW + 1 + index;
  return row.map((text, column): CellModel => {
    const day =
      column === RECEIVED ? (line?.receivedOn ?? null) : column === DUE ? (line?.lastDay ?? null) : null;
    if (day !== null)
      return { row: at, column: column + 1, value: { kind: 'date', date: day }, style: CENTRED };
    if (column === 0)
      return { row: at, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED };
    return textCell(at, column + 1, text, TEXT);
  });
}

function markText({ numberText, date }: Mark): string {
  return [numberText === '' ? '' : `Số ${numberText}`, date === null ? '' : `ngày ${formatDate(date)}`]
    .filter((text) => text !== '')
    .join(' ');
}
