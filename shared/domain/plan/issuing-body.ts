/** Whether a plan that is being taken in comes from the office itself. */
import { matchKey } from '../../text/normalize';
import type { OfficeProfile } from '../office/model';
import type { ParsedPlan } from './parsed';

/**
 * A question where the letterhead names another office: it may be a superior's plan, or a file opened by mistake.
 * Bodies of the office ("Ban Xây dựng Đảng" under its name) are the office. Null where nothing is to be asked.
 */
export function foreignIssuer(
  plan: Pick<ParsedPlan, 'header'>,
  profile: Pick<OfficeProfile, 'issuingBody'> | undefined,
): ParsedPlan['warnings'][number] | null {
  const { issuingBody, parentBody } = plan.header;
  if (!profile || issuingBody === null) return null;
  const own = matchKey(profile.issuingBody);
  if ([parentBody, issuingBody].some((body) => body !== null && matchKey(body).endsWith(own))) return null;
  return {
    code: 'foreign-issuer',
    message: `Cơ quan ban hành trong văn bản là “${issuingBody}”, khác cơ quan của bạn (“${profile.issuingBody}”). Đây có đúng là kế hoạch của cơ quan bạn không? Nếu đọc sai, hãy sửa ô Cơ quan ban hành.`,
    excerpt: issuingBody,
  };
}
