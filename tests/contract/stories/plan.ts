/** A plan is read, taken in, corrected and put in order. */
import { readFileSync } from 'node:fs';
import { NOWHERE, asDossier, bad, good, inDossier, rows, text, type Case } from '../case';

const SAMPLE_PLAN = readFileSync('resources/sample/ke-hoach-an-binh.docx');

export const plan: readonly Case[] = [
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
  good('plan.import', { text: numbered('trước ngày 10/6/2026'), name: 'Bản đầu' }, (value, memory) => {
    memory.set('numbered', value['dossierId']);
  }),
  bad('plan.import', 'CONFLICT', { text: numbered('trước ngày 12/6/2026'), onSame: 'ask' }),
  bad('plan.import', 'NOT_FOUND', { text: numbered('trước ngày 12/6/2026'), into: NOWHERE }),
  good(
    'plan.import',
    (memory) => ({ text: numbered('trước ngày 12/6/2026'), into: text(memory, 'numbered') }),
    (value, memory) => {
      const { rows: changed } = value['changes'] as { rows: unknown[] };
      if (value['dossierId'] !== memory.get('numbered') || changed.length !== 1)
        throw new Error(`not a new version: ${JSON.stringify(value)}`);
    },
  ),
  good('plan.trash', (memory) => ({ dossierId: text(memory, 'numbered') })),
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
  good('plan.matchNames', inDossier({ item: null })),
  bad('plan.matchNames', 'NOT_FOUND', inDossier({ item: { id: NOWHERE, entryIds: [NOWHERE] } })),
  bad('plan.matchNames', 'BAD_REQUEST', (memory) => ({
    ...asDossier(memory),
    item: { id: text(memory, 'task3'), entryIds: [NOWHERE] },
  })),
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

/** A plan that has its number; the day is what a second version corrects. */
function numbered(day: string): string {
  return [
    'ĐẢNG ỦY PHƯỜNG AN BÌNH',
    'Số 90-KH/ĐU',
    'An Bình, ngày 20 tháng 11 năm 2025',
    'KẾ HOẠCH',
    'tổng kết công tác năm',
    'I. NHIỆM VỤ',
    `1. Văn phòng Đảng ủy xây dựng dự thảo báo cáo, hoàn thành ${day}.`,
    '2. Ban Xây dựng Đảng rà soát danh sách khen thưởng.',
  ].join('\n');
}

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
