/** From a backup to working on it, and back: in the real window, with the program ending in between. */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from '../../support/cli';
import { launchElectron, type ElectronRun } from '../../support/launch-electron';
import { goTo, openSampleOffice, toast } from '../pages/shell';

const home = mkdtempSync(join(tmpdir(), 'vpdu-go-back-'));
const own = join(home, 'VPDU Desk');
const env = { XDG_CONFIG_HOME: home, LOCALAPPDATA: home };
let run: ElectronRun | null = null;

test.describe.configure({ mode: 'serial' });
test.afterEach(async () => {
  await run?.app.close().catch(() => undefined);
  run = null;
});
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Clicks what restarts the program; answers whether it asked to be started anew. The test starts it again itself. */
async function restartBy(name: string): Promise<boolean> {
  if (!run) throw new Error('nothing runs');
  const { app, page } = run;
  await app.evaluate((electron) => {
    electron.app.relaunch = () => void process.stderr.write('RELAUNCH\n');
  });
  let said = '';
  app.process().stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = app.waitForEvent('close');
  await page.getByRole('button', { name }).click();
  await closed;
  run = null;
  return said.includes('RELAUNCH');
}

let restored = '';

test('a backup is restored beside the data, and the program restarts on it', async () => {
  run = await launchElectron({ dataFolder: null, env });
  const { page } = run;
  await openSampleOffice(page);
  await goTo(page, 'Cài đặt');
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(toast(page, 'Đã sao lưu')).toBeVisible();
  await page.getByRole('button', { name: 'Khôi phục ra thư mục mới' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Khôi phục ra thư mục mới' });
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
  await expect(dialog.getByText('Đã khôi phục vào ')).toBeVisible();
  expect(await restartBy('Dùng dữ liệu này')).toBe(true);
  // Closed in order: nobody holds the old folder.
  expect(existsSync(join(own, 'data', 'lock.json'))).toBe(false);
  restored = join(own, readdirSync(own).find((name) => /^data-\d{4}-\d{2}-\d{2}-\d{4}$/.test(name)) ?? '');
});

test('where the chosen folder is gone nothing is begun, and the command line says both ways out', () => {
  renameSync(restored, `${restored}-gone`);
  const refused = runCli(['store', 'check', '--json'], { env: { ...env, VPDU_DATA: '' } });
  expect(refused.status).toBe(1);
  const { message } = refused.json<{ error: { message: string } }>().error;
  for (const words of [restored, 'nối lại ổ đĩa', `--data "${join(own, 'data')}"`])
    expect(message).toContain(words);
  expect(existsSync(restored)).toBe(false);
  renameSync(`${restored}-gone`, restored);
});

test('the restored folder is open, and the previous one is gone back to', async () => {
  run = await launchElectron({ dataFolder: null, env });
  await goTo(run.page, 'Cài đặt');
  await expect(run.page.getByText(restored, { exact: true })).toBeVisible();
  await expect(run.page.getByText(join(own, 'data'), { exact: true })).toBeVisible();
  expect(await restartBy('Quay lại thư mục trước')).toBe(true);
  run = await launchElectron({ dataFolder: null, env });
  await goTo(run.page, 'Cài đặt');
  const state = await run.page.evaluate(() => window.vpdu?.call({ method: 'store.state', input: {} }));
  expect(state).toMatchObject({ value: { folder: join(own, 'data'), previousFolder: restored } });
});
