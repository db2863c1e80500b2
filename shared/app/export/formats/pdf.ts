import type { PageFormat } from '../export-format';

export const pdf: PageFormat<'pdf'> = {
  id: 'pdf',
  label: 'PDF (báo cáo kèm phụ lục)',
  extension: 'pdf',
  takes: 'page',
  write: (model, ports) => ports.pdfWriter.write(model),
};
