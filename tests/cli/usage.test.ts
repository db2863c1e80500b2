/** Exit statuses and refusals of the command line. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, runCli, temporaryFolder } from '../support/cli';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let dossierId: string;
const PLAN = join(ROOT, 'resources', 'sample', 'ke-hoach-an-binh.docx');

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(runCli(['sample', 'create', '--data', data, '--units', '6', '--plans', '0', '--json']).status).toBe(
    0,
  );
  dossierId = runCli(['plan', 'import', PLAN, '--data', data, '--json']).json<{ dossierId: string }>()
    .dossierId;
}, 120_000);

afterAll(async () => folder.remove());

const withData = (...words: string[]) => runCli([...words, '--data', data, '--json']);

describe('usage', () => {
  test('an unknown verb and a missing option are wrong usage', () => {
    expect(runCli(['plan', 'nothing']).status).toBe(2);
    expect(runCli(['report', 'status', 'x']).status).toBe(2);
    expect(runCli(['report', 'status', 'x', '--period', '2026-Q1', '--wrong']).status).toBe(2);
  });

  test('says what is missing, what is unknown, and one JSON value on stdout with both statuses', () => {
    const missing = runCli(['report', 'status', '--period', '2026-Q1', '--json']);
    expect(missing.status).toBe(2);
    expect(missing.json()).toMatchObject({
      error: { code: 'BAD_REQUEST', message: expect.stringContaining('Thiếu ID.') as string },
    });
    const unknown = runCli(['report', 'stauts', '--json']);
    expect(unknown.status).toBe(2);
    expect(unknown.json()).toMatchObject({ error: { details: { unknown: 'report stauts' } } });
    expect(unknown.stderr).toContain('Không có lệnh “report stauts”. Các lệnh report: ');
    expect(unknown.stderr.split('\n').length).toBeLessThan(5);
    const period = withData('report', 'status', dossierId, '--period', '2026-13');
    expect(period.status).toBe(1);
    expect(period.json<{ error: { message: string } }>().error.message).toContain('không hợp lệ');
    expect(runCli(['report', 'status', dossierId, '--period', '2026-13', '--data', data]).stderr).toContain(
      'không hợp lệ',
    );
  });

  test('--help lists the verbs, and one of them answers with its usage', () => {
    const overview = runCli(['--help']);
    expect(overview.status).toBe(0);
    const names = [...overview.stdout.matchAll(/^ {2}([a-z]+(?: [a-z-]+)?) /gm)].map(
      (match) => match[1] ?? '',
    );
    expect(names.length).toBeGreaterThan(25);
    // Every one of them: tests/unit/electron/cli/help.test.ts.
    for (const name of [names[0] ?? '', names.at(-1) ?? '']) {
      const help = runCli([...name.split(' '), '--help']);
      expect(help.status, name).toBe(0);
      expect(help.stdout).toContain(`vpdu ${name}`);
    }
  });

  test('relative paths start where the caller stands', async () => {
    await writeFile(join(folder.path, 'plan.docx'), await readFile(PLAN));
    const run = runCli(['plan', 'parse', 'plan.docx', '--json'], { cwd: folder.path });
    expect(run.json<{ kind: string }>().kind).toBe('KẾ HOẠCH');
  });
});

describe('what is owed', () => {
  test('is listed over all dossiers or one; a dossier that is not there is refused', async () => {
    const due = ['--period', '2026-Q1', '--due', '2026-03-16'];
    expect(withData('report', 'schedule', dossierId, ...due).status).toBe(0);
    const rows = withData('owed', 'list').json<{ direction: string; id: string; lastDay: string }[]>();
    expect(rows).toContainEqual(
      expect.objectContaining({ direction: 'in', id: '2026-Q1', lastDay: '2026-03-16' }),
    );
    expect(withData('owed', 'list', '--dossier', dossierId).json<unknown[]>()).toHaveLength(rows.length);
    expect(withData('owed', 'list', '--dossier', 'khong-co').status).toBe(1);
  });

  test('difficulties are written as a workbook', async () => {
    const out = join(folder.path, 'so.xlsx');
    const done = withData('difficulty', 'export', '--out', out).json<{ rows: number }>();
    expect(done.rows).toBe(0);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('what is lost or refused is said', () => {
  const UNIT = ['--unit', 'Văn phòng Đảng ủy', '--period', '2026-Q1'];
  const text = (...words: string[]) => runCli([...words, '--data', data]);
  const due = ['--period', '2026-Q1', '--due', '2026-03-16'];
  beforeAll(() => expect(withData('report', 'schedule', dossierId, ...due).status).toBe(0));

  test('figures that a put leaves out are named', async () => {
    const [full, part] = [join(folder.path, 'đủ.json'), join(folder.path, 'thiếu.json')];
    await writeFile(full, JSON.stringify({ HN01: 1, HN02: 20 }));
    await writeFile(part, JSON.stringify({ HN01: 2 }));
    const put = ['report', 'put', dossierId, ...UNIT, '--values'];
    expect(withData(...put, full).json<{ dropped: string[] }>().dropped).toEqual([]);
    expect(text(...put, part).stdout).toContain('nay bỏ: HN02.');
    expect(withData(...put, part).json<{ dropped: string[] }>().dropped).toEqual([]);
  });

  test('a supplement needs its reason; status counts what was sent back; a csv is a zip', async () => {
    const close = ['report', 'close', dossierId, '--period', '2026-Q1'];
    expect(withData(...close).status).toBe(0);
    const values = join(folder.path, 'khác.json');
    await writeFile(values, JSON.stringify({ HN01: 9 }));
    expect(withData('report', 'put', dossierId, ...UNIT, '--values', values).status).toBe(0);
    expect(text(...close).stderr).toContain('phải ghi lý do');
    expect(text('report', 'status', dossierId, '--period', '2026-Q1').stdout).toContain('trả lại 0');

    const summary = ['export', 'summary', '--period', '2026-Q1', '--format', 'csv', '--out'];
    const named = text(...summary, join(folder.path, 'q.csv'));
    expect([named.status, named.stderr.includes('“q.zip”')]).toEqual([2, true]);
    expect(existsSync(join(folder.path, 'q.csv'))).toBe(false);
    expect(text(...summary, join(folder.path, 'q.zip')).status).toBe(0);
  });

  test('nobody to chase: nothing is written', () => {
    const out = join(folder.path, 'không ai.txt');
    const run = text('report', 'chase', dossierId, '--period', '2026-Q1', '--level', '1', '--record', '--now', '2026-03-01T08:00:00+07:00', '--out', out); // prettier-ignore
    expect([run.status, existsSync(out)]).toEqual([1, false]);
    expect(run.stderr).toContain('chưa ghi tệp');
  });

  test('a mistyped --data makes no folder', () => {
    const mistyped = join(folder.path, 'dataa');
    const run = runCli(['report', 'owing', '--data', mistyped]);
    expect([run.status, existsSync(mistyped)]).toEqual([1, false]);
    expect(run.stderr).toContain('Kiểm tra lại --data');
  });
});

describe('paths', () => {
  test('names in decomposed form are found as they stand, and --data is never another folder', async () => {
    const decomposed = 'Kế hoạch phường.docx'.normalize('NFD');
    await writeFile(join(folder.path, decomposed), await readFile(PLAN));
    const run = runCli(['plan', 'parse', join(folder.path, decomposed), '--json']);
    expect(run.json<{ kind: string }>().kind).toBe('KẾ HOẠCH');
    const own = join(folder.path, 'dữ liệu'.normalize('NFD'));
    expect(runCli(['sample', 'create', '--data', own, '--units', '3', '--plans', '0', '--json']).status).toBe(
      0,
    );
    expect(existsSync(join(own, 'format.json'))).toBe(true);
    expect(existsSync(own.normalize('NFC'))).toBe(false);
  });

  test('a package goes into an empty folder only, or into one zip', async () => {
    const bag = join(folder.path, 'goi');
    expect(withData('archive', 'export', dossierId, '--out', bag).status).toBe(0);
    const again = withData('archive', 'export', dossierId, '--out', bag);
    expect(again.status).toBe(1);
    expect(again.json<{ error: { code: string } }>().error.code).toBe('CONFLICT');
    expect(runCli(['archive', 'verify', bag, '--json']).json<{ valid: boolean }>().valid).toBe(true);
    const zip = join(folder.path, 'goi.zip');
    expect(withData('archive', 'export', dossierId, '--out', zip).status).toBe(0);
    expect((await stat(zip)).isFile()).toBe(true);
    expect(runCli(['archive', 'verify', zip, '--json']).json<{ valid: boolean }>().valid).toBe(true);
  });

  test('a form that was filled in is not replaced by a new one', async () => {
    expect(
      withData('report', 'schedule', dossierId, '--period', '2026-Q1', '--due', '2026-03-16').status,
    ).toBe(0);
    const forms = join(folder.path, 'bieu');
    const made = withData('report', 'form', dossierId, '--period', '2026-Q1', '--out', forms);
    const [first = ''] = made.json<{ files: string[] }>().files;
    await writeFile(first, 'đã điền');
    const again = withData('report', 'form', dossierId, '--period', '2026-Q1', '--out', forms);
    expect(again.status).toBe(1);
    expect(await readFile(first, 'utf8')).toBe('đã điền');
  });

  test('demo says why it can’t write', async () => {
    const file = join(folder.path, 'tep');
    await writeFile(file, 'x');
    const run = runCli(['demo', '--out', file, '--json']);
    expect(run.status).toBe(1);
    expect(run.json<{ error: { message: string } }>().error.message).toContain('tep');
  });

  test('a report of nothing needs no file of figures', () => {
    const unit = withData('office', 'show').json<{ units: { id: string }[] }>().units[0]?.id ?? '';
    const run = withData('report', 'put', dossierId, '--unit', unit, '--period', '2026-Q1', '--nil');
    expect(run.status, run.stdout).toBe(0);
    expect(withData('report', 'put', dossierId, '--unit', unit, '--period', '2026-Q1').status).toBe(2);
    expect(runCli(['plan', 'list', '--now', 'abc', '--data', data]).status).toBe(2);
  });
});

describe('refusals', () => {
  test('a taken number is a CONFLICT and changes nothing', () => {
    const first = withData('dispatch', 'register', dossierId, '--number', '5', '--date', '2026-01-20');
    expect(first.json<{ numberText: string }>().numberText).toContain('05-KH/ĐU');
    const other = withData('document', 'add', dossierId, '--kind', 'KH', '--title', 'kế hoạch khác').json<{
      documentId: string;
    }>();
    const second = withData(
      'dispatch',
      'register',
      other.documentId,
      '--number',
      '5',
      '--date',
      '2026-01-21',
    );
    expect(second.status).toBe(1);
    expect(second.json<{ error: { code: string } }>().error.code).toBe('CONFLICT');
    const next = withData('dispatch', 'register', other.documentId, '--date', '2026-01-21');
    expect(next.json<{ numberText: string }>().numberText).toContain('06-KH/ĐU');
  });

  test('a plan marked MẬT is refused and nothing is kept; a mention is not a mark', async () => {
    const secret = join(folder.path, 'mat.txt');
    await writeFile(
      secret,
      'ĐẢNG ỦY PHƯỜNG AN BÌNH\nSố 01-KH/ĐU\nMẬT\nKẾ HOẠCH\nvề việc thử\nI. MỤC ĐÍCH\nNội dung.\n',
    );
    const refused = withData('plan', 'import', secret);
    expect(refused.status).toBe(1);
    expect(refused.json<{ error: { code: string; message: string } }>().error).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(refused.stdout).toContain('mat.txt');
    const mention = join(folder.path, 'nhac.txt');
    await writeFile(
      mention,
      'KẾ HOẠCH\nvề bảo vệ bí mật nhà nước\nThực hiện chỉ đạo về mật độ dân cư.\nI. MỤC ĐÍCH\nBảo vệ bí mật nhà nước.\n',
    );
    expect(withData('plan', 'import', mention).status).toBe(0);
  });

  test('unknown dossier, unknown unit, damaged and missing files: one sentence each', async () => {
    const broken = join(folder.path, 'hong.docx');
    await writeFile(broken, 'not a zip');
    for (const run of [
      withData('report', 'status', 'khong-co', '--period', '2026-Q1'),
      withData('dispatch', 'ack', dossierId, '--unit', 'Không có', '--date', '2026-01-22'),
      withData('plan', 'import', broken),
      withData('plan', 'parse', join(folder.path, 'khong-co.docx')),
      withData('dispatch', 'register', dossierId, '--date', '2026-02-30'),
    ]) {
      expect(run.status).toBe(1);
      const { error } = run.json<{ error: { code: string; message: string } }>();
      expect(error.code).toMatch(/^(NOT_FOUND|BAD_REQUEST|CONFLICT)$/);
      expect(error.message.length).toBeGreaterThan(20);
    }
  });

  test('a file that is no form is rejected and the others are taken', async () => {
    const returned = join(folder.path, 'returned');
    await mkdir(returned);
    await writeFile(join(returned, 'ghi chú.txt'), 'không phải biểu');
    const run = withData('report', 'import', returned);
    expect(run.status).toBe(1);
    const reply = run.json<{ rejected: { file: string; errors: { message: string }[] }[] }>();
    expect(reply.rejected).toHaveLength(1);
    expect(reply.rejected[0]?.errors[0]?.message).toContain('ghi chú.txt');
  });

  test('a bag that was changed and a backup that was changed are not valid', async () => {
    const backups = join(folder.path, 'backups');
    const info = withData('backup', 'create', '--out', backups).json<{ file: string }>();
    expect(runCli(['backup', 'verify', info.file, '--json']).status).toBe(0);
    const bytes = await readFile(info.file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    const bad = join(backups, 'bad.zip');
    await writeFile(bad, bytes);
    expect(runCli(['backup', 'verify', bad, '--json']).status).toBe(1);
    expect(runCli(['backup', 'restore', bad, '--data', join(folder.path, 'new'), '--json']).status).toBe(1);
    expect(runCli(['backup', 'restore', info.file, '--data', data, '--json']).status).toBe(1);
  });

  test('two programs on one folder: the second is told who holds it', async () => {
    const { spawn } = await import('node:child_process');
    const { createInterface } = await import('node:readline');
    const holder = spawn(
      process.execPath,
      [join(ROOT, 'out', 'main', 'web.js'), '--data', data, '--no-open'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: holder.stdout }).once('line', () => resolve());
        holder.once('exit', () => reject(new Error('the loopback host ended')));
      });
      const run = withData('document', 'add', dossierId, '--kind', 'CV', '--title', 'thử');
      expect(run.status).toBe(1);
      expect(run.json<{ error: { code: string } }>().error.code).toBe('UNAVAILABLE');
      expect(withData('plan', 'list').status).toBe(0);
    } finally {
      holder.kill('SIGTERM');
      await new Promise((resolve) => holder.once('exit', resolve));
    }
  }, 60_000);
});
