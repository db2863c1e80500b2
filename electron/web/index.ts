/** Entry of the loopback host: `node out/main/web.js [--data DIR] [--no-open]`. */
import { join } from 'node:path';
import { spawnWorker } from '../adapters/workers/spawn';
import { compose } from '../compose';
import { followChoice, goBack } from '../host/chosen-folder';
import { dataArgument, findDataPlaces, type DataPlaces } from '../host/data-folder';
import { describeInstallation, userName } from '../host/installation';
import { ok, type Result } from '../../shared/result';
import { findBrowser, hasDisplay, openInBrowser } from './browser';
import { serveWeb } from './server';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    say(
      'Cách dùng: web [--data THƯ_MỤC] [--previous-data] [--no-open]\nMở VPĐU Desk trên máy này, trong trình duyệt Edge, Chrome hoặc Chromium đã cài.\n--previous-data quay lại thư mục dữ liệu đã mở trước khi chọn thư mục khác trong Cài đặt.',
    );
    return 0;
  }
  const installation = describeInstallation(join(import.meta.dirname, '..', '..'));
  const places = findDataPlaces(dataArgument(words));
  const folder = await chooseFolder(places, words.includes('--previous-data'));
  if (!folder.ok) {
    process.stderr.write(`${folder.error.message}\n`);
    return 1;
  }
  const composed = await compose({
    dataFolder: folder.value,
    choiceFile: places.choiceFile,
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
  const { next } = await composed.value.ports.dataChoice.state();
  await composed.value.close();
  if (next !== null) say(`VPĐU Desk đã đóng. Lần chạy npm start tới sẽ mở thư mục dữ liệu “${next}”.`);
  return 0;
}

async function chooseFolder(
  places: DataPlaces,
  previous: boolean,
): Promise<Result<string, { readonly message: string }>> {
  if (previous) return goBack(places);
  const followed = await followChoice(places);
  if (followed.ok) return ok(followed.value);
  const message = `${followed.error.message} Lệnh mở thư mục trước: npm start -- --web --previous-data`;
  return { ok: false, error: { message } };
}

process.exitCode = await main(process.argv.slice(2));
