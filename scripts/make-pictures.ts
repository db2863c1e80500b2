// Writes docs/pictures: the sample office in a browser window of 1366×768, as the README and the user guide show it
// (all but guide-review, which needs a plan with doubtful places). Run by hand after a change of the window:
// `npx tsx scripts/make-pictures.ts` (CHROMIUM_PATH = a browser).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dropIdentity, putFormula } from '../tests/e2e/journeys/broken-files';
import { deliveredFiles, fillForms } from '../tests/e2e/journeys/returned-forms';
import { dropFiles } from '../tests/e2e/pages/drop';
import { askForReports, makeForms } from '../tests/e2e/pages/reports';
import { goTo, openSampleOffice, openTab } from '../tests/e2e/pages/shell';
import { openWindow } from '../tests/e2e/pages/window';
import buildBefore from '../tests/support/build-before-e2e';

const THIS_QUARTER = `Quý ${['I', 'II', 'III', 'IV'][Math.floor(new Date().getMonth() / 3)] ?? 'I'}/${new Date().getFullYear()}`;

buildBefore();
const folder = mkdtempSync(join(tmpdir(), 'vpdu-pictures-'));
const pictures = fileURLToPath(new URL('../docs/pictures', import.meta.url));
mkdirSync(pictures, { recursive: true });
const window = await openWindow('browser', join(folder, 'data'));
const { page } = window;
/** Waits until what was said in passing has gone. */
const picture = async (name: string) => {
  await page.mouse.move(683, 20);
  await page.locator('.ant-notification-notice').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  process.stdout.write(`docs/pictures/${name}.png\n`);
};
const firstPlan = async (tab: string) => {
  await goTo(page, 'Kế hoạch');
  // The rail leads back to where one was; a second time to the list.
  if (!page.url().endsWith('/ke-hoach')) await goTo(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  await openTab(page, tab);
};

try {
  await openSampleOffice(page);
  await goTo(page, 'Báo cáo');
  await page.getByRole('gridcell').first().waitFor();
  await picture('matrix');
  await openTab(page, 'Đôn đốc');
  await page.getByRole('row').nth(1).waitFor();
  await picture('guide-follow-up');

  await firstPlan('Rà soát');
  await page.getByRole('listitem', { name: /^Nhiệm vụ: Xây dựng kế hoạch số hóa/ }).click();
  await picture('review');

  await goTo(page, 'Tổng hợp');
  await page.getByTestId('total-HN01').waitFor();
  await picture('summary');
  await openTab(page, 'Biểu đồ');
  await page.getByRole('img', { name: /./ }).first().waitFor();
  await page.getByText('Đang vẽ biểu đồ…').waitFor({ state: 'detached' });
  await picture('guide-charts');

  await firstPlan('Báo cáo');
  await page.getByRole('button', { name: 'Yêu cầu báo cáo', exact: true }).first().click();
  const ask = page.getByRole('dialog', { name: 'Yêu cầu báo cáo' });
  await ask.getByRole('tab', { name: /^Đơn vị và chỉ tiêu/ }).click();
  await ask.getByRole('table', { name: 'Chỉ tiêu của từng nhóm đơn vị' }).waitFor();
  await picture('guide-ask');
  await ask.getByRole('button', { name: 'Thôi' }).click();
  await ask.waitFor({ state: 'hidden' });

  await askForReports(page, THIS_QUARTER);
  const forms = await deliveredFiles(await makeForms(window));
  const returned = await fillForms(forms.slice(0, 14), { 3: { HN01: 'ba mươi' }, 5: { DV02: 900 } });
  const [, , , , , , , unnamed = '', counted = ''] = returned.files;
  await dropIdentity(unnamed, unnamed);
  await putFormula(counted, counted, 'HN02');
  await dropFiles(page, [returned.folder]);
  const intake = page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
  await intake.getByRole('button', { name: /^Nhận [1-9]\d* báo cáo/ }).waitFor();
  await picture('guide-intake');
  await intake.getByRole('button', { name: /^Nhận [1-9]\d* báo cáo/ }).click();
  await intake.getByRole('button', { name: 'Mở khay tiếp nhận' }).click();
  await page.getByRole('table', { name: 'Tệp đang giữ lại vì lỗi' }).first().waitFor();
  await picture('guide-tray');
} finally {
  await window.close();
  rmSync(folder, { recursive: true, force: true });
}
