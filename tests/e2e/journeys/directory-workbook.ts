/** A directory as an office would fill it in: our template's columns, one row a unit, one of them wrong. */
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { temporaryFolder } from '../pages/window';

const HEAD = [
  'Loại',
  'Tên',
  'Tên gọi tắt',
  'Tên khác (cách nhau “;”)',
  'Thuộc nhóm (cách nhau “;”)',
  'Đơn vị cấp trên',
  'Nhóm tổng hợp',
  'Hoạt động từ',
  'Hoạt động đến',
  'Đầu mối liên hệ',
];
export const CELLS_GROUP = 'Các chi bộ trực thuộc';

export function cellName(index: number): string {
  return `Chi bộ Tổ dân phố số ${index}`;
}

export interface DirectoryFile {
  readonly path: string;
  /** Row number in Excel of the row that can't be taken, and its name. */
  readonly wrong: { readonly row: number; readonly name: string };
  /** Rows that can. */
  readonly right: number;
}

/** One group, `cells` units in it, and one unit with a day that doesn't exist. */
export async function makeDirectory(cells: number): Promise<DirectoryFile> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Danh bạ');
  sheet.addRow(HEAD);
  sheet.addRow(['nhóm', CELLS_GROUP, '', 'Chi bộ trực thuộc; Các chi bộ']);
  const unit = (name: string, from: string) =>
    sheet.addRow(['đơn vị', name, '', '', CELLS_GROUP, '', CELLS_GROUP, from]);
  for (let index = 1; index <= cells; index += 1) unit(cellName(index), '01/07/2025');
  const wrong = 'Chi bộ Tổ dân phố Sai Ngày';
  const row = unit(wrong, '31/02/2026').number;
  const path = join(temporaryFolder('directory'), 'danh-ba.xlsx');
  await workbook.xlsx.writeFile(path);
  return { path, wrong: { row, name: wrong }, right: cells + 1 };
}
