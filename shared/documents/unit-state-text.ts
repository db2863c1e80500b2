/** States of a unit's report in words. */
import { periodNameInText } from '../domain/report/periods';
import type { UnitState, UnitStatus } from '../domain/report/model';

export const UNIT_STATE_TEXT: Readonly<Record<UnitState, string>> = {
  'not-due': 'Chưa đến hạn',
  missing: 'Chưa báo cáo',
  'on-time': 'Đúng hạn',
  late: 'Trễ hạn',
  returned: 'Đã trả lại',
};

/** A unit that is behind with some of its parts only is no unit that reported nothing. */
export function stateWord({ state, lacking }: Pick<UnitStatus, 'state' | 'lacking'>): string {
  return state === 'missing' && lacking ? 'Chưa báo cáo đủ' : UNIT_STATE_TEXT[state];
}

/** "Trễ hạn, được gia hạn, không phát sinh", "Chưa báo cáo đủ, thiếu tháng 2 năm 2026" */
export function unitStateText(status: Pick<UnitStatus, 'state' | 'nil' | 'extended' | 'lacking'>): string {
  return [
    stateWord(status),
    ...(status.lacking ? [`thiếu ${status.lacking.map((part) => periodNameInText(part)).join(', ')}`] : []),
    ...(status.extended ? ['được gia hạn'] : []),
    ...(status.nil ? ['không phát sinh'] : []),
  ].join(', ');
}
