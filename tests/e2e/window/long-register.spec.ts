/** A book of 20,000 lines: the window opens it, scrolls, searches and turns pages without standing still. */
import { expect, test } from '@playwright/test';
import { prepareOffice } from '../journeys/prepared-office';
import { plantRegister } from '../../support/long-register';
import { longestTask, observeTasks } from '../pages/long-tasks';
import { screenshot } from '../pages/screenshot';
import { goTo } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';

const LINES = 20_000;

let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(120_000);
  const office = prepareOffice(6);
  await plantRegister(office.data, 'PARTY-DU-KH-2025-2030', LINES);
  window = await openWindow(project.name, office.data);
  await window.page.setViewportSize({ width: 1366, height: 768 });
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

test('it scrolls and is searched without a stall', async ({}, info) => {
  const { page } = window;
  const row = (words: string) => page.locator('.ant-table-row').filter({ hasText: words });
  await goTo(page, 'Văn bản đi');
  await expect(row(`${LINES - 1}-KH/ĐU`)).toBeVisible();
  await expect(page.getByText(`Tất cả (${LINES})`)).toBeVisible();
  await observeTasks(page);
  await page.locator('.ant-table-tbody-virtual-holder').hover();
  for (let turn = 0; turn < 40; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(15);
  }
  await expect(row(`${LINES - 199}-KH/ĐU`)).toBeVisible();
  await page.getByTitle('100', { exact: true }).click();
  await expect(row('200-KH/ĐU').first()).toBeVisible();
  const scrolled = await longestTask(page);

  await observeTasks(page);
  const search = page.getByRole('textbox', { name: 'Tìm trong sổ văn bản đi' });
  await search.pressSequentially('chuyển đổi số lần 12340', { delay: 40 });
  await expect(row('12340-KH/ĐU')).toBeVisible();
  await screenshot(page, 'long-register');
  await search.fill('');
  await expect(row(`${LINES - 1}-KH/ĐU`)).toBeVisible();
  await page.getByText('Đã hủy (200)').click();
  await expect(row('20000-KH/ĐU')).toBeVisible();
  const searched = await longestTask(page);
  info.annotations.push({
    type: 'longest task',
    description: `scroll ${scrolled} ms, search ${searched} ms`,
  });
  // What keeps it quick: of 20,000 lines only those in sight, and a few beside them, are in the page.
  expect(await page.locator('.ant-table-row').count()).toBeLessThan(100);
});
