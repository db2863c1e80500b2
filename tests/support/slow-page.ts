/**
 * A page that computes as an old PC does: `SLOW_PAGE=6 npx playwright test …` slows the page's own thread six times and
 * leaves the test's untouched. What a journey meets then is what a person meets who is quicker than the PC.
 */
import type { Page } from '@playwright/test';

/** How many times slower than it is; 1 where nobody asked. */
export function slowness(): number {
  const rate = Number(process.env['SLOW_PAGE'] ?? 1);
  return rate > 1 ? rate : 1;
}

export async function slowed(page: Page): Promise<void> {
  const rate = slowness();
  if (rate === 1) return;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}
