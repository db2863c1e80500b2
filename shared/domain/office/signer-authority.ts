/** "Thay mặt" of a signer as documents print it: HD 36 writes "T/M BAN THƯỜNG VỤ", NĐ 30 "TM. ỦY BAN NHÂN DÂN". */
import { fold } from '../../text/normalize';

/** A body alone: whoever signs for it signs on its behalf. */
const BODY =
  /^(?:ban thuong vu|ban chap hanh|thuong truc|dang uy|uy ban|hoi dong nhan dan|ban can su|chi uy|dang bo)(?!\p{L})/u;

/** The mark put in front where a person wrote the body alone; what bears a mark, or is no body, stays as it is. */
export function withBehalfMark(authority: string, mark: string): string {
  const text = authority.trim();
  return mark !== '' && BODY.test(fold(text)) ? `${mark} ${text}` : text;
}
