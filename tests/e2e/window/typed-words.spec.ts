/** What is typed and refused is not lost, and a number is what its signs say. */
import { expect, test } from '@playwright/test';
import { prepareOffice } from '../journeys/prepared-office';
import { goTo, toast } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';

let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 60_000 });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name, prepareOffice(6).data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

test('a text in place that is refused stands there to be mended', async () => {
  const { page } = window;
  await goTo(page, 'Danh mục');
  await page.getByRole('tab', { name: /^Chỉ tiêu/ }).click();
  const shown = page.getByRole('button', { name: /^Mục tiêu DV03:/ });
  const before = await shown.getAttribute('aria-label');
  await shown.click();
  const field = page.getByRole('textbox', { name: 'Mục tiêu DV03' });
  await field.fill('gần hết');
  await field.press('Enter');
  await expect(toast(page, 'Mục tiêu “gần hết” chưa đúng')).toBeVisible();
  await expect(field).toHaveValue('gần hết');
  // Going back leaves what stood before.
  await field.press('Escape');
  await expect(shown).toHaveAttribute('aria-label', before ?? '');
  await shown.click();
  await field.fill('> 96,5');
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Mục tiêu DV03: > 96,5' })).toBeVisible();
});

test('a host’s refusal of a name leaves the name to be mended', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: /^Đơn vị/ }).click();
  await page.getByRole('button', { name: 'Tên: Ban Xây dựng Đảng' }).click();
  const field = page.getByRole('textbox', { name: 'Tên', exact: true });
  await field.fill('');
  await field.press('Enter');
  await expect(field).toBeVisible();
  await expect(field).toHaveValue('');
  await field.fill('Ban Xây dựng Đảng phường');
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Tên: Ban Xây dựng Đảng phường' })).toBeVisible();
});

test('a number is typed anew where one stood, and a slip with a dot is told', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đến');
  await expect(page.getByText(/chưa có dòng nào/)).toBeVisible();
  await page.keyboard.press('Control+Shift+d');
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  const number = dialog.getByLabel('Số đến', { exact: true });
  await expect(number).toHaveValue('1');
  await number.press('End');
  await number.press('Backspace');
  await expect(number).toHaveValue('');
  await page.keyboard.type('7');
  await expect(number).toHaveValue('7');
  await number.fill('1.2');
  await number.press('Tab');
  await expect(toast(page, /“1\.2” không phải là số nguyên/)).toBeVisible();
  await number.fill('1.200');
  await number.press('Tab');
  await expect(number).toHaveValue('1200');
});
