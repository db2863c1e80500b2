/** A file that is to be kept byte for byte in a dossier: looked at once, at every door in the same way. */
import type { KeptFile } from '../domain/archive/model';
import type { InputFile } from '../ports/files';
import { fail, ok, type Result } from '../result';
import type { App } from './application';
import { refuseSecretFile } from './security-mark';

const MAX_FILE = 100 * 1024 * 1024;
/** What a scanned or digitally signed copy may be, and what may lie beside a document; extensions in lower case. */
export const SIGNED_KINDS: readonly string[] = ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'docx', 'doc'];
export const ATTACHED_KINDS: readonly string[] = [
  ...SIGNED_KINDS,
  'xlsx',
  'xls',
  'txt',
  'zip',
  'pptx',
  'rtf',
  'odt',
  'ods',
];

/** Read, and found fit to be kept; nothing is in the store yet. */
export interface TakenFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly extension: string;
}

/** The one file of a ticket. */
export async function takeOneFile(
  app: App,
  ticket: string,
  allowed: readonly string[],
): Promise<Result<TakenFile>> {
  const opened = await app.ports.inputs.open(ticket);
  if (!opened.ok) return opened;
  const [file, second] = opened.value;
  if (!file) return fail('BAD_REQUEST', 'Chưa chọn tệp nào.');
  if (second) return fail('BAD_REQUEST', 'Mỗi lần chỉ gắn một tệp; hãy chọn một tệp.');
  return takeFile(app, file, allowed);
}

/** Refused: another kind of file, one over 100 MB, an empty one, one that bears a mark of secrecy. */
export async function takeFile(
  app: Pick<App, 'ports'>,
  file: Pick<InputFile, 'name' | 'size' | 'bytes'>,
  allowed: readonly string[],
): Promise<Result<TakenFile>> {
  const extension = (/\.([A-Za-z0-9]{1,8})$/u.exec(file.name)?.[1] ?? '').toLowerCase();
  if (!allowed.includes(extension))
    return fail('BAD_REQUEST', `Tệp “${file.name}” không thuộc loại được nhận (${allowed.join(', ')}).`, {
      details: { file: file.name },
    });
  if (file.size > MAX_FILE)
    return fail('BAD_REQUEST', `Tệp “${file.name}” lớn quá 100 MB. Hãy quét lại ở 200–300 dpi rồi gắn.`, {
      details: { file: file.name },
    });
  if (file.size === 0) return fail('BAD_REQUEST', `Tệp “${file.name}” rỗng; hãy chọn lại tệp.`);
  const bytes = await file.bytes();
  const mayBeKept = await refuseSecretFile(app.ports, bytes, file.name);
  return mayBeKept.ok ? ok({ bytes, name: file.name, extension }) : mayBeKept;
}

/** The dossier's record of a file that the store has taken. */
export function keptFile(file: TakenFile, sha256: string, role: KeptFile['role'], now: string): KeptFile {
  return {
    id: sha256,
    name: file.name,
    extension: file.extension,
    bytes: file.bytes.length,
    role,
    addedAt: now,
  };
}
