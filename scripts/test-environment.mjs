// What the tests need besides Node: a browser, a real Electron, a virtual display, and the programs that read back
// what we wrote (poppler for PDF, LibreOffice for workbooks). On Debian as root what is missing is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

const say = (text) => process.stderr.write(`${text}\n`);

function onPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, [program], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0].trim() : null;
}

const canApt = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== null;
let aptIsFresh = false;

/** Installs Debian packages; answers whether that worked. */
function apt(packages) {
  if (!canApt()) return false;
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  if (!aptIsFresh) aptIsFresh = spawnSync('apt-get', ['update', '-qq'], options).status === 0;
  say(`Installing ${packages.join(', ')} …`);
  return (
    spawnSync('apt-get', ['install', '-yqq', '--no-install-recommends', ...packages], options).status === 0
  );
}

function findProgram(names, packages) {
  for (const name of names) {
    const path = name.includes('/') ? (existsSync(name) ? name : null) : onPath(name);
    if (path) return path;
  }
  return packages && apt(packages) ? findProgram(names, null) : null;
}

const BROWSERS = {
  linux: ['/usr/bin/chromium', 'chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ],
};

function findBrowser() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
  const installed = findProgram(BROWSERS[process.platform] ?? [], ['chromium']);
  if (installed) return installed;
  const download = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (download.status !== 0) return null;
  return execFileSync(
    process.execPath,
    ['-e', "import('@playwright/test').then((p) => process.stdout.write(p.chromium.executablePath()))"],
    { cwd: root, encoding: 'utf8' },
  );
}

/** Folder with the `electron` program: given by the environment, or the official one, fetched when it can be. */
function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given && existsSync(given)) return given;
  const module = dirname(require.resolve('electron/package.json'));
  const official = () => {
    const note = join(module, 'path.txt');
    return existsSync(note) && existsSync(join(module, 'dist', readFileSync(note, 'utf8')))
      ? join(module, 'dist')
      : null;
  };
  if (official()) return official();
  spawnSync('npx', ['install-electron'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 90_000,
  });
  return official();
}

/**
 * Finds (or installs) everything; what can't be had is null and the tests that need it count as skipped, but for the
 * browser, without which there is no end-to-end test at all.
 */
export function prepareEnvironment() {
  const linux = process.platform === 'linux';
  const browser = findBrowser();
  if (!browser) {
    throw new Error(
      'No browser: install Chromium, Chrome or Edge (or set CHROMIUM_PATH), then run npm test again.',
    );
  }
  const electron = findElectron();
  return {
    browser,
    electron,
    display: !linux || Boolean(process.env.DISPLAY) || findProgram(['xvfb-run'], ['xvfb', 'xauth']) !== null,
    pdftotext: findProgram(['pdftotext'], ['poppler-utils']),
    office: findProgram(['soffice', 'libreoffice'], ['libreoffice-calc', 'libreoffice-writer']),
    python: findProgram(['python3'], ['python3']),
    /** A network namespace of its own, with loopback alone: the journeys must pass there. */
    isolate:
      linux && process.getuid?.() === 0 && onPath('unshare') && findProgram(['ip'], ['iproute2']) !== null,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(prepareEnvironment(), null, 2)}\n`);
}
