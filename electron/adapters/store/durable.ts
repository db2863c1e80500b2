/** Writing so that what was said to be written is on the disk, whole, or not there at all. */
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileSystem, OpenFile } from './file-system';
import { errorCode } from './file-system';
import { ShortWriteError } from './io-error';

/** Suffix of files that were being written; left-overs of a crash are removed when the store opens. */
export const TEMP_SUFFIX = '.tmp';

const RENAME_TRIES = 12;
const RETRIED = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Virus scanners and backup programs hold fresh files for a moment on Windows: rename is tried for about 2 s. */
export async function renameWithRetry(fs: FileSystem, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (attempt === RENAME_TRIES || !RETRIED.has(errorCode(error) ?? '')) throw error;
      await wait(Math.min(5 * 2 ** attempt, 300));
    }
  }
}

/** The whole file, or null where there is none. */
export async function readWhole(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  const size = await fs.size(path);
  return size === null ? null : readPart(fs, path, 0, size);
}

/** `length` bytes from `position`, fewer at the end of the file. */
export async function readPart(
  fs: FileSystem,
  path: string,
  position: number,
  length: number,
): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array();
  const file = await fs.open(path, 'read');
  try {
    return await file.read(position, length);
  } finally {
    await file.close();
  }
}

/** Throws ShortWriteError when the disk took less than all. */
export async function writeAll(file: OpenFile, position: number, bytes: Uint8Array): Promise<void> {
  const written = await file.write(position, bytes);
  if (written !== bytes.length)
    throw new ShortWriteError(`wrote ${written} of ${bytes.length} bytes at ${position}`);
}

/**
 * Replaces `path` as one step: a temp file beside it, synced and checked for its size, renamed over it, the folder
 * synced. On any error the old file stands. Returns how many bytes it has now.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  unique: string,
): Promise<number> {
  const temp = `${path}.${unique}${TEMP_SUFFIX}`;
  let length = 0;
  try {
    const file = await fs.open(temp, 'create');
    try {
      if (content instanceof Uint8Array) {
        await writeAll(file, 0, content);
        length = content.length;
      } else {
        for await (const chunk of content) {
          await writeAll(file, length, chunk);
          length += chunk.length;
        }
      }
      await file.sync();
      if ((await file.size()) !== length) throw new ShortWriteError(`${temp} lacks bytes`);
    } finally {
      await file.close();
    }
    await renameWithRetry(fs, temp, path);
  } catch (error) {
    await fs.remove(temp).catch(() => undefined);
    throw error;
  }
  await fs.syncFolder(dirname(path));
  return length;
}

/** A folder with all of its parents below `root`, their names synced. */
export async function makeFolderDurably(fs: FileSystem, root: string, path: string): Promise<void> {
  await fs.makeFolder(path);
  for (let at = path; at.length > root.length; at = dirname(at)) await fs.syncFolder(dirname(at));
}

const decoder = new TextDecoder('utf-8');

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
