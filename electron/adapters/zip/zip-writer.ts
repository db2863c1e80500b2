/** ZipWriter: the same bytes for the same files, in the given order. */
import { ZipFile } from 'yazl';
import type { OutputFile, ZipWriter } from '../../../shared/ports/files';
import { safeEntryName } from './entry-name';

const MODE = 0o100644;
/** Already compressed: packing them again costs time and gains nothing. */
const PACKED = /\.(xlsx|docx|pptx|pdf|png|jpe?g|zip|gz|7z|rar|mp4)$/i;

export function createZipWriter(): ZipWriter {
  return { zip };
}

/** Throws on a name that `createZipReader` would refuse, or that stands twice. */
async function zip(files: readonly OutputFile[]): Promise<Uint8Array> {
  const archive = new ZipFile();
  // A fixed day. yazl takes a date apart in local time, so it is made in local time: what is stored is then the same
  // in every time zone.
  const mtime = new Date(2000, 0, 1);
  const names = new Set<string>();
  for (const file of files) {
    const name = safeEntryName(file.name);
    if (name === null || name.endsWith('/')) throw new Error(`unsafe name in a package: ${file.name}`);
    if (names.has(name.toLowerCase())) throw new Error(`the name stands twice in a package: ${file.name}`);
    names.add(name.toLowerCase());
    const { bytes } = file;
    archive.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      mtime,
      mode: MODE,
      forceDosTimestamp: true,
      compress: !PACKED.test(name),
    });
  }
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
