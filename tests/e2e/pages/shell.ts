/** What is there on every page: the rail, search, messages, undo. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The places of the rail. */
export const PLACE_NAMES = [
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
] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];

export async function goTo(page: Page, place: PlaceName): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Các nơi làm việc' }).getByRole('link', { name: place });
  await link.click();
}

export async function setUpOffice(page: Page, wardName: string, code: string): Promise<void> {
  await page.getByLabel('Tên phường, xã').fill(wardName);
  await page.getByLabel('Mã cơ quan trên biểu mẫu').fill(code);
  await page.getByRole('button', { name: 'Lập cơ quan' }).click();
  await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
}

export async function openSampleOffice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở cơ quan mẫu' }).click();
  await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor({ timeout: 60_000 });
}

/** Ctrl+K, type, Enter. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill(words);
  await page.getByRole('option').filter({ hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
}

export function toast(page: Page, words: string | RegExp): Locator {
  return page.locator('.ant-notification-notice').filter({ hasText: words });
}

/** Names of what can be pressed or typed into and lies beneath a message, in whole or in part. */
export function controlsBeneath(message: Locator): Promise<string[]> {
  return message.evaluate((box) => {
    const over = box.getBoundingClientRect();
    const controls = [...document.querySelectorAll('button, a[href], input, select, textarea, [role="tab"]')];
    return controls.flatMap((control) => {
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      const apart = right <= over.left || left >= over.right || bottom <= over.top || top >= over.bottom;
      return apart || width === 0 || control.closest('.ant-notification') ? [] : [control.textContent];
    });
  });
}

/** Ctrl+Z on the page itself: a dialog that is about to close would still take the key. */
export async function undo(page: Page): Promise<void> {
  // A drawer may stay open: it lets the key through.
  await expect(page.locator('.ant-modal:visible')).toHaveCount(0);
  await page.keyboard.press('Control+z');
}

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}

/** A figure of a row of facts, e.g. `received`. */
export function fact(page: Page, id: string): Locator {
  return page.getByTestId(id).locator('dd');
}

/** Hôm nay with all that it lists: at first it shows a few of each kind. */
export async function goToAllOfToday(page: Page): Promise<void> {
  await goTo(page, 'Hôm nay');
  // Its own table: that of the place before may still stand.
  await page.getByRole('table', { name: 'Việc hôm nay' }).waitFor();
  const more = page.getByRole('button', { name: /^Xem \d+ việc nữa$/ });
  while ((await more.count()) > 0) await more.first().click();
}

/** Esc closes it. A dialog that lay over it a moment ago may still take the key for itself: then it is pressed again. */
export async function closeByEscape(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden({ timeout: 1_500 });
  }).toPass();
}
