/** Where a conference stands, what is asked about it, whom it asks. */
import { describe, expect, test } from 'vitest';
import { conferenceSchema, type ConferenceRecord } from '../../../../../shared/domain/conference/model';
import { invitedBodies } from '../../../../../shared/domain/conference/participants';
import {
  conferenceQuestions,
  sameHall,
  type BookedConference,
} from '../../../../../shared/domain/conference/questions';
import { conferenceState, invitationStanding, nextStep } from '../../../../../shared/domain/conference/state';
import { directoryEntrySchema } from '../../../../../shared/domain/office/model';

const NOW = '2026-02-05T08:00:00+07:00';
const record = (parts: Partial<ConferenceRecord> = {}): ConferenceRecord =>
  conferenceSchema.parse({ id: 'c', ...parts });
const TODAY = '2026-02-05';
const ON = { start: '2026-02-11T14:00' };
const someone = { participants: [{ id: 'p', entryId: null, name: '', words: 'Khách', seats: 2 }] };
const invited = {
  ...someone,
  invitedBy: { on: '2026-02-04', how: 'Zalo' },
  checklist: [],
};
const row = { key: 'p', name: 'Khách', invited: 2, present: 2, excused: null, unexcused: null };

describe('state and the one next step', () => {
  test.each([
    ['no day', { start: null }, record(), 'planned', 'set-day'],
    ['nobody asked', ON, record(), 'planned', 'participants'],
    ['not invited', ON, record(someone), 'planned', 'invite'],
    ['invited, something open', ON, record({ ...invited, materials: [{ id: 'm', name: 'Đề cương', preparedBy: '', dueDay: null, done: false, file: null }] }), 'invited', 'prepare'],
    ['all ready', ON, record(invited), 'invited', 'hold'],
    ['its day', { start: TODAY }, record(invited), 'invited', 'attend'],
    ['its day has passed', { start: '2026-02-04' }, record(someone), 'planned', 'attend'],
    ['its day has passed, and who was to come is not known', { start: '2026-02-04' }, record(), 'planned', 'participants'],
    ['told who came', ON, record({ ...invited, attendance: { rows: [row], note: '', restUntracked: false, enteredAt: NOW } }), 'held', 'minutes'],
    ['told of some', ON, record({ ...invited, attendance: { rows: [row, { ...row, key: 'q', present: null }], note: '', restUntracked: false, enteredAt: NOW } }), 'held', 'attend'],
    ['told of some, the rest is not tracked', ON, record({ ...invited, attendance: { rows: [row, { ...row, key: 'q', present: null }], note: '', restUntracked: true, enteredAt: NOW } }), 'held', 'minutes'],
    ['postponed', ON, record({ ...invited, halted: { kind: 'postponed', reason: 'Bão', at: NOW } }), 'postponed', 'reschedule'],
    ['cancelled', ON, record({ halted: { kind: 'cancelled', reason: 'Bão', at: NOW } }), 'cancelled', null],
  ] as const)('%s', (_, item, kept, state, step) => {
    const standing = invitationStanding(item, kept, () => undefined);
    expect(conferenceState(kept, standing)).toBe(state);
    expect(nextStep(item, kept, TODAY, standing)).toBe(step);
  }); // prettier-ignore
});

describe('an invitation that was made here', () => {
  const letter = (madeFor: string | null) =>
    record({
      ...someone,
      checklist: [],
      invitations: [
        { documentId: 'd', type: 'GM', issuer: 'body', layout: 'together', madeAt: NOW, madeFor },
      ],
    });
  const numbered = { seriesId: 's', number: 1, requestId: 'r' };
  test.each([
    ['waits for its number', ON.start, { status: 'draft', registration: null }, 'planned', 'number'],
    ['waits to be sent', ON.start, { status: 'signed', registration: numbered }, 'planned', 'send'],
    ['has gone', ON.start, { status: 'issued', registration: numbered }, 'invited', 'hold'],
    [
      'named another day',
      '2026-02-10T14:00',
      { status: 'issued', registration: numbered },
      'planned',
      'invite',
    ],
  ] as const)('%s', (_, madeFor, document, state, step) => {
    const kept = letter(madeFor);
    const standing = invitationStanding(ON, kept, (id) => (id === 'd' ? document : undefined));
    expect(conferenceState(kept, standing)).toBe(state);
    expect(nextStep(ON, kept, TODAY, standing)).toBe(step);
  });
});

describe('the same hall at the same hours', () => {
  const booked = (id: string, parts: Partial<BookedConference> = {}): BookedConference => ({
    id,
    title: `Hội nghị ${id}`,
    day: '2026-02-11',
    time: '14:00',
    endTime: '16:00',
    place: 'Hội trường tầng 3',
    halted: false,
    ...parts,
  });
  test.each([
    ['hours that overlap', booked('b', { time: '15:00', endTime: '17:00' }), 1],
    ['one that begins as the other ends', booked('b', { time: '16:00', endTime: '17:00' }), 0],
    ['written otherwise', booked('b', { place: ' hoi truong TẦNG 3 ' }), 1],
    ['another hall', booked('b', { place: 'Hội trường tầng 2' }), 0],
    ['another day', booked('b', { day: '2026-02-12' }), 0],
    ['called off', booked('b', { halted: true }), 0],
    ['no hour: the whole day', booked('b', { time: null, endTime: null }), 1],
    ['no end: half a working day', booked('b', { time: '10:30', endTime: null }), 1],
    ['no end, over by then', booked('b', { time: '09:00', endTime: null }), 0],
    ['itself', booked('a'), 0],
  ] as const)('%s', (_, other, count) => {
    expect(sameHall(booked('a'), [other])).toHaveLength(count);
  });
  test('is asked with day, hall and name; so are a day off and a day outside the period of the plan', () => {
    const questions = conferenceQuestions({
      item: { start: '2026-04-30', period: '2026-Q1' },
      own: booked('a', { day: '2026-04-30' }),
      others: [booked('b', { day: '2026-04-30' })],
      holidays: [{ id: '2026-04-30', name: 'Ngày Giải phóng', kind: 'off' }],
      hasPoints: false,
      mode: 'in-person',
    });
    expect(questions).toHaveLength(3);
    expect(questions[0]).toContain('“Hội nghị b” lúc 14:00');
    expect(questions[1]).toContain('Ngày Giải phóng');
    expect(questions[2]).toContain('31/03/2026');
  });
  test('a make-up day is a working day', () => {
    const saturday = { ...booked('a'), day: '2026-02-14' };
    const asked = (holidays: Parameters<typeof conferenceQuestions>[0]['holidays']) =>
      conferenceQuestions({
        item: { start: '2026-02-14', period: null },
        own: saturday,
        others: [],
        holidays,
        hasPoints: true,
        mode: null,
      });
    expect(asked([])).toHaveLength(1);
    expect(asked([{ id: '2026-02-14', name: 'Làm bù', kind: 'work' }])).toEqual([]);
  });
});

describe('those invited, as of the day', () => {
  const entry = (parts: Record<string, unknown>) => directoryEntrySchema.parse({ kind: 'unit', ...parts });
  const entries = [
    entry({
      id: 'a',
      name: 'Chi bộ A',
      activeTo: '2026-02-28',
      successors: [{ unitId: 'b', from: '2026-03-01' }],
    }),
    entry({ id: 'b', name: 'Chi bộ B', order: 1 }),
    entry({ id: 'g', kind: 'group', name: 'Các chi bộ', memberIds: ['a', 'b'] }),
  ];
  const line = (id: string, entryId: string | null, words = '', seats: number | null = 2) => ({
    id,
    entryId,
    name: '',
    words,
    seats,
  });
  test('a group comes to its members with seats each; a merged unit to its heir', () => {
    const keys = (day: string) => invitedBodies([line('1', 'g')], entries, day).bodies.map(({ key }) => key);
    expect(keys('2026-02-11')).toEqual(['1:a', '1:b']);
    expect(keys('2026-03-11')).toEqual(['1:b']);
  });
  test('a body in two lines counts once and is told; with other people of it, twice', () => {
    const twice = invitedBodies([line('1', 'g'), line('2', 'b')], entries, '2026-02-11');
    expect(twice.bodies).toHaveLength(2);
    expect(twice.problems[0]).toContain('Chi bộ B');
    const others = invitedBodies([line('1', 'g'), line('2', 'b', 'Kế toán', 1)], entries, '2026-02-11');
    expect(others.bodies).toHaveLength(3);
    expect(others.problems).toEqual([]);
  });
});
