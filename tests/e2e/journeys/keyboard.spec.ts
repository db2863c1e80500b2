/** The places of daily work by the keyboard alone: no trap, the focus is seen, and what closes gives it back. */
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { PlaceName } from '../pages/shell';
import { openPlace } from '../pages/walk';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { must } from './prepared-office';

const PLACES: readonly PlaceName[] = ['Kế hoạch', 'Báo cáo', 'Văn bản đi', 'Văn bản đến', 'Lịch'];

let window: AppWindow;

test.describe.configure({ timeout: 180_000 });
test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('keyboard'), 'data');
  must(['sample', 'create', '--units', '12', '--plans', '2', '--years', '1', '--data', data]);
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

interface Stop {
  /** What has the focus, for a person who reads the failure. */
  readonly name: string;
  readonly seen: boolean;
  readonly inPage: boolean;
}

/** Where the focus is, and whether a person sees it there. */
async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: 'nothing', seen: true, inPage: false };
    const marked = (each: Element | null): boolean => {
      if (each === null) return false;
      const style = getComputedStyle(each);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    };
    // A field of antd's is marked on the box around it, or by the colour of that box's border.
    const box = element.closest(
      '.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input, .ant-input-number, .ant-checkbox, .ant-segmented-item, .ant-radio-wrapper',
    );
    return {
      name: `${element.tagName.toLowerCase()} “${(
        element.getAttribute('aria-label') ?? (element as HTMLElement).innerText
      ).slice(0, 60)}”`,
      seen:
        marked(element) ||
        marked(box) ||
        marked(element.closest('.ant-input-affix-wrapper')) ||
        marked(box?.firstElementChild ?? null) ||
        [...(box?.querySelectorAll('*') ?? [])].some(marked),
      inPage: element.closest('main.content') !== null,
    };
  });
}

for (const place of PLACES)
  test(`${place}: Tab goes through the page, is seen at each stop, and comes out again`, async () => {
    const { page } = window;
    await openPlace(page, place);
    await page.getByRole('navigation', { name: 'Các nơi làm việc' }).getByRole('link').last().focus();
    const unseen: string[] = [];
    let stops = 0;
    let left = false;
    let before = '';
    for (let step = 0; step < 400 && !left; step += 1) {
      await page.keyboard.press('Tab');
      const here = await stop(page);
      if (here.inPage) {
        stops += 1;
        if (!here.seen) unseen.push(here.name);
      } else if (stops > 0) left = true;
      before = here.name;
    }
    expect(left, `the focus is kept at ${before}`).toBe(true);
    expect(stops).toBeGreaterThan(2);
    expect([...new Set(unseen)]).toEqual([]);
  });

/** Presses Enter on what opens something; Esc must close it and lead back. */
async function opensAndLeadsBack(page: Page, opener: Locator, name: string): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog').last();
  const menu = page.locator('.ant-dropdown:visible').last();
  await dialog
    .or(menu)
    .first()
    .waitFor({ timeout: 1500 })
    .catch(() => undefined);
  if (await dialog.isVisible()) {
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)), name)
      .toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog, name).toBeHidden();
    await expect(opener, `${name} has the focus again`).toBeFocused();
  } else if (await menu.isVisible()) {
    await page.keyboard.press('Escape');
    await expect(menu, name).toBeHidden();
    await expect(opener, `${name} has the focus again`).toBeFocused();
  }
}

for (const place of PLACES)
  test(`${place}: what a button or a line opens, Esc closes, and the focus is back where it was`, async () => {
    const { page } = window;
    await openPlace(page, place);
    const buttons = page.locator('main .page-head .page-actions button:enabled:not(:has-text("Xuất"))');
    const names = await buttons.allInnerTexts();
    for (const name of names.map((each) => each.trim()).filter((each) => /[^\W_]{3}/u.test(each))) {
      await opensAndLeadsBack(
        page,
        page.getByRole('main').getByRole('button', { name, exact: true }).first(),
        name,
      );
      // What led elsewhere (a day, a filter) is left again.
      await openPlace(page, place);
    }
    const row = page.locator('main tr.openable').first();
    if ((await row.count()) > 0) {
      await opensAndLeadsBack(page, row, 'the first line');
      const next = page.locator('main tr.openable').nth(1);
      if ((await next.count()) > 0) {
        await row.focus();
        await page.keyboard.press('ArrowDown');
        await expect(next).toBeFocused();
        await page.keyboard.press('ArrowUp');
        await expect(row).toBeFocused();
      }
    }
  });

test('a text that is corrected in its place gives the focus back to it', async () => {
  const { page } = window;
  await openPlace(page, 'Danh mục');
  const name = page.getByRole('button', { name: /^Tên ngắn: / }).first();
  for (const key of ['Enter', 'Escape'] as const) {
    await name.focus();
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Tên ngắn' })).toBeFocused();
    await page.keyboard.press(key);
    await expect(name).toBeFocused();
  }
});

test('PageUp and PageDown go through the months', async () => {
  const { page } = window;
  await openPlace(page, 'Lịch');
  const heading = page.locator('main .page-note');
  const month = await heading.innerText();
  await page.keyboard.press('PageDown');
  await expect(heading).not.toHaveText(month);
  await page.keyboard.press('PageUp');
  await expect(heading).toHaveText(month);
});
