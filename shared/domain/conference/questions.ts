/** What a person should look at again: derived each time, nothing of it is stored. */
import { momentParts } from '../../date/moment';
import { formatDate, type PlainDate } from '../../date/plain-date';
import { dayOffReason, type SpecialDay } from '../../date/working-days';
import { fold } from '../../text/normalize';
import { periodDays } from './state';

/** A conference as the catalogue keeps it. */
export interface BookedConference {
  readonly id: string;
  readonly title: string;
  readonly day: PlainDate | null;
  readonly time: string | null;
  readonly endTime: string | null;
  readonly place: string;
  readonly halted: boolean;
}

/** Without an end, a conference is taken to last half a working day. [D] */
const USUAL_HOURS = 4;

function endOf(time: string, endTime: string | null): string {
  if (endTime !== null) return endTime;
  const hour = Math.min(23, Number(time.slice(0, 2)) + USUAL_HOURS);
  return `${String(hour).padStart(2, '0')}:${time.slice(3)}`;
}

/** Others in the same hall at the same hours; a whole day without an hour meets every hour of it. */
export function sameHall(
  own: BookedConference,
  others: readonly BookedConference[],
): readonly BookedConference[] {
  const hall = fold(own.place).trim();
  if (own.day === null || hall === '' || own.halted) return [];
  return others.filter((other) => {
    if (other.id === own.id || other.halted || other.day !== own.day || fold(other.place).trim() !== hall)
      return false;
    if (own.time === null || other.time === null) return true;
    return own.time < endOf(other.time, other.endTime) && other.time < endOf(own.time, own.endTime);
  });
}

export function conferenceQuestions(input: {
  readonly item: { readonly start: string | null; readonly period: string | null };
  readonly own: BookedConference;
  readonly others: readonly BookedConference[];
  readonly holidays: readonly SpecialDay[];
  readonly hasPoints: boolean;
  readonly mode: 'online' | 'in-person' | null;
}): readonly string[] {
  const { own } = input;
  const questions = sameHall(own, input.others).map(
    (other) =>
      `Cùng ngày ${formatDate(own.day ?? '')}, “${own.place}” đã ghi cho “${other.title}”${other.time === null ? '' : ` lúc ${other.time}`}. Có trùng hội trường không?`,
  );
  const { day } = momentParts(input.item.start);
  if (day !== null) {
    const off = dayOffReason(day, input.holidays);
    if (off !== null)
      questions.push(`Ngày ${formatDate(day)} là ngày không làm việc (${off}). Họp ngày này phải không?`);
    const period = periodDays(input.item.period);
    if (period && (day < period.from || day > period.to))
      questions.push(
        `Kế hoạch ghi hội nghị từ ${formatDate(period.from)} đến ${formatDate(period.to)}, ngày đã định nằm ngoài khoảng đó.`,
      );
  }
  if (input.mode === 'online' && !input.hasPoints && own.place.trim() === '' && day !== null)
    questions.push('Hội nghị trực tuyến nhưng chưa ghi điểm cầu nào.');
  return questions;
}
