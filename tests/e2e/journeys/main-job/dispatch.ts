/** The plan gets its number and goes out. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attachSignedCopy, registerPlan, sendPlan } from '../../pages/plan';
import { fact, openTab, toast } from '../../pages/shell';
import { temporaryFolder } from '../../pages/window';
import { CELLS_GROUP, cellName } from '../directory-workbook';
import { CELLS, type Job } from './job';

export function numberAndSend(job: Job): void {
  test('the next number, a copy, and the send to all groups within eight actions', async () => {
    const { page } = job.window;
    await job.actions.reset();
    await openTab(page, 'Văn bản');
    expect(await registerPlan(page)).toBe('01-KH/ĐU');
    await openTab(page, 'Nơi nhận');
    await job.shot('recipients');
    const sent = await sendPlan(page);
    expect(await job.actions.taken()).toBeLessThanOrEqual(8);
    expect(sent).toBeGreaterThan(CELLS);
    await expect(fact(page, 'sent-count')).toHaveText(String(sent));
    const named = page.getByRole('row').filter({ hasText: cellName(44) });
    await expect(named).toContainText(CELLS_GROUP);

    for (const index of [1, 2, 3])
      await page
        .getByRole('row')
        .filter({ has: page.getByText(cellName(index), { exact: true }) })
        .getByRole('checkbox')
        .check();
    await page.getByRole('button', { name: 'Đã nhận (3)' }).click();
    const noting = page.getByRole('dialog', { name: 'Ghi đã nhận: 3 nơi nhận' });
    await noting.getByRole('button', { name: 'Ghi đã nhận' }).click();
    await expect(fact(page, 'received-count')).toHaveText('3');
    await expect(fact(page, 'unconfirmed-count')).toHaveText(String(sent - 3));
    await job.shot('sent');
  });

  test('a taken number is refused with its sentence; the signed copy is kept byte for byte', async () => {
    const { page } = job.window;
    await openTab(page, 'Văn bản');
    const copy = join(temporaryFolder('signed'), 'Bản ký.pdf');
    await writeFile(copy, `%PDF-1.4\n% bản quét ${'0123456789'.repeat(500)}\n%%EOF\n`);
    await attachSignedCopy(job.window, copy);
    await openTab(page, 'Tệp');
    await expect(page.getByRole('tabpanel')).toContainText('Bản ký.pdf');
    await openTab(page, 'Văn bản');
    const kept = await job.window.saving(() => page.getByRole('button', { name: 'Bản ký.pdf' }).click());
    expect(sha256(await readFile(kept))).toBe(sha256(await readFile(copy)));

    await page.getByRole('button', { name: 'Thêm văn bản' }).click();
    const adding = page.getByRole('dialog', { name: 'Thêm văn bản vào hồ sơ' });
    await adding.getByRole('combobox', { name: 'Loại văn bản' }).click();
    await page.getByTitle('Kế hoạch', { exact: true }).last().click();
    await adding.getByLabel('Trích yếu').fill('Kế hoạch điều chỉnh');
    await adding.getByRole('button', { name: 'Thêm', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'Kế hoạch điều chỉnh' });
    await row.getByRole('button', { name: 'Lấy số' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lấy số văn bản' });
    await dialog.getByRole('spinbutton').fill('1');
    // Told before it is taken.
    await expect(dialog.getByText(/[Ss]ố 0?1.*đã (được )?(cấp|dùng|lấy)/).first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Lấy số', exact: true })).toBeDisabled();
    await expect(toast(page, '01-KH/ĐU đã cấp')).toHaveCount(0);
    await job.shot('taken-number');
    await dialog.getByRole('spinbutton').fill('');
    await dialog.getByRole('button', { name: /^Lấy số/ }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText('02-KH/ĐU');
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
