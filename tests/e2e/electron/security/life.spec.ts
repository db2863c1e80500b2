/** Starting twice, leaving with work in hand, and the sandbox, in the real Electron. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import {
  cleanEnvironment,
  electronProgram,
  launchElectron,
  ROOT_FLAGS,
} from '../../../support/launch-electron';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpdu-life-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLE = {
  method: 'sample.create',
  // Seconds of work: longer than the time that is waited without asking.
  input: { units: 120, plans: 40, years: 4 },
  requestId: 'leaving-with-work',
};

test('a second start shows the first window and ends', async () => {
  const dataFolder = join(folder, 'data');
  const { app } = await launchElectron({ dataFolder });
  await app.evaluate(({ app: application }) => {
    application.on('second-instance', () => {
      Object.assign(globalThis, { secondInstances: 1 });
    });
  });
  const program = electronProgram();
  test.skip(program === undefined, 'needs the path of Electron’s program');
  const second = spawn(program ?? '', ['.', ...ROOT_FLAGS, '--data', dataFolder], {
    env: cleanEnvironment(),
    stdio: 'ignore',
  });
  const status = await new Promise<number | null>((done) => second.once('exit', done));
  expect(status).toBe(0);
  await expect.poll(() => app.evaluate(() => 'secondInstances' in globalThis)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // The display's server hands the focus over in its own time.
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()))
    .toBe(true);
  await app.close();
});

test('two data folders are two programs', async () => {
  const first = await launchElectron({ dataFolder: join(folder, 'one') });
  const second = await launchElectron({ dataFolder: join(folder, 'two') });
  await second.app.close();
  await first.app.close();
});

test('a command that was begun is finished before the program ends', async () => {
  const dataFolder = join(folder, 'data');
  const { app, page } = await launchElectron({ dataFolder });
  await page.evaluate(() => {
    void window.vpdu?.call({
      method: 'office.setup',
      input: {
        system: 'party',
        wardKind: 'phường',
        wardName: 'An Bình',
        city: 'Thành phố Hải Phòng',
        code: 'AB',
        term: { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' },
        ruleProfileId: 'hd36',
        spelling: 'ủy',
      },
      requestId: 'setup-then-leave',
      expectedRevision: null,
    });
  });
  await app.close();
  expect(existsSync(join(dataFolder, 'lock.json'))).toBe(false);
  const again = await launchElectron({ dataFolder });
  const office = await again.page.evaluate(() => window.vpdu?.call({ method: 'office.get', input: {} }));
  expect(office).toMatchObject({ ok: true, value: { profile: { code: 'AB' } } });
  await again.app.close();
});

test('a long job asks; “Không thoát nữa” stays, “Dừng” stops it and leaves the data whole', async () => {
  const dataFolder = join(folder, 'data');
  const { app, page } = await launchElectron({ dataFolder });
  await app.evaluate(({ dialog }) => {
    const state = { asked: 0, answer: 2 };
    Object.assign(globalThis, { leaving: state });
    dialog.showMessageBox = async () => {
      state.asked += 1;
      return { response: state.answer, checkboxChecked: false };
    };
  });
  const asked = () =>
    app.evaluate(() => (globalThis as unknown as { leaving: { asked: number } }).leaving.asked);
  await page.evaluate((request) => {
    void window.vpdu?.call(request);
  }, SAMPLE);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(asked, { timeout: 15_000 }).toBe(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await app.evaluate(() => {
    (globalThis as unknown as { leaving: { answer: number } }).leaving.answer = 1;
  });
  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await ended;
  expect(existsSync(join(dataFolder, 'lock.json'))).toBe(false);

  const again = await launchElectron({ dataFolder });
  const faults = await again.page.evaluate(() =>
    window.vpdu?.call({ method: 'store.check', input: {}, requestId: 'check-after-stop' }),
  );
  expect(faults).toEqual({ ok: true, value: [] });
  await again.app.close();
});

test('with an ordinary user the sandbox is on', async () => {
  const program = electronProgram();
  const root = process.getuid?.() === 0;
  test.skip(
    process.platform !== 'linux' || program === undefined,
    'reads /proc; needs the path of Electron’s program',
  );
  test.setTimeout(120_000);
  const home = join(folder, 'home');
  mkdirSync(home);
  let executablePath = program ?? '';
  const xauthority: Record<string, string> = {};
  if (root) {
    // Root's own folders are closed to others: the program is copied, and a wrapper gives up root.
    const copy = join(folder, 'electron');
    cpSync(dirname(executablePath), copy, { recursive: true });
    const wrapper = join(folder, 'as-user');
    writeFileSync(
      wrapper,
      // Playwright adds --no-sandbox for root before anything else.
      `#!/bin/sh\n[ "$1" = --no-sandbox ] && shift\nexec setpriv --reuid=1000 --regid=1000 --clear-groups "${join(copy, 'electron')}" "$@"\n`,
    );
    chmodSync(wrapper, 0o755);
    chmodSync(folder, 0o755);
    chownSync(home, 1000, 1000);
    const key = process.env['XAUTHORITY'];
    if (key !== undefined) {
      copyFileSync(key, join(home, '.Xauthority'));
      chownSync(join(home, '.Xauthority'), 1000, 1000);
      xauthority['XAUTHORITY'] = join(home, '.Xauthority');
    }
    executablePath = wrapper;
  }
  const app = await _electron.launch({
    executablePath,
    args: ['.', '--data', join(home, 'data')],
    env: { ...cleanEnvironment(), ...xauthority, HOME: home, XDG_RUNTIME_DIR: home, XDG_CONFIG_HOME: home },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  expect(await page.evaluate(() => location.origin)).toBe('app://vpdu');
  const main = await app.evaluate(({ app: application }) => ({
    user: process.getuid?.(),
    switchedOff: application.commandLine.hasSwitch('no-sandbox'),
  }));
  expect(main.switchedOff).toBe(false);
  expect(main.user).not.toBe(0);
  const renderer = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]?.getOSProcessId(),
  );
  // 2: the kernel filters the system calls of the page's process.
  expect(readFileSync(`/proc/${String(renderer)}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  await app.close();
});
