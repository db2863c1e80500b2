/** Files and folders dropped onto the window, as the system's file manager does it. */
import type { CDPSession, Page } from '@playwright/test';

const TRIES = 3;
/** Long before a person would let go again: a second drop after one that was seen late would be two. */
const SEEN_MS = 15_000;

/** Drops `paths` (files or folders) on the middle of the page; the browser itself opens them. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  try {
    // A busy page may answer the driver too late, and what was dragged then only passes over it: the page has seen
    // no drop, and a person would let go again.
    for (let attempt = 1; attempt <= TRIES; attempt += 1) if (await dropOnce(page, devtools, paths)) return;
    throw new Error(`the page saw no drop in ${TRIES} attempts`);
  } finally {
    await devtools.detach();
  }
}

/** Answers whether the page saw the drop. */
async function dropOnce(page: Page, devtools: CDPSession, paths: readonly string[]): Promise<boolean> {
  const { width, height } = await page.evaluate(() => {
    document.documentElement.removeAttribute('data-test-dropped');
    window.addEventListener('drop', () => document.documentElement.setAttribute('data-test-dropped', 'yes'), {
      capture: true,
      once: true,
    });
    return { width: window.innerWidth, height: window.innerHeight };
  });
  const place = { x: Math.round(width / 2), y: Math.round(height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devtools.send('Input.dispatchDragEvent', { type, ...place, data });
  await drag('dragEnter');
  // The window says that it takes files; nobody lets go before.
  const offered = await page
    .getByText('Thả vào đây')
    .waitFor({ timeout: SEEN_MS })
    .then(() => true)
    .catch(() => false);
  if (!offered) return false;
  await drag('dragOver');
  await drag('drop');
  return page
    .locator('html[data-test-dropped]')
    .waitFor({ state: 'attached', timeout: SEEN_MS })
    .then(() => true)
    .catch(() => false);
}
