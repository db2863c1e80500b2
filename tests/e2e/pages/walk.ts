/** Goes through the whole window: every place, every tab of it, and every part of those. */
import { expect, type Page } from '@playwright/test';
import { settled } from './calm';
import { goTo, PLACE_NAMES, type PlaceName } from './shell';

/** Called with where the window stands: "Danh mục › Đơn vị (12)". */
export type Visit = (where: string) => Promise<void>;

/** The page as it stands, and what each of its tabs (and theirs) shows. */
export async function walkTabs(page: Page, where: string, visit: Visit, bar = 0): Promise<void> {
  const tabs = page.getByRole('main').getByRole('tablist').nth(bar).getByRole('tab');
  const count = await tabs.count();
  if (count === 0) {
    await settled(page);
    await visit(where);
    return;
  }
  for (let index = 0; index < count; index += 1) {
    const tab = tabs.nth(index);
    const name = `${where} › ${(await tab.innerText()).trim()}`;
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await settled(page);
    if (bar === 0) await walkTabs(page, name, visit, 1);
    else await visit(name);
  }
}

/** A place's first page: a second press leads there from where the place was left. */
export async function openPlace(page: Page, place: PlaceName): Promise<void> {
  await goTo(page, place);
  if (/\/ke-hoach\/./u.test(page.url())) await goTo(page, place);
  await page.getByRole('heading', { level: 1 }).filter({ hasText: place }).waitFor();
  await settled(page);
}

/** Every place, then one dossier. */
export async function walkWindow(page: Page, visit: Visit): Promise<void> {
  for (const place of PLACE_NAMES) {
    await openPlace(page, place);
    await walkTabs(page, place, visit);
  }
  await openPlace(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Tổng quan' }).waitFor();
  await settled(page);
  await walkTabs(page, 'Hồ sơ', visit);
}
