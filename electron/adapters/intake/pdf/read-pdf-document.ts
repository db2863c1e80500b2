/**
 * A PDF with a text layer → the blocks that the plan reader takes. What is on the paper only as a picture is not read
 * (pages of pictures are named), and what the layer says wrongly is refused. ADR 0028. Usable in a worker alone.
 */
import { fail, ok, type Result } from '../../../../shared/result';
import type { SourceDocument } from '../../../../shared/domain/plan/reading/source';
import { unpacksTooLarge } from './bomb';
import { MAX_PAGES, PdfRefusal, readPages, type PdfFault, type ReadPages } from './read-pages';
import { sourceFromPages } from './source-from-pages';
import { faultOf, picturePagesOf, type LayerFault } from './text-layer';

/** BAD_REQUEST with one sentence: a scan, protected, damaged, too large, letters without meaning. */
export async function readPdfDocument(bytes: Uint8Array, fileName: string): Promise<Result<SourceDocument>> {
  const refuse = (fault: PdfFault | LayerFault, page = 0): Result<never> =>
    fail('BAD_REQUEST', sentenceOf(fault, fileName, page), {
      details: { file: fileName, reason: fault === 'scan' ? 'pdf-scan' : fault },
    });
  if (unpacksTooLarge(bytes)) return refuse('bomb');
  let read: ReadPages;
  try {
    read = await readPages(bytes);
  } catch (error) {
    if (error instanceof PdfRefusal) return refuse(error.fault);
    throw error;
  }
  const fault = faultOf(read.pages);
  if (fault) return refuse(fault.fault, fault.page);
  const picturePages = picturePagesOf(read.pages);
  return ok({
    ...sourceFromPages(read.pages),
    ...(picturePages.length === 0 ? {} : { picturePages }),
    ...(read.convertedFrom === null ? {} : { convertedFrom: read.convertedFrom }),
  });
}

function sentenceOf(fault: PdfFault | LayerFault, file: string, page: number): string {
  switch (fault) {
    case 'scan':
      return `Tệp “${file}” là PDF quét từ giấy, bên trong chỉ có ảnh; hãy xin bản Word của văn bản hoặc gõ lại.`;
    case 'garbage':
      return `Tệp “${file}” có chữ ở trang ${page} nhưng phông chữ trong tệp không cho biết đó là chữ gì, nên không đọc để khỏi đọc sai; hãy xin bản Word của văn bản.`;
    case 'legacy':
      return `Tệp “${file}” dùng phông chữ cũ (TCVN3, VNI) và chữ trong PDF đã mất dấu, nên không đọc để khỏi đọc sai; hãy xin bản Word của văn bản.`;
    case 'password':
      return `Tệp “${file}” được đặt mật khẩu; hãy mở bằng chương trình xem PDF, lưu lại không mật khẩu rồi nhập lại.`;
    case 'no-pages':
      return `Tệp “${file}” không có trang nào; hãy kiểm tra lại tệp rồi nhập lại.`;
    case 'too-many-pages':
      return `Tệp “${file}” có hơn ${MAX_PAGES} trang nên không được nhập; hãy tách riêng phần kế hoạch rồi nhập lại.`;
    case 'bomb':
      return `Tệp “${file}” bung ra quá lớn nên bị từ chối; hãy xin bản Word của văn bản.`;
    case 'damaged':
      return `Tệp “${file}” là PDF bị hỏng, không mở được; hãy xin lại tệp hoặc xin bản Word của văn bản.`;
  }
}
