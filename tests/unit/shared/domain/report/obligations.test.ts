import { describe, expect, it } from 'vitest';
import { sentenceAt } from '../../../../../shared/domain/plan/sentence-at';
import { difficultyState } from '../../../../../shared/domain/report/difficulties';
import { entryMap } from '../../../../../shared/domain/report/expected-units';
import {
  planRequestSchema,
  unitPlanSchema,
  upwardReportSchema,
} from '../../../../../shared/domain/report/obligation-model';
import { owedBy } from '../../../../../shared/domain/report/owed-by';
import { ownPlanStatus } from '../../../../../shared/domain/report/own-plans';
import { createUnitFinder } from '../../../../../shared/domain/report/unit-named-in';
import { upwardStatus } from '../../../../../shared/domain/report/upward';
import { owed, report, unit } from './support/build';

/** 17:30 in Vietnam on 10/06/2026, whatever the PC's zone. */
const NOW = '2026-06-10T10:30:00Z';
const DIRECTORY = [
  unit('A', { order: 1 }),
  unit('B', { order: 2 }),
  unit('C', { order: 3 }),
  unit('D', { order: 4 }),
];

const REQUEST = planRequestSchema.parse({
  id: 'r1',
  title: 'Kế hoạch tuyên truyền',
  lastDay: '2026-06-09',
  unitIds: ['A', 'B', 'C', 'D'],
  extensions: [{ unitId: 'C', lastDay: '2026-06-12', reason: 'Đại hội' }],
  createdAt: '2026-05-01T00:00:00Z',
});
const plan = (unitId: string, receivedOn: string, state: 'received' | 'returned' = 'received') =>
  unitPlanSchema.parse({
    id: `r1|${unitId}`,
    requestId: 'r1',
    unitId,
    state,
    receivedOn,
    enteredAt: '2026-06-10T00:00:00Z',
  });

describe("units' own plans", () => {
  it('have the five states of a report, by the day of receipt and the unit’s own last day', () => {
    const at = (now: string) =>
      ownPlanStatus(REQUEST, [plan('A', '2026-06-09'), plan('B', '2026-06-10')], entryMap(DIRECTORY), now);
    const status = at(NOW);
    expect(status.units.map(({ unit: id, state, extended }) => [id, state, extended])).toEqual([
      ['A', 'on-time', false],
      ['B', 'late', false],
      ['C', 'not-due', true],
      ['D', 'missing', false],
    ]);
    expect(status).toMatchObject({ expected: 4, received: 2, onTime: 1, late: 1, missing: 1, notDue: 1 });
    // The last moment of the last day in Vietnam is 16:59:59 UTC.
    expect(at('2026-06-09T16:59:00Z').units[3]?.state).toBe('not-due');
    expect(at('2026-06-09T17:01:00Z').units[3]?.state).toBe('missing');
  });

  it('are owed again after a return, and not by a unit that was closed before', () => {
    const closed = [...DIRECTORY.slice(0, 3), unit('D', { activeTo: '2026-06-01' })];
    const { units, returned } = ownPlanStatus(
      REQUEST,
      [plan('A', '2026-06-01', 'returned')],
      entryMap(closed),
      NOW,
    );
    expect(units.map(({ unit: id }) => id)).toEqual(['A', 'B', 'C']);
    expect([units[0]?.state, units[0]?.receivedAt, returned]).toEqual(['returned', null, 1]);
  });

  it('stand beside the reports among what one unit owes, earliest first', () => {
    const source = {
      periods: [owed('2026-05', ['A', 'B'], ['HN01'], { lastDay: '2026-06-15' })],
      reports: [report('2026-05', 'A', { HN01: 1 }, { receivedOn: '2026-06-10' })],
      planRequests: [REQUEST],
      unitPlans: [plan('B', '2026-06-08')],
    };
    const things = (id: string) =>
      owedBy(id, source, entryMap(DIRECTORY), NOW).map(({ kind, id: thing, state }) => [kind, thing, state]);
    expect(things('A')).toEqual([
      ['own-plan', 'r1', 'missing'],
      ['report', '2026-05', 'on-time'],
    ]);
    expect(things('B')).toEqual([
      ['own-plan', 'r1', 'on-time'],
      ['report', '2026-05', 'not-due'],
    ]);
    expect(things('D')).toEqual([['own-plan', 'r1', 'missing']]);
    expect(things('nobody')).toEqual([]);
  });
});

describe('a report upward', () => {
  const due = upwardReportSchema.parse({
    id: 'u1',
    kind: 'ad-hoc',
    title: 'Báo cáo nhanh',
    to: 'Thành ủy',
    lastDay: '2026-06-10',
    time: '16:00',
    createdAt: '2026-06-01T00:00:00Z',
  });
  const sent = (on: string, time: string | null) => ({
    ...due,
    sent: { numberText: '1-BC/ĐU', date: null, on, time, channel: '', documentId: null, file: null },
  });

  it('is due until its hour in Vietnam, then not sent', () => {
    expect(upwardStatus(due, '2026-06-10T09:00:00Z').state).toBe('not-due');
    expect(upwardStatus(due, '2026-06-10T09:01:00Z').state).toBe('unsent');
    expect(upwardStatus({ ...due, time: null }, NOW).state).toBe('not-due');
  });

  it('is on time up to the hour, late after it, and stays late once confirmed and filed', () => {
    expect(upwardStatus(sent('2026-06-10', '16:00'), NOW)).toEqual({ state: 'on-time', late: false });
    expect(upwardStatus(sent('2026-06-10', '16:01'), NOW)).toEqual({ state: 'late', late: true });
    expect(upwardStatus(sent('2026-06-10', null), NOW).state).toBe('on-time');
    const confirmed = { ...sent('2026-06-11', null), receipt: { on: '2026-06-11', note: '', file: null } };
    expect(upwardStatus(confirmed, NOW)).toEqual({ state: 'confirmed', late: true });
    expect(upwardStatus({ ...confirmed, filedOn: '2026-06-12' }, NOW)).toEqual({
      state: 'filed',
      late: true,
    });
  });
});

describe('a difficulty', () => {
  const answer = (date: string) => ({ numberText: '1/CV', date, by: '', note: '', file: null });
  it.each([
    [null, null, 'waiting'],
    ['2026-06-10', null, 'waiting'],
    ['2026-06-09', null, 'overdue'],
    ['2026-06-09', answer('2026-06-09'), 'answered'],
    ['2026-06-09', answer('2026-06-10'), 'answered-late'],
    [null, answer('2026-06-10'), 'answered'],
  ] as const)('due %s, answered %o: %s', (lastDay, given, state) => {
    expect(difficultyState({ lastDay, answer: given }, NOW)).toBe(state);
  });
});

describe('whose file it is', () => {
  const units = [
    unit('t1', { name: 'Chi bộ Tổ dân phố số 1', short: 'TDP1' }),
    unit('t11', { name: 'Chi bộ Tổ dân phố số 11' }),
    unit('th', { name: 'Chi bộ Trường Tiểu học An Bình' }),
    unit('ca', { name: 'Đảng bộ Công an phường An Bình', short: 'CAP' }),
  ];
  const finder = createUnitFinder(units, 'An Bình');
  it.each([
    ['KH Chi bộ TDP số 1', ['t1']],
    ['ke_hoach_TDP01', ['t1']],
    ['CB-tdp11-ky', ['t11']],
    ['Tổ dân phố 11 kế hoạch', ['t11']],
    ['KH dang bo cong an phuong', ['ca']],
    ['07-KH CAP', ['ca']],
    ['TDP 1 và TDP 11', ['t1', 't11']],
    ['scan0001', []],
    ['so 1', []],
  ])('%s', (name, ids) => {
    expect([...finder.find(name)].sort()).toEqual([...ids].sort());
  });
});

describe('the sentence that an item stands in', () => {
  const text = [
    '1. Các đơn vị căn cứ kế hoạch này xây dựng kế hoạch',
    'của đơn vị mình, gửi về Văn phòng trước ngày 10/6/2026 (qua Ban Xây dựng Đảng).',
    '- Việc khác. Đúng 5.6.2026 báo cáo. Hết.',
  ].join('\n');
  const at = (words: string) => {
    const start = text.indexOf(words);
    return sentenceAt(text, { start, end: start + words.length });
  };
  it('is read over a line that only wraps, and ends where the point ends', () => {
    expect(at('trước ngày 10/6/2026')).toMatch(
      /Các đơn vị căn cứ .* gửi về Văn phòng trước ngày 10\/6\/2026 \(qua Ban Xây dựng Đảng\)/,
    );
    expect(at('trước ngày')).not.toContain('Việc khác');
    expect(at('5.6.2026')).toContain('Đúng 5.6.2026 báo cáo');
    expect(at('5.6.2026')).not.toContain('Hết');
  });
});
