/** Sơ kết over a range of months, closings compared, a period that goes out as one file. */
import { expect, test } from '@playwright/test';
import { goTo, openSampleOffice } from '../pages/shell';
import { screenshot } from '../pages/screenshot';
import { closePeriod } from '../pages/summary';
import { openWindow, type AppWindow } from '../pages/window';

let window: AppWindow;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  await openSampleOffice(window.page);
  await goTo(window.page, 'Tổng hợp');
});

test.afterAll(async () => {
  await window.close();
});

test('a closing stands with its checksum, and nothing new is told after it', async () => {
  const { page } = window;
  await closePeriod(page);
  await page.getByRole('tab', { name: 'Các lần chốt' }).click();
  await expect(page.getByText('Không có số liệu mới sau lần chốt 1')).toBeVisible();
  await expect(page.getByText('● Đúng như lúc chốt')).toBeVisible();
  await screenshot(page, 'cac-lan-chot');
});

test('the period goes out as one file', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Trao đổi' }).click();
  await screenshot(page, 'trao-doi');
  const saved = await window.saving(() => page.getByRole('button', { name: 'Lập gói kỳ' }).click());
  expect(saved).toMatch(/Gói .*\.zip$/u);
});

test('a range of months is chosen and named as a sơ kết', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Số liệu' }).click();
  await page.getByLabel('Kỳ', { exact: true }).click();
  await page.getByTitle('Sơ kết, tổng kết…').click();
  await expect(page.getByRole('dialog', { name: 'Sơ kết, tổng kết' })).toBeVisible();
  await page.getByRole('button', { name: 'Tổng hợp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tổng hợp sơ kết từ tháng');
  await screenshot(page, 'so-ket');
});
