/** A plan is dropped, reviewed, corrected, and read again. */
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { PLAN_STATUS } from '../../../../shared/i18n/vi';
import { dropFiles } from '../../pages/drop';
import { finishReview, reviewItem } from '../../pages/plan';
import { goTo, goToAllOfToday, openTab, toast } from '../../pages/shell';
import { type Job } from './job';

const KEPT = {
  corrected: 'Vận động đoàn viên, hội viên và Nhân dân hưởng ứng phong trào “Khu phố thân thiện” (đã sửa).',
  split: ['Chuẩn bị các điều kiện phục vụ hội nghị', 'theo dõi, đôn đốc các đơn vị gửi báo cáo'],
  moved: 'Chỉ đạo hệ thống truyền thanh cơ sở',
  dropped: 'đến năm 2030 có trên 80%',
  merged: ['trước ngày 01/3/2026', 'chậm nhất ngày 23/01/2026'],
  together: /^Thời hạn: trước ngày 01\/3\/2026.*chậm nhất ngày 23\/01\/2026/,
} as const;
const PLAN = resolve('resources/sample/ke-hoach-an-binh.docx');

export function takeThePlanIn(job: Job): void {
  test('a plan is dropped, reviewed and saved within twelve actions', async () => {
    const { page } = job.window;
    await goTo(page, 'Kế hoạch');
    await job.shot('plans-empty');
    await job.actions.reset();
    await dropFiles(page, [PLAN]);
    await page.waitForURL(/\/ra-soat/);
    await expect(reviewItem(page, KEPT.moved).first()).toBeVisible();
    await expect(page.getByTestId('uncertain-count')).toContainText('Không còn mục nào cần xem');
    await page.keyboard.press('Shift+A');
    await job.shot('review');
    await finishReview(page);
    expect(await job.actions.taken()).toBeLessThanOrEqual(12);
    await expect(page.getByText(PLAN_STATUS.reviewed.word).first()).toBeVisible();
    job.dossierAddress = new URL(page.url()).pathname.replace(/\/[^/]+$/, '');
  });

  test('every kind of correction: words, split, merge, another unit, dropped', async () => {
    const { page } = job.window;
    await openTab(page, 'Rà soát');

    const words = reviewItem(page, 'Vận động đoàn viên');
    await words.click();
    await words.press('e');
    // By its name: before it opens, the row's first field is the day.
    const editing = words.getByRole('textbox', { name: 'Nội dung' });
    await editing.fill(KEPT.corrected);
    await editing.press('Enter');
    await expect(reviewItem(page, KEPT.corrected)).toBeVisible();

    const whole = reviewItem(page, KEPT.split[0]);
    await whole.click();
    await whole.press('e');
    const cut = `${KEPT.split[0]}; `.length;
    const field = whole.getByRole('textbox', { name: 'Nội dung' });
    await expect(field).toBeFocused();
    await field.evaluate((element: HTMLTextAreaElement, at) => element.setSelectionRange(at, at), cut);
    await page.keyboard.press('Alt+Enter');
    await expect(toast(page, 'Đã tách thành hai mục')).toBeVisible();
    await expect(reviewItem(page, KEPT.split[1])).toHaveCount(1);
    await expect(reviewItem(page, KEPT.split[0])).not.toContainText(KEPT.split[1]);

    for (const part of KEPT.merged) {
      const row = page.getByRole('listitem', { name: `Thời hạn: ${part}`, exact: true });
      await row.click();
      await row.press(' ');
      await expect(row.getByRole('checkbox')).toBeChecked();
    }
    await page.keyboard.press('m');
    await expect(toast(page, 'Đã gộp các mục')).toBeVisible();
    await expect(page.getByRole('listitem', { name: KEPT.together })).toHaveCount(1);

    const task = reviewItem(page, KEPT.moved);
    await task.click();
    await task.getByRole('combobox', { name: 'Giao cho' }).click();
    await page.keyboard.type('ban xay dung');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Ban Xây dựng Đảng' })).toContainText(KEPT.moved);

    const extra = reviewItem(page, KEPT.dropped);
    await extra.click();
    await extra.press('Delete');
    await expect(toast(page, 'Đã bỏ mục')).toBeVisible();
    await job.shot('review-corrected');
  });

  test('corrections survive reading the same file again', async () => {
    const { page } = job.window;
    await goToAllOfToday(page);
    await job.shot('today');
    await dropFiles(page, [PLAN]);
    await expect(toast(page, 'Văn bản này đã có hồ sơ')).toBeVisible();
    await page.waitForURL(`**${job.dossierAddress}/ra-soat`);
    await expect(reviewItem(page, KEPT.corrected)).toHaveCount(1);
    await expect(reviewItem(page, KEPT.split[0])).not.toContainText(KEPT.split[1]);
    await expect(reviewItem(page, KEPT.split[1])).toHaveCount(1);
    await expect(page.getByRole('listitem', { name: KEPT.together })).toHaveCount(1);
    await expect(page.getByRole('region', { name: 'Ban Xây dựng Đảng' })).toContainText(KEPT.moved);
    await expect(reviewItem(page, KEPT.dropped)).toHaveClass(/dropped/);
  });
}
