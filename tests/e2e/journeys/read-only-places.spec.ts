/** Where nothing can be written, nothing offers to write: every place and tab is walked, and what is on must be for reading. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchWebHost, type WebProcess } from '../../support/launch-browser';
import { screenshot } from '../pages/screenshot';
import { goTo, toast } from '../pages/shell';
import { walkWindow } from '../pages/walk';
import { settled } from '../pages/calm';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { must } from './prepared-office';

/** What may be pressed, chosen or typed in a window that only shows: it filters, opens, copies, prints or delivers. */
const READS: readonly RegExp[] = [
  /^(Lọc|Tìm|Cột$|Chép|Xem|Xuất|In |In…|Mở|Tải|Lấy tệp|Hiện |Bỏ lọc|Chỉ một kỳ|Chỉ mục đã ghi|← )/u,
  /^(Kế hoạch|Năm|Kỳ|Văn bản|Sổ|Từ ngày|Đến ngày|Chỉ tiêu so sánh với kỳ trước|Loại việc)$/u,
  /^(Sáng|Tối|Theo máy|Hôm nay|Khoảng trước|Khoảng sau|Trang trước|Trang sau)$/u,
  // A step is shown, with its reason; it is done there.
  /^(Bước tiếp theo|Bước, dự thảo, góp ý|Đôn đốc$|Tạo biểu mẫu$|Sửa (Hướng dẫn|Nghị định))/u,
  // Files that leave the office or are looked at; nothing of it is written into the data.
  /^(Kiểm tra|Sao lưu ngay|Khôi phục ra thư mục mới|Lập gói kỳ|Kèm (phần lời|phụ lục)|Chọn gói và kiểm tra)/u,
];
/** A word that opens what it names looks like a link; one that changes something begins with a verb. */
const CHANGES = /^(Bỏ|Xóa|Sửa|Thêm|Ghi|Gắn|Đổi|Thay|Lưu|Khôi phục)(?! lọc)/u;
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

/** Parts that only choose what is shown: tabs, heads of tables, rows to choose, outlines, groups that fold. */
const SHOWS =
  '[inert], [role=tablist], [role=tree], .ant-table-thead, .ant-table-selection-column, .ant-segmented, [aria-expanded],' +
  ' .ant-modal-close, .ant-drawer-close, .outline';

/** The names of all that is on in the page and could write. */
async function writing(page: Page, where: string): Promise<readonly string[]> {
  await settled(page);
  const names = await page
    .locator('main.content, .ant-drawer-body, .ant-modal')
    .evaluateAll((roots, shows) => {
      const named = (element: Element): string =>
        element.getAttribute('aria-label') ??
        (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])].map((label) => label.innerText).join(' ') || element.placeholder
          : (element as HTMLElement).innerText);
      return roots
        .flatMap((root) => [
          ...root.querySelectorAll(
            'button:enabled, input:enabled:not([readonly]), textarea:enabled:not([readonly]), select:enabled,' +
              ' [role=button]:not([aria-disabled=true]), [contenteditable=true]',
          ),
        ])
        .filter(
          (element) =>
            element.closest(shows) === null && element.checkVisibility({ visibilityProperty: true }),
        )
        .map((element) => ({
          name: named(element).replace(/\s+/gu, ' ').trim() || element.outerHTML.slice(0, 160),
          link: element.closest('.link-button') !== null,
        }));
    }, SHOWS);
  return [
    ...new Set(
      names
        .filter(({ name, link }) => (link ? CHANGES.test(name) : !READS.some((reads) => reads.test(name))))
        .map(({ name }) => `${where}: ${name}`),
    ),
  ];
}

test('in no place and none of its tabs is anything on that writes', async () => {
  const { page } = window;
  const found: string[] = [];
  await walkWindow(page, async (where) => {
    await screenshot(page, `read-only-${where.replaceAll(/[^\p{L}\d]+/gu, '-')}`);
    found.push(...(await writing(page, where)));
  });
  expect.soft(found).toEqual([]);
});

test('keys and drops that would write are answered with the reason', async () => {
  const { page } = window;
  for (const [place, key] of [
    ['Kế hoạch', 'Control+i'],
    ['Kế hoạch', 'Control+z'],
    ['Văn bản đến', 'Control+Shift+d'],
    ['Văn bản đi', 'Control+Alt+n'],
  ] as const) {
    await goTo(page, place);
    await page.getByRole('heading', { name: place, exact: true }).waitFor();
    await page.keyboard.press(key);
    await expect(toast(page, 'Chỉ xem, không ghi được').last()).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await toast(page, 'Chỉ xem, không ghi được')
      .last()
      .getByRole('button', { name: /close|đóng/i })
      .click();
    await expect(toast(page, 'Chỉ xem, không ghi được')).toHaveCount(0);
  }
});
