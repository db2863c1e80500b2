/**
 * What a commit and an opening cost. Every number is a ratio to something measured in the same run, by turns, so that
 * a slow or busy machine changes little. `npx tsx tests/bench/store.bench.ts`
 */
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSONFilePreset } from 'lowdb/node';
import { HISTORY_FILE, applyLine, emptyAggregate } from '../../electron/adapters/store/aggregate';
import type { Aggregate } from '../../electron/adapters/store/aggregate';
import { replaceFile } from '../../electron/adapters/store/durable';
import { nodeFileSystem } from '../../electron/adapters/store/file-system';
import { encodeLine } from '../../electron/adapters/store/history-line';
import { folderOf } from '../../electron/adapters/store/references';
import { writeSnapshot } from '../../electron/adapters/store/snapshot';
import type { DurableStore } from '../../electron/adapters/store/open-store';
import { nodeHash } from '../../electron/adapters/system/hash';
import type { Change } from '../../shared/records';
import { ok, unwrap } from '../../shared/result';
import type { Ref } from '../../shared/ports/store';
import { AT, REGISTER, entry, meta, openTestStore, report } from '../support/store-fixtures';
import { median, row } from './bench-row';
import type { BenchRow } from './bench-row';

const ROUNDS = 60;
const UNITS = 110;
const FIGURES = 75;
const MONTHS = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
const REPORTS_IN_ALL = 60_000;

const dossier = (count: number): Ref<'dossier'> => ({
  kind: 'dossier',
  id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
});

function figures(seed: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: FIGURES }, (_, place) => [`HN${String(place + 10)}`, (seed * 31 + place) % 997]),
  );
}

function yearOfReports(): Change[] {
  return MONTHS.flatMap((month, at) =>
    Array.from({ length: UNITS }, (_, unit) => {
      const after = report(month, `chi-bo-${unit}`, figures(unit * 12 + at));
      return { table: 'reports', id: after.id, before: null, after };
    }),
  );
}

/** Writes an aggregate's history and snapshot directly: a large office in seconds instead of minutes. */
async function plant(store: DurableStore, ref: Ref, commits: readonly (readonly Change[])[]): Promise<void> {
  const folder = unwrap(folderOf(ref));
  const aggregate: Aggregate = emptyAggregate(ref, join(store.context.folder, folder), 1);
  await mkdir(aggregate.path, { recursive: true });
  const lines: string[] = [];
  for (const diff of commits) {
    const about = {
      at: AT,
      by: 'Thử',
      command: 'bench',
      requestId: `plant-${aggregate.revision}`,
      schema: 1,
    };
    const record = { ...about, revision: aggregate.revision + 1, diff };
    const { text, hash } = encodeLine(record, aggregate.lastHash, nodeHash);
    lines.push(text);
    applyLine(aggregate, record, hash, {
      offset: aggregate.historyBytes,
      length: Buffer.byteLength(text) + 1,
    });
  }
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  await replaceFile(nodeFileSystem, join(aggregate.path, HISTORY_FILE), bytes, 'plant');
  await writeSnapshot(store.context, aggregate);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Medians of several works measured by turns, each as often first as last. lowdb's preset is never among ours: it
 * does not sync, so our next sync would have to wait for what it left in the cache.
 */
async function byTurns(works: readonly ((round: number) => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = [...works.entries()];
    for (const [place, work] of round % 2 === 0 ? order : order.reverse())
      times[place]?.push(await timed(() => work(round)));
  }
  return times.map((some) => median(some));
}

/** One report's figures change: what typing a form in does. */
const oneReport = (store: DurableStore, ref: Ref<'dossier'>) => async (round: number) =>
  unwrap(
    await store.commit(ref, meta(`bench-${round}`), (draft) => {
      draft.put('reports', report('2026-03', 'chi-bo-7', figures(round + 5000)));
      return ok(null);
    }),
  );

const oneNumber = (store: DurableStore, ref: Ref<'register'>, from: number) => async (round: number) =>
  unwrap(
    await store.commit(ref, meta(`bench-${round}`), (draft) => {
      draft.put('entries', entry(from + round));
      return ok(null);
    }),
  );

async function commitAmongDossiers(root: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [10, 500, 5_000]) {
    const folder = join(root, `among-${count}`);
    const begun = await openTestStore({ folder });
    const small: Change = { table: 'reports', id: '', before: null, after: report('2026-01', 'chi-bo-1') };
    for (let number = 0; number < count; number += 1)
      await plant(begun, dossier(number), [[{ ...small, id: '2026-01|chi-bo-1' }]]);
    await begun.close();
    const store = await openTestStore({ folder });
    // The same dossiers in one file, as lowdb's preset keeps them.
    const single = await JSONFilePreset<{ dossiers: Record<string, object> }>(
      join(root, `among-${count}.json`),
      {
        dossiers: {},
      },
    );
    for (let number = 0; number < count; number += 1)
      single.data.dossiers[dossier(number).id] = {
        reports: { a: report('2026-01', 'chi-bo-1', figures(number)) },
      };
    await single.write();
    const empty = dossier(900_000);
    const [ours = 0, first = 0] = await byTurns([oneReport(store, dossier(3)), oneReport(store, empty)]);
    const [preset = 0] = await byTurns([
      async (round) => {
        const target = single.data.dossiers[dossier(3).id] as { reports: Record<string, object> };
        target.reports.b = report('2026-03', 'chi-bo-7', figures(round));
        await single.write();
      },
    ]);
    rows.push(row(`commit, ${count} dossiers`, 'lowdb preset, one file', preset, ours));
    rows.push(row(`commit, ${count} dossiers`, 'into an empty dossier', first, ours, 1.5));
    await store.close();
  }
  return rows;
}

async function commitIntoLarge(root: string): Promise<BenchRow[]> {
  const folder = join(root, 'large');
  const begun = await openTestStore({ folder });
  await plant(begun, dossier(1), [yearOfReports()]);
  const entries = Array.from({ length: 20_000 }, (_, place) => entry(place + 1));
  const toChanges = (some: typeof entries): Change[] =>
    some.map((after) => ({ table: 'entries', id: after.id, before: null, after }));
  await plant(begun, REGISTER, [toChanges(entries)]);
  await begun.close();

  const store = await openTestStore({ folder });
  await store.load(dossier(1));
  await store.load(REGISTER);
  const emptyRegister: Ref<'register'> = { kind: 'register', id: 'rong' };
  const single = await JSONFilePreset<{ entries: object[] }>(join(root, 'register.json'), { entries });
  const reports = await JSONFilePreset<{ reports: Record<string, object> }>(join(root, 'reports.json'), {
    reports: Object.fromEntries(yearOfReports().map((change) => [change.id, change.after as object])),
  });
  const [full = 0, empty = 0] = await byTurns([oneReport(store, dossier(1)), oneReport(store, dossier(2))]);
  const [lines = 0, noLines = 0] = await byTurns([
    oneNumber(store, REGISTER, 20_001),
    oneNumber(store, emptyRegister, 1),
  ]);
  const [presetLines = 0, presetReports = 0] = await byTurns([
    async (round) => {
      single.data.entries.push(entry(20_001 + round));
      await single.write();
    },
    async (round) => {
      reports.data.reports.one = report('2026-03', 'chi-bo-7', figures(round));
      await reports.write();
    },
  ]);
  await store.close();
  return [
    row('commit into 110 × 12 × 75 figures', 'into an empty dossier', empty, full, 1.5),
    row('commit into 110 × 12 × 75 figures', 'lowdb preset, one file', presetReports, full),
    row('commit into a register of 20,000 lines', 'into an empty register', noLines, lines, 1.5),
    row('commit into a register of 20,000 lines', 'lowdb preset, one file', presetLines, lines),
  ];
}

async function* jsonFiles(folder: string): AsyncGenerator<string> {
  for (const found of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, found.name);
    if (found.isDirectory()) yield* jsonFiles(path);
    else if (found.name.endsWith('.json')) yield path;
  }
}

async function opening(root: string): Promise<BenchRow[]> {
  const folder = join(root, 'office');
  const begun = await openTestStore({ folder });
  const year = yearOfReports();
  const dossiers = Math.ceil(REPORTS_IN_ALL / year.length);
  for (let number = 0; number < dossiers; number += 1) await plant(begun, dossier(number), [year]);
  await begun.close();
  // The first opening makes the catalogue.
  const first = await openTestStore({ folder });
  await first.list('dossier');
  await first.close();

  const opened: number[] = [];
  const parsed: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    opened.push(
      await timed(async () => {
        const store = await openTestStore({ folder });
        const rows = await store.list('dossier');
        if (rows.length !== dossiers) throw new Error(`${rows.length} dossiers of ${dossiers}`);
        await store.close();
      }),
    );
    if (round >= 3) continue;
    parsed.push(
      await timed(async () => {
        for await (const path of jsonFiles(folder)) JSON.parse(await readFile(path, 'utf8'));
      }),
    );
  }
  const name = `open and list, ${dossiers * year.length} reports in ${dossiers} dossiers`;
  return [row(name, 'JSON.parse of every snapshot', median(parsed), median(opened), 0.1)];
}

export async function run(): Promise<BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'vpdu-bench-'));
  try {
    return [...(await commitAmongDossiers(root)), ...(await commitIntoLarge(root)), ...(await opening(root))];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { name, against, baseline, value, ratio, goal } of await run())
    console.log(
      `${name.padEnd(58)} ${value.toFixed(2).padStart(9)} ms  ${ratio.toFixed(3).padStart(8)} × ${against} (${baseline.toFixed(2)} ms)${goal === null ? '' : ratio <= goal ? `  ≤ ${goal}` : `  ABOVE ${goal}`}`,
    );
