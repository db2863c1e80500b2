/** Puts offered files where a person wants them; never over something that stands there without having been asked. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputFile } from '../../../shared/ports/files';
import { fail, ok, type Result } from '../../../shared/result';
import { safeFileName } from '../../../shared/text/file-name';
import { writeDurably } from './write-durably';

const MAX_ATTEMPTS = 1000;

/**
 * Writes all files into a new folder `name` inside `parent` ("name (2)" … where that stands already) and answers its
 * path. Stops at the first file that can't be written.
 */
export async function deliverIntoNewFolder(
  parent: string,
  name: string,
  files: readonly OutputFile[],
): Promise<Result<string>> {
  const folder = await makeNewFolder(parent, safeFileName(name));
  if (!folder.ok) return folder;
  const written = await deliverIntoFolder(folder.value, files);
  return written.ok ? folder : written;
}

/** Writes all files under `folder`, by their relative names, replacing files that stand there. */
export async function deliverIntoFolder(
  folder: string,
  files: readonly OutputFile[],
): Promise<Result<readonly string[]>> {
  const paths: string[] = [];
  for (const file of files) {
    const path = join(folder, ...safeSegments(file.name));
    const written = await writeDurably(path, file.bytes);
    if (!written.ok) return written;
    paths.push(path);
  }
  return ok(paths);
}

/** The parts of a relative name, each safe: no way out of the folder. */
function safeSegments(name: string): readonly string[] {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? [safeFileName('')] : parts.map(safeFileName);
}

async function makeNewFolder(parent: string, name: string): Promise<Result<string>> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const path = join(parent, attempt === 1 ? name : `${name} (${attempt})`);
    try {
      await mkdir(path);
      return ok(path);
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') continue;
      break;
    }
  }
  return fail(
    'UNAVAILABLE',
    `Chưa tạo được thư mục “${name}” ở nơi đã chọn. Kiểm tra quyền ghi hoặc chọn nơi khác rồi lưu lại.`,
  );
}
