/** What the review offers: a time where the text has none, and an unknown unit for the directory. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { must } from '../journeys/prepared-office';
import { toLegacy } from '../../../shared/text/legacy/convert';
import { dropFiles } from '../pages/drop';
import { reviewItem } from '../pages/plan';
import { screenshot } from '../pages/screenshot';
import { toast } from '../pages/shell';
import { rawPdf } from '../../support/pdf/raw-pdf';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

const PLAN = `Số 15-KH/ĐU
An Bình, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
tuyên truyền nếp sống văn minh đô thị

Thực hiện Nghị quyết số 05-NQ/ĐU ngày 12/01/2026 của Ban Chấp hành Đảng bộ phường, Ban Thường vụ xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức của Nhân dân.

II. TỔ CHỨC THỰC HIỆN
1. Đội Trật tự đô thị Sao Mai
- Định kỳ báo cáo kết quả về Ban Thường vụ Đảng ủy.
2. Văn phòng Đảng ủy
- Theo dõi, đôn đốc việc thực hiện.
- Tham mưu sơ kết trong tuần đầu tháng 9/2026; Công an phường bảo đảm an ninh hội nghị.

Nơi nhận:
- Đội Trật tự đô thị Sao Mai,
- Lưu VPĐU.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Thị Lan
`;

let window: AppWindow;
let dossierId: string;
/** Of a plan with a scanned page between its pages. */
let withScan: string;
/** The plan as another office sends it: printed. */
let printed: string;

test.describe.configure({ mode: 'serial', timeout: 90_000 });

test.beforeAll(async ({}, { project }) => {
  const folder = temporaryFolder('offers');
  const data = join(folder, 'data');
  must(['sample', 'create', '--units', '8', '--plans', '0', '--seed', '1', '--data', data]);
  const file = join(folder, 'ke-hoach.txt');
  await writeFile(file, PLAN);
  dossierId = String(must(['plan', 'import', file, '--data', data])['dossierId']);
  printed = join(folder, 'Kế hoạch gửi đến.pdf');
  must(['plan', 'export', dossierId, '--format', 'pdf', '--out', printed, '--data', data]);
  const scanned = join(folder, 'Kèm trang quét.pdf');
  const lines = PLAN.split('\n').map((line) => toLegacy(line, 'vni'));
  const font = { name: 'VNI-Times' };
  const middle = PLAN.split('\n').indexOf('II. TỔ CHỨC THỰC HIỆN');
  await writeFile(
    scanned,
    rawPdf([
      { lines: lines.slice(0, middle), font },
      { picture: true },
      { lines: lines.slice(middle), font },
    ]),
  );
  withScan = String(must(['plan', 'import', scanned, '--data', data])['dossierId']);
  window = await openWindow(project.name, data);
});

test.afterAll(async () => {
  await window.close();
});

test('“định kỳ” is doubted, and the proposed period and day are taken in one press', async () => {
  const { page } = window;
  await page.goto(new URL(`/ke-hoach/${dossierId}/ra-soat`, page.url()).href);
  const row = reviewItem(page, 'Định kỳ báo cáo kết quả').first();
  await row.click();
  await expect(row.locator('.doubt')).toContainText('Văn bản chỉ ghi “định kỳ”');
  await expect(row.getByTestId('time-offer')).toContainText('Quý I');
  await screenshot(page, 'review-time-offer');
  await row.getByRole('button', { name: 'Nhận đề xuất' }).click();
  await expect(row.getByTestId('time-offer')).toHaveCount(0);
  await expect(row.locator('.doubt')).toHaveCount(0);
  await expect(row).toContainText('Định kỳ báo cáo kết quả về Ban Thường vụ Đảng ủy');
});

test('a part of a month keeps its month, and a day is only proposed', async () => {
  const { page } = window;
  const row = reviewItem(page, 'Tham mưu sơ kết trong tuần đầu tháng 9/2026').first();
  await row.locator('.doubt').click();
  await expect(row.locator('.doubt')).toContainText('Văn bản chỉ ghi “tuần đầu tháng 9');
  await expect(row.getByTestId('time-offer')).toContainText('hạn 07/09/2026');
  await screenshot(page, 'review-part-of-month');
  await row.getByRole('button', { name: 'Nhận đề xuất' }).click();
  await expect(row.getByTestId('time-offer')).toHaveCount(0);
  await expect(row.locator('.doubt')).toHaveCount(0);
});

test('another unit’s duty inside a task is told of', async () => {
  const { page } = window;
  await page.getByText(/lưu ý về văn bản$/).click();
  await expect(page.getByText(/có phần việc của Công an phường/)).toBeVisible();
});

test('a scanned page between the pages of a PDF is named in the review, unasked', async () => {
  const { page } = window;
  await page.goto(new URL(`/ke-hoach/${withScan}/ra-soat`, page.url()).href);
  // However many items are still in doubt.
  await expect(page.getByTestId('uncertain-count')).toContainText(/Còn \d+ mục cần xem/u);
  await expect(page.getByText('Trang 2 của tệp PDF là ảnh')).toBeVisible();
  await screenshot(page, 'review-scanned-page');
  await page.goto(new URL(`/ke-hoach/${dossierId}/ra-soat`, page.url()).href);
});

test('what was dropped and taken back has the focus again', async () => {
  const { page } = window;
  const row = page.getByRole('listitem', { name: 'Nhiệm vụ: Theo dõi, đôn đốc việc thực hiện.' });
  await row.click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Đã bỏ mục. Ctrl+Z để lấy lại.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row.getByRole('button', { name: 'Lấy lại' })).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('what is dropped with the button leaves the focus in the list, and takes it back', async () => {
  const { page } = window;
  const row = page.getByRole('listitem', { name: 'Nhiệm vụ: Theo dõi, đôn đốc việc thực hiện.' });
  await row.getByRole('button', { name: 'Bỏ' }).click();
  await expect(row.getByRole('button', { name: 'Lấy lại' })).toBeVisible();
  await expect(page.getByTestId('review-item').and(page.locator(':focus'))).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(row.getByRole('button', { name: 'Lấy lại' })).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('an unknown unit goes into the directory and is matched at once', async () => {
  const { page } = window;
  const row = reviewItem(page, 'Đội Trật tự đô thị Sao Mai').first();
  await row.click();
  await expect(row.locator('.doubt')).toContainText('chưa có trong danh mục');
  await row.getByRole('button', { name: 'Thêm vào danh mục' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm vào danh mục' });
  await expect(dialog.getByLabel('Tên')).toHaveValue('Đội Trật tự đô thị Sao Mai');
  await screenshot(page, 'review-add-entry');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(row.locator('.doubt')).toHaveCount(0);
  await expect(row.getByRole('button', { name: 'Thêm vào danh mục' })).toHaveCount(0);
  await expect(row).toContainText('Đội Trật tự đô thị Sao Mai');
  // So is the line of Nơi nhận that says the same name.
  const recipient = page
    .getByTestId('review-item')
    .and(page.getByRole('listitem', { name: 'Nơi nhận: Đội Trật tự đô thị Sao Mai' }));
  await expect(recipient).toContainText('Danh mục: Đội Trật tự đô thị Sao Mai');
  await expect(recipient.locator('.doubt')).toHaveCount(0);
});

test('a dropped PDF is read as the Word file would be: its tasks stand in the review', async () => {
  const { page } = window;
  await dropFiles(page, [printed]);
  await expect(toast(page, 'Đã đọc kế hoạch')).toBeVisible();
  await page.waitForURL((url) => /\/ra-soat$/.test(url.pathname) && !url.pathname.includes(dossierId));
  await expect(reviewItem(page, 'Định kỳ báo cáo kết quả về Ban Thường vụ Đảng ủy').first()).toBeVisible();
  await expect(reviewItem(page, 'Theo dõi, đôn đốc việc thực hiện').first()).toBeVisible();
  await screenshot(page, 'review-from-pdf');
});
