/** State secrets must not lie on an ordinary PC: one refusal for every door through which a document comes in. */
import {
  passageSecurityMark,
  securityMark,
  securityMarkOfText,
  typedSecurityMark,
} from '../domain/plan/reading/security-mark';
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

/** Whole texts, which `refuseSecret` looks at as the document that they are or would become. */
const READ_AS_DOCUMENTS: ReadonlySet<string> = new Set([
  'plan.import',
  'plan.replaceText',
  'plan.saveTextDraft',
  'plan.restoreVersion',
]);
/** Sentences of a text that was read: looked at as its lines are, so that a plan about guarding secrets can be worked on. */
const SENTENCES: ReadonlySet<string> = new Set([
  'plan.saveItem',
  'plan.addItem',
  'plan.splitItem',
  'plan.mergeItems',
]);

/** Why something is taken away or sent back: "có dấu MẬT" is what must be said there. */
const REASONS: ReadonlySet<string> = new Set(['reason']);

/**
 * The one rule for what people type or paste into any field of any command (a line of a book, a title, a note, minutes,
 * a comment, a result): BAD_REQUEST at the first field that bears a mark, before anything is kept.
 */
export function refuseSecretInput(method: string, input: unknown): Result<null> {
  if (READ_AS_DOCUMENTS.has(method)) return ok(null);
  const found = markedField(input, '', SENTENCES.has(method) ? passageSecurityMark : typedSecurityMark);
  if (!found) return ok(null);
  const why = `Có chữ ${found.mark}: văn bản bí mật nhà nước không ghi vào máy tính thường; hãy ghi vào sổ riêng theo chế độ bảo mật. Nếu chỉ nhắc đến việc giữ bí mật thì viết chữ thường.`;
  return fail('BAD_REQUEST', `Chưa ghi lại. ${why}`, {
    fieldErrors: { [found.field]: why },
    details: { mark: found.mark },
  });
}

/** The innermost field that bears a mark, depth first. */
function markedField(
  value: unknown,
  field: string,
  look: (text: string) => string | null,
): { readonly field: string; readonly mark: string } | null {
  if (typeof value === 'string') {
    const mark = REASONS.has(field) ? null : look(value);
    return mark === null ? null : { field, mark };
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = markedField(inner, Array.isArray(value) ? field : key, look);
    if (found) return found;
  }
  return null;
}
