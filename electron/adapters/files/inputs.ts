/** Tickets for files that come in: paths that a person chose or dropped, or bytes that were uploaded. */
import { randomBytes } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { InputFile, Inputs } from '../../../shared/ports/files';
import { fail, ok, type Result } from '../../../shared/result';
import { toNfc } from '../../../shared/text/normalize';

export interface UploadedFile {
  readonly name: string;
  /** Path relative to what was dropped, for messages. */
  readonly place: string;
  readonly bytes: Uint8Array;
}

/** The port with the hosts' side of it: how tickets come to be. */
export interface InputTickets extends Inputs {
  /** One ticket for files and folders of this PC; looked at when the ticket is opened. */
  fromPaths(paths: readonly string[]): string;
  /** One ticket for bytes; UNAVAILABLE when more is waiting than memory should hold. */
  fromBytes(files: readonly UploadedFile[]): Result<string>;
}

export interface InputLimits {
  /** Files in one ticket. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of uploads held in memory at one time; the oldest go first. */
  readonly heldBytes: number;
  /** Folders in folders. */
  readonly depth: number;
}

export const INPUT_LIMITS: InputLimits = {
  files: 2_000,
  fileBytes: 300 * 1024 * 1024,
  heldBytes: 512 * 1024 * 1024,
  depth: 8,
};

/** Left by Windows, macOS and Office beside real files. */
const NOISE = /^(~\$|\.)|^(thumbs\.db|desktop\.ini)$/i;

type Held =
  | { readonly paths: readonly string[] }
  | { readonly uploaded: readonly UploadedFile[]; readonly bytes: number };

export function createInputs(limits: InputLimits = INPUT_LIMITS): InputTickets {
  const held = new Map<string, Held>();

  const keep = (entry: Held): string => {
    const ticket = randomBytes(32).toString('base64url');
    held.set(ticket, entry);
    return ticket;
  };
  const heldBytes = (): number =>
    [...held.values()].reduce((sum, entry) => sum + ('bytes' in entry ? entry.bytes : 0), 0);

  return {
    fromPaths: (paths) => keep({ paths: [...paths] }),
    fromBytes(files) {
      const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
      if (bytes > limits.heldBytes) return tooLarge(files[0]?.name ?? '');
      for (const [ticket, entry] of held) {
        if (heldBytes() + bytes <= limits.heldBytes) break;
        if ('bytes' in entry) held.delete(ticket);
      }
      return ok(keep({ uploaded: [...files], bytes }));
    },
    async open(ticket) {
      const entry = held.get(ticket);
      if (!entry)
        return fail('NOT_FOUND', 'Tệp đã chọn không còn ở trong phiên làm việc này. Hãy chọn lại tệp.');
      if ('uploaded' in entry) return ok(entry.uploaded.map(fromUpload));
      const files: InputFile[] = [];
      for (const path of entry.paths) {
        const found = await expand(path, toNfc(basename(path)), 0, limits, files);
        if (!found.ok) return found;
      }
      return ok(files);
    },
  };
}

function fromUpload(file: UploadedFile): InputFile {
  return {
    name: toNfc(file.name),
    place: toNfc(file.place),
    size: file.bytes.byteLength,
    bytes: async () => file.bytes,
  };
}

/** Adds the file at `path`, or every file under the folder, in order of name. */
async function expand(
  path: string,
  place: string,
  depth: number,
  limits: InputLimits,
  into: InputFile[],
): Promise<Result<null>> {
  const info = await stat(path).catch(() => null);
  if (!info)
    return fail(
      'NOT_FOUND',
      `Không mở được “${place}”: tệp đã bị xóa, chuyển đi hoặc không có quyền đọc. Hãy chọn lại tệp.`,
      { details: { file: place } },
    );
  if (info.isDirectory()) {
    if (depth >= limits.depth)
      return fail(
        'BAD_REQUEST',
        `Thư mục “${place}” lồng quá ${limits.depth} cấp. Hãy chọn thư mục chứa tệp.`,
      );
    const names = await readdir(path).catch(() => null);
    if (!names)
      return fail('UNAVAILABLE', `Không đọc được thư mục “${place}”. Kiểm tra quyền đọc rồi làm lại.`);
    for (const name of names.filter((each) => !NOISE.test(each)).sort()) {
      const found = await expand(join(path, name), `${place}/${toNfc(name)}`, depth + 1, limits, into);
      if (!found.ok) return found;
    }
    return ok(null);
  }
  if (!info.isFile()) return ok(null);
  if (info.size > limits.fileBytes) return tooLarge(place);
  if (into.length >= limits.files)
    return fail(
      'BAD_REQUEST',
      `Có quá ${limits.files} tệp trong những gì đã chọn nên chưa nhận tệp nào. Hãy chọn từng thư mục nhỏ hơn.`,
    );
  into.push({
    name: toNfc(basename(path)),
    place,
    size: info.size,
    modifiedAt: info.mtime.toISOString(),
    bytes: () => readFile(path),
  });
  return ok(null);
}

function tooLarge(name: string): Result<never> {
  return fail('BAD_REQUEST', `Tệp “${name}” quá lớn nên không nhận. Kiểm tra xem có chọn nhầm tệp không.`, {
    details: { file: name },
  });
}
