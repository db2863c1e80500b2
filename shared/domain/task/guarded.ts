/**
 * Tasks about tư tưởng, dư luận or false information: of them only a count, a fixed choice and a document's number with
 * its day are kept. No file, no link, no name of an account, no free words: what citizens said is not ours to collect.
 * domain.md §5 "Carrying-out", §7.
 */
import { fail, ok, type Result } from '../../result';
import { toNfc } from '../../text/normalize';
import { looksPersonal } from '../report/validate-values';

/** Words that speak of it. "Thống nhất tư tưởng", "tư tưởng Hồ Chí Minh" do not. */
const WORDS =
  /dư luận|tình hình tư tưởng|(?:nắm|nắm bắt|diễn biến)\s+(?:tâm tư|tư tưởng)|tâm tư,\s*nguyện vọng|sai trái|xấu,?\s*độc|tin giả|xuyên tạc|sai lệch|sai sự thật|phản bác|bịa đặt/iu;

/** Whether the task's words propose it; a person may say otherwise. Until then it counts as guarded. */
export function proposesGuarded(text: string): boolean {
  return WORDS.test(toNfc(text));
}

const LINK =
  /https?:|www\.|@|\b(?:facebook|fb|zalo|tiktok|youtube|telegram|instagram|twitter)\b|[\p{L}\d-]\.(?:com|vn|net|org|me|tv|info|io|gg|ly)\b|(?:^|\s)\/\/|t\.me/iu;

/** Whether a text has a link, the name of an account, a telephone or the like. What matched is never repeated. */
export function looksLikeAccount(text: string): boolean {
  return LINK.test(text) || looksPersonal(text);
}

/** "12-BC/ĐU", "05/BC-UBND", "125/UBND-VP": digits, then symbols in capitals. Spaces around the marks do not count. */
const NUMBER = /^\d{1,5}(?:[-/](?:\p{Lu}{1,8}|CTr|TTr|GCn))+(?:&\p{Lu}{1,8})?$/u;

/** The number of a document as it may be kept of a guarded task, or why not. Empty stays empty. */
export function guardedNumber(text: string): Result<string> {
  const number = toNfc(text)
    .replace(/\s*([-/])\s*/gu, '$1')
    .trim();
  if (number === '' || NUMBER.test(number)) return ok(number);
  const why = looksLikeAccount(number)
    ? 'Nhiệm vụ về tư tưởng, dư luận, thông tin sai trái không ghi đường dẫn hay tên tài khoản; chỉ ghi số, ký hiệu văn bản.'
    : 'Chỗ này chỉ ghi số, ký hiệu văn bản, ví dụ 12-BC/ĐU.';
  return fail('BAD_REQUEST', why, { fieldErrors: { numberText: why } });
}
