/** Lịch: month, week and list of one office, by keyboard; a conference added; files for Outlook and for the wall. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { must } from '../journeys/prepared-office';
import { screenshot } from '../pages/screenshot';
import { toast } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('calendar'), 'data');
  must(['sample', 'create', '--units', '24', '--plans', '3', '--years', '1', '--data', data]);
  window = await openWindow(project.name, data);
});
test.afterAll(async () => {
  await window.close();
});

test('a month shows due days and holidays; arrows go over its edge, Enter opens the week', async () => {
  const { page } = window;
  await page
    .getByRole('navigation', { name: 'Các nơi làm việc' })
    .getByRole('link', { name: 'Lịch' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lịch');
  // The office's own year: the sample's reports are owed in 2026.
  await page.evaluate(() => {
    history.pushState(null, '', '/lich/thang?ngay=2026-08-31');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  const grid = page.getByRole('grid', { name: 'Lịch tháng' });
  await expect(page.getByText('Tháng 8/2026')).toBeVisible();
  await grid.getByRole('gridcell', { name: /31\/08\/2026/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Tháng 9/2026')).toBeVisible();
  const national = grid.getByRole('gridcell', { name: /02\/09\/2026, .*Quốc khánh/ });
  await expect(national).toBeFocused();
  await screenshot(page, 'calendar-month');
  await expect(grid.getByRole('link', { name: /Báo cáo/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Lịch tuần' })).toContainText('Quốc khánh');
  await expect(page).toHaveURL(/\/lich\/tuan\?ngay=2026-09-02$/);
  await screenshot(page, 'calendar-week');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(1366);
});

test('a conference is added to a plan and stands in the week; Ctrl+Z takes it back', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Thêm hội nghị' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm hội nghị' });
  await dialog.getByRole('combobox', { name: 'Kế hoạch' }).click();
  await page.locator('.ant-select-item-option').first().click();
  await dialog.getByLabel('Tên hội nghị').fill('Hội nghị sơ kết đợt 1');
  await dialog.getByLabel('Giờ').fill('hai giờ');
  await expect(dialog).toContainText('Ghi giờ như 14h00');
  const add = dialog.getByRole('button', { name: /^(Vẫn t|T)hêm$/ });
  await expect(add).toBeDisabled();
  await dialog.getByLabel('Giờ').fill('14h30');
  const day = dialog.getByLabel('Ngày hội nghị');
  const shown = await day.inputValue();
  await day.fill('11/02/2019');
  await day.press('Tab');
  await expect(dialog.getByTestId('past-day')).toContainText('Ngày 11/02/2019 đã qua');
  await screenshot(page, 'calendar-past-day');
  await expect(dialog.getByRole('button', { name: 'Vẫn thêm' })).toBeEnabled();
  await day.fill('11/02/2199');
  await day.press('Tab');
  await expect(dialog.getByTestId('past-day')).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Thêm', exact: true })).toBeEnabled();
  await day.fill(shown);
  await day.press('Tab');
  await add.click();
  const week = page.getByRole('table', { name: 'Lịch tuần' });
  await expect(week).toContainText('Hội nghị sơ kết đợt 1');
  await expect(week).toContainText('14:30');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(toast(page, /Đã hoàn tác/).first()).toBeVisible();
  await expect(week).not.toContainText('Hội nghị sơ kết đợt 1');
});

test('the list leads to the plan; the .ics file is read by another parser', async () => {
  const { page } = window;
  await page.getByText('Danh sách', { exact: true }).click();
  const list = page.getByRole('table', { name: 'Danh sách việc' });
  await expect(list).toBeVisible();
  await screenshot(page, 'calendar-list');
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  const file = await window.saving(() => page.getByRole('menuitem', { name: /\.ics/ }).click());
  const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(await list.getByRole('link').count());
  await list
    .getByRole('link', { name: /Hạn báo cáo/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/ke-hoach\/[^/]+\/bao-cao\?ky=/);
});
