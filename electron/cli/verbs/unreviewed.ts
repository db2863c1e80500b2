/**
 * The window asks for reports only of a plan that a person has looked through (“Lưu kế hoạch”). A script imports and
 * asks in one go, and nobody may break its lines: so the command line does what it was told and says what is open.
 */
import type { Session } from '../session';

/** What an unreviewed plan leaves to look at; empty when it was looked through. */
export async function unreviewedWords(session: Session, dossierId: string): Promise<readonly string[]> {
  const { plan } = await session.query('plan.get', { dossierId });
  return plan.status === 'review'
    ? [
        `Kế hoạch này chưa ai rà soát: đơn vị, hạn, chỉ tiêu đề xuất từ văn bản có thể chưa đúng. Xem lại ở phần Rà soát rồi bấm “Lưu kế hoạch”, hoặc chạy: plan confirm ${dossierId}`,
      ]
    : [];
}
