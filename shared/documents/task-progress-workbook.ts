/** Tiến độ thực hiện nhiệm vụ as a workbook: by task, by unit, every duty; A4 on its side, late ones marked in words and colour. */
import { formatDate } from '../date/plain-date';
import {
  CENTRED,
  HEAD,
  NUMBER,
  SHEET_SUBTITLE,
  SHEET_TITLE,
  sheetFooter,
  TEXT,
  TOTAL_FILL,
  textRow,
} from './cell-style';
import { rowHeight } from './row-height';
import {
  columnLetters,
  textCell,
  type CellModel,
  type CellStyle,
  type SheetModel,
  type WorkbookModel,
} from './sheet-model';
import { countSheets } from './task-counts-sheets';
import {
  evidenceText,
  progressSentence,
  PROGRESS_TITLE,
  resultText,
  ROLE_WORDS,
  STANDING_WORDS,
  type ProgressInput,
} from './task-progress';

const HEAD_ROW = 6;
const LATE_FILL = 'FCE4E4';
const LATE: CellStyle = { fill: LATE_FILL };

type Value = string | number | { readonly day: string | null };
interface Column {
  readonly title: string;
  readonly width: number;
  readonly centred?: boolean;
}
interface Row {
  readonly values: readonly Value[];
  readonly late: boolean;
  readonly total?: boolean;
}

function cellOf(
  row: number,
  column: number,
  value: Value,
  { centred = false }: Column,
  style: CellStyle,
): CellModel {
  if (typeof value === 'number')
    return {
      row,
      column,
      value: { kind: 'number', value, format: '#,##0' },
      style: { ...NUMBER, align: 'center', ...style },
    };
  if (typeof value === 'object')
    return value.day === null
      ? textCell(row, column, '', { ...CENTRED, ...style })
      : { row, column, value: { kind: 'date', date: value.day }, style: { ...CENTRED, ...style } };
  return textCell(row, column, value, { ...(centred ? { ...CENTRED, wrap: true } : TEXT), ...style });
}

function listSheet(
  input: ProgressInput,
  name: string,
  subtitle: string,
  columns: readonly Column[],
  rows: readonly Row[],
): SheetModel {
  const last = columnLetters(columns.length);
  const heights: Record<number, number> = {
    2: 24,
    [HEAD_ROW]: rowHeight(
      columns.map(({ title, width }) => ({ text: title, width: width - 1, size: 11, bold: true })),
      34,
    ),
  };
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const plan = `Kế hoạch ${input.plan}`;
  heights[3] = rowHeight([{ text: plan, width, size: 12 }]);
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, PROGRESS_TITLE, SHEET_TITLE),
    textCell(3, 1, plan, SHEET_SUBTITLE),
    textCell(4, 1, `${subtitle} Tính đến ngày ${formatDate(input.on)}.`, SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      columns.map(({ title }) => title),
      HEAD,
    ),
  ];
  rows.forEach(({ values, late, total }, index) => {
    const row = HEAD_ROW + 1 + index;
    const style = { ...(late ? LATE : {}), ...(total ? { bold: true, fill: TOTAL_FILL } : {}) };
    values.forEach((value, at) => {
      const column = columns[at];
      if (column) cells.push(cellOf(row, at + 1, value, column, style));
    });
    heights[row] = rowHeight(
      values.map((value, at) => ({
        text: typeof value === 'string' ? value : '',
        width: columns[at]?.width ?? 10,
        size: 12,
        bold: total === true,
      })),
    );
  });
  const listed = rows.filter(({ total }) => total !== true).length;
  return {
    name,
    visibility: 'visible',
    columns: columns.map(({ width: each }) => each),
    rowHeights: heights,
    cells,
    merges: [1, 2, 3, 4].map((row) => `A${row}:${last}${row}`),
    freeze: { rows: HEAD_ROW, columns: 2 },
    ...(listed > 0 && { autoFilter: `A${HEAD_ROW}:${last}${HEAD_ROW + listed}` }),
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
      footer: sheetFooter(`Tiến độ thực hiện nhiệm vụ đến ${formatDate(input.on)}`),
    },
  };
}

const COUNTS: readonly Column[] = [
  'Đơn vị',
  'Hoàn thành',
  'Trong đó trễ hạn',
  'Quá hạn',
  'Đang làm',
  'Chưa làm',
  'Không thực hiện',
].map((title) => ({ title, width: 9, centred: true }));

type Counted = ProgressInput['all'];
const countsOf = ({ units, done, doneLate, overdue, doing, todo, notDone }: Counted): readonly number[] => [
  units, done, doneLate, overdue, doing, todo, notDone,
]; // prettier-ignore

function byTask(input: ProgressInput): SheetModel {
  return listSheet(
    input,
    'Theo nhiệm vụ',
    `${progressSentence(input.all, input.percent)}.`,
    [
      { title: 'STT', width: 5, centred: true },
      { title: 'Nhiệm vụ', width: 46 },
      { title: 'Chủ trì', width: 20 },
      { title: 'Phối hợp', width: 18 },
      { title: 'Hạn', width: 12, centred: true },
      ...COUNTS,
      { title: 'Đơn vị quá hạn', width: 30 },
    ],
    [
      ...input.tasks.map((task, index): Row => ({
        values: [
          index + 1,
          task.text,
          task.heading,
          task.coordinating.join(', '),
          { day: task.lastDay },
          ...countsOf(task),
          task.late.join('; '),
        ],
        late: task.overdue > 0,
      })),
      { values: ['', 'Tổng cộng', '', '', '', ...countsOf(input.all), ''], late: false, total: true },
    ],
  );
}

function byUnit(input: ProgressInput): SheetModel {
  return listSheet(
    input,
    'Theo đơn vị',
    `${progressSentence(input.all, input.percent)}.`,
    [
      { title: 'STT', width: 5, centred: true },
      { title: 'Đơn vị', width: 44 },
      { title: 'Nhóm', width: 30 },
      ...COUNTS.map((column, index) => (index === 0 ? { ...column, title: 'Nhiệm vụ' } : column)),
    ],
    [
      ...input.units.map((unit, index): Row => ({
        values: [index + 1, unit.name, unit.group, ...countsOf(unit)],
        late: unit.overdue > 0,
      })),
      { values: ['', 'Tổng cộng', '', ...countsOf(input.all)], late: false, total: true },
    ],
  );
}

function everyDuty(input: ProgressInput): SheetModel {
  return listSheet(
    input,
    'Chi tiết',
    'Mỗi dòng là một nhiệm vụ của một đơn vị.',
    [
      { title: 'STT', width: 6, centred: true },
      { title: 'Đơn vị', width: 28 },
      { title: 'Nhiệm vụ', width: 44 },
      { title: 'Vai trò', width: 10, centred: true },
      { title: 'Hạn', width: 12, centred: true },
      { title: 'Gia hạn', width: 9, centred: true },
      { title: 'Tình trạng', width: 14, centred: true },
      { title: 'Ngày hoàn thành', width: 12, centred: true },
      { title: 'Kết quả', width: 28 },
      { title: 'Văn bản chứng minh', width: 20 },
    ],
    input.duties.map((duty, index): Row => ({
      values: [
        index + 1,
        duty.unit,
        duty.task,
        ROLE_WORDS[duty.role],
        { day: duty.due },
        duty.extended ? 'Có' : '',
        STANDING_WORDS[duty.standing],
        { day: duty.doneOn },
        resultText(duty.record),
        evidenceText(duty),
      ],
      late: duty.standing === 'overdue',
    })),
  );
}

function inspected(input: ProgressInput): SheetModel {
  return listSheet(
    input,
    'Kiểm tra',
    `${input.inspections.length} cuộc kiểm tra việc thực hiện.`,
    [
      { title: 'STT', width: 5, centred: true },
      { title: 'Ngày', width: 12, centred: true },
      { title: 'Đơn vị', width: 30 },
      { title: 'Nội dung', width: 34 },
      { title: 'Kết luận', width: 44 },
      { title: 'Phải khắc phục', width: 28 },
      { title: 'Hạn', width: 12, centred: true },
      { title: 'Đã khắc phục', width: 12, centred: true },
      { title: 'Văn bản', width: 20 },
    ],
    input.inspections.map((each, index): Row => ({
      values: [
        index + 1,
        { day: each.on },
        each.unitNames.join('; '),
        each.subject,
        each.conclusion,
        each.remedy?.what ?? '',
        { day: each.remedy?.lastDay ?? null },
        { day: each.remediedOn },
        [each.numberText, each.date === null ? '' : formatDate(each.date)].filter(Boolean).join(', '),
      ],
      late: each.remedy !== null && each.remediedOn === null && each.remedy.lastDay < input.on,
    })),
  );
}

export function taskProgressWorkbook(input: ProgressInput): WorkbookModel {
  return {
    title: `Tiến độ thực hiện nhiệm vụ: ${input.plan}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      byTask(input),
      byUnit(input),
      everyDuty(input),
      ...countSheets(input),
      ...(input.inspections.length === 0 ? [] : [inspected(input)]),
    ],
  };
}
