/** Conferences from their day to their minutes, and the money of plans and conferences. */
import { NOWHERE, asDossier, bad, good, inDossier, rows, text } from '../case';
import type { Case } from '../case';

const conference = (more: Readonly<Record<string, unknown>> = {}): Case['input'] => {
  return (memory) => ({ ...asDossier(memory), id: text(memory, 'conference'), ...more });
};
const nowhere = (more: Readonly<Record<string, unknown>> = {}): Case['input'] =>
  inDossier({ id: NOWHERE, ...more });
const DAY = '2026-03-10';

const preparing: readonly Case[] = [
  good(
    'plan.addItem',
    inDossier({
      kind: 'conference',
      afterId: null,
      fields: { name: 'Hội nghị quán triệt chuyên đề', period: '2026-Q1', mode: 'in-person' },
    }),
    (value, memory) => {
      memory.set('conference', value['itemId']);
    },
  ),
  good('conference.list', inDossier(), (value, memory) => {
    const own = rows(value).find(({ id }) => id === memory.get('conference'));
    if (own?.['state'] !== 'planned' || own['step'] !== 'set-day')
      throw new Error(`a conference in a quarter waits for its day: ${JSON.stringify(own)}`);
  }),
  bad('conference.list', 'NOT_FOUND', { dossierId: NOWHERE }),
  bad('conference.get', 'NOT_FOUND', nowhere()),
  bad('conference.invite', 'CONFLICT', conference()),
  bad('conference.schedule', 'BAD_REQUEST', conference({ day: '2020-01-06', time: '14:00' })),
  bad(
    'conference.schedule',
    'BAD_REQUEST',
    conference({ day: DAY, time: '14:00', endTime: '13:00', evenPast: true }),
  ),
  good('conference.schedule', conference({ day: DAY, time: '14h00', endTime: '17:00', evenPast: true })),
  bad('conference.save', 'BAD_REQUEST', conference({ parts: { participants: [{ id: 'p', words: ' ' }] } })),
  bad(
    'conference.save',
    'BAD_REQUEST',
    conference({ parts: { participants: [{ id: 'p', words: 'Đại diện', seats: -1 }] } }),
  ),
  bad('conference.save', 'NOT_FOUND', nowhere({ parts: { place: 'Hội trường' } })),
  good('conference.save', (memory) => ({
    ...asDossier(memory),
    id: text(memory, 'conference'),
    item: { mode: 'online' },
    parts: {
      place: 'Hội trường Ủy ban nhân dân phường',
      chair: 'Đồng chí Bí thư Đảng ủy',
      points: [{ id: 'd1', name: 'Điểm cầu số 1', host: 'Trường THCS', seats: 40 }],
      programme: [{ id: 'c1', time: '14h00', content: 'Ổn định tổ chức', by: 'Văn phòng' }],
      materials: [{ id: 't1', name: 'Đề cương', preparedBy: 'Ban Xây dựng Đảng', dueDay: '2026-03-06' }],
      participants: [
        { id: 'p1', entryId: text(memory, 'group'), seats: 3 },
        { id: 'p2', words: 'Đại diện lãnh đạo các phòng', seats: 5 },
      ],
    },
  })),
  good('conference.get', conference(), (value) => {
    if (rows(value['invited']).length !== 3)
      throw new Error('the group comes to two bodies, and one line of words');
  }),
];

const holding: readonly Case[] = [
  good('conference.invitation', conference({ format: 'pdf', layout: 'each' })),
  bad('conference.invitation', 'NOT_FOUND', nowhere({ format: 'pdf' })),
  good('conference.invite', conference({ format: 'docx' }), (value, memory) => {
    memory.set('invitation', value['documentId']);
  }),
  good('conference.invitation', (memory) => ({
    ...asDossier(memory),
    id: text(memory, 'conference'),
    documentId: text(memory, 'invitation'),
    format: 'docx',
  })),
  bad('conference.schedule', 'BAD_REQUEST', conference({ day: '2026-03-12', time: '08:00', evenPast: true })),
  good('conference.markInvited', conference({ on: '2026-03-01', how: 'Zalo nhóm các chi bộ' })),
  bad('conference.markInvited', 'BAD_REQUEST', conference({ on: '2026-03-01', how: ' ' })),
  good('conference.halt', conference({ kind: 'postponed', reason: 'Trùng kỳ họp HĐND' })),
  bad('conference.halt', 'BAD_REQUEST', conference({ kind: 'cancelled', reason: ' ' })),
  bad('conference.attend', 'CONFLICT', conference({ rows: [] })),
  good('conference.resume', conference()),
  bad('conference.resume', 'CONFLICT', conference()),
  good('conference.attendanceSheet', conference({ format: 'pdf' })),
  good('conference.attendanceSheet', conference({ format: 'xlsx' })),
  bad('conference.attendanceSheet', 'NOT_FOUND', nowhere({ format: 'pdf' })),
  bad('conference.attend', 'BAD_REQUEST', conference({ rows: [row('p2', 5, 6)] })),
  bad('conference.attend', 'BAD_REQUEST', conference({ rows: [{ ...row('p2', 5, 4), point: NOWHERE }] })),
  bad(
    'conference.attend',
    'BAD_REQUEST',
    conference({ rows: [{ ...row('p2', 5, 4), present: null }], restUntracked: true }),
  ),
  good('conference.attend', conference({ rows: [row('p2', 5, 4)], restUntracked: true }), (value) => {
    const { onInvited } = value['coverage'] as { onInvited: number };
    if (onInvited !== 80) throw new Error(`4 of 5 is 80%, not ${onInvited}`);
  }),
  good('conference.coverage', inDossier({ period: '2026-Q1' }), (value) => {
    if (rows(value['held']).length !== 1) throw new Error('one conference was held');
  }),
  bad('conference.coverage', 'BAD_REQUEST', inDossier({ period: '2026-Q7' })),
  bad('conference.coverage', 'NOT_FOUND', { dossierId: NOWHERE, period: '2026-Q1' }),
  bad('conference.minutes', 'BAD_REQUEST', conference({ numberText: '02-BB/ĐU', date: '2026-03-01' })),
  good('conference.minutes', async (memory, host) => ({
    ...asDossier(memory),
    id: text(memory, 'conference'),
    numberText: '02-BB/ĐU',
    date: '2026-03-10',
    ticket: await host.upload('Biên bản.pdf', Buffer.from('%PDF-1.4 biên bản')),
  })),
  good('conference.attachMaterial', async (memory, host) => ({
    ...asDossier(memory),
    id: text(memory, 'conference'),
    materialId: 't1',
    ticket: await host.upload('Đề cương.pdf', Buffer.from('%PDF-1.4 đề cương')),
  })),
  bad('conference.attachMaterial', 'NOT_FOUND', async (memory, host) => ({
    ...asDossier(memory),
    id: text(memory, 'conference'),
    materialId: 'khong-co',
    ticket: await host.upload('Đề cương.pdf', Buffer.from('%PDF-1.4 đề cương')),
  })),
  bad('conference.halt', 'CONFLICT', conference({ kind: 'cancelled', reason: 'Nhầm' })),
  good('conference.track', conference({ tracked: false })),
  bad('conference.track', 'CONFLICT', conference({ tracked: false })),
  bad('conference.track', 'NOT_FOUND', nowhere({ tracked: false })),
  good('conference.track', conference({ tracked: true })),
];

function row(key: string, invited: number, present: number) {
  return { key, name: 'Đại diện lãnh đạo các phòng', invited, present, excused: null, unexcused: null };
}

const money: readonly Case[] = [
  good('office.conferenceDefaults', {}, (value, memory) => {
    memory.set('conference-defaults', value['checklist']);
  }),
  good('office.saveConferenceDefaults', (memory) => ({
    checklist: memory.get('conference-defaults'),
    invitationDays: 4,
  })),
  bad('office.saveConferenceDefaults', 'BAD_REQUEST', { checklist: [], invitationDays: -1 }),
  good(
    'budget.save',
    (memory) => ({
      ...asDossier(memory),
      conferenceId: text(memory, 'conference'),
      content: 'In tài liệu',
      source: 'Kinh phí Đảng',
      estimate: 2_000_000,
      approved: { amount: 1_500_000, numberText: '12-QĐ/ĐU', date: '2026-03-02' },
      payments: [
        { amount: 1_000_000, numberText: 'PC 07', date: '2026-03-11' },
        { amount: 600_000, numberText: 'PC 08' },
      ],
    }),
    (value, memory) => {
      memory.set('budget', value['id']);
      if ((value['questions'] as string[]).length !== 1) throw new Error('more spent than approved is asked');
    },
  ),
  bad('budget.save', 'BAD_REQUEST', inDossier({ content: 'Thuê máy chiếu', estimate: -5 })),
  good('budget.list', inDossier(), (value) => {
    const { left } = value['totals'] as { left: number };
    if (left !== -100_000) throw new Error(`left is ${left}`);
  }),
  bad('budget.list', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('budget.export', inDossier()),
  bad('budget.export', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('budget.remove', (memory) => ({ ...asDossier(memory), id: text(memory, 'budget') })),
  bad('budget.remove', 'NOT_FOUND', nowhere()),
];

export const conferences: readonly Case[] = [...preparing, ...holding, ...money];
