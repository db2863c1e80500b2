/** Units' own plans, what is owed upward, the ledger of difficulties. */
import { NOWHERE, asDossier, bad, good, inDossier, rows, text } from '../case';
import type { Case, Memory } from '../case';

const request = (more: Readonly<Record<string, unknown>> = {}): Case['input'] => {
  return (memory) => ({ ...asDossier(memory), request: text(memory, 'request'), ...more });
};
const upward = (more: Readonly<Record<string, unknown>> = {}): Case['input'] => {
  return (memory) => ({ ...asDossier(memory), id: text(memory, 'upward'), ...more });
};
const difficulty = (more: Readonly<Record<string, unknown>> = {}): Case['input'] => {
  return (memory) => ({ ...asDossier(memory), id: text(memory, 'difficulty'), ...more });
};
const from = (memory: Memory, unit: string, more: Readonly<Record<string, unknown>>) => ({
  ...asDossier(memory),
  request: text(memory, 'request'),
  plans: [{ unit: text(memory, unit), ...more }],
});

const ownPlans: readonly Case[] = [
  good('ownPlan.propose', inDossier()),
  bad('ownPlan.propose', 'NOT_FOUND', { dossierId: NOWHERE }),
  good(
    'ownPlan.request',
    (memory) => ({
      ...asDossier(memory),
      title: 'Kế hoạch tuyên truyền của đơn vị',
      lastDay: '2026-04-10',
      units: [text(memory, 'unit'), text(memory, 'second')],
    }),
    (value, memory) => {
      memory.set('request', value['id']);
    },
  ),
  bad('ownPlan.request', 'BAD_REQUEST', inDossier({ title: 'Kế hoạch', lastDay: '2026-02-30' })),
  bad('ownPlan.request', 'CONFLICT', (memory) => ({
    ...asDossier(memory),
    title: 'KẾ HOẠCH tuyên truyền của đơn vị',
    lastDay: '2026-04-20',
    units: [text(memory, 'unit')],
  })),
  good('ownPlan.match', async (memory, host) => ({
    ...asDossier(memory),
    request: text(memory, 'request'),
    tickets: [
      await host.upload('KH Khoi Mat tran.pdf', Buffer.from('%PDF-1.4 thử')),
      await host.upload('ke hoach.exe', Buffer.from('MZ')),
    ],
  })),
  bad('ownPlan.match', 'NOT_FOUND', request({ tickets: ['khong-co-ve-nay'] })),
  good('ownPlan.receive', async (memory, host) =>
    from(memory, 'unit', {
      numberText: '05-KH/ĐB',
      date: '2026-03-20',
      receivedOn: '2026-03-24',
      ticket: await host.upload('KH Khoi Mat tran.pdf', Buffer.from('%PDF-1.4 thử')),
    }),
  ),
  bad('ownPlan.receive', 'BAD_REQUEST', (memory) =>
    from(memory, 'second', { date: '2026-03-24', receivedOn: '2026-03-20' }),
  ),
  bad('ownPlan.receive', 'FORBIDDEN', async (memory, host) =>
    from(memory, 'second', {
      ticket: await host.upload('mat.txt', Buffer.from('ĐẢNG ỦY PHƯỜNG AN BÌNH\nMẬT\nKẾ HOẠCH\nthử')),
    }),
  ),
  good('ownPlan.return', (memory) => ({
    ...asDossier(memory),
    request: text(memory, 'request'),
    unit: text(memory, 'unit'),
    reason: 'Chưa ký',
  })),
  bad('ownPlan.return', 'NOT_FOUND', (memory) => ({
    ...asDossier(memory),
    request: text(memory, 'request'),
    unit: text(memory, 'second'),
    reason: 'Chưa ký',
  })),
  good('ownPlan.extend', (memory) => ({
    ...asDossier(memory),
    request: text(memory, 'request'),
    extension: { unitId: text(memory, 'second'), lastDay: '2026-04-20', reason: 'Đại hội chi bộ' },
  })),
  bad('ownPlan.extend', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    request: text(memory, 'request'),
    extension: { unitId: text(memory, 'second'), lastDay: '2026-04-01', reason: 'Sớm hơn' },
  })),
  good('ownPlan.list', {}, (value) => {
    if (rows(value).length !== 1) throw new Error('one request was made');
  }),
  bad('ownPlan.list', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('ownPlan.status', request()),
  bad('ownPlan.status', 'NOT_FOUND', inDossier({ request: NOWHERE })),
  bad('ownPlan.remove', 'CONFLICT', request()),
  good(
    'ownPlan.request',
    (memory) => ({
      ...asDossier(memory),
      title: 'Kế hoạch nhầm',
      lastDay: '2026-04-10',
      units: [text(memory, 'unit')],
    }),
    (value, memory) => {
      memory.set('mistaken', value['id']);
    },
  ),
  good('ownPlan.remove', (memory) => ({ ...asDossier(memory), request: text(memory, 'mistaken') })),
];

const upwards: readonly Case[] = [
  good('upward.propose', inDossier()),
  bad('upward.propose', 'NOT_FOUND', { dossierId: NOWHERE }),
  good(
    'upward.save',
    inDossier({
      kind: 'ad-hoc',
      title: 'Báo cáo nhanh kết quả tuyên truyền',
      to: 'Ban Tuyên giáo và Dân vận Thành ủy',
      lastDay: '2026-04-02',
      time: '16:00',
    }),
    (value, memory) => {
      memory.set('upward', value['id']);
    },
  ),
  bad('upward.save', 'BAD_REQUEST', inDossier({ kind: 'final', title: '', to: '', lastDay: '2026-04-02' })),
  bad('upward.receipt', 'CONFLICT', upward()),
  bad('upward.file', 'CONFLICT', upward()),
  good('upward.send', async (memory, host) => ({
    ...asDossier(memory),
    id: text(memory, 'upward'),
    numberText: '12-BC/ĐU',
    date: '2026-03-23',
    on: '2026-03-24',
    time: '15:30',
    channel: 'Mạng nội bộ',
    ticket: await host.upload('12-BC-DU.pdf', Buffer.from('%PDF-1.4 báo cáo')),
  })),
  bad('upward.send', 'NOT_FOUND', upward({ id: NOWHERE })),
  good('upward.receipt', upward({ on: '2026-03-24', note: 'Chuyên viên tiếp nhận báo đã nhận' })),
  good('upward.file', upward({ on: '2026-03-25' })),
  bad('upward.remove', 'CONFLICT', upward()),
  good(
    'upward.save',
    inDossier({ kind: 'periodic', title: 'Báo cáo ghi nhầm', to: 'Thành ủy', lastDay: '2026-05-20' }),
    (value, memory) => {
      memory.set('unwanted', value['id']);
    },
  ),
  good('upward.remove', (memory) => ({ ...asDossier(memory), id: text(memory, 'unwanted') })),
  good('upward.list', {}, (value) => {
    const [row, more] = rows(value);
    if (row?.['state'] !== 'filed' || more) throw new Error('the one report is filed');
  }),
  bad('upward.list', 'NOT_FOUND', { dossierId: NOWHERE }),
];

const difficulties: readonly Case[] = [
  good(
    'difficulty.save',
    (memory) => ({
      ...asDossier(memory),
      unit: text(memory, 'unit'),
      subject: 'Thiếu loa truyền thanh ở hai tổ dân phố',
      receivedOn: '2026-03-10',
      numberText: '03-CV/ĐB',
      date: '2026-03-09',
      forwardedTo: 'Phòng Văn hóa – Xã hội',
      forwardedOn: '2026-03-11',
      lastDay: '2026-03-20',
    }),
    (value, memory) => {
      memory.set('difficulty', value['id']);
    },
  ),
  bad('difficulty.save', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    unit: text(memory, 'unit'),
    subject: '',
  })),
  good('difficulty.list', {}, (value) => {
    if (rows(value)[0]?.['state'] !== 'overdue') throw new Error('it waits since 20/03');
  }),
  bad('difficulty.list', 'NOT_FOUND', { dossierId: NOWHERE }),
  bad('difficulty.answer', 'BAD_REQUEST', difficulty({ date: '2026-03-24' })),
  good('difficulty.answer', difficulty({ numberText: '45/CV-VHXH', date: '2026-03-24', by: 'Phòng VH-XH' })),
  bad('difficulty.remove', 'CONFLICT', difficulty()),
  good(
    'difficulty.save',
    (memory) => ({
      ...asDossier(memory),
      unit: text(memory, 'second'),
      subject: 'Ghi nhầm',
      receivedOn: '2026-03-10',
    }),
    (value, memory) => {
      memory.set('slip', value['id']);
    },
  ),
  good('difficulty.remove', (memory) => ({ ...asDossier(memory), id: text(memory, 'slip') })),
  good('difficulty.export', {}, (value) => {
    if (value['rows'] !== 1) throw new Error(`one line, not ${String(value['rows'])}`);
  }),
  bad('difficulty.export', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('obligation.list', {}),
  good('obligation.list', inDossier()),
  bad('obligation.list', 'NOT_FOUND', { dossierId: NOWHERE }),
];

export const obligations: readonly Case[] = [...ownPlans, ...upwards, ...difficulties];
