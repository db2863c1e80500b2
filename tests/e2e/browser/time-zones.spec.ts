/** A PC whose clock is right but whose time zone is not: the window's days are Vietnam's all the same. */
import { expect, test } from '@playwright/test';
import { launchInBrowser, type BrowserRun } from '../../support/launch-browser';
import { prepareOffice } from '../journeys/prepared-office';
import { figureField, saveReport } from '../pages/reports';

const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles'] as const;
/** Ten past midnight in Vietnam, still the 16th in the other two. */
const JUST_AFTER_MIDNIGHT = new Date('2026-03-17T00:10:00+07:00');

test.describe.configure({ mode: 'serial' });

let office: ReturnType<typeof prepareOffice>;
let run: BrowserRun;

test.beforeAll(() => {
  office = prepareOffice(6);
});
test.afterEach(async () => run.close());

for (const [row, zone] of ZONES.entries())
  test(`a day that is proposed, chosen or typed is the same in ${zone}`, async () => {
    run = await launchInBrowser(office.data, zone);
    const { page } = run;
    await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
    await page.clock.setFixedTime(JUST_AFTER_MIDNIGHT);
    await page.getByRole('navigation').getByRole('link', { name: 'Báo cáo' }).click();
    const cell = page.getByRole('gridcell', { name: /Quý I\/2026/ }).nth(row);
    await cell.click();

    const received = page.getByLabel('Ngày nhận', { exact: true });
    await expect(received).toHaveValue('17/03/2026');
    await received.fill('02/02/2026');
    await received.press('Enter');
    await received.click();
    await page.locator('.ant-picker-dropdown').getByText('Hôm nay').click();
    await expect(received).toHaveValue('17/03/2026');
    await received.fill('16/03/2026');
    await received.press('Enter');
    await figureField(page, 'HN01').fill('4');
    await saveReport(page);

    await cell.click();
    await expect(page.getByRole('dialog')).toContainText(/Ngày nhận\s*16\/03\/2026/);
    await expect(cell).toHaveAccessibleName(/Đúng hạn/);
  });
