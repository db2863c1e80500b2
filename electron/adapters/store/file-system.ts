/**
 * The few file operations that the store is built from. Everything durable goes through here, so that tests can
 * make each single call fail, write short or "lose power".
 */
import { mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface OpenFile {
  /** Up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** How many bytes were written: the caller checks that it was all of them. */
  write(position: number, bytes: Uint8Array): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Content and length are on the disk when it returns (fdatasync). */
  sync(): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** Paths are absolute. Errors are Node's, with `code`. */
export interface FileSystem {
  /** `read` and `write`: an existing file; `create`: a file that must not exist yet. */
  open(path: string, mode: 'read' | 'write' | 'create'): Promise<OpenFile>;
  /** Bytes of a file, null where there is none. */
  size(path: string): Promise<number | null>;
  /** Empty for a folder that does not exist. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Recursive; fine when it exists. */
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A file; fine when it does not exist. */
  remove(path: string): Promise<void>;
  /** Recursive; fine when it does not exist. */
  removeFolder(path: string): Promise<void>;
  /** Names in the folder (new, renamed, removed) are on the disk when it returns. */
  syncFolder(path: string): Promise<void>;
}

/** Node's `code` of a system error, or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const FLAGS = { read: 'r', write: 'r+', create: 'wx+' } as const;

/** The PC's own file system. */
export const nodeFileSystem: FileSystem = {
  async open(path, mode) {
    const handle = await open(path, FLAGS[mode]);
    return {
      async read(position, length) {
        const buffer = Buffer.allocUnsafe(length);
        let filled = 0;
        while (filled < length) {
          const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return buffer.subarray(0, filled);
      },
      write: async (position, bytes) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
      truncate: (length) => handle.truncate(length),
      sync: () => handle.datasync(),
      size: async () => (await handle.stat()).size,
      close: () => handle.close(),
    };
  },
  async size(path) {
    try {
      const found = await stat(path);
      return found.isFile() ? found.size : null;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  },
  makeFolder: makeFolderWithParents,
  rename,
  async remove(path) {
    try {
      await unlink(path);
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  },
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  async syncFolder(path) {
    // Windows cannot open a folder for syncing; NTFS journals names by itself.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** Step by step: Node's own recursive mkdir was seen to spin for ever where a parent can't be made. */
async function makeFolderWithParents(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path) throw error;
    await makeFolderWithParents(parent);
    await makeFolderOnce(path, error);
  }
}

async function makeFolderOnce(path: string, earlier: unknown): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    throw errorCode(error) === 'ENOENT' ? earlier : error;
  }
}

function isAbsent(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
