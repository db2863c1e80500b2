import type { WorkbookModel } from '../../documents/sheet-model';
import { textCell } from '../../documents/sheet-model';
import { importDirectory, type DirectoryImport } from '../../domain/office/directory-import';
import {
  DIRECTORY_COLUMNS,
  rowsOfJson,
  rowsOfTables,
  type ImportRows,
} from '../../domain/office/import-rows';
import { draftOver } from '../../records';
import { fail, ok, type Result } from '../../result';
import { decodeUtf8 } from '../../text/utf8';
import { changeOffice, loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';

const MAX_BYTES = 20 * 1024 * 1024;

async function readRows(app: App, ticket: string): Promise<Result<ImportRows>> {
  const opened = await app.ports.inputs.open(ticket);
  if (!opened.ok) return opened;
  const [file, second] = opened.value;
  if (!file) return fail('BAD_REQUEST', 'Chưa chọn tệp nào.');
  if (second)
    return fail('BAD_REQUEST', 'Mỗi lần chỉ nhập danh mục từ một tệp; hãy chọn một tệp .xlsx hoặc .json.');
  if (file.size > MAX_BYTES)
    return fail(
      'BAD_REQUEST',
      `Tệp “${file.name}” lớn quá 20 MB; danh mục đơn vị không cần đến thế. Hãy kiểm tra lại tệp.`,
    );
  const bytes = await file.bytes();
  if (/\.json$/iu.test(file.name)) {
    const content = decodeUtf8(bytes);
    return content === null
      ? fail('BAD_REQUEST', `Tệp “${file.name}” không phải là văn bản UTF-8; hãy lưu lại tệp theo mã UTF-8.`)
      : rowsOfJson(content, file.name);
  }
  if (!/\.xlsx$/iu.test(file.name))
    return fail(
      'BAD_REQUEST',
      `Tệp “${file.name}” không phải là .xlsx hay .json. Hãy lưu lại thành .xlsx rồi nhập.`,
    );
  const tables = await app.ports.tableReader.read(bytes, file.name);
  return tables.ok ? rowsOfTables(tables.value, file.name) : tables;
}

/** One commit for all accepted rows; every refused row is named with its reason. */
export function importOffice(app: App): Handler<'office.import'> {
  return async ({ ticket, dryRun }, context) => {
    const rows = await readRows(app, ticket);
    if (!rows.ok) return rows;
    const newId = (): string => app.ports.ids.next();
    if (dryRun) {
      const office = await loadOffice(app);
      if (!office.ok) return office;
      const draft = draftOver(office.value.loaded.view);
      return ok({ revision: office.value.loaded.revision, ...importDirectory(draft, rows.value, newId) });
    }
    const done = await changeOffice<DirectoryImport>(app, context, 'office.import', (draft) =>
      ok(importDirectory(draft, rows.value, newId)),
    );
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}

function template(createdAt: string): WorkbookModel {
  const title = { bold: true, border: true, fill: 'F3E5E5', wrap: true } as const;
  const samples: readonly (readonly string[])[] = [
    ['Nhóm', 'Các chi bộ trực thuộc', '', 'Chi bộ trực thuộc', '', '', '', '', '01/07/2025', '', ''],
    [
      'Đơn vị', 'Chi bộ Tổ dân phố số 1', 'CB TDP 1', 'Chi bộ TDP 1; Chi bộ khu phố 1', 'Các chi bộ trực thuộc', '',
      '', 'Các chi bộ trực thuộc', '01/07/2025', '', 'Bí thư chi bộ',
    ],
  ]; // prettier-ignore
  return {
    title: 'Mẫu nhập danh mục đơn vị',
    creator: 'VPĐU Desk',
    createdAt,
    sheets: [
      {
        name: 'Danh mục',
        visibility: 'visible',
        columns: [12, 40, 18, 36, 30, 36, 30, 26, 14, 14, 24],
        freeze: { rows: 1, columns: 2 },
        cells: [
          ...DIRECTORY_COLUMNS.map((column, index) => textCell(1, index + 1, column.title, title)),
          ...samples.flatMap((row, at) =>
            row.map((text, index) => textCell(at + 2, index + 1, text, { border: true })),
          ),
        ],
      },
      {
        name: 'Hướng dẫn',
        visibility: 'visible',
        columns: [110],
        cells: [
          'Mỗi dòng là một mục. Loại: Đơn vị, Nhóm, Cấp trên hoặc Chức danh. Thứ tự các cột không quan trọng.',
          'Tên khác, Thuộc nhóm, Gồm các đơn vị: nhiều tên cách nhau bằng dấu chấm phẩy.',
          'Nhóm tổng hợp: nhóm mà bảng tổng hợp xếp đơn vị vào. Một đơn vị chỉ có một nhóm tổng hợp.',
          'Ngày ghi theo ngày/tháng/năm. Dòng có lỗi bị từ chối kèm lý do; các dòng khác vẫn được nhận.',
          'Không ghi số điện thoại, địa chỉ riêng của công dân vào cột Đầu mối liên hệ.',
        ].map((text, index) => textCell(index + 1, 1, text, { wrap: true })),
      },
    ],
  };
}

/** An empty workbook with the columns of the import and two sample rows. */
export function importTemplate(app: App): Handler<'office.importTemplate'> {
  return async () => {
    const written = await app.ports.spreadsheetWriter.write(template(nowOf(app).now));
    if (!written.ok) return written;
    const name = 'Mẫu danh mục đơn vị.xlsx';
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}
