/**
 * Bytes of a text file → text (NFC): UTF-8, UTF-16 with or without its mark, windows-1258, and the fonts' encodings that
 * came before Unicode (TCVN3, VNI), which are left as letters of Windows-1252 for `sourceFromText` to convert.
 */
import { legacyEncodingOf, vietnameseShare } from '../../../../shared/text/legacy/detect';
import { toNfc } from '../../../../shared/text/normalize';
import { fail, ok, type Result } from '../../../../shared/result';

/** No plan comes near it; a longer file is a log or a dump, and would hold the reader up for minutes. */
const MAX_CHARACTERS = 5_000_000;

/** Decodes a .txt or .md file. `fileName` is only for the message. */
export function decodeText(bytes: Uint8Array, fileName: string): Result<string> {
  const refuse = (reason: string, message: string): Result<never> =>
    fail('BAD_REQUEST', message, { details: { file: fileName, reason } });
  const text = decoded(bytes);
  if (text === null)
    return refuse(
      'encoding',
      `Tệp “${fileName}” không ghi bằng bảng mã nào đọc được; hãy mở tệp, lưu lại với mã hóa UTF-8 rồi nhập lại.`,
    );
  if (text.length > MAX_CHARACTERS)
    return refuse(
      'too-long',
      `Tệp “${fileName}” dài quá 5 triệu ký tự nên không được nhập; hãy tách thành từng văn bản rồi nhập lại.`,
    );
  // Control characters are what tells a binary file.
  const controls = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (controls > 4 || text.includes('\u0000'))
    return refuse(
      'binary',
      `Tệp “${fileName}” không phải là văn bản đọc được; hãy chọn tệp .docx, .pdf, .txt hoặc .md.`,
    );
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text))
    return refuse(
      'html',
      `Tệp “${fileName}” là trang web; hãy mở bằng trình duyệt, chép phần chữ rồi dán vào ô nhập văn bản.`,
    );
  return ok(toNfc(text));
}

function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return wide;
  return decodeAs('utf-8', bytes) ?? oneByteText(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without its mark: every second byte of the ASCII letters is 0, on the same side throughout. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length < 16 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const least = sample.length / 2 / 4;
  if (odd >= least && even * 20 < odd) return decodeAs('utf-16le', bytes);
  return even >= least && odd * 20 < even ? decodeAs('utf-16be', bytes) : null;
}

/** Text of one byte a letter: whichever reading gives Vietnamese words. */
function oneByteText(bytes: Uint8Array): string | null {
  const western = decodeAs('windows-1252', bytes);
  if (western !== null && legacyEncodingOf(western) !== null) return western;
  const vietnamese = decodeAs('windows-1258', bytes)?.normalize('NFC') ?? null;
  return vietnamese !== null && vietnameseShare(vietnamese) >= 0.85 ? vietnamese : null;
}
