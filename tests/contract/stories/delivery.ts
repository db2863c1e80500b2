/** A document's way, comments on its drafts, promised documents, the ledger. Right after the plan was sent. */
import { asDossier, bad, good, inDossier, NOWHERE, rows, text } from '../case';
import type { Case, Memory } from '../case';

const ofLetter =
  (more: Readonly<Record<string, unknown>> = {}): Case['input'] =>
  (memory) => ({ ...asDossier(memory), documentId: text(memory, 'letter'), ...more });
const ofRound =
  (more: Readonly<Record<string, unknown>>): Case['input'] =>
  (memory) => ({ ...asDossier(memory), roundId: text(memory, 'round'), ...more });
const delivered = (memory: Memory) => ({
  ...asDossier(memory),
  deliveryIds: [text(memory, 'delivery')],
  state: 'received',
  date: '2026-01-18',
});
const PROMISE = 'Hội thi tuyên truyền viên sẽ có hướng dẫn riêng';

export const delivery: readonly Case[] = [
  good('document.move', ofLetter({ move: 'submit', date: '2026-01-16' })),
  good('document.move', ofLetter({ move: 'back', date: '2026-01-16', reason: 'Sửa lời' })),
  bad(
    'document.move',
    'BAD_REQUEST',
    ofLetter({ move: 'back', date: '2026-01-16', reason: 'Lý do '.repeat(100) }),
  ),
  bad('document.move', 'CONFLICT', ofLetter({ move: 'recall', date: '2026-01-16', reason: 'x' })),
  good(
    'document.addDraft',
    async (memory, host) => ({
      ...asDossier(memory),
      documentId: text(memory, 'letter'),
      ticket: await host.upload('Dự thảo.txt', Buffer.from('Dự thảo công văn lần thứ nhất.')),
    }),
    (value) => {
      if (value['version'] !== 1) throw new Error('the first draft is not the first');
    },
  ),
  bad('document.addDraft', 'NOT_FOUND', async (memory, host) => ({
    ...asDossier(memory),
    documentId: NOWHERE,
    ticket: await host.upload('Dự thảo.txt', Buffer.from('Dự thảo.')),
  })),
  good(
    'document.askComments',
    (memory) => ({
      ...asDossier(memory),
      documentId: text(memory, 'letter'),
      version: 1,
      to: [text(memory, 'group')],
      date: '2026-01-16',
      lastDay: '2026-01-20',
    }),
    (value, memory) => {
      memory.set('round', value['roundId']);
    },
  ),
  bad(
    'document.askComments',
    'BAD_REQUEST',
    ofLetter({ version: 1, to: [], date: '2026-01-16', lastDay: '2026-01-20' }),
  ),
  good('document.noteComments', (memory) => ({
    ...asDossier(memory),
    roundId: text(memory, 'round'),
    entryIds: [text(memory, 'unit')],
    answer: { date: '2026-01-17', kind: 'remarks', text: 'Thêm thời hạn', taken: 'Đã thêm' },
  })),
  bad('document.noteComments', 'NOT_FOUND', ofRound({ entryIds: [NOWHERE], answer: null })),
  good('document.closeComments', ofRound({ date: '2026-01-21' })),
  bad('document.closeComments', 'NOT_FOUND', inDossier({ roundId: NOWHERE, date: '2026-01-21' })),
  good('document.get', ofLetter(), (value) => {
    if (rows(value['drafts']).length !== 1 || rows(value['rounds']).length !== 1)
      throw new Error('the draft or its round is not there');
  }),
  bad('document.get', 'NOT_FOUND', inDossier({ documentId: NOWHERE })),
  good('promise.list', inDossier()),
  bad('promise.list', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('promise.settle', inDossier({ text: PROMISE, decision: 'accept', lastDay: '2026-03-01' })),
  bad('promise.settle', 'BAD_REQUEST', inDossier({ text: PROMISE, decision: 'issued' })),
  good('promise.settle', inDossier({ text: PROMISE, decision: 'forget' })),
  good('delivery.list', { only: 'unconfirmed' }, (value, memory) => {
    const [first] = rows(value['rows']);
    if (!first) throw new Error('nothing waits in the ledger');
    memory.set('delivery', first['id']);
  }),
  bad('delivery.list', 'NOT_FOUND', { only: 'all', dossierId: NOWHERE }),
  good('delivery.record', (memory) => ({ ...delivered(memory), proof: { kind: 'phone' } })),
  bad('delivery.record', 'BAD_REQUEST', (memory) => ({ ...delivered(memory), date: '2026-01-01' })),
  good(
    'delivery.history',
    (memory) => ({ ...asDossier(memory), deliveryId: text(memory, 'delivery') }),
    (value) => {
      if (rows(value).length !== 1) throw new Error('the change left no line');
    },
  ),
  bad('delivery.history', 'NOT_FOUND', inDossier({ deliveryId: NOWHERE })),
  good('delivery.record', (memory) => ({
    ...delivered(memory),
    state: 'sent',
    note: 'Ghi nhầm',
  })),
  ...(['pdf', 'docx'] as const).flatMap((format) => [
    good('delivery.export', inDossier({ product: 'slips', format })),
    good('delivery.export', inDossier({ product: 'labels', format })),
  ]),
  good('delivery.export', { dossierId: null, product: 'unconfirmed', format: 'xlsx' }),
  bad('delivery.export', 'BAD_REQUEST', inDossier({ product: 'slips', format: 'xlsx' })),
];
