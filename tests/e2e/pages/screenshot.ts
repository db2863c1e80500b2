/** Pictures for looking at, taken only when a folder is named: `SCREENSHOTS=/tmp/shots npx playwright test …`. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}
