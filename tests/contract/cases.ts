/**
 * The contract suite: one story that calls every method of the contract, good and bad, in the order in which an office
 * would. Every host plays it; their replies must be the same (contract/play.ts).
 */
import { readFileSync } from 'node:fs';
import { contract, type MethodName } from '../../shared/rpc/contract';
import { NOWHERE, asDossier, bad, good, inDossier, rows, text } from './case';
import type { Case, TakenFile } from './case';
import { composing } from './stories/composing';
import { printing } from './stories/printing';
import { consolidation } from './stories/consolidation';
import { entry } from './stories/entry';
import { lint } from './stories/lint';
import { narrative } from './stories/narrative';
import { obligations } from './stories/obligations';
import { incoming } from './stories/incoming';
import { intake } from './stories/intake';
import { output } from './stories/output';
import { owed } from './stories/owed';
import { conferences } from './stories/conferences';
import { calendar } from './stories/calendar';
import { chase } from './stories/chase';
import { delivery } from './stories/delivery';
import { registers } from './stories/registers';
import { reports } from './stories/reports';
import { tasks } from './stories/tasks';
import { search } from './stories/search';

const SAMPLE_PLAN = readFileSync('resources/sample/ke-hoach-an-binh.docx');
const DIRECTORY = {
  units: [
    { name: 'Đảng bộ Công an phường', short: 'CAP' },
    { name: 'Chi bộ Quân sự', short: 'QS' },
    { name: 'Tổ dân phố số 1', short: 'TDP1' },
  ],
};

const office: readonly Case[] = [
  good('store.state', {}),
  good('office.get', {}),
  good('office.ruleProfiles', {}),
  bad('office.saveHoliday', 'CONFLICT', { id: '2026-09-03', name: 'Nghỉ bù', kind: 'off' }),
  bad('office.setup', 'BAD_REQUEST', { wardName: '' }),
  good('office.setup', {
    system: 'party',
    wardKind: 'phường',
    wardName: 'An Bình',
    city: 'Thành phố Hải Phòng',
    code: 'AB',
    term: { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' },
    ruleProfileId: 'hd36',
    spelling: 'ủy',
  }),
  // A backup of today: the windows' own daily one then stays out of the story, however slow the machine.
  good('backup.create', { reason: 'Hằng ngày' }),
  good('office.get', {}, (value, memory) => {
    memory.set('profile', value['profile']);
    memory.set('defaults', value['defaults']);
  }),
  good('office.saveProfile', (memory) => memory.get('profile')),
  good('office.saveDefaults', (memory) => memory.get('defaults')),
  good('office.saveEntry', { kind: 'unit', name: 'Đảng bộ Khối Mặt trận' }, (value, memory) => {
    memory.set('unit', value['id']);
  }),
  good('office.saveEntry', { kind: 'unit', name: 'Chi bộ Trường tiểu học' }, (value, memory) => {
    memory.set('second', value['id']);
  }),
  good('office.saveEntry', { kind: 'superior', name: 'Ban Xây dựng Đảng Thành ủy' }, (value, memory) => {
    memory.set('superior', value['id']);
  }),
  good(
    'office.saveEntry',
    (memory) => ({
      kind: 'group',
      name: 'Các đảng bộ, chi bộ trực thuộc',
      memberIds: [text(memory, 'unit'), text(memory, 'second')],
    }),
    (value, memory) => {
      memory.set('group', value['id']);
    },
  ),
  good('office.saveEntry', { kind: 'position', name: 'Đồng chí Chánh Văn phòng' }, (value, memory) => {
    memory.set('spare', value['id']);
  }),
  bad('office.saveEntry', 'NOT_FOUND', { id: NOWHERE, kind: 'unit', name: 'Chi bộ ma' }),
  bad('office.removeEntry', 'NOT_FOUND', { id: NOWHERE }),
  good('office.removeEntry', (memory) => ({ id: text(memory, 'spare') })),
  good(
    'office.saveSigner',
    { name: 'Trần Văn Mẫu', position: 'PHÓ BÍ THƯ', authority: 'T/M BAN THƯỜNG VỤ' },
    (value, memory) => {
      memory.set('signer', value['id']);
    },
  ),
  bad('office.removeSigner', 'NOT_FOUND', { id: NOWHERE }),
  good('office.removeSigner', (memory) => ({ id: text(memory, 'signer') })),
  good('office.saveIndicator', {
    id: 'ZZ01',
    name: 'Buổi tuyên truyền lưu động',
    unit: 'buổi',
    kind: 'C',
    section: 'Khác',
    overUnits: 'sum',
    overPeriods: 'sum',
    order: 990,
  }),
  good('office.saveHoliday', { id: '2026-09-03', name: 'Nghỉ bù', kind: 'off' }),
  good('office.removeHoliday', { id: '2026-09-03' }),
  bad('office.removeHoliday', 'NOT_FOUND', { id: '2026-09-03' }),
  good('office.saveRetention', { id: 'contract', title: 'Hồ sơ thử', years: 5, source: 'Bài thử' }),
  good('office.importTemplate', {}, async (value, memory, host) => {
    const [template] = await host.take(value as unknown as { ticket: string; suggestedName: string });
    if (!template) throw new Error('no template came');
    memory.set('template', template);
  }),
  good('office.import', async (_memory, host) => ({
    ticket: await host.upload('danh-ba.json', Buffer.from(JSON.stringify(DIRECTORY))),
    dryRun: true,
  })),
  good('office.import', async (memory, host) => {
    const template = memory.get('template') as TakenFile;
    return { ticket: await host.upload('Danh bạ.xlsx', template.bytes) };
  }),
  good('office.exportDirectory', {}, async (value, memory, host) => {
    const [exported] = await host.take(value as unknown as { ticket: string; suggestedName: string });
    if (!exported) throw new Error('no directory came');
    memory.set('exported', exported);
  }),
  // What was exported changes nothing when it is taken back.
  good(
    'office.import',
    async (memory, host) => ({
      ticket: await host.upload('Danh mục.xlsx', (memory.get('exported') as TakenFile).bytes),
    }),
    (value) => {
      const told = value as unknown as { added: []; updated: []; refused: []; signers: number };
      if (told.added.length + told.updated.length + told.refused.length + told.signers > 0)
        throw new Error(`the exported directory changed something: ${JSON.stringify(told)}`);
    },
  ),
  bad('office.import', 'BAD_REQUEST', async (_memory, host) => ({
    ticket: await host.upload('anh.png', Buffer.from('not a directory')),
  })),
  bad('office.import', 'NOT_FOUND', { ticket: 'khong-co-ve-nay' }),
];

const plan: readonly Case[] = [
  good('plan.parse', { text: pastedPlan() }),
  good('plan.parse', async (_memory, host) => ({ ticket: await host.upload('Kế hoạch.docx', SAMPLE_PLAN) })),
  bad('plan.parse', 'NOT_FOUND', { ticket: 'khong-co-ve-nay' }),
  bad('plan.import', 'BAD_REQUEST', async (_memory, host) => ({
    ticket: await host.upload('hỏng.docx', Buffer.from('PK no zip')),
  })),
  good(
    'plan.import',
    async (_memory, host) => ({ ticket: await host.upload('ke-hoach-an-binh.docx', SAMPLE_PLAN) }),
    (value, memory) => {
      memory.set('dossier', value['dossierId']);
      memory.set('revision', value['revision']);
    },
  ),
  good('plan.import', { text: pastedPlan(), name: 'Kế hoạch dán vào' }, (value, memory) => {
    memory.set('other', value['dossierId']);
  }),
  good('plan.list', {}),
  good('plan.list', { query: 'ke hoach' }),
  bad('plan.get', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.get', inDossier(), (value, memory) => {
    const items = rows(value['items']);
    const tasks = items.filter((item) => item['kind'] === 'task');
    const assignments = items.filter((item) => item['kind'] === 'assignment');
    memory.set('task', tasks[0]?.['id']);
    memory.set('task2', tasks[1]?.['id']);
    memory.set('task3', tasks[2]?.['id']);
    memory.set('assignment', assignments.at(-1)?.['id']);
  }),
  good('plan.saveHeader', inDossier({ fields: { date: '2026-01-15' } })),
  bad('plan.saveHeader', 'NOT_FOUND', { dossierId: NOWHERE, fields: { date: '2026-01-15' } }),
  good('plan.saveItem', (memory) => ({
    ...asDossier(memory),
    itemId: text(memory, 'task'),
    patch: { text: 'Tham mưu tổ chức hội nghị quán triệt. Tổng hợp kết quả hằng quý.' },
  })),
  bad('plan.saveItem', 'NOT_FOUND', inDossier({ itemId: NOWHERE, patch: { text: 'x' } })),
  good(
    'plan.splitItem',
    (memory) => ({ ...asDossier(memory), itemId: text(memory, 'task'), at: 37 }),
    (value, memory) => {
      memory.set('part', value['itemId']);
    },
  ),
  bad('plan.splitItem', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    itemId: text(memory, 'task'),
    at: 0,
  })),
  good('plan.mergeItems', (memory) => ({
    ...asDossier(memory),
    itemIds: [text(memory, 'task'), text(memory, 'part')],
  })),
  bad('plan.mergeItems', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    itemIds: [text(memory, 'task')],
  })),
  good('plan.moveTask', (memory) => ({
    ...asDossier(memory),
    itemId: text(memory, 'task2'),
    assignmentId: text(memory, 'assignment'),
  })),
  bad('plan.moveTask', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    itemId: text(memory, 'task2'),
    assignmentId: NOWHERE,
  })),
  good('plan.addItem', (memory) => ({
    ...asDossier(memory),
    kind: 'task',
    fields: { assignmentId: text(memory, 'assignment'), text: 'Báo cáo kết quả theo quý.' },
    afterId: null,
  })),
  bad('plan.addItem', 'BAD_REQUEST', inDossier({ kind: 'no-such-kind', fields: {}, afterId: null })),
  good('plan.dropItem', (memory) => ({ ...asDossier(memory), itemId: text(memory, 'task3') })),
  good('plan.restoreItem', (memory) => ({ ...asDossier(memory), itemId: text(memory, 'task3') })),
  bad('plan.dropItem', 'NOT_FOUND', inDossier({ itemId: NOWHERE })),
  bad('plan.restoreItem', 'NOT_FOUND', inDossier({ itemId: NOWHERE })),
  good('plan.acceptItems', inDossier({ itemIds: null })),
  good('plan.finishReview', inDossier()),
  bad('plan.finishReview', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.export', inDossier({ profile: null, format: 'docx' }), async (value, memory, host) => {
    const [file] = await host.take(value as unknown as { ticket: string; suggestedName: string });
    memory.set('exported', file);
  }),
  bad('plan.export', 'NOT_FOUND', inDossier({ profile: 'khong-co', format: 'pdf' })),
];

const dispatch: readonly Case[] = [
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

const archive: readonly Case[] = [
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

/** Input that is no object: refused by every method, in every host, with the same words. */
const malformed: readonly Case[] = (Object.keys(contract) as MethodName[]).map((method) => ({
  method,
  input: () => 'not an object',
  expect: 'BAD_REQUEST',
}));

/** What breaks the envelope itself. */
const envelopes: readonly Case[] = [
  { method: 'plan.destroy', input: () => ({}), expect: 'BAD_REQUEST' },
  { method: '__proto__', input: () => ({}), expect: 'BAD_REQUEST' },
  {
    method: 'backup.create',
    input: () => ({}),
    expect: 'BAD_REQUEST',
    envelope: { method: 'backup.create', input: {} },
  },
  { method: 'backup.list', input: () => ({}), expect: 'BAD_REQUEST', envelope: { input: {} } },
  {
    method: 'plan.saveHeader',
    input: () => ({}),
    expect: 'BAD_REQUEST',
    envelope: { method: 'plan.saveHeader', input: {}, requestId: 'x' },
  },
];

/** A sample office is only made where there is none yet. */
const sample: readonly Case[] = [
  good('sample.create', { units: 3, plans: 1, years: 1, seed: 1 }, (value, memory) => {
    memory.set('dossier', (value['dossierIds'] as readonly string[])[0]);
  }),
  good('plan.get', inDossier()),
  good('report.matrix', { dossierId: null, year: 2026 }),
  good('register.list', {}),
];

/** Each is played on a data folder of its own. */
export const STORIES: readonly { readonly name: string; readonly cases: readonly Case[] }[] = [
  { name: 'bad calls', cases: [...malformed, ...envelopes] },
  {
    name: 'an office',
    cases: [
      ...office,
      ...plan,
      ...composing,
      ...printing,
      ...dispatch,
      ...registers,
      ...reports,
      ...chase,
      ...consolidation,
      ...entry,
      ...intake,
      ...narrative,
      ...incoming,
      ...obligations,
      ...output,
      ...owed,
      ...calendar,
      ...conferences,
      ...tasks,
      ...lint,
      ...archive,
    ],
  },
  { name: 'the sample office', cases: sample },
];

function pastedPlan(): string {
  return [
    'ĐẢNG ỦY PHƯỜNG AN BÌNH',
    '*',
    'Số -KH/ĐU',
    'An Bình, ngày tháng 02 năm 2026',
    'KẾ HOẠCH',
    'tuyên truyền phòng, chống lãng phí năm 2026',
    '-----',
    'Thực hiện Kế hoạch số 12-KH/TU, ngày 10/01/2026 của Ban Thường vụ Thành ủy, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch như sau:',
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Nâng cao nhận thức của cán bộ, đảng viên.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Văn phòng Đảng ủy',
    '- Tham mưu tổ chức hội nghị quán triệt trước ngày 10/3/2026.',
    '- Tổng hợp, báo cáo kết quả hằng quý.',
    'Nơi nhận:',
    '- Ban Xây dựng Đảng Thành ủy (để b/c),',
    '- Lưu VPĐU.',
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    'Trần Văn Mẫu',
  ].join('\n');
}
