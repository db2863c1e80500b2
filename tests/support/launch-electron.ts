/** Starts the built application in the real Electron, on a data folder of its own. */
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { slowed } from './slow-page';

export interface ElectronRun {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export interface ElectronOptions {
  /** Null: the application's own place, which `env` must then move. */
  readonly dataFolder: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** More arguments. */
  readonly args?: readonly string[];
}

const ROOT = resolve(import.meta.dirname, '..', '..');
/** Chromium's sandbox can't be used by root. */
export const ROOT_FLAGS = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Electron's program: of the environment, else undefined (the installed package's). */
export function electronProgram(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined) return undefined;
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

const LAUNCH_TIMEOUT_MS = 45_000;
const LAUNCHES = 3;

/**
 * The test driver's handshake with Electron's two debuggers misses its moment once in some hundred starts on a loaded
 * machine, and then waits for ever. Such a start is ended and made again; a test itself is never run twice.
 */
async function launchPatiently(options: ElectronOptions): Promise<ElectronApplication> {
  const executablePath = electronProgram();
  const data = options.dataFolder === null ? [] : ['--data', options.dataFolder];
  for (let launch = 1; ; launch += 1) {
    try {
      return await _electron.launch({
        args: [ROOT, ...ROOT_FLAGS, ...data, ...(options.args ?? [])],
        cwd: ROOT,
        env: { ...cleanEnvironment(), ...options.env },
        timeout: LAUNCH_TIMEOUT_MS,
        ...(executablePath === undefined ? {} : { executablePath }),
      });
    } catch (fault) {
      if (launch === LAUNCHES || !(fault instanceof Error) || !fault.message.includes('Timeout')) throw fault;
    }
  }
}

export async function launchElectron(options: ElectronOptions): Promise<ElectronRun> {
  const app = await launchPatiently(options);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  await slowed(page);
  return { app, page };
}

/** A test runner's own variables would reach the application. */
export function cleanEnvironment(): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !/^(NODE_OPTIONS|VPDU_|ELECTRON_RUN_AS_NODE)/.test(name)) out[name] = value;
  return out;
}
