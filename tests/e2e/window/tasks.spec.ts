/** Nhiệm vụ: many units settled in one go with evidence, more time, counts pasted from Excel, a guarded task, an inspection. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { must, prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { screenshot } from '../pages/screenshot';
import { closeByEscape, fact, goTo, openTab, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';

let window: AppWindow;
let office: PreparedOffice;

test.use({ actionTimeout: 10_000 });
test.describe.configure({ mode: 'serial', timeout: 90_000 });

test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(24);
  window = await openWindow(project.name, office.data);
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  await openTab(page, 'Nhiệm vụ');
});
test.afterAll(async () => {
  await window.close();
});

const drawer = (page: Page): Locator =>
  page.locator('.ant-drawer-content-wrapper, .ant-drawer-section').last();
const tableRow = (page: Page, words: string): Locator =>
  page.locator('.ant-table-row').filter({ hasText: words }).first();

async function fillDate(dialog: Locator, label: string, day: string): Promise<void> {
  const field = dialog.getByRole('textbox', { name: label, exact: true });
  await field.fill(day);
  await field.press('Tab');
}

test('the list rolls units up; the tab bar stays on one line', async () => {
  const { page } = window;
  await expect(fact(page, 'task-percent')).toHaveText('0%');
  const row = tableRow(page, 'Quán triệt Nghị quyết trong sinh hoạt chi bộ');
  await expect(row).toContainText(/0\/\d+ đơn vị hoàn thành, \d+ quá hạn/);
  await expect(page.locator('.dossier-tabs .ant-tabs-nav-more:visible')).toHaveCount(0);
  await screenshot(page, 'tasks-by-task');
});

test('a person says that a task follows the units’ reports: the source is named, and it can be taken back', async () => {
  const { page } = window;
  await tableRow(page, 'Quán triệt Nghị quyết trong sinh hoạt chi bộ')
    .getByRole('button', { name: 'Ghi kết quả' })
    .click();
  await drawer(page).getByText('Theo báo cáo', { exact: true }).click();
  await expect(drawer(page)).toContainText('lấy từ báo cáo quý I năm 2026');
  await expect(drawer(page)).toContainText('Theo báo cáo quý I năm 2026: chưa có, hạn');
  await screenshot(page, 'tasks-by-reports');
  await drawer(page).getByText('Tự ghi', { exact: true }).click();
  await expect(drawer(page)).not.toContainText('lấy từ báo cáo');
  await closeByEscape(page, drawer(page));
});

test('all units of a task are settled in one go, with the day and the document', async () => {
  const { page } = window;
  await tableRow(page, 'Quán triệt Nghị quyết trong sinh hoạt chi bộ')
    .getByRole('button', { name: 'Ghi kết quả' })
    .click();
  await page.getByRole('button', { name: 'Xem lời kế hoạch' }).click();
  await expect(page.getByRole('region', { name: 'Lời kế hoạch' }).locator('mark.lit').first()).toBeVisible();
  await screenshot(page, 'tasks-drawer-source');
  await page.getByRole('button', { name: 'Đóng lời kế hoạch' }).click();
  const rows = drawer(page).locator('.ant-table-row');
  const count = await rows.count();
  expect(count).toBeGreaterThan(3);
  // The first two by the keyboard: a space chooses, the arrow goes on.
  await rows.nth(0).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.getByRole('button', { name: 'Ghi kết quả 2 đơn vị' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ghi kết quả' });
  await fillDate(dialog, 'Ngày hoàn thành', '15/03/2026');
  await dialog.getByLabel('Kết quả', { exact: true }).fill('Đã quán triệt trong sinh hoạt tháng 3');
  await dialog.getByLabel('Văn bản', { exact: true }).fill('05-BC/CB');
  await fillDate(dialog, 'Ngày văn bản', '15/03/2026');
  const proof = join(temporaryFolder('proof'), 'bao-cao-chung.pdf');
  writeFileSync(proof, '%PDF-1.7 bằng chứng');
  await window.choosing([proof], () => dialog.getByRole('button', { name: 'Chọn tệp chứng minh' }).click());
  await screenshot(page, 'tasks-put-dialog');
  await dialog.getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(drawer(page).getByText('● Hoàn thành')).toHaveCount(2);
  await screenshot(page, 'tasks-drawer-done');

  await undo(page);
  await expect(drawer(page).getByText('● Hoàn thành')).toHaveCount(0);
  await page.getByRole('button', { name: `Ghi kết quả ${count} đơn vị chưa xong` }).click();
  await dialog.getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
  await expect(dialog).toBeHidden();
  // Today is after the end of the quarter: done, but late.
  await expect(drawer(page).getByText('◐ Hoàn thành trễ')).toHaveCount(count);
  await closeByEscape(page, drawer(page));
  await expect(tableRow(page, 'Quán triệt Nghị quyết trong sinh hoạt chi bộ')).toContainText(
    `${count}/${count} đơn vị hoàn thành`,
  );
  await expect(fact(page, 'task-done')).toHaveText(`${count} (${count} trễ)`);
});

test('more time with its reason; the command line sees it too', async () => {
  const { page } = window;
  await tableRow(page, 'số hóa thủ tục hành chính').getByRole('button', { name: 'Ghi kết quả' }).click();
  await drawer(page)
    .getByRole('button', { name: /^Việc khác/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Gia hạn' }).click();
  const dialog = page.getByRole('dialog', { name: 'Gia hạn nhiệm vụ' });
  await fillDate(dialog, 'Hạn mới', '31/12/2099');
  await dialog.getByLabel('Lý do').fill('Chờ hướng dẫn của thành phố');
  await dialog.getByLabel('Người đồng ý').fill('Thường trực Đảng ủy');
  await dialog.getByRole('button', { name: 'Gia hạn', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(drawer(page)).toContainText('31/12/2099 (gia hạn)');
  await closeByEscape(page, drawer(page));
  await expect(tableRow(page, 'số hóa thủ tục hành chính')).toContainText('0/1 đơn vị hoàn thành');
  await expect(tableRow(page, 'số hóa thủ tục hành chính')).not.toContainText('quá hạn');
});

test('a guarded task takes a count and a number only', async () => {
  const { page } = window;
  await tableRow(page, 'Vận động đoàn viên').getByRole('button', { name: 'Ghi kết quả' }).click();
  await drawer(page).getByText('Chỉ ghi số lượng', { exact: true }).click();
  await page.getByRole('button', { name: /^Ghi kết quả \d+ đơn vị chưa xong/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Ghi kết quả' });
  await expect(dialog.getByRole('button', { name: 'Chọn tệp chứng minh' })).toHaveCount(0);
  await dialog.getByLabel('Số lượng').fill('12');
  await dialog.getByLabel('Văn bản', { exact: true }).fill('facebook.com/tai-khoan');
  await dialog.getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
  await expect(dialog).toContainText('không ghi đường dẫn hay tên tài khoản');
  await screenshot(page, 'tasks-guarded');
  await dialog.getByLabel('Văn bản', { exact: true }).fill('12-BC/ĐU');
  await dialog.getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(drawer(page)).toContainText('Số lượng: 12');
  await closeByEscape(page, drawer(page));
});

test('by unit: what one unit owes', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Theo đơn vị' }).click();
  await expect(tableRow(page, 'Ủy ban nhân dân phường')).toContainText('nhiệm vụ hoàn thành');
  await screenshot(page, 'tasks-by-unit');
  await tableRow(page, 'Ủy ban nhân dân phường').getByRole('button').click();
  await expect(drawer(page)).toContainText('truyền thanh cơ sở');
  await screenshot(page, 'tasks-unit-drawer');
  await closeByEscape(page, drawer(page));
});

test('counts a week: pasted from Excel by name, a wrong cell is said, the average follows', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Định kỳ và chỉ tiêu tuần' }).click();
  await page.getByRole('combobox', { name: 'Nhiệm vụ định kỳ' }).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /tin,? bài\/tuần/ })
    .first()
    .click();
  await page.getByRole('button', { name: /tin,? bài\/tuần…/ }).click();
  const settings = page.getByRole('dialog', { name: 'Theo dõi định kỳ' });
  await fillDate(settings, 'Từ ngày', '02/03/2026');
  await fillDate(settings, 'Đến ngày', '29/03/2026');
  await settings.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(settings).toBeHidden();
  const grid = page.getByRole('grid', { name: 'Bảng số định kỳ' });
  await expect(grid.getByRole('columnheader', { name: /02\/03–08\/03/ })).toBeVisible();
  const names = await grid.getByRole('rowheader').allInnerTexts();
  const [first = '', second = ''] = names.map((name) => name.replace(/^\S\s/u, '').trim());
  await grid.locator('[data-row="2"][data-column="0"]').click();
  await grid.getByRole('textbox').evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, `${second}\t2\t3\t2\t2\r\n${first}\t1\t1\t1\t1\r\n`);
  await expect(page.getByText('✎ 8 ô chưa lưu')).toBeVisible();
  await grid.locator('[data-row="3"][data-column="1"]').click();
  await page.keyboard.type('1.5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 ô cần sửa/)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Lưu bảng' }).click();
  await expect(toast(page, /Đã lưu \d+ ô/).first()).toBeVisible();
  await expect(page.getByText(/^1\/\d+ đơn vị đạt bình quân/)).toBeVisible();
  await screenshot(page, 'tasks-grid');
});

test('weeks without counts are one line of Hôm nay, which opens the grid at the first of them', async () => {
  const { page } = window;
  await goTo(page, 'Hôm nay');
  const line = page.getByRole('row').filter({ hasText: /tuần chưa có số liệu của \d+ đơn vị/ });
  await expect(line).toHaveCount(1);
  await screenshot(page, 'tasks-today');
  await line.getByRole('button', { name: 'Ghi số liệu' }).click();
  const grid = page.getByRole('grid', { name: 'Bảng số định kỳ' });
  await expect(grid.getByRole('textbox')).toHaveAttribute('aria-label', /02\/03–08\/03/);
  await expect(grid.getByRole('textbox')).toHaveValue('');
});

test('names of a grid stand in full while the window leaves room, and follow its width', async () => {
  const { page } = window;
  const names = page.getByRole('grid', { name: 'Bảng số định kỳ' }).getByRole('rowheader');
  const cut = () =>
    names.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
  const heads = page.getByRole('grid', { name: 'Bảng số định kỳ' }).getByRole('columnheader');
  expect(await cut(), 'no name is cut').toBe(0);
  const cutHeads = await heads.evaluateAll((all) =>
    all.flatMap((each) =>
      [...each.children]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.textContent),
    ),
  );
  expect(cutHeads, 'no heading is cut').toEqual([]);
  const wide = (await names.first().boundingBox())?.width ?? 0;
  await page.setViewportSize({ width: 900, height: 768 });
  await expect.poll(async () => (await names.first().boundingBox())?.width ?? 0).toBeLessThanOrEqual(wide);
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect.poll(async () => (await names.first().boundingBox())?.width ?? 0).toBe(wide);
});

test('an inspection of a unit: its remedy waits in Hôm nay until it is recorded', async () => {
  const { page } = window;
  await page
    .getByRole('tablist', { name: 'Các phần của Nhiệm vụ' })
    .getByRole('tab', { name: 'Kiểm tra' })
    .click();
  await page.getByRole('button', { name: 'Ghi cuộc kiểm tra' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ghi cuộc kiểm tra' });
  await fillDate(dialog, 'Ngày kiểm tra', '10/03/2026');
  await dialog.getByRole('combobox', { name: 'Đơn vị được kiểm tra' }).click();
  await page.keyboard.type('uy ban nhan dan');
  await page.keyboard.press('Enter');
  // The list of options closes when the field is left.
  await dialog.getByText('Ghi cuộc kiểm tra').click();
  await dialog.getByLabel('Nội dung').fill('Việc số hóa thủ tục hành chính');
  await dialog.getByLabel('Kết luận').fill('Đã có kế hoạch, chưa phân công cụ thể.');
  await dialog.getByLabel('Phải khắc phục').fill('Bổ sung phân công');
  await fillDate(dialog, 'Hạn khắc phục', '20/03/2026');
  await dialog.getByLabel('Văn bản', { exact: true }).fill('03-KL/ĐU');
  await screenshot(page, 'tasks-inspection-dialog');
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Quá hạn khắc phục')).toBeVisible();
  await goTo(page, 'Hôm nay');
  const line = page.getByRole('row').filter({ hasText: 'Khắc phục sau kiểm tra' });
  await line.getByRole('button', { name: 'Ghi khắc phục' }).click();
  // The line's own button has the same name as the one that it leads to.
  await page.getByRole('tablist', { name: 'Các phần của Nhiệm vụ' }).waitFor();
  await page.getByRole('button', { name: 'Ghi khắc phục' }).click();
  const remedy = page.getByRole('dialog', { name: 'Ghi khắc phục' });
  await remedy.getByLabel('Bằng').fill('15/BC-UBND');
  await remedy.getByRole('button', { name: 'Ghi khắc phục' }).click();
  await expect(page.getByText('● Đã khắc phục')).toBeVisible();
  await screenshot(page, 'tasks-inspections');
});

test('the workbook, the overview and the list say the same progress', async () => {
  const { page } = window;
  const board = must(['task', 'list', office.dossierId, '--data', office.data]) as {
    progress: { percent: number; done: number; units: number };
  };
  const { percent, done, units } = board.progress;
  await openTab(page, 'Tổng quan');
  await expect(fact(page, 'plan-progress')).toHaveText(`${percent}% (${done}/${units} lượt đơn vị)`);
  await screenshot(page, 'tasks-overview');
  await goTo(page, 'Kế hoạch');
  await expect(page.locator('tr[data-row-key]').first()).toContainText(`${percent}% (${done}/${units})`);
  await screenshot(page, 'tasks-plans');
  await page.locator('tr[data-row-key]').first().getByRole('link').first().click();
  await openTab(page, 'Nhiệm vụ');
  await page.getByRole('button', { name: 'Xuất tiến độ…' }).click();
  const saved = await window.saving(() => page.getByRole('menuitem', { name: 'Excel' }).click());
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');
});
