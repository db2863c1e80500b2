/** State secrets must not lie on an ordinary PC: one refusal for every door through which a document comes in. */
import { securityMark } from '../domain/plan/reading/security-mark';
import type { SourceDocument } from '../domain/plan/reading/source';
import type { Ports } from '../ports/ports';
import { fail, ok, type Result } from '../result';

/** FORBIDDEN with the file and the mark where a document bears one. To be asked before anything is kept. */
export function refuseSecret(document: SourceDocument, name: string): Result<null> {
  const mark = securityMark(document);
  return mark === null
    ? ok(null)
    : fail(
        'FORBIDDEN',
        `“${name}” có dấu ${mark}. Văn bản bí mật nhà nước không được lưu trên máy tính này, nên ứng dụng không giữ lại gì. Hãy xử lý văn bản theo chế độ bảo mật và xóa tệp khỏi máy.`,
        { details: { file: name, mark } },
      );
}

/** Kinds of file whose text this program reads; scans and PDFs are looked at by a person only (SECURITY.md). */
const READABLE = /\.(?:docx|txt|md)$/iu;

/**
 * The same for a file that is only to be kept: one whose text can be read is read. A .docx that is none is refused
 * with the reader's reason, since a mark in it could not be seen.
 */
export async function refuseSecretFile(
  ports: Pick<Ports, 'documentReader'>,
  bytes: Uint8Array,
  name: string,
): Promise<Result<null>> {
  if (!READABLE.test(name)) return ok(null);
  const read = await ports.documentReader.read(bytes, name);
  return read.ok ? refuseSecret(read.value, name) : read;
}
