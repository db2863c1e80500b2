import type { AppError } from '../../../shared/result';
import type { Reply } from '../../../shared/rpc/client';

/** An error of the application, thrown so that TanStack Query sees it. */
export class RpcError extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.name = 'RpcError';
    this.error = error;
  }
}

export function lostHost(): Reply {
  return {
    ok: false,
    error: {
      code: 'UNAVAILABLE',
      message:
        'Chương trình đã dừng nên cửa sổ này không còn đọc được dữ liệu. Hãy mở lại chương trình; những gì đã lưu vẫn còn.',
    },
  };
}

/** A sentence for a person, whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Error && error.message !== '') return error.message;
  return 'Thao tác chưa làm được. Hãy thử lại; những gì đã lưu vẫn còn.';
}

export function appErrorOf(error: unknown): AppError {
  return error instanceof RpcError ? error.error : { code: 'INTERNAL', message: messageOf(error) };
}
