/** Danh sách cần sửa as Excel files: one of everything, and one a unit to send back. */
import { distinctPaths } from '../../documents/bag';
import { fixListWorkbook, type FixListRow } from '../../documents/fix-list-workbook';
import { periodNameInText } from '../../domain/report/periods';
import { fail, ok } from '../../result';
import type { IntakeItemRow } from '../../rpc/contract/intake';
import { safeFileName } from '../../text/file-name';
import type { OutputFile } from '../../ports/files';
import { loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { loadTray } from './tray';

const ALL = 'Danh sách cần sửa – tất cả.xlsx';

function rowsOf(item: IntakeItemRow): FixListRow[] {
  return item.faults.map((fault) => ({
    unit: item.unitName ?? 'Chưa xác định đơn vị',
    period: item.period === null ? '' : periodNameInText(item.period),
    file: item.name,
    sheet: fault.sheet ?? '',
    cell: fault.cell ?? '',
    written: fault.written,
    why: fault.why === '' ? fault.message : fault.why,
    expected: fault.expected,
  }));
}

export function makeFixList(app: App): Handler<'report.fixList'> {
  return async ({ batchId }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const tray = await loadTray(app);
    if (!tray.ok) return tray;
    if (batchId !== null && !tray.value.batches.some(({ id }) => id === batchId))
      return fail('NOT_FOUND', 'Không tìm thấy đợt nhận này.');
    const items = tray.value.open
      .filter((item) => batchId === null || item.batchId === batchId)
      .map(tray.value.row);
    if (items.length === 0)
      return fail('BAD_REQUEST', 'Không còn lỗi nào đang mở, nên không có danh sách cần sửa để xuất.');

    const { now } = nowOf(app);
    const { issuingBody } = office.value.profile;
    const byUnit = new Map<string, IntakeItemRow[]>();
    for (const item of items) {
      const key = item.unitName ?? '';
      byUnit.set(key, [...(byUnit.get(key) ?? []), item]);
    }
    const units = [...byUnit].sort(([a], [b]) => a.localeCompare(b, 'vi', { numeric: true }));
    const wanted = [
      { name: ALL, unit: null, rows: units.flatMap(([, theirs]) => theirs.flatMap(rowsOf)) },
      ...units
        .filter(([unit]) => unit !== '')
        .map(([unit, theirs]) => ({
          name: safeFileName(`Danh sách cần sửa – ${unit}.xlsx`),
          unit,
          rows: theirs.flatMap(rowsOf),
        })),
    ];
    const names = distinctPaths(wanted.map(({ name }) => name));
    const files: OutputFile[] = [];
    for (const [index, { name, unit, rows }] of wanted.entries()) {
      const written = await app.ports.spreadsheetWriter.write(
        fixListWorkbook({ office: issuingBody, unit, rows, createdAt: now }),
      );
      if (!written.ok) return written;
      files.push({ name: names[index] ?? name, bytes: written.value });
    }
    return ok(await offer(app, files, 'Danh sách cần sửa'));
  };
}
