/** The rules of Electron's window, each in the real Electron. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchElectron, type ElectronRun } from '../../../support/launch-electron';

let run: ElectronRun;
let folder = '';
/** A page of somebody else, on this PC: it must never be reached. */
let foreign: Server;
let foreignAddress = '';
const reached: string[] = [];
/** What the page's console said while it loaded. */
const consoleErrors: string[] = [];

test.beforeAll(async () => {
  foreign = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('<h1>foreign</h1>');
  });
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  foreignAddress = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`;
  folder = mkdtempSync(join(tmpdir(), 'vpdu-window-'));
  run = await launchElectron({ dataFolder: join(folder, 'data') });
  run.page.on('pageerror', (fault) => consoleErrors.push(fault.message));
  run.page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
});
test.afterAll(async () => {
  await run.app.close();
  foreign.close();
  rmSync(folder, { recursive: true, force: true });
});
test.afterEach(() => {
  expect(run.page.url()).toMatch(/^app:\/\/vpdu\//);
  expect(reached).toEqual([]);
});

test('the window is our own page, with the bridge and no other power', async () => {
  expect(await run.page.evaluate(() => location.origin)).toBe('app://vpdu');
  const powers = await run.page.evaluate(() => ({
    require: 'require' in globalThis,
    process: 'process' in globalThis,
    bridge: Object.keys(window.vpdu ?? {}).sort(),
  }));
  expect(powers).toEqual({
    require: false,
    process: false,
    bridge: [
      'call',
      'on',
      'openDataFolder',
      'openSaved',
      'pathForFile',
      'pickFiles',
      'restart',
      'saveOffered',
    ],
  });
});

test('the page loads without breaking its policy', async () => {
  await run.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
  });
  consoleErrors.length = 0;
  await run.page.reload();
  await expect(run.page.locator('#root')).not.toBeEmpty();
  await run.page.waitForTimeout(1000);
  expect(consoleErrors).toEqual([]);
});

test('an address within the window survives a reload', async () => {
  await run.page.evaluate(() => history.pushState(null, '', '/ke-hoach/x'));
  await run.page.reload();
  await expect(run.page.locator('#root')).not.toBeEmpty();
  expect(new URL(run.page.url()).pathname).toMatch(/^\//);
});

test('links, scripts and redirects lead nowhere else', async () => {
  for (const address of [
    foreignAddress,
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/',
    'data:text/html,x',
  ]) {
    await run.page
      .evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
        location.assign(to);
      }, address)
      .catch(() => undefined);
    await run.page.waitForTimeout(100);
    expect(run.page.url()).toMatch(/^app:\/\/vpdu\//);
  }
});

test('no window opens', async () => {
  const opened = await run.page.evaluate(
    (address) =>
      [window.open(address), window.open('/'), window.open('about:blank')].map((each) => each === null),
    foreignAddress,
  );
  expect(opened).toEqual([true, true, true]);
  await run.page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  }, foreignAddress);
  expect(await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('permissions are refused, but for writing a table to the clipboard', async () => {
  const granted = await run.page.evaluate(async () => {
    const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch {
        return false;
      }
    };
    return {
      camera: await attempt(() => navigator.mediaDevices.getUserMedia({ video: true })),
      place: await attempt(
        () =>
          new Promise((done, failed) => {
            navigator.geolocation.getCurrentPosition(done, failed);
          }),
      ),
      notifications: (await Notification.requestPermission()) === 'granted',
      readClipboard: await attempt(() => navigator.clipboard.readText()),
    };
  });
  expect(granted).toEqual({ camera: false, place: false, notifications: false, readClipboard: false });
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  // Only a page with the focus may write there, and the focus comes in its own time.
  await expect.poll(() => run.page.evaluate(() => document.hasFocus())).toBe(true);
  await run.page.evaluate(async () => {
    const table = new Blob(['<table><tr><td>1</td></tr></table>'], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': table })]);
  });
});

test('a frame of somebody else shows nothing, and no frame is answered', async () => {
  const framed = await run.page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 500));
    const own = document.createElement('iframe');
    own.src = '/';
    document.body.append(own);
    await new Promise((done) => setTimeout(done, 500));
    const text = [frame, own].map((each) => {
      try {
        return each.contentDocument?.body.textContent ?? '';
      } catch {
        return '';
      }
    });
    const bridges = [frame, own].map((each) => {
      try {
        return each.contentWindow !== null && 'vpdu' in each.contentWindow;
      } catch {
        return false;
      }
    });
    frame.remove();
    own.remove();
    return { text: text.join('').trim(), bridges };
  }, foreignAddress);
  expect(framed.text).toBe('');
  expect(framed.bridges).toEqual([false, false]);
});

test('IPC answers nothing to a page of another origin', async () => {
  const reply = await run.app.evaluate(async ({ BrowserWindow, app }) => {
    // A page that got past every other rule, with our preload in it.
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${app.getAppPath()}/out/preload/index.cjs`,
        sandbox: true,
        contextIsolation: true,
      },
    });
    await window.loadURL('data:text/html,<h1>foreign</h1>');
    const answer: unknown = await window.webContents.executeJavaScript(
      `window.vpdu.call({ method: 'store.state', input: {} })`,
    );
    window.destroy();
    return answer;
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

test('no request leaves: not from the page, not from the session', async () => {
  const fromPage = await run.page.evaluate(async (address) => {
    const fails = async (work: Promise<unknown>): Promise<boolean> =>
      work.then(
        () => false,
        () => true,
      );
    const image = new Image();
    const imageFails = new Promise<boolean>((done) => {
      image.onerror = () => done(true);
      image.onload = () => done(false);
    });
    image.src = `${address}image.png`;
    return [
      await fails(fetch(address)),
      await fails(fetch('https://example.org/')),
      await imageFails,
      await fails(
        new Promise((done, failed) => {
          const socket = new WebSocket(address.replace('http', 'ws'));
          socket.onopen = done;
          socket.onerror = failed;
        }),
      ),
    ];
  }, foreignAddress);
  expect(fromPage).toEqual([true, true, true, true]);
  // Past the policy: the session itself cancels.
  const fromSession = await run.app.evaluate(async ({ session }, address) => {
    try {
      await session.defaultSession.fetch(address);
      return 'reached';
    } catch (fault) {
      return String(fault);
    }
  }, foreignAddress);
  expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('own scheme gives nothing outside the window’s own files', async () => {
  const statuses = await run.page.evaluate(async () => {
    const paths = ['/%2e%2e/main/index.js', '/..%5cmain%5cindex.js', '/.built', '/assets/none.js'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404]);
});
