/** Nothing is wider than the window: every place and tab, at 1366 × 768 and on the same screen at 125 %. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seriousFaults, tooWide } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { walkWindow } from '../pages/walk';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { must } from './prepared-office';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
] as const;

let window: AppWindow;

test.describe.configure({ timeout: 300_000 });
test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('fits'), 'data');
  must(['sample', 'create', '--units', '24', '--plans', '2', '--years', '1', '--data', data]);
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

for (const size of SIZES)
  test(`no page and no table scrolls sideways at ${String(size.width)} × ${String(size.height)}`, async () => {
    const { page } = window;
    await page.setViewportSize(size);
    const wide: string[] = [];
    await walkWindow(page, async (where) => {
      await screenshot(page, `fits-${String(size.width)}-${where.replaceAll(/[^\p{L}\d]+/gu, '-')}`);
      wide.push(...(await tooWide(page)).map((each) => `${where}: ${each}`));
    });
    expect(wide).toEqual([]);
  });

test('every page can be read in the dark', async () => {
  const { page } = window;
  await page.setViewportSize(SIZES[0]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults: string[] = [];
  await walkWindow(page, async (where) => {
    await screenshot(page, `dark-${where.replaceAll(/[^\p{L}\d]+/gu, '-')}`);
    faults.push(...(await seriousFaults(page)).map((each) => `${where}: ${each}`));
  });
  expect(faults).toEqual([]);
});
