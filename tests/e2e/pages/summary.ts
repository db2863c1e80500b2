/** A period added up, frozen and exported; the dossier ended. */
import type { Page } from '@playwright/test';
import type { AppWindow } from './window';

/** "Kỳ này" of an indicator as printed, e.g. "1.234". */
export async function totalOf(page: Page, code: string): Promise<string> {
  return (await page.getByTestId(`total-${code}`).innerText()).trim();
}

export async function openTrace(page: Page, code: string): Promise<void> {
  await page.getByTestId(`total-${code}`).click();
  await page
    .getByRole('table', { name: `Tổng ${code} gồm` })
    .or(page.getByText('Lấy từ'))
    .first()
    .waitFor();
}

export async function closePeriod(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chốt kỳ' }).click();
  await page.getByRole('button', { name: 'Chốt bổ sung' }).waitFor();
}

export async function exportSummary(
  window: AppWindow,
  format: 'Cả Excel và PDF' | 'Excel' | 'PDF' | 'Word',
): Promise<string> {
  const { page } = window;
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  return window.saving(() => page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click());
}

/** Ends the dossier that is open, also when something is lacking. */
export async function closeDossier(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Lưu trữ' }).click();
  await page.getByRole('button', { name: /^(Kết thúc hồ sơ|Vẫn kết thúc)/ }).click();
  const asked = page.getByRole('dialog', { name: 'Kết thúc khi hội nghị chưa diễn ra?' });
  const ended = page.getByText('Hồ sơ đã kết thúc', { exact: true });
  await asked.or(ended).first().waitFor();
  if (await asked.isVisible()) await asked.getByRole('button', { name: 'Vẫn kết thúc hồ sơ' }).click();
  await ended.waitFor();
}

export async function exportBag(window: AppWindow): Promise<string> {
  return window.saving(() => window.page.getByRole('button', { name: 'Xuất gói lưu trữ' }).click());
}
