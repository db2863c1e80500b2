/** Bytes of a text file → text (NFC): UTF-8 or UTF-16 with their marks; anything else is refused in a sentence. */
import { toNfc } from '../../../../shared/text/normalize';
import { fail, ok, type Result } from '../../../../shared/result';

/** No plan comes near it; a longer file is a log or a dump, and would hold the reader up for minutes. */
const MAX_CHARACTERS = 5_000_000;

/** Decodes a .txt or .md file. `fileName` is only for the message. */
export function decodeText(bytes: Uint8Array, fileName: string): Result<string> {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return fail(
      'BAD_REQUEST',
      `Tệp “${fileName}” không ghi bằng bảng mã Unicode (có thể là TCVN3, VNI hoặc bảng mã cũ); hãy mở tệp, lưu lại với mã hóa UTF-8 rồi nhập lại.`,
      { details: { file: fileName, reason: 'encoding' } },
    );
  }
  if (text.length > MAX_CHARACTERS)
    return fail(
      'BAD_REQUEST',
      `Tệp “${fileName}” dài quá 5 triệu ký tự nên không được nhập; hãy tách thành từng văn bản rồi nhập lại.`,
      { details: { file: fileName, reason: 'too-long' } },
    );
  // Control characters are what tells a binary file.
  const controls = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (controls > 4 || text.includes('\u0000'))
    return fail(
      'BAD_REQUEST',
      `Tệp “${fileName}” không phải là văn bản đọc được; hãy chọn tệp .docx, .txt hoặc .md.`,
      {
        details: { file: fileName, reason: 'binary' },
      },
    );
  if (looksLikeOldVietnamese(text))
    return fail(
      'BAD_REQUEST',
      `Tệp “${fileName}” gõ bằng phông chữ cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi nhập lại.`,
      { details: { file: fileName, reason: 'legacy-font' } },
    );
  return ok(toNfc(text));
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** TCVN3 and VNI texts are valid Latin letters that no Vietnamese text has in such number. */
function looksLikeOldVietnamese(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 60) return false;
  const tcvn3 = sample.match(/[µ¸¹¶·¨©ª«¬®­»¾¼½Æ×ÜÞßñ]/g)?.length ?? 0;
  const vni = sample.match(/[aeouyAEOUY][øùûüïäåâêöÙØÛÕÏ]/g)?.length ?? 0;
  const proper = sample.match(/[đĐơƠưƯ]|[\u1ea0-\u1ef9]/g)?.length ?? 0;
  return proper < letters * 0.02 && (tcvn3 > letters * 0.06 || vni > letters * 0.06);
}
