import type { PageFormat } from '../export-format';

export const docx: PageFormat<'docx'> = {
  id: 'docx',
  label: 'Word (để sửa tiếp)',
  extension: 'docx',
  takes: 'page',
  write: (model, ports) => ports.wordWriter.write(model),
};
