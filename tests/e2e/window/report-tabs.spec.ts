/** The nine parts of Báo cáo: in the order of the work, each in sight, also at 125 % zoom on a small screen. */
import { expect, test } from '@playwright/test';
import { screenshot } from '../pages/screenshot';
import { goTo, openSampleOffice } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';

const TABS = [
  'Bảng theo dõi',
  'Khay tiếp nhận',
  'Nhập bảng',
  'Câu hỏi số liệu',
  'Đôn đốc',
  'Phải báo cáo',
  'Gửi cấp trên',
  'Kế hoạch của đơn vị',
  'Khó khăn, vướng mắc',
];

let window: AppWindow;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  await openSampleOffice(window.page);
});
test.afterAll(async () => {
  await window.close();
});

for (const [width, height] of [
  [1366, 768],
  [1093, 614],
] as const)
  test(`all tabs are in sight, on one line, at ${width} × ${height}`, async () => {
    const { page } = window;
    await page.setViewportSize({ width, height });
    await goTo(page, 'Báo cáo');
    const tabs = page.getByRole('tab');
    await expect(tabs).toHaveText(TABS);
    await screenshot(page, `report-tabs-${width}`);
    for (const tab of await tabs.all()) await expect(tab).toBeInViewport({ ratio: 1 });
    const tops = await tabs.evaluateAll((each) => each.map((tab) => tab.getBoundingClientRect().top));
    expect(new Set(tops).size, tops.join(' ')).toBe(1);
    await tabs.last().click();
    await expect(page).toHaveURL(/\/bao-cao\/kho-khan/);
  });
