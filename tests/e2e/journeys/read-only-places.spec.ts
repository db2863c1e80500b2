/** Where nothing can be written, nothing offers to write: every place and tab is walked, and what is on must be for reading. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchWebHost, type WebProcess } from '../../support/launch-browser';
import { screenshot } from '../pages/screenshot';
import { goTo, toast, type PlaceName } from '../pages/shell';
import { settled } from '../pages/calm';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { must } from './prepared-office';

const PLACES: readonly PlaceName[] = [
  'Hôm nay',
  'Kế hoạch',
  'Báo cáo',
  'Tổng hợp',
  'Văn bản đi',
  'Lịch',
  'Văn bản đến',
  'Lưu trữ',
  'Danh mục',
  'Cài đặt',
];

/** What may be pressed, chosen or typed in a window that only shows: it filters, opens, copies, prints or delivers. */
const READS: readonly RegExp[] = [
  /^(Lọc|Tìm|Cột$|Chép|Xem|Xuất|In |In…|Mở|Tải|Lấy tệp|Hiện |Bỏ lọc|Chọn (tất cả|dòng|Tổ|Chi|Công|Đoàn|Hội|Mặt|Ủy)|← )/u,
  /^(Bước tiếp theo|Tiếp tục|Kiểm tra|Sao lưu ngay|Khôi phục ra thư mục mới|Mở lại ngay|Giữ thư mục|Quay lại)/u,
];
let holder: WebProcess;
let window: AppWindow;

test.describe.configure({ timeout: 300_000 });
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(300_000);
  const data = join(temporaryFolder('only-shown'), 'data');
  must(['sample', 'create', '--units', '12', '--plans', '2', '--years', '1', '--data', data]);
  holder = await launchWebHost(data);
  window = await openWindow(project.name, data);
  await window.page.getByRole('alert').filter({ hasText: 'Chỉ xem, không ghi được' }).waitFor();
});
test.afterAll(async () => {
  await window.close();
  await holder.stop();
});

/** The names of all that is on in the page and could write. */
async function writing(page: Page, where: string): Promise<readonly string[]> {
  await settled(page);
  const names = await page.locator('main.content, .ant-drawer-body, .ant-modal').evaluateAll((roots) => {
    const named = (element: Element): string =>
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? ([...(element.labels ?? [])].map((label) => label.innerText).join(' ') || element.placeholder)
        : (element as HTMLElement).innerText);
    return roots
      .flatMap((root) => [
        ...root.querySelectorAll(
          'button:enabled, input:enabled:not([readonly]), textarea:enabled:not([readonly]), select:enabled,' +
            ' [role=button]:not([aria-disabled=true]), [contenteditable=true]',
        ),
      ])
      .filter((element) => element.closest('[role=tablist], .ant-table-thead, .ant-modal-close, .ant-drawer-close') === null)
      .filter((element) => element.checkVisibility())
      .map((element) => named(element).replace(/\s+/gu, ' ').trim());
  });
  return [...new Set(names)]
    .filter((name) => !READS.some((reads) => reads.test(name)))
    .map((name) => `${where}: ${name}`);
}

/** The page, and what each of its tabs (and theirs) shows. */
async function walk(page: Page, where: string, bar = 0): Promise<readonly string[]> {
  const tabs = page.getByRole('main').getByRole('tablist').nth(bar).getByRole('tab');
  const found: string[] = [...(await writing(page, where))];
  for (let index = 0; index < (await tabs.count()); index += 1) {
    const tab = tabs.nth(index);
    const name = `${where} › ${(await tab.innerText()).trim()}`;
    await tab.click();
    await screenshot(page, `read-only-${name.replaceAll(/[^\p{L}\d]+/gu, '-')}`);
    found.push(...(bar === 0 ? await walk(page, name, 1) : await writing(page, name)));
  }
  return found;
}

test('in no place and none of its tabs is anything on that writes', async () => {
  const found: string[] = [];
  for (const place of PLACES) {
    await goTo(window.page, place);
    await window.page.getByRole('heading', { level: 1 }).filter({ hasText: place }).waitFor();
    found.push(...(await walk(window.page, place)));
  }
  expect.soft(found).toEqual([]);
});

test('nor in any tab of a dossier', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  expect.soft(await walk(page, 'Hồ sơ')).toEqual([]);
});

test('keys and drops that would write are answered with the reason', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  for (const key of ['Control+i', 'Control+z']) {
    await page.keyboard.press(key);
    await expect(toast(page, 'Chỉ xem, không ghi được').last()).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await toast(page, 'Chỉ xem, không ghi được').last().getByRole('button', { name: /close|đóng/i }).click();
    await expect(toast(page, 'Chỉ xem, không ghi được')).toHaveCount(0);
  }
});

test('a dialog opened by a key says why it can’t be filled in', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đến');
  await page.keyboard.press('Control+Shift+D');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Chỉ xem, không ghi được')).toBeVisible();
  expect(await writing(page, 'Đăng ký văn bản đến')).toEqual(['Đăng ký văn bản đến: Thôi']);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
