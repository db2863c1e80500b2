/** Errors of the disk as sentences for a person. */
import { fail } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { errorCode } from './file-system';

/** A write that the disk took only in part, without saying why. */
export class ShortWriteError extends Error {
  readonly code = 'ESHORT';
}

/** What hinders, as the end of a sentence: "ổ đĩa đã đầy". */
export function hindrance(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'ESHORT':
      return 'ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi làm lại';
    case 'EACCES':
    case 'EPERM':
      return 'tài khoản Windows này không có quyền với thư mục đó, hoặc tệp đang bị chương trình khác giữ. Hãy kiểm tra quyền hoặc chọn thư mục khác';
    case 'EROFS':
      return 'ổ đĩa chỉ cho đọc. Hãy chọn ổ khác';
    case 'EBUSY':
      return 'tệp đang bị chương trình khác giữ (có thể là phần mềm diệt vi-rút hoặc sao lưu). Hãy đợi một lát rồi làm lại';
    case 'EMFILE':
    case 'ENFILE':
      return 'máy đang mở quá nhiều tệp. Hãy đóng bớt chương trình rồi làm lại';
    case undefined:
      return 'đọc ghi đĩa không thành. Hãy kiểm tra ổ đĩa';
    default:
      return `đọc ghi đĩa không thành (mã ${errorCode(error) ?? ''}). Hãy kiểm tra ổ đĩa`;
  }
}

const CANNOT_WRITE = ['ENOSPC', 'EDQUOT', 'ESHORT', 'EACCES', 'EPERM', 'EROFS'];

/** No rights, a read-only or a full disk: what stands there can still be read. */
export function cannotWrite(error: unknown): boolean {
  return CANNOT_WRITE.includes(errorCode(error) ?? '');
}

/** `doing` begins the sentence: "Không ghi được hồ sơ …". UNAVAILABLE. */
export function ioFailure(doing: string, error: unknown): Result<never> {
  return fail('UNAVAILABLE', `${doing}: ${hindrance(error)}.`, {
    details: { code: errorCode(error) ?? 'unknown' },
  });
}
