/** Kills a committing program with SIGKILL at random moments, opens what it left, and looks for what is missing. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openStore } from '../../electron/adapters/store/open-store';
import type { DurableStore } from '../../electron/adapters/store/open-store';
import { DOSSIER, REGISTER, storeOptions } from '../support/store-fixtures';

export interface TortureOptions {
  /** How many kills. */
  readonly runs: number;
  /** Programs at once, each on a data folder of its own. */
  readonly lanes: number;
  readonly progress?: (done: number) => void;
}

export interface TortureOutcome {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly unreadable: number;
  /** First few, in words. */
  readonly problems: readonly string[];
}

/** A fresh folder after so many kills, so that histories stay short and beginnings are met often. */
const KILLS_A_FOLDER = 12;
const LONGEST_LIFE = 120;

/** Bundles the child, so that it starts in a tenth of a second. */
async function bundleChild(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./torture-child.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(folder, 'child.mjs');
}

interface Said {
  register: number;
  dossier: number;
  units: string[];
  files: string[];
  failed: string | null;
  lines: number;
}

/** Lets the child work for a random time after it is ready, then kills it; answers what it had acknowledged. */
async function lifeOfAChild(script: string, folder: string): Promise<Said> {
  const said: Said = { register: 0, dossier: 0, units: [], files: [], failed: null, lines: 0 };
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let rest = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const life = Math.random() * LONGEST_LIFE;
  let kill: NodeJS.Timeout | null = null;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    // A line that the kill cut off was never said.
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [what, value = '', unit = ''] = line.split(' ');
      if (what === 'ready') kill ??= setTimeout(() => child.kill('SIGKILL'), life);
      if (what === 'register') said.register = Number(value);
      if (what === 'dossier') {
        said.dossier = Number(value);
        said.units.push(unit);
      }
      if (what === 'file') said.files.push(value);
      if (what === 'failed') said.failed = line;
      if (what !== 'ready') said.lines += 1;
    }
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', (status) => resolve(status)));
  if (code !== null && said.failed === null) said.failed = `ended with ${code}: ${errors.slice(0, 300)}`;
  return said;
}

interface Known {
  register: number;
  dossier: number;
  units: string[];
  files: string[];
}

/** What is missing or wrong in the folder; empty when nothing is. */
async function lookFor(folder: string, known: Known): Promise<{ lost: string[]; unreadable: string[] }> {
  const lost: string[] = [];
  const unreadable: string[] = [];
  const opened = await openStore(storeOptions({ folder }));
  if (!opened.ok) return { lost, unreadable: [opened.error.message] };
  const store = opened.value;
  try {
    if (store.state().readOnlyBecause !== null) unreadable.push(store.state().readOnlyBecause ?? '');
    await lookAtRegister(store, known, lost, unreadable);
    await lookAtDossier(store, known, lost, unreadable);
    for (const fault of [...store.state().notices, ...(await store.check())])
      if (fault.severity === 'error') unreadable.push(fault.message);
  } finally {
    await store.close();
  }
  return { lost, unreadable };
}

async function lookAtRegister(
  store: DurableStore,
  known: Known,
  lost: string[],
  unreadable: string[],
): Promise<void> {
  const loaded = await store.load(REGISTER);
  if (!loaded.ok) {
    unreadable.push(loaded.error.message);
    return;
  }
  const revision = loaded.value?.revision ?? 0;
  if (revision < known.register) lost.push(`register at ${revision}, acknowledged ${known.register}`);
  const entries = loaded.value?.view.list('entries') ?? [];
  const whole = entries.every(
    (one, place) => one.number === place + 1 && (one.note !== '') === one.number < entries.length,
  );
  if (entries.length !== revision || !whole) lost.push(`register ${revision} is there by half`);
  known.register = Math.max(known.register, revision);
}

async function lookAtDossier(
  store: DurableStore,
  known: Known,
  lost: string[],
  unreadable: string[],
): Promise<void> {
  const loaded = await store.load(DOSSIER);
  if (!loaded.ok) {
    unreadable.push(loaded.error.message);
    return;
  }
  const view = loaded.value?.view;
  if ((loaded.value?.revision ?? 0) < known.dossier) lost.push(`dossier behind ${known.dossier}`);
  if ((view?.list('reports').length ?? 0) % 2 !== 0) lost.push('a dossier commit is there by half');
  for (const unit of known.units)
    if (!view?.get('reports', `2026-Q1|${unit}`) || !view.get('reports', `2026-Q2|${unit}`))
      lost.push(`report of ${unit}`);
  for (const sha256 of known.files)
    if (!(await store.getFile(DOSSIER, sha256)).ok) lost.push(`file ${sha256}`);
}

/** Runs `runs` kills. Nothing is retried or forgiven. */
export async function torture(options: TortureOptions): Promise<TortureOutcome> {
  const root = await mkdtemp(join(tmpdir(), 'vpdu-torture-'));
  const totals = { kills: 0, acknowledged: 0, lost: 0, unreadable: 0 };
  const problems: string[] = [];
  try {
    const script = await bundleChild(root);
    let next = 0;
    const lane = async (name: number): Promise<void> => {
      for (let turn = 0; next < options.runs; turn += 1) {
        const folder = join(root, `data-${name}-${turn}`);
        const known: Known = { register: 0, dossier: 0, units: [], files: [] };
        for (let count = 0; count < KILLS_A_FOLDER && next < options.runs; count += 1) {
          next += 1;
          const said = await lifeOfAChild(script, folder);
          if (said.failed !== null) problems.push(said.failed);
          known.register = Math.max(known.register, said.register);
          known.dossier = Math.max(known.dossier, said.dossier);
          known.units.push(...said.units);
          known.files.push(...said.files);
          const found = await lookFor(folder, known);
          problems.push(...found.lost, ...found.unreadable);
          totals.kills += 1;
          totals.acknowledged += said.lines;
          totals.lost += found.lost.length;
          totals.unreadable += found.unreadable.length;
          options.progress?.(totals.kills);
        }
        await rm(folder, { recursive: true, force: true });
      }
    };
    await Promise.all(Array.from({ length: options.lanes }, (_, name) => lane(name)));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return { ...totals, problems: problems.slice(0, 20) };
}
