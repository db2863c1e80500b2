/**
 * Reading a zip that may be hostile: the directory is judged before a byte is unpacked, and what is unpacked is
 * held to the size that the directory promised.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';

export interface ArchiveLimits {
  /** Bytes of the archive itself. */
  readonly archiveBytes: number;
  /** Bytes of all entries, unpacked. */
  readonly unpackedBytes: number;
  readonly entries: number;
  /** Unpacked ÷ packed of one entry; entries under `ratioFloor` unpacked bytes are let through. */
  readonly ratio: number;
  readonly ratioFloor: number;
}

const MEGABYTE = 1024 * 1024;

/** An Office file that came in. Sheets full of equal rows reach ratios of 100 and more honestly. */
export const OFFICE_FILE_LIMITS: ArchiveLimits = {
  archiveBytes: 20 * MEGABYTE,
  unpackedBytes: 100 * MEGABYTE,
  entries: 2_000,
  ratio: 300,
  ratioFloor: 4 * MEGABYTE,
};

/** A package of files (returned forms, a bag, a backup). */
export const PACKAGE_LIMITS: ArchiveLimits = {
  archiveBytes: 512 * MEGABYTE,
  unpackedBytes: 1024 * MEGABYTE,
  entries: 20_000,
  ratio: 300,
  ratioFloor: 4 * MEGABYTE,
};

export interface ArchiveEntry {
  /** As stored, separators untouched. */
  readonly name: string;
  readonly size: number;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  /** Unpacks; throws `ArchiveRefusal` when the content is damaged or longer than promised. */
  bytes(): Uint8Array;
}

export type ArchiveFault =
  'too-big' | 'too-many-entries' | 'bomb' | 'encrypted' | 'damaged' | 'unknown-method' | 'overlapping';

/** Why an archive is not opened. Internal to the adapters: ports turn it into a Vietnamese sentence. */
export class ArchiveRefusal extends Error {
  constructor(
    readonly fault: ArchiveFault,
    readonly entry: string | null = null,
  ) {
    super(entry === null ? fault : `${fault}: ${entry}`);
  }
}

/** The entries of a zip in its own order. Throws `ArchiveRefusal`. */
export async function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): Promise<readonly ArchiveEntry[]> {
  if (bytes.length > limits.archiveBytes) throw new ArchiveRefusal('too-big');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = await listEntries(buffer, limits);
  refuseBombs(listed, limits);
  return listed.map((entry) => {
    const name = yauzl.getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      true,
    );
    return {
      name,
      size: entry.uncompressedSize,
      isFolder: name.endsWith('/'),
      // The upper half of the attributes is the Unix mode; 0o120000 marks a symbolic link.
      isLink: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
      bytes: () => unpack(buffer, entry, name),
    };
  });
}

async function listEntries(buffer: Buffer, limits: ArchiveLimits): Promise<readonly yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const damaged = () => reject(new ArchiveRefusal('damaged'));
    // decodeStrings off: names are decoded and judged by us, so that a bad one is named instead of thrown.
    yauzl.fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) {
        damaged();
        return;
      }
      if (zip.entryCount > limits.entries) {
        reject(new ArchiveRefusal('too-many-entries'));
        return;
      }
      const entries: yauzl.Entry[] = [];
      zip.on('error', damaged);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function refuseBombs(entries: readonly yauzl.Entry[], limits: ArchiveLimits): void {
  let total = 0;
  const starts = new Set<number>();
  for (const entry of entries) {
    total += entry.uncompressedSize;
    if (total > limits.unpackedBytes) throw new ArchiveRefusal('bomb');
    const { uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > limits.ratioFloor && uncompressedSize > compressedSize * limits.ratio)
      throw new ArchiveRefusal('bomb');
    // Several names for one content is how a small file is made to unpack into a huge one.
    if (starts.has(entry.relativeOffsetOfLocalHeader)) throw new ArchiveRefusal('overlapping');
    starts.add(entry.relativeOffsetOfLocalHeader);
  }
}

const LOCAL_HEADER = 0x04034b50;

function unpack(buffer: Buffer, entry: yauzl.Entry, name: string): Uint8Array {
  if (entry.isEncrypted()) throw new ArchiveRefusal('encrypted', name);
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + 30 > buffer.length || buffer.readUInt32LE(header) !== LOCAL_HEADER)
    throw new ArchiveRefusal('damaged', name);
  const start = header + 30 + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28);
  const end = start + entry.compressedSize;
  if (end > buffer.length) throw new ArchiveRefusal('damaged', name);
  const content = decode(buffer.subarray(start, end), entry, name);
  if (content.length !== entry.uncompressedSize) throw new ArchiveRefusal('damaged', name);
  if (crc32(content) !== entry.crc32 >>> 0) throw new ArchiveRefusal('damaged', name);
  return content;
}

function decode(packed: Buffer, entry: yauzl.Entry, name: string): Buffer {
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) throw new ArchiveRefusal('unknown-method', name);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
  } catch {
    throw new ArchiveRefusal('damaged', name);
  }
}

/** The sentence for a refusal, naming the file. */
export function archiveMessage(refusal: ArchiveRefusal, fileName: string): string {
  const file = `Tệp “${fileName}”`;
  const inside = refusal.entry === null ? '' : ` (mục “${refusal.entry}” bên trong)`;
  switch (refusal.fault) {
    case 'too-big':
      return `${file} quá lớn nên không được mở. Hãy bỏ bớt ảnh và nội dung thừa rồi thử lại.`;
    case 'too-many-entries':
      return `${file} chứa quá nhiều mục bên trong nên không được mở. Hãy gửi lại tệp do phần mềm văn phòng lưu.`;
    case 'bomb':
      return `${file} nở ra lớn bất thường khi giải nén nên không được mở. Hãy hỏi lại nơi gửi và xin tệp khác.`;
    case 'overlapping':
      return `${file} có cấu trúc nén bất thường nên không được mở. Hãy hỏi lại nơi gửi và xin tệp khác.`;
    case 'encrypted':
      return `${file} được đặt mật khẩu${inside} nên không đọc được. Hãy bỏ mật khẩu rồi lưu lại.`;
    case 'unknown-method':
      return `${file} dùng kiểu nén lạ${inside} nên không đọc được. Hãy lưu lại bằng Excel, Word hoặc LibreOffice.`;
    case 'damaged':
      return `${file} bị hỏng hoặc chưa tải về hết${inside}. Hãy xin lại tệp từ nơi gửi.`;
  }
}
