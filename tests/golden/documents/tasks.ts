/** The progress of an invented plan: one dated task, a duty read from a report, one quota by the week. */
import type { ProgressInput } from '../../../shared/documents/task-progress';
import { slotsOf } from '../../../shared/domain/task/rhythm';
import type { Rhythm } from '../../../shared/domain/task/model';
import { office, plan } from './an-binh';

const rhythm: Rhythm = { per: 'week', quota: 2, unit: 'tin, bài', from: '2026-01-01', to: '2026-01-18' };
const roll = { units: 2, done: 1, doneLate: 0, notDone: 0, overdue: 1, doing: 0, todo: 0 };

/** As in domain.md §5: on 13/01 with 2 and 1 counted the average is 3 × 7 / 11 = 1,91. */
export function progress(): ProgressInput {
  return {
    office,
    plan: plan.title,
    on: '2026-01-13',
    all: roll,
    percent: 50,
    tasks: [
      { text: 'Báo cáo kết quả về Đảng ủy.', heading: 'Các chi bộ', coordinating: [], lastDay: '2026-01-12', late: ['Chi bộ số 2'], ...roll },
    ], // prettier-ignore
    units: [
      { name: 'Chi bộ số 1', group: 'Các chi bộ', ...roll, units: 1, overdue: 0 },
      { name: 'Chi bộ số 2', group: 'Các chi bộ', ...roll, units: 1, done: 0 },
    ],
    duties: [
      {
        unit: 'Chi bộ số 1', group: 'Các chi bộ', task: 'Báo cáo kết quả về Đảng ủy.', role: 'lead',
        due: '2026-01-12', extended: false, standing: 'done', record: null, doneOn: '2026-01-10',
        reports: [{ period: '2026-01', due: '2026-01-12', receivedOn: '2026-01-10', returned: false, late: false }],
      },
      {
        unit: 'Chi bộ số 2', group: 'Các chi bộ', task: 'Báo cáo kết quả về Đảng ủy.', role: 'lead',
        due: '2026-01-12', extended: false, standing: 'overdue', record: null, doneOn: null,
        reports: [{ period: '2026-01', due: '2026-01-12', receivedOn: null, returned: true, late: false }],
      },
    ], // prettier-ignore
    inspections: [],
    counts: [
      {
        text: 'Duy trì tối thiểu 02 tin, bài/tuần.',
        rhythm,
        slots: slotsOf(rhythm).filter(({ from }) => from <= '2026-01-13'),
        rows: [
          { name: 'Chi bộ số 1', group: 'Các chi bộ', counts: { '2026-01-01': 2, '2026-01-05': 1 }, total: 3, average: 1.91, averageMet: false, missing: 0 },
          { name: 'Chi bộ số 2', group: 'Các chi bộ', counts: { '2026-01-05': 2 }, total: 2, average: 2, averageMet: true, missing: 1 },
          { name: 'Chi bộ số 3', group: 'Các chi bộ', counts: {}, total: 0, average: null, averageMet: null, missing: 2 },
        ],
      },
    ], // prettier-ignore
    createdAt: '2026-01-13T08:00:00+07:00',
  };
}
