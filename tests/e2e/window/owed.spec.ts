/** What is owed: a year of reports asked at once with lists by group, drawn on, taken back; a unit split with preview. */
import { expect, test } from '@playwright/test';
import { prepareOffice } from '../journeys/prepared-office';
import { finishReview } from '../pages/plan';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';

let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 60_000 });

test.beforeAll(async ({}, { project }) => {
  const office = prepareOffice(12);
  window = await openWindow(project.name, office.data);
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  const row = page
    .getByRole('row')
    .filter({ hasText: /tuyên truyền/iu })
    .first();
  await row.waitFor();
  await row.click();
  await page
    .getByRole('link', { name: /Rà soát/ })
    .or(page.getByRole('button', { name: /Rà soát/ }))
    .first()
    .click();
  await finishReview(page);
  await openTab(page, 'Báo cáo');
});

test.afterAll(async () => {
  await window.close();
});

test('asks the months of a year in one go; weekends are shown and can be kept', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Yêu cầu báo cáo', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Yêu cầu báo cáo' });
  const period = dialog.getByRole('combobox', { name: 'Kỳ báo cáo' });
  await period.click();
  await period.fill('Tháng 1/2027');
  await page.locator('.ant-select-item-option').getByText('Tháng 1/2027', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Đến hết năm 2027: 12 kỳ' }).click();
  const rows = dialog.getByRole('table', { name: 'Các kỳ báo cáo' }).getByRole('row');
  await expect(rows).toHaveCount(13);
  // 15/5/2027 is a Saturday: moved with the day it was beside it, and kept by a person's word.
  const may = rows.filter({ hasText: 'Tháng 5/2027' });
  await expect(may.getByRole('textbox', { name: /Hạn cuối/ })).toHaveValue('17/05/2027');
  await screenshot(page, 'owed-periods');
  await may.getByRole('button', { name: 'Giữ ngày 15/05/2027' }).click();
  await expect(may.getByRole('textbox', { name: /Hạn cuối/ })).toHaveValue('15/05/2027');
  const box = await dialog.locator('.ant-modal-container, .ant-modal-content').first().boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(1366);

  await dialog.getByRole('tab', { name: /Đơn vị và chỉ tiêu/ }).click();
  const first = dialog
    .getByRole('table', { name: 'Chỉ tiêu của từng nhóm đơn vị' })
    .getByRole('checkbox')
    .first();
  await expect(first).toBeChecked();
  await first.uncheck();
  await screenshot(page, 'owed-figures');
  await dialog.getByRole('button', { name: /^Yêu cầu [1-9]\d* đơn vị báo cáo 12 kỳ/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await screenshot(page, 'owed-tab');
  await expect(page.getByRole('term').filter({ hasText: 'Gửi cấp trên' })).toBeVisible();
});

test('takes a period back and lets it be had again', async () => {
  const { page } = window;
  const chosen = page.getByRole('combobox', { name: 'Kỳ báo cáo' });
  await page.getByRole('button', { name: 'Sửa…' }).click();
  await page.getByRole('menuitem', { name: 'Bỏ yêu cầu kỳ này' }).click();
  await expect(page.getByText('Đã bỏ kỳ báo cáo').first()).toBeVisible();
  await chosen.click();
  await expect(
    page.locator('.ant-select-item-option').getByText('Tháng 1/2027', { exact: true }),
  ).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await chosen.click();
  await expect(
    page.locator('.ant-select-item-option').getByText('Tháng 1/2027', { exact: true }),
  ).toHaveCount(1);
  await page.keyboard.press('Escape');
});

test('splits a unit: the periods that change are told beforehand', async () => {
  const { page } = window;
  await goTo(page, 'Danh mục');
  const unit = page.getByRole('row').filter({ has: page.getByText('Công an phường', { exact: true }) });
  await unit.getByRole('button', { name: 'Sáp nhập, chia tách' }).click();
  const dialog = page.getByRole('dialog', { name: /^Sáp nhập, chia tách/ });
  await dialog.getByLabel('Từ ngày').fill('01/02/2027');
  await dialog.getByLabel('Từ ngày').press('Enter');
  await dialog.getByLabel('Đơn vị mới thành lập').fill('Chi bộ Khu dân cư mới');
  await dialog.getByRole('checkbox').check();
  await expect(dialog.getByText('11 kỳ báo cáo thay đổi')).toBeVisible();
  await expect(dialog.getByText('thêm phải nộp: Chi bộ Khu dân cư mới').first()).toBeVisible();
  await screenshot(page, 'owed-merge');
  await dialog.getByRole('button', { name: 'Ghi sáp nhập, chia tách' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(page.getByText('Chi bộ Khu dân cư mới').first()).toBeVisible();
});
