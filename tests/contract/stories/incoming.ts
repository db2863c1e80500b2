/** The incoming book: lines registered, corrected, forwarded, settled, linked, voided; what waits; the printed books. */
import { NOWHERE, bad, good, text } from '../case';
import type { Case } from '../case';

const LINE = {
  arrivedOn: '2026-01-12',
  issuer: 'Ban Tuyên giáo và Dân vận Thành ủy',
  numberText: '15-KH/BTGDVTU',
  date: '2026-01-08',
  documentKind: 'Kế hoạch',
  subject: 'tuyên truyền bầu cử',
  request: 'plan',
  deadline: '2026-01-20',
} as const;
const NO_LINE = '2026-999';
const LETTER =
  'THÀNH ỦY HẢI PHÒNG\nBAN XÂY DỰNG ĐẢNG\n*\nSố 44-CV/BXDĐTU\nHải Phòng, ngày 05 tháng 01 năm 2026\nCÔNG VĂN\nvề việc báo cáo\nGửi báo cáo trước ngày 25/01/2026.';

export const incoming: readonly Case[] = [
  good('incoming.list', {}),
  bad('incoming.list', 'BAD_REQUEST', { filter: 'khong-co' }),
  good('incoming.read', async (_memory, host) => ({
    ticket: await host.upload('cong-van.txt', Buffer.from(LETTER)),
  })),
  bad('incoming.read', 'FORBIDDEN', async (_memory, host) => ({
    ticket: await host.upload('mat.txt', Buffer.from(`MẬT\n${LETTER}`)),
  })),
  good('incoming.register', LINE, (value, memory) => {
    memory.set('line', value['id']);
  }),
  good(
    'incoming.register',
    async (_memory, host) => ({
      ...LINE,
      numberText: '44-CV/BXDĐTU',
      subject: 'báo cáo đảng viên',
      request: 'report',
      number: 4,
      gapSeen: true,
      ticket: await host.upload('44.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')),
    }),
    (value, memory) => {
      memory.set('line2', value['id']);
    },
  ),
  good(
    'incoming.sameAs',
    { numberText: '15 - KH/BTGDVTU', date: LINE.date, issuer: LINE.issuer },
    (value) => {
      if (!String(value['words']).includes('15-KH/BTGDVTU'))
        throw new Error('the same document was not told');
    },
  ),
  bad('incoming.sameAs', 'BAD_REQUEST', { numberText: '15-KH/BTGDVTU', date: 'hôm qua', issuer: '' }),
  bad('incoming.register', 'CONFLICT', { ...LINE, number: 4 }),
  bad('incoming.register', 'CONFLICT', { ...LINE, number: 40 }),
  bad('incoming.register', 'BAD_REQUEST', { ...LINE, subject: '' }),
  good('incoming.list', { year: 2026, query: '15 KH BTGDVTU', filter: 'no-plan' }),
  good('incoming.withoutPlan', {}),
  bad('incoming.withoutPlan', 'BAD_REQUEST', 'no object' as never),
  good('incoming.correct', (memory) => ({ id: text(memory, 'line'), fields: { note: 'bản sao y' } })),
  bad('incoming.correct', 'BAD_REQUEST', (memory) => ({
    id: text(memory, 'line'),
    fields: { arrivedOn: '2025-12-30' },
  })),
  bad('incoming.correct', 'NOT_FOUND', { id: NO_LINE, fields: { note: 'x' } }),
  good('incoming.forward', (memory) => ({
    id: text(memory, 'line'),
    receiver: 'Ban Xây dựng Đảng',
    on: '2026-01-13',
  })),
  bad('incoming.forward', 'BAD_REQUEST', (memory) => ({
    id: text(memory, 'line'),
    receiver: 'Ban Xây dựng Đảng',
    on: '2026-01-01',
  })),
  good(
    'incoming.attach',
    async (memory, host) => ({
      id: text(memory, 'line'),
      ticket: await host.upload('15.pdf', Buffer.from('%PDF-1.7\n%fifteen\n%%EOF\n')),
    }),
    (value, memory) => {
      memory.set('incomingFile', value['sha256']);
    },
  ),
  bad('incoming.attach', 'FORBIDDEN', async (memory, host) => ({
    id: text(memory, 'line'),
    ticket: await host.upload('mat.txt', Buffer.from(`TỐI MẬT\n${LETTER}`)),
  })),
  good(
    'incoming.file',
    (memory) => ({ id: text(memory, 'line'), sha256: text(memory, 'incomingFile') }),
    async (value, _memory, host) => {
      const [file] = await host.take(value as unknown as { ticket: string; suggestedName: string });
      if (Buffer.from(file?.bytes ?? []).toString('latin1') !== '%PDF-1.7\n%fifteen\n%%EOF\n')
        throw new Error('the kept file came back changed');
    },
  ),
  bad('incoming.file', 'NOT_FOUND', (memory) => ({ id: text(memory, 'line'), sha256: 'a'.repeat(64) })),
  good('incoming.basisLinks', {}),
  bad('incoming.basisLinks', 'BAD_REQUEST', 'no object' as never),
  good('incoming.link', (memory) => ({ id: text(memory, 'line'), dossierId: text(memory, 'dossier') })),
  bad('incoming.link', 'NOT_FOUND', (memory) => ({ id: text(memory, 'line'), dossierId: NOWHERE })),
  good('incoming.unitsWithoutPlan', {}),
  bad('incoming.unitsWithoutPlan', 'BAD_REQUEST', 'no object' as never),
  good('incoming.resolve', (memory) => ({
    id: text(memory, 'line2'),
    state: 'done',
    answer: { numberText: '12-BC/ĐU', date: '2026-01-14' },
  })),
  bad('incoming.resolve', 'BAD_REQUEST', (memory) => ({
    id: text(memory, 'line2'),
    state: 'working',
    answer: { numberText: '12-BC/ĐU' },
  })),
  good('incoming.supersede', (memory) => ({ id: text(memory, 'line'), by: text(memory, 'line2') })),
  bad('incoming.supersede', 'CONFLICT', (memory) => ({
    id: text(memory, 'line2'),
    by: text(memory, 'line'),
  })),
  good('incoming.explainGap', { year: 2026, number: 2, reason: 'Ghi nhầm khi chuyển sổ' }),
  bad('incoming.explainGap', 'BAD_REQUEST', { year: 2026, number: 1, reason: 'x' }),
  good('incoming.explainGap', { year: 2026, number: 2, to: 2, reason: null }),
  good('incoming.startFrom', { year: 2025, last: 57, reason: 'sổ giấy' }),
  bad('incoming.startFrom', 'BAD_REQUEST', { year: 2025, last: 0, reason: 'sổ giấy' }),
  good('incoming.void', (memory) => ({ id: text(memory, 'line2'), reason: 'Vào sổ hai lần' })),
  bad('incoming.void', 'CONFLICT', (memory) => ({ id: text(memory, 'line2'), reason: 'lần nữa' })),
  good('incoming.get', (memory) => ({ id: text(memory, 'line') })),
  bad('incoming.get', 'NOT_FOUND', { id: NO_LINE }),
  good('register.export', { book: 'den', year: 2026, format: 'pdf' }),
  good('register.export', { book: 'theo-doi', year: 2026, format: 'xlsx' }),
  good('store.history', { kind: 'incoming', id: 'incoming' }),
  bad('store.purge', 'NOT_FOUND', {
    dossierId: null,
    records: [{ table: 'entries', id: NO_LINE }],
    reason: 'Ghi nhầm',
  }),
  good(
    'incoming.register',
    async (_memory, host) => ({
      ...LINE,
      numberText: '',
      subject: 'dòng ghi nhầm',
      ticket: await host.upload('nham.txt', Buffer.from('nội dung ghi nhầm')),
    }),
    (value, memory) => {
      memory.set('purged', value['id']);
    },
  ),
  good('store.purge', (memory) => ({
    dossierId: null,
    records: [{ table: 'entries', id: text(memory, 'purged') }],
    reason: 'Ghi nhầm',
  })),
  good(
    'incoming.get',
    (memory) => ({ id: text(memory, 'purged') }),
    (value) => {
      if (value['subject'] !== '(đã xóa hẳn)') throw new Error('what was removed for good still stands');
    },
  ),
];
