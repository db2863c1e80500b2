/** Entry of the loopback host: `node out/main/web.js [--data DIR] [--no-open]`. */
import { join } from 'node:path';
import { spawnWorker } from '../adapters/work/spawn';
import { compose } from '../compose';
import { dataArgument, findDataPlaces } from '../host/data-folder';
import { describeInstallation, userName } from '../host/installation';
import { findBrowser, hasDisplay, openInBrowser } from './browser';
import { serveWeb } from './server';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    say(
      'Cách dùng: web [--data THƯ_MỤC] [--no-open]\nMở VPĐU Desk trên máy này, trong trình duyệt Edge, Chrome hoặc Chromium đã cài.',
    );
    return 0;
  }
  const installation = describeInstallation(join(import.meta.dirname, '..', '..'));
  const places = findDataPlaces(dataArgument(words));
  const composed = await compose({
    dataFolder: places.dataFolder,
    resourcesFolder: installation.resourcesFolder,
    logFile: join(places.windowFolder, 'log.ndjson'),
    host: 'web',
    version: installation.version,
    by: userName(),
    spawnWorker,
  });
  if (!composed.ok) {
    process.stderr.write(`${composed.error.message}\n`);
    return 1;
  }
  const host = await serveWeb(composed.value, installation.rendererFolder);
  const browser = hasDisplay(process.platform, process.env) ? findBrowser() : null;
  if (browser && !words.includes('--no-open')) {
    openInBrowser(browser, host.address);
    say(`VPĐU Desk đang mở trong trình duyệt. Nếu không thấy cửa sổ, mở địa chỉ này: ${host.address}`);
  } else {
    say(`VPĐU Desk đang chạy. Mở địa chỉ này bằng Edge, Chrome hoặc Chromium trên máy này: ${host.address}`);
  }
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await Promise.race([host.ended, stopped]);
  await host.close();
  await composed.value.close();
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
