// `npm start`: the Electron window; where Electron's program can't be had or can't run, the same application in an
// installed browser, through the loopback host.
//   npm start [-- --data DIR] [-- --web] [-- --help]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const DOWNLOAD_MS = 90_000;
const PROBE_MS = 15_000;

const words = process.argv.slice(2);
const say = (text) => process.stdout.write(`${text}\n`);
const linux = process.platform === 'linux';
const asRoot = linux && process.getuid?.() === 0;
const sandbox = asRoot ? ['--no-sandbox'] : [];

/** Path of Electron's program, or null: given by the environment, or what `electron` has installed. */
function installedElectron() {
  const program = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return existsSync(join(given, program)) ? join(given, program) : null;
  let folder;
  try {
    folder = dirname(require.resolve('electron/package.json'));
  } catch {
    return null;
  }
  const note = join(folder, 'path.txt');
  const path = existsSync(note) ? join(folder, 'dist', readFileSync(note, 'utf8').trim()) : null;
  return path && existsSync(path) ? path : null;
}

/** Electron's own download, with a deadline: behind a closed network it may hang. */
function downloadElectron() {
  let installer;
  try {
    installer = require.resolve('electron/install.js');
  } catch {
    return;
  }
  say('Đang tải Electron về máy (chỉ lần đầu, nhiều nhất 90 giây)…');
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: DOWNLOAD_MS });
}

/** Whether the program runs on this machine at all (libraries, architecture). */
function canRun(electron) {
  return spawnSync(electron, [...sandbox, '--version'], { stdio: 'ignore', timeout: PROBE_MS }).status === 0;
}

function run(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}

function startWeb(reason) {
  if (reason) say(reason);
  run(process.execPath, [join(root, 'out', 'main', 'web.js'), ...words.filter((word) => word !== '--web')]);
}

function start() {
  if (words.includes('--help') || words.includes('-h')) {
    say(
      [
        'VPĐU Desk – mở cửa sổ làm việc.',
        '',
        'Cách dùng: npm start [-- lựa chọn]',
        '',
        '  --data THƯ_MỤC   Thư mục dữ liệu (mặc định: của ứng dụng; cũng nhận biến VPDU_DATA).',
        '  --web            Mở trong trình duyệt Edge, Chrome hoặc Chromium đã cài, không dùng Electron.',
        '  --no-open        Với --web: chỉ in địa chỉ, không mở trình duyệt.',
        '  --previous-data  Với --web: quay lại thư mục dữ liệu đã mở trước khi chọn thư mục khác trong Cài đặt.',
        '  --help           Hướng dẫn này.',
      ].join('\n'),
    );
    return;
  }
  ensureBuilt();
  if (words.includes('--web')) return startWeb(null);
  if (linux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return startWeb('Máy này không có màn hình nên VPĐU Desk chạy qua địa chỉ trên máy.');
  if (!installedElectron() && !process.env.ELECTRON_OVERRIDE_DIST_PATH) downloadElectron();
  const electron = installedElectron();
  if (!electron)
    return startWeb(
      'Không có chương trình Electron trên máy này, nên VPĐU Desk mở trong trình duyệt đã cài.',
    );
  if (!canRun(electron))
    return startWeb('Electron không chạy được trên máy này, nên VPĐU Desk mở trong trình duyệt đã cài.');
  run(electron, ['.', ...sandbox, ...words]);
}

start();
