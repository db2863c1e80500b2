/** Typing reports in and chasing at the command line: files on disk, what is kept, exit statuses. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, runCli, temporaryFolder } from '../support/cli';

const UNITS = 6;
const PERIOD = ['--period', '2026-01'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let dossierId: string;
/** Two of the units that owe. */
let units: readonly [string, string];

const withData = (...words: string[]) => runCli([...words, '--data', data, '--json']);
const out = (name: string) => join(folder.path, name);

interface Owing {
  readonly units: readonly { readonly name: string; readonly owes: readonly { readonly next: number }[] }[];
}

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(withData('sample', 'create', '--units', String(UNITS), '--plans', '0').status).toBe(0);
  const plan = join(ROOT, 'resources', 'sample', 'ke-hoach-an-binh.docx');
  ({ dossierId } = withData('plan', 'import', plan).json<{ dossierId: string }>());
  const asked = ['--due', '2026-01-20', '--indicators', 'HN01,HN02,DV01,DV02'];
  expect(withData('report', 'schedule', dossierId, ...PERIOD, ...asked).status).toBe(0);
  const [first, second] = withData('report', 'owing').json<Owing>().units;
  units = [first?.name ?? '', second?.name ?? ''];
}, 120_000);

afterAll(async () => folder.remove());

describe('chasing', () => {
  test('a step is recorded only where it is asked for, and is told afterwards', async () => {
    const chase = ['report', 'chase', dossierId, ...PERIOD];
    const looked = withData(...chase, '--level', '2', '--out', out('xem.docx'));
    expect(looked.json<{ units: string[] }>().units).toHaveLength(UNITS);
    expect(withData('report', 'chases', dossierId).json<{ chases: unknown[] }>().chases).toEqual([]);

    const kept = withData(...chase, '--level', '1', '--units', units[0], '--record', '--channel', 'Zalo', '--on', '2026-01-22', '--out', out('nhắc.txt')); // prettier-ignore
    expect(kept.json()).toMatchObject({ level: 1, document: null });
    expect(await readFile(out('nhắc.txt'), 'utf8')).toContain(`Kính gửi ${units[0]}!`);
    // A step that others have no record of before it is refused without a reason, and nothing is written.
    const skipping = withData(...chase, '--level', '2', '--record', '--out', out('bỏ bước.docx'));
    expect(skipping.status).toBe(1);
    const letter = withData(...chase, '--level', '2', '--record', '--skip-reason', 'Đã nhắc ở giao ban', '--out', out('công văn.docx')); // prettier-ignore
    expect(letter.json<{ document: { dossierId: string } }>().document.dossierId).toBe(dossierId);
    expect((await readFile(out('công văn.docx'))).subarray(0, 2).toString()).toBe('PK');

    const { chases } = withData('report', 'chases', dossierId, ...PERIOD).json<{
      chases: { level: number; on: string; channel: string; units: { name: string }[] }[];
    }>();
    expect(chases.map((chase) => [chase.level, chase.units.length])).toEqual([
      [2, UNITS],
      [1, 1],
    ]);
    expect(chases[1]).toMatchObject({ on: '2026-01-22', channel: 'Zalo', units: [{ name: units[0] }] });
  });

  test('recording without a level, texts as a letter and a letter as text are wrong usage', () => {
    const chase = ['report', 'chase', dossierId, ...PERIOD, '--out', out('sai')];
    expect(withData(...chase, '--format', 'docx', '--record').status).toBe(2);
    expect(withData(...chase, '--level', '1', '--format', 'docx').status).toBe(2);
    expect(withData(...chase, '--level', '3', '--format', 'text').status).toBe(2);
  });

  test('who owes is listed over all plans or one; the matrix is written on paper and as a workbook', async () => {
    const owing = withData('report', 'owing').json<Owing>();
    expect(owing.units).toHaveLength(UNITS);
    expect(withData('report', 'owing', '--plan', dossierId).json<Owing>()).toEqual(owing);
    expect(withData('report', 'owing', '--plan', 'khong-co').status).toBe(1);
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ] as const) {
      const file = out(`bảng.${format}`);
      expect(withData('report', 'matrix', '--year', '2026', '--format', format, '--out', file).status).toBe(
        0,
      );
      expect((await readFile(file)).subarray(0, start.length).toString()).toBe(start);
    }
  });
});

describe('typing in', () => {
  test('nil keeps who said it, how, and the files beside it', async () => {
    const scan = out('Xác nhận.pdf');
    await writeFile(scan, '%PDF-1.4 xác nhận');
    const put = ['report', 'put', dossierId, ...PERIOD, '--unit', units[0]];
    const done = withData(...put, '--nil', '--said-by', 'Phó Trưởng Công an', '--how', 'điện thoại', '--attach', scan); // prettier-ignore
    expect(done.status).toBe(0);
    const status = withData('report', 'status', dossierId, ...PERIOD).json<{ received: number }>();
    expect(status.received).toBe(1);
    expect(withData(...put, '--nil', '--attach', out('không có.pdf')).status).not.toBe(0);
    expect(withData(...put).status).toBe(2);
  });

  test('figures that fall are asked about', async () => {
    const put = async (figures: Readonly<Record<string, number>>) => {
      await writeFile(out('số.json'), JSON.stringify(figures));
      const unit = ['--unit', units[1]];
      return withData('report', 'put', dossierId, ...PERIOD, ...unit, '--values', out('số.json'));
    };
    expect((await put({ HN01: 4, HN02: 90 })).status).toBe(0);
    expect((await put({ HN01: 2, HN02: 90 })).status).toBe(0);
    const questions = withData('report', 'questions', dossierId, ...PERIOD).json<{
      open: number;
      rows: { code: string; indicator: string; unitName: string }[];
    }>();
    expect(questions.open).toBe(1);
    expect(questions.rows[0]).toMatchObject({ code: 'cumulative-falls', indicator: 'HN01' });
    expect(withData('report', 'questions', dossierId, '--period', '2026-Q3').status).toBe(1);
  });
});
