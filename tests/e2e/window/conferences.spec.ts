/**
 * A plan's two conferences from reading to attendance: one online with its hour, one only "trong quý". Calendar, giấy
 * mời, điểm danh, biên bản, kinh phí, Hôm nay; and what is typed wrongly is said in words.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import { addDays, formatDate, partsOf, weekdayName } from '../../../shared/date/plain-date';
import { must } from '../journeys/prepared-office';
import { isCalm } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab, toast } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;
let dossierId = '';
test.describe.configure({ mode: 'serial', timeout: 60_000 });
test.use({ actionTimeout: 8_000 });

/** The window's clock is the PC's: the plan is written around today. */
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const { year, month } = partsOf(TODAY);
const QUARTER = ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? 'I';
const NEXT_WEEK = addDays(TODAY, 7);

const PLAN = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY PHƯỜNG AN BÌNH
*
Số -KH/ĐU\tAn Bình, ngày tháng ${month} năm ${year}

KẾ HOẠCH
phổ biến chuyên đề “Phường xanh” trong Đảng bộ phường

Thực hiện Hướng dẫn số 31-HD/BTGDVTU, ngày 05/01/${year} của Ban Tuyên giáo và Dân vận Thành ủy về phổ biến chuyên đề “Phường xanh”, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
- Giúp cán bộ, đảng viên nắm vững nội dung chuyên đề.

II. NỘI DUNG
1. Tổ chức học tập
1.1. Dự hội nghị phổ biến chuyên đề do Ban Tuyên giáo và Dân vận Thành ủy tổ chức:
- Hình thức: Hội nghị trực tuyến tại điểm cầu của phường.
- Thành phần dự: Thường trực Đảng ủy; Báo cáo viên Đảng ủy; Lãnh đạo các tổ chức chính trị - xã hội.
- Thời gian: Từ 14h00, ngày ${formatDate(TODAY)} (${weekdayName(TODAY)}).
1.2. Hội nghị học tập chuyên đề do Ban Thường vụ Đảng ủy phường tổ chức:
- Dự kiến thời gian tổ chức: Trong quý ${QUARTER} năm ${year} (có văn bản tổ chức Hội nghị riêng).

III. TỔ CHỨC THỰC HIỆN
1. Ban Xây dựng Đảng: Chủ trì tham mưu tổ chức Hội nghị.
2. Văn phòng Đảng ủy: Chuẩn bị hội trường, tài liệu, đường truyền; bảo đảm kinh phí tổ chức Hội nghị.

Nơi nhận:
- Các chi bộ, đảng bộ trực thuộc Đảng ủy phường,
- Lưu VPĐU.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn Bình
`;

test.beforeAll(async ({}, { project }) => {
  const folder = temporaryFolder('conferences');
  const data = join(folder, 'data');
  const file = join(folder, 'ke-hoach.txt');
  await writeFile(file, PLAN);
  must(['sample', 'create', '--units', '10', '--plans', '0', '--data', data]);
  dossierId = String(must(['plan', 'import', file, '--data', data])['dossierId']);
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

async function typeDay(scope: Locator, label: string, day: string): Promise<void> {
  const field = scope.getByLabel(label, { exact: true });
  await field.fill(formatDate(day));
  await field.press('Tab');
}

/** A part of the conference on the screen. */
async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('tablist', { name: 'Các phần của hội nghị' }).getByRole('tab', { name }).click();
}

test('both conferences stand in the dossier; one of them waits for its day', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('row').filter({ hasText: 'Phường xanh' }).first().click();
  await openTab(page, 'Hội nghị');
  const list = page.getByRole('table', { name: 'Hội nghị của kế hoạch' });
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list).toContainText(`14:00 ${weekdayName(TODAY)}, ${formatDate(TODAY)}`);
  await expect(list).toContainText(`Chưa có ngày (quý ${QUARTER}`);
  await isCalm(page, 'conferences-list');
  const tabs = await page.locator('.dossier-tabs [role=tab]').evaluateAll((all) => {
    return new Set(all.map((each) => each.getBoundingClientRect().top)).size;
  });
  expect(tabs, 'the bar of tabs stays on one line').toBe(1);
});

test('the one in a quarter gets a day; an end before the start and a past day are said in words', async () => {
  const { page } = window;
  await page
    .getByRole('row')
    .filter({ hasText: 'Chưa có ngày' })
    .getByRole('button', { name: 'Định ngày' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Định ngày hội nghị' });
  await typeDay(dialog, 'Ngày họp', addDays(TODAY, -400));
  await dialog.getByLabel('Bắt đầu').fill('8h00');
  await dialog.getByLabel('Kết thúc').fill('7h30');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toContainText('đã qua');
  await expect(dialog).toContainText('Giờ kết thúc phải sau giờ bắt đầu.');
  await expect(dialog.getByRole('checkbox', { name: 'Ngày này đã qua, vẫn ghi' })).toBeVisible();
  await isCalm(page, 'conferences-day');
  await typeDay(dialog, 'Ngày họp', NEXT_WEEK);
  await dialog.getByLabel('Kết thúc').fill('11h00');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(toast(page, 'Đã ghi ngày, giờ họp')).toBeVisible();
  await expect(page.locator('.conference-head')).toContainText(`08:00–11:00 ${weekdayName(NEXT_WEEK)}`);
  await page.getByLabel('Địa điểm').fill('Hội trường tầng 3');
  await page.getByLabel('Chủ trì').fill('Đồng chí Bí thư Đảng ủy');
  await page.keyboard.press('Control+s');
  await expect(toast(page, 'Đã lưu thông tin hội nghị')).toBeVisible();
});

test('those invited come from the plan and from the directory, a group as its units on the day', async () => {
  const { page } = window;
  await page.getByRole('button', { name: '← Các hội nghị' }).click();
  await page.getByRole('button', { name: /^Dự hội nghị phổ biến chuyên đề/ }).click();
  await openPart(page, 'Thông tin');
  await page.getByLabel('Điểm cầu chính').fill('Hội trường tầng 2');
  await page.getByLabel('Chủ trì').fill('Đồng chí Phó Bí thư Thường trực');
  await page.getByRole('button', { name: 'Thêm điểm cầu' }).click();
  await page.getByLabel('Điểm cầu, dòng 1').fill('Điểm cầu Trường THCS');
  await page.getByLabel('Số chỗ, dòng 1').fill('-3');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Số không được âm.')).toBeVisible();
  await page.getByLabel('Số chỗ, dòng 1').fill('40');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(toast(page, 'Đã lưu thông tin hội nghị').first()).toBeVisible();
  await isCalm(page, 'conferences-info');

  await openPart(page, 'Thành phần');
  await page.getByRole('button', { name: 'Lấy 3 dòng này' }).click();
  await page.getByLabel('Số người mỗi nơi, dòng 1').fill('3');
  await page.getByLabel('Số người mỗi nơi, dòng 2').fill('8');
  await page.getByRole('button', { name: 'Thêm thành phần' }).click();
  await page.getByRole('combobox', { name: 'Trong danh mục, dòng 4' }).click();
  await page.getByRole('combobox', { name: 'Trong danh mục, dòng 4' }).fill('cac chi bo');
  await page.locator('.ant-select-item-option').first().click();
  await page.getByLabel('Ai dự (chức danh, thành phần), dòng 4').fill('Bí thư');
  await page.getByLabel('Số người mỗi nơi, dòng 4').fill('1');
  await page.getByRole('button', { name: 'Lưu thành phần' }).click();
  await expect(toast(page, 'Đã lưu thành phần')).toBeVisible();
  await expect(page.getByText(/^Mời \d+ nơi, \d+ đại biểu$/)).toBeVisible();
  await isCalm(page, 'conferences-participants');
});

test('the invitation is looked at, and becomes a document of the dossier that waits for its number', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Làm giấy mời' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Làm giấy mời' });
  await isCalm(page, 'conferences-invite');
  const pdf = await window.saving(() => dialog.getByRole('button', { name: 'Xem PDF' }).click());
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Giữ thành văn bản của hồ sơ' }).click();
  const made = page.getByRole('table', { name: 'Giấy mời đã làm' });
  await expect(made).toContainText('chưa có');
  // A letter that nobody has got invites nobody.
  await expect(page.locator('.conference-head')).toContainText('Dự kiến');
  await screenshot(page, 'conferences-made');
  await made.getByRole('link', { name: 'Lấy số ở Văn bản' }).click();
  await expect(page.getByRole('table', { name: 'Văn bản của hồ sơ' })).toContainText(
    'dự Hội nghị phổ biến chuyên đề',
  );
});

test('preparations are ticked; attendance is pasted, contradictions are named, both rates follow', async () => {
  const { page } = window;
  await openTab(page, 'Hội nghị');
  await page.getByRole('button', { name: /^Dự hội nghị phổ biến chuyên đề/ }).click();
  await openPart(page, 'Chuẩn bị');
  await page.getByRole('checkbox', { name: 'Xong, dòng 1' }).check();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(toast(page, 'Đã lưu việc chuẩn bị')).toBeVisible();
  await expect(page.getByText('Còn 4/5 việc')).toBeVisible();
  await isCalm(page, 'conferences-preparation');

  await openPart(page, 'Điểm danh');
  const grid = page.getByRole('grid', { name: 'Bảng điểm danh' });
  const cell = grid.locator('input');
  // The first body: invited 3, then more came than were asked.
  await cell.press('ArrowRight');
  await cell.pressSequentially('5');
  await cell.press('Enter');
  await expect(page.getByText(/nhiều hơn 3 được mời/).first()).toBeVisible();
  const present = page.getByTestId('attendance-present').locator('dd');
  await expect(present, 'a refused cell is not counted').toHaveText('0');
  // What is being typed is saved with the good rows; the refused one is named, and the cursor goes to its red cell.
  await cell.pressSequentially('6');
  await cell.press('Control+s');
  await expect(toast(page, 'Đã lưu 1 dòng')).toContainText('1 dòng chưa lưu');
  await expect(present).toHaveText('6');
  await expect(
    page.getByRole('status').filter({ hasText: /Có mặt \(người\).*nhiều hơn 3 được mời/ }),
  ).toBeVisible();
  await cell.press('Control+s');
  await expect(toast(page, 'Chưa lưu dòng nào')).toBeVisible();
  await screenshot(page, 'conferences-refused');
  await cell.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', '3\t0\t0\n6\t2\t0');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByTestId('attendance-present').locator('dd')).toHaveText('9');
  await expect(page.getByText(/Đã ghi điểm danh 2\/\d+ thành phần/)).toContainText('81,82%');
  // The second body sat at the school's point, which is named by its number.
  await cell.press('Home');
  await cell.press('ArrowDown');
  for (let step = 0; step < 4; step += 1) await cell.press('ArrowRight');
  await cell.pressSequentially('9');
  await cell.press('Enter');
  await expect(grid.locator('[aria-invalid=true]').first()).toBeVisible();
  await cell.press('ArrowUp');
  await cell.pressSequentially('1');
  await cell.press('Enter');
  await expect(page.getByText(/Điểm cầu Trường THCS: có mặt 6\/8/)).toBeVisible();
  await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
  await expect(toast(page, 'Đã ghi điểm danh').first()).toBeVisible();
  // Some bodies are not told: it waits, until a person says that they are not tracked.
  await expect(page.getByRole('button', { name: /^Không theo dõi \d+ thành phần còn lại/ })).toBeVisible();
  await page.getByRole('button', { name: /^Không theo dõi \d+ thành phần còn lại/ }).click();
  await expect(page.getByRole('button', { name: 'Theo dõi tiếp' })).toBeVisible();
  await isCalm(page, 'conferences-attendance');
  const sheet = await window.saving(() =>
    page.getByRole('button', { name: 'In danh sách điểm danh' }).click(),
  );
  expect((await readFile(sheet)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('minutes are kept; money is estimated, approved, spent, and asked about', async () => {
  const { page } = window;
  await openPart(page, 'Biên bản');
  await page.getByLabel('Số biên bản').fill('02-BB/ĐU');
  await page.getByRole('button', { name: 'Lưu biên bản' }).click();
  await expect(toast(page, 'Đã gắn biên bản')).toBeVisible();
  await openPart(page, 'Kinh phí');
  await page.getByRole('button', { name: 'Thêm dòng kinh phí' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm dòng kinh phí' });
  await dialog.getByLabel('Nội dung chi').fill('In tài liệu');
  await dialog.getByLabel('Nguồn').fill('Kinh phí Đảng');
  await dialog.getByLabel('Dự toán').fill('hai triệu');
  await expect(dialog).toContainText('Ghi số tiền bằng đồng');
  await dialog.getByLabel('Dự toán').fill('2.000.000');
  await dialog.getByLabel('Được duyệt', { exact: true }).fill('1.500.000');
  await dialog.getByLabel('Số văn bản được duyệt').fill('12-QĐ/ĐU');
  await dialog.getByLabel('Thực chi', { exact: true }).fill('1.000.000');
  await dialog.getByRole('button', { name: 'Thêm lần chi' }).click();
  await dialog.getByLabel('Thực chi lần 2', { exact: true }).fill('600.000');
  await dialog.getByLabel('Số chứng từ thực chi lần 2').fill('PC 08');
  await expect(dialog).toContainText('Cộng thực chi: 1.600.000 đồng');
  await expect(dialog.getByText('? Vượt số được duyệt 100.000 đồng.')).toBeVisible();
  await screenshot(page, 'conferences-payments');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText(/vượt số được duyệt 1\.500\.000 đồng/).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Kinh phí của hội nghị' })).toContainText('-100.000');
  await isCalm(page, 'conferences-budget');
});

test('a cancelled conference stays in the calendar as cancelled, and other calendars hear of it', async () => {
  const { page } = window;
  await page.getByRole('button', { name: '← Các hội nghị' }).click();
  await page.getByRole('button', { name: /^Hội nghị học tập chuyên đề/ }).click();
  await page.getByRole('button', { name: 'Ngày, hoãn, hủy…' }).click();
  await page.getByRole('menuitem', { name: 'Hủy hội nghị' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hủy hội nghị' });
  await dialog.getByRole('button', { name: 'Ghi hủy' }).click();
  await expect(dialog).toContainText('Ghi lý do');
  await dialog.getByLabel('Lý do').fill('Trùng kỳ họp HĐND');
  await dialog.getByRole('button', { name: 'Ghi hủy' }).click();
  await expect(page.locator('.conference-head')).toContainText('Trùng kỳ họp HĐND');
  await isCalm(page, 'conferences-cancelled');

  await page.evaluate((day) => {
    history.pushState(null, '', `/lich/tuan?ngay=${day}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, NEXT_WEEK);
  const week = page.getByRole('table', { name: 'Lịch tuần' });
  await expect(week).toContainText('Hội nghị học tập chuyên đề');
  await screenshot(page, 'conferences-week');
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  const file = await window.saving(() => page.getByRole('menuitem', { name: /\.ics/ }).click());
  const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')) as unknown[]);
  const event = calendar
    .getAllSubcomponents('vevent')
    .find((each) => String(each.getFirstPropertyValue('summary')).includes('học tập chuyên đề'));
  expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event?.getFirstPropertyValue('location')).toBe('Hội trường tầng 3');
  expect(Number(event?.getFirstPropertyValue('sequence'))).toBeGreaterThanOrEqual(2);
  await week.getByRole('link', { name: /Hội nghị học tập chuyên đề/ }).click();
  await expect(page).toHaveURL(new RegExp(`/ke-hoach/${dossierId}/hoi-nghi\\?hoi-nghi=`));
  await expect(page.locator('.conference-head h2')).toHaveText(/Hội nghị học tập chuyên đề/);
});
