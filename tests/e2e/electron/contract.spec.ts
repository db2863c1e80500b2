/** The contract suite over Electron's IPC, in the real Electron: the same stories, the same answers. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from '@playwright/test';
import type { ContractHost, TakenFile } from '../../contract/case';
import { STORIES } from '../../contract/cases';
import { inProcess } from '../../contract/hosts/in-process';
import { playAll } from '../../contract/play';
import { launchElectron } from '../../support/launch-electron';

/** Files come in through the open dialog and go out through the save dialogs. */
async function overIpc(dataFolder: string): Promise<ContractHost> {
  const { app, page } = await launchElectron({ dataFolder });
  const folder = mkdtempSync(join(tmpdir(), 'vpdu-ipc-'));
  let turn = 0;
  const freshFolder = (): string => {
    turn += 1;
    const path = join(folder, String(turn));
    mkdirSync(path);
    return path;
  };
  return {
    name: 'IPC',
    send: (request) =>
      page.evaluate(
        (one) =>
          window.vpdu?.call(one as Parameters<typeof window.vpdu.call>[0]) ?? Promise.reject(new Error()),
        request,
      ),
    async upload(name, bytes) {
      const path = join(freshFolder(), name);
      writeFileSync(path, bytes);
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path);
      const handed = await page.evaluate(() =>
        window.vpdu?.pickFiles({ title: 'Chọn', extensions: [], multiple: false }),
      );
      return handed?.[0]?.ticket ?? '';
    },
    async take(offered) {
      const target = freshFolder();
      await app.evaluate(
        ({ dialog }, chosen) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen.folder] });
          dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen.file });
        },
        { folder: target, file: join(target, offered.suggestedName) },
      );
      const saved = await page.evaluate(
        (value) => window.vpdu?.saveOffered(value as Parameters<typeof window.vpdu.saveOffered>[0]),
        offered,
      );
      if (typeof saved !== 'string') throw new Error('nothing was saved');
      return filesBelow(saved);
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The file, or all files of the folder. */
function filesBelow(path: string): readonly TakenFile[] {
  if (!path.endsWith('.zip') && !/\.[a-z]{3,4}$/.test(path))
    return readdirSync(path)
      .sort()
      .map((name) => ({ name, bytes: readFileSync(join(path, name)) }));
  return [{ name: basename(path), bytes: readFileSync(path) }];
}

let inThisProcess: Awaited<ReturnType<typeof playAll>>;
let byIpc: typeof inThisProcess;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  inThisProcess = await playAll(inProcess);
  byIpc = await playAll(overIpc);
});

for (const { name, cases } of STORIES)
  test.describe(name, () => {
    for (const [step, { method }] of cases.entries())
      test(`step ${step}: ${method} answers the same over IPC`, () => {
        expect(byIpc.get(name)?.[step]).toEqual(inThisProcess.get(name)?.[step]);
      });
  });
