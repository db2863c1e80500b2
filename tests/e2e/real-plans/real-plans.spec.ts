/**
 * Real plans, whole: read, reviewed, numbered, signed, sent to sixty units, followed to the last confirmation, and their
 * days in the calendar. The plans lie outside the repository (REAL_PLANS: a folder); `scripts/test.mjs` counts these as
 * skipped where they are not.
 */
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { must } from '../journeys/prepared-office';
import { dropFiles } from '../pages/drop';
import { attachSignedCopy, finishReview, registerPlan, sendPlan } from '../pages/plan';
import { screenshot } from '../pages/screenshot';
import { fact, goTo, openTab } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

const folder = process.env['REAL_PLANS'] ?? '';
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => join(folder, name));
const UNITS = 60;

let window: AppWindow;
let signedCopy = '';
const addresses: string[] = [];

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  const data = join(temporaryFolder('real-plans'), 'data');
  must(['sample', 'create', '--units', String(UNITS), '--plans', '0', '--data', data]);
  signedCopy = join(temporaryFolder('signed'), 'Bản ký.pdf');
  await writeFile(signedCopy, '%PDF-1.4\n% bản quét\n%%EOF\n');
  window = await openWindow('browser', data);
});
test.afterAll(async () => {
  await window.close();
});

for (const [index, path] of plans.entries())
  test(`plan ${index + 1}: read, numbered, signed, sent to every unit, confirmed to the last`, async () => {
    const { page } = window;
    await goTo(page, 'Kế hoạch');
    await dropFiles(page, [path]);
    await page.waitForURL(/\/ra-soat/);
    addresses.push(new URL(page.url()).pathname.replace(/\/[^/]+$/, ''));
    await page.keyboard.press('Shift+A');
    await screenshot(page, `real-${index + 1}-review`);
    await finishReview(page);
    expect(await registerPlan(page)).toMatch(/^\d{2,}[-/]KH/);
    await attachSignedCopy(window, signedCopy);
    await openTab(page, 'Nơi nhận');
    await screenshot(page, `real-${index + 1}-recipients`);
    const sent = await sendPlan(page);
    await expect(fact(page, 'sent-count')).toHaveText(String(sent));
  });

test('the deadlines and conferences of the plans stand in the calendar on their days', async () => {
  const { page } = window;
  await goTo(page, 'Lịch');
  for (const [day, words] of [
    ['2026-06-09', /10\/6\/2026/],
    ['2026-02-11', /14:00/],
  ] as const) {
    await page.evaluate((on) => {
      history.pushState(null, '', `/lich/tuan?ngay=${on}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, day);
    await expect(page.getByRole('table', { name: 'Lịch tuần' })).toContainText(words);
    await screenshot(page, `real-calendar-${day}`);
  }
});
