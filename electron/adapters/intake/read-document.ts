/**
 * A file's bytes → the blocks that the plan reader takes. Chosen by what the bytes are, then by the file's name.
 * Usable in a worker: nothing here touches Electron.
 */
import { fail, ok, type Result } from '../../../shared/result';
import { sourceFromText, type SourceDocument } from '../../../shared/domain/plan/reading/read-plan';
import { readDocx } from './docx/read-docx';
import { readPdfDocument } from './pdf/read-pdf-document';
import { decodeText } from './text/decode-text';

/** 20 MB: no plan of an office is larger. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Reads .docx, .txt, .md and a PDF that has a text layer. Every other kind is refused with a sentence that says what to do. */
export async function readDocumentBytes(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<SourceDocument>> {
  const refuse = (reason: string, message: string): Result<never> =>
    fail('BAD_REQUEST', message, { details: { file: fileName, reason } });
  if (bytes.length === 0)
    return refuse('empty', `Tệp “${fileName}” rỗng; hãy kiểm tra lại tệp rồi nhập lại.`);
  if (bytes.length > MAX_FILE_BYTES)
    return refuse(
      'too-large',
      `Tệp “${fileName}” lớn hơn 20 MB nên không được nhập; hãy bớt hình ảnh hoặc lưu lại bản chỉ có chữ.`,
    );
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return readDocx(bytes, fileName);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return refuseCompound(bytes, fileName, extension, refuse);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return readPdfDocument(bytes, fileName);
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    return refuse('rtf', `Tệp “${fileName}” là RTF; hãy mở bằng Word, chọn Lưu thành .docx rồi nhập lại.`);
  if (isImage(bytes))
    return refuse(
      'image',
      `Tệp “${fileName}” là ảnh; ứng dụng không nhận dạng chữ trong ảnh, hãy xin bản Word hoặc gõ lại.`,
    );
  if (extension === 'docx')
    return refuse(
      'damaged',
      `Tệp “${fileName}” bị hỏng hoặc không phải là tệp Word; hãy mở thử bằng Word, lưu lại thành .docx rồi nhập lại.`,
    );
  const text = decodeText(bytes, fileName);
  return text.ok ? ok(sourceFromText(text.value)) : text;
}

/** Old Office files and password-protected ones share a container; its directory's names (UTF-16) tell which it is. */
function refuseCompound(
  bytes: Uint8Array,
  fileName: string,
  extension: string,
  refuse: (reason: string, message: string) => Result<never>,
): Result<never> {
  const has = (name: string) => indexOfUtf16(bytes, name);
  if (has('EncryptedPackage') || has('EncryptionInfo'))
    return refuse(
      'password',
      `Tệp “${fileName}” được đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi nhập lại.`,
    );
  if (has('Workbook') || extension === 'xls')
    return refuse(
      'xls',
      `Tệp “${fileName}” là bảng tính Excel cũ (.xls), không phải văn bản; hãy chọn tệp kế hoạch dạng .docx, .pdf hoặc .txt.`,
    );
  return refuse(
    'doc',
    `Tệp “${fileName}” là định dạng Word cũ (.doc); hãy mở bằng Word, chọn Lưu thành .docx rồi nhập lại.`,
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isImage(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) ||
    (startsWith(bytes, [0x42, 0x4d]) && bytes.subarray(6, 10).every((byte) => byte === 0)) ||
    startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) ||
    startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]) ||
    (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && indexOfLatin1(bytes.subarray(8, 12), 'WEBP')) ||
    (indexOfLatin1(bytes.subarray(4, 8), 'ftyp') && indexOfLatin1(bytes.subarray(8, 12), 'hei'))
  );
}

function indexOfLatin1(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');
}

function indexOfUtf16(bytes: Uint8Array, name: string): boolean {
  const pattern = Buffer.from(name, 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(pattern);
}
