/** How an invitation names its conference and its moment. */
import { momentParts } from '../date/moment';
import { pad2, partsOf, weekdayName } from '../date/plain-date';
import type { Invitation } from '../domain/conference/model';
import { type ConferenceItem } from '../domain/conference/state';

/** "Hội nghị quán triệt …" → "dự Hội nghị quán triệt …"; a name that is no conference's gets the word before it. */
export function invitationSubject({ name }: Pick<ConferenceItem, 'name'>): string {
  return `dự ${nameInSentence(name)}`;
}

export function nameInSentence(name: string): string {
  const bare = name
    .trim()
    .replace(/^(?:tổ chức|dự|tham dự)\s+/iu, '')
    .replace(/[.;:,]+$/u, '');
  return /^(?:hội nghị|cuộc họp|họp|hội thảo|tọa đàm|buổi)/iu.test(bare)
    ? bare.charAt(0).toUpperCase() + bare.slice(1)
    : `Hội nghị ${bare.charAt(0).toLowerCase()}${bare.slice(1)}`;
}

/** "14 giờ 00 ngày 11/02/2026 (thứ Tư)", with its end where one is known; the weekday is reckoned. */
export function momentWords(start: string | null, endTime: string | null): string {
  const { day, time } = momentParts(start);
  if (day === null) return '… giờ … ngày …/…/…';
  const hour = (text: string): string => `${text.slice(0, 2)} giờ ${text.slice(3, 5)}`;
  const { year, month, day: dayOfMonth } = partsOf(day);
  const written = `ngày ${pad2(dayOfMonth)}/${pad2(month)}/${year} (${weekdayName(day)})`;
  if (time === null) return written;
  return endTime === null ? `${hour(time)} ${written}` : `từ ${hour(time)} đến ${hour(endTime)} ${written}`;
}

export function invitationTitle(
  input: Pick<Invitation, 'type'> & { readonly item: Pick<ConferenceItem, 'name'> },
): string {
  const subject = invitationSubject(input.item);
  return input.type === 'GM' ? `Giấy mời ${subject}` : `Công văn về việc mời ${subject}`;
}
