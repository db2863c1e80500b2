/** Two hundred forms come in: the window goes on answering, says how far it is, and can be stopped without harm. */
import { expect, test, type Page } from '@playwright/test';
import { runCli } from '../../support/cli';
import { dropFiles } from '../pages/drop';
import { longestTask, observeTasks, plainTable } from '../pages/long-tasks';
import { screenshot } from '../pages/screenshot';
import { goTo } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';
import { prepareOffice, type PreparedOffice } from './prepared-office';
import { fillForms, type Returned } from './returned-forms';

const UNITS = 200;

let window: AppWindow;
let office: PreparedOffice;
let returned: Returned;

test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(300_000);
  office = prepareOffice(UNITS);
  returned = await fillForms(office.forms);
  window = await openWindow(project.name, office.data);
  await goTo(window.page, 'Báo cáo');
  await window.page.locator('td.cell').first().waitFor();
});
test.afterAll(async () => {
  await window.close();
});

test('the preview of 200 forms: progress is shown, the window answers', async ({}, info) => {
  const { page } = window;
  await observeTasks(page);
  await dropFiles(page, [returned.folder]);
  const dialog = page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
  await expect(dialog.getByRole('status')).toContainText('Đang xem các tệp');
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog).toContainText(/\d+\/200/);
  await screenshot(page, 'progress');
  // A key is answered while the work goes on.
  await page.keyboard.press('Shift+?');
  const help = page.getByRole('dialog', { name: 'Các phím tắt' });
  await expect(help).toBeVisible();
  await expect(dialog.getByRole('progressbar')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await dialog.getByRole('button', { name: `Nhận ${UNITS} báo cáo` }).waitFor({ timeout: 120_000 });
  const longest = await longestTask(page);
  info.annotations.push({ type: 'longest task, preview', description: `${longest} ms` });
});

test('stopped in the middle: what was taken stays, what was not is untouched', async ({}, info) => {
  const { page } = window;
  await observeTasks(page);
  const dialog = page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
  await stopOnceBegun(page);
  await dialog.getByRole('button', { name: `Nhận ${UNITS} báo cáo` }).click();
  await expect(dialog).toContainText('Đã dừng theo yêu cầu', { timeout: 60_000 });
  const taken = Number(/Đã nhận (\d+) báo cáo/.exec(await dialog.innerText())?.[1]);
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(UNITS);
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByRole('gridcell', { name: /Chưa báo cáo/ })).toHaveCount(UNITS - taken);

  await dropFiles(page, [returned.folder]);
  await dialog.getByRole('button', { name: `Nhận ${UNITS - taken} báo cáo` }).click({ timeout: 120_000 });
  await expect(dialog).toContainText(`Đã nhận ${UNITS - taken} báo cáo; ${taken} không đổi`, {
    timeout: 120_000,
  });
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByRole('gridcell', { name: /Chưa báo cáo/ })).toHaveCount(0);
  const longest = await longestTask(page);
  info.annotations.push({ type: 'longest task, taking in', description: `${longest} ms` });
});

test('the measure tells a longer task from a shorter one, and gives the yardstick of this machine', async ({}, info) => {
  const { page } = window;
  const yardstick = await plainTable(page, 1_000);
  info.annotations.push({ type: 'longest task, baseline', description: `${yardstick} ms` });
  expect(await plainTable(page, 10_000)).toBeGreaterThan(yardstick);
});

test('the data are whole', async () => {
  await window.close();
  const checked = runCli(['store', 'check', '--data', office.data]);
  expect(checked.status, checked.stdout + checked.stderr).toBe(0);
});

/**
 * Presses “Dừng” as soon as some reports are taken in. In the page itself: on a loaded machine the test's own hand may
 * come when all two hundred are in.
 */
async function stopOnceBegun(page: Page): Promise<void> {
  await page.evaluate((units) => {
    const watch = new MutationObserver(() => {
      // The help that was open a moment ago may still stand in the page, hidden: the dialog is the one with the button.
      const stop = [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')].find(
        (button) => button.textContent.trim() === 'Dừng',
      );
      const said = stop?.closest('[role="dialog"]')?.textContent ?? '';
      const taken = new RegExp(`([1-9]\\d*)/${String(units)}`).exec(said);
      if (!taken || !stop) return;
      watch.disconnect();
      stop.click();
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, UNITS);
}
