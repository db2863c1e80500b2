/** WorkbookModel → .xlsx, the same bytes for the same model. */
import ExcelJS from 'exceljs';
import type { SheetModel, WorkbookModel } from '../../../../shared/documents/sheet-model';
import { cellAddress } from '../../../../shared/documents/sheet-model';
import { locateFontsFolder } from '../pdf/fonts';
import { createRasteriser, type DrawPicture } from '../picture/rasterise';
import { printable } from '../printable';
import { repack } from '../repack';
import { argb, createCellStyles, fillCell, type CellStyles } from './cell';
import { uniqueSheetNames } from './sheet-name';

const A4 = 9;
const MARGINS = { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/**
 * Draws the model. Texts stay texts whatever they begin with; formulas are those of the model. Throws on a model
 * that no workbook can hold (two cells with one name, a number that is none, a formula that reaches outside).
 */
export async function writeWorkbook(
  model: WorkbookModel,
  fontsFolder: string = locateFontsFolder(),
): Promise<Uint8Array> {
  const charts = model.sheets.some((sheet) => (sheet.pictures ?? []).length > 0);
  const picture = charts ? await createRasteriser(fontsFolder) : null;
  const workbook = new ExcelJS.Workbook();
  const createdAt = new Date(model.createdAt);
  workbook.title = printable(model.title);
  workbook.creator = printable(model.creator);
  workbook.lastModifiedBy = printable(model.creator);
  workbook.created = createdAt;
  workbook.modified = createdAt;
  // The stored results are right; the flag makes programs that edit the file compute again when it is opened.
  workbook.calcProperties = { fullCalcOnLoad: true };

  const names = uniqueSheetNames(model.sheets.map((sheet) => sheet.name));
  const taken = new Set<string>();
  const styles = createCellStyles();
  for (const [index, sheet] of model.sheets.entries())
    await drawSheet(workbook, sheet, names[index] ?? sheet.name, taken, styles, picture);
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 20_000,
      height: 12_000,
      firstSheet: 0,
      activeTab: firstVisible(model.sheets),
      visibility: 'visible',
    },
  ];
  // Stored, not packed: `repack` packs once.
  const options = { zip: { compression: 'STORE' } } as Partial<ExcelJS.XlsxWriteOptions>;
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer(options)));
}

function firstVisible(sheets: readonly SheetModel[]): number {
  const index = sheets.findIndex((sheet) => sheet.visibility === 'visible');
  if (index < 0) throw new Error('a workbook needs a visible sheet');
  return index;
}

async function drawSheet(
  workbook: ExcelJS.Workbook,
  model: SheetModel,
  name: string,
  takenNames: Set<string>,
  styles: CellStyles,
  picture: DrawPicture | null,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, { state: model.visibility, views: [sheetView(model)] });
  model.columns.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  for (const cellModel of model.cells) {
    const cell = sheet.getCell(cellModel.row, cellModel.column);
    fillCell(cell, cellModel, styles);
    if (cellModel.name === undefined) continue;
    const key = cellModel.name.toLowerCase();
    if (takenNames.has(key)) throw new Error(`the name stands twice in a workbook: ${cellModel.name}`);
    takenNames.add(key);
    workbook.definedNames.add(absoluteAddress(name, cellModel.row, cellModel.column), cellModel.name);
  }
  for (const [row, height] of Object.entries(model.rowHeights ?? {}))
    sheet.getRow(Number(row)).height = height;
  // Merged without copying the first cell's style: bordered ranges give every cell its own style.
  for (const range of model.merges ?? []) sheet.mergeCellsWithoutStyle(range);
  if (model.autoFilter !== undefined) sheet.autoFilter = model.autoFilter;
  setPrint(sheet, model.print);
  setOutline(sheet, model);
  addMarks(sheet, model);
  addPictures(workbook, sheet, model, picture);
  if (model.protect)
    await sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    });
}

function absoluteAddress(sheet: string, row: number, column: number): string {
  const letters = cellAddress(row, column).replace(/\d+$/, '');
  return `'${sheet.replaceAll("'", "''")}'!$${letters}$${row}`;
}

function sheetView(model: SheetModel): Partial<ExcelJS.WorksheetView> {
  const { freeze } = model;
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0))
    return { showGridLines: model.visibility !== 'visible' };
  return {
    state: 'frozen',
    xSplit: freeze.columns,
    ySplit: freeze.rows,
    topLeftCell: cellAddress(freeze.rows + 1, freeze.columns + 1),
    showGridLines: false,
  };
}

function setPrint(sheet: ExcelJS.Worksheet, print: SheetModel['print']): void {
  if (!print) return;
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4,
    orientation: print.orientation,
    margins: MARGINS,
    horizontalCentered: true,
    ...(print.fitToWidth ? { fitToPage: true, fitToWidth: print.pagesWide ?? 1, fitToHeight: 0 } : {}),
    ...(print.titleRows === undefined ? {} : { printTitlesRow: print.titleRows }),
    ...(print.titleColumns === undefined ? {} : { printTitlesColumn: print.titleColumns }),
    ...(print.area === undefined ? {} : { printArea: print.area }),
  };
  for (const row of print.breaksAfter ?? []) sheet.getRow(row).addPageBreak();
  if (print.footer !== undefined) sheet.headerFooter.oddFooter = printable(print.footer);
}

/** The row that stays stands above its details, as our tables are read. */
function setOutline(sheet: ExcelJS.Worksheet, { outline }: SheetModel): void {
  if (!outline) return;
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  for (const [row, level] of Object.entries(outline)) sheet.getRow(Number(row)).outlineLevel = level;
}

function addMarks(sheet: ExcelJS.Worksheet, model: SheetModel): void {
  (model.marks ?? []).forEach(({ range, when, color, fill }, index) => {
    const style: Partial<ExcelJS.Style> = {
      font: { color: { argb: argb(color) }, bold: true },
      fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fill) } },
    };
    const priority = index + 1;
    sheet.addConditionalFormatting({
      ref: range,
      rules: [
        'text' in when
          ? { type: 'containsText', operator: 'containsText', text: when.text, style, priority }
          : { type: 'cellIs', operator: 'lessThan', formulae: [when.below], style, priority },
      ],
    });
  });
}

/** Pixels of Excel's own measure (96 an inch) in a point. */
const PIXELS_A_POINT = 96 / 72;

function addPictures(
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  model: SheetModel,
  picture: DrawPicture | null,
): void {
  for (const { chart, row, column } of model.pictures ?? []) {
    if (!picture) throw new Error('a chart needs the machine that draws pictures');
    // ExcelJS's own Buffer type predates today's; it only reads the bytes.
    const buffer = Buffer.from(picture(chart)) as unknown as ExcelJS.Buffer;
    const id = workbook.addImage({ buffer, extension: 'png' });
    sheet.addImage(id, {
      tl: { col: column - 1, row: row - 1 },
      ext: { width: chart.width * PIXELS_A_POINT, height: chart.height * PIXELS_A_POINT },
    });
  }
}
