/** What every page must be: nothing wider than the window, no serious fault for those who can't see or point. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { unheard } from './complaints';
import { screenshot } from './screenshot';

/** What still fades in or out is pale for a moment: waits until nothing moves but what moves for ever. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    );
  });
}

/** Loaded, and nothing is moving or fading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^Đang .*…$/)).toHaveCount(0);
  await still(page);
}

/**
 * Faults of accessibility that keep somebody from working, each with where it stands. A message may begin to fade while
 * it is examined; what is at fault is so at a second look as well.
 */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await still(page);
  if ((await examined(page)).length === 0) return [];
  await still(page);
  return examined(page);
}

async function examined(page: Page): Promise<readonly string[]> {
  // Legacy mode: the other one opens a page of its own, which Electron refuses.
  const { violations } = await unheard(page, () => new AxeBuilder({ page }).setLegacyMode(true).analyze());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(
          (node) =>
            `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
        ),
    );
}

/** Pixels by which the page, its content or one of its tables is wider than the screen, each with what it is. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words = (element: Element) =>
      element.getAttribute('aria-label') ??
      element.querySelector('[aria-label]')?.getAttribute('aria-label') ??
      `${element.tagName.toLowerCase()}.${element.className}`;
    // The grids of figures are meant to be gone through sideways: names stay, columns pass.
    const grids = '.matrix, .matrix-scroll, .sheet, .sheet-grid, [role=grid]';
    const scrollers = [...document.querySelectorAll('main.content *')].filter(
      (element) =>
        // Also where it is hidden: a table with a sticky head has a bar of its own.
        getComputedStyle(element).overflowX !== 'visible' &&
        element.querySelector('table') !== null &&
        element.closest(grids) === null &&
        element.querySelector(grids) === null,
    );
    return (
      [document.scrollingElement, document.querySelector('main.content'), ...scrollers]
        .filter((element) => element !== null)
        .map((element) => ({ element, by: element.scrollWidth - element.clientWidth }))
        // One pixel is the rounding of widths that are no whole numbers.
        .filter(({ by }) => by > 1)
        .map(({ element, by }) => `${words(element)}: ${String(by)} px`)
    );
  });
}

/** A picture of the page, which must not scroll sideways and must have no serious fault. */
export async function isCalm(page: Page, name: string): Promise<void> {
  await still(page);
  await screenshot(page, name);
  const overflow = await page
    .locator('main.content')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow, name).toBeLessThanOrEqual(0);
  expect(await seriousFaults(page), name).toEqual([]);
}
