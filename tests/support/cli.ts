/** Runs the built command line as another program would: a process, its exit status, its JSON. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const ENTRY = join(ROOT, 'out', 'main', 'cli.js');

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON on stdout; throws when there is none. */
  json<T = Record<string, unknown>>(): T;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Put before the command, e.g. a network namespace. */
  readonly wrap?: readonly string[];
}

export function runCli(words: readonly string[], options: CliOptions = {}): CliRun {
  if (!existsSync(ENTRY)) throw new Error('Build first: npm run build');
  const [command = '', ...rest] = [...(options.wrap ?? []), process.execPath, ENTRY, ...words];
  const done = spawnSync(command, rest, {
    cwd: options.cwd ?? ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...options.env, VPDU_CALLER: options.cwd ?? ROOT },
  });
  return {
    status: done.status,
    stdout: done.stdout,
    stderr: done.stderr,
    json: <T>() => {
      try {
        return JSON.parse(done.stdout) as T;
      } catch {
        throw new Error(
          `no JSON on stdout of “${words.join(' ')}” (status ${String(done.status)}): ${done.stdout}\n${done.stderr}`,
        );
      }
    },
  };
}

/** A new temporary folder and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vpdu-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
