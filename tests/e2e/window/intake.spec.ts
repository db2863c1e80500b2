/** Khay tiếp nhận: faulty files are kept with their cells until a corrected one comes, or a person says why not. */
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { seriousFaults, tooWide } from '../pages/calm';
import { dropIdentity } from '../journeys/broken-files';
import { prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { deliveredFiles, fillForms, type Returned } from '../journeys/returned-forms';
import { dropFiles } from '../pages/drop';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { namedCell, openWorkbook } from '../../support/workbook';

let window: AppWindow;
let office: PreparedOffice;
let returned: Returned;
/** The same forms as they should have been. */
let corrected: Returned;

const dialog = (): Locator => window.page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
const rowOf = (place: number): Locator =>
  window.page
    .locator('tr[data-row-key]')
    .filter({ hasText: basename(returned.files[place] ?? '') })
    .filter({ has: window.page.getByRole('button', { name: 'Bỏ qua' }) });

async function closeDone(): Promise<void> {
  await dialog().getByRole('button', { name: 'Xong' }).click();
  await expect(dialog()).toBeHidden();
}

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(180_000);
  office = prepareOffice(16);
  const forms = office.forms.slice(0, 5);
  corrected = await fillForms(forms);
  returned = await fillForms(forms, {
    1: { HN02: 'ba mươi' },
    2: { DV01: 40, DV02: 45 },
  });
  await dropIdentity(returned.files[3] ?? '', returned.files[3] ?? '');
  window = await openWindow(project.name, office.data);
  await goTo(window.page, 'Báo cáo');
  await openTab(window.page, 'Khay tiếp nhận');
  await expect(window.page.getByText('Không có tệp nào bị giữ lại')).toBeVisible();
});
test.afterAll(async () => {
  await window.close();
});

test('what is dropped is shown in groups first: taken, kept back, to be identified', async () => {
  const { page } = window;
  await dropFiles(page, [returned.folder]);
  await expect(dialog().getByRole('tab', { name: '● Sẽ nhận (2)' })).toBeVisible();
  await expect(dialog().getByRole('tab', { name: '✕ Giữ lại vì lỗi (2)' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const cell = namedCell(await openWorkbook(returned.files[1] ?? ''), 'ct_HN02')?.address ?? '?';
  const line = dialog()
    .getByRole('row')
    .filter({ hasText: basename(returned.files[1] ?? '') });
  await expect(line).toContainText('Số liệu');
  await expect(line.getByRole('cell', { name: cell, exact: true })).toBeVisible();
  await expect(line).toContainText('“ba mươi” không phải là số');
  await screenshot(page, 'intake-preview-faults');
  await dialog().getByRole('tab', { name: '? Cần xác định đơn vị (1)' }).click();
  await expect(dialog()).toContainText('Trang ẩn nhận dạng của các biểu này đã mất');
  await screenshot(page, 'intake-preview-unknown');
  await dialog().getByRole('button', { name: 'Nhận 2 báo cáo' }).click();
  await expect(dialog()).toContainText('Đã nhận 2 báo cáo; 0 không đổi; 3 chưa nhận được.');
  await screenshot(page, 'intake-done');
  await closeDone();
});

test('the tray names sheet and cell; the list of what to put right opens as a workbook that fits', async () => {
  const { page } = window;
  await expect(page.getByText('Đang giữ lại vì lỗi (3)')).toBeVisible();
  const cell = namedCell(await openWorkbook(returned.files[1] ?? ''), 'ct_HN02')?.address ?? '?';
  await expect(rowOf(1)).toContainText(`Số liệu, ô ${cell}: “ba mươi” không phải là số.`);
  await screenshot(page, 'intake-tray');
  expect(await tooWide(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);

  const saved = await window.saving(() =>
    page.getByRole('button', { name: 'Xuất danh sách cần sửa' }).click(),
  );
  const all = (await deliveredFiles(saved)).find((file) => file.includes('tất cả')) ?? '';
  const [sheet] = (await openWorkbook(all)).worksheets;
  if (!sheet) throw new Error('the list has no sheet');
  const head = sheet.getRow(5).values;
  expect(Array.isArray(head) ? head.slice(1) : []).toEqual([
    'Đơn vị',
    'Kỳ',
    'Tệp',
    'Trang tính',
    'Ô',
    'Đã ghi',
    'Vì sao sai',
    'Cần ghi thế nào',
  ]);
  const lines = [6, 7, 8].map((row) => sheet.getRow(row));
  const line = lines.find((row) => row.getCell(3).text === basename(returned.files[1] ?? ''));
  expect([4, 5, 6, 8].map((column) => line?.getCell(column).text)).toEqual([
    'Số liệu',
    cell,
    'ba mươi',
    'Sửa thành 30.',
  ]);
  // No text is wider than its column without being wrapped.
  for (const row of lines)
    row.eachCell((each, column) => {
      const fits = each.text.length <= (sheet.getColumn(column).width ?? 0);
      expect(fits || each.alignment.wrapText === true, each.address).toBe(true);
    });
});

test('a corrected file closes the fault', async () => {
  const { page } = window;
  const folder = join(temporaryFolder('corrected'), 'Gửi lại');
  await mkdir(folder);
  const again = join(folder, `Bản sửa ${basename(corrected.files[1] ?? '')}`);
  await copyFile(corrected.files[1] ?? '', again);
  await dropFiles(page, [again]);
  await dialog().getByRole('button', { name: 'Nhận 1 báo cáo' }).click();
  await expect(dialog()).toContainText('Đã nhận 1 báo cáo');
  await closeDone();
  await expect(rowOf(1)).toHaveCount(0);
  await expect(page.getByText('Đang giữ lại vì lỗi (2)')).toBeVisible();
});

test('a file is left alone only with a reason, and that can be undone', async () => {
  const { page } = window;
  await rowOf(2).getByRole('button', { name: 'Bỏ qua' }).click();
  const asking = page.getByRole('dialog', { name: /^Bỏ qua/u });
  await asking.getByRole('button', { name: 'Bỏ qua tệp này' }).click();
  await expect(asking.getByRole('alert')).toContainText('Ghi lý do bỏ qua.');
  await asking.getByLabel('Lý do').fill('Chi bộ gửi nhầm, sẽ gửi lại tháng sau');
  await screenshot(page, 'intake-dismiss');
  await asking.getByRole('button', { name: 'Bỏ qua tệp này' }).click();
  await expect(asking).toBeHidden();
  await expect(page.getByText('Đang giữ lại vì lỗi (1)')).toBeVisible();
  await undo(page);
  await expect(toast(page, 'Đã hoàn tác')).toBeVisible();
  await expect(page.getByText('Đang giữ lại vì lỗi (2)')).toBeVisible();
});

test('a form without its hidden sheet is taken in once a person has said whose it is', async () => {
  const { page } = window;
  await rowOf(3).getByRole('button', { name: 'Xét lại' }).click();
  const whose = dialog().getByRole('combobox', { name: /^Đơn vị của tệp/u });
  await whose.click();
  await page.locator('.ant-select-item-option').first().click();
  await screenshot(page, 'intake-identity');
  await dialog().getByRole('button', { name: 'Nhận 1 báo cáo' }).click();
  await expect(dialog()).toContainText('Đã nhận 1 báo cáo');
  await closeDone();
  await expect(page.getByText('Đang giữ lại vì lỗi (1)')).toBeVisible();
});

test('every batch stays in the history with its files', async () => {
  const { page } = window;
  const batches = page.getByRole('button', { name: 'Xem các tệp' });
  await expect(batches).toHaveCount(3);
  await batches.last().click();
  const drawer = page.getByRole('dialog', { name: 'Đợt nhận báo cáo' });
  await expect(drawer).toContainText('Đã nhận bản sửa');
  await screenshot(page, 'intake-batch');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});
