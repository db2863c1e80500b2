/** Typing in: many units at once, attachments, questions and answers, a wrong day of receipt. */
import { NOWHERE, asDossier, bad, good, inDossier, inPeriod, ofUnit, rows, text } from '../case';
import type { Case, Kept } from '../case';

const SCAN = Buffer.from('%PDF-1.4 bản ký của chi bộ');

/** Refuses the story when a row of `report.putMany` came out otherwise. */
function outcomes(value: Kept, expected: readonly string[]): void {
  const got = rows(value['results']).map((row) => String(row['outcome']));
  if (got.join() !== expected.join()) throw new Error(`expected ${expected.join()}, got ${got.join()}`);
}

export const entry: readonly Case[] = [
  good('report.sheet', inPeriod()),
  bad('report.sheet', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good(
    'report.putMany',
    (memory) => ({
      ...asDossier(memory),
      period: '2026-Q1',
      rows: [
        { unit: text(memory, 'unit'), values: { HN01: 5 } },
        { unit: text(memory, 'second'), values: { HN01: 'ba' } },
        { unit: NOWHERE, values: { HN01: 1 } },
      ],
    }),
    (value) => outcomes(value, ['changed', 'refused', 'refused']),
  ),
  good(
    'report.putMany',
    (memory) => ({
      ...asDossier(memory),
      period: '2026-Q1',
      rows: [{ unit: text(memory, 'unit'), version: 1, values: { HN01: 6 } }],
    }),
    (value) => outcomes(value, ['refused']),
  ),
  bad('report.putMany', 'BAD_REQUEST', inPeriod({ rows: [] })),
  bad('report.putMany', 'NOT_FOUND', inDossier({ period: '2026-Q3', rows: [{ unit: 'X', values: {} }] })),
  good(
    'report.attach',
    async (memory, host) => ({
      ...asDossier(memory),
      period: '2026-Q1',
      unit: text(memory, 'unit'),
      tickets: [await host.upload('Báo cáo ký.pdf', SCAN)],
    }),
    (value, memory) => {
      memory.set('scan', rows(value['files'])[0]?.['sha256']);
    },
  ),
  bad('report.attach', 'BAD_REQUEST', async (memory, host) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    tickets: [await host.upload('chuong-trinh.exe', Buffer.from('MZ'))],
  })),
  bad('report.attach', 'FORBIDDEN', async (memory, host) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    tickets: [await host.upload('mat.txt', Buffer.from('MẬT\n\nBÁO CÁO\nvề một việc'))],
  })),
  good('file.get', (memory) => ({ ...asDossier(memory), sha256: text(memory, 'scan') })),
  good('report.detach', (memory) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    sha256: text(memory, 'scan'),
  })),
  bad('report.detach', 'NOT_FOUND', (memory) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    sha256: text(memory, 'scan'),
  })),
  // 4 became 1: lũy kế falls, and that is asked.
  good('report.put', ofUnit('unit', { values: { HN01: 1, HN02: 120 } })),
  good('report.questions', inPeriod(), (value, memory) => {
    const [row] = rows(value['rows']);
    if (row?.['code'] !== 'cumulative-falls') throw new Error(`not asked: ${JSON.stringify(value)}`);
    memory.set('version', row['version']);
  }),
  bad('report.questions', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good('report.answerQuestion', (memory) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    version: memory.get('version'),
    questions: [{ code: 'cumulative-falls', indicator: 'HN01' }],
    answer: 'confirmed',
    note: 'Đơn vị đính chính qua điện thoại',
  })),
  bad('report.answerQuestion', 'NOT_FOUND', (memory) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    version: memory.get('version'),
    questions: [{ code: 'jump', indicator: 'HN01' }],
    answer: 'confirmed',
  })),
  bad('report.answerQuestion', 'CONFLICT', (memory) => ({
    ...asDossier(memory),
    period: '2026-Q1',
    unit: text(memory, 'unit'),
    version: 1,
    questions: [{ code: 'cumulative-falls', indicator: 'HN01' }],
    answer: 'confirmed',
  })),
  good('report.correctReceipt', ofUnit('unit', { receivedOn: '2026-03-10', reason: 'Ghi nhầm ngày' })),
  bad(
    'report.correctReceipt',
    'BAD_REQUEST',
    ofUnit('unit', { receivedOn: '2026-03-10', reason: 'Ghi nhầm ngày' }),
  ),
  good('report.versions', ofUnit('unit')),
  bad('report.versions', 'NOT_FOUND', inPeriod({ unit: NOWHERE })),
];
