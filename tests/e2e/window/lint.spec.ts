/** Kiểm tra: a faulty plan is read, each fault stands with its words; one is mended, one let stand, all of it taken back. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { openWorkbook } from '../../support/workbook';
import { seriousFaults } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { openSampleOffice, openTab, toast } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';

const FAULTY = [
  'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
  'ĐẢNG ỦY PHƯỜNG AN BÌNH',
  '*',
  'Số -KH/ĐU',
  'An Bình, ngày tháng 02 năm 2026',
  'KẾ HOẠCH',
  'tuyên truyền kỷ niệm ngày thành lập phường',
  '-----',
  'Thực hiện Kế hoạch số 12-KH/TU, ngày 10/01/2026 của Ban Thường vụ Thành ủy, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch như sau:',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Nâng cao nhận thức của cán bộ, đảng viên về truyền thống của phường.',
  '2. Việc tuyên truyền thiết thực, tiết kiệm.',
  'II. NỘI DUNG',
  '1. Tổ chức hội nghị lúc 14 giờ ngày 11/02/2026 (thứ Năm) tại hội trường Đảng ủy phường.',
  '2. Treo băng rôn , khẩu hiệu trên các tuyến đường chính.',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Văn phòng Đảng ủy',
  '- Tham mưu tổ chức hội nghị trước ngày 10/02/2026.',
  'Trên đây là Kế hoạch tuyên truyền kỷ niệm ngày thành lập phường.',
  'Nơi nhận:',
  '- Ban Tuyên giáo và Dân vận Thành ủy (để b/c),',
  '- Văn phòng Đảng ủy,',
  '- Lưu VPDU.',
  'T/M BAN THƯỜNG VỤ',
  'PHÓ BÍ THƯ',
  'Trần Minh Khôi',
].join('\n');

let window: AppWindow;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name);
  const { page } = window;
  await openSampleOffice(page);
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog', { name: 'Nhập kế hoạch' });
  await dialog.getByRole('tab', { name: /Dán/ }).or(dialog.getByText('Dán nội dung')).first().click();
  await dialog.getByRole('textbox').last().fill(FAULTY);
  await dialog.getByRole('button', { name: /Đọc/ }).click();
  await openTab(page, 'Soạn thảo');
  await page.getByRole('tab', { name: /^Kiểm tra/ }).click();
});
test.afterAll(async () => {
  await window.close();
});

const finding = (words: string) => window.page.getByTestId('finding').filter({ hasText: words });

test('faults stand with their words and reasons, what is worse first', async () => {
  const { page } = window;
  await expect(finding('11/02/2026 (thứ Năm)')).toContainText('là thứ Tư');
  await expect(finding('VPDU')).toContainText('VPĐU');
  const severities = await page.getByTestId('finding').locator('td:first-child').allInnerTexts();
  const rank = (text: string): number => ['Lỗi', 'Nên xem', 'Gợi ý'].findIndex((word) => text.includes(word));
  expect(severities.map(rank)).toEqual(severities.map(rank).toSorted((a, b) => a - b));
  await screenshot(page, 'lint');
  expect(await seriousFaults(page)).toEqual([]);
});

test('one key mends the text; Ctrl+Z takes it back', async () => {
  const { page } = window;
  await finding('VPDU').focus();
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Đã sửa trong văn bản').first()).toBeVisible();
  await expect(finding('VPDU')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(finding('VPDU')).toHaveCount(1);
});

test('certain mends are looked at together and are one step', async () => {
  const { page } = window;
  await page.getByRole('button', { name: /^Sửa mọi chỗ chắc chắn/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Sửa mọi chỗ chắc chắn' });
  await expect(dialog).toContainText('VPDU');
  await screenshot(page, 'lint-fix-all');
  await dialog.getByRole('button', { name: /^Sửa \d+ chỗ/ }).click();
  await expect(dialog).toBeHidden();
  await expect(finding('VPDU')).toHaveCount(0);
  await expect(finding('băng rôn ,')).toHaveCount(0);
  // What only a person can decide stays.
  await expect(finding('11/02/2026 (thứ Năm)')).toHaveCount(1);
});

test('a finding is let stand with its reason, and heeded again', async () => {
  const { page } = window;
  await finding('11/02/2026 (thứ Năm)').getByRole('button', { name: 'Bỏ qua' }).click();
  await page.getByRole('dialog', { name: 'Bỏ qua chỗ này?' }).getByLabel('Lý do').fill('Theo giấy mời');
  await page.keyboard.press('Enter');
  await expect(finding('11/02/2026 (thứ Năm)')).toHaveCount(0);
  await page.getByText(/Xem cả \d+ chỗ đã bỏ qua/).click();
  await expect(finding('11/02/2026 (thứ Năm)')).toContainText('Theo giấy mời');
  await finding('11/02/2026 (thứ Năm)').getByRole('button', { name: 'Nhắc lại' }).click();
  await expect(finding('11/02/2026 (thứ Năm)').getByRole('button', { name: 'Bỏ qua' })).toBeVisible();
});

test('the drafter’s list is a workbook', async () => {
  const { page } = window;
  const file = await window.saving(() => page.getByRole('button', { name: 'Xuất Excel' }).click());
  expect((await readFile(file)).subarray(0, 2).toString('latin1')).toBe('PK');
  const sheet = (await openWorkbook(file)).getWorksheet('Cần xem lại');
  const reasons = Array.from(
    { length: (sheet?.rowCount ?? 5) - 5 },
    (_, row) => sheet?.getCell(row + 6, 5).text ?? '',
  );
  expect(reasons.some((reason) => reason.includes('là thứ Tư'))).toBe(true);
});
