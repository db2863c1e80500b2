/** The search as somebody uses it: by keyboard, as one types, filtered, in files; and that typed words are not lost. */
import { expect, test, type Page } from '@playwright/test';
import { closeByEscape, goTo, openSampleOffice, toast } from '../pages/shell';
import { screenshot } from '../pages/screenshot';
import { openWindow, type AppWindow } from '../pages/window';

let window: AppWindow;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  await window.page.setViewportSize({ width: 1366, height: 768 });
  await openSampleOffice(window.page);
});
test.afterAll(() => window.close());

const input = (page: Page) => page.getByRole('dialog').getByLabel('Tìm', { exact: true });
const options = (page: Page) => page.getByRole('option');
const chip = (page: Page, name: RegExp) =>
  page.getByRole('toolbar', { name: 'Lọc kết quả' }).getByRole('button', { name });

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(input(page)).toBeFocused();
}

test('before anything is typed it offers places, actions and what was looked at', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đến');
  await goTo(page, 'Lịch');
  await expect(page.getByRole('heading', { level: 1, name: 'Lịch' })).toBeVisible();
  await openSearch(page);
  await expect(page.getByRole('group', { name: 'Vừa xem' }).getByRole('option').first()).toContainText(
    'Lịch',
  );
  await expect(options(page).filter({ hasText: 'Sao lưu ngay' })).toHaveCount(1);
  await screenshot(page, 'search-empty');
  await page.keyboard.press('Escape');
});

test('an action is done by its name without marks', async () => {
  const { page } = window;
  await openSearch(page);
  await page.keyboard.type('sao luu ngay');
  await expect(options(page).first()).toContainText('Sao lưu ngay');
  const rail = await page.getByRole('navigation', { name: 'Các nơi làm việc' }).boundingBox();
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Đã sao lưu')).toBeVisible({ timeout: 20_000 });
  await screenshot(page, 'toast');
  const box = await toast(page, 'Đã sao lưu').boundingBox();
  expect(box?.x ?? 0).toBeGreaterThan((rail?.x ?? 0) + (rail?.width ?? 0));
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(1100);
  await openSearch(page);
  await page.keyboard.type('them hoi nghi');
  await page.keyboard.press('Enter');
  const adding = page.getByRole('dialog', { name: /hội nghị/i });
  await expect(adding).toBeVisible();
  await closeByEscape(page, adding);
});

test('results come while one types, by group, with what was found set off; chips narrow them by keyboard', async () => {
  const { page } = window;
  await openSearch(page);
  await page.keyboard.type('27 nq tu');
  await expect(options(page).first().locator('mark').first()).toBeVisible();
  await expect(input(page)).toHaveValue('27 nq tu');
  await expect(page.getByRole('group', { name: 'Tệp' })).toBeVisible({ timeout: 20_000 });
  await screenshot(page, 'search-results');
  await page.keyboard.press('Tab');
  await expect(chip(page, /^Tất cả/)).toBeFocused();
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await expect(chip(page, /^Tệp/)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(chip(page, /^Tệp/)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('group', { name: 'Kế hoạch' })).toHaveCount(0);
  await expect(options(page).first()).toContainText('.docx');
  await screenshot(page, 'search-files');
  await page.keyboard.press('ArrowDown');
  await expect(input(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ke-hoach\/[^/]+\/tep\?tep=/);
  await expect(
    page
      .locator('main')
      .getByRole('button', { name: /\.docx$/ })
      .locator('strong'),
  ).toBeVisible();
});

test('Enter that comes before the answer opens the first of what was typed', async () => {
  const { page } = window;
  await openSearch(page);
  await page.keyboard.type('van ban den');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Văn bản đến' })).toBeVisible();
});

test('a word that is being composed is neither asked for nor changed', async () => {
  const { page } = window;
  await openSearch(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('search.find')) asked.push(body);
  });
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ['d', 'dd', 'đ', 'đa', 'đan', 'đang', 'đảng'])
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await expect(input(page)).toHaveValue('đảng');
  await page.waitForTimeout(400);
  expect(asked).toEqual([]);
  await expect(input(page)).toHaveValue('đảng');
  await keyboard.send('Input.insertText', { text: 'đảng' });
  await expect(input(page)).toHaveValue('đảng');
  await expect(options(page).first().locator('mark').first()).toHaveText(/đảng/i);
  expect(asked.every((body) => body.includes('đảng'))).toBe(true);
  await screenshot(page, 'composed');
  // The first Escape may still belong to the input method.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(input(page)).toBeHidden({ timeout: 1_000 });
  }).toPass();
});

test('Shift+? shows the keys, but writes a question mark inside an input', async () => {
  const { page } = window;
  await goTo(page, 'Hôm nay');
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Các phím tắt' })).toBeVisible();
  await screenshot(page, 'keys');
  await page.keyboard.press('Escape');
  await openSearch(page);
  await page.keyboard.type('ai?');
  await expect(input(page)).toHaveValue('ai?');
  await expect(page.getByRole('dialog', { name: 'Các phím tắt' })).toBeHidden();
  await page.keyboard.press('Escape');
});

test('a dialog asks once before typed words are lost, and not where nothing was typed', async () => {
  const { page } = window;
  await goTo(page, 'Lịch');
  const open = () => page.getByRole('button', { name: 'Thêm hội nghị' }).click();
  const dialog = page.getByRole('dialog', { name: /hội nghị/i }).first();
  await open();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await open();
  const field = dialog.getByRole('textbox').first();
  await field.fill('Hội nghị thử');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog').filter({ hasText: 'Bỏ nội dung đã nhập?' });
  await expect(question).toBeVisible();
  await screenshot(page, 'lose-typed');
  await question.getByRole('button', { name: 'Nhập tiếp' }).click();
  await expect(question).toBeHidden();
  await expect(field).toHaveValue('Hội nghị thử');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Bỏ nội dung' }).click();
  await expect(dialog).toBeHidden();
});

test('no key of the window or of the page takes an open dialog away, nor acts behind it', async () => {
  const { page } = window;
  await goTo(page, 'Lịch');
  await page.getByRole('button', { name: 'Thêm hội nghị' }).click();
  const dialog = page.getByRole('dialog', { name: /hội nghị/i }).first();
  const field = dialog.getByRole('textbox').first();
  await field.fill('Hội nghị thử');
  const address = page.url();
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await dialog.getByRole('button', { name: 'Thôi' }).focus();
  await page.keyboard.press('PageDown');
  // What a key that did act would have changed is there by now.
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(field).toHaveValue('Hội nghị thử');
  // The window itself may take back what was typed in the dialog; what was done before it stays.
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  await expect(toast(page, /hoàn tác/)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Thôi' }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(page).not.toHaveURL(address);
  await page.keyboard.press('Alt+2');
  await expect(page).toHaveURL(/\/ke-hoach/);
});

test('a unit is opened at its row, a line of a book at its line, a delivery at whom its document went to', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 1366, height: 420 });
  await goTo(page, 'Danh mục');
  const units = page.getByRole('table', { name: 'Danh mục đơn vị' });
  const name = (
    await units.locator('tbody tr[data-row-key]').last().locator('td').first().innerText()
  ).trim();
  await goTo(page, 'Lịch');
  await openSearch(page);
  await page.keyboard.type(name);
  await options(page).filter({ hasText: 'Danh mục: đơn vị' }).filter({ hasText: name }).first().click();
  await expect(page).toHaveURL(/\/danh-muc\/don-vi\?tim=/);
  const row = units.locator('tr.sought-row');
  await expect(row).toContainText(name);
  await expect(row).toBeInViewport();
  await screenshot(page, 'search-unit');
  await page.setViewportSize({ width: 1366, height: 768 });

  await openSearch(page);
  await page.keyboard.type('ke hoach');
  await chip(page, /^Văn bản đi/).click();
  await options(page).filter({ hasText: 'Sổ văn bản đi' }).first().click();
  await expect(page).toHaveURL(/\/van-ban-di\?so=[^&]+&dong=\d+/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await screenshot(page, 'search-register');
  await page.keyboard.press('Escape');

  await openSearch(page);
  await page.keyboard.type('chi bo');
  await chip(page, /^Văn bản đi/).click();
  await options(page).filter({ hasText: 'Đã gửi ngày' }).first().click();
  await expect(page).toHaveURL(/\/noi-nhan\?van-ban=/);
  await expect(page.getByRole('heading', { name: 'Đã gửi' })).toBeVisible();
});
