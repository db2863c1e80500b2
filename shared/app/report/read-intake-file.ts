/** One returned file, opened and parsed: what it is, never what it says. */
import { sourceFromText } from '../../domain/plan/reading/source-from-text';
import { securityMark } from '../../domain/plan/reading/security-mark';
import type { RawForm } from '../../ports/documents';
import { fail, ok } from '../../result';
import type { App } from '../application';
import type { IntakeFile } from './intake-files';
import type { ReadFile } from './intake-run';

const MAX_FORM = 20 * 1024 * 1024;

/** Opens and parses one file, in a worker that can be killed. Nothing is judged. */
export async function readIntakeFile(app: App, file: IntakeFile): Promise<ReadFile> {
  const refused = (sha256: string | null, message: string, reason: string): ReadFile => ({
    file,
    sha256,
    read: fail('BAD_REQUEST', message, { details: { reason } }),
  });
  if (file.size > MAX_FORM)
    return refused(
      null,
      `Tệp “${file.place}” lớn quá 20 MB nên không mở; biểu báo cáo nhỏ hơn nhiều. Hãy kiểm tra lại tệp.`,
      'too-large',
    );
  const bytes = await file.bytes();
  const sha256 = app.ports.hash.sha256(bytes);
  if (!/\.xlsx$/iu.test(file.name))
    return refused(
      sha256,
      `Tệp “${file.place}” không phải là biểu Excel (.xlsx) nên chưa nhận. Hãy thả biểu .xlsx, hoặc nhập số liệu bằng tay và đính tệp này làm bằng chứng.`,
      'not-xlsx',
    );
  const raw = await app.ports.formReader.read(bytes, file.place);
  if (!raw.ok) return { file, sha256, read: raw };
  const mark = markIn(raw.value);
  if (mark !== null)
    return {
      file,
      sha256: null,
      read: fail(
        'FORBIDDEN',
        `Tệp “${file.place}” có dấu ${mark}. Văn bản bí mật nhà nước không được lưu trên máy tính này, nên ứng dụng không giữ lại gì.`,
        { details: { reason: 'secret' } },
      ),
    };
  return { file, sha256, read: ok({ bytes, raw: raw.value }) };
}

/** A state-secret mark on a line of its own in any input or above the inputs. */
function markIn(raw: RawForm): string | null {
  const texts = Object.values(raw.cells).flatMap(({ type, text }) => (type === 'text' ? [text] : []));
  for (const text of [...raw.heads, ...texts]) {
    const mark = securityMark(sourceFromText(text));
    if (mark !== null) return mark;
  }
  return null;
}
