/** `task list`, `task put`, `task export`: results on the command line, and what is refused. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

interface Task {
  readonly id: string;
  readonly text: string;
  readonly units: number;
  readonly done: number;
  readonly overdue: number;
}
interface Board {
  readonly progress: { readonly percent: number; readonly units: number; readonly done: number };
  readonly tasks: readonly Task[];
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let dossierId = '';
const NOW = ['--now', '2026-04-10T08:00:00+07:00'];
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json', ...NOW]);
const board = (): Board => call('task', 'list', dossierId).json<Board>();
const taskOf = (words: string): Task => {
  const found = board().tasks.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no task “${words}”`);
  return found;
};

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call('sample', 'create', '--units', '24', '--plans', '0').status).toBe(0);
  dossierId = call('plan', 'import', 'resources/sample/ke-hoach-an-binh.docx').json<{ dossierId: string }>()
    .dossierId;
}, 60_000);
afterAll(() => folder.remove());

test('one unit by name, then everybody else, and the progress follows', () => {
  const before = taskOf('Quán triệt Nghị quyết trong sinh hoạt chi bộ');
  expect(before).toMatchObject({ done: 0, overdue: before.units });
  const one = call(
    'task', 'put', dossierId, '--task', before.id, '--unit', 'Chi bộ Tổ dân phố số 1', '--state', 'done',
    '--date', '2026-03-20', '--number', '05-BC/CB', '--number-date', '2026-03-20',
  ); // prettier-ignore
  expect(one.json()).toMatchObject({ duties: 1, questions: [] });
  expect(taskOf('Quán triệt Nghị quyết')).toMatchObject({ done: 1, overdue: before.units - 1 });
  expect(call('task', 'put', dossierId, '--task', before.id, '--state', 'done').json()).toMatchObject({
    duties: before.units - 1,
  });
  const { progress } = board();
  expect(progress.percent).toBe(Math.floor((progress.done * 100) / progress.units));
  const { duties } = call('task', 'list', dossierId, '--task', before.id).json<{
    duties: { standing: string; record: { evidence: { numberText: string } | null } }[];
  }>();
  expect(duties.filter(({ standing }) => standing === 'done')).toHaveLength(1);
  expect(duties.filter(({ standing }) => standing === 'done-late')).toHaveLength(before.units - 1);
  expect(duties[0]?.record.evidence?.numberText).toBe('05-BC/CB');
  // For a person: ids first, words after.
  const told = runCli(['task', 'list', dossierId, '--data', data, ...NOW]);
  expect(told.stdout).toContain(`${before.id}  ${before.units}/${before.units}`);
});

test.each([
  ['a state that is none', ['--state', 'xong'], 2],
  ['no state', [], 2],
  ['a day that is to come', ['--state', 'done', '--date', '2027-01-01'], 1],
  ['no reason', ['--state', 'not-done'], 1],
  ['an amount that is no number', ['--state', 'done', '--amount', '1.5'], 2],
  ['a unit that does not owe', ['--state', 'done', '--unit', 'Văn phòng Đảng ủy'], 1],
])('%s is refused', (_, words, status) => {
  const { id, done } = taskOf('số hóa thủ tục hành chính');
  expect(call('task', 'put', dossierId, '--task', id, ...words).status).toBe(status);
  expect(taskOf('số hóa thủ tục hành chính').done).toBe(done);
});

test('every format is written; help names the options', async () => {
  for (const [format, start] of [
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
    ['docx', 'PK'],
    ['csv', 'PK'],
  ] as const) {
    const out = join(folder.path, `tien-do.${format}`);
    const run = call('task', 'export', dossierId, '--format', format, '--out', out);
    expect(run.stderr).toBe('');
    expect((await readFile(out)).subarray(0, start.length).toString()).toBe(start);
  }
  expect(runCli(['task', 'put', '--help']).stdout).toContain('--number-date');
});
