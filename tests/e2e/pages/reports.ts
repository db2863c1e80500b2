/** Reports: asked for, taken in, typed, seen in the matrix. */
import type { Locator, Page } from '@playwright/test';
import type { AppWindow } from './window';

/** Opens "Yêu cầu báo cáo", chooses the period by its Vietnamese name, keeps the proposal, confirms. */
export async function askForReports(
  page: Page,
  periodName: string,
  { everybody = false }: { readonly everybody?: boolean } = {},
): Promise<void> {
  await page.getByRole('button', { name: 'Yêu cầu báo cáo', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Yêu cầu báo cáo' });
  const period = dialog.getByRole('combobox', { name: 'Kỳ báo cáo' });
  await period.click();
  await period.fill(periodName);
  await page.locator('.ant-select-item-option').getByText(periodName, { exact: true }).click();
  if (everybody) {
    await dialog.getByRole('tab', { name: /Đơn vị và chỉ tiêu/ }).click();
    await dialog.getByRole('button', { name: 'Chọn mọi đơn vị, trừ nơi nhận' }).click();
  }
  await dialog.getByRole('button', { name: /^Yêu cầu [1-9]\d* đơn vị/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Makes the forms; answers where they were saved (a zip or a folder). */
export async function makeForms(window: AppWindow): Promise<string> {
  return window.saving(() => window.page.getByRole('button', { name: 'Tạo biểu mẫu' }).click());
}

/** One cell of the matrix by unit and period, as read aloud: "Chi bộ 1, Quý I/2026: Đúng hạn". */
export function matrixCell(page: Page, unitName: string, periodName: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${escape(unitName)}, ${escape(periodName)}:`) });
}

export function figureField(page: Page, code: string): Locator {
  return page
    .getByRole('table', { name: 'Số liệu báo cáo' })
    .getByRole('textbox', { name: new RegExp(`^${code} `) });
}

/** Types figures downwards from the first, by keyboard alone. */
export async function typeFigures(page: Page, firstCode: string, figures: readonly string[]): Promise<void> {
  await figureField(page, firstCode).focus();
  for (const text of figures) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

/** Pastes a column, as Excel copies it. */
export async function pasteColumn(page: Page, code: string, figures: readonly string[]): Promise<void> {
  await figureField(page, code).evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, figures.join('\r\n'));
}

export async function saveReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await page.getByRole('table', { name: 'Số liệu báo cáo' }).waitFor({ state: 'hidden' });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
