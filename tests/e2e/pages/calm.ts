/** What every page must be: nothing wider than the window, no serious fault for those who can't see or point. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { screenshot } from './screenshot';

/** Faults of accessibility that keep somebody from working, each with where it stands. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // Legacy mode: the other one opens a page of its own, which Electron refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
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

/** A picture of the page, which must not scroll sideways and must have no serious fault. */
export async function isCalm(page: Page, name: string): Promise<void> {
  // What still fades in is pale for a moment.
  await page.evaluate(async () => {
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    );
  });
  await screenshot(page, name);
  const overflow = await page
    .locator('main.content')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow, name).toBeLessThanOrEqual(0);
  expect(await seriousFaults(page), name).toEqual([]);
}
