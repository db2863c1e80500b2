/** Sending, confirming and printing on the command line; scripts from before waivers go on working. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let dossierId = '';
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json']);

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call('sample', 'create', '--units', '6', '--plans', '0').status).toBe(0);
  dossierId = call('plan', 'import', 'resources/sample/ke-hoach-an-binh.docx').json<{ dossierId: string }>()
    .dossierId;
  expect(call('dispatch', 'register', dossierId, '--date', '2026-01-20').status).toBe(0);
}, 60_000);
afterAll(() => folder.remove());

test('without a signed copy the sending is taken, its reason written down and told', () => {
  const sent = call('dispatch', 'send', dossierId, '--date', '2026-01-21', '--channel', 'hand');
  expect(sent.status).toBe(0);
  const reply = sent.json<{ deliveries: unknown[]; warnings: string[] }>();
  expect(reply.deliveries.length).toBeGreaterThan(0);
  expect(reply.warnings).toEqual([
    expect.stringContaining('chưa có bản ký'),
    // A line of Nơi nhận that this small directory lacks.
    expect.stringMatching(/^Chưa có trong danh bạ nên chưa gửi: Ủy ban MTTQ và các tổ chức/u),
  ]);
  const [document] = call('document', 'list', dossierId).json<{ waiver?: { reason: string } }[]>();
  expect(document?.waiver?.reason).toBe('Gửi từ dòng lệnh, chưa có bản ký');
  // Known by now: the next one has nothing to warn of.
  const again = call('dispatch', 'send', dossierId, '--date', '2026-01-22', '--to', 'Văn phòng Đảng ủy');
  expect(again.json<{ warnings: string[] }>().warnings).toEqual([]);
});

test('a reason that is given stands', () => {
  const added = call('document', 'add', dossierId, '--kind', 'CV', '--title', 'thử').json<{
    documentId: string;
  }>();
  expect(call('dispatch', 'register', added.documentId, '--date', '2026-01-23').status).toBe(0);
  const words = ['--date', '2026-01-23', '--to', 'Văn phòng Đảng ủy', '--waive', 'Ký số trên mạng văn bản'];
  const sent = call('dispatch', 'send', added.documentId, ...words);
  expect(sent.json<{ warnings: string[] }>().warnings).toEqual([]);
  const documents = call('document', 'list', dossierId).json<{ id: string; waiver?: { reason: string } }[]>();
  expect(documents.find(({ id }) => id === added.documentId)?.waiver?.reason).toBe('Ký số trên mạng văn bản');
  const noted = call(
    'dispatch', 'ack', dossierId, '--unit', 'Văn phòng Đảng ủy', '--date', '2026-01-24', '--proof', 'phone',
  ); // prettier-ignore
  expect(noted.status).toBe(0);
  expect(call('dispatch', 'status', dossierId).json()).toMatchObject({ received: 1 });
  expect(
    call(
      'dispatch',
      'ack',
      dossierId,
      '--unit',
      'Văn phòng Đảng ủy',
      '--date',
      '2026-01-24',
      '--proof',
      'thu',
    ).status,
  ).not.toBe(0);
});

test('prints slips, labels and lists, and refuses a format that there is none of', async () => {
  for (const [product, format, magic] of [
    ['slips', 'pdf', '%PDF'],
    ['labels', 'docx', 'PK'],
    ['addresses', 'xlsx', 'PK'],
    ['unconfirmed', 'pdf', '%PDF'],
  ] as const) {
    const out = join(folder.path, `${product}.${format}`);
    const done = call('dispatch', 'print', '--product', product, '--format', format, '--out', out);
    expect(done.json<{ rows: number }>().rows).toBeGreaterThan(0);
    expect((await readFile(out)).subarray(0, magic.length).toString('latin1')).toBe(magic);
  }
  const out = join(folder.path, 'sai.xlsx');
  expect(call('dispatch', 'print', '--product', 'slips', '--format', 'xlsx', '--out', out).status).toBe(1);
});
