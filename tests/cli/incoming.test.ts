/** The incoming book on the command line, and that a backup carries it. */
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json']);

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call('sample', 'create', '--units', '4', '--plans', '0').status).toBe(0);
}, 60_000);
afterAll(() => folder.remove());

test('lines are added, listed, printed as both books, and refused where they are wrong', async () => {
  const add = call(
    'incoming',
    'add',
    '--issuer',
    'Thành ủy',
    '--subject',
    'về công tác cán bộ',
    '--number',
    '64-KH/TU',
  );
  expect(add.json()).toMatchObject({ number: 1 });
  expect(call('incoming', 'add', '--issuer', 'Thành ủy', '--subject', 'x', '--arrival', '1').status).toBe(1);
  expect(call('incoming', 'list', '--find', '64 kh tu').json()).toMatchObject({ total: 1, next: 2 });
  expect(call('incoming', 'link', '2026-99', '--dossier', 'khong-co').status).not.toBe(0);
  const { year } = add.json<{ year: number }>();
  for (const book of ['den', 'theo-doi']) {
    const out = join(folder.path, `${book}.pdf`);
    const words = [
      'register',
      'export',
      '--book',
      book,
      '--year',
      String(year),
      '--format',
      'pdf',
      '--out',
      out,
    ];
    expect(call(...words).json()).toMatchObject({ rows: 1 });
    expect((await readFile(out)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  }
}, 60_000);

test('a year that was begun on paper goes on after it; a run of numbers is explained in one act', () => {
  const year = String(new Date().getFullYear() - 1);
  const start = ['incoming', 'start', '--year', year, '--last', '57', '--reason', 'sổ giấy'];
  expect(call(...start).json()).toMatchObject({ questions: [] });
  const list = () =>
    call('incoming', 'list', '--year', year).json<{ next: number; gaps: readonly { number: number }[] }>();
  expect(list()).toMatchObject({ next: 58, gaps: [] });
  const wrong = ['incoming', 'explain', '--year', year, '--number', '58', '--to', '59', '--reason', 'x'];
  expect(call(...wrong).status).toBe(1);
  expect(call('incoming', 'start', '--year', year, '--reason', 'x').status).toBe(2);
}, 60_000);

test('a backup brings the book back', async () => {
  const out = join(folder.path, 'backup');
  await mkdir(out);
  expect(call('backup', 'create', '--out', out).status).toBe(0);
  const [file] = await readdir(out);
  const restored = join(folder.path, 'restored');
  expect(runCli(['backup', 'restore', join(out, file ?? ''), '--data', restored, '--json']).status).toBe(0);
  expect(runCli(['incoming', 'list', '--data', restored, '--json']).json()).toMatchObject({ total: 1 });
}, 60_000);
