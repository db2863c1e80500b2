/** A table to the clipboard, as Excel and Word take it. */
import { toastDone, toastError } from '../app/feedback';

/** Cells that begin with = + - @ would be taken for formulas: a leading apostrophe keeps them text. */
function tsvCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@]|^-(?!\d)/.test(flat) ? `'${flat}` : flat;
}

function htmlCell(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export async function copyTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const all = [head, ...rows];
  const tsv = all.map((row) => row.map(tsvCell).join('\t')).join('\r\n');
  const line = (row: readonly string[], tag: string) =>
    `<tr>${row.map((cell) => `<${tag}>${htmlCell(cell)}</${tag}>`).join('')}</tr>`;
  const html = `<table>${line(head, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([tsv], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ]);
    toastDone(`Đã chép bảng ${rows.length} dòng`, 'Mở Excel và dán (Ctrl+V).');
  } catch {
    toastError('Chưa chép được bảng', 'Hãy bấm vào cửa sổ này rồi thử lại.');
  }
}

export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toastDone(done);
  } catch {
    toastError('Chưa chép được', 'Hãy bấm vào cửa sổ này rồi thử lại.');
  }
}
