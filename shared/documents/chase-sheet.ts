/** Danh sách đôn đốc, to print and to work through by telephone: whom, what is missing, how late, what was done, signed for. */
import { dayWithHour } from '../date/hour';
import { dateOfInstant, formatDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import { stepDay } from '../domain/report/chase-levels';
import type { OwedWork, OwingUnit } from '../domain/report/owing';
import { landscapePart } from './body';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { planName } from './chase-page';
import { overdueCell } from './chase-report-page';
import type { PageModel } from './page-model';
import { bodyHead, listTable, plainLine, type ListColumn } from './page-table';
import { rowHeight } from './row-height';
import type { RuleProfile } from './rule-profile';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

export interface ChaseSheetInput {
  readonly office: OfficeProfile;
  readonly units: readonly OwingUnit[];
  /** "báo cáo quý I năm 2026, thực hiện Kế hoạch …" */
  readonly title: string;
  readonly createdAt: string;
}

const COLUMNS: readonly (ListColumn & { readonly characters: number })[] = [
  { title: 'STT', width: 5, characters: 6, align: 'center' },
  { title: 'Đơn vị', width: 24, characters: 34 },
  { title: 'Liên hệ', width: 18, characters: 24 },
  { title: 'Còn thiếu', width: 34, characters: 46 },
  { title: 'Hạn', width: 10, characters: 12, align: 'center' },
  { title: 'Quá hạn (ngày)', width: 7, characters: 9, align: 'center' },
  { title: 'Lần 1', width: 10, characters: 12, align: 'center' },
  { title: 'Lần 2', width: 10, characters: 12, align: 'center' },
  { title: 'Lần 3', width: 10, characters: 12, align: 'center' },
  { title: 'Người nhận, ký', width: 16, characters: 20 },
];

function sheetRow(unit: OwingUnit, index: number): readonly string[] {
  const lines = (of: (work: OwedWork) => string): string => unit.owes.map(of).join('\n');
  const step = (level: 1 | 2 | 3) =>
    lines((work) => {
      const on = stepDay(work.steps, level);
      return on === null ? '' : formatDate(on);
    });
  return [
    String(index + 1),
    unit.name,
    unit.contact,
    lines((work) => {
      const name = `${work.name.charAt(0).toUpperCase()}${work.name.slice(1)}, ${planName(work)}`;
      return work.state === 'returned'
        ? `${name} (đã trả lại${work.returnedReason ? `: ${work.returnedReason}` : ''})`
        : name;
    }),
    lines((work) => dayWithHour(work.lastDay, work.time)),
    lines(overdueCell),
    step(1),
    step(2),
    step(3),
    '',
  ];
}

function asOf(input: ChaseSheetInput): string {
  return `${input.title} – tính đến ngày ${formatDate(dateOfInstant(input.createdAt))}, ${input.units.length} đơn vị`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A4 landscape, the head of the table on each page. */
export function chaseSheetPage(profile: RuleProfile, input: ChaseSheetInput): PageModel {
  return {
    title: 'Danh sách đôn đốc',
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      landscapePart(profile, [
        bodyHead(input.office),
        plainLine('DANH SÁCH ĐÔN ĐỐC', 'center', { size: 15, bold: true }, { spaceBefore: 12 }),
        plainLine(capital(asOf(input)), 'center', { size: 13, italic: true }, { spaceAfter: 8 }),
        listTable(COLUMNS, input.units.map(sheetRow), 11),
      ]),
    ],
  };
}

const HEAD_ROW = 5;

export function chaseSheetWorkbook(input: ChaseSheetInput): WorkbookModel {
  const rows = input.units.map(sheetRow);
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, 'DANH SÁCH ĐÔN ĐỐC', SHEET_TITLE),
    textCell(3, 1, capital(asOf(input)), SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      COLUMNS.map(({ title }) => title),
      HEAD,
    ),
    ...rows.flatMap((row, index) =>
      row.map((text, at) =>
        textCell(
          HEAD_ROW + 1 + index,
          at + 1,
          text,
          COLUMNS[at]?.align === 'center' ? { ...CENTRED, wrap: true } : TEXT,
        ),
      ),
    ),
  ];
  const width = COLUMNS.reduce((sum, { characters }) => sum + characters, 0);
  return {
    title: 'Danh sách đôn đốc',
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Đôn đốc',
        visibility: 'visible',
        columns: COLUMNS.map(({ characters }) => characters),
        rowHeights: {
          2: 24,
          3: rowHeight([{ text: asOf(input), width, size: 12 }]),
          [HEAD_ROW]: 34,
          ...Object.fromEntries(
            rows.map((row, index) => [
              HEAD_ROW + 1 + index,
              rowHeight(row.map((text, at) => ({ text, width: COLUMNS[at]?.characters ?? 10, size: 12 }))),
            ]),
          ),
        },
        cells,
        merges: ['A1:J1', 'A2:J2', 'A3:J3'],
        freeze: { rows: HEAD_ROW, columns: 2 },
        ...(rows.length > 0 && { autoFilter: `A${HEAD_ROW}:J${HEAD_ROW + rows.length}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter('Danh sách đôn đốc'),
        },
      },
    ],
  };
}
