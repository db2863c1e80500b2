/** The kept original opened at a sheet and cell: what stands in the file's bytes, never in our records. */
import type { SheetCell } from '../../ports/documents';
import { fail, ok } from '../../result';
import { dossierRef, loadDossier, loadOffice, type App } from '../application';
import { inputCellName } from '../../documents/form-identity';
import type { Handler } from '../handlers';

export function sourceCell(app: App): Handler<'report.sourceCell'> {
  return async ({ dossierId, sha256, sheet, cell, top }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const record = loaded.value.view.get('files', sha256);
    if (!record) return fail('NOT_FOUND', 'Hồ sơ này không giữ tệp đó.');
    if (record.extension.toLowerCase() !== 'xlsx')
      return fail(
        'BAD_REQUEST',
        `Tệp “${record.name}” không phải là bảng tính nên không mở theo ô; hãy lưu tệp gốc để xem.`,
      );
    const bytes = await app.ports.store.getFile(dossierRef(dossierId), sha256);
    if (!bytes.ok) return bytes;
    if (app.ports.hash.sha256(bytes.value) !== sha256)
      return fail(
        'UNAVAILABLE',
        `Tệp “${record.name}” trong kho đã bị hỏng (không còn đúng như lúc nhận). Hãy lấy lại từ bản sao lưu.`,
      );
    const restricted = office.value.loaded.view
      .list('indicators')
      .filter((indicator) => indicator.restricted);
    const read = await app.ports.sheetReader.read(bytes.value, record.name, {
      sheet,
      cell,
      top,
      // A unit's text on tư tưởng, dư luận is opened in its report, not beside figures.
      hiddenNames: restricted.map(({ id }) => inputCellName(id)),
    });
    if (!read.ok) return read;
    const { sheets, widths, merges, cells, found, ...window } = read.value;
    return ok({
      ...window,
      file: { sha256, name: record.name },
      sheets: [...sheets],
      widths: [...widths],
      merges: merges.map((merged) => ({ ...merged })),
      cells: cells.map(copy),
      found: found && copy(found),
    });
  };
}

const copy = (cell: SheetCell) => ({ ...cell });
