/** Who owes what of Phường An Bình: one plan, and a second one whose units owe plans of their own. */
import type { MatrixPrintInput } from '../../../shared/documents/matrix-print';
import { matrixOf } from '../../../shared/domain/report/matrix';
import { chaseRecordSchema } from '../../../shared/domain/report/follow-up-model';
import { planRequestSchema } from '../../../shared/domain/report/obligation-model';
import { owingUnits, type OwingSource, type OwingUnit } from '../../../shared/domain/report/owing';
import { reportPeriodSchema } from '../../../shared/domain/report/model';
import { CREATED_AT, entries, office, periods, report, reports, title } from './an-binh';

const source: OwingSource = {
  dossierId: 'd-1',
  plan: title,
  numberText: '07-KH/ĐU',
  periods,
  reports,
  planRequests: [],
  unitPlans: [],
  chases: [
    chaseRecordSchema.parse({
      id: 'c1', period: '2026-Q1', level: 1, on: '2026-03-17', at: '2026-03-17T09:00:00+07:00', by: 'Văn thư', unitIds: ['u5'], channel: 'Zalo',
    }), // prettier-ignore
    chaseRecordSchema.parse({
      id: 'c2', period: '2026-Q1', level: 2, on: '2026-03-19', at: '2026-03-19T09:00:00+07:00', by: 'Văn thư', unitIds: ['u5'], newLastDay: '2026-03-23',
    }), // prettier-ignore
  ],
};
/** A second plan: its report sent back by one unit, its own plans asked of two. */
const second: OwingSource = {
  dossierId: 'd-2',
  plan: 'Tuyên truyền phân loại rác thải tại nguồn',
  numberText: '11-KH/ĐU',
  periods: [
    reportPeriodSchema.parse({
      id: '2026-02', from: '2026-01-15', to: '2026-02-14', lastDay: '2026-02-16', indicators: ['HN01'], unitIds: ['u1', 'u5'],
      cumulativeFrom: 'schedule', via: 'Ban Xây dựng Đảng', createdAt: CREATED_AT,
    }), // prettier-ignore
  ],
  reports: [
    { ...report('2026-02', 'u1', '2026-02-16', [1]), state: 'returned', returnedReason: 'thiếu chữ ký' },
    report('2026-02', 'u5', '2026-02-16', [1]),
  ],
  planRequests: [
    planRequestSchema.parse({
      id: 'r-1', title: 'Kế hoạch phân loại rác thải', lastDay: '2026-03-10', unitIds: ['u3', 'u5'], via: 'Ban Xây dựng Đảng', createdAt: CREATED_AT,
    }), // prettier-ignore
  ],
  unitPlans: [],
  chases: [],
};

/** Who owes in the first plan alone, or over both. */
export function owing(plans: 'one' | 'both'): readonly OwingUnit[] {
  const sources = plans === 'one' ? [source] : [source, second];
  return owingUnits(sources, entries, CREATED_AT).flatMap((unit) => {
    const owes = unit.owes.filter((work) => work.period !== '2025-Q4');
    return owes.length === 0 ? [] : [{ ...unit, owes }];
  });
}

export function matrixPrint(): MatrixPrintInput {
  return {
    office,
    matrix: matrixOf([source, second], entries, { year: 2026 }, CREATED_AT),
    names: new Map([['d-1', '07-KH/ĐU'], ['d-2', '11-KH/ĐU']]), // prettier-ignore
    year: 2026,
    createdAt: CREATED_AT,
    signer: null,
  };
}
