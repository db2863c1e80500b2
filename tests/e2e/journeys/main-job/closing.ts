/** The quarter and the dossier are closed; what is kept is found and restored. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { DOCUMENT_STATUS } from '../../../../shared/i18n/vi';
import { runCli } from '../../../support/cli';
import { namedCell, numberIn, openWorkbook } from '../../../support/workbook';
import { goTo, openTab, toast, undo } from '../../pages/shell';
import { closeDossier, closePeriod, exportBag, exportSummary } from '../../pages/summary';
import { deliveredFiles, sumOf } from '../returned-forms';
import { type Job } from './job';

export function closeAndKeep(job: Job): void {
  test('the quarter is closed, Excel and PDF leave within four actions, and the workbook has the total', async () => {
    const { page } = job.window;
    await job.actions.reset();
    await closePeriod(page);
    const both = await deliveredFiles(await exportSummary(job.window, 'Cả Excel và PDF'));
    expect((await job.actions.taken()) + job.window.savingActions).toBeLessThanOrEqual(4);
    const workbook = await openWorkbook(both.find((file) => file.endsWith('.xlsx')) ?? '');
    const total = sumOf(job.written.values(), 'HN02');
    expect(numberIn(namedCell(workbook, 'tong_HN02'))).toBe(total);
    const pdf = await readFile(both.find((file) => file.endsWith('.pdf')) ?? '');
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const word = await exportSummary(job.window, 'Word');
    expect((await readFile(word)).subarray(0, 2).toString('latin1')).toBe('PK');
    await expect(page.getByText('Đã chốt 1 lần')).toBeVisible();
    await job.shot('closed-period');
  });

  test('the dossier is ended, taken back with Ctrl+Z, ended, packed, and found again without marks', async () => {
    const { page } = job.window;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill('than thien an toan');
    await page.getByRole('option').filter({ hasText: 'thân thiện, an toàn' }).first().waitFor();
    await job.shot('palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${job.dossierAddress}**`);
    await closeDossier(page);
    await undo(page);
    await expect(toast(page, 'Đã hoàn tác')).toContainText('Kết thúc hồ sơ');
    await expect(page.getByText(DOCUMENT_STATUS.issued.word).first()).toBeVisible();
    await closeDossier(page);
    await job.shot('dossier-archive');
    const bag = await exportBag(job.window);
    const verified = runCli(['archive', 'verify', bag, '--json']);
    expect(verified.json()).toMatchObject({ valid: true });
    await goTo(page, 'Lưu trữ');
    await expect(page.getByRole('heading', { level: 1, name: 'Lưu trữ' })).toBeVisible();
    await expect(page.locator('tr[data-row-key]').filter({ hasText: '01-KH/ĐU' })).toBeVisible();
    await job.shot('archive');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill('27 nq tu');
    await page.getByRole('option').filter({ hasText: '27-NQ/TU' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${job.dossierAddress}**`);
    await openTab(page, 'Lịch sử');
    const history = page.getByRole('table', { name: 'Lịch sử thay đổi' });
    await expect(history).toContainText('Kết thúc hồ sơ');
    await expect(history).toContainText('Chốt số liệu kỳ báo cáo');
    await expect(history).toContainText('Hoàn tác');
    await job.shot('history');
  });

  test('a backup is made, checked, and restored into a new folder that opens', async () => {
    const { page } = job.window;
    await goTo(page, 'Cài đặt');
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await expect(toast(page, 'Đã sao lưu')).toBeVisible();
    const backup = page.getByRole('table', { name: 'Các bản sao lưu' }).locator('tbody tr').first();
    await backup.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(toast(page, 'Bản sao lưu nguyên vẹn')).toBeVisible();
    await backup.getByRole('button', { name: 'Khôi phục ra thư mục mới' }).click();
    const dialog = page.getByRole('dialog', { name: 'Khôi phục ra thư mục mới' });
    await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    const said = await dialog.getByText(/^Đã khôi phục vào /).innerText();
    await job.shot('settings');
    const restored = said.replace(/^Đã khôi phục vào /, '').replace(/\.$/, '');
    await dialog.getByRole('button', { name: 'Xong' }).click();
    const found = runCli(['search', 'than thien', '--data', restored, '--json']);
    expect(found.status).toBe(0);
    expect(found.stdout).toContain('27-NQ/TU');
    expect(runCli(['store', 'check', '--data', restored]).status).toBe(0);
  });
}
