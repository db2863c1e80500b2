/** A corrected second version of a plan: asked about before a second dossier is made, read into the first on request. */
import { expect, test } from '@playwright/test';
import { seriousFaults } from '../pages/calm';
import { dropFiles } from '../pages/drop';
import { screenshot } from '../pages/screenshot';
import { goTo, openSampleOffice, openTab } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FIRST = `ĐẢNG ỦY PHƯỜNG AN BÌNH
Số 90-KH/ĐU
An Bình, ngày 20 tháng 11 năm 2026
KẾ HOẠCH
tổng kết công tác xây dựng Đảng bộ
I. TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy
- Xây dựng dự thảo báo cáo, hoàn thành trước ngày 27/11/2026.
- Gửi giấy mời họp tổng kết.
Nơi nhận:
- Lưu VPĐU.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Thị Lan`;

let window: AppWindow;
const folder = temporaryFolder('second-version');

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  await openSampleOffice(window.page);
});
test.afterAll(async () => {
  await window.close();
});

async function drop(name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, text);
  await dropFiles(window.page, [file]);
}

const question = () =>
  window.page.getByRole('alert').filter({ hasText: 'đã có văn bản số 90-KH/ĐU ngày 20/11/2026' });

test('the same number, day and issuer: the window asks, and makes nothing meanwhile', async () => {
  const { page } = window;
  await drop('ban-dau.txt', FIRST);
  await expect(page).toHaveURL(/\/ra-soat$/u);
  await drop('ban-sua.txt', FIRST.replace('27/11/2026', '25/11/2026'));
  await expect(question()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đọc thành bản mới của hồ sơ đó' })).toBeEnabled();
  await screenshot(page, 'second-version-question');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question()).toBeHidden();
  await goTo(page, 'Kế hoạch');
  await expect(page.getByRole('row').filter({ hasText: 'tổng kết công tác xây dựng Đảng bộ' })).toHaveCount(
    1,
  );
});

test('read into the dossier: what changed is shown, both files stand, Ctrl+Z takes it back', async () => {
  const { page } = window;
  await drop('ban-sua.txt', FIRST.replace('27/11/2026', '25/11/2026'));
  await page.getByRole('button', { name: 'Đọc thành bản mới của hồ sơ đó' }).click();
  const shown = page.getByRole('region', { name: 'Bản mới' });
  await expect(shown).toContainText('1 đoạn khác bản trước');
  await expect(shown.locator('ins')).toContainText('25');
  await screenshot(page, 'second-version-changes');
  await shown.getByRole('button', { name: 'Mở rà soát' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByTestId('review-item').filter({ hasText: '25/11/2026' }).first()).toBeVisible();
  await openTab(page, 'Tệp');
  await expect(page.getByText('ban-dau.txt').first()).toBeVisible();
  await expect(page.getByText('ban-sua.txt').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await openTab(page, 'Rà soát');
  await expect(page.getByTestId('review-item').filter({ hasText: '27/11/2026' }).first()).toBeVisible();
});

test('a dossier of its own stands beside the first', async () => {
  const { page } = window;
  await drop('ban-khac.txt', FIRST.replace('27/11/2026', '24/11/2026'));
  await page.getByRole('button', { name: 'Lập hồ sơ riêng' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/\/ra-soat$/u);
  await goTo(page, 'Kế hoạch');
  await expect(page.getByRole('row').filter({ hasText: 'tổng kết công tác xây dựng Đảng bộ' })).toHaveCount(
    2,
  );
});
