/** The office is set up, and its directory comes from Excel. */
import { expect, test } from '@playwright/test';
import { goTo, setUpOffice, toast } from '../../pages/shell';
import { makeDirectory } from '../directory-workbook';
import { CELLS, type Job } from './job';

export function setUpTheOffice(job: Job): void {
  test('first run: an own office', async () => {
    const { page } = job.window;
    await job.shot('first-run');
    await setUpOffice(page, 'An Bình', 'AB');
    await expect(page.getByTestId('office-name')).toHaveText('ĐẢNG ỦY PHƯỜNG AN BÌNH');
  });

  test('the directory from Excel: the wrong row is named, the others are taken', async () => {
    const { page } = job.window;
    const directory = await makeDirectory(CELLS);
    await goTo(page, 'Danh mục');
    const tab = page.getByRole('tab', { name: /^Đơn vị \(\d+\)/ });
    const standing = Number(/\d+/.exec(await tab.innerText())?.[0]);
    job.units = standing + CELLS;
    expect(job.units).toBeGreaterThanOrEqual(60);
    await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
    await job.window.choosing([directory.path], () =>
      page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp' }).click(),
    );
    const refused = page.getByRole('table', { name: 'Dòng bị từ chối' }).locator('tbody tr');
    await expect(refused).toHaveCount(1);
    await expect(refused).toContainText('Danh bạ');
    await expect(refused).toContainText(String(directory.wrong.row));
    await expect(refused).toContainText(directory.wrong.name);
    await expect(refused).toContainText('“31/02/2026” không phải là ngày có thật');
    await job.shot('directory-intake');
    await page.getByRole('button', { name: `Nhập ${directory.right} dòng` }).click();
    await expect(toast(page, `thêm ${directory.right}`)).toBeVisible();
    await expect(tab).toHaveText(`Đơn vị (${job.units})`);
    await job.shot('directory');
  });
}
