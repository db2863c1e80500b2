/** Figures for another program: every visible sheet as CSV (RFC 4180, UTF-8 with its mark), in one zip. */
import type { CellValue, SheetModel } from '../../../documents/sheet-model';
import { ok } from '../../../result';
import { safeFileName } from '../../../text/file-name';
import { encodeUtf8 } from '../../../text/utf8';
import type { WorkbookFormat } from '../export-format';

export const csv: WorkbookFormat<'csv'> = {
  id: 'csv',
  label: 'CSV (mỗi trang một tệp, trong tệp .zip)',
  extension: 'zip',
  takes: 'workbook',
  write: async (model, ports) => {
    const sheets = model.sheets.filter(
      ({ visibility, cells, pictures }) => visibility === 'visible' && cells.length > 0 && !pictures,
    );
    const digits = String(sheets.length).length;
    return ok(
      await ports.zipWriter.zip(
        sheets.map((sheet, index) => ({
          name: safeFileName(`${String(index + 1).padStart(digits, '0')} ${sheet.name}.csv`),
          bytes: encodeUtf8(`\ufeff${sheetCsv(sheet)}`),
        })),
      ),
    );
  },
};

/** Rows up to the last cell that says something; a formula stands as its result. */
export function sheetCsv({ cells }: SheetModel): string {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, value } of cells) {
    const text = cellText(value);
    if (text === '') continue;
    const line = rows.get(row) ?? new Map<number, string>();
    line.set(column, text);
    rows.set(row, line);
  }
  const last = Math.max(0, ...rows.keys());
  return Array.from({ length: last }, (_, index) => {
    const line = rows.get(index + 1);
    if (!line) return '\r\n';
    const width = Math.max(...line.keys());
    const fields = Array.from({ length: width }, (__, column) => quoted(line.get(column + 1) ?? ''));
    return `${fields.join(',')}\r\n`;
  }).join('');
}

/** Numbers plainly (35599.5), for machines; dates as ISO. A text that a program would compute gets "'" before it. */
function cellText(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return /^[=+\-@\t\r]/.test(value.text) ? `'${value.text}` : value.text;
    case 'number':
      return String(value.value);
    case 'date':
      return value.date;
    case 'formula':
      return String(value.value);
    case 'empty':
      return '';
  }
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
