/** `plan check` on a file by itself, with an office, on a dossier, as Excel; and where there is nothing to check. */
import { access, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../support/cli';
import { openWorkbook } from '../support/workbook';

const FAULTY = 'KẾ HOẠCH\ntuyên truyền\nI. NỘI DUNG\nHội nghị ngày 11/02/2026 (thứ Năm) tại hội trường.\n';

interface Reply {
  readonly findings: readonly { readonly code: string; readonly section: string | null }[];
  readonly counts: { readonly error: number };
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file = '';
const data = () => join(folder.path, 'data');

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'ke-hoach.txt');
  await writeFile(file, FAULTY);
});
afterAll(() => folder.remove());

test('a file is checked by itself and no data folder comes about', async () => {
  const run = runCli(['plan', 'check', file, '--json'], { env: { VPDU_DATA: data() } });
  expect(run.status, run.stderr).toBe(0);
  const reply = JSON.parse(run.stdout) as Reply;
  expect(reply.findings).toContainEqual(expect.objectContaining({ code: 'weekday-mismatch', section: 'I' }));
  await expect(access(data())).rejects.toThrow();
  expect(runCli(['plan', 'check', file]).stdout).toContain('là thứ Tư');
});

test('a dossier is checked, and its list leaves as Excel', async () => {
  const made = runCli(['sample', 'create', '--units', '3', '--plans', '0', '--years', '1', '--data', data()]);
  expect(made.status, made.stderr).toBe(0);
  const imported = runCli(['plan', 'import', file, '--data', data(), '--json']);
  const { dossierId } = JSON.parse(imported.stdout) as { dossierId: string };
  const run = runCli(['plan', 'check', dossierId, '--data', data(), '--json']);
  const { findings } = JSON.parse(run.stdout) as Reply;
  expect(findings.map(({ code }) => code)).toContain('weekday-mismatch');
  const out = join(folder.path, 'xem-lai.xlsx');
  const written = runCli([
    ...['plan', 'check', dossierId, '--data', data()],
    ...['--format', 'xlsx', '--out', out, '--json'],
  ]);
  expect(written.status, written.stderr).toBe(0);
  const sheet = (await openWorkbook(out)).getWorksheet('Cần xem lại');
  expect(sheet?.rowCount).toBe(5 + findings.length);
  expect(await readdir(folder.path)).toContain('xem-lai.xlsx');
});

test('what is neither a file nor a dossier is refused; a format without --out is wrong usage', () => {
  const unknown = runCli(['plan', 'check', 'khong-co', '--data', data(), '--json']);
  expect([unknown.status, JSON.parse(unknown.stdout)]).toMatchObject([1, { error: { code: 'NOT_FOUND' } }]);
  expect(runCli(['plan', 'check', file, '--format', 'xlsx', '--data', data()]).status).toBe(2);
});
