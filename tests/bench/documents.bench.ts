/** Reading returned forms and writing the summary workbook, each against ExcelJS doing the plain equivalent. */
import ExcelJS from 'exceljs';
import { writeWorkbook } from '../../electron/adapters/export/xlsx/write-workbook';
import { readForm } from '../../electron/adapters/intake/xlsx/read-form';
import type { CellModel, WorkbookModel } from '../../shared/documents/sheet-model';
import { cellAddress, columnLetters } from '../../shared/documents/sheet-model';
import { unwrap } from '../../shared/result';
import { median, row, type BenchRow } from './bench-row';

const FORMS = 500;
/** ExcelJS reads a sample of the forms; its time is scaled to all of them. */
const SAMPLE = 50;
const INDICATORS = 75;
const UNITS = 110;
const ROUNDS = 3;
const CREATED_AT = '2026-03-25T01:00:00Z';

export async function run(): Promise<readonly BenchRow[]> {
  return [await readingForms(), await writingSummary()];
}

async function readingForms(): Promise<BenchRow> {
  const form = await writeWorkbook(formOf(INDICATORS));
  const excel = await timed(async () => {
    for (let index = 0; index < SAMPLE; index += 1) {
      const workbook = new ExcelJS.Workbook();
      // ExcelJS's own Buffer type predates today's; it only reads the bytes.
      await workbook.xlsx.load(Buffer.from(form) as unknown as ExcelJS.Buffer);
    }
  });
  const ours = await timed(async () => {
    for (let index = 0; index < FORMS; index += 1) {
      const read = unwrap(await readForm(form, 'bieu.xlsx'));
      if (Object.keys(read.cells).length !== INDICATORS) throw new Error('the bench read a form wrongly');
    }
  });
  return row(
    `reading ${FORMS} forms of ${INDICATORS} indicators`,
    `ExcelJS loading the same (${SAMPLE}, scaled)`,
    (excel * FORMS) / SAMPLE,
    ours,
    1,
  );
}

async function writingSummary(): Promise<BenchRow> {
  const plain = await timed(async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Tổng hợp');
    for (let unit = 1; unit <= UNITS; unit += 1)
      sheet.addRow([`Chi bộ số ${unit}`, ...Array.from({ length: INDICATORS }, (_, index) => unit * index)]);
    await workbook.xlsx.writeBuffer();
  });
  const model = summaryModel();
  const ours = await timed(async () => {
    await writeWorkbook(model);
  });
  return row(
    `writing a summary of ${UNITS} units × ${INDICATORS} indicators`,
    'ExcelJS, plain addRow without styles, names and formulas',
    plain,
    ours,
    3,
  );
}

/** Median of some rounds, in milliseconds, after one that warms up. */
async function timed(work: () => Promise<void>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

function formOf(indicators: number): WorkbookModel {
  const cells = Array.from({ length: indicators }, (_, index): readonly CellModel[] => [
    { row: index + 5, column: 1, value: { kind: 'number', value: index + 1 } },
    {
      row: index + 5,
      column: 2,
      value: { kind: 'text', text: `Chỉ tiêu thứ ${index + 1} của biểu báo cáo` },
    },
    {
      row: index + 5,
      column: 3,
      value: { kind: 'number', value: index * 7 },
      name: `ct_HN${index + 10}`,
      style: { unlocked: true, border: true },
      validation: { kind: 'integer', minimum: 0, maximum: null, message: 'Ghi số nguyên không âm.' },
    },
  ]).flat();
  return {
    title: 'Biểu báo cáo',
    creator: 'Đảng ủy phường An Bình',
    createdAt: CREATED_AT,
    sheets: [
      { name: 'Biểu', visibility: 'visible', columns: [6, 60, 14], protect: true, cells },
      {
        name: '_vpdu',
        visibility: 'veryHidden',
        columns: [16, 40],
        cells: [
          { row: 1, column: 1, value: { kind: 'text', text: 'app' } },
          { row: 1, column: 2, value: { kind: 'text', text: 'vpdu-desk' } },
        ],
      },
    ],
  };
}

function summaryModel(): WorkbookModel {
  const style = { border: true, align: 'right' } as const;
  const cells: CellModel[] = [];
  for (let unit = 1; unit <= UNITS; unit += 1) {
    cells.push({ row: unit, column: 1, value: { kind: 'text', text: `Chi bộ số ${unit}` }, style });
    for (let index = 0; index < INDICATORS; index += 1)
      cells.push({
        row: unit,
        column: index + 2,
        value: { kind: 'number', value: unit * index, format: '#,##0' },
        style,
      });
  }
  for (let index = 0; index < INDICATORS; index += 1) {
    const column = index + 2;
    const range = `${columnLetters(column)}1:${cellAddress(UNITS, column)}`;
    cells.push({
      row: UNITS + 1,
      column,
      value: { kind: 'formula', formula: `SUM(${range})`, value: (index * UNITS * (UNITS + 1)) / 2 },
      name: `tong_HN${index + 10}`,
      style,
    });
  }
  return {
    title: 'Tổng hợp quý I/2026',
    creator: 'Đảng ủy phường An Bình',
    createdAt: CREATED_AT,
    sheets: [{ name: 'Tổng hợp', visibility: 'visible', columns: [30], cells }],
  };
}
