/** A plan written here from nothing: template, sections, data, numbers, versions, the printed Word file. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { must } from '../journeys/prepared-office';
import { seriousFaults } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('compose'), 'data');
  must(['sample', 'create', '--units', '24', '--plans', '1', '--years', '1', '--data', data]);
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});

test.afterAll(async () => {
  await window.close();
});

const choosePart = (name: string) =>
  window.page.getByRole('tree', { name: 'Dàn ý' }).getByRole('treeitem', { name }).first().click();
const parts = () => window.page.getByRole('tablist', { name: 'Các phần của Soạn thảo' });
const area = () => window.page.locator('textarea.section-text');

test('a new plan starts from a template with the superior’s document as its basis', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('button', { name: 'Soạn kế hoạch mới' }).click();
  const dialog = page.getByRole('dialog', { name: 'Soạn kế hoạch mới' });
  await dialog.getByRole('radio', { name: /Tuyên truyền theo chủ đề/ }).check();
  await dialog.getByLabel('Trích yếu').fill('tuyên truyền chuyển đổi số năm 2027');
  await dialog.getByLabel('Năm', { exact: true }).fill('2027');
  await dialog.getByRole('button', { name: 'Thêm văn bản làm căn cứ' }).click();
  await dialog.getByLabel('Số của căn cứ 1').fill('12-KH/TU');
  // A day that is in no calendar is not left out without a word.
  await dialog.getByLabel('Ngày của căn cứ 1').fill('31/11/2026');
  await dialog.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await expect(dialog.getByRole('alert')).toContainText('“31/11/2026” không phải là ngày có thật');
  await dialog.getByLabel('Ngày của căn cứ 1').fill('10/01/2027');
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Cơ quan của căn cứ 1').fill('Ban Thường vụ Thành ủy');
  await screenshot(page, 'compose-new');
  await dialog.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tuyên truyền chuyển đổi số năm 2027');
  await expect(page.getByRole('tree', { name: 'Dàn ý' })).toBeVisible();
  await choosePart('Mở đầu, căn cứ');
  await expect(area()).toHaveValue(/Kế hoạch số 12-KH\/TU, ngày 10\/01\/2027 của Ban Thường vụ Thành ủy/);
});

test('a section is edited; typed words outlast the window before they are saved', async () => {
  const { page } = window;
  await choosePart('CHỈ TIÊU');
  await expect(area()).toHaveValue(/^IV\. CHỈ TIÊU/);
  await area().press('Control+End');
  await area().pressSequentially('\n- Trên 90% hộ gia đình nhận được tài liệu tuyên truyền.');
  await expect(page.getByText('○ Chưa lưu, đã giữ tạm')).toBeVisible();
  await page.reload();
  await choosePart('CHỈ TIÊU');
  await expect(area()).toHaveValue(/Trên 90% hộ gia đình/);
  await screenshot(page, 'compose-draft');
  await area().press('Control+s');
  await expect(page.getByText('✓ Đã lưu')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Chương trình hiểu phần này' })).toContainText(
    'Trên 90% hộ gia đình',
  );
  await screenshot(page, 'compose-content');
  expect(await seriousFaults(page)).toEqual([]);
});

const headings = async () =>
  (await window.page.getByRole('tree', { name: 'Dàn ý' }).locator('[aria-level="1"]').allInnerTexts()).map(
    (text) => text.replace(/\s+/g, ' ').trim(),
  );

test('a section is moved, numbers follow, and Ctrl+Z takes it back', async () => {
  const { page } = window;
  const before = await headings();
  await choosePart('HÌNH THỨC');
  await page.getByRole('button', { name: 'Chuyển lên', exact: true }).click();
  await expect(page.getByRole('treeitem', { name: /^II\s*HÌNH THỨC/ })).toBeVisible();
  // Every other part is still there, once.
  const titles = (all: readonly string[]) => all.map((text) => text.replace(/^[IVX]+ /, '')).sort();
  await expect.poll(async () => titles(await headings())).toEqual(titles(before));
  await page.getByRole('treeitem', { name: /HÌNH THỨC/ }).focus();
  await undo(page);
  await expect(page.getByRole('treeitem', { name: /^III\s*HÌNH THỨC/ })).toBeVisible();
  await expect.poll(headings).toEqual(before);
});

test('words that are not saved yet move with their part, and go over no other', async () => {
  const { page } = window;
  const before = await headings();
  const typed = '- Trang trí cờ, băng rôn tại nhà văn hóa.';
  await choosePart('HÌNH THỨC');
  await area().press('Control+End');
  await area().pressSequentially(`\n${typed}`);
  await page.getByRole('button', { name: 'Chuyển lên', exact: true }).click();
  await expect(page.getByRole('treeitem', { name: /^II\s*HÌNH THỨC/ })).toBeVisible();
  await expect(area()).toHaveValue(new RegExp(typed));
  await expect(page.getByText('✓ Đã lưu')).toBeVisible();
  await page.getByRole('button', { name: 'Chuyển xuống', exact: true }).click();
  await expect.poll(headings).toEqual(before);
  await expect(area()).toHaveValue(new RegExp(typed));
});

test('Enter in the day takes the day: the wording is seen before anything is added', async () => {
  const { page } = window;
  await parts().getByRole('tab', { name: 'Phân công' }).click();
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).first().click();
  const dialog = page.getByRole('dialog', { name: /^Thêm nhiệm vụ cho/u });
  await dialog.getByLabel('Nhiệm vụ').fill('Chuẩn bị hội trường.');
  await dialog.getByLabel('Hạn cuối').fill('20/12/2027');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.worded')).toHaveText(
    'Chuẩn bị hội trường, hoàn thành chậm nhất ngày 20/12/2027.',
  );
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Thôi' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Chuẩn bị hội trường')).toHaveCount(0);
});

test('a unit with a task and a day is added as data and stands in the text in words', async () => {
  const { page } = window;
  await parts().getByRole('tab', { name: 'Phân công' }).click();
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm đơn vị được giao việc' });
  await dialog.getByLabel('Đơn vị', { exact: true }).click();
  await page.keyboard.type('hoi nong dan');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Nhiệm vụ').fill('Tổ chức tuyên truyền lưu động tại các khu dân cư.');
  await dialog.getByLabel('Hạn cuối').fill('14/10/2027');
  await page.keyboard.press('Tab');
  await expect(dialog.locator('.worded')).toHaveText(/, hoàn thành chậm nhất ngày 14\/10\/2027\.$/);
  await screenshot(page, 'compose-unit');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  const unit = page.getByRole('region', { name: 'Hội Nông dân' });
  await expect(unit).toContainText('hạn 14/10/2027');
  await screenshot(page, 'compose-assignments');
  await parts().getByRole('tab', { name: 'Nơi nhận' }).click();
  await page.getByRole('button', { name: 'Thêm nơi nhận' }).click();
  const recipient = page.getByRole('dialog', { name: 'Thêm nơi nhận' });
  await recipient.getByLabel('Tên ghi trong văn bản').fill('Đài Truyền thanh phường');
  await recipient.getByLabel('Để làm gì').click();
  await page.getByTitle('để thực hiện').click();
  await recipient.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Nơi nhận' })).toContainText(
    'Đài Truyền thanh phường (để thực hiện)',
  );
  await screenshot(page, 'compose-recipients');
});

test('the plan is numbered anew after a look at what changes', async () => {
  const { page } = window;
  await parts().getByRole('tab', { name: 'Nội dung' }).click();
  await page.getByRole('button', { name: 'Đánh số lại' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đánh số lại' });
  await dialog.getByLabel('Kiểu đánh số').click();
  await page.getByTitle('1. / 1.1. / 1.1.1. / a)').click();
  await expect(dialog.getByRole('region', { name: 'Xem trước thay đổi' })).toContainText('TỔ CHỨC THỰC HIỆN');
  await screenshot(page, 'compose-renumber');
  await dialog.getByRole('button', { name: 'Đánh số lại' }).click();
  await expect(page.getByRole('treeitem', { name: /^5\s*TỔ CHỨC THỰC HIỆN/ })).toBeVisible();
});

test('two versions are compared in words and as data, and the older one is brought back', async () => {
  const { page } = window;
  await parts().getByRole('tab', { name: 'Phiên bản' }).click();
  await page.getByLabel('Ghi chú của lần dự thảo').fill('gửi xin ý kiến');
  await page.getByRole('button', { name: 'Lưu lần dự thảo' }).click();
  await expect(toast(page, 'Đã lưu dự thảo lần 1.')).toBeVisible();
  await expect(page.getByText('Hai bản giống hệt nhau.')).toBeVisible();
  await parts().getByRole('tab', { name: 'Phân công' }).click();
  const unit = page.getByRole('region', { name: 'Hội Nông dân' });
  await unit.getByRole('button', { name: 'Sửa nhiệm vụ' }).click();
  const dialog = page.getByRole('dialog', { name: /Sửa nhiệm vụ/ });
  await dialog.getByLabel('Hạn cuối').fill('19/11/2027');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Sửa', exact: true }).click();
  await expect(unit).toContainText('hạn 19/11/2027');
  await parts().getByRole('tab', { name: 'Phiên bản' }).click();
  await expect(page.getByTestId('so-thay-doi')).toHaveText('Sửa 1 · thêm 0 · bỏ 0 · chuyển chỗ 0 đoạn');
  const words = page.getByRole('region', { name: 'So sánh câu chữ' });
  await expect(words.locator('del')).toHaveText(['14/10/2027']);
  await expect(words.locator('ins')).toHaveText(['19/11/2027']);
  await expect(page.getByRole('complementary', { name: 'Thay đổi về dữ liệu' })).toContainText(
    'hạn 19/11/2027',
  );
  await page.keyboard.press('F7');
  await expect(page.getByText('1/1')).toBeVisible();
  await screenshot(page, 'compose-versions');
  await page.getByRole('button', { name: 'Lấy lại bản cũ' }).click();
  await expect(page.getByText('Hai bản giống hệt nhau.')).toBeVisible();
  await page.getByRole('button', { name: 'Lấy lại bản cũ' }).waitFor();
});

test('the composed plan prints to Word with its words', async () => {
  const { page } = window;
  const id = /ke-hoach\/([^/]+)/u.exec(page.url())?.[1] ?? '';
  await openTab(page, 'Văn bản');
  const file = await window.saving(async () => {
    await page.getByRole('button', { name: 'Xuất Word' }).first().click();
  });
  expect(id).not.toBe('');
  const xml = execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8' });
  const printed = xml.replace(/<[^>]+>/gu, '');
  expect(printed).toContain('hoàn thành chậm nhất ngày 14/10/2027');
  expect(printed).toContain('Đài Truyền thanh phường');
  expect(printed).toContain('tuyên truyền chuyển đổi số năm 2027');
});

test('writing ends with one press; what comes next is the number', async () => {
  const { page } = window;
  await expect(page.getByText('Đang soạn')).toBeVisible();
  await openTab(page, 'Tổng quan');
  await page.getByRole('button', { name: 'Bước tiếp theo: Soạn tiếp' }).click();
  await screenshot(page, 'compose-done');
  await page.getByRole('button', { name: 'Soạn xong' }).click();
  await page.waitForURL(/\/van-ban$/);
  await expect(page.getByText('Đã rà soát').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lấy số', exact: true })).toBeVisible();
});

test('last year’s plan becomes this year’s, each date looked at first', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('button', { name: 'Soạn kế hoạch mới' }).click();
  const dialog = page.getByRole('dialog', { name: 'Soạn kế hoạch mới' });
  await dialog.getByText('Kế hoạch cũ, chuyển ngày').click();
  await dialog.getByRole('combobox', { name: 'Kế hoạch cũ' }).click();
  await page.locator('.ant-select-item-option').filter({ hasNotText: 'chuyển đổi số' }).first().click();
  const dates = dialog.getByRole('region', { name: 'Các ngày trong kế hoạch cũ' });
  await expect(dates.getByRole('row')).not.toHaveCount(1);
  await expect(dates).toContainText('Ngày của văn bản được nêu');
  await screenshot(page, 'compose-clone');
  await dialog.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await expect(page.getByRole('tree', { name: 'Dàn ý' })).toBeVisible();
  await choosePart('Phần đầu, trích yếu');
  await expect(area()).toHaveValue(/ngày … tháng … năm 2027/);
});
