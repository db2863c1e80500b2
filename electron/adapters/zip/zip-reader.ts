/** ZipReader: the files of a package, in its order, under safe names. */
import type { OutputFile, ZipReader } from '../../../shared/ports/files';
import type { Result } from '../../../shared/result';
import { fail, ok } from '../../../shared/result';
import { recogniseContainer } from '../intake/container';
import { safeEntryName } from './entry-name';
import type { ArchiveEntry, ArchiveLimits } from './open-archive';
import { ArchiveRefusal, PACKAGE_LIMITS, archiveMessage, openArchive } from './open-archive';

export function createZipReader(limits: ArchiveLimits = PACKAGE_LIMITS): ZipReader {
  return { unzip: (bytes, name) => unzip(bytes, name, limits) };
}

async function unzip(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits,
): Promise<Result<readonly OutputFile[]>> {
  if (recogniseContainer(bytes) !== 'zip')
    return fail('BAD_REQUEST', `Tệp “${name}” không phải tệp nén zip. Hãy chọn tệp .zip.`);
  try {
    return unpackAll(await openArchive(bytes, limits), name);
  } catch (error) {
    if (error instanceof ArchiveRefusal)
      return fail('BAD_REQUEST', archiveMessage(error, name), {
        details: { file: name, fault: error.fault },
      });
    throw error;
  }
}

function unpackAll(entries: readonly ArchiveEntry[], archive: string): Result<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  const taken = new Set<string>();
  for (const entry of entries) {
    const name = safeEntryName(entry.name);
    if (name === null || entry.isLink)
      return fail(
        'BAD_REQUEST',
        `Tệp nén “${archive}” có mục mang tên không an toàn (“${entry.name}”) nên cả tệp không được mở. Hãy hỏi lại nơi gửi.`,
        { details: { file: archive, entry: entry.name, fault: 'unsafe-name' } },
      );
    if (entry.isFolder) continue;
    // Windows takes "A.xlsx" and "a.xlsx" for one file.
    const key = name.toLowerCase();
    if (taken.has(key))
      return fail('BAD_REQUEST', `Tệp nén “${archive}” có hai mục trùng tên “${name}” nên không được mở.`, {
        details: { file: archive, entry: name, fault: 'same-names' },
      });
    taken.add(key);
    // A copy of its own: stored entries are windows on the archive.
    files.push({ name, bytes: new Uint8Array(entry.bytes()) });
  }
  return ok(files);
}
