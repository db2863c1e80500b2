/** Nhiệm vụ: results, more time, counts a week, inspections; what a guarded task refuses. */
import { NOWHERE, asDossier, bad, good, inDossier, rows, text } from '../case';
import type { Case, Memory } from '../case';

const SPAN = { per: 'week', quota: 2, unit: 'tin, bài', from: '2026-03-02', to: '2026-03-22' };
const duty = (memory: Memory, more: Readonly<Record<string, unknown>> = {}) => ({
  ...asDossier(memory),
  duties: [{ task: text(memory, 'followed'), units: [text(memory, 'unit')] }],
  ...more,
});

export const tasks: readonly Case[] = [
  // The last unit of the plan becomes one that the story's office knows.
  good('plan.saveItem', (memory) => ({
    ...asDossier(memory),
    itemId: text(memory, 'assignment'),
    patch: { entryIds: [text(memory, 'unit')] },
  })),
  good(
    'plan.addItem',
    (memory) => ({
      ...asDossier(memory),
      kind: 'task',
      fields: {
        assignmentId: text(memory, 'assignment'),
        text: 'Tổ chức sinh hoạt chuyên đề.',
        lastDay: '2099-12-31',
      },
      afterId: null,
    }),
    (value, memory) => {
      memory.set('followed', value['itemId']);
    },
  ),
  good(
    'plan.addItem',
    (memory) => ({
      ...asDossier(memory),
      kind: 'task',
      fields: {
        assignmentId: text(memory, 'assignment'),
        text: 'Nắm bắt tình hình tư tưởng, dư luận xã hội.',
      },
      afterId: null,
    }),
    (value, memory) => {
      memory.set('opinion', value['itemId']);
    },
  ),
  good('task.board', inDossier()),
  bad('task.board', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('task.duties', (memory) => ({ ...asDossier(memory), task: text(memory, 'followed') })),
  bad('task.duties', 'NOT_FOUND', inDossier({ task: NOWHERE })),
  good('task.extend', (memory) =>
    duty(memory, { lastDay: '2100-01-15', reason: 'Chờ hướng dẫn', agreedBy: 'Thường trực' }),
  ),
  bad('task.extend', 'BAD_REQUEST', (memory) => duty(memory, { lastDay: '2100-01-10', reason: 'Chưa xong' })),
  good('task.put', (memory) =>
    duty(memory, { state: 'done', doneOn: '2026-03-10', numberText: '05-BC/CB', date: '2026-03-10' }),
  ),
  bad('task.put', 'NOT_FOUND', inDossier({ duties: [{ task: NOWHERE }], state: 'done' })),
  bad('task.extend', 'CONFLICT', (memory) => duty(memory, { lastDay: '2100-02-15', reason: 'Chưa xong' })),
  good('task.put', (memory) => ({
    ...asDossier(memory),
    duties: [{ task: text(memory, 'opinion'), units: null }],
    state: 'done',
    doneOn: '2026-03-10',
    amount: 3,
    choice: 'reported',
    numberText: '12-BC/ĐU',
    date: '2026-03-10',
  })),
  bad('task.put', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    duties: [{ task: text(memory, 'opinion'), units: [text(memory, 'unit')] }],
    state: 'done',
    numberText: 'facebook.com/ten-tai-khoan',
  })),
  bad('task.put', 'BAD_REQUEST', async (memory, host) => ({
    ...asDossier(memory),
    duties: [{ task: text(memory, 'opinion'), units: [text(memory, 'unit')] }],
    state: 'done',
    ticket: await host.upload('anh.png', Buffer.from('chụp màn hình')),
  })),
  good('task.describe', (memory) => ({ ...asDossier(memory), item: text(memory, 'followed'), rhythm: SPAN })),
  bad('task.describe', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    item: text(memory, 'followed'),
    rhythm: { ...SPAN, to: '2026-03-01' },
  })),
  good('task.describe', (memory) => ({
    ...asDossier(memory),
    item: text(memory, 'opinion'),
    byReports: false,
  })),
  good('task.putCounts', (memory) => ({
    ...asDossier(memory),
    item: text(memory, 'followed'),
    rows: [{ unit: text(memory, 'unit'), counts: { '2026-03-02': 2, '2026-03-09': 1 } }],
  })),
  bad('task.putCounts', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    item: text(memory, 'followed'),
    rows: [{ unit: text(memory, 'unit'), counts: { '2026-03-03': 2 } }],
  })),
  good('task.grid', (memory) => ({ ...asDossier(memory), item: text(memory, 'followed') })),
  bad('task.grid', 'NOT_FOUND', inDossier({ item: NOWHERE })),
  good(
    'inspection.save',
    (memory) => ({
      ...asDossier(memory),
      on: '2026-03-10',
      units: [text(memory, 'unit')],
      tasks: [text(memory, 'followed')],
      subject: 'Việc tổ chức sinh hoạt chuyên đề',
      conclusion: 'Đã tổ chức, chưa đủ biên bản.',
      remedy: 'Bổ sung biên bản',
      remedyDay: '2099-12-31',
      numberText: '03-KL/ĐU',
      date: '2026-03-11',
    }),
    (value, memory) => {
      memory.set('inspection', value['id']);
    },
  ),
  bad('inspection.save', 'BAD_REQUEST', inDossier({ units: [], subject: 'Việc', conclusion: 'Đã làm' })),
  good('inspection.list', inDossier(), (value, memory) => {
    memory.set('inspections', rows(value['inspections']).length);
  }),
  bad('inspection.list', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('inspection.remedy', (memory) => ({
    ...asDossier(memory),
    id: text(memory, 'inspection'),
    on: '2026-03-12',
    by: '09-BC/CB',
  })),
  bad('inspection.remedy', 'NOT_FOUND', inDossier({ id: NOWHERE, on: '2026-03-12' })),
  bad('inspection.remove', 'CONFLICT', (memory) => ({
    ...asDossier(memory),
    id: text(memory, 'inspection'),
  })),
  good('inspection.remedy', (memory) => ({ ...asDossier(memory), id: text(memory, 'inspection'), on: null })),
  good('inspection.remove', (memory) => ({ ...asDossier(memory), id: text(memory, 'inspection') })),
  good('task.export', inDossier({ format: 'xlsx' }), async (value, _memory, host) => {
    await host.take(value as unknown as { ticket: string; suggestedName: string });
  }),
  bad('task.export', 'BAD_REQUEST', inDossier({ format: 'khong-co' })),
];
