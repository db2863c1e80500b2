/** Refusals as values: every fault of a workbook becomes a Vietnamese sentence that names the file. */
import type { Result } from '../../../../shared/result';
import { fail } from '../../../../shared/result';
import { ArchiveRefusal, archiveMessage } from '../../zip/open-archive';
import { WorkbookRefusal } from './refusal';
import { XmlFault } from './xml';

export async function asResult<T>(fileName: string, read: () => Promise<Result<T>>): Promise<Result<T>> {
  const refuse = (reason: string, message: string) =>
    fail('BAD_REQUEST', message, { details: { file: fileName, reason } });
  try {
    return await read();
  } catch (error) {
    if (error instanceof WorkbookRefusal) return refuse(error.reason, error.message);
    if (error instanceof ArchiveRefusal) return refuse(error.fault, archiveMessage(error, fileName));
    if (error instanceof XmlFault)
      return refuse(
        'damaged',
        `Tệp “${fileName}” có nội dung sai cấu trúc nên không đọc được. Hãy mở bằng Excel, lưu lại rồi thử lại.`,
      );
    throw error;
  }
}
