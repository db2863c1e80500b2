/** A plan's way: in, reviewed, numbered, sent. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppWindow } from './window';

/** Rows of the review whose words contain `words`. */
export function reviewItem(page: Page, words: string): Locator {
  return page.getByTestId('review-item').filter({ hasText: words });
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
  const taken = page.getByRole('table', { name: 'Văn bản của hồ sơ' }).locator('tbody td').first();
  await expect(taken).toContainText(/^\s*\d+[-/]/);
  return (await taken.innerText()).trim();
}

export async function attachSignedCopy(window: AppWindow, path: string): Promise<void> {
  await window.choosing([path], () => window.page.getByRole('button', { name: 'Đính kèm bản ký' }).click());
  await window.page.getByRole('button', { name: 'Thay bản ký' }).waitFor();
}

/** Sends to the plan's own recipients, with a reason where no signed copy is attached; answers how many. */
export async function sendPlan(page: Page): Promise<number> {
  const send = page.getByRole('button', { name: /^Gửi \d+ nơi nhận/ });
  const count = Number(/\d+/.exec((await send.textContent()) ?? '')?.[0] ?? 0);
  await send.click();
  const reason = page.getByRole('dialog', { name: 'Phát hành khi chưa có bản ký' });
  const sent = page.getByTestId('sent-count');
  await reason.or(sent).first().waitFor();
  if (await reason.isVisible()) {
    await reason.getByLabel('Lý do').fill('Bản ký đang được quét');
    await reason.getByRole('button', { name: 'Phát hành', exact: true }).click();
  }
  await sent.waitFor();
  return count;
}
