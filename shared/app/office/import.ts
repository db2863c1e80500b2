import { directoryTemplate } from '../../documents/directory-template';
import { directoryWorkbook } from '../../documents/directory-workbook';
import { importDirectory, type DirectoryImport } from '../../domain/office/directory-import';
import { rowsOfJson } from '../../domain/office/import-json';
import { rowsOfTables, type ImportRows } from '../../domain/office/import-rows';
import { draftOver } from '../../records';
import { fail, ok, type Result } from '../../result';
import { decodeUtf8 } from '../../text/utf8';
import { changeOffice, loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { behalfMark } from '../rule-profiles';

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
    const mark = await behalfMark(app);
    if (dryRun) {
      const office = await loadOffice(app);
      if (!office.ok) return office;
      const draft = draftOver(office.value.loaded.view);
      return ok({
        revision: office.value.loaded.revision,
        ...importDirectory(draft, rows.value, newId, mark),
      });
    }
    const done = await changeOffice<DirectoryImport>(app, context, 'office.import', (draft) =>
      ok(importDirectory(draft, rows.value, newId, mark)),
    );
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}

/** An empty workbook with the columns of the import and two sample rows. */
export function importTemplate(app: App): Handler<'office.importTemplate'> {
  return async () => {
    const written = await app.ports.spreadsheetWriter.write(
      directoryTemplate({ creator: 'VPĐU Desk', createdAt: nowOf(app).now }),
    );
    if (!written.ok) return written;
    const name = 'Mẫu danh mục đơn vị.xlsx';
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}

/** The directory and the signers in the columns of the import, so that they can be edited in Excel and taken back. */
export function exportDirectory(app: App): Handler<'office.exportDirectory'> {
  return async () => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const { profile, entries, loaded } = office.value;
    const written = await app.ports.spreadsheetWriter.write(
      directoryWorkbook({
        creator: profile.issuingBody,
        createdAt: nowOf(app).now,
        entries,
        signers: loaded.view.list('signers'),
      }),
    );
    if (!written.ok) return written;
    const name = 'Danh mục đơn vị.xlsx';
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}
