/** Words that stand nowhere else, and files of every kind that say them. */
import type { PageModel } from '../../shared/documents/page-model';
import type { WorkbookModel } from '../../shared/documents/sheet-model';
import type { Ports } from '../../shared/ports/ports';
import { unwrap } from '../../shared/result';

const CREATED_AT = '2026-03-25T08:00:00+07:00';

/** "Xanhngọca", "Xanhngọcb", …: none begins another. */
export function plantedWord(index: number): string {
  return `Xanhngọc${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`;
}

function page(text: string): PageModel {
  return {
    title: 'Văn bản thử',
    author: 'Đảng ủy phường An Bình',
    createdAt: CREATED_AT,
    font: 'Times New Roman',
    parts: [
      {
        orientation: 'portrait',
        margins: [20, 15, 20, 30],
        restartNumbers: false,
        pageNumber: { size: 13, topDistance: 10, hideFirst: true },
        blocks: [{ kind: 'paragraph', runs: [{ text }], size: 14, align: 'left' }],
      },
    ],
  };
}

function workbook(text: string): WorkbookModel {
  const cells = [{ row: 3, column: 2, value: { kind: 'text', text } }] as const;
  return {
    title: 'Bảng thử',
    creator: 'Đảng ủy phường An Bình',
    createdAt: CREATED_AT,
    sheets: [{ name: 'Bảng', visibility: 'visible', columns: [10, 40], cells }],
  };
}

export type FileKind = 'docx' | 'pdf' | 'xlsx' | 'txt';

/** A real file of the kind, written by the application's own writers, that says `words`. */
export async function fileSaying(
  ports: Pick<Ports, 'wordWriter' | 'pdfWriter' | 'spreadsheetWriter'>,
  kind: FileKind,
  words: string,
): Promise<Uint8Array> {
  switch (kind) {
    case 'docx':
      return unwrap(await ports.wordWriter.write(page(words)));
    case 'pdf':
      return unwrap(await ports.pdfWriter.write(page(words)));
    case 'xlsx':
      return unwrap(await ports.spreadsheetWriter.write(workbook(words)));
    case 'txt':
      return Buffer.from(words, 'utf8');
  }
}
