/**
 * The file of a backup: one zip with `manifest.json` (the sha256 of every entry) as its last entry, and the sha256
 * of the whole file, up to there, as the zip's comment: no byte of it can change unnoticed.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import yauzl from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { z } from 'zod';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Ref } from '../../../shared/ports/store';
import { HISTORY_FILE } from './aggregate';
import type { StoreContext } from './context';
import { decodeText, readPart, replaceFile } from './durable';
import type { FileSystem, OpenFile } from './file-system';
import { hindrance } from './io-error';
import { folderOf } from './references';

export const MANIFEST = 'manifest.json';
export const BACKUP_FORMAT = 'vpdu-desk-backup';
/** Names that may stand in a backup; whatever else does is refused, so no entry can leave its folder. */
const ENTRY_NAME =
  /^(format\.json|(office|intake|incoming|[rd]\/[A-Za-z0-9][A-Za-z0-9._-]{0,79})\/(history\.ndjson|files\/[0-9a-f]{64}\.[a-z0-9]{1,8}))$/;
const DIGEST_LENGTH = 64;

const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(1),
  createdAt: z.string(),
  appVersion: z.string(),
  reason: z.string(),
  aggregates: z.number().int(),
  files: z.number().int(),
  entries: z.array(
    z.object({ name: z.string().regex(ENTRY_NAME), bytes: z.number().int(), sha256: z.string() }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface ArchiveSource {
  readonly name: string;
  readonly content: () => AsyncIterable<Uint8Array>;
}

const CHUNK = 1024 * 1024;

/** A file's first `length` bytes, in pieces. */
export async function* fileContent(fs: FileSystem, path: string, length: number): AsyncGenerator<Uint8Array> {
  const file = await fs.open(path, 'read');
  try {
    for (let at = 0; at < length;) {
      const bytes = await file.read(at, Math.min(CHUNK, length - at));
      if (bytes.length === 0) throw new Error(`${path} is shorter than expected`);
      yield bytes;
      at += bytes.length;
    }
  } finally {
    await file.close();
  }
}

/** Writes the zip durably at `path`. Throws what the disk or a source throws; nothing is left then. */
export async function writeBackup(
  fs: FileSystem,
  path: string,
  about: Pick<Manifest, 'createdAt' | 'appVersion' | 'reason'>,
  sources: readonly ArchiveSource[],
  unique: string,
): Promise<{ manifest: Manifest; bytes: number }> {
  const zip = new ZipWriter();
  const mtime = new Date(about.createdAt);
  const entries: Manifest['entries'] = [];
  async function* counted(source: ArchiveSource): AsyncGenerator<Uint8Array> {
    const digest = createHash('sha256');
    let bytes = 0;
    for await (const chunk of source.content()) {
      digest.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    entries.push({ name: source.name, bytes, sha256: digest.digest('hex') });
  }
  const manifest = (): Manifest => ({
    format: BACKUP_FORMAT,
    version: 1,
    ...about,
    aggregates: entries.filter((entry) => entry.name.endsWith(`/${HISTORY_FILE}`)).length,
    files: entries.filter((entry) => entry.name.includes('/files/')).length,
    entries,
  });
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  let source: Readable | null = null;
  const stop = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
    source?.destroy();
  };
  zip.on('error', stop);
  // Whoever reads the output is told; before anyone does, an error would end the program.
  output.on('error', () => undefined);
  const streamed =
    (content: () => AsyncIterable<Uint8Array>) => (done: (error: unknown, stream: Readable) => void) => {
      source = Readable.from(content());
      // yazl does not listen to streams that it asked for.
      source.on('error', (error) => zip.emit('error', error));
      done(null, source);
    };
  for (const source of sources) {
    const compressionLevel = source.name.endsWith('json') ? 3 : 0;
    zip.addReadStreamLazy(
      source.name,
      { mtime, mode: 0o100644, compressionLevel },
      streamed(() => counted(source)),
    );
  }
  // Asked for when all entries before it have been written, so their sums are known.
  async function* manifestContent(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(JSON.stringify(manifest()));
  }
  zip.addReadStreamLazy(MANIFEST, { mtime, mode: 0o100644, compress: true }, streamed(manifestContent));
  zip.end({ forceZip64Format: false, comment: '0'.repeat(DIGEST_LENGTH) });
  try {
    const bytes = await replaceFile(fs, path, withDigest(output), unique);
    return { manifest: manifest(), bytes };
  } catch (error) {
    stop(error);
    throw error;
  }
}

/** Replaces the last 64 bytes (the zip's comment) by the sha256 of all before them. */
async function* withDigest(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  let held = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    if (held.length <= DIGEST_LENGTH) continue;
    const out = held.subarray(0, held.length - DIGEST_LENGTH);
    digest.update(out);
    yield out;
    held = held.subarray(held.length - DIGEST_LENGTH);
  }
  yield Buffer.from(digest.digest('hex'));
}

export interface OpenBackup {
  readonly manifest: Manifest;
  readonly bytes: number;
  has(name: string): boolean;
  stream(name: string): Promise<AsyncIterable<Uint8Array>>;
  /** The content when its sum is right, else null. */
  read(name: string): Promise<Uint8Array | null>;
  /** Names in the zip that its manifest does not list. */
  readonly strangers: readonly string[];
  close(): Promise<void>;
}

class BackupReader extends yauzl.RandomAccessReader {
  // A class because yauzl wants its abstract reader extended.
  constructor(private readonly file: OpenFile) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { file } = this;
    async function* parts(): AsyncGenerator<Uint8Array> {
      for (let at = start; at < end;) {
        const bytes = await file.read(at, Math.min(CHUNK, end - at));
        if (bytes.length === 0) return;
        yield bytes;
        at += bytes.length;
      }
    }
    return Readable.from(parts());
  }
}

const refuse = (path: string, why: string): Result<never> =>
  fail('BAD_REQUEST', `Tệp "${path}" không dùng được làm bản sao lưu: ${why}.`);

/** Opens a backup and reads its list of contents. BAD_REQUEST for what is none or is damaged. */
export async function openBackup(fs: FileSystem, path: string): Promise<Result<OpenBackup>> {
  let file: OpenFile;
  try {
    file = await fs.open(path, 'read');
  } catch (error) {
    return fail('NOT_FOUND', `Không mở được tệp sao lưu "${path}": ${hindrance(error)}.`);
  }
  try {
    const bytes = await file.size();
    const zip = await yauzl.fromRandomAccessReaderPromise(new BackupReader(file), bytes, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    });
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const stream = async (name: string): Promise<AsyncIterable<Uint8Array>> => {
      const entry = entries.get(name);
      if (!entry) throw new Error(`no entry ${name}`);
      return zip.openReadStreamPromise(entry);
    };
    if (!entries.has(MANIFEST)) return await closing(file, refuse(path, 'không có danh mục manifest.json'));
    const manifest = manifestSchema.safeParse(JSON.parse(decodeText(await collect(await stream(MANIFEST)))));
    if (!manifest.success) return await closing(file, refuse(path, 'danh mục manifest.json không đúng'));
    const listed = new Map(manifest.data.entries.map((entry) => [entry.name, entry]));
    return ok({
      manifest: manifest.data,
      bytes,
      has: (name) => listed.has(name) && entries.has(name),
      stream,
      async read(name) {
        const expected = listed.get(name);
        if (!expected || !entries.has(name)) return null;
        try {
          const content = await collect(await stream(name));
          return createHash('sha256').update(content).digest('hex') === expected.sha256 ? content : null;
        } catch {
          return null;
        }
      },
      strangers: [...entries.keys()].filter((name) => name !== MANIFEST && !listed.has(name)),
      close: () => file.close(),
    });
  } catch {
    return closing(file, refuse(path, 'tệp hỏng hoặc không phải tệp zip'));
  }
}

async function closing<T>(file: OpenFile, result: T): Promise<T> {
  await file.close().catch(() => undefined);
  return result;
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Vietnamese sentences for everything that is wrong with a backup; empty when every byte is as it was written. */
export async function verifyBackup(fs: FileSystem, path: string, backup: OpenBackup): Promise<string[]> {
  const errors: string[] = [];
  const digest = createHash('sha256');
  for await (const chunk of fileContent(fs, path, backup.bytes - DIGEST_LENGTH)) digest.update(chunk);
  const comment = decodeText(await readPart(fs, path, backup.bytes - DIGEST_LENGTH, DIGEST_LENGTH));
  if (digest.digest('hex') !== comment) errors.push('Tệp sao lưu đã bị thay đổi hoặc hỏng sau khi được tạo.');
  for (const entry of backup.manifest.entries)
    if (!(await backup.read(entry.name)))
      errors.push(`"${entry.name}" trong bản sao lưu bị thiếu hoặc hỏng.`);
  for (const name of backup.strangers) errors.push(`"${name}" không có trong danh mục của bản sao lưu.`);
  return errors;
}

export const BACKUP_FOLDER = 'backups';
/** `…-9` before `…-10`, and a name without a number before both. */
const BY_NAME = new Intl.Collator('en', { numeric: true });

/**
 * Full paths of the zips in the data folder's `backups`, newest name first: names begin with the minute, and the second
 * one of a minute ends with its number.
 */
export async function backupFiles(fs: FileSystem, dataFolder: string): Promise<string[]> {
  const entries = await fs.list(join(dataFolder, BACKUP_FOLDER));
  return entries
    .filter((entry) => !entry.folder && entry.name.endsWith('.zip'))
    .map((entry) => entry.name)
    .sort((a, b) => BY_NAME.compare(b.slice(0, -4), a.slice(0, -4)))
    .map((name) => join(dataFolder, BACKUP_FOLDER, name));
}

export interface BackupCopy {
  readonly file: string;
  readonly createdAt: string;
  readonly history: Uint8Array;
  /** Names of its kept files: `<sha256>.<ext>`. */
  readonly files: readonly string[];
  readFile(name: string): Promise<Uint8Array | null>;
}

/** Good copies of one aggregate in the reachable backups, newest first; damaged ones are passed over. */
export async function* backupsHolding(context: StoreContext, ref: Ref): AsyncGenerator<BackupCopy> {
  const folder = folderOf(ref);
  if (!folder.ok) return;
  for (const file of await backupFiles(context.fs, context.folder)) {
    const opened = await openBackup(context.fs, file);
    if (!opened.ok) continue;
    const backup = opened.value;
    try {
      const history = await backup.read(`${folder.value}/${HISTORY_FILE}`);
      if (!history) continue;
      const prefix = `${folder.value}/files/`;
      yield {
        file,
        createdAt: backup.manifest.createdAt,
        history,
        files: backup.manifest.entries
          .filter((entry) => entry.name.startsWith(prefix))
          .map((entry) => entry.name.slice(prefix.length)),
        // Opened anew: the copy is used after this loop went on.
        readFile: async (name) => {
          const again = await openBackup(context.fs, file);
          if (!again.ok) return null;
          try {
            return await again.value.read(prefix + name);
          } finally {
            await again.value.close();
          }
        },
      };
    } finally {
      await backup.close();
    }
  }
}
