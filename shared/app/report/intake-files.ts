/** Opening what was dropped: folders are expanded by the host, zips here. */
import type { InputFile } from '../../ports/files';
import { fail, ok, type Result } from '../../result';
import type { App } from '../application';

export interface IntakeFile {
  readonly place: string;
  readonly name: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

export interface RefusedFile {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

const MAX_ZIP = 500 * 1024 * 1024;

/** Files that programs leave beside the forms: no form, and no fault of anybody. */
function isLitter(name: string): boolean {
  return name.startsWith('~$') || name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/iu.test(name);
}

export async function openIntake(
  app: App,
  tickets: readonly string[],
): Promise<Result<{ files: IntakeFile[]; refused: RefusedFile[] }>> {
  const files: IntakeFile[] = [];
  const refused: RefusedFile[] = [];
  for (const ticket of tickets) {
    const opened = await app.ports.inputs.open(ticket);
    if (!opened.ok) return opened;
    for (const file of opened.value) {
      if (isLitter(file.name)) continue;
      if (/\.zip$/iu.test(file.name)) await unpack(app, file, files, refused);
      else files.push(file);
    }
  }
  if (files.length === 0 && refused.length === 0)
    return fail(
      'BAD_REQUEST',
      'Không có tệp nào trong những gì đã thả vào. Hãy thả các biểu .xlsx, thư mục hoặc tệp .zip chứa biểu.',
    );
  return ok({ files, refused });
}

async function unpack(app: App, zip: InputFile, files: IntakeFile[], refused: RefusedFile[]): Promise<void> {
  if (zip.size > MAX_ZIP) {
    refused.push({
      file: zip.place,
      code: 'too-large',
      message: `Tệp “${zip.place}” lớn quá 500 MB nên không mở. Hãy giải nén và thả từng phần.`,
    });
    return;
  }
  const entries = await app.ports.zipReader.unzip(await zip.bytes(), zip.name);
  if (!entries.ok) {
    refused.push({ file: zip.place, code: 'zip', message: entries.error.message });
    return;
  }
  for (const entry of entries.value) {
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    if (name === '' || isLitter(name) || entry.name.startsWith('__MACOSX/')) continue;
    files.push({
      place: `${zip.place}/${entry.name}`,
      name,
      size: entry.bytes.length,
      bytes: async () => entry.bytes,
    });
  }
}
