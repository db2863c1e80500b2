/** Chasing: who owes what over all plans, which step comes next, what is written to a unit. */
import { describe, expect, it } from 'vitest';
import { chaseListText, chaseMessage, chaseTitle } from '../../../../../shared/domain/report/chase';
import { CHASE_RULES, nextLevel, type ChaseStep } from '../../../../../shared/domain/report/chase-levels';
import { chaseRecordSchema } from '../../../../../shared/domain/report/follow-up-model';
import { planRequestSchema } from '../../../../../shared/domain/report/obligation-model';
import { owedAt, owingUnits, type OwingSource } from '../../../../../shared/domain/report/owing';
import { group, owed, report, unit } from './support/build';

const ENTRIES = [
  group('G1', 'Chi bộ'),
  unit('A', { name: 'Chi bộ số 1', summaryGroupId: 'G1', order: 1, contact: 'Zalo Chi bộ số 1' }),
  unit('B', { name: 'Chi bộ số 2', summaryGroupId: 'G1', order: 2 }),
  unit('D', { name: 'Công an phường', order: 3, activeFrom: '2026-03-01' }),
];
const NOW = '2026-03-25T01:00:00Z';
const WORDS = { sender: 'Văn phòng Đảng ủy phường An Bình', now: NOW };

const source = (more: Partial<OwingSource> = {}): OwingSource => ({
  dossierId: 'x',
  plan: 'Tuyên truyền',
  numberText: '07-KH/ĐU',
  periods: [
    owed('2026-02', ['A', 'B', 'D'], ['HN02'], { lastDay: '2026-02-16' }),
    owed('2026-03', ['A', 'B', 'D'], ['HN02'], { lastDay: '2026-03-16', via: 'Ban Xây dựng Đảng' }),
  ],
  reports: [
    report('2026-02', 'A', { HN02: 3 }, { receivedOn: '2026-02-16' }),
    report('2026-02', 'B', { HN02: 4 }, { receivedOn: '2026-02-10' }),
    report('2026-03', 'A', 'nil', { receivedOn: '2026-03-17' }),
    report('2026-03', 'B', { HN02: 9 }, { state: 'returned', returnedReason: 'Chưa ký' }),
  ],
  planRequests: [],
  unitPlans: [],
  chases: [],
  ...more,
});
const SECOND = source({
  dossierId: 'y',
  plan: 'Phân loại rác',
  numberText: null,
  periods: [],
  reports: [],
  planRequests: [
    planRequestSchema.parse({
      id: 'r1',
      title: 'Kế hoạch phân loại rác',
      lastDay: '2026-03-20',
      unitIds: ['D'],
      extensions: [{ unitId: 'D', lastDay: '2026-03-27', reason: 'Thay người' }],
      createdAt: NOW,
    }),
  ],
});

describe('owingUnits', () => {
  it('lists by unit what it owes over all plans, only what is not in, units that exist on the day', () => {
    const units = owingUnits([source(), SECOND], ENTRIES, NOW);
    expect(units.map((each) => [each.unit, each.owes.map((work) => [work.dossierId, work.period, work.state, work.daysLate])])).toEqual([
      ['B', [['x', '2026-03', 'returned', 9]]],
      ['D', [['x', '2026-03', 'missing', 9], ['y', 'r1', 'not-due', -2]]],
    ]); // prettier-ignore
    expect(units[0]).toMatchObject({
      name: 'Chi bộ số 2',
      group: 'Chi bộ',
      owes: [{ returnedReason: 'Chưa ký' }],
    });
    expect(units[1]?.owes[1]).toMatchObject({ lastDay: '2026-03-27', extended: true, kind: 'plan' });
  });

  it('counts what was done for this unit, this period and this round only', () => {
    const chase = (id: string, unitIds: string[], at: string) =>
      chaseRecordSchema.parse({
        id,
        period: '2026-03',
        level: 1,
        on: at.slice(0, 10),
        at,
        by: 'Văn thư',
        unitIds,
      });
    // B's report came in at 2026-03-20 (enteredAt of the builder) and was sent back after that.
    const chases = [
      chase('c1', ['B', 'D'], '2026-03-17T02:00:00Z'),
      chase('c2', ['B'], '2026-03-24T02:00:00Z'),
    ];
    const back = source().reports.map((each) => ({ ...each, enteredAt: '2026-03-20T02:00:00Z' }));
    const [b, d] = owingUnits([source({ chases, reports: back })], ENTRIES, NOW);
    expect(b?.owes[0]?.steps.map(({ id }) => id)).toEqual(['c2']);
    expect(d?.owes[0]?.steps.map(({ id }) => id)).toEqual(['c1']);
    expect([b?.owes[0]?.next, d?.owes[0]?.next]).toEqual([null, 2]);
  });

  it('keeps to the places chosen, and leaves out what is not due unless it is asked for', () => {
    const all = owingUnits([source(), SECOND], ENTRIES, NOW);
    const places = [
      { dossierId: 'x', period: '2026-03', units: ['D', 'A'] },
      { dossierId: 'y', period: 'r1', units: null },
    ];
    const chosen = (notDue: boolean) =>
      owedAt(all, places, { notDue }).map((each) => [each.unit, each.owes.map(({ period }) => period)]);
    expect(chosen(false)).toEqual([['D', ['2026-03']]]);
    expect(chosen(true)).toEqual([['D', ['2026-03', 'r1']]]);
  });
});

describe('nextLevel', () => {
  const step = (level: 1 | 2 | 3, on: string, newLastDay: string | null = null): ChaseStep => ({
    id: `${level}`,
    level,
    on,
    newLastDay,
  });
  const next = (daysLate: number, steps: readonly ChaseStep[], today = '2026-03-25', returned = false) =>
    nextLevel({ daysLate, steps, today, returned });

  it('reminds from three days before the last day, and at once where a report was sent back', () => {
    expect([-4, -3, 0, 9].map((days) => next(days, []))).toEqual([null, 1, 1, 1]);
    expect(next(-20, [], '2026-03-25', true)).toBe(1);
  });

  it('writes a letter when it is late by two days and two have passed since the reminder', () => {
    expect(next(1, [step(1, '2026-03-10')])).toBeNull();
    expect(next(2, [step(1, '2026-03-24')])).toBeNull();
    expect(next(2, [step(1, '2026-03-23')])).toBe(2);
  });

  it('reports after the day that the letter set; then nothing more', () => {
    const letter = [step(1, '2026-03-18'), step(2, '2026-03-20', '2026-03-24')];
    expect(next(8, letter, '2026-03-24')).toBeNull();
    expect(next(9, letter, '2026-03-25')).toBe(3);
    expect(next(9, [...letter, step(3, '2026-03-25')], '2026-04-25')).toBeNull();
    // A day given anew after the letter: it is not late now.
    expect(next(-1, letter, '2026-03-25')).toBeNull();
  });

  it('follows the rules it is given', () => {
    const rules = { ...CHASE_RULES, remindDaysBefore: 10 };
    expect(nextLevel({ daysLate: -10, steps: [], today: '2026-03-25', returned: false }, rules)).toBe(1);
  });
});

describe('texts for Zalo', () => {
  const all = owingUnits([source(), SECOND], ENTRIES, NOW);

  it('writes a whole message: what is missing, how long, why it was sent back, where to', () => {
    expect(chaseMessage(all[0]!, WORDS)).toBe(
      [
        'Kính gửi Chi bộ số 2!',
        'Văn phòng Đảng ủy phường An Bình chưa nhận được báo cáo tháng 3 năm 2026, đã trả lại để bổ sung (Chưa ký), hạn 16/03/2026, đã quá hạn 9 ngày, thực hiện Kế hoạch số 07-KH/ĐU “Tuyên truyền”.',
        'Đề nghị đơn vị điền biểu Excel đã phát và gửi ngay về Văn phòng Đảng ủy phường An Bình (qua Ban Xây dựng Đảng).',
        'Nếu không phát sinh, xin ghi x vào ô “Không phát sinh” rồi gửi lại biểu.',
        'Trân trọng cảm ơn!',
      ].join('\n'),
    );
  });

  it('lists several plans line by line, and only reminds where nothing is late', () => {
    expect(chaseMessage(all[1]!, WORDS).split('\n').slice(1, 4)).toEqual([
      'Văn phòng Đảng ủy phường An Bình chưa nhận được:',
      '- báo cáo tháng 3 năm 2026, hạn 16/03/2026, đã quá hạn 9 ngày, thực hiện Kế hoạch số 07-KH/ĐU “Tuyên truyền”.',
      '- kế hoạch của đơn vị (Kế hoạch phân loại rác), hạn 27/03/2026 (đã gia hạn), thực hiện Kế hoạch “Phân loại rác”.',
    ]);
    const [only] = owedAt(all, [{ dossierId: 'y', period: 'r1', units: null }], { notDue: true });
    expect(chaseMessage(only!, WORDS)).toContain('xin nhắc đơn vị chuẩn bị kế hoạch của đơn vị');
    expect(chaseMessage(only!, WORDS)).not.toContain('Không phát sinh');
  });

  it('gives one list of all, each plan named where there are several', () => {
    const title = chaseTitle(all);
    expect(title).toBe('báo cáo, kế hoạch theo 2 kế hoạch');
    expect(chaseListText(all, { ...WORDS, title }).split('\n')).toEqual([
      'Đơn vị chưa nộp báo cáo, kế hoạch theo 2 kế hoạch (tính đến 25/03/2026 08:00):',
      '1. Chi bộ số 2: báo cáo tháng 3 năm 2026, đã trả lại để bổ sung (Chưa ký), hạn 16/03/2026, đã quá hạn 9 ngày (Kế hoạch số 07-KH/ĐU).',
      '2. Công an phường: báo cáo tháng 3 năm 2026, hạn 16/03/2026, đã quá hạn 9 ngày (Kế hoạch số 07-KH/ĐU); kế hoạch của đơn vị (Kế hoạch phân loại rác), hạn 27/03/2026 (đã gia hạn) (Phân loại rác).',
    ]);
  });
});
