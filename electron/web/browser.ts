/** Finds an installed Edge, Chrome or Chromium and opens the address in it, as a window without an address bar. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where browsers are installed, the likeliest first. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  const given = environment['CHROMIUM_PATH'];
  const first = given === undefined || given === '' ? [] : [given];
  if (platform === 'win32') {
    const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    const programs = [
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return [...first, ...programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))];
  }
  if (platform === 'darwin')
    return [
      ...first,
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  const names = ['microsoft-edge', 'google-chrome', 'chromium', 'chromium-browser'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...first, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  return browserPlaces(platform, environment).find(exists) ?? null;
}

/** Whether a window can be shown at all. */
export function hasDisplay(platform: NodeJS.Platform, environment: Environment): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']);
}

/** Opens the window and goes on; the browser outlives nothing it should not: the tab's stream is what we watch. */
export function openInBrowser(browser: string, address: string): void {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(browser, [`--app=${address}`, '--no-first-run', ...(root ? ['--no-sandbox'] : [])], {
    detached: true,
    stdio: 'ignore',
  });
  // A browser that can't be started leaves the printed address.
  child.on('error', () => undefined);
  child.unref();
}
