/** What is owed beside periodic reports: units' own plans, reports upward, the ledger of difficulties. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { isCalm } from '../pages/calm';
import { goTo, goToAllOfToday, openTab, toast } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;
let office: PreparedOffice;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(8);
  window = await openWindow(project.name, office.data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

/** Types a day as people do and leaves the field. */
async function typeDay(scope: Locator, label: string, day: string): Promise<void> {
  const field = scope.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Tab');
}

async function openPart(page: Page, part: string): Promise<void> {
  await goTo(page, 'Kế hoạch');
  // The place opens where it was left.
  if (!/\/ke-hoach\/[^/]+/.test(page.url()))
    await page.getByRole('row').filter({ hasText: '27-NQ/TU' }).first().click();
  await openTab(page, 'Báo cáo');
  await page
    .getByRole('navigation', { name: 'Việc phải báo cáo của kế hoạch này' })
    .getByRole('link', { name: part })
    .click();
}

test('units are asked for plans of their own, and a plan comes in with its number and day', async () => {
  const { page } = window;
  await openPart(page, 'Kế hoạch của đơn vị');
  await expect(page.getByText('Chưa yêu cầu đơn vị nào gửi kế hoạch.')).toBeVisible();
  await isCalm(page, 'own-plans-empty');
  await page.getByRole('button', { name: 'Yêu cầu gửi kế hoạch' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Yêu cầu đơn vị gửi kế hoạch' });
  await dialog.getByLabel('Tên kế hoạch').fill('Kế hoạch tuyên truyền của đơn vị');
  await typeDay(dialog, 'Hạn cuối', '10/02/2026');
  await isCalm(page, 'own-plans-ask');
  await dialog.getByRole('button', { name: /^Yêu cầu 8 đơn vị/ }).click();
  await expect(toast(page, 'Đã yêu cầu 8 đơn vị gửi kế hoạch')).toBeVisible();

  const table = page.getByRole('table').filter({ hasText: 'Số, ngày kế hoạch' });
  await expect(table.getByText('Chưa gửi')).toHaveCount(8);
  await table.getByRole('button', { name: 'Nhận', exact: true }).first().click();
  const taking = page.getByRole('dialog', { name: /^Nhận kế hoạch của/ });
  await taking.getByLabel('Số, ký hiệu').fill('05-KH/CB');
  await typeDay(taking, 'Ngày kế hoạch', '20/02/2026');
  await typeDay(taking, 'Ngày nhận', '09/02/2026');
  await taking.getByRole('button', { name: 'Nhận', exact: true }).click();
  await expect(taking.getByText('không được sau ngày 09/02/2026')).toBeVisible();
  await typeDay(taking, 'Ngày kế hoạch', '06/02/2026');
  await taking.getByLabel('Số, ký hiệu').press('Enter');
  await expect(taking).toBeHidden();
  await expect(table.getByText('05-KH/CB, 06/02/2026')).toBeVisible();
  await expect(table.getByText('Đúng hạn')).toHaveCount(1);
  await isCalm(page, 'own-plans');
});

test('several plans come in at once, by the names of their files; a person chooses where it is not clear', async () => {
  const { page } = window;
  const unit = await page.locator('tbody tr.openable').nth(3).locator('td').first().innerText();
  const folder = join(temporaryFolder('plans'), 'ke-hoach');
  mkdirSync(folder);
  const named = join(folder, `KH ${unit}.txt`);
  const nameless = join(folder, 'scan0001.txt');
  writeFileSync(named, 'Kế hoạch thử của một đơn vị.');
  writeFileSync(nameless, 'Không có tên ai.');
  await page.getByRole('button', { name: 'Nhận kế hoạch' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhận kế hoạch của các đơn vị' });
  await window.choosing([named, nameless], () =>
    dialog.getByRole('button', { name: 'Chọn tệp', exact: true }).click(),
  );
  await expect(dialog.getByText('theo tên tệp')).toHaveCount(1);
  await expect(dialog.getByText('Không thấy tên đơn vị nào')).toBeVisible();
  await isCalm(page, 'own-plans-intake');
  const number = dialog.getByLabel(/^Số của/).first();
  await number.fill('07-KH/CB');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nhập tiếp' }).click();
  await expect(number).toHaveValue('07-KH/CB');
  await dialog.getByRole('button', { name: 'Nhận 1 kế hoạch' }).click();
  await expect(toast(page, 'Đã nhận 1 kế hoạch của đơn vị')).toBeVisible();
  await expect(page.getByTestId('received')).toContainText('2');
});

test('a report upward is proposed, sent with its hour, confirmed and filed', async () => {
  const { page } = window;
  await openPart(page, 'Gửi cấp trên');
  await page.getByRole('button', { name: 'Thêm báo cáo phải gửi' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Báo cáo phải gửi cấp trên' });
  await dialog.getByRole('button', { name: /^Định kỳ, hạn/ }).click();
  await expect(dialog.getByLabel('Tên báo cáo')).toHaveValue(/^Báo cáo quý I năm 2026/);
  await expect(dialog.getByLabel('Nơi nhận')).not.toHaveValue('');
  await dialog.getByLabel('Giờ (nếu có)').fill('25:99');
  await dialog.getByRole('button', { name: 'Ghi vào danh sách' }).click();
  await expect(dialog.getByText('Giờ phải từ 0 giờ đến 23 giờ 59')).toBeVisible();
  await dialog.getByLabel('Giờ (nếu có)').fill('16h');
  await isCalm(page, 'upward-save');
  await dialog.getByRole('button', { name: 'Ghi vào danh sách' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Quá hạn, chưa gửi')).toBeVisible();

  await page.getByRole('button', { name: 'Ghi đã gửi' }).click();
  const sending = page.getByRole('dialog', { name: 'Ghi báo cáo đã gửi' });
  await sending.getByLabel('Số, ký hiệu').fill('12-BC/ĐU');
  await typeDay(sending, 'Ngày gửi', '20/03/2026');
  await sending.getByLabel('Giờ gửi').fill('15:45');
  await isCalm(page, 'upward-send');
  await sending.getByRole('button', { name: 'Ghi đã gửi' }).click();
  await expect(page.getByText('Đã gửi đúng hạn')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi xác nhận' }).click();
  const confirming = page.getByRole('dialog', { name: 'Cấp trên đã nhận' });
  await confirming.getByLabel('Ghi chú').fill('Số đến 125');
  await confirming.getByLabel('Ghi chú').press('Enter');
  await expect(page.getByText('Đã có xác nhận')).toBeVisible();
  await isCalm(page, 'upward');
  await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
  await page.getByRole('dialog', { name: 'Lưu hồ sơ' }).getByRole('button', { name: 'Lưu hồ sơ' }).click();
  await expect(page.getByRole('cell', { name: /Đã lưu/ })).toBeVisible();
});

test('a difficulty is noted, asked back about personal data, answered by number and date, exported', async () => {
  const { page } = window;
  await openPart(page, 'Khó khăn, vướng mắc');
  await page.getByRole('button', { name: 'Ghi khó khăn, vướng mắc' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Ghi khó khăn, vướng mắc' });
  const unit = dialog.getByRole('combobox', { name: 'Đơn vị' });
  await unit.fill('van phong');
  await page.locator('.ant-select-item-option-active', { hasText: /văn phòng/i }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Nội dung').fill('Thiếu loa truyền thanh, liên hệ 0912 345 678');
  // A day that there is not is said; a year of two digits is read.
  await typeDay(dialog, 'Ngày nhận', '31/02/2026');
  await expect(toast(page, '“31/02/2026” không phải là ngày có thật')).toBeVisible();
  await typeDay(dialog, 'Ngày nhận', '5/3/26');
  await expect(dialog.getByLabel('Ngày nhận', { exact: true })).toHaveValue('05/03/2026');
  await typeDay(dialog, 'Ngày nhận', '02/03/2026');
  await dialog.getByLabel('Chuyển đến').fill('Phòng Văn hóa – Xã hội');
  await typeDay(dialog, 'Ngày chuyển', '03/03/2026');
  await typeDay(dialog, 'Hạn trả lời', '12/03/2026');
  await isCalm(page, 'difficulty-save');
  await dialog.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(dialog).toBeHidden();
  await expect(toast(page, 'không ghi thông tin của công dân')).toBeVisible();
  await expect(page.getByText('Quá hạn trả lời')).toBeVisible();
  await isCalm(page, 'difficulties');

  await goToAllOfToday(page);
  await page
    .getByRole('row', { name: /1 khó khăn, vướng mắc của đơn vị đã quá hạn trả lời/ })
    .getByRole('button', { name: 'Trả lời' })
    .click();
  const answering = page.getByRole('dialog', { name: 'Trả lời khó khăn, vướng mắc' });
  await answering.getByLabel('Số văn bản').fill('45/CV-VHXH');
  await answering.getByRole('button', { name: 'Ghi trả lời' }).click();
  await expect(page.getByText('Mọi khó khăn, vướng mắc đã được trả lời.')).toBeVisible();
  await page.getByLabel('Chỉ nội dung chưa trả lời').click();
  await expect(page.getByText('Trả lời trễ hạn')).toBeVisible();
  const saved = await window.saving(() => page.getByRole('button', { name: 'Xuất Excel' }).click());
  expect(saved).toMatch(/\.xlsx$/);
});

test('one list shows what units owe and what is owed upward; the matrix has the plans; Hôm nay opens the right place', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  await page.getByRole('tab', { name: 'Phải báo cáo' }).click();
  const list = page.getByRole('table').filter({ hasText: 'Phải báo cáo, phải gửi' });
  await expect(list.getByRole('row', { name: /Báo cáo của đơn vị.*quý I năm 2026.*0\/8/i })).toBeVisible();
  await expect(list.getByRole('row', { name: /Kế hoạch của đơn vị.*2\/8/ })).toBeVisible();
  await expect(list.getByRole('row', { name: /Gửi cấp trên.*12-BC\/ĐU.*Đã lưu/ })).toBeVisible();
  await isCalm(page, 'obligations');

  await page.getByRole('tab', { name: 'Bảng theo dõi' }).click();
  await page
    .getByRole('gridcell', { name: /Kế hoạch tuyên truyền của đơn vị: Chưa gửi/ })
    .first()
    .click();
  await expect(page).toHaveURL(/ke-hoach-don-vi\?.*don-vi=/);

  await goToAllOfToday(page);
  await page
    .getByRole('row', { name: /còn 6\/8 đơn vị chưa gửi/ })
    .getByRole('button', { name: 'Xem đơn vị còn thiếu' })
    .click();
  await expect(page.getByTestId('received')).toContainText('2');
});
