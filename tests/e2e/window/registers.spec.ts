/** Văn bản đi: numbers kept, taken, void, entered by hand, gaps, the books printed; a number printed in the text. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { must, prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { finishReview } from '../pages/plan';
import { isCalm } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { closeByEscape, goTo, openTab, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;
let office: PreparedOffice;

test.describe.configure({ mode: 'serial', timeout: 60_000 });

const PRINTED = [
  'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
  'ĐẢNG ỦY PHƯỜNG AN BÌNH',
  '*',
  'Số 12-KH/ĐU',
  'An Bình, ngày 05 tháng 02 năm 2026',
  'KẾ HOẠCH',
  'tuyên truyền chuyển đổi số năm 2026',
  '-----',
  'Thực hiện Kế hoạch số 12-KH/TU, ngày 10/01/2026 của Ban Thường vụ Thành ủy, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch như sau:',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Nâng cao nhận thức của cán bộ, đảng viên.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Văn phòng Đảng ủy',
  '- Tổng hợp, báo cáo kết quả hằng quý.',
  'Nơi nhận:',
  '- Lưu VPĐU.',
  'T/M BAN THƯỜNG VỤ',
  'PHÓ BÍ THƯ',
  'Trần Văn Mẫu',
].join('\n');

test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(6);
  const path = join(temporaryFolder('plan'), 'ke-hoach-12.txt');
  await writeFile(path, PRINTED);
  must(['plan', 'import', path, '--data', office.data]);
  window = await openWindow(project.name, office.data);
  await window.page.setViewportSize({ width: 1366, height: 768 });
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

const row = (page: Page, words: string) => page.locator('.ant-table-row').filter({ hasText: words });

test('an office that begins with a paper book goes on after its last number', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đi');
  await expect(page.getByText('Sổ văn bản đi chưa có dòng nào.')).toBeVisible();
  await isCalm(page, 'registers-empty');
  await page.getByRole('button', { name: 'Sổ giấy đã đến số…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sổ giấy đã đến số' });
  await dialog.getByLabel('Số cuối của sổ giấy').fill('9');
  await dialog.getByLabel('Lý do').fill('sổ giấy đến số 9, ngày 30/01/2026');
  await dialog.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(toast(page, 'số tiếp theo là 10')).toBeVisible();
  await expect(page.getByText('Sổ giấy đã đến số 9')).toBeVisible();
});

test('numbers are kept for a position, as a run, and shown as kept', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Giữ số' }).click();
  const dialog = page.getByRole('dialog', { name: 'Giữ số văn bản đi' });
  await dialog.getByRole('button', { name: 'Giữ số' }).click();
  await expect(dialog.getByText('Ghi đơn vị hoặc chức danh giữ số.')).toBeVisible();
  await dialog.getByLabel('giữ bao nhiêu số').fill('2');
  await dialog.getByLabel('Giữ cho').fill('Chánh Văn phòng');
  await dialog.getByLabel('Lý do').fill('kế hoạch chờ ký');
  await dialog.getByLabel('Dùng trước hết ngày').fill('31/12/2030');
  await dialog.getByLabel('Lý do').focus();
  await screenshot(page, 'registers-reserve');
  await dialog.getByRole('button', { name: 'Giữ số' }).click();
  await expect(toast(page, 'Đã giữ số 10-KH/ĐU, 11-KH/ĐU.')).toBeVisible();
  await expect(row(page, '11-KH/ĐU')).toContainText('Chánh Văn phòng');
  await expect(dialog).toBeHidden();
});

test('a document made elsewhere is entered by keyboard, and a taken number is told', async () => {
  const { page } = window;
  await page.keyboard.press('Control+Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Ghi văn bản đi vào sổ' });
  await expect(dialog.getByLabel('Sổ', { exact: true })).toBeFocused();
  await dialog.getByLabel('Số', { exact: true }).fill('10');
  await dialog.getByLabel('Tên loại, trích yếu').fill('Kế hoạch đại hội chi bộ');
  await dialog.getByLabel('Người ký').fill('Trần Văn Mẫu');
  await dialog.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(dialog.getByText(/Số 10-KH\/ĐU đang được giữ chỗ cho Chánh Văn phòng/).first()).toBeVisible();
  await screenshot(page, 'registers-enter-taken');
  await dialog.getByLabel('Số', { exact: true }).fill('14');
  // The numbers that would stay blank are asked about; nothing is written before the second press.
  await expect(dialog.getByText(/dùng số 14 thì các số 12–13 \(2 số\) bị bỏ trống/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Ghi vào sổ' })).toBeDisabled();
  await screenshot(page, 'registers-gap-question');
  await dialog.getByRole('checkbox', { name: 'Đúng là số 14-KH/ĐU, để trống các số trước nó' }).check();
  await dialog.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, '14-KH/ĐU')).toContainText('Kế hoạch đại hội chi bộ');
  await expect(page.getByText('Số bỏ trống:')).toBeVisible();
  await isCalm(page, 'registers-book');
});

test('letters in a number and a day that is none are told before a line is written', async () => {
  const { page } = window;
  await page.keyboard.press('Control+Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Ghi văn bản đi vào sổ' });
  const write = dialog.getByRole('button', { name: 'Ghi vào sổ' });
  await dialog.getByLabel('Tên loại, trích yếu').fill('Kế hoạch thử ô số');
  await dialog.getByLabel('Số', { exact: true }).fill('27x');
  await write.click();
  await expect(dialog.getByText(/Số: “27x” không phải là số nguyên; ô này/)).toBeVisible();
  await screenshot(page, 'registers-letters');
  await dialog.getByLabel('Số', { exact: true }).fill('');
  await dialog.getByLabel('Ngày văn bản').fill('31/02/2026');
  await write.click();
  await expect(dialog.getByText(/Ngày văn bản: “31\/02\/2026” không phải là ngày có thật/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Thôi' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Kế hoạch thử ô số')).toHaveCount(0);
});

test('a run of gaps gets one reason and is taken back by one undo; a part of it may have its own', async () => {
  const { page } = window;
  const explain = page.getByRole('button', { name: 'Ghi lý do bỏ trống số 12–13' });
  await explain.click();
  const dialog = page.getByRole('dialog', { name: 'Vì sao bỏ trống số 12–13' });
  await dialog.getByLabel('Lý do').fill('ghi nhầm sang sổ khác');
  await screenshot(page, 'registers-explain');
  await dialog.getByRole('button', { name: 'Ghi lý do' }).click();
  await expect(page.getByText('(ghi nhầm sang sổ khác)')).toHaveCount(1);
  await undo(page);
  await expect(page.getByText('(ghi nhầm sang sổ khác)')).toBeHidden();
  await explain.click();
  await dialog.getByLabel('từ số').fill('13');
  await dialog.getByLabel('đến số').fill('14');
  await dialog.getByLabel('Lý do').fill('hỏng tờ sổ');
  await dialog.getByRole('button', { name: 'Ghi lý do' }).click();
  await expect(dialog.getByText('Số 14 không bị bỏ trống.')).toBeVisible();
  await dialog.getByLabel('đến số').fill('13');
  await dialog.getByRole('button', { name: 'Ghi lý do' }).click();
  await expect(page.getByRole('button', { name: 'Ghi lý do bỏ trống số 12', exact: true })).toBeVisible();
  await expect(page.getByText('(hỏng tờ sổ)')).toBeVisible();
});

test('what waits stands in one place, and the number that the text prints is offered with its words', async () => {
  const { page } = window;
  await openTab(page, 'Chờ số');
  const waiting = page.getByRole('table', { name: 'Văn bản chờ số' }).getByRole('row');
  await expect(page.getByText('Số đang giữ chỗ (2)')).toBeVisible();
  await isCalm(page, 'registers-waiting');
  await expect(waiting.filter({ hasText: '12-KH/ĐU' })).toHaveCount(0);
  // A plan that is being reviewed waits for its review first.
  await goTo(page, 'Kế hoạch');
  await page
    .getByRole('link', { name: /chuyển đổi số/ })
    .or(page.getByText(/chuyển đổi số/))
    .first()
    .click();
  await page.waitForURL(/ke-hoach\//);
  await openTab(page, 'Rà soát');
  await finishReview(page);
  await goTo(page, 'Văn bản đi');
  await openTab(page, 'Chờ số');
  await waiting.filter({ hasText: 'chuyển đổi số' }).getByRole('button', { name: 'Lấy số' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lấy số văn bản' });
  await expect(dialog.getByTestId('printed-number')).toContainText('12-KH/ĐU');
  await screenshot(page, 'registers-take');
  // A kept number is not simply given.
  await dialog.getByRole('spinbutton').fill('10');
  await expect(dialog.getByText(/đang được giữ chỗ cho Chánh Văn phòng/)).toBeVisible();
  await screenshot(page, 'registers-take-kept');
  await dialog.getByRole('button', { name: /^Dùng số 12/ }).click();
  await dialog.getByRole('button', { name: 'Lấy số 12-KH/ĐU' }).click();
  await expect(toast(page, 'Đã lấy số 12-KH/ĐU')).toBeVisible();
  await openTab(page, 'Sổ đăng ký');
  await expect(row(page, '12-KH/ĐU')).toContainText('05/02/2026');
});

test('a line is corrected with its trace, and a number is void with its reason', async () => {
  const { page } = window;
  await row(page, '14-KH/ĐU').click();
  const drawer = page.getByRole('dialog', { name: 'Số 14-KH/ĐU' });
  await drawer.getByRole('button', { name: 'Sửa' }).click();
  const correct = page.getByRole('dialog', { name: 'Sửa dòng 14-KH/ĐU' });
  await correct.getByLabel('Người ký').fill('Lê Thị Mẫu');
  await correct.getByRole('button', { name: 'Lưu' }).click();
  await expect(drawer.getByText(/Sửa Người ký: “Trần Văn Mẫu” → “Lê Thị Mẫu”/)).toBeVisible();
  await expect(correct).toBeHidden();
  await drawer.getByRole('button', { name: 'Hủy số' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hủy số 14-KH/ĐU' });
  await dialog.getByLabel('Lý do').fill('văn bản không ban hành');
  await dialog.getByRole('button', { name: 'Hủy số' }).click();
  await expect(drawer.getByText('Số đã hủy: văn bản không ban hành')).toBeVisible();
  await expect(dialog).toBeHidden();
  await screenshot(page, 'registers-line');
  await closeByEscape(page, drawer);
  await isCalm(page, 'registers-void');
});

test('the transfers are shown, and the books are printed', async () => {
  const { page } = window;
  await openTab(page, 'Sổ chuyển giao');
  await isCalm(page, 'registers-transfers');
  await page.getByRole('button', { name: 'Xuất sổ' }).click();
  const dialog = page.getByRole('dialog', { name: 'In sổ, xuất sổ' });
  await dialog.getByRole('radio', { name: 'Sổ đăng ký văn bản đi' }).check();
  await dialog.getByRole('combobox', { name: 'Thời gian' }).click();
  await page.getByTitle('Cả nhiệm kỳ (cả sổ)').click();
  await screenshot(page, 'registers-print');
  const file = await window.saving(() => dialog.getByRole('button', { name: 'Xuất sổ' }).click());
  expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await goTo(page, 'Hôm nay');
  await screenshot(page, 'registers-today');
});
