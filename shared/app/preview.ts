/** A PDF inside a reply: what the window shows of a page before it is printed. */
import type { PageModel } from '../documents/page-model';
import { fail, ok, type Result } from '../result';
import { toBase64 } from '../text/base64';
import type { App } from './application';

/** A plan of 60 pages takes well under one megabyte; what is larger is exported and opened elsewhere. */
const MAX_BYTES = 8 * 1024 * 1024;

export async function previewOf(app: App, page: PageModel): Promise<Result<{ readonly pdf: string }>> {
  const written = await app.ports.pdfWriter.write(page);
  if (!written.ok) return written;
  if (written.value.byteLength > MAX_BYTES)
    return fail(
      'BAD_REQUEST',
      'Văn bản dài quá nên không xem trước trong cửa sổ được. Hãy xuất PDF rồi mở bằng chương trình đọc PDF.',
    );
  return ok({ pdf: toBase64(written.value) });
}
