/** An office with a plan of four tasks whose units, days and words the tests of carrying-out know by heart. */
import type { TestApplication } from './test-application';
import { officeWithPlan } from './test-application';
import type { OutputOf } from '../../shared/rpc/contract';

export interface CarryingOutScene {
  readonly app: TestApplication & { readonly dossierId: string };
  /** Tổ dân phố 1, 2, 3, then Khối Dân vận. */
  readonly units: string[];
  /** Chủ trì: the group of three; phối hợp: Khối Dân vận. Due 09/6/2026. */
  readonly dated: string;
  readonly undated: string;
  readonly weekly: string;
  readonly opinion: string;
  readonly addTask: (fields: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly board: () => Promise<OutputOf<'task.board'>>;
  readonly taskOf: (id: string) => Promise<OutputOf<'task.board'>['tasks'][number] | undefined>;
  readonly put: (
    task: string,
    of: readonly string[] | null,
    more?: Readonly<Record<string, unknown>>,
  ) => Promise<OutputOf<'task.put'>>;
  readonly at: (now: string) => void;
}

export async function carryingOutScene(): Promise<CarryingOutScene> {
  const app = await officeWithPlan();
  const { dossierId } = app;
  const units: string[] = [];
  for (const name of [
    'Chi bộ Tổ dân phố số 1',
    'Chi bộ Tổ dân phố số 2',
    'Chi bộ Tổ dân phố số 3',
    'Chi bộ Khối Dân vận',
  ])
    units.push((await app.call('office.saveEntry', { kind: 'unit', name })).id);
  const group = (
    await app.call('office.saveEntry', { kind: 'group', name: 'Các chi bộ', memberIds: units.slice(0, 3) })
  ).id;
  const { items } = await app.call('plan.get', { dossierId });
  for (const item of items)
    if (item.kind === 'task' || (item.kind === 'target' && item.scope === 'own'))
      await app.call('plan.dropItem', { dossierId, itemId: item.id });
  const assignment = items.find(({ kind }) => kind === 'assignment')?.id ?? '';
  await app.call('plan.saveItem', { dossierId, itemId: assignment, patch: { entryIds: [group] } });
  const addTask = async (fields: Readonly<Record<string, unknown>>): Promise<string> => {
    const { itemId } = await app.call('plan.addItem', {
      dossierId,
      kind: 'task',
      fields: { assignmentId: assignment, ...fields },
      afterId: null,
    });
    return itemId;
  };
  const board = () => app.call('task.board', { dossierId });
  return {
    app,
    units,
    dated: await addTask({
      text: 'Tổ chức hội nghị.',
      lastDay: '2026-06-09',
      coordinating: ['Chi bộ Khối Dân vận'],
    }),
    undated: await addTask({ text: 'Lưu trữ hồ sơ.', assignmentId: null }),
    weekly: await addTask({ text: 'Duy trì tối thiểu 02 tin, bài/tuần.' }),
    opinion: await addTask({ text: 'Nắm bắt tình hình tư tưởng, dư luận xã hội.', lastDay: '2026-06-30' }),
    addTask,
    board,
    taskOf: async (id) => (await board()).tasks.find((task) => task.id === id),
    put: (task, of, more = {}) =>
      app.call('task.put', {
        dossierId,
        duties: [{ task, units: of === null ? null : [...of] }],
        state: 'done',
        ...more,
      }),
    at: (now) => app.ports.at(now),
  };
}
