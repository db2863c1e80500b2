/** What an office does rarely and must get right: its directory out and in again, a number despite dots, what must not lie here. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { must, prepareOffice } from '../journeys/prepared-office';
import { finishReview } from '../pages/plan';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;

const DOTTED = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG AN BÌNH
Số -KH/ĐU
An Bình, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
tổ chức giải bóng chuyền chào mừng ngày thành lập phường

I. MỤC ĐÍCH
Rèn luyện sức khỏe của cán bộ, đảng viên.
II. NỘI DUNG
- Lễ khai mạc tổ chức vào ngày …… tháng 3 năm 2026 tại nhà thi đấu.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy
- Chuẩn bị giải thưởng gồm ........ suất, theo dõi, đôn đốc thực hiện.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Mẫu
`;

test.describe.configure({ mode: 'serial', timeout: 90_000 });

test.beforeAll(async ({}, { project }) => {
  const office = prepareOffice(6);
  const plan = join(temporaryFolder('plan'), 'Giải bóng chuyền.txt');
  writeFileSync(plan, DOTTED);
  must(['plan', 'import', plan, '--data', office.data]);
  window = await openWindow(project.name, office.data);
  await window.page.setViewportSize({ width: 1366, height: 768 });
});
test.afterAll(async () => {
  await window.close();
});

test('the directory goes out as a workbook and comes in again without a change', async () => {
  const { page } = window;
  await goTo(page, 'Danh mục');
  await screenshot(page, 'directory-export');
  const file = await window.saving(() => page.getByRole('button', { name: 'Xuất Excel' }).click());
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhập danh mục từ Excel' });
  await window.choosing([file], () => dialog.getByRole('button', { name: 'Chọn tệp' }).click());
  await expect(dialog.getByText('Không dòng nào bị từ chối')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Nhập 0 dòng' })).toBeDisabled();
  await screenshot(page, 'directory-unchanged');
  await dialog.getByRole('button', { name: 'Thôi' }).click();
});

test('a plan with dots is numbered only when a person says so', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('row').filter({ hasText: 'giải bóng chuyền' }).first().dblclick();
  await openTab(page, 'Rà soát');
  await finishReview(page);
  await openTab(page, 'Rà soát');
  const note = page.getByTestId('review-blanks');
  await expect(note).toContainText('Văn bản còn 2 chỗ chưa điền: ');
  await expect(note).toContainText('ngày …… tháng 3');
  await screenshot(page, 'review-blanks');
  await openTab(page, 'Văn bản');
  await page.getByRole('button', { name: 'Lấy số', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Lấy số văn bản' });
  const asked = dialog.getByTestId('blank-places');
  await expect(asked).toContainText('Văn bản còn 2 chỗ chưa điền');
  await expect(asked).toContainText('Mục II');
  await expect(asked).toContainText('ngày …… tháng 3');
  const take = dialog.getByRole('button', { name: /^Lấy số/ });
  await expect(take).toBeDisabled();
  await screenshot(page, 'blank-places');
  await asked.getByRole('checkbox').check();
  await take.click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(page.getByRole('table', { name: 'Văn bản của hồ sơ' })).toContainText('-KH/ĐU');
});

test('a file is purged by an act that nobody does by mistake, and the history says who and why', async () => {
  const { page } = window;
  await openTab(page, 'Lưu trữ');
  await screenshot(page, 'purge-archive-tab');
  await page.getByRole('link', { name: 'Chọn tệp cần xóa hẳn ở thẻ Tệp' }).click();
  const files = page.getByRole('table', { name: 'Tệp của hồ sơ' });
  await files.getByRole('row').filter({ hasText: 'Giải bóng chuyền.txt' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Xóa hẳn 1 tệp' }).click();
  const dialog = page.getByRole('dialog', { name: 'Xóa hẳn 1 tệp của hồ sơ' });
  await expect(dialog.getByRole('list', { name: 'Sẽ mất hẳn' })).toContainText('Giải bóng chuyền.txt');
  await expect(dialog.getByText('Không hoàn tác được')).toBeVisible();
  const purge = dialog.getByRole('button', { name: 'Xóa hẳn' });
  await dialog.getByLabel('Lý do').fill('Tệp có dữ liệu cá nhân');
  await expect(purge).toBeDisabled();
  await dialog.getByLabel('Gõ “xóa 1 tệp”').fill('Xoa 1 tep');
  await screenshot(page, 'purge-dialog');
  await purge.click();
  const done = page.getByRole('dialog', { name: 'Đã xóa hẳn' });
  await expect(done.getByRole('list', { name: 'Đã gỡ khỏi' })).toContainText('Dữ liệu đang dùng');
  await expect(done.getByText('Đã xóa “Giải bóng chuyền.txt')).toBeVisible();
  await screenshot(page, 'purge-done');
  await done.getByRole('button', { name: 'Đã xem' }).click();
  await expect(page.getByText('Giải bóng chuyền.txt')).toHaveCount(0);
  await openTab(page, 'Lịch sử');
  await expect(page.getByText('Xóa hẳn nội dung: Tệp có dữ liệu cá nhân', { exact: true })).toBeVisible();
  await expect(page.getByText('Xóa hẳn nội dung (nội dung đã xóa hẳn')).toHaveCount(0);
});

test('a line of the incoming book is purged and keeps its number', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đến');
  await expect(page.getByText(/chưa có dòng nào/)).toBeVisible();
  await page.keyboard.press('Control+Shift+d');
  const entry = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await entry.getByLabel('Tác giả').fill('Ban Tổ chức Thành ủy');
  await entry.getByLabel('Trích yếu').fill('rà soát quy chế làm việc');
  await entry.getByRole('button', { name: 'Đăng ký' }).click();
  await entry.waitFor({ state: 'hidden' });
  const book = page.getByRole('table', { name: 'Sổ đăng ký văn bản đến' });
  await book.getByText('rà soát quy chế làm việc').dblclick();
  const drawer = page.getByRole('dialog', { name: /Số đến 1\// });
  await drawer.getByRole('button', { name: 'Xóa hẳn' }).click();
  const dialog = page.getByRole('dialog', { name: /Xóa hẳn dòng số đến/ });
  const phrase = /\d+\/\d{4}/.exec(await dialog.getByText(/^Xóa hẳn dòng số đến/).innerText())?.[0] ?? '';
  await dialog.getByLabel('Lý do').fill('Văn bản có dấu MẬT, chuyển sổ riêng');
  await dialog.getByLabel(/^Gõ/).fill(phrase);
  await screenshot(page, 'purge-line');
  await dialog.getByRole('button', { name: 'Xóa hẳn' }).click();
  await page.getByRole('dialog', { name: 'Đã xóa hẳn' }).getByRole('button', { name: 'Đã xem' }).click();
  await expect(drawer.getByText(/Dòng đã hủy: Xóa hẳn: Văn bản có dấu MẬT/)).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Xóa hẳn' })).toHaveCount(0);
  await screenshot(page, 'purge-line-done');
});
