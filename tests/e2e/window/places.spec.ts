import { expect, test } from '@playwright/test';
import { figureField, pasteColumn, saveReport, typeFigures } from '../pages/reports';
import { find, goTo, openSampleOffice, toast, PLACE_NAMES, undo } from '../pages/shell';
import { openTrace, totalOf } from '../pages/summary';
import { openWindow, type AppWindow } from '../pages/window';

let window: AppWindow;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  await openSampleOffice(window.page);
});

test.afterAll(async () => {
  await window.close();
});

test('every place opens from the rail, fits 1366 pixels, and the policy is never broken', async () => {
  const { page } = window;
  for (const place of PLACE_NAMES) {
    await goTo(page, place);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(place);
    await expect(page.getByRole('status').filter({ hasText: 'Đang' })).toHaveCount(0);
    const overflow = await page
      .locator('main.content')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow, place).toBeLessThanOrEqual(0);
  }
});

test('Alt and a digit goes to a place, from inside an input too', async () => {
  const { page } = window;
  await page.keyboard.press('Alt+2');
  await page.getByLabel('Lọc trong bảng Danh sách kế hoạch').focus();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo' })).toBeVisible();
});

test('a table is copied as it stands: filtered after it was sorted; what is hidden is chosen no longer', async () => {
  const { page } = window;
  await page.evaluate(() => {
    // In place of the PC's clipboard, which other programs use too.
    navigator.clipboard.write = async (items) => {
      const text = await (await items[0]?.getType('text/plain'))?.text();
      document.body.dataset['copied'] = text ?? '';
    };
  });
  await goTo(page, 'Danh mục');
  const table = page.getByRole('table', { name: 'Danh mục đơn vị' });
  await table.getByRole('columnheader').first().click();
  await page.getByLabel('Lọc trong bảng Danh mục đơn vị').fill('tổ dân phố số 1');
  const rows = table.locator('tbody tr[data-row-key]');
  const shown = await rows.locator('td:first-child').allInnerTexts();
  await page.getByRole('button', { name: 'Chép bảng' }).click();
  await expect(toast(page, `Đã chép bảng ${shown.length} dòng`)).toBeVisible();
  const copied = (await page.locator('body').getAttribute('data-copied')) ?? '';
  expect(
    copied
      .split('\r\n')
      .slice(1)
      .map((line) => line.split('\t')[0]),
  ).toEqual(shown.map((name) => name.trim()));

  await goTo(page, 'Kế hoạch');
  const plans = page.getByRole('table', { name: 'Danh sách kế hoạch' });
  const trash = page.getByRole('button', { name: /vào thùng rác/ });
  await plans.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
  await expect(trash).toBeVisible();
  await page.getByLabel('Lọc trong bảng Danh sách kế hoạch').fill('không có kế hoạch nào như vậy');
  await expect(trash).toHaveCount(0);
  await page.getByLabel('Lọc trong bảng Danh sách kế hoạch').fill('');
  await plans.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
  await page.getByText('Đã kết thúc', { exact: true }).click();
  await expect(trash).toHaveCount(0);
  await page.getByText('Đang làm', { exact: true }).click();
  await expect(plans.getByRole('checkbox', { name: 'Chọn tất cả' })).not.toBeChecked();
});

test('a plan is found from anywhere: Ctrl+K, words without marks, Enter', async () => {
  const { page } = window;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill('27-NQ/TU');
  await expect(page.getByRole('option').first()).toContainText('27-NQ/TU');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ke-hoach\/[^/]+/);
  await find(page, 'Văn bản đi');
  await expect(page.getByRole('heading', { level: 1, name: 'Văn bản đi' })).toBeVisible();
});

test('the matrix is walked by arrows, selected by Space and opened by Enter', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  const first = page.getByRole('gridcell', { name: /, .+: / }).first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const place = page.locator('[role="gridcell"]:focus');
  await expect(place).toHaveAttribute('data-column', '1');
  await page.keyboard.press(' ');
  await expect(place).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Đôn đốc (1)' })).toBeEnabled();
  const label = (await place.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(label.split(',')[0] ?? '?');
  await page.keyboard.press('Escape');
});

test('twenty figures by keyboard, a pasted column, and no number refused at its cell', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  const missing = page.getByRole('gridcell', { name: /Chưa báo cáo/ });
  await missing.first().waitFor();
  const before = await missing.count();
  await missing.first().click();
  await typeFigures(page, 'HN01', ['2', '1.234']);
  await expect(figureField(page, 'HN02')).toHaveValue('1.234');
  await pasteColumn(page, 'DV01', ['20', '18']);
  await expect(figureField(page, 'DV02')).toHaveValue('18');
  await figureField(page, 'HN01').fill('hai');
  await expect(page.getByText(/không phải là số/i)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu báo cáo' })).toBeDisabled();
  await figureField(page, 'HN01').fill('2');
  await saveReport(page);
  await expect(missing).toHaveCount(before - 1);
});

test('Ctrl+Z takes the last thing back and says what it was', async () => {
  const { page } = window;
  const missing = page.getByRole('gridcell', { name: /Chưa báo cáo/ });
  const before = await missing.count();
  await undo(page);
  await expect(toast(page, 'Đã hoàn tác')).toBeVisible();
  await expect(missing).toHaveCount(before + 1);
});

test('a total opens down to the unit', async () => {
  const { page } = window;
  await goTo(page, 'Tổng hợp');
  expect(await totalOf(page, 'HN01')).toMatch(/^[\d.]+$/);
  await openTrace(page, 'HN01');
  await page.getByRole('dialog').getByText('Văn phòng Đảng ủy', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'Số liệu báo cáo' })).toBeVisible();
});
