/** A period goes to another PC of the office and comes back, by the command line. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PackageInspection } from '../../shared/domain/report/exchange-model';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

const PERIOD = '2026-Q3';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dossierId: string;
let unit: string;
let back: string;

const on = (pc: string, ...words: string[]): CliRun =>
  runCli([...words, '--data', join(folder.path, pc), '--json']);

async function put(pc: string, values: Readonly<Record<string, number>>): Promise<void> {
  const file = join(folder.path, `${pc}.json`);
  await writeFile(file, JSON.stringify(values));
  const words = ['report', 'put', dossierId, '--unit', unit, '--period', PERIOD, '--values', file];
  expect(on(pc, ...words).status).toBe(0);
}

function pack(pc: string, name: string): string {
  const out = join(folder.path, name);
  expect(on(pc, 'report', 'pack', dossierId, '--period', PERIOD, '--out', out).status).toBe(0);
  return out;
}

const values = (): Record<string, number> | undefined =>
  on('here', 'report', 'totals', dossierId, '--period', PERIOD)
    .json<{ units: { name: string; values: Record<string, number> }[] }>()
    .units.find(({ name }) => name === unit)?.values;

beforeAll(async () => {
  folder = await temporaryFolder();
  const sample = on('here', 'sample', 'create', '--units', '6', '--plans', '1');
  dossierId = sample.json<{ dossierIds: string[] }>().dossierIds[0] ?? '';
  const status = on('here', 'report', 'status', dossierId, '--period', PERIOD);
  const { units } = status.json<{ units: { name: string; receivedAt: string | null }[] }>();
  unit = units.find(({ receivedAt }) => receivedAt !== null)?.name ?? '';
  const out = pack('here', 'goi-di.zip');
  expect(on('there', 'office', 'setup', '--name', 'An Bình', '--code', 'AB').status).toBe(0);
  const seen = on('there', 'report', 'unpack', out, '--dry-run').json<PackageInspection>();
  expect(seen.creates).toBe(true);
  expect(on('there', 'report', 'status', dossierId, '--period', PERIOD).status).toBe(1);
  expect(on('there', 'report', 'unpack', out).json<{ created: boolean }>().created).toBe(true);
  await put('there', { HN01: 22, HN02: 220 });
  await put('here', { HN01: 11, HN02: 110 });
  back = pack('there', 'goi-ve.zip');
}, 120_000);

afterAll(async () => folder.remove());

describe('report unpack', () => {
  test('--dry-run shows what differs and changes nothing', () => {
    const seen = on('here', 'report', 'unpack', back, '--dry-run').json<PackageInspection>();
    const [different, ...others] = seen.rows.filter(({ outcome }) => outcome === 'different');
    expect(others).toEqual([]);
    expect(different).toMatchObject({ name: unit });
    expect(different?.differences.map(({ code, ours, theirs }) => [code, ours, theirs])).toEqual([
      ['HN01', 11, 22],
      ['HN02', 110, 220],
    ]);
    expect(values()).toMatchObject({ HN01: 11, HN02: 110 });
  });

  test('is refused while no side is chosen, keeps ours, takes theirs', () => {
    expect(on('here', 'report', 'unpack', back).status).toBe(1);
    expect(on('here', 'report', 'unpack', back, '--take', 'mine').status).toBe(2);
    expect(values()).toMatchObject({ HN01: 11, HN02: 110 });
    const kept = on('here', 'report', 'unpack', back, '--take', 'ours').json<{ kept: number }>();
    expect(kept.kept).toBe(1);
    expect(values()).toMatchObject({ HN01: 11, HN02: 110 });
    const taken = on('here', 'report', 'unpack', back, '--take', 'theirs').json<{ replaced: number }>();
    expect(taken.replaced).toBe(1);
    expect(values()).toMatchObject({ HN01: 22, HN02: 220 });
  });
});
