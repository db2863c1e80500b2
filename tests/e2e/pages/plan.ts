/** A plan's way: in, reviewed, numbered, sent. */
import type { Locator, Page } from '@playwright/test';
import type { AppWindow } from './window';

export async function importPlanFile(window: AppWindow, path: string): Promise<void> {
  const { page } = window;
  await page.keyboard.press('Control+i');
  await window.choosing([path], () =>
    page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp' }).click(),
  );
  await page.waitForURL(/\/ra-soat/);
  await page.getByTestId('review-item').first().waitFor();
}

export async function importPlanText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+i');
  await page.getByRole('tab', { name: 'Dán nội dung' }).click();
  await page.getByLabel('Nội dung kế hoạch').fill(text);
  await page.getByRole('button', { name: 'Đọc nội dung' }).click();
  await page.waitForURL(/\/ra-soat/);
}

/** Rows of the review whose words contain `words`. */
export function reviewItem(page: Page, words: string): Locator {
  return page.getByTestId('review-item').filter({ hasText: words });
}

export async function uncertainCount(page: Page): Promise<number> {
  const text = (await page.getByTestId('uncertain-count').textContent()) ?? '';
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

/** One key an uncertain item. */
export async function acceptAllUncertain(page: Page): Promise<void> {
  for (let left = await uncertainCount(page); left > 0; left = await uncertainCount(page)) {
    await reviewItem(page, '').first().focus();
    await page.keyboard.press('a');
    await page
      .getByTestId('uncertain-count')
      .filter({ hasNotText: `Còn ${left} mục` })
      .waitFor();
  }
}

/** Corrects an item's words in place. */
export async function correctWords(page: Page, words: string, next: string): Promise<void> {
  // By its id: while it is edited its words stand in an input, not in the row's text.
  const id = (await reviewItem(page, words).first().getAttribute('data-item-id')) ?? '';
  const row = page.locator(`[data-item-id="${id}"]`);
  await row.focus();
  await row.press('e');
  const field = row.locator('textarea').first();
  await field.fill(next);
  await field.press('Enter');
  await reviewItem(page, next).first().waitFor();
}

export async function finishReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click();
  await page.waitForURL(/\/van-ban/);
}

/** Takes the next number, or the given one; answers the number as printed. */
export async function registerPlan(page: Page, number?: number): Promise<string> {
  await page.getByRole('button', { name: 'Lấy số', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Lấy số văn bản' });
  if (number !== undefined) await dialog.getByRole('spinbutton').fill(String(number));
  await dialog.getByRole('button', { name: /^Lấy số/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  return (
    await page.getByRole('table', { name: 'Văn bản của hồ sơ' }).locator('tbody td').first().innerText()
  ).trim();
}

export async function attachSignedCopy(window: AppWindow, path: string): Promise<void> {
  await window.choosing([path], () => window.page.getByRole('button', { name: 'Đính kèm bản ký' }).click());
  await window.page.getByRole('button', { name: 'Thay bản ký' }).waitFor();
}

/** Sends to the plan's own recipients; answers how many. */
export async function sendPlan(page: Page): Promise<number> {
  const send = page.getByRole('button', { name: /^Gửi \d+ nơi nhận/ });
  const count = Number(/\d+/.exec((await send.textContent()) ?? '')?.[0] ?? 0);
  await send.click();
  await page.getByTestId('sent-count').waitFor();
  return count;
}

/** Ticks all recipients and marks them received. */
export async function acknowledgeAll(page: Page): Promise<void> {
  await page
    .getByRole('checkbox', { name: 'Select all' })
    .or(page.locator('thead .ant-checkbox-input'))
    .first()
    .check();
  await page.getByRole('button', { name: /^Đã nhận \(/ }).click();
}
