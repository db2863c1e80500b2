/**
 * The contract suite: one story that calls every method of the contract, good and bad, in the order in which an office
 * would. Every host plays it; their replies must be the same (contract/play.ts).
 */
import { NOWHERE, bad, good, inDossier, text } from './case';
import type { Case, TakenFile } from './case';
import { archive } from './stories/archive';
import { envelopes, malformed } from './stories/bad-calls';
import { composing } from './stories/composing';
import { dispatch } from './stories/dispatch';
import { plan } from './stories/plan';
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
import { registers } from './stories/registers';
import { reports } from './stories/reports';
import { tasks } from './stories/tasks';

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
