/** Roll-ups equal an independent count, whatever was entered in whatever order; the catalogue's summary says the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendDuties } from '../../shared/domain/task/extend-duties';
import { putDuties } from '../../shared/domain/task/put-duties';
import { carryingOut, progressPercent, rollUp } from '../../shared/domain/task/duties';
import { taskDirectory } from '../../shared/domain/task/owing';
import type { DutyState } from '../../shared/domain/task/model';
import { summaryProgress } from '../../shared/domain/task/summary';
import { directoryEntrySchema, type DirectoryEntry } from '../../shared/domain/office/model';
import { planItemSchema } from '../../shared/domain/plan/model';
import { draftOver, type Draft, type View } from '../../shared/records';
import { reportPeriodSchema, reportSchema } from '../../shared/domain/report/model';
import type { DossierTables } from '../../shared/schema/aggregates';
import { readDossierSummary, summarize } from '../../shared/schema/summarize';
import { plan as anyPlan } from '../golden/documents/an-binh';

const NOW = '2026-06-20T08:00:00+07:00';
const TODAY = '2026-06-20';
const UNITS = 6;
const TASKS = 5;

const entries: DirectoryEntry[] = Array.from({ length: UNITS }, (_, index) =>
  directoryEntrySchema.parse({ id: `u${index}`, kind: 'unit', name: `Chi bộ số ${index}`, order: index }),
);
const directory = taskDirectory(entries, '');
const EMPTY: View<DossierTables> = { get: () => undefined, list: () => [] };

/** Task i is led by units 0…i and co-ordinated by the last unit; due on 10 + i days of June, so that none, some, all are late. */
function plan(): Draft<DossierTables> {
  const draft = draftOver(EMPTY);
  draft.put('plan', anyPlan);
  const common = { origins: [], source: null, touched: true, dropped: false, accepted: true, doubt: '' };
  for (let index = 0; index < TASKS; index += 1) {
    draft.put('items', planItemSchema.parse({
      ...common, id: `a${index}`, kind: 'assignment', order: index * 2, from: '',
      unit: `Nhóm ${index}`, entryIds: entries.slice(0, index + 1).map(({ id }) => id),
    })); // prettier-ignore
    draft.put('items', planItemSchema.parse({
      ...common, id: `t${index}`, kind: 'task', order: index * 2 + 1, assignmentId: `a${index}`,
      text: `Việc ${index}`, lastDay: `2026-06-${15 + index * 3}`, period: null, recurrence: null,
      coordinating: [`Chi bộ số ${UNITS - 1}`],
    })); // prettier-ignore
  }
  return draft;
}

interface Entered {
  readonly task: number;
  readonly unit: number;
  readonly state: DutyState;
  readonly day: number;
  readonly extend: boolean;
}

const entered = fc.record({
  task: fc.integer({ min: 0, max: TASKS - 1 }),
  unit: fc.integer({ min: 0, max: UNITS - 1 }),
  state: fc.constantFrom<DutyState>('todo', 'doing', 'done', 'not-done'),
  day: fc.integer({ min: 1, max: 20 }),
  extend: fc.boolean(),
});

const owes = ({ task, unit }: Pick<Entered, 'task' | 'unit'>): boolean => unit <= task || unit === UNITS - 1;
const pad = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`;

/** Enters each; refusals (a unit that does not owe, an extension of what is done) leave everything as it was. */
function enterAll(draft: Draft<DossierTables>, list: readonly Entered[]): void {
  for (const { task, unit, state, day, extend } of list) {
    const duties = [{ task: `t${task}`, units: [`u${unit}`] }];
    const acting = { now: NOW, by: 'Mai' };
    if (extend)
      extendDuties(
        draft,
        carryingOut(draft, directory, TODAY),
        { duties, lastDay: '2026-07-10', reason: 'Chờ', agreedBy: '' },
        acting,
        (id) => id,
      );
    putDuties(
      draft,
      carryingOut(draft, directory, TODAY),
      {
        duties, state, doneOn: state === 'done' ? pad(day) : null, reason: state === 'not-done' ? 'Không có' : '',
        result: '', amount: null, choice: null, numberText: '', date: null, file: null,
      }, // prettier-ignore
      acting,
      (id) => id,
    );
  }
}

/** The second reckoning: a plain table of the last word on each duty, and its last day. */
function countedByHand(list: readonly Entered[]) {
  const last = new Map<string, { state: DutyState; due: string; done: string }>();
  for (let task = 0; task < TASKS; task += 1)
    for (let unit = 0; unit < UNITS; unit += 1)
      if (owes({ task, unit }))
        last.set(`${task}|${unit}`, { state: 'todo', due: pad(15 + task * 3), done: '' });
  for (const { task, unit, state, day, extend } of list) {
    const known = last.get(`${task}|${unit}`);
    if (!known) continue;
    const open = known.state === 'todo' || known.state === 'doing';
    const due = extend && open && known.due < '2026-07-10' ? '2026-07-10' : known.due;
    last.set(`${task}|${unit}`, { state, due, done: pad(day) });
  }
  const all = [...last.values()];
  const isOpen = ({ state }: (typeof all)[number]): boolean => state === 'todo' || state === 'doing';
  return {
    units: all.length,
    done: all.filter(({ state }) => state === 'done').length,
    doneLate: all.filter(({ state, due, done }) => state === 'done' && done > due).length,
    notDone: all.filter(({ state }) => state === 'not-done').length,
    overdue: all.filter((each) => isOpen(each) && TODAY > each.due).length,
    doing: all.filter((each) => each.state === 'doing' && TODAY <= each.due).length,
    todo: all.filter((each) => each.state === 'todo' && TODAY <= each.due).length,
  };
}

const rolledUp = (view: View<DossierTables>) =>
  rollUp(
    carryingOut(view, directory, TODAY).tasks.flatMap(({ duties }) => duties.map(({ standing }) => standing)),
  );

/** As Hôm nay and the list of plans count it, from the catalogue's row alone. */
function summarised(draft: Draft<DossierTables>) {
  const summary = readDossierSummary(summarize('dossier', draft));
  return summary && summaryProgress(summary, directory, TODAY);
}

describe('duties that follow reports', () => {
  const report = fc.record({
    unit: fc.integer({ min: 0, max: UNITS - 1 }),
    state: fc.constantFrom('received' as const, 'returned' as const),
    day: fc.integer({ min: 1, max: 20 }),
  });
  const byHand = fc.record({
    unit: fc.integer({ min: 0, max: UNITS - 1 }),
    state: fc.constantFrom<DutyState>('todo', 'doing', 'done', 'not-done'),
  });
  /** Asked of all but the last unit, by 16/6; the first has until 30/6. */
  function reporting(): Draft<DossierTables> {
    const draft = draftOver(EMPTY);
    draft.put('plan', anyPlan);
    const common = { origins: [], source: null, touched: true, dropped: false, accepted: true, doubt: '' };
    const entryIds = entries.map(({ id }) => id);
    draft.put('items', planItemSchema.parse({
      ...common, id: 'a', kind: 'assignment', order: 0, from: '', unit: 'Các chi bộ', entryIds,
    })); // prettier-ignore
    draft.put('items', planItemSchema.parse({
      ...common, id: 't', kind: 'task', order: 1, assignmentId: 'a', lastDay: '2026-06-14', period: null,
      recurrence: null, text: 'Báo cáo kết quả thực hiện về Ban Thường vụ Đảng ủy trước ngày 15/6/2026.',
    })); // prettier-ignore
    draft.put('periods', reportPeriodSchema.parse({
      id: '2026-Q2', from: '2026-03-15', to: '2026-06-14', lastDay: '2026-06-16', indicators: ['HN01'],
      unitIds: entryIds.slice(0, -1), cumulativeFrom: 'year', createdAt: NOW,
      extensions: [{ unitId: 'u0', lastDay: '2026-06-30', reason: 'Chờ số liệu' }],
    })); // prettier-ignore
    return draft;
  }

  test('equal a count by hand, also in the catalogue; what a person entered wins', () => {
    fc.assert(
      fc.property(
        fc.array(report, { maxLength: 8 }),
        fc.array(byHand, { maxLength: 5 }),
        (reports, hands) => {
          const draft = reporting();
          for (const { unit, state, day } of reports)
          draft.put('reports', reportSchema.parse({
            id: `2026-Q2|u${unit}`, period: '2026-Q2', unitId: `u${unit}`, state, nil: false,
            receivedOn: pad(day), enteredAt: NOW, values: {}, version: 1, source: { kind: 'typed', by: 'Mai' },
          })); // prettier-ignore
          for (const { unit, state } of hands)
            putDuties(
              draft,
              carryingOut(draft, directory, TODAY),
              {
              duties: [{ task: 't', units: [`u${unit}`] }], state, doneOn: state === 'done' ? '2026-06-10' : null,
              reason: state === 'not-done' ? 'Không có' : '', result: '', amount: null, choice: null,
              numberText: '', date: null, file: null,
            }, // prettier-ignore
              { now: NOW, by: 'Mai' },
              (id) => id,
            );
          const expected = { units: UNITS, done: 0, notDone: 0, overdue: 0 };
          for (let unit = 0; unit < UNITS; unit += 1) {
            const hand = hands.findLast((each) => each.unit === unit)?.state ?? 'todo';
            const came = reports.findLast((each) => each.unit === unit)?.state === 'received';
            const isAsked = unit < UNITS - 1;
            if (hand === 'done' || (hand === 'todo' && came && isAsked)) expected.done += 1;
            else if (hand === 'not-done') expected.notDone += 1;
            // 20/6 is past 14/6 and 16/6; only who follows the reports has the first unit's 30/6.
            else if (unit > 0 || hand === 'doing') expected.overdue += 1;
          }
          expect(rolledUp(draft)).toMatchObject(expected);
          expect(summarised(draft)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('roll-up', () => {
  test('equals the count by hand, and so does the summary', () => {
    fc.assert(
      fc.property(fc.array(entered, { maxLength: 40 }), (list) => {
        const draft = plan();
        enterAll(draft, list);
        const all = rolledUp(draft);
        expect(all).toEqual(countedByHand(list));
        expect(all.done + all.notDone + all.overdue + all.doing + all.todo).toBe(all.units);
        const { units, done, notDone, overdue } = all;
        expect(summarised(draft)).toEqual({ units, done, notDone, overdue });
        const percent = progressPercent(all) ?? -1;
        expect(percent === 100).toBe(done === units);
      }),
      { numRuns: 100 },
    );
  });

  test('the order in which different duties are entered does not matter', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entered, { selector: ({ task, unit }) => `${task}|${unit}`, maxLength: 25 }),
        fc.integer(),
        (list, turn) => {
          const [one, other] = [plan(), plan()];
          enterAll(one, list);
          const shuffled = [...list].sort(
            (a, b) => ((a.task * 7 + a.unit * 13 + turn) % 5) - ((b.task * 7 + b.unit * 13 + turn) % 5),
          );
          enterAll(other, shuffled);
          expect(rolledUp(other)).toEqual(rolledUp(one));
        },
      ),
      { numRuns: 60 },
    );
  });
});
