/** Files and folders dropped onto the window, as the system's file manager does it. */
import type { Page } from '@playwright/test';

/** Drops `paths` (files or folders) on the middle of the page; the browser itself opens them. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
  }));
  const place = { x: Math.round(width / 2), y: Math.round(height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  try {
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      devtools.send('Input.dispatchDragEvent', { type, ...place, data });
    await drag('dragEnter');
    // The window says that it takes files; nobody lets go before.
    await page.getByText('Thả vào đây').waitFor();
    await drag('dragOver');
    await drag('drop');
  } finally {
    await devtools.detach();
  }
}
