/** The states and outcomes of a duty as they are said. */
import { formatDate } from '../../date/plain-date';
import { periodNameInText } from '../report/periods';
import { formatNumber } from '../../text/numbers';
import type { FollowedReport } from './by-reports';
import type { DutyState, GuardedChoice, Rhythm } from './model';

export const STATE_WORDS = {
  todo: 'chưa làm',
  doing: 'đang làm',
  done: 'hoàn thành',
  'not-done': 'không thực hiện',
} as const satisfies Record<DutyState, string>;

export const CHOICE_WORDS = {
  reported: 'Đã báo cáo bằng văn bản',
  handled: 'Đã xử lý theo thẩm quyền',
  none: 'Không phát sinh',
} as const satisfies Record<GuardedChoice, string>;

export const PER_WORDS = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
} as const satisfies Record<Rhythm['per'], string>;

/** "≥ 2 tin, bài/tuần" */
export function rhythmWords({ quota, unit, per }: Pick<Rhythm, 'quota' | 'unit' | 'per'>): string {
  return `≥ ${formatNumber(quota)} ${unit === '' ? 'lần' : unit}/${PER_WORDS[per]}`;
}

/** "quý I năm 2026: nhận 16/03/2026", "tháng 4 năm 2026: chưa có, hạn 15/04/2026": the source of what is not entered. */
export function reportsText(reports: readonly FollowedReport[]): string {
  return reports
    .map(({ period, due, receivedOn, returned, late }) => {
      const stands =
        receivedOn !== null
          ? `nhận ${formatDate(receivedOn)}${late ? ' (trễ)' : ''}`
          : `${returned ? 'đã trả lại' : 'chưa có'}, hạn ${formatDate(due)}`;
      return `${periodNameInText(period)}: ${stands}`;
    })
    .join('; ');
}
