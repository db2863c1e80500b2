/** Attachments: written once under their sha256, never changed. */
import { join } from 'node:path';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Ref } from '../../../shared/ports/store';
import type { StoreContext } from './context';
import { makeFolderDurably, readWhole, replaceFile } from './durable';
import { ioFailure } from './io-error';
import { SHA256, nameOf, safeExtension } from './references';

export interface KeptFileName {
  readonly name: string;
  readonly sha256: string;
}

/** The kept files of the aggregate in the folder `path`. */
export async function keptFiles(context: StoreContext, path: string): Promise<KeptFileName[]> {
  const entries = await context.fs.list(join(path, 'files'));
  return entries
    .filter((entry) => !entry.folder && /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(entry.name))
    .map((entry) => ({ name: entry.name, sha256: entry.name.slice(0, 64) }));
}

/** The sha256. Durable when it answers; a file that is there already and is right is left alone. */
export async function keepFile(
  context: StoreContext,
  ref: Ref,
  path: string,
  bytes: Uint8Array,
  extension: string,
): Promise<Result<string>> {
  const sha256 = context.hash.sha256(bytes);
  try {
    const known = (await keptFiles(context, path)).find((file) => file.sha256 === sha256);
    const name = known?.name ?? `${sha256}.${safeExtension(extension)}`;
    const folder = join(path, 'files');
    if (known) {
      const old = await readWhole(context.fs, join(folder, name));
      if (old && context.hash.sha256(old) === sha256) return ok(sha256);
    }
    await makeFolderDurably(context.fs, context.folder, folder);
    await replaceFile(context.fs, join(folder, name), bytes, context.ids.next());
    return ok(sha256);
  } catch (error) {
    return ioFailure(`Không lưu được tệp vào ${nameOf(ref)}`, error);
  }
}

/** The bytes, checked against their sha256. NOT_FOUND, or UNAVAILABLE when the file was damaged. */
export async function readKeptFile(
  context: StoreContext,
  ref: Ref,
  path: string,
  sha256: string,
): Promise<Result<Uint8Array>> {
  if (!SHA256.test(sha256)) return fail('BAD_REQUEST', `“${sha256}” không phải mã của một tệp đã lưu.`);
  try {
    const known = (await keptFiles(context, path)).find((file) => file.sha256 === sha256);
    const bytes = known ? await readWhole(context.fs, join(path, 'files', known.name)) : null;
    if (!bytes)
      return fail('NOT_FOUND', `Không có tệp này trong ${nameOf(ref)}.`, {
        details: { sha256 },
      });
    if (context.hash.sha256(bytes) === sha256) return ok(bytes);
    return fail(
      'UNAVAILABLE',
      `Một tệp đã lưu trong ${nameOf(ref)} đã bị hỏng hoặc bị sửa ngoài chương trình. Hãy kiểm tra dữ liệu và khôi phục từ bản sao lưu.`,
      { details: { sha256 } },
    );
  } catch (error) {
    return ioFailure(`Không đọc được một tệp đã lưu trong ${nameOf(ref)}`, error);
  }
}
