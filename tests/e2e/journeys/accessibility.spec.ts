/** Everyone can work here: axe on every place and dialog, keys to every main action, nothing out of the policy. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { matrixCell } from '../pages/reports';
import { seriousFaults, settled, tooWide } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab, type PlaceName } from '../pages/shell';
import { openTrace } from '../pages/summary';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { must } from './prepared-office';

/** Each place with its main action, as a person names it. */
const PLACES: readonly (readonly [PlaceName, string])[] = [
  ['Hôm nay', 'Nhập kế hoạch'],
  ['Kế hoạch', 'Nhập kế hoạch'],
  ['Báo cáo', 'Tiếp nhận báo cáo'],
  ['Tổng hợp', 'Chốt kỳ'],
  ['Văn bản đi', 'Xuất sổ'],
  ['Văn bản đến', 'Đăng ký văn bản đến'],
  ['Lịch', 'Thêm hội nghị'],
  ['Lưu trữ', 'Xem để kết thúc'],
  ['Danh mục', 'Nhập từ Excel'],
  ['Cài đặt', 'Sao lưu ngay'],
];
const TABS = ['Tổng quan', 'Rà soát', 'Văn bản', 'Nơi nhận', 'Báo cáo', 'Tệp', 'Lịch sử', 'Lưu trữ'] as const;

let window: AppWindow;

test.describe.configure({ timeout: 180_000 });
test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('accessible'), 'data');
  must(['sample', 'create', '--units', '24', '--plans', '2', '--years', '1', '--data', data]);
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

for (const scheme of ['light', 'dark'] as const)
  test(`every place passes axe and fits the screen (${scheme})`, async () => {
    const { page } = window;
    await page.emulateMedia({ colorScheme: scheme });
    for (const [place] of PLACES) {
      await goTo(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(place);
      await settled(page);
      await screenshot(page, `place-${scheme}-${place}`);
      expect.soft(await seriousFaults(page), place).toEqual([]);
      expect.soft(await tooWide(page), place).toEqual([]);
    }
  });

test('every tab of a dossier passes axe and fits the screen', async () => {
  const { page } = window;
  await page.emulateMedia({ colorScheme: 'light' });
  await openFirstDossier(page);
  for (const tab of TABS) {
    await openTab(page, tab);
    await expect(page.getByRole('tabpanel', { name: tab })).not.toBeEmpty();
    await settled(page);
    await screenshot(page, `tab-${tab}`);
    expect.soft(await seriousFaults(page), tab).toEqual([]);
    expect.soft(await tooWide(page), tab).toEqual([]);
  }
});

test('the charts pass axe and fit the screen, in the dark as well', async () => {
  const { page } = window;
  await goTo(page, 'Tổng hợp');
  await openTab(page, 'Biểu đồ');
  await page.getByTestId('chart-submission').waitFor();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect.soft(await seriousFaults(page), colorScheme).toEqual([]);
    expect.soft(await tooWide(page), colorScheme).toEqual([]);
  }
});

test('the parts of Báo cáo for typing and asking pass axe and fit the screen', async () => {
  const { page } = window;
  await page.emulateMedia({ colorScheme: 'light' });
  await goTo(page, 'Báo cáo');
  for (const [tab, name] of [
    ['Nhập bảng', 'Bảng nhập số liệu'],
    ['Câu hỏi số liệu', 'Câu hỏi số liệu'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('grid', { name }).or(page.getByRole('table', { name })).waitFor();
    await settled(page);
    await screenshot(page, `report-${tab}`);
    expect.soft(await seriousFaults(page), tab).toEqual([]);
    expect.soft(await tooWide(page), tab).toEqual([]);
  }
});

test('dialogs and drawers pass axe', async () => {
  const { page } = window;
  const check = async (name: string) => {
    await page.getByRole('dialog').last().waitFor();
    await settled(page);
    await screenshot(page, `dialog-${name}`);
    expect.soft(await seriousFaults(page), name).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await page.keyboard.press('Control+i');
  await check('plan');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill('quý');
  await page.getByRole('option').first().waitFor();
  await check('palette');
  await page.keyboard.press('Shift+?');
  await check('keys');
  await goTo(page, 'Danh mục');
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
  await check('directory');
  await goTo(page, 'Báo cáo');
  // The place opens where it was left.
  await openTab(page, 'Bảng theo dõi');
  await page.getByRole('button', { name: 'Tiếp nhận báo cáo' }).click();
  await check('intake');
  await matrixCell(page, 'Chi bộ Tổ dân phố số 1', '.*')
    .first()
    .or(page.locator('td.cell').first())
    .first()
    .click();
  await page.getByRole('table', { name: 'Số liệu báo cáo' }).waitFor();
  await check('report');
  await goTo(page, 'Tổng hợp');
  await openTab(page, 'Số liệu');
  await openTrace(page, 'HN01');
  await check('trace');
  await openFirstDossier(page);
  await openTab(page, 'Báo cáo');
  await page.getByRole('button', { name: 'Yêu cầu báo cáo', exact: true }).click();
  await check('ask');
});

test('Alt and a digit opens each place; Tab reaches its main action and shows where it is', async () => {
  const { page } = window;
  for (const [index, [place, action]] of PLACES.entries()) {
    await page.keyboard.press(`Alt+${(index + 1) % 10}`);
    await expect(
      page.getByRole('navigation', { name: 'Các nơi làm việc' }).getByRole('link', { name: place }),
    ).toHaveAttribute('aria-current', 'page');
    // A second time leads from where the place was left to its first page.
    if (/\/ke-hoach\/./.test(page.url())) await page.keyboard.press(`Alt+${(index + 1) % 10}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(place);
    await settled(page);
    let reached = false;
    for (let step = 0; step < 60 && !reached; step += 1) {
      await page.keyboard.press('Tab');
      reached = await page.evaluate(
        (name) => document.activeElement?.textContent.trim().startsWith(name) ?? false,
        action,
      );
    }
    expect(reached, `${place}: ${action}`).toBe(true);
    const seen = await page.evaluate(() => {
      const style = document.activeElement ? getComputedStyle(document.activeElement) : null;
      return style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    });
    expect(seen, `${place}: the focus of “${action}” is seen`).toBe(true);
  }
});

test('Ctrl+I, Ctrl+K and Shift+? open and give the focus back', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('button', { name: 'Nhập kế hoạch' }).focus();
  for (const [key, title] of [
    ['Control+i', 'Nhập kế hoạch'],
    ['Control+k', 'Tìm kế hoạch, văn bản, đơn vị, tệp hoặc việc cần làm'],
    ['Shift+?', 'Các phím tắt'],
  ] as const) {
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)), key)
      .toBe(true);
    // Its main step, not its ×.
    if (key === 'Control+i') await expect(dialog.getByRole('button', { name: 'Chọn tệp' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Nhập kế hoạch' })).toBeFocused();
  }
});

test('a report opened from the matrix gives the focus back to its cell', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  const cell = page.locator('td.cell').nth(3);
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Số liệu báo cáo' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
});

/** A click on the place that is open leads to its first page, the list. */
async function openFirstDossier(page: Page): Promise<void> {
  await goTo(page, 'Kế hoạch');
  if (!page.url().endsWith('/ke-hoach')) await goTo(page, 'Kế hoạch');
  // Its own list: rows of the place before may still stand.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
}
