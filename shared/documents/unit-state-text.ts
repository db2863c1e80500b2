/** States of a unit's report in words. */
import type { UnitState, UnitStatus } from '../domain/report/model';

export const UNIT_STATE_TEXT: Readonly<Record<UnitState, string>> = {
  'not-due': 'Chưa đến hạn',
  missing: 'Chưa báo cáo',
  'on-time': 'Đúng hạn',
  late: 'Trễ hạn',
  returned: 'Đã trả lại',
};

/** "Trễ hạn, được gia hạn, không phát sinh" */
export function unitStateText(status: Pick<UnitStatus, 'state' | 'nil' | 'extended'>): string {
  return [
    UNIT_STATE_TEXT[status.state],
    ...(status.extended ? ['được gia hạn'] : []),
    ...(status.nil ? ['không phát sinh'] : []),
  ].join(', ');
}
