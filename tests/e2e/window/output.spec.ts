/** What superiors get, seen first in the window: the charts as they are printed, and every format to export in. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { EXPORT_FORMATS, formatMenu } from '../../../shared/app/export/registry';
import { must } from '../journeys/prepared-office';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab } from '../pages/shell';
import { exportSummary } from '../pages/summary';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('output'), 'data');
  must(['sample', 'create', '--units', '24', '--plans', '2', '--years', '1', '--data', data]);
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});

test.afterAll(async () => {
  await window.close();
});

test('the charts of the period stand in Tổng hợp, each with its figures as a table', async () => {
  const { page } = window;
  await goTo(page, 'Tổng hợp');
  const onTime = (
    await page.getByTestId('fact-on-time').or(page.getByTestId('on-time')).first().innerText()
  ).trim();
  await openTab(page, 'Biểu đồ');
  const submission = page.getByTestId('chart-submission');
  await expect(submission.getByRole('img')).toHaveAttribute('aria-label', /Số báo cáo nhận được theo ngày/);
  const timeliness = page.getByTestId('chart-timeliness');
  await timeliness.getByText('Xem dạng bảng').click();
  const table = timeliness.getByRole('table');
  await expect(table.getByRole('columnheader').first()).toHaveText('Đơn vị');
  expect(await table.getByRole('row').count()).toBeGreaterThan(2);
  expect(onTime).toMatch(/\d/);
  await screenshot(page, 'charts-light');
  const overflow = await page
    .locator('main.content')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('one chooses what is compared with the period before', async () => {
  const { page } = window;
  const chart = page.getByTestId('chart-comparison');
  await expect(chart).toBeVisible();
  const before = await chart.getByRole('img').getAttribute('aria-label');
  await page.getByLabel('Chỉ tiêu so sánh với kỳ trước').click();
  await page.keyboard.type('HN02');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(chart.getByRole('img')).toHaveAttribute(
    'aria-label',
    /^So sánh với kỳ trước: Lượt người tham dự/,
  );
  expect(await chart.getByRole('img').getAttribute('aria-label')).not.toBe(before);
});

test('is read in the dark as well', async () => {
  const { page } = window;
  await page.emulateMedia({ colorScheme: 'dark' });
  await screenshot(page, 'charts-dark');
  const [text, paper] = await page.getByTestId('chart-submission').evaluate((figure) => {
    const label = figure.querySelector('text');
    const drawing = figure.querySelector('svg');
    return label && drawing ? [getComputedStyle(label).fill, getComputedStyle(drawing).backgroundColor] : [];
  });
  expect(text).not.toBe(paper);
  await page.emulateMedia({ colorScheme: 'light' });
});

test('the menu offers every format of the registry, and a file comes out', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  for (const { label } of formatMenu(EXPORT_FORMATS))
    await expect(page.getByRole('menuitem', { name: label, exact: true })).toBeVisible();
  await screenshot(page, 'export-menu');
  await page.keyboard.press('Escape');
  expect(await exportSummary(window, 'Excel')).toMatch(/\.xlsx$/);
});
