/** The table of units × figures in Báo cáo → Nhập bảng. */
import type { Locator, Page } from '@playwright/test';

export async function openSheet(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Nhập bảng' }).click();
  const grid = page.getByRole('grid', { name: 'Bảng nhập số liệu' });
  await grid.waitFor();
  return grid;
}

/** The one input, which stands over the active cell. */
export function activeCell(page: Page): Locator {
  return page.getByRole('grid', { name: 'Bảng nhập số liệu' }).getByRole('textbox');
}

/** Clicks the cell of a row (0 is the first) and column (code). */
export async function chooseCell(page: Page, row: number, code: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Bảng nhập số liệu' });
  const head = grid.getByRole('columnheader', { name: new RegExp(`^${code}`) });
  const at = Number(await head.getAttribute('aria-colindex')) - 2;
  await grid.locator(`[data-row="${row}"][data-column="${at}"]`).click();
}

/** Pastes a block, as Excel copies it, where the input stands. */
export async function pasteBlock(page: Page, lines: readonly (readonly string[])[]): Promise<void> {
  await activeCell(page).evaluate(
    (element, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    `${lines.map((line) => line.join('\t')).join('\r\n')}\r\n`,
  );
}
