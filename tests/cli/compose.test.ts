/** `plan create`, `plan versions`, `plan diff`: a plan written here, its versions and what differs between them. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let old = '';
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json']);
const plain = (...words: readonly string[]): CliRun => runCli([...words, '--data', data]);

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call('sample', 'create', '--units', '12', '--plans', '0').status).toBe(0);
  old = call('plan', 'import', 'resources/sample/ke-hoach-an-binh.docx').json<{ dossierId: string }>()
    .dossierId;
}, 60_000);
afterAll(() => folder.remove());

describe('plan create', () => {
  test('starts from a template, with a superior’s document as its basis', () => {
    const templates = call('plan', 'templates').json<{ id: string }[]>();
    expect(templates.length).toBeGreaterThanOrEqual(4);
    const run = call(
      'plan', 'create', '--template', templates[0]?.id ?? '', '--year', '2027', '--title', 'kế hoạch thử năm 2027',
      '--basis', 'Kế hoạch|12-KH/TU|2027-01-10|Ban Thường vụ Thành ủy|',
    ); // prettier-ignore
    expect(run.stderr).toBe('');
    const { dossierId } = run.json<{ dossierId: string }>();
    const listed = call('plan', 'list').json<{ dossierId: string; title: string }[]>();
    expect(listed.find((row) => row.dossierId === dossierId)?.title).toBe('kế hoạch thử năm 2027');
  });

  test('moves the dates of an older plan and says how many', () => {
    const run = call('plan', 'create', '--from', old, '--shift-years', '1', '--working-days');
    expect(run.status).toBe(0);
    expect(run.json<{ moved: number }>().moved).toBeGreaterThan(3);
  });

  test.each([
    [['plan', 'create', '--year', '2027'], 2],
    [['plan', 'create', '--template', 'tuyen-truyen'], 2],
    [['plan', 'create', '--template', 'tuyen-truyen', '--from', 'x', '--year', '2027'], 2],
    [['plan', 'create', '--template', 'khong-co', '--year', '2027'], 1],
    [['plan', 'create', '--template', 'tuyen-truyen', '--year', '2027', '--basis', 'Kế hoạch|1|hôm nay|'], 1],
    [['plan', 'create', '--template', 'tuyen-truyen', '--year', 'nay'], 2],
  ] as const)('refuses %j', (words, status) => {
    const run = plain(...words);
    expect(run.status).toBe(status);
    expect(run.stdout + run.stderr).toMatch(/\p{L}/u);
  });
});

describe('versions', () => {
  test('are kept, listed and compared', () => {
    const first = call('plan', 'save-version', old, '--note', 'gửi xin ý kiến').json<{ number: number }>();
    expect(first.number).toBe(1);
    expect(call('plan', 'versions', old).json<{ note: string; isCurrent: boolean }[]>()).toMatchObject([
      { note: 'gửi xin ý kiến', isCurrent: true },
    ]);
    const same = plain('plan', 'diff', old, '--from', '1');
    expect(same.stdout).toContain('Sửa 0, thêm 0, bỏ 0, chuyển chỗ 0 đoạn.');
    expect(plain('plan', 'diff', old, '--from', '9').status).toBe(2);
    expect(plain('plan', 'versions', 'khong-co').status).toBe(1);
  });

  test.each(['plan create', 'plan versions', 'plan diff', 'plan templates', 'plan save-version'])(
    '%s explains itself',
    (verb) => {
      const run = runCli([...verb.split(' '), '--help']);
      expect(run.status).toBe(0);
      expect(run.stdout).toContain(`Cách dùng: vpdu ${verb}`);
    },
  );
});
