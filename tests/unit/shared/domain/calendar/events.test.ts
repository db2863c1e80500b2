import { describe, expect, test } from 'vitest';
import { byDay, eventsOf, incomingEvents, inOrder } from '../../../../../shared/domain/calendar/events';
import { taskDirectory } from '../../../../../shared/domain/task/owing';
import { dossierSummarySchema, type DossierSummary } from '../../../../../shared/schema/summarize';

const NOW = '2026-03-16T08:00:00+07:00';
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

function summary(parts: Partial<DossierSummary>): DossierSummary {
  return dossierSummarySchema.parse({
    title: 'tuyên truyền kỷ niệm',
    status: 'issued',
    date: null,
    textHash: '',
    sourceFile: null,
    registration: null,
    documents: [],
    tasks: 0,
    uncertain: 0,
    days: [],
    unconfirmed: 0,
    lastSent: null,
    unitSets: [],
    periods: [],
    archived: false,
    closedOn: null,
    ...parts,
  });
}
const eventsIn = (parts: Partial<DossierSummary>, range = YEAR) =>
  inOrder(eventsOf('d1', summary(parts), new Map(), NOW, range, taskDirectory([], '')));

describe('what falls on a day', () => {
  test('a conference with its hour, a deadline, a task: as the text says', () => {
    const events = eventsIn({
      days: [
        { id: 'a', day: '2026-02-11', time: null, title: 'Báo cáo kết quả', kind: 'deadline' },
        { id: 'b', day: '2026-02-11', time: '14:00', title: 'Hội nghị trực tuyến', kind: 'conference' },
        { id: 'c', day: '2025-12-31', time: null, title: 'Năm trước', kind: 'task' },
      ],
    });
    expect(events.map(({ kind, time, title }) => [kind, time, title])).toEqual([
      ['conference', '14:00', 'Hội nghị trực tuyến'],
      ['deadline', null, 'Báo cáo kết quả'],
    ]);
  });
  test('both ends of the range belong to it', () => {
    const days = ['2026-03-01', '2026-03-31', '2026-04-01'].map((day) => ({
      id: day,
      day,
      time: null,
      title: day,
      kind: 'task' as const,
    }));
    expect(eventsIn({ days }, { from: '2026-03-01', to: '2026-03-31' }).map(({ day }) => day)).toEqual([
      '2026-03-01',
      '2026-03-31',
    ]);
  });
  test('what was sent upward is done, what is owed is not', () => {
    const upward = { title: 'Báo cáo quý', to: 'Thành ủy', time: '16:00', receipt: null, filedOn: null };
    const events = eventsIn({
      upward: [
        { ...upward, id: 'u1', lastDay: '2026-03-20', sent: null },
        {
          ...upward,
          id: 'u2',
          lastDay: '2026-03-19',
          sent: { numberText: '05-BC/ĐU', on: '2026-03-18', time: null },
        },
      ],
    });
    expect(events.map(({ recordId, done, standing }) => [recordId, done, standing])).toEqual([
      ['u2', true, 'đã gửi 18/03/2026'],
      ['u1', false, ''],
    ]);
  });
  test('an event keeps its identity when its day is changed', () => {
    const at = (day: string) =>
      eventsIn({ days: [{ id: 'a', day, time: null, title: 'x', kind: 'task' }] })[0]?.id;
    expect(at('2026-05-05')).toBe(at('2026-06-06'));
  });
  test('identities are distinct', () => {
    const events = eventsIn({
      days: [
        { id: 'a', day: '2026-05-05', time: null, title: 'x', kind: 'task' },
        { id: 'b', day: '2026-05-05', time: null, title: 'x', kind: 'task' },
      ],
      difficulties: [{ id: 'a', unitId: 'u', lastDay: '2026-05-05' }],
    });
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
    expect(byDay(events).get('2026-05-05')).toHaveLength(3);
  });
});

test('a document that came in stands on its deadline, with what it waits for', () => {
  const line = { id: 'n1', title: '64-KH/TU', issuer: 'Thành ủy', time: '16:00', forwarded: false };
  const book = {
    waiting: [
      { ...line, deadline: '2026-11-30', needsPlan: true },
      { ...line, id: 'n2', deadline: null, needsPlan: true },
      { ...line, id: 'n3', deadline: '2027-01-02', needsPlan: false },
    ],
  } as unknown as Parameters<typeof incomingEvents>[0];
  expect(incomingEvents(book, YEAR)).toMatchObject([
    { id: 'incoming.n1', day: '2026-11-30', time: '16:00', standing: 'chưa có kế hoạch', dossierId: null },
  ]);
});
