/** `report schedule`: one period with its lists, routing and days; a whole year at once by a rule for the due day. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let dossierId = '';
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json']);
const schedule = (...words: readonly string[]): CliRun => call('report', 'schedule', dossierId, ...words);
const UNITS = 'Chi bộ Tổ dân phố số 1,Chi bộ Tổ dân phố số 2,Chi bộ Tổ dân phố số 3';

interface Series {
  readonly cycle: string;
  readonly periods: readonly { period: string; lastDay: string; expected: number }[];
  readonly moved: readonly { period: string; from: string; to: string; why: string }[];
}

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call('sample', 'create', '--units', '24', '--plans', '0').status).toBe(0);
  const plan = call('plan', 'import', 'resources/sample/ke-hoach-an-binh.docx');
  dossierId = plan.json<{ dossierId: string }>().dossierId;
}, 60_000);
afterAll(() => folder.remove());

describe('a plan that nobody has looked through', () => {
  test('may be asked about by a script, which is told so until the plan is confirmed', () => {
    const one = ['--period', '2026-Q1', '--due', '2026-03-16', '--units', UNITS];
    const said = schedule(...one);
    expect(said.status).toBe(0);
    expect(said.json<{ warnings: string[] }>().warnings).toEqual([
      expect.stringContaining(`plan confirm ${dossierId}`),
    ]);
    const series = ['--cycle', 'quarter', '--period', '2026-Q1', '--units', UNITS];
    expect(runCli(['report', 'schedule', dossierId, ...series, '--data', data]).stdout).toContain(
      '! Kế hoạch này chưa ai rà soát',
    );
    expect(call('plan', 'confirm', dossierId).status).toBe(0);
    expect(schedule(...one).json<{ warnings: string[] }>().warnings).toEqual([]);
    expect(call('plan', 'confirm', 'khong-co').status).toBe(1);
  });
});

describe('a year of months', () => {
  test('is one change; its due days follow the rule and move to a working day', () => {
    const run = schedule(
      '--cycle', 'month', '--period', '2027-01', '--until', '2027-12',
      '--due', 'chậm nhất ngày 20 hằng tháng', '--units', UNITS, '--via', 'Ban Xây dựng Đảng',
    ); // prettier-ignore
    expect(run.stderr).toBe('');
    const { cycle, periods, moved } = run.json<Series>();
    expect(cycle).toBe('month');
    expect(periods.map(({ period }) => period)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`),
    );
    expect(periods.every(({ expected }) => expected === 3)).toBe(true);
    // 20/02/2027 is a Saturday.
    expect(periods.slice(0, 3).map(({ lastDay }) => lastDay)).toEqual([
      '2027-01-20',
      '2027-02-22',
      '2027-03-22',
    ]);
    expect(moved.map(({ period, from, to }) => [period, from, to])).toContainEqual([
      '2027-02',
      '2027-02-20',
      '2027-02-22',
    ]);
    expect(moved.every(({ why }) => why.length > 5)).toBe(true);
    const undone = call('owed', 'list', '--dossier', dossierId).json<{ id: string }[]>();
    expect(undone.filter(({ id }) => id.startsWith('2027-'))).toHaveLength(12);
  });

  test.each([
    [
      'a rule that names no day',
      ['--cycle', 'month', '--period', '2028-01', '--until', '2028-03', '--due', 'sớm nhất'],
    ],
    ['a rule of another cycle', ['--period', '2028-Q1', '--until', '2028-Q2', '--due', 'ngày 20 hằng tháng']],
    ['one day for several periods', ['--period', '2028-Q1', '--until', '2028-Q2', '--due', '2028-03-20']],
    ['a cycle that does not fit', ['--cycle', 'quarter', '--period', '2028-01', '--until', '2028-03']],
    ['a cycle that does not exist', ['--cycle', 'tuần', '--period', '2028-01']],
    ['days of one period', ['--cycle', 'month', '--period', '2028-01', '--due-to-city', '2028-01-20']],
    ['one period without a day', ['--period', '2028-01']],
  ])('%s is refused and asks nobody', (_, words) => {
    expect(schedule(...words).status).not.toBe(0);
    const owed = call('owed', 'list', '--dossier', dossierId).json<{ id: string }[]>();
    expect(owed.filter(({ id }) => id.startsWith('2028-'))).toEqual([]);
  });
});

describe('one period', () => {
  test('keeps lists of some units, the way and the day to the city', async () => {
    const asks = join(folder.path, 'rieng.json');
    await writeFile(asks, JSON.stringify([{ units: ['Chi bộ Tổ dân phố số 3'], indicators: ['HN01'] }]));
    const run = schedule(
      '--period', '2026-Q1', '--due', '2026-03-16', '--units', UNITS, '--indicators', 'HN01,HN02',
      '--asks', asks, '--via', 'Văn phòng Đảng ủy', '--due-to-city', '2026-03-20',
    ); // prettier-ignore
    const period = run.json<{
      via: string;
      dueToCity: string;
      asks: { unitIds: string[]; indicators: string[] }[];
      units: string[];
    }>();
    expect(period).toMatchObject({ via: 'Văn phòng Đảng ủy', dueToCity: '2026-03-20' });
    expect(period.asks.map(({ indicators }) => indicators)).toEqual([['HN01']]);
    expect(period.asks[0]?.unitIds).toEqual([period.units[2]]);
    const out = join(folder.path, 'bieu');
    const { files } = call('report', 'form', dossierId, '--period', '2026-Q1', '--out', out).json<{
      files: string[];
    }>();
    expect(files).toHaveLength(3);
    expect((await readFile(files[0] ?? '')).length).toBeGreaterThan(1000);
  });

  test('a file of lists that is none is told by name', async () => {
    const asks = join(folder.path, 'hong.json');
    await writeFile(asks, '{"units": 1}');
    const run = schedule('--period', '2026-Q2', '--due', '2026-06-15', '--asks', asks);
    expect(run.status).toBe(2);
    expect(run.stdout + run.stderr).toContain('hong.json');
  });
});
