/** The whole main job by the command line, checked by other programs' eyes. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Totals } from '../../shared/domain/report/model';
import { runCli, temporaryFolder } from '../support/cli';
import { editWorkbook, namedCell, numberIn, openWorkbook } from '../support/workbook';

interface DemoReply {
  readonly steps: readonly ({ readonly step: string } & Readonly<Record<string, unknown>>)[];
  readonly files: readonly string[];
  readonly data: string;
  readonly dossierId: string;
  readonly period: string;
}

const isolated =
  process.platform === 'linux' && process.getuid?.() === 0
    ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh']
    : [];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let demo: DemoReply;
let out: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  out = join(folder.path, 'demo');
  // Without any network but loopback, wherever that can be arranged.
  const run = runCli(['demo', '--out', out, '--json'], { wrap: isolated });
  expect(run.status, run.stderr).toBe(0);
  demo = run.json<DemoReply>();
}, 300_000);

afterAll(async () => folder.remove());

const step = (name: string) => demo.steps.find((each) => each.step === name);
const totals = (...more: string[]): Totals =>
  runCli([
    'report',
    'totals',
    demo.dossierId,
    '--period',
    demo.period,
    '--data',
    demo.data,
    '--json',
    ...more,
  ]).json<Totals>();

const returnedForms = async (): Promise<string[]> => {
  const names = await readdir(join(out, 'bieu-nhan'));
  return names.filter((name) => name.endsWith('.xlsx')).map((name) => join(out, 'bieu-nhan', name));
};

/** The first returned form that holds a figure: another may be “không phát sinh”. */
const firstWithFigures = async (): Promise<{ file: string; cell: number }> => {
  for (const file of await returnedForms()) {
    const cell = numberIn(namedCell(await openWorkbook(file), 'ct_HN02'));
    if (cell !== null) return { file, cell };
  }
  throw new Error('no returned form holds HN02');
};

const sumOverForms = async (code: string): Promise<number> => {
  let sum = 0;
  for (const file of await returnedForms())
    sum += numberIn(namedCell(await openWorkbook(file), `ct_${code}`)) ?? 0;
  return sum;
};

describe('demo', () => {
  test('every file it names is there and not empty', async () => {
    for (const file of demo.files) expect((await stat(file)).size, file).toBeGreaterThan(0);
    expect(demo.steps.map((each) => each.step)).toEqual(
      expect.arrayContaining([
        'office',
        'plan',
        'register',
        'sign',
        'send',
        'schedule',
        'forms',
        'import',
        'totals',
        'close',
        'export',
        'backup',
        'archive',
      ]),
    );
  });

  test('the total in the filled forms stands in totals, in the workbook and in the PDF', async () => {
    const sum = await sumOverForms('HN02');
    expect(sum).toBeGreaterThan(0);
    expect(totals().totals['HN02']).toBe(sum);
    const workbook = await openWorkbook(join(out, 'tong-hop', 'tong-hop-quy-1.xlsx'));
    expect(numberIn(namedCell(workbook, 'tong_HN02'))).toBe(sum);
    const text = spawnSync(
      process.env['PDFTOTEXT'] ?? 'pdftotext',
      ['-layout', join(out, 'tong-hop', 'tong-hop-quy-1.pdf'), '-'],
      { encoding: 'utf8' },
    );
    expect(text.status, text.stderr).toBe(0);
    const shown = sum.toString().replace(/\B(?=(\d{3})+$)/g, '.');
    expect(text.stdout.normalize('NFC')).toContain(shown);
  });

  test('every total of the workbook equals report totals', async () => {
    const figures = totals().totals;
    const workbook = await openWorkbook(join(out, 'tong-hop', 'tong-hop-quy-1.xlsx'));
    for (const [code, value] of Object.entries(figures))
      expect(numberIn(namedCell(workbook, `tong_${code}`)), code).toBe(value);
  });

  test('the bag is valid for sha256sum', async () => {
    const bag = String(step('archive')?.['bag']);
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const check = spawnSync('sha256sum', ['--check', '--strict', '--quiet', manifest], {
        cwd: bag,
        encoding: 'utf8',
      });
      expect(check.status, check.stdout + check.stderr).toBe(0);
    }
    const info = await readFile(join(bag, 'bag-info.txt'), 'utf8');
    const payload = spawnSync(
      'sh',
      ['-c', "find data -type f -printf '%s\\n' | awk '{b+=$1;n++} END {print b\".\"n}'"],
      { cwd: bag, encoding: 'utf8' },
    );
    expect(info).toContain(`Payload-Oxum: ${payload.stdout.trim()}`);
    const listed = (await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')).trim().split('\n').length;
    expect(payload.stdout.trim().split('.')[1]).toBe(String(listed));
    expect(await readFile(join(bag, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });

  test('a refused form is named with file, sheet, cell and reason', () => {
    const rejected = step('import')?.['rejected'] as {
      file: string;
      errors: { sheet: string; cell: string; message: string }[];
    }[];
    expect(rejected).toHaveLength(1);
    const [error] = rejected[0]?.errors ?? [];
    expect(error?.cell).toMatch(/^[A-Z]+\d+$/);
    expect(error?.message).toContain('ba mươi');
    expect(error?.message).toContain(basename(rejected[0]?.file ?? ''));
  });

  test('the restored backup gives the same totals', () => {
    const restored = String(step('backup')?.['restored']);
    const again = runCli([
      'report',
      'totals',
      demo.dossierId,
      '--period',
      demo.period,
      '--data',
      restored,
      '--json',
    ]).json<Totals>();
    expect(again.totals).toEqual(totals().totals);
  });

  test('adding 1 to one cell of one form changes that total, its group and lũy kế, and nothing else', async () => {
    const before = { now: totals(), cumulative: totals('--cumulative') };
    const { file, cell } = await firstWithFigures();
    await editWorkbook(file, { ct_HN02: cell + 1 });
    const run = runCli(['report', 'import', file, '--data', demo.data, '--json', '--received', '2026-03-17']);
    expect(run.status, run.stdout).toBe(0);
    const { accepted } = run.json<{ accepted: { unit: string; changes: unknown[] }[] }>();
    expect(accepted).toHaveLength(1);
    const unit = accepted[0]?.unit ?? '';
    expect(accepted[0]?.changes).toEqual([{ indicator: 'HN02', before: cell, after: cell + 1 }]);

    const group = before.now.units.find((each) => each.unit === unit)?.group ?? null;
    for (const [was, is] of [
      [before.now, totals()],
      [before.cumulative, totals('--cumulative')],
    ] as const) {
      const plusOne = (values: Readonly<Record<string, number>>) => ({
        ...values,
        HN02: (values['HN02'] ?? 0) + 1,
      });
      expect(is.totals).toEqual(plusOne(was.totals));
      expect(is.groups).toEqual(
        was.groups.map((each) => (each.group === group ? { ...each, values: plusOne(each.values) } : each)),
      );
      expect(is.units).toEqual(
        was.units.map((each) => (each.unit === unit ? { ...each, values: plusOne(each.values) } : each)),
      );
      expect(is.coverage).toEqual(was.coverage);
    }
    const workbook = join(folder.path, 'after.xlsx');
    expect(
      runCli([
        'export',
        'summary',
        '--period',
        demo.period,
        '--plan',
        demo.dossierId,
        '--format',
        'xlsx',
        '--out',
        workbook,
        '--data',
        demo.data,
      ]).status,
    ).toBe(0);
    expect(numberIn(namedCell(await openWorkbook(workbook), 'tong_HN02'))).toBe(
      (before.now.totals['HN02'] ?? 0) + 1,
    );
  });

  test('the same files again change nothing', async () => {
    const run = runCli(['report', 'import', join(out, 'bieu-nhan'), '--data', demo.data, '--json']);
    const reply = run.json<{ accepted: unknown[]; unchanged: unknown[]; rejected: unknown[] }>();
    expect(reply.accepted).toEqual([]);
    expect(reply.rejected).toEqual([]);
    expect(reply.unchanged).toHaveLength((await returnedForms()).length);
  });
});
