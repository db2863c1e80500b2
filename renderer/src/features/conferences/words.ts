/** How the window names a conference's day, steps and parts. */
import type { ConferenceRow } from '../../../../shared/rpc/contract/conference';
import type { ConferenceState } from '../../../../shared/domain/conference/state';
import { parsePeriod, periodNameInText } from '../../../../shared/domain/report/periods';
import { dateWithDay } from '../../ui/format';
import type { Tone } from '../../ui/tags';

export const STATE_TONE: Readonly<Record<ConferenceState, Tone>> = {
  planned: 'warn',
  invited: 'info',
  held: 'good',
  postponed: 'warn',
  cancelled: 'quiet',
};

export type PartKey =
  'thong-tin' | 'chuong-trinh' | 'thanh-phan' | 'chuan-bi' | 'diem-danh' | 'kinh-phi' | 'bien-ban';

export const PARTS: readonly { readonly key: PartKey; readonly label: string }[] = [
  { key: 'thong-tin', label: 'Thông tin' },
  { key: 'thanh-phan', label: 'Thành phần và giấy mời' },
  { key: 'chuong-trinh', label: 'Chương trình, tài liệu' },
  { key: 'chuan-bi', label: 'Chuẩn bị' },
  { key: 'diem-danh', label: 'Điểm danh' },
  { key: 'kinh-phi', label: 'Kinh phí' },
  { key: 'bien-ban', label: 'Biên bản' },
];

type Step = NonNullable<ConferenceRow['step']>;

/** The one next step: its verb and the part where it is done. */
export const STEP: Readonly<Record<Step, { readonly label: string; readonly part: PartKey }>> = {
  reschedule: { label: 'Định ngày mới', part: 'thong-tin' },
  'set-day': { label: 'Định ngày', part: 'thong-tin' },
  participants: { label: 'Ghi thành phần', part: 'thanh-phan' },
  invite: { label: 'Làm giấy mời', part: 'thanh-phan' },
  number: { label: 'Lấy số giấy mời', part: 'thanh-phan' },
  send: { label: 'Gửi giấy mời', part: 'thanh-phan' },
  prepare: { label: 'Xem việc chuẩn bị', part: 'chuan-bi' },
  hold: { label: 'Mở hội nghị', part: 'thong-tin' },
  attend: { label: 'Điểm danh', part: 'diem-danh' },
  minutes: { label: 'Gắn biên bản', part: 'bien-ban' },
};

/** "14:00–17:00 thứ Tư, 11/02/2026"; "Chưa có ngày (quý I năm 2026)". */
export function whenWords({
  day,
  time,
  endTime,
  period,
}: Pick<ConferenceRow, 'day' | 'time' | 'endTime' | 'period'>): string {
  if (day === null)
    return period === null || parsePeriod(period) === null
      ? 'Chưa có ngày'
      : `Chưa có ngày (${periodNameInText(period)})`;
  const hours = [time, endTime].filter(Boolean).join('–');
  return [hours, dateWithDay(day)].filter(Boolean).join(' ');
}

export const MODE_WORDS = { online: 'Trực tuyến', 'in-person': 'Trực tiếp' } as const;
