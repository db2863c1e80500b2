// Writes docs/pictures/{matrix,review,summary}.png: the sample office in a browser window of 1366×768, as the README
// shows it. Run by hand after a change of the window: `npx tsx scripts/make-pictures.ts` (CHROMIUM_PATH = a browser).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goTo, openSampleOffice, openTab } from '../tests/e2e/pages/shell';
import buildBefore from '../tests/support/build-before-e2e';
import { launchInBrowser } from '../tests/support/launch-browser';

buildBefore();
const folder = mkdtempSync(join(tmpdir(), 'vpdu-pictures-'));
const pictures = fileURLToPath(new URL('../docs/pictures', import.meta.url));
mkdirSync(pictures, { recursive: true });
const run = await launchInBrowser(join(folder, 'data'));
const { page } = run;
/** Waits until what was said in passing has gone. */
const picture = async (name: string) => {
  await page.mouse.move(683, 20);
  await page.locator('.ant-notification-notice').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  process.stdout.write(`docs/pictures/${name}.png\n`);
};

try {
  await openSampleOffice(page);
  await goTo(page, 'Báo cáo');
  await page.getByRole('gridcell').first().waitFor();
  await picture('matrix');
  await goTo(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  await openTab(page, 'Rà soát');
  await page.getByRole('listitem', { name: /^Nhiệm vụ: Xây dựng kế hoạch số hóa/ }).click();
  await picture('review');
  await goTo(page, 'Tổng hợp');
  await page.getByTestId('total-HN01').waitFor();
  await picture('summary');
} finally {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
}
