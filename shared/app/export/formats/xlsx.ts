import type { WorkbookFormat } from '../export-format';

export const xlsx: WorkbookFormat<'xlsx'> = {
  id: 'xlsx',
  label: 'Excel (bảng số liệu)',
  extension: 'xlsx',
  takes: 'workbook',
  write: (model, ports) => ports.spreadsheetWriter.write(model),
};
