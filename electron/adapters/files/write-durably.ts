/** Writes an exported file so that it is whole or not there: the store's own way of replacing a file. */
import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { ok, type Result } from '../../../shared/result';
import { replaceFile } from '../store/durable';
import { nodeFileSystem, type FileSystem } from '../store/file-system';
import { ioFailure } from '../store/io-error';

/** A person may save onto a network drive or a stick, whose folders can't always be synced; the file itself is. */
const exportFileSystem: FileSystem = {
  ...nodeFileSystem,
  syncFolder: (path) => nodeFileSystem.syncFolder(path).catch(() => undefined),
};

/**
 * Puts `bytes` at `path`, replacing what stands there (the caller has asked). Folders are made as needed. On failure
 * nothing is left behind and what stood there is untouched; the message names the file and what to do.
 */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await exportFileSystem.makeFolder(dirname(path));
    await replaceFile(exportFileSystem, path, bytes, randomBytes(6).toString('hex'));
    return ok(null);
  } catch (fault) {
    return ioFailure(`Chưa lưu được tệp “${basename(path)}”`, fault);
  }
}
