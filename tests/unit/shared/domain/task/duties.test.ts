import { describe, expect, test } from 'vitest';
import { directoryEntrySchema } from '../../../../../shared/domain/office/model';
import { planItemSchema } from '../../../../../shared/domain/plan/model';
import { putCounts } from '../../../../../shared/domain/task/counts';
import { putDuties } from '../../../../../shared/domain/task/put-duties';
import { saveTaskSetting } from '../../../../../shared/domain/task/settings';
import { carryingOut, progressPercent } from '../../../../../shared/domain/task/duties';
import { followedTasks, lastDayOf } from '../../../../../shared/domain/task/followed';
import { taskDirectory, unitsOwing } from '../../../../../shared/domain/task/owing';
import { taskSummary } from '../../../../../shared/domain/task/summary';
import { draftOver, type Draft } from '../../../../../shared/records';
import { unwrap } from '../../../../../shared/result';
import type { DossierTables } from '../../../../../shared/schema/aggregates';

const TODAY = '2026-03-25';
const ACTING = { now: '2026-03-25T08:00:00+07:00', by: 'Mai' };
const entries = [
  directoryEntrySchema.parse({ id: 'u1', kind: 'unit', name: 'Chi bộ số 1' }),
  directoryEntrySchema.parse({ id: 'u2', kind: 'unit', name: 'Chi bộ số 2', activeTo: '2026-04-30', successors: [{ unitId: 'u1', from: '2026-05-01' }] }),
  directoryEntrySchema.parse({ id: 'g', kind: 'group', name: 'Các chi bộ', memberIds: ['u1', 'u2'] }),
  directoryEntrySchema.parse({ id: 'p', kind: 'position', name: 'Đồng chí Chánh Văn phòng' }),
]; // prettier-ignore
const directory = taskDirectory(entries, '');

describe('who owes', () => {
  const asked = (entryIds: string[], coordinating: string[] = [], lastDay: string | null = null) =>
    unitsOwing({ entryIds, coordinating, lastDay }, directory, TODAY).map(
      ({ unitId, role }) => `${unitId} ${role}`,
    );
  test('a group as of the last day; a unit that is gone by then through its heir, once', () => {
    expect(asked(['g'])).toEqual(['u1 lead', 'u2 lead']);
    expect(asked(['g'], [], '2026-06-01')).toEqual(['u1 lead']);
    expect(asked(['u2'], [], '2026-06-01')).toEqual(['u1 lead']);
  });
  test('named twice, a unit leads; a position is no unit; what is unknown owes nothing', () => {
    expect(asked(['u1'], ['Chi bộ số 1', 'Chi bộ số 2', 'Hội Không Có'])).toEqual([
      'u1 lead',
      'u2 coordinating',
    ]);
    expect(asked(['p'])).toEqual(['chung lead']);
    expect(asked([], ['Chi bộ số 2'])).toEqual(['chung lead', 'u2 coordinating']);
  });
});

test.each([
  ['2026-06-09', '2026-Q1', '2026-06-09'],
  [null, '2026-Q1', '2026-03-31'],
  [null, '2026-02', '2026-02-28'],
  [null, '2026', '2026-12-31'],
  [null, 'DX-2026-001', null],
  [null, 'sớm', null],
  [null, null, null],
])('last day %s in %s: %s', (lastDay, period, expected) => {
  expect(lastDayOf({ lastDay, period })).toBe(expected);
});

test('100% only when nothing is left', () => {
  expect(progressPercent({ done: 199, units: 200 })).toBe(99);
  expect(progressPercent({ done: 200, units: 200 })).toBe(100);
  expect(progressPercent({ done: 0, units: 0 })).toBeNull();
});

describe('a plan that is read anew', () => {
  const RHYTHM = { per: 'week', quota: 1, unit: '', from: '2026-03-02', to: '2026-03-15' } as const;
  const task = (id: string, origin: string) =>
    planItemSchema.parse({
      id, kind: 'task', origins: [origin], source: null, touched: false, dropped: false, accepted: true, doubt: '',
      order: 2, assignmentId: 'a', text: 'Tổ chức hội nghị.', lastDay: '2026-04-15', period: null, recurrence: null,
    }); // prettier-ignore
  function entered(): Draft<DossierTables> {
    const draft = draftOver<DossierTables>({ get: () => undefined, list: () => [] });
    draft.put('items', planItemSchema.parse({
      id: 'a', kind: 'assignment', origins: [], source: null, touched: true, dropped: false, accepted: true, doubt: '',
      order: 1, unit: 'Các chi bộ', entryIds: ['g'], from: '',
    })); // prettier-ignore
    draft.put('items', task('t1', 'task:abc:1'));
    const carrying = () => carryingOut(draft, directory, TODAY);
    unwrap(saveTaskSetting(draft, carrying(), 't1', { guarded: true, rhythm: RHYTHM }));
    unwrap(putDuties(draft, carrying(), {
      duties: [{ task: 't1', units: ['u1'] }], state: 'done', doneOn: '2026-03-20', reason: '', result: '', amount: 3,
      choice: null, numberText: '', date: null, file: null,
    }, ACTING, (id) => id)); // prettier-ignore
    const [only] = followedTasks(draft);
    if (!only) throw new Error('no task');
    unwrap(putCounts(draft, only, ['u1', 'u2'], [{ unitId: 'u2', counts: { '2026-03-02': 1 } }], (id) => id));
    return draft;
  }

  test('what was entered waits for its words, and goes with them to another id', () => {
    const draft = entered();
    draft.remove('items', 't1');
    expect([...carryingOut(draft, directory, TODAY).dropped.keys()]).toEqual(['t1']);
    // Other words take nothing.
    draft.put('items', task('t3', 'task:other:1'));
    expect(carryingOut(draft, directory, TODAY).dropped.size).toBe(1);
    draft.remove('items', 't3');

    draft.put('items', task('t2', 'task:abc:1'));
    const { dropped, tasks } = carryingOut(draft, directory, TODAY);
    expect(dropped.size).toBe(0);
    expect(tasks[0]?.task).toMatchObject({ id: 't2', guarded: true, guardedBy: 'person', rhythm: RHYTHM });
    expect(tasks[0]?.duties.map(({ unitId, state, record }) => [unitId, state, record?.amount])).toEqual([
      ['u1', 'done', 3],
      ['u2', 'doing', undefined],
    ]);
    // The catalogue says the same, and a correction moves the record to the present id.
    expect(taskSummary(draft).tasks[0]).toMatchObject({ id: 't2', done: [0], doing: [1] });
    unwrap(putDuties(draft, carryingOut(draft, directory, TODAY), {
      duties: [{ task: 't2', units: ['u1'] }], state: 'doing', doneOn: null, reason: '', result: '', amount: null,
      choice: null, numberText: '', date: null, file: null,
    }, ACTING, (id) => id)); // prettier-ignore
    expect(draft.list('taskDuties').map(({ id, amount, trace }) => [id, amount, trace.length])).toEqual([
      ['t2|u1', 3, 2],
    ]);
  });
});
