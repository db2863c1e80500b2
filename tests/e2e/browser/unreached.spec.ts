/** What the window does when one request does not reach the data: in the browser's window, where it can be held up. */
import { expect, test, type Page } from '@playwright/test';
import { unheard } from '../pages/complaints';
import { goTo, openSampleOffice, openTab, toast, undo } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';

let window: AppWindow;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  await openSampleOffice(window.page);
});
test.afterAll(() => window.close());

/** Does `act` while no request for `method` arrives. */
async function without(page: Page, method: string, act: () => Promise<void>): Promise<void> {
  await page.route('**/*', (route) =>
    (route.request().postData() ?? '').includes(method) ? route.abort() : route.fallback(),
  );
  await unheard(page, act);
  await page.unroute('**/*');
}

test('after a search that failed no row of an earlier question is left to be opened', async () => {
  const { page } = window;
  const options = page.getByRole('option').filter({ hasText: '27-NQ/TU' });
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tìm', { exact: true }).fill('27 nq tu');
  await expect(options.first()).toBeVisible();
  await without(page, 'search.find', async () => {
    await dialog.getByLabel('Tìm', { exact: true }).fill('sinh hoạt chi bộ');
    await expect(dialog.getByText(/không còn đọc được dữ liệu/)).toBeVisible();
    await expect(options).toHaveCount(0);
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('an undo that did not reach the data stays the next to be taken back', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('row').filter({ hasText: '27-NQ/TU' }).first().click();
  await openTab(page, 'Văn bản');
  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm văn bản vào hồ sơ' });
  await dialog.getByLabel('Trích yếu').fill('hướng dẫn thực hiện');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(dialog).toBeHidden();
  const added = page.getByRole('button', { name: 'hướng dẫn thực hiện' });
  await expect(added).toBeVisible();
  await without(page, 'store.undo', async () => {
    await undo(page);
    await expect(toast(page, 'Chưa hoàn tác được')).toBeVisible();
  });
  await undo(page);
  await expect(toast(page, 'Đã hoàn tác')).toBeVisible();
  await expect(added).toHaveCount(0);
});

test('a plan that could not be thrown away stays chosen', async () => {
  const { page } = window;
  await page
    .getByRole('navigation', { name: 'Các nơi làm việc' })
    .getByRole('link', { name: 'Kế hoạch' })
    .click();
  const plans = page.getByRole('table', { name: 'Danh sách kế hoạch' }).locator('tbody tr[data-row-key]');
  await plans.last().getByRole('checkbox').check();
  const trash = page.getByRole('button', { name: 'Bỏ 1 kế hoạch vào thùng rác' });
  await without(page, 'plan.trash', async () => {
    await trash.click();
    await expect(toast(page, /không còn đọc được dữ liệu/).first()).toBeVisible();
  });
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
  await expect(trash).toBeVisible();
});
