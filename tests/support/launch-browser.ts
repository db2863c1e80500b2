/** Starts the built loopback host as a process, and a real browser on its address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { cleanEnvironment, ROOT_FLAGS } from './launch-electron';
import { slowed } from './slow-page';

export interface WebProcess {
  /** `http://127.0.0.1:<port>/#token=…` */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
  readonly child: ChildProcess;
  /** Resolves with the exit status. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '..', '..');
const BROWSER_FLAGS = [
  ...ROOT_FLAGS,
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** `node out/main/web.js` on a data folder of its own; it opens no browser by itself. */
export async function launchWebHost(dataFolder: string, timeZone?: string): Promise<WebProcess> {
  const child = spawn(process.execPath, ['out/main/web.js', '--no-open', '--data', dataFolder], {
    cwd: ROOT,
    env: timeZone === undefined ? cleanEnvironment() : { ...cleanEnvironment(), TZ: timeZone },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((done) => child.once('exit', (status) => done(status)));
  const address = await new Promise<string>((done, failed) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said);
      if (found) done(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then((status) => failed(new Error(`the web host ended (${String(status)}): ${said}`)));
  });
  const url = new URL(address);
  return {
    address,
    origin: url.origin,
    token: new URLSearchParams(url.hash.slice(1)).get('token') ?? '',
    child,
    exited,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: BROWSER_FLAGS });
}

export interface BrowserRun {
  readonly host: WebProcess;
  readonly browser: Browser;
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * Host, browser and a page on the application, 1366×768 like an office screen. `timeZone`: of a PC that is set to
 * another one than this machine.
 */
export async function launchInBrowser(dataFolder: string, timeZone?: string): Promise<BrowserRun> {
  const host = await launchWebHost(dataFolder, timeZone);
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    ...(timeZone === undefined ? {} : { timezoneId: timeZone }),
  });
  await slowed(page);
  await page.goto(host.address);
  return {
    host,
    browser,
    page,
    async close() {
      await browser.close();
      await host.stop();
    },
  };
}
