/**
 * Real plans, whole: read, reviewed, numbered, signed, sent to sixty units, followed to the last confirmation, and their
 * days in the calendar. The plans lie outside the repository (REAL_PLANS: a folder); `scripts/test.mjs` counts these as
 * skipped where they are not.
 */
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { must } from '../journeys/prepared-office';
import { dropFiles } from '../pages/drop';
import { attachSignedCopy, finishReview, registerPlan, sendPlan } from '../pages/plan';
import { screenshot } from '../pages/screenshot';
import { fact, goTo, openTab } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

const folder = process.env['REAL_PLANS'] ?? '';
const plans =
  folder === ''
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => join(folder, name));
test.skip(folder === '', 'REAL_PLANS names no folder of plans');
/** So many that the fewest groups that a plan names come to sixty units. */
const UNITS = 100;

let window: AppWindow;
let signedCopy = '';
const addresses: string[] = [];

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ actionTimeout: 8_000 });
test.beforeAll(async () => {
  const data = join(temporaryFolder('real-plans'), 'data');
  must(['sample', 'create', '--units', String(UNITS), '--plans', '0', '--data', data]);
  signedCopy = join(temporaryFolder('signed'), 'Bản ký.pdf');
  await writeFile(signedCopy, '%PDF-1.4\n% bản quét\n%%EOF\n');
  window = await openWindow('browser', data);
});
test.afterAll(async () => {
  await window.close();
});

async function show(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('tablist', { name: 'Các phần của hội nghị' }).getByRole('tab', { name }).click();
}

/** The sample office knows the Party's groups; a plan that names schools and wards' halls is sent to the cells. */
async function chooseCellsWhereFew(page: Page): Promise<void> {
  const send = page.getByRole('button', { name: /^Gửi \d+ nơi nhận/ });
  if (Number(/\d+/.exec(await send.innerText())?.[0]) >= 60) return;
  await page.getByRole('button', { name: 'Chọn nơi nhận khác' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chọn nơi nhận' });
  await dialog.getByRole('combobox', { name: 'Nơi nhận' }).fill('cac chi bo');
  await page.locator('.ant-select-item-option').first().click();
  await dialog.getByText('Chọn nhóm để gửi').click();
  await dialog.getByRole('button', { name: 'Dùng danh sách này' }).click();
  await expect(send).toHaveText(/Gửi [6-9]\d nơi nhận/);
}

/** Every recipient of the document on the screen has it. */
async function confirmAll(page: Page, sent: number): Promise<void> {
  await expect(fact(page, 'sent-count')).toHaveText(String(sent));
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).click();
  await page.getByRole('button', { name: `Đã nhận (${sent})` }).click();
  const dialog = page.getByRole('dialog', { name: `Ghi đã nhận: ${sent} nơi nhận` });
  await dialog.getByRole('button', { name: 'Ghi đã nhận' }).click();
  await expect(fact(page, 'received-count')).toHaveText(String(sent));
  await expect(fact(page, 'unconfirmed-count')).toHaveText('0');
}

for (const [index, path] of plans.entries())
  test(`plan ${index + 1}: read, numbered, signed, sent to every unit, confirmed to the last`, async () => {
    const { page } = window;
    await goTo(page, 'Kế hoạch');
    await dropFiles(page, [path]);
    await page.waitForURL(/\/ra-soat/);
    addresses.push(new URL(page.url()).pathname.replace(/\/[^/]+$/, ''));
    await page.keyboard.press('Shift+A');
    await screenshot(page, `real-${index + 1}-review`);
    await finishReview(page);
    expect(await registerPlan(page)).toMatch(/^\d{2,}[-/]KH/);
    await attachSignedCopy(window, signedCopy);
    await openTab(page, 'Nơi nhận');
    await screenshot(page, `real-${index + 1}-recipients`);
    await chooseCellsWhereFew(page);
    const sent = await sendPlan(page);
    expect(sent).toBeGreaterThanOrEqual(60);
    await confirmAll(page, sent);
    await screenshot(page, `real-${index + 1}-confirmed`);
  });

test('nothing of the five waits for a confirmation any more', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đi');
  await openTab(page, 'Sổ giao nhận');
  await expect(page.getByText('Chưa xác nhận (0)')).toBeVisible();
  await openTab(page, 'Sổ đăng ký');
  await screenshot(page, 'real-book');
  for (const number of ['01', '02', '03', '04'])
    await expect(page.getByText(`${number}-KH/ĐU`, { exact: true })).toBeVisible();
});

test('a conference that a plan names: who comes, giấy mời sent to them alone, attendance with both rates', async () => {
  const { page } = window;
  await goTo(page, 'Lịch');
  await show(page, '/lich/tuan?ngay=2026-02-11');
  await page
    .getByRole('table', { name: 'Lịch tuần' })
    .getByRole('link', { name: /^14:00/ })
    .click();
  await openPart(page, 'Thành phần');
  await page.getByRole('button', { name: /^Lấy \d+ dòng này/ }).click();
  await page.getByLabel('Số người mỗi nơi, dòng 1').fill('4');
  await page.getByRole('button', { name: 'Thêm thành phần' }).click();
  const line = page.getByRole('combobox', { name: /^Trong danh mục, dòng/ }).last();
  await line.click();
  await line.fill('cac chi bo');
  await page.locator('.ant-select-item-option').first().click();
  await page
    .getByLabel(/^Số người mỗi nơi, dòng/)
    .last()
    .fill('1');
  await page.getByRole('button', { name: 'Lưu thành phần' }).click();
  const words = await page.getByText(/^Mời \d+ nơi, \d+ đại biểu$/).innerText();
  await screenshot(page, 'real-conference-participants');
  await page.getByRole('button', { name: 'Làm giấy mời' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Làm giấy mời' });
  await dialog.getByRole('button', { name: 'Giữ thành văn bản của hồ sơ' }).click();
  await page
    .getByRole('table', { name: 'Giấy mời đã làm' })
    .getByRole('link', { name: 'Lấy số ở Văn bản' })
    .click();
  const invitation = page.getByRole('row').filter({ hasText: 'Giấy mời' });
  await invitation.getByRole('button', { name: 'Lấy số' }).click();
  const number = page.getByRole('dialog', { name: 'Lấy số văn bản' });
  await number.getByRole('button', { name: /^Lấy số/ }).click();
  await expect(invitation).toContainText('01-GM/');

  await openTab(page, 'Hội nghị');
  await page.getByRole('row').filter({ hasText: '14:00' }).getByRole('button').first().click();
  await openPart(page, 'Thành phần');
  await page.getByRole('link', { name: 'Gửi ở Nơi nhận' }).click();
  await expect(page.getByText('Đang đề xuất thành phần dự hội nghị')).toBeVisible();
  const sent = await sendPlan(page);
  expect(sent).toBeLessThanOrEqual(Number(/\d+/.exec(words)?.[0]));
  await confirmAll(page, sent);

  await openTab(page, 'Hội nghị');
  await page.getByRole('row').filter({ hasText: '14:00' }).getByRole('button').first().click();
  await openPart(page, 'Điểm danh');
  const cell = page.getByRole('grid', { name: 'Bảng điểm danh' }).locator('input');
  await cell.press('ArrowRight');
  await cell.pressSequentially('3');
  await cell.press('Enter');
  await expect(page.getByTestId('attendance-present').locator('dd')).toHaveText('3');
  await expect(page.getByText(/Đã ghi điểm danh 1\/\d+ thành phần/)).toContainText('75,00%');
  await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
  await screenshot(page, 'real-conference-attendance');
});

test('the deadlines and conferences of the plans stand in the calendar on their days', async () => {
  const { page } = window;
  await goTo(page, 'Lịch');
  for (const [day, words] of [
    ['2026-06-09', /10\/6\/2026/],
    ['2026-02-11', /14:00/],
  ] as const) {
    await show(page, `/lich/tuan?ngay=${day}`);
    await expect(page.getByRole('table', { name: 'Lịch tuần' })).toContainText(words);
    await screenshot(page, `real-calendar-${day}`);
  }
});
