/** The states and outcomes of a duty as they are said. */
import type { DutyState, GuardedChoice } from './model';

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
