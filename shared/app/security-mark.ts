/** State secrets must not lie on an ordinary PC: one refusal for every door through which a document comes in. */
import { securityMark, securityMarkOfText, typedSecurityMark } from '../domain/plan/reading/security-mark';
import type { SourceDocument } from '../domain/plan/reading/source';
import { MAX_TEXT_FILE_BYTES } from '../ports/documents';
import type { Ports } from '../ports/ports';
import { fail, ok, type Result } from '../result';

/** FORBIDDEN with the file and the mark where a document bears one. To be asked before anything is kept. */
export function refuseSecret(document: SourceDocument, name: string): Result<null> {
  return refuseMark(securityMark(document), name);
}

function refuseMark(mark: string | null, name: string): Result<null> {
  return mark === null
    ? ok(null)
    : fail(
        'FORBIDDEN',
        `“${name}” có dấu ${mark}. Văn bản bí mật nhà nước không được lưu trên máy tính này, nên ứng dụng không giữ lại gì. Hãy xử lý văn bản theo chế độ bảo mật và xóa tệp khỏi máy.`,
        { details: { file: name, mark } },
      );
}

/** Kinds of file that are read as documents. */
const DOCUMENTS = /\.(?:docx|txt|md)$/iu;
/** Kinds whose words alone are looked at; a scan has none, and a person looks (SECURITY.md). */
const WORDS_ONLY = /\.(?:pdf|xlsx)$/iu;

/**
 * The same for a file that is only to be kept: one whose text can be read is read. A .docx that is none is refused
 * with the reader's reason, since a mark in it could not be seen; a PDF or workbook that is too large, damaged,
 * protected or slow to read is kept as a scan is.
 */
export async function refuseSecretFile(
  ports: Pick<Ports, 'documentReader' | 'textReader'>,
  bytes: Uint8Array,
  name: string,
): Promise<Result<null>> {
  if (DOCUMENTS.test(name)) {
    const read = await ports.documentReader.read(bytes, name);
    return read.ok ? refuseSecret(read.value, name) : read;
  }
  if (!WORDS_ONLY.test(name) || bytes.length > MAX_TEXT_FILE_BYTES) return ok(null);
  const words = await ports.textReader.look(bytes, name);
  return words.ok ? refuseMark(securityMarkOfText(words.value), name) : ok(null);
}

/** Fields that a person types of a line, by name; BAD_REQUEST at the first that bears a mark. */
export function refuseSecretWords(fields: Readonly<Record<string, string | undefined>>): Result<null> {
  for (const [field, text] of Object.entries(fields)) {
    const mark = typedSecurityMark(text ?? '');
    if (mark === null) continue;
    const why = `Có chữ ${mark}: văn bản bí mật nhà nước không đăng ký trên máy tính thường; hãy ghi vào sổ riêng theo chế độ bảo mật.`;
    return fail('BAD_REQUEST', `Chưa ghi vào sổ. ${why}`, {
      fieldErrors: { [field]: why },
      details: { mark },
    });
  }
  return ok(null);
}
