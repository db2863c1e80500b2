/** Numbers, signed copies, sending and what comes back of it. */
import { asDossier, NOWHERE, bad, good, inDossier, text, type Case } from '../case';
import { delivery } from './delivery';

export const dispatch: readonly Case[] = [
  good('document.list', inDossier()),
  good(
    'document.add',
    inDossier({ type: 'CV', title: 'Công văn đôn đốc báo cáo', ticket: null }),
    (value, memory) => {
      memory.set('letter', value['documentId']);
    },
  ),
  bad('document.add', 'BAD_REQUEST', inDossier({ type: 'khong-co', title: 'x', ticket: null })),
  good('dispatch.nextNumber', inDossier({ documentId: null, date: '2026-01-15' })),
  bad('dispatch.nextNumber', 'NOT_FOUND', { dossierId: NOWHERE, documentId: null, date: '2026-01-15' }),
  good(
    'dispatch.register',
    inDossier({ documentId: null, number: 7, date: '2026-01-15' }),
    (value, memory) => {
      memory.set('series', value['seriesId']);
      memory.set('document', value['documentId']);
    },
  ),
  bad('dispatch.register', 'CONFLICT', inDossier({ documentId: null, number: 8, date: '2026-01-15' })),
  bad('dispatch.register', 'CONFLICT', (memory) => ({
    dossierId: text(memory, 'other'),
    documentId: null,
    number: 7,
    date: '2026-01-16',
  })),
  good(
    'document.sign',
    async (memory, host) => ({
      ...asDossier(memory),
      documentId: text(memory, 'document'),
      ticket: await host.upload('Kế hoạch đã ký.pdf', Buffer.from('%PDF-1.7\n%signed copy\n%%EOF\n')),
    }),
    (value, memory) => {
      memory.set('signed', value['sha256']);
    },
  ),
  bad('document.sign', 'NOT_FOUND', async (memory, host) => ({
    ...asDossier(memory),
    documentId: NOWHERE,
    ticket: await host.upload('Kế hoạch đã ký.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')),
  })),
  good(
    'file.get',
    (memory) => ({ ...asDossier(memory), sha256: text(memory, 'signed') }),
    async (value, _memory, host) => {
      const [file] = await host.take(value as unknown as { ticket: string; suggestedName: string });
      const came = Buffer.from(file?.bytes ?? []).toString('latin1');
      if (came !== '%PDF-1.7\n%signed copy\n%%EOF\n')
        throw new Error(`the signed copy came back changed: ${came}`);
    },
  ),
  bad('file.get', 'NOT_FOUND', inDossier({ sha256: '0'.repeat(64) })),
  good('dispatch.recipients', inDossier({ documentId: null, date: '2026-01-16', to: null })),
  good('dispatch.recipients', (memory) => ({
    ...asDossier(memory),
    documentId: null,
    date: '2026-01-16',
    to: [text(memory, 'group'), text(memory, 'superior')],
  })),
  bad('dispatch.recipients', 'NOT_FOUND', {
    dossierId: NOWHERE,
    documentId: null,
    date: '2026-01-16',
    to: null,
  }),
  good('dispatch.send', (memory) => ({
    ...asDossier(memory),
    documentId: null,
    date: '2026-01-16',
    channel: 'network',
    to: [text(memory, 'group'), text(memory, 'superior')],
  })),
  bad(
    'dispatch.send',
    'BAD_REQUEST',
    inDossier({ documentId: null, date: '2026-01-16', channel: 'pigeon', to: null }),
  ),
  good('dispatch.acknowledge', (memory) => ({
    ...asDossier(memory),
    recipients: [text(memory, 'unit')],
    date: '2026-01-17',
  })),
  bad('dispatch.acknowledge', 'BAD_REQUEST', inDossier({ recipients: [], date: '2026-01-17' })),
  ...delivery,
  good('dispatch.status', inDossier()),
  bad('dispatch.status', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('register.list', {}),
  good('register.get', (memory) => ({ seriesId: text(memory, 'series') })),
  bad('register.get', 'NOT_FOUND', { seriesId: 'khong-co' }),
  good('register.export', { book: 'di', year: 2026, format: 'xlsx' }),
];
