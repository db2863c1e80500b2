/** Điểm danh: the sheet to sign (bodies with seats, no persons), and the counts as a workbook. */
import type { AttendanceRow, OnlinePoint } from '../domain/conference/model';
import { attendanceOf, byPoint, coverageOf } from '../domain/conference/coverage';
import type { OfficeProfile } from '../domain/office/model';
import { formatPercent } from '../text/numbers';
import { CENTRED, HEAD, NUMBER, numberOrEmpty, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow, TOTAL_FILL } from './cell-style'; // prettier-ignore
import { portraitPart } from './body';
import type { BlockModel, PageModel } from './page-model';
import { bodyHead, listTable, plainLine } from './page-table';
import { rowHeight } from './row-height';
import type { RuleProfile } from './rule-profile';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

export interface AttendanceSheetInput {
  readonly office: OfficeProfile;
  readonly name: string;
  /** "14 giờ 00 ngày 11/02/2026 (thứ Tư), Hội trường …" */
  readonly moment: string;
  readonly rows: readonly AttendanceRow[];
  /** Points of an online conference; []: it has only the hall. */
  readonly points: readonly Pick<OnlinePoint, 'id' | 'name'>[];
  readonly createdAt: string;
}

const TITLE = 'DANH SÁCH ĐIỂM DANH';

/**
 * A4 to be signed at the door: counts that are known are printed, the others are left to be written in. Of an online
 * conference each point has its own sheet, because each is signed elsewhere.
 */
export function attendancePage(profile: RuleProfile, input: AttendanceSheetInput): PageModel {
  const points = byPoint(input.rows, input.points).filter(({ rows }) => rows.length > 0);
  const sheets = points.length > 0 ? points : [{ name: '', rows: input.rows }];
  return {
    title: `${TITLE} – ${input.name}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: sheets.map(({ name, rows }) =>
      portraitPart(profile, [
        bodyHead(input.office),
        plainLine(TITLE, 'center', { size: 15, bold: true }, { spaceBefore: 12 }),
        plainLine(input.name, 'center', { size: 14, bold: true }),
        ...(name === '' ? [] : [plainLine(pointWords(name), 'center', { size: 13, bold: true })]),
        plainLine(input.moment, 'center', { size: 13, italic: true }, { spaceAfter: 8 }),
        signedTable(rows),
      ]),
    ),
  };
}

/** "Điểm cầu Trường THCS", however the point was named. */
function pointWords(name: string): string {
  return /^điểm cầu/iu.test(name) ? name : `Điểm cầu ${name}`;
}

function signedTable(rows: readonly AttendanceRow[]): BlockModel {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return listTable(
    [
      { title: 'STT', width: 7, align: 'center' },
      { title: 'Cơ quan, đơn vị', width: 39 },
      { title: 'Được mời', width: 10, align: 'center' },
      { title: 'Có mặt', width: 10, align: 'center' },
      { title: 'Vắng', width: 10, align: 'center' },
      { title: 'Người đại diện ký', width: 24 },
    ],
    [
      ...rows.map((row, index) => [
        String(index + 1),
        row.name,
        number(row.invited),
        number(row.present),
        row.excused === null && row.unexcused === null
          ? ''
          : String((row.excused ?? 0) + (row.unexcused ?? 0)),
        '',
      ]),
      ['', 'Cộng', String(attendanceOf(rows).invited), '', '', ''],
    ],
    12,
  );
}

const HEADS = [
  'STT',
  'Cơ quan, đơn vị',
  'Được mời',
  'Có mặt',
  'Vắng có lý do',
  'Vắng không lý do',
  'Tỷ lệ (%)',
];
const WIDTHS = [6, 52, 12, 12, 14, 16, 12];
const POINT_WIDTH = 26;
const HEAD_ROW = 5;
const COUNT = '#,##0';
const PERCENT = '#,##0.00';

/** One line a body; sums and rates are formulas that hold their values. */
export function attendanceWorkbook(input: AttendanceSheetInput): WorkbookModel {
  const first = HEAD_ROW + 1;
  const last = HEAD_ROW + input.rows.length;
  const total = attendanceOf(input.rows);
  const points = byPoint(input.rows, input.points);
  const pointOf = new Map(points.flatMap(({ name, rows }) => rows.map(({ key }) => [key, name] as const)));
  const { onTold, onInvited } = coverageOf(total);
  const note = last + 3 + points.length;
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, `${TITLE}: ${input.name}`, SHEET_TITLE),
    textCell(3, 1, input.moment, SHEET_SUBTITLE),
    ...textRow(HEAD_ROW, points.length > 0 ? [...HEADS, 'Điểm cầu'] : HEADS, HEAD),
  ];
  const heights: Record<number, number> = { 2: 36, [HEAD_ROW]: 34 };
  input.rows.forEach((row, index) => {
    const at = first + index;
    const rate = coverageOf(attendanceOf([row])).onTold;
    cells.push(
      { row: at, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
      textCell(at, 2, row.name, TEXT),
      ...[row.invited, row.present, row.excused, row.unexcused].map((value, column): CellModel => ({
        row: at,
        column: column + 3,
        value: numberOrEmpty(value, COUNT),
        style: NUMBER,
      })),
      {
        row: at,
        column: 7,
        value:
          rate === null
            ? { kind: 'empty' }
            : { kind: 'formula', formula: `D${at}/C${at}*100`, value: rate, format: PERCENT },
        style: NUMBER,
      },
      ...(points.length > 0 ? [textCell(at, 8, pointOf.get(row.key) ?? '', TEXT)] : []),
    );
    heights[at] = rowHeight([{ text: row.name, width: WIDTHS[1] ?? 0, size: 12 }]);
  });
  const sums = ['C', 'D', 'E', 'F'] as const;
  const values = [total.invited, total.present, total.excused, total.unexcused];
  cells.push(
    textCell(last + 1, 1, '', { ...TEXT, fill: TOTAL_FILL }),
    textCell(last + 1, 2, 'Cộng', { ...TEXT, bold: true, fill: TOTAL_FILL }),
    ...sums.map((column, index): CellModel => ({
      row: last + 1,
      column: index + 3,
      value:
        input.rows.length === 0
          ? { kind: 'number', value: 0, format: COUNT }
          : {
              kind: 'formula',
              formula: `SUM(${column}${first}:${column}${last})`,
              value: values[index] ?? 0,
              format: COUNT,
            },
      style: { ...NUMBER, bold: true, fill: TOTAL_FILL },
    })),
    textCell(last + 1, 7, '', { ...TEXT, fill: TOTAL_FILL }),
    ...(points.length > 0 ? [textCell(last + 1, 8, '', { ...TEXT, fill: TOTAL_FILL })] : []),
    ...points.flatMap((point, index) => pointSums(point, last + 2 + index, [first, last])),
    textCell(note, 2, coverageWords(total.toldBodies, total.bodies, { onTold, onInvited }), TEXT),
  );
  heights[note] = 52;
  return {
    title: `${TITLE} – ${input.name}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Điểm danh',
        visibility: 'visible',
        columns: points.length > 0 ? [...WIDTHS, POINT_WIDTH] : WIDTHS,
        rowHeights: heights,
        cells,
        merges: ['A1:G1', 'A2:G2', 'A3:G3', `B${note}:G${note}`],
        freeze: { rows: HEAD_ROW, columns: 2 },
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`${TITLE}, ${input.rows.length} thành phần`),
        },
      },
    ],
  };
}

/** One point added up out of the list above, by the name in its last column. */
function pointSums(
  { name, rows }: { readonly name: string; readonly rows: readonly AttendanceRow[] },
  row: number,
  [first, last]: readonly [number, number],
): CellModel[] {
  const { invited, present, excused, unexcused } = attendanceOf(rows);
  const within = (column: string): string => `${column}$${first}:${column}$${last}`;
  return [
    textCell(row, 1, '', TEXT),
    textCell(row, 2, name, { ...TEXT, italic: true }),
    ...(
      [
        ['C', invited],
        ['D', present],
        ['E', excused],
        ['F', unexcused],
      ] as const
    ).map(([column, value], index): CellModel => ({
      row,
      column: index + 3,
      value: {
        kind: 'formula',
        formula: `SUMIF(${within('$H')},$B${row},${within(column)})`,
        value,
        format: COUNT,
      },
      style: NUMBER,
    })),
    textCell(row, 7, '', TEXT),
    textCell(row, 8, '', TEXT),
  ];
}

/** Both rates in one sentence: on those whose attendance was told, and on all that were invited. */
export function coverageWords(
  told: number,
  bodies: number,
  { onTold, onInvited }: { readonly onTold: number | null; readonly onInvited: number | null },
): string {
  const rate = (value: number | null): string => (value === null ? 'chưa có' : formatPercent(value));
  return `Đã ghi điểm danh ${told}/${bodies} thành phần. Tỷ lệ có mặt trên số được mời của thành phần đã ghi: ${rate(onTold)}; trên tổng số được mời: ${rate(onInvited)}.`;
}
