import { readPlan } from '../../domain/plan/reading/read-plan';
import { MAX_PASTED_TEXT, PASTED_TOO_LONG, type SourceDocument } from '../../domain/plan/reading/source';
import { sourceFromText } from '../../domain/plan/reading/source-from-text';
import type { ParsedPlan } from '../../domain/plan/parsed';
import { fail, ok, type Result } from '../../result';
import { toNfc } from '../../text/normalize';
import type { Ports } from '../../ports/ports';
import type { ParsedInputOf } from '../../rpc/contract';
import { refuseSecret } from '../security-mark';

export interface ReadSource {
  readonly plan: ParsedPlan;
  readonly text: string;
  readonly textHash: string;
  readonly name: string;
  /** Null for pasted text. */
  readonly file: { readonly bytes: Uint8Array; readonly sha256: string; readonly extension: string } | null;
}

/** The few ports that reading needs: no store, so that `plan parse` touches no data. */
interface Reading {
  readonly ports: Pick<Ports, 'inputs' | 'documentReader' | 'hash'>;
}

const MAX_BYTES = 50 * 1024 * 1024;

async function fromTicket(
  app: Reading,
  ticket: string,
): Promise<Result<{ document: SourceDocument; name: string; bytes: Uint8Array }>> {
  const opened = await app.ports.inputs.open(ticket);
  if (!opened.ok) return opened;
  const [file, second] = opened.value;
  if (!file) return fail('BAD_REQUEST', 'Chưa chọn tệp nào.');
  if (second)
    return fail('BAD_REQUEST', 'Mỗi lần chỉ nhập một kế hoạch; hãy chọn một tệp .docx, .pdf hoặc .txt.');
  if (file.size > MAX_BYTES)
    return fail(
      'BAD_REQUEST',
      `Tệp “${file.name}” lớn quá 50 MB nên không đọc. Hãy lưu lại tệp không kèm ảnh rồi nhập.`,
      {
        details: { file: file.name },
      },
    );
  const bytes = await file.bytes();
  const document = await app.ports.documentReader.read(bytes, file.name);
  return document.ok ? ok({ document: document.value, name: file.name, bytes }) : document;
}

/** A person's text or file → what it says. A state-secret mark is refused before anything is kept. */
export async function readSource(
  app: Reading,
  input: ParsedInputOf<'plan.parse'>,
): Promise<Result<ReadSource>> {
  let document: SourceDocument;
  let name: string;
  let bytes: Uint8Array | null = null;
  if ('ticket' in input) {
    const read = await fromTicket(app, input.ticket);
    if (!read.ok) return read;
    ({ document, name, bytes } = read.value);
  } else {
    if (input.text.length > MAX_PASTED_TEXT) return fail('BAD_REQUEST', PASTED_TOO_LONG);
    document = sourceFromText(toNfc(input.text));
    name = input.name ?? 'Văn bản dán vào';
  }
  return sourceOf(app, document, name, bytes);
}

/** What a document says; `bytes` null for text. Refused: a state-secret mark, nothing to read. */
export function sourceOf(
  app: Reading,
  document: SourceDocument,
  name: string,
  bytes: Uint8Array | null,
): Result<ReadSource> {
  const allowed = refuseSecret(document, name);
  if (!allowed.ok) return allowed;
  const { plan, text } = readPlan(document);
  if (text.trim() === '')
    return fail(
      'BAD_REQUEST',
      `“${name}” không có chữ nào đọc được. Nếu đây là bản chụp, hãy dùng bản Word hoặc dán nội dung.`,
      {
        details: { file: name },
      },
    );
  return ok({
    plan,
    text,
    textHash: app.ports.hash.sha256(text),
    name,
    file: bytes
      ? {
          bytes,
          sha256: app.ports.hash.sha256(bytes),
          extension: (/\.([A-Za-z0-9]{1,8})$/u.exec(name)?.[1] ?? 'bin').toLowerCase(),
        }
      : null,
  });
}

/** Reads and shows; touches no data. */
export function parsePlan(app: Reading) {
  return async (input: ParsedInputOf<'plan.parse'>): Promise<Result<{ plan: ParsedPlan; text: string }>> => {
    const read = await readSource(app, input);
    return read.ok ? ok({ plan: read.value.plan, text: read.value.text }) : read;
  };
}
