/** Writes an exported file so that it is whole or not there: temporary file, sync, rename. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../shared/result';

/** Antivirus and preview panes hold a fresh file for a moment on Windows. */
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RETRY_AFTER_MS = [20, 50, 100, 200, 400];

/**
 * Puts `bytes` at `path`, replacing what stands there (the caller has asked). Folders are made as needed. On failure
 * nothing is left behind and what stood there is untouched; the message names the file and what to do.
 */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temporary = join(dirname(path), `.vpdu-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
      const { size } = await handle.stat();
      if (size !== bytes.byteLength) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
    } finally {
      await handle.close();
    }
    await renameWithRetry(temporary, path);
    return ok(null);
  } catch (fault) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail('UNAVAILABLE', writeFaultMessage(fault, basename(path)), {
      details: { file: basename(path), reason: codeOf(fault) },
    });
  }
}

async function renameWithRetry(from: string, to: string): Promise<void> {
  for (const wait of RETRY_AFTER_MS) {
    try {
      await rename(from, to);
      return;
    } catch (fault) {
      if (!BUSY.has(codeOf(fault))) throw fault;
      await sleep(wait);
    }
  }
  await rename(from, to);
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'UNKNOWN';
}

/** A sentence for a person about a file that could not be written. */
function writeFaultMessage(fault: unknown, name: string): string {
  switch (codeOf(fault)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `Chưa lưu được tệp “${name}” vì ổ đĩa đã đầy. Giải phóng chỗ trống hoặc chọn ổ đĩa khác rồi lưu lại.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Chưa lưu được tệp “${name}” vì không có quyền ghi vào thư mục này, hoặc tệp đang mở ở chương trình khác. Đóng tệp hoặc chọn thư mục khác rồi lưu lại.`;
    case 'EBUSY':
      return `Chưa lưu được tệp “${name}” vì tệp đang mở ở chương trình khác. Đóng tệp đó rồi lưu lại.`;
    case 'ENAMETOOLONG':
      return `Chưa lưu được tệp “${name}” vì đường dẫn quá dài. Chọn thư mục khác rồi lưu lại.`;
    default:
      return `Chưa lưu được tệp “${name}”. Chọn thư mục khác rồi lưu lại.`;
  }
}
