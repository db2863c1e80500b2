/** Whether a line's subject says a kind of document that the book does not number. */
import { fold } from '../../text/normalize';
import { KIND_OF_TYPE } from '../plan/plan-record';
import type { Series } from './model';

/** "Kế hoạch tuyên truyền …" → "KH"; null where the subject begins with no kind of document. */
function typeOfSubject(subject: string): string | null {
  const words = `${fold(subject).trim().replace(/\s+/gu, ' ')} `;
  const found = Object.entries(KIND_OF_TYPE).find(([, kind]) => words.startsWith(`${fold(kind)} `));
  return found?.[0] ?? null;
}

/** A question where the subject begins with another kind than the book's; null where it does not. */
export function kindAsked({ type, title }: Series, subject: string): string | null {
  const said = type === null ? null : typeOfSubject(subject);
  if (said === null || said === type) return null;
  const kind = (KIND_OF_TYPE[said] ?? said).toLocaleLowerCase('vi');
  return `Trích yếu ghi “${kind}”, sổ đang chọn là ${title}.`;
}
