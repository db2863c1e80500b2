/** The text layer of a PDF. A scan has none: its answer is empty. */
import { fail, ok, type Result } from '../../../../shared/result';
import { toNfc } from '../../../../shared/text/normalize';
import { isLockedPdf, openPdf } from './load-pdf-js';

const MAX_PAGES = 400;

/** At most about `letters` of it, page by page. BAD_REQUEST: damaged, or protected by a password. */
export async function readPdfText(
  bytes: Uint8Array,
  fileName: string,
  letters: number,
): Promise<Result<string>> {
  const { task } = await openPdf(bytes);
  try {
    const document = await task.promise;
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES) && length < letters; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      let text = '';
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      page.cleanup();
      pages.push(text);
      length += text.length;
    }
    return ok(toNfc(pages.join('\n')));
  } catch (error) {
    const isLocked = isLockedPdf(error);
    return fail(
      'BAD_REQUEST',
      isLocked
        ? `Tệp “${fileName}” được đặt mật khẩu nên không đọc được chữ bên trong.`
        : `Tệp “${fileName}” là PDF bị hỏng nên không đọc được chữ bên trong.`,
      { details: { file: fileName, reason: isLocked ? 'password' : 'damaged' } },
    );
  } finally {
    await task.destroy();
  }
}
