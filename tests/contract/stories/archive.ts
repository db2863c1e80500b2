/** The dossier is ended, packed and looked into; the data themselves are kept safe. */
import { asDossier, NOWHERE, bad, good, inDossier, rows, text, type Case, type TakenFile } from '../case';
import { search } from './search';

export const archive: readonly Case[] = [
  ...search,
  good('today.list', {}),
  good('store.history', (memory) => ({ kind: 'dossier', id: text(memory, 'dossier'), limit: 5 })),
  bad('store.history', 'NOT_FOUND', { kind: 'dossier', id: NOWHERE }),
  good('plan.saveHeader', (memory) => ({
    dossierId: text(memory, 'other'),
    fields: { date: '2026-02-02' },
  })),
  good('store.undo', (memory) => ({ kind: 'dossier', id: text(memory, 'other'), revision: null })),
  bad('store.undo', 'NOT_FOUND', { kind: 'dossier', id: NOWHERE, revision: null }),
  good(
    'plan.trash',
    (memory) => ({ dossierId: text(memory, 'other') }),
    (value, memory) => {
      memory.set('trash', value['trashId']);
    },
  ),
  bad('plan.trash', 'NOT_FOUND', (memory) => ({ dossierId: text(memory, 'other') })),
  good('plan.trashed', {}, (value, memory) => {
    const [row] = rows(value);
    if (row?.['trashId'] !== text(memory, 'trash') || typeof row['title'] !== 'string')
      throw new Error(`not what was put in the trash: ${JSON.stringify(value)}`);
  }),
  good('plan.restore', (memory) => ({ trashId: text(memory, 'trash') })),
  bad('plan.restore', 'NOT_FOUND', { trashId: 'khong-co' }),
  good('plan.trashed', {}, (value, memory) => {
    if (rows(value).some((row) => row['trashId'] === text(memory, 'trash')))
      throw new Error('what was restored is still listed');
  }),
  good('office.endEntry', (memory) => ({ id: text(memory, 'second'), lastDay: '2026-12-31' })),
  bad('office.endEntry', 'NOT_FOUND', { id: NOWHERE, lastDay: '2026-12-31' }),
  good('archive.check', inDossier()),
  bad('archive.check', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('archive.close', inDossier({ despite: true })),
  bad('archive.close', 'NOT_FOUND', { dossierId: NOWHERE }),
  bad('plan.saveHeader', 'FORBIDDEN', inDossier({ fields: { date: '2026-01-16' } })),
  good('archive.export', inDossier({ format: 'zip' }), async (value, memory, host) => {
    const [bag] = await host.take(value as unknown as { ticket: string; suggestedName: string });
    memory.set('bag', bag);
  }),
  bad('archive.export', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('archive.verify', async (memory, host) => {
    const bag = memory.get('bag') as TakenFile;
    return { ticket: await host.upload('ho-so.zip', bag.bytes) };
  }),
  bad('archive.verify', 'NOT_FOUND', { ticket: 'khong-co-ve-nay' }),
  good('archive.reopen', inDossier({ reason: 'Bổ sung tài liệu' })),
  bad('archive.reopen', 'BAD_REQUEST', inDossier({ reason: '' })),
  good('store.purge', (memory) => ({
    ...asDossier(memory),
    files: [text(memory, 'signed')],
    reason: 'Tệp đính nhầm',
  })),
  good('backup.list', {}, (value) => {
    // The day's own, and one before each of the story's three purges.
    if (rows(value).length !== 4) throw new Error('nothing was backed up before a purge');
  }),
  bad('store.purge', 'BAD_REQUEST', inDossier({ reason: '' })),
  good('backup.create', {}, (value, memory) => {
    memory.set('backup', value['file']);
  }),
  good('backup.list', {}),
  good('backup.verify', (memory) => ({ file: text(memory, 'backup') })),
  bad('backup.verify', 'NOT_FOUND', { file: '/khong-co/sao-luu.zip' }),
  good('backup.restore', (memory) => ({
    file: text(memory, 'backup'),
    newFolder: `${text(memory, 'dataFolder')}-restored`,
  })),
  bad('backup.restore', 'FORBIDDEN', (memory) => ({
    file: text(memory, 'backup'),
    newFolder: text(memory, 'dataFolder'),
  })),
  // These hosts are told their folder: the open one may be named, another may not be chosen.
  good('store.useFolder', (memory) => ({ folder: text(memory, 'dataFolder') })),
  bad('store.useFolder', 'FORBIDDEN', (memory) => ({ folder: `${text(memory, 'dataFolder')}-restored` })),
  good('store.state', {}),
  good('store.check', {}),
  good('job.cancel', { requestId: 'no-such-request' }),
  bad('sample.create', 'BAD_REQUEST', { units: 1 }),
  bad('sample.create', 'CONFLICT', { units: 3, plans: 1 }),
];
