/** Another program holds the data folder: the window shows everything, says who holds it, and changes nothing. */
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWebHost, type WebProcess } from '../../support/launch-browser';
import { dropFiles } from '../pages/drop';
import { figureField } from '../pages/reports';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab, toast } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';
import { prepareOffice, type PreparedOffice } from './prepared-office';

let office: PreparedOffice;
let holder: WebProcess;
let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(16);
  holder = await launchWebHost(office.data);
  window = await openWindow(project.name, office.data);
});
test.afterAll(async () => {
  await window.close();
  await holder.stop();
});

const sentence = () => `tiến trình ${String(holder.child.pid)}`;

test('the window opens, shows the data and says who holds them', async () => {
  const { page } = window;
  const banner = page.getByRole('alert').filter({ hasText: 'Chỉ xem' });
  await expect(banner).toContainText('Dữ liệu đang được mở ở cửa sổ trình duyệt trên máy này');
  await expect(banner).toContainText(sentence());
  await expect(banner).toContainText('Hãy đóng bên kia rồi mở lại');
  await goTo(page, 'Báo cáo');
  await expect(page.getByRole('gridcell', { name: /Chưa báo cáo/ })).toHaveCount(16);
  await screenshot(page, 'read-only');
});

test('a report opens to be read: nothing can be typed into it, and it says why', async () => {
  const { page } = window;
  await page
    .getByRole('gridcell', { name: /Chưa báo cáo/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('alert').filter({ hasText: sentence() })).toBeVisible();
  await expect(figureField(page, 'HN01')).not.toBeEditable();
  await expect(page.getByRole('button', { name: 'Lưu báo cáo' })).toBeDisabled();
  await screenshot(page, 'read-only-report');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('a dropped plan and a key of the review are refused with the same sentence', async () => {
  const { page } = window;
  await dropFiles(page, [resolve('tests/fixtures/plans/12-party-raw.docx')]);
  await expect(toast(page, sentence()).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await goTo(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  await openTab(page, 'Rà soát');
  const item = page.getByTestId('review-item').first();
  await item.click();
  await item.press('Delete');
  await item.press('F2');
  await expect(item.getByRole('button', { name: 'Lấy lại' })).toHaveCount(0);
  await expect(item.getByRole('textbox')).toHaveCount(0);
  await expect(item.getByRole('button', { name: 'Bỏ', exact: true })).toBeDisabled();

  // Nhiệm vụ offers nothing that would be refused.
  await openTab(page, 'Nhiệm vụ');
  await expect(page.getByRole('button', { name: 'Xem', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Ghi kết quả/ })).toHaveCount(0);
  await goTo(page, 'Kế hoạch');
  await expect(page.locator('tr[data-row-key]')).toHaveCount(1);
});

test('once the other program has ended, a new window may write', async ({}, { project }) => {
  await window.close();
  await holder.stop();
  window = await openWindow(project.name, office.data);
  const { page } = window;
  await goTo(page, 'Báo cáo');
  await expect(page.getByRole('alert').filter({ hasText: 'Chỉ xem' })).toHaveCount(0);
  await page
    .getByRole('gridcell', { name: /Chưa báo cáo/ })
    .first()
    .click();
  await figureField(page, 'HN01').fill('4');
  await page.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await expect(page.getByRole('gridcell', { name: /Chưa báo cáo/ })).toHaveCount(15);
});
