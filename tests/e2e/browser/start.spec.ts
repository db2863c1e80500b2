/** `npm start` on machines that lack something: it says so in one sentence and the application runs all the same. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cleanEnvironment } from '../../support/launch-electron';
import { sendRaw } from '../../support/raw-http';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpdu-start-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/#token=[\w-]{43}/;

/** Starts, waits for the address, looks at the page behind it, ends. */
async function startUntilAddress(words: readonly string[], env: Record<string, string | undefined>) {
  const environment: Record<string, string | undefined> = { ...cleanEnvironment(), ...env };
  const child = spawn(process.execPath, ['scripts/start.mjs', '--data', join(folder, 'data'), ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((done) => child.once('exit', (status) => done(status)));
  await new Promise<void>((done, failed) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      if (ADDRESS.test(said)) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => failed(new Error(said)));
  });
  const port = Number(ADDRESS.exec(said)?.[1]);
  const page = await sendRaw({ port, path: '/', headers: { host: `127.0.0.1:${port}` } });
  child.kill('SIGTERM');
  return { said, page, status: await ended };
}

/** A folder that passes for Electron's: its program ends with `status`. */
function fakeElectron(status: number): string {
  const dist = join(folder, 'electron');
  mkdirSync(dist);
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\nexit ${status}\n`);
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}

test('--help says what can be asked for', () => {
  const done = spawnSync(process.execPath, ['scripts/start.mjs', '--help'], { encoding: 'utf8' });
  expect(done.status).toBe(0);
  for (const word of ['--data', '--web', '--no-open', '--help']) expect(done.stdout).toContain(word);
});

test.describe('on Linux', () => {
  test.skip(process.platform !== 'linux', 'plays with DISPLAY and a shell script');

  test('without a display: one sentence and the one-time address', async () => {
    const { said, page, status } = await startUntilAddress([], {
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
    });
    expect(said).toContain('không có màn hình');
    expect(said.trim().split('\n')).toHaveLength(2);
    expect(page.status).toBe(200);
    expect(status).toBe(0);
  });

  test('without Electron’s program: says so, and opens the browser’s window', async () => {
    const { said, page } = await startUntilAddress(['--no-open'], {
      DISPLAY: ':0',
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'khong-co'),
    });
    expect(said).toContain('Không có chương trình Electron');
    expect(page.status).toBe(200);
  });

  test('with an Electron that does not run here: says so, and opens the browser’s window', async () => {
    const { said, page } = await startUntilAddress(['--no-open'], {
      DISPLAY: ':0',
      ELECTRON_OVERRIDE_DIST_PATH: fakeElectron(127),
    });
    expect(said).toContain('Electron không chạy được trên máy này');
    expect(page.status).toBe(200);
  });

  test('a browser is opened as a window on the address, and its end ends nothing at once', async () => {
    const log = join(folder, 'opened');
    const browser = join(folder, 'chromium');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}'\n`);
    chmodSync(browser, 0o755);
    const { said } = await startUntilAddress(['--web'], { DISPLAY: ':0', CHROMIUM_PATH: browser });
    await expect.poll(() => existsSync(log)).toBe(true);
    await expect.poll(() => readFileSync(log, 'utf8')).toContain(`--app=${ADDRESS.exec(said)?.[0] ?? '?'}`);
  });
});
