// Builds out/ when it is older than the sources. Quiet unless something goes wrong.
//   node scripts/build.mjs [--force]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const OUTPUTS = ['main/index.js', 'main/web.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'];
const stamp = join(root, 'out', '.built');
const lock = join(root, 'node_modules', '.cache', 'vpdu-build.lock');
const STALE_LOCK_MS = 180_000;

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Time of the newest file or folder (a folder's own time tells of files that were removed). */
function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), info.mtimeMs);
}

function isFresh() {
  if (!existsSync(stamp) || OUTPUTS.some((file) => !existsSync(join(root, 'out', file)))) return false;
  const built = statSync(stamp).mtimeMs;
  return SOURCES.every((source) => !existsSync(join(root, source)) || newest(join(root, source)) <= built);
}

/** One build at a time: tests and a person may ask together. */
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      const since = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (since > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
      else sleep(200);
    }
  }
}

/** Answers whether out/ now matches the sources. */
function buildIfNeeded({ force = false } = {}) {
  if (!force && isFresh()) return true;
  takeLock();
  try {
    if (!force && isFresh()) return true;
    const started = new Date();
    const done = spawnSync(
      process.execPath,
      [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
      // Without NODE_ENV of a test runner, which would build React for development.
      { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
    );
    if (done.status !== 0) {
      process.stderr.write(`${done.stdout}${done.stderr}\nThe build failed.\n`);
      return false;
    }
    writeFileSync(stamp, '');
    // What was saved while the build ran is newer than this.
    utimesSync(stamp, started, started);
    return true;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The same for scripts that can't go on without it: ends the process when the build fails. */
export function ensureBuilt(options) {
  if (!buildIfNeeded(options)) process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  ensureBuilt({ force: process.argv.includes('--force') });
